from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="LossTotals")



@_attrs_define
class LossTotals:
    """ The same over a span: the sums of its days.

        Attributes:
            by_customer (int):
            by_staff (int):
            persons (int):
            returned (int):
     """

    by_customer: int
    by_staff: int
    persons: int
    returned: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        by_customer = self.by_customer

        by_staff = self.by_staff

        persons = self.persons

        returned = self.returned


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "by_customer": by_customer,
            "by_staff": by_staff,
            "persons": persons,
            "returned": returned,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        by_customer = d.pop("by_customer")

        by_staff = d.pop("by_staff")

        persons = d.pop("persons")

        returned = d.pop("returned")

        loss_totals = cls(
            by_customer=by_customer,
            by_staff=by_staff,
            persons=persons,
            returned=returned,
        )


        loss_totals.additional_properties = d
        return loss_totals

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
