from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="OwnerRead")



@_attrs_define
class OwnerRead:
    """ A member whom the customer added.

        Attributes:
            staff_id (int):
            name (str):
            state (str):
            left (bool):
            added_at (datetime.datetime):
            me (bool):
     """

    staff_id: int
    name: str
    state: str
    left: bool
    added_at: datetime.datetime
    me: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        staff_id = self.staff_id

        name = self.name

        state = self.state

        left = self.left

        added_at = self.added_at.isoformat()

        me = self.me


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "staff_id": staff_id,
            "name": name,
            "state": state,
            "left": left,
            "added_at": added_at,
            "me": me,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        staff_id = d.pop("staff_id")

        name = d.pop("name")

        state = d.pop("state")

        left = d.pop("left")

        added_at = datetime.datetime.fromisoformat(d.pop("added_at"))




        me = d.pop("me")

        owner_read = cls(
            staff_id=staff_id,
            name=name,
            state=state,
            left=left,
            added_at=added_at,
            me=me,
        )


        owner_read.additional_properties = d
        return owner_read

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
