from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.customer_group_left_how_type_0 import CustomerGroupLeftHowType0
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.group_owner import GroupOwner
  from ..models.group_staff_ref import GroupStaffRef





T = TypeVar("T", bound="CustomerGroup")



@_attrs_define
class CustomerGroup:
    """ A stay of one customer.

        Attributes:
            id (int):
            name (str):
            owner (GroupOwner | None):
            joined_at (datetime.datetime):
            left_at (datetime.datetime | None):
            left_how (CustomerGroupLeftHowType0 | None):
            scene (int | None):
            inviter (GroupStaffRef | None):
     """

    id: int
    name: str
    owner: GroupOwner | None
    joined_at: datetime.datetime
    left_at: datetime.datetime | None
    left_how: CustomerGroupLeftHowType0 | None
    scene: int | None
    inviter: GroupStaffRef | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.group_owner import GroupOwner # noqa: PLC0415
        from ..models.group_staff_ref import GroupStaffRef # noqa: PLC0415
        id = self.id

        name = self.name

        owner: dict[str, Any] | None
        if isinstance(self.owner, GroupOwner):
            owner = self.owner.to_dict()
        else:
            owner = self.owner

        joined_at = self.joined_at.isoformat()

        left_at: None | str
        if isinstance(self.left_at, datetime.datetime):
            left_at = self.left_at.isoformat()
        else:
            left_at = self.left_at

        left_how: None | str
        if isinstance(self.left_how, CustomerGroupLeftHowType0):
            left_how = self.left_how.value
        else:
            left_how = self.left_how

        scene: int | None
        scene = self.scene

        inviter: dict[str, Any] | None
        if isinstance(self.inviter, GroupStaffRef):
            inviter = self.inviter.to_dict()
        else:
            inviter = self.inviter


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "name": name,
            "owner": owner,
            "joined_at": joined_at,
            "left_at": left_at,
            "left_how": left_how,
            "scene": scene,
            "inviter": inviter,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.group_owner import GroupOwner # noqa: PLC0415
        from ..models.group_staff_ref import GroupStaffRef # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        def _parse_owner(data: object) -> GroupOwner | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                owner_type_0 = GroupOwner.from_dict(data)



                return owner_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GroupOwner | None, data)

        owner = _parse_owner(d.pop("owner"))


        joined_at = datetime.datetime.fromisoformat(d.pop("joined_at"))




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


        def _parse_left_how(data: object) -> CustomerGroupLeftHowType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                left_how_type_0 = CustomerGroupLeftHowType0(data)



                return left_how_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CustomerGroupLeftHowType0 | None, data)

        left_how = _parse_left_how(d.pop("left_how"))


        def _parse_scene(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        scene = _parse_scene(d.pop("scene"))


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


        customer_group = cls(
            id=id,
            name=name,
            owner=owner,
            joined_at=joined_at,
            left_at=left_at,
            left_how=left_how,
            scene=scene,
            inviter=inviter,
        )


        customer_group.additional_properties = d
        return customer_group

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
