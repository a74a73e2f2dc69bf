from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.group_stay_left_how_type_0 import GroupStayLeftHowType0
from ..models.group_stay_own_role_type_0 import GroupStayOwnRoleType0
from ..models.group_stay_role import GroupStayRole
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.group_person import GroupPerson
  from ..models.group_staff_ref import GroupStaffRef





T = TypeVar("T", bound="GroupStay")



@_attrs_define
class GroupStay:
    """ One stay of one person, or member of the corp, in the group.

        Attributes:
            member (str):
            staff (GroupStaffRef | None):
            customer (GroupPerson | None):
            name (str):
            nickname (str):
            role (GroupStayRole):
            own_role (GroupStayOwnRoleType0 | None):
            insider (GroupStaffRef | None):
            joined_at (datetime.datetime):
            scene (int | None):
            code_state (None | str):
            inviter (GroupStaffRef | None):
            left_at (datetime.datetime | None):
            left_how (GroupStayLeftHowType0 | None):
     """

    member: str
    staff: GroupStaffRef | None
    customer: GroupPerson | None
    name: str
    nickname: str
    role: GroupStayRole
    own_role: GroupStayOwnRoleType0 | None
    insider: GroupStaffRef | None
    joined_at: datetime.datetime
    scene: int | None
    code_state: None | str
    inviter: GroupStaffRef | None
    left_at: datetime.datetime | None
    left_how: GroupStayLeftHowType0 | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.group_person import GroupPerson # noqa: PLC0415
        from ..models.group_staff_ref import GroupStaffRef # noqa: PLC0415
        member = self.member

        staff: dict[str, Any] | None
        if isinstance(self.staff, GroupStaffRef):
            staff = self.staff.to_dict()
        else:
            staff = self.staff

        customer: dict[str, Any] | None
        if isinstance(self.customer, GroupPerson):
            customer = self.customer.to_dict()
        else:
            customer = self.customer

        name = self.name

        nickname = self.nickname

        role = self.role.value

        own_role: None | str
        if isinstance(self.own_role, GroupStayOwnRoleType0):
            own_role = self.own_role.value
        else:
            own_role = self.own_role

        insider: dict[str, Any] | None
        if isinstance(self.insider, GroupStaffRef):
            insider = self.insider.to_dict()
        else:
            insider = self.insider

        joined_at = self.joined_at.isoformat()

        scene: int | None
        scene = self.scene

        code_state: None | str
        code_state = self.code_state

        inviter: dict[str, Any] | None
        if isinstance(self.inviter, GroupStaffRef):
            inviter = self.inviter.to_dict()
        else:
            inviter = self.inviter

        left_at: None | str
        if isinstance(self.left_at, datetime.datetime):
            left_at = self.left_at.isoformat()
        else:
            left_at = self.left_at

        left_how: None | str
        if isinstance(self.left_how, GroupStayLeftHowType0):
            left_how = self.left_how.value
        else:
            left_how = self.left_how


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "member": member,
            "staff": staff,
            "customer": customer,
            "name": name,
            "nickname": nickname,
            "role": role,
            "own_role": own_role,
            "insider": insider,
            "joined_at": joined_at,
            "scene": scene,
            "code_state": code_state,
            "inviter": inviter,
            "left_at": left_at,
            "left_how": left_how,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.group_person import GroupPerson # noqa: PLC0415
        from ..models.group_staff_ref import GroupStaffRef # noqa: PLC0415
        d = dict(src_dict)
        member = d.pop("member")

        def _parse_staff(data: object) -> GroupStaffRef | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                staff_type_0 = GroupStaffRef.from_dict(data)



                return staff_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GroupStaffRef | None, data)

        staff = _parse_staff(d.pop("staff"))


        def _parse_customer(data: object) -> GroupPerson | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                customer_type_0 = GroupPerson.from_dict(data)



                return customer_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GroupPerson | None, data)

        customer = _parse_customer(d.pop("customer"))


        name = d.pop("name")

        nickname = d.pop("nickname")

        role = GroupStayRole(d.pop("role"))




        def _parse_own_role(data: object) -> GroupStayOwnRoleType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                own_role_type_0 = GroupStayOwnRoleType0(data)



                return own_role_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GroupStayOwnRoleType0 | None, data)

        own_role = _parse_own_role(d.pop("own_role"))


        def _parse_insider(data: object) -> GroupStaffRef | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                insider_type_0 = GroupStaffRef.from_dict(data)



                return insider_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GroupStaffRef | None, data)

        insider = _parse_insider(d.pop("insider"))


        joined_at = datetime.datetime.fromisoformat(d.pop("joined_at"))




        def _parse_scene(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        scene = _parse_scene(d.pop("scene"))


        def _parse_code_state(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        code_state = _parse_code_state(d.pop("code_state"))


        def _parse_inviter(data: object) -> GroupStaffRef | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                inviter_type_0 = GroupStaffRef.from_dict(data)



                return inviter_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GroupStaffRef | None, data)

        inviter = _parse_inviter(d.pop("inviter"))


        def _parse_left_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                left_at_type_0 = datetime.datetime.fromisoformat(data)



                return left_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        left_at = _parse_left_at(d.pop("left_at"))


        def _parse_left_how(data: object) -> GroupStayLeftHowType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                left_how_type_0 = GroupStayLeftHowType0(data)



                return left_how_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GroupStayLeftHowType0 | None, data)

        left_how = _parse_left_how(d.pop("left_how"))


        group_stay = cls(
            member=member,
            staff=staff,
            customer=customer,
            name=name,
            nickname=nickname,
            role=role,
            own_role=own_role,
            insider=insider,
            joined_at=joined_at,
            scene=scene,
            code_state=code_state,
            inviter=inviter,
            left_at=left_at,
            left_how=left_how,
        )


        group_stay.additional_properties = d
        return group_stay

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
