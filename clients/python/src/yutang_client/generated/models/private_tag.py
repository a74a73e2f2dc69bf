from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="PrivateTag")



@_attrs_define
class PrivateTag:
    """ A tag that a member made for himself; WeCom lets nobody else change it.

        Attributes:
            staff_id (int):
            group (str):
            name (str):
            seen_at (datetime.datetime):
     """

    staff_id: int
    group: str
    name: str
    seen_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        staff_id = self.staff_id

        group = self.group

        name = self.name

        seen_at = self.seen_at.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "staff_id": staff_id,
            "group": group,
            "name": name,
            "seen_at": seen_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        staff_id = d.pop("staff_id")

        group = d.pop("group")

        name = d.pop("name")

        seen_at = datetime.datetime.fromisoformat(d.pop("seen_at"))




        private_tag = cls(
            staff_id=staff_id,
            group=group,
            name=name,
            seen_at=seen_at,
        )


        private_tag.additional_properties = d
        return private_tag

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
