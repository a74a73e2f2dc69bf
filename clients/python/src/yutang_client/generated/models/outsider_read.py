from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="OutsiderRead")



@_attrs_define
class OutsiderRead:
    """ Who gets nothing, and why.

        Attributes:
            customer_id (int):
            customer_name (str):
            why (str):
            marked_by (str):
            marked_at (datetime.datetime):
     """

    customer_id: int
    customer_name: str
    why: str
    marked_by: str
    marked_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        customer_id = self.customer_id

        customer_name = self.customer_name

        why = self.why

        marked_by = self.marked_by

        marked_at = self.marked_at.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "customer_id": customer_id,
            "customer_name": customer_name,
            "why": why,
            "marked_by": marked_by,
            "marked_at": marked_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        customer_id = d.pop("customer_id")

        customer_name = d.pop("customer_name")

        why = d.pop("why")

        marked_by = d.pop("marked_by")

        marked_at = datetime.datetime.fromisoformat(d.pop("marked_at"))




        outsider_read = cls(
            customer_id=customer_id,
            customer_name=customer_name,
            why=why,
            marked_by=marked_by,
            marked_at=marked_at,
        )


        outsider_read.additional_properties = d
        return outsider_read

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
