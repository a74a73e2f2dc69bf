from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
  from ..models.explained import Explained





T = TypeVar("T", bound="ExplainRead")



@_attrs_define
class ExplainRead:
    """ Why he is in or out.

        Attributes:
            customer_id (int):
            is_in (bool):
            root (Explained): One condition about one person: whether it holds, and what is known of him.
     """

    customer_id: int
    is_in: bool
    root: Explained
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.explained import Explained # noqa: PLC0415
        customer_id = self.customer_id

        is_in = self.is_in

        root = self.root.to_dict()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "customer_id": customer_id,
            "is_in": is_in,
            "root": root,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.explained import Explained # noqa: PLC0415
        d = dict(src_dict)
        customer_id = d.pop("customer_id")

        is_in = d.pop("is_in")

        root = Explained.from_dict(d.pop("root"))




        explain_read = cls(
            customer_id=customer_id,
            is_in=is_in,
            root=root,
        )


        explain_read.additional_properties = d
        return explain_read

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
