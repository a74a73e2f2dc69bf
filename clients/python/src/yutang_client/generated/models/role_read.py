from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast






T = TypeVar("T", bound="RoleRead")



@_attrs_define
class RoleRead:
    """ A role; the built-in ones have no id and never change.

        Attributes:
            id (int | None):
            name (str):
            based_on (str):
            permissions (list[str]):
            people (int):
            may_give (bool):
     """

    id: int | None
    name: str
    based_on: str
    permissions: list[str]
    people: int
    may_give: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        id: int | None
        id = self.id

        name = self.name

        based_on = self.based_on

        permissions = self.permissions



        people = self.people

        may_give = self.may_give


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "name": name,
            "based_on": based_on,
            "permissions": permissions,
            "people": people,
            "may_give": may_give,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        def _parse_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        id = _parse_id(d.pop("id"))


        name = d.pop("name")

        based_on = d.pop("based_on")

        permissions = cast(list[str], d.pop("permissions"))


        people = d.pop("people")

        may_give = d.pop("may_give")

        role_read = cls(
            id=id,
            name=name,
            based_on=based_on,
            permissions=permissions,
            people=people,
            may_give=may_give,
        )


        role_read.additional_properties = d
        return role_read

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
