from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.scope_read import ScopeRead
  from ..models.staff_ref import StaffRef





T = TypeVar("T", bound="PersonRead")



@_attrs_define
class PersonRead:
    """ An account with whom it sees and which member it is, by name.

        Attributes:
            id (int):
            login (str):
            name (str):
            role (str):
            role_id (int | None):
            role_name (None | str):
            staff_id (int | None):
            has_password (bool):
            must_change_password (bool):
            second_factor (bool):
            locked_until (datetime.datetime | None):
            disabled_at (datetime.datetime | None):
            member_gone (bool):
            signed_in_at (datetime.datetime | None):
            seen_at (datetime.datetime | None):
            created_at (datetime.datetime):
            may_change (bool):
            scopes (list[ScopeRead]):
            member (None | StaffRef):
     """

    id: int
    login: str
    name: str
    role: str
    role_id: int | None
    role_name: None | str
    staff_id: int | None
    has_password: bool
    must_change_password: bool
    second_factor: bool
    locked_until: datetime.datetime | None
    disabled_at: datetime.datetime | None
    member_gone: bool
    signed_in_at: datetime.datetime | None
    seen_at: datetime.datetime | None
    created_at: datetime.datetime
    may_change: bool
    scopes: list[ScopeRead]
    member: None | StaffRef
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.scope_read import ScopeRead # noqa: PLC0415
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        id = self.id

        login = self.login

        name = self.name

        role = self.role

        role_id: int | None
        role_id = self.role_id

        role_name: None | str
        role_name = self.role_name

        staff_id: int | None
        staff_id = self.staff_id

        has_password = self.has_password

        must_change_password = self.must_change_password

        second_factor = self.second_factor

        locked_until: None | str
        if isinstance(self.locked_until, datetime.datetime):
            locked_until = self.locked_until.isoformat()
        else:
            locked_until = self.locked_until

        disabled_at: None | str
        if isinstance(self.disabled_at, datetime.datetime):
            disabled_at = self.disabled_at.isoformat()
        else:
            disabled_at = self.disabled_at

        member_gone = self.member_gone

        signed_in_at: None | str
        if isinstance(self.signed_in_at, datetime.datetime):
            signed_in_at = self.signed_in_at.isoformat()
        else:
            signed_in_at = self.signed_in_at

        seen_at: None | str
        if isinstance(self.seen_at, datetime.datetime):
            seen_at = self.seen_at.isoformat()
        else:
            seen_at = self.seen_at

        created_at = self.created_at.isoformat()

        may_change = self.may_change

        scopes = []
        for scopes_item_data in self.scopes:
            scopes_item = scopes_item_data.to_dict()
            scopes.append(scopes_item)



        member: dict[str, Any] | None
        if isinstance(self.member, StaffRef):
            member = self.member.to_dict()
        else:
            member = self.member


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "login": login,
            "name": name,
            "role": role,
            "role_id": role_id,
            "role_name": role_name,
            "staff_id": staff_id,
            "has_password": has_password,
            "must_change_password": must_change_password,
            "second_factor": second_factor,
            "locked_until": locked_until,
            "disabled_at": disabled_at,
            "member_gone": member_gone,
            "signed_in_at": signed_in_at,
            "seen_at": seen_at,
            "created_at": created_at,
            "may_change": may_change,
            "scopes": scopes,
            "member": member,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.scope_read import ScopeRead # noqa: PLC0415
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        login = d.pop("login")

        name = d.pop("name")

        role = d.pop("role")

        def _parse_role_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        role_id = _parse_role_id(d.pop("role_id"))


        def _parse_role_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        role_name = _parse_role_name(d.pop("role_name"))


        def _parse_staff_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        staff_id = _parse_staff_id(d.pop("staff_id"))


        has_password = d.pop("has_password")

        must_change_password = d.pop("must_change_password")

        second_factor = d.pop("second_factor")

        def _parse_locked_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                locked_until_type_0 = datetime.datetime.fromisoformat(data)



                return locked_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        locked_until = _parse_locked_until(d.pop("locked_until"))


        def _parse_disabled_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                disabled_at_type_0 = datetime.datetime.fromisoformat(data)



                return disabled_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        disabled_at = _parse_disabled_at(d.pop("disabled_at"))


        member_gone = d.pop("member_gone")

        def _parse_signed_in_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                signed_in_at_type_0 = datetime.datetime.fromisoformat(data)



                return signed_in_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        signed_in_at = _parse_signed_in_at(d.pop("signed_in_at"))


        def _parse_seen_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                seen_at_type_0 = datetime.datetime.fromisoformat(data)



                return seen_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        seen_at = _parse_seen_at(d.pop("seen_at"))


        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




        may_change = d.pop("may_change")

        scopes = []
        _scopes = d.pop("scopes")
        for scopes_item_data in (_scopes):
            scopes_item = ScopeRead.from_dict(scopes_item_data)



            scopes.append(scopes_item)


        def _parse_member(data: object) -> None | StaffRef:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                member_type_0 = StaffRef.from_dict(data)



                return member_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StaffRef, data)

        member = _parse_member(d.pop("member"))


        person_read = cls(
            id=id,
            login=login,
            name=name,
            role=role,
            role_id=role_id,
            role_name=role_name,
            staff_id=staff_id,
            has_password=has_password,
            must_change_password=must_change_password,
            second_factor=second_factor,
            locked_until=locked_until,
            disabled_at=disabled_at,
            member_gone=member_gone,
            signed_in_at=signed_in_at,
            seen_at=seen_at,
            created_at=created_at,
            may_change=may_change,
            scopes=scopes,
            member=member,
        )


        person_read.additional_properties = d
        return person_read

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
