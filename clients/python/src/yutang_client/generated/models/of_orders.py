from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import Literal, cast






T = TypeVar("T", bound="OfOrders")



@_attrs_define
class OfOrders:
    """ How often: how many of the orders that count.

        Attributes:
            of (Literal['orders'] | Unset):  Default: 'orders'.
     """

    of: Literal['orders'] | Unset = 'orders'
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        of = self.of


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
        })
        if of is not UNSET:
            field_dict["of"] = of

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        of = cast(Literal['orders'] | Unset , d.pop("of", UNSET))
        if of != 'orders'and not isinstance(of, Unset):
            raise ValueError(f"of must match const 'orders', got '{of}'")

        of_orders = cls(
            of=of,
        )


        of_orders.additional_properties = d
        return of_orders

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
