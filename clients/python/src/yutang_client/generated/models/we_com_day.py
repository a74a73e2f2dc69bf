from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset







T = TypeVar("T", bound="WeComDay")



@_attrs_define
class WeComDay:
    """ One day as WeCom counts it, of the owners that were asked for.

        Attributes:
            new_groups (int):
            groups (int):
            groups_talking (int):
            joined (int):
            members (int):
            members_talking (int):
            messages (int):
            owners (int):
     """

    new_groups: int
    groups: int
    groups_talking: int
    joined: int
    members: int
    members_talking: int
    messages: int
    owners: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        new_groups = self.new_groups

        groups = self.groups

        groups_talking = self.groups_talking

        joined = self.joined

        members = self.members

        members_talking = self.members_talking

        messages = self.messages

        owners = self.owners


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "new_groups": new_groups,
            "groups": groups,
            "groups_talking": groups_talking,
            "joined": joined,
            "members": members,
            "members_talking": members_talking,
            "messages": messages,
            "owners": owners,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        new_groups = d.pop("new_groups")

        groups = d.pop("groups")

        groups_talking = d.pop("groups_talking")

        joined = d.pop("joined")

        members = d.pop("members")

        members_talking = d.pop("members_talking")

        messages = d.pop("messages")

        owners = d.pop("owners")

        we_com_day = cls(
            new_groups=new_groups,
            groups=groups,
            groups_talking=groups_talking,
            joined=joined,
            members=members,
            members_talking=members_talking,
            messages=messages,
            owners=owners,
        )


        we_com_day.additional_properties = d
        return we_com_day

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
