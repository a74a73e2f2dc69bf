from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="StaffRoom")



@_attrs_define
class StaffRoom:
    """ A member's list: `used` counts friends and those who deleted him, whom WeCom keeps in it.

        Attributes:
            staff_id (int):
            name (str):
            account (str):
            status (str):
            friends (int):
            used (int):
            limit (int):
            left (int):
            share (float):
            warned (bool):
            as_of (datetime.datetime):
     """

    staff_id: int
    name: str
    account: str
    status: str
    friends: int
    used: int
    limit: int
    left: int
    share: float
    warned: bool
    as_of: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        staff_id = self.staff_id

        name = self.name

        account = self.account

        status = self.status

        friends = self.friends

        used = self.used

        limit = self.limit

        left = self.left

        share = self.share

        warned = self.warned

        as_of = self.as_of.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "staff_id": staff_id,
            "name": name,
            "account": account,
            "status": status,
            "friends": friends,
            "used": used,
            "limit": limit,
            "left": left,
            "share": share,
            "warned": warned,
            "as_of": as_of,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        staff_id = d.pop("staff_id")

        name = d.pop("name")

        account = d.pop("account")

        status = d.pop("status")

        friends = d.pop("friends")

        used = d.pop("used")

        limit = d.pop("limit")

        left = d.pop("left")

        share = d.pop("share")

        warned = d.pop("warned")

        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))




        staff_room = cls(
            staff_id=staff_id,
            name=name,
            account=account,
            status=status,
            friends=friends,
            used=used,
            limit=limit,
            left=left,
            share=share,
            warned=warned,
            as_of=as_of,
        )


        staff_room.additional_properties = d
        return staff_room

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
