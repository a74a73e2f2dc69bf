from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.group_roles_role_type_0 import GroupRolesRoleType0
from typing import cast






T = TypeVar("T", bound="GroupRoles")



@_attrs_define
class GroupRoles:
    """ Some members of one group by WeCom's ids, and what they shall be; null: nothing of ours.

        Attributes:
            members (list[str]):
            role (GroupRolesRoleType0 | None):
     """

    members: list[str]
    role: GroupRolesRoleType0 | None





    def to_dict(self) -> dict[str, Any]:
        members = self.members



        role: None | str
        if isinstance(self.role, GroupRolesRoleType0):
            role = self.role.value
        else:
            role = self.role


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "members": members,
            "role": role,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        members = cast(list[str], d.pop("members"))


        def _parse_role(data: object) -> GroupRolesRoleType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                role_type_0 = GroupRolesRoleType0(data)



                return role_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GroupRolesRoleType0 | None, data)

        role = _parse_role(d.pop("role"))


        group_roles = cls(
            members=members,
            role=role,
        )

        return group_roles

