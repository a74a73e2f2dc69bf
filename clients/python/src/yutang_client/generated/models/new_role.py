from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.new_role_based_on import NewRoleBasedOn
from typing import cast






T = TypeVar("T", bound="NewRole")



@_attrs_define
class NewRole:
    """ A role of one's own making; `based_on` decides which custom fields it sees.

        Attributes:
            name (str):
            based_on (NewRoleBasedOn):
            permissions (list[str]):
     """

    name: str
    based_on: NewRoleBasedOn
    permissions: list[str]





    def to_dict(self) -> dict[str, Any]:
        name = self.name

        based_on = self.based_on.value

        permissions = self.permissions




        field_dict: dict[str, Any] = {}

        field_dict.update({
            "name": name,
            "based_on": based_on,
            "permissions": permissions,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        based_on = NewRoleBasedOn(d.pop("based_on"))




        permissions = cast(list[str], d.pop("permissions"))


        new_role = cls(
            name=name,
            based_on=based_on,
            permissions=permissions,
        )

        return new_role

