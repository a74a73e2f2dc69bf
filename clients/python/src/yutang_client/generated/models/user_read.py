from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast






T = TypeVar("T", bound="UserRead")



@_attrs_define
class UserRead:
    """ The signed-in person.

        Attributes:
            id (int):
            login (str):
            name (str):
            role (str):
            permissions (list[str]):
            sees_all (bool):
            staff_id (int | None):
            must_change_password (bool):
            has_password (bool | Unset):  Default: True.
            second_factor (bool | Unset):  Default: False.
            recovery_codes (int | Unset):  Default: 0.
     """

    id: int
    login: str
    name: str
    role: str
    permissions: list[str]
    sees_all: bool
    staff_id: int | None
    must_change_password: bool
    has_password: bool | Unset = True
    second_factor: bool | Unset = False
    recovery_codes: int | Unset = 0
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        login = self.login

        name = self.name

        role = self.role

        permissions = self.permissions



        sees_all = self.sees_all

        staff_id: int | None
        staff_id = self.staff_id

        must_change_password = self.must_change_password

        has_password = self.has_password

        second_factor = self.second_factor

        recovery_codes = self.recovery_codes


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "login": login,
            "name": name,
            "role": role,
            "permissions": permissions,
            "sees_all": sees_all,
            "staff_id": staff_id,
            "must_change_password": must_change_password,
        })
        if has_password is not UNSET:
            field_dict["has_password"] = has_password
        if second_factor is not UNSET:
            field_dict["second_factor"] = second_factor
        if recovery_codes is not UNSET:
            field_dict["recovery_codes"] = recovery_codes

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        login = d.pop("login")

        name = d.pop("name")

        role = d.pop("role")

        permissions = cast(list[str], d.pop("permissions"))


        sees_all = d.pop("sees_all")

        def _parse_staff_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        staff_id = _parse_staff_id(d.pop("staff_id"))


        must_change_password = d.pop("must_change_password")

        has_password = d.pop("has_password", UNSET)

        second_factor = d.pop("second_factor", UNSET)

        recovery_codes = d.pop("recovery_codes", UNSET)

        user_read = cls(
            id=id,
            login=login,
            name=name,
            role=role,
            permissions=permissions,
            sees_all=sees_all,
            staff_id=staff_id,
            must_change_password=must_change_password,
            has_password=has_password,
            second_factor=second_factor,
            recovery_codes=recovery_codes,
        )


        user_read.additional_properties = d
        return user_read

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
