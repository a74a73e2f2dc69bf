from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.new_person_role_type_0 import NewPersonRoleType0
from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
  from ..models.scope import Scope





T = TypeVar("T", bound="NewPerson")



@_attrs_define
class NewPerson:
    """ Somebody to invite: a built-in `role` or a custom one's `role_id`.

    Without `scopes`, who is owner, admin, operator or auditor gets the whole corp where you see it
    yourself; others see their own customers and those whom they lead in WeCom.

        Attributes:
            login (str):
            name (str):
            role (NewPersonRoleType0 | None | Unset):
            role_id (int | None | Unset):
            scopes (list[Scope] | None | Unset):
            staff_id (int | None | Unset):
            with_password (bool | Unset):  Default: True.
     """

    login: str
    name: str
    role: NewPersonRoleType0 | None | Unset = UNSET
    role_id: int | None | Unset = UNSET
    scopes: list[Scope] | None | Unset = UNSET
    staff_id: int | None | Unset = UNSET
    with_password: bool | Unset = True





    def to_dict(self) -> dict[str, Any]:
        from ..models.scope import Scope # noqa: PLC0415
        login = self.login

        name = self.name

        role: None | str | Unset
        if isinstance(self.role, Unset):
            role = UNSET
        elif isinstance(self.role, NewPersonRoleType0):
            role = self.role.value
        else:
            role = self.role

        role_id: int | None | Unset
        if isinstance(self.role_id, Unset):
            role_id = UNSET
        else:
            role_id = self.role_id

        scopes: list[dict[str, Any]] | None | Unset
        if isinstance(self.scopes, Unset):
            scopes = UNSET
        elif isinstance(self.scopes, list):
            scopes = []
            for scopes_type_0_item_data in self.scopes:
                scopes_type_0_item = scopes_type_0_item_data.to_dict()
                scopes.append(scopes_type_0_item)


        else:
            scopes = self.scopes

        staff_id: int | None | Unset
        if isinstance(self.staff_id, Unset):
            staff_id = UNSET
        else:
            staff_id = self.staff_id

        with_password = self.with_password


        field_dict: dict[str, Any] = {}

        field_dict.update({
            "login": login,
            "name": name,
        })
        if role is not UNSET:
            field_dict["role"] = role
        if role_id is not UNSET:
            field_dict["role_id"] = role_id
        if scopes is not UNSET:
            field_dict["scopes"] = scopes
        if staff_id is not UNSET:
            field_dict["staff_id"] = staff_id
        if with_password is not UNSET:
            field_dict["with_password"] = with_password

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.scope import Scope # noqa: PLC0415
        d = dict(src_dict)
        login = d.pop("login")

        name = d.pop("name")

        def _parse_role(data: object) -> NewPersonRoleType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                role_type_0 = NewPersonRoleType0(data)



                return role_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NewPersonRoleType0 | None | Unset, data)

        role = _parse_role(d.pop("role", UNSET))


        def _parse_role_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        role_id = _parse_role_id(d.pop("role_id", UNSET))


        def _parse_scopes(data: object) -> list[Scope] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                scopes_type_0 = []
                _scopes_type_0 = data
                for scopes_type_0_item_data in (_scopes_type_0):
                    scopes_type_0_item = Scope.from_dict(scopes_type_0_item_data)



                    scopes_type_0.append(scopes_type_0_item)

                return scopes_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[Scope] | None | Unset, data)

        scopes = _parse_scopes(d.pop("scopes", UNSET))


        def _parse_staff_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        staff_id = _parse_staff_id(d.pop("staff_id", UNSET))


        with_password = d.pop("with_password", UNSET)

        new_person = cls(
            login=login,
            name=name,
            role=role,
            role_id=role_id,
            scopes=scopes,
            staff_id=staff_id,
            with_password=with_password,
        )

        return new_person

