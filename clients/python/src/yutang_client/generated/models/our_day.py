from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="OurDay")



@_attrs_define
class OurDay:
    """ One day by our own stays. Who came and left between two readings may be missing.

    `joined`, `left` and `seats` count persons; `members_joined` and `members` count the corp's own
    members too, as WeCom's numbers do.

        Attributes:
            joined (int):
            left (int):
            groups (int):
            seats (int):
            members_joined (int):
            members (int):
     """

    joined: int
    left: int
    groups: int
    seats: int
    members_joined: int
    members: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        joined = self.joined

        left = self.left

        groups = self.groups

        seats = self.seats

        members_joined = self.members_joined

        members = self.members


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "joined": joined,
            "left": left,
            "groups": groups,
            "seats": seats,
            "members_joined": members_joined,
            "members": members,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        joined = d.pop("joined")

        left = d.pop("left")

        groups = d.pop("groups")

        seats = d.pop("seats")

        members_joined = d.pop("members_joined")

        members = d.pop("members")

        our_day = cls(
            joined=joined,
            left=left,
            groups=groups,
            seats=seats,
            members_joined=members_joined,
            members=members,
        )


        our_day.additional_properties = d
        return our_day

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
