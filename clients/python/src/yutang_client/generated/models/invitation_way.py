from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.invitation_way_status import InvitationWayStatus
from typing import cast

if TYPE_CHECKING:
  from ..models.group_ref import GroupRef





T = TypeVar("T", bound="InvitationWay")



@_attrs_define
class InvitationWay:
    """ A code of it, and its groups.

        Attributes:
            part (int):
            status (InvitationWayStatus):
            qr_code (str):
            groups (list[GroupRef]):
            store_id (int | None):
            store_name (None | str):
            has_room (bool):
     """

    part: int
    status: InvitationWayStatus
    qr_code: str
    groups: list[GroupRef]
    store_id: int | None
    store_name: None | str
    has_room: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.group_ref import GroupRef # noqa: PLC0415
        part = self.part

        status = self.status.value

        qr_code = self.qr_code

        groups = []
        for groups_item_data in self.groups:
            groups_item = groups_item_data.to_dict()
            groups.append(groups_item)



        store_id: int | None
        store_id = self.store_id

        store_name: None | str
        store_name = self.store_name

        has_room = self.has_room


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "part": part,
            "status": status,
            "qr_code": qr_code,
            "groups": groups,
            "store_id": store_id,
            "store_name": store_name,
            "has_room": has_room,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.group_ref import GroupRef # noqa: PLC0415
        d = dict(src_dict)
        part = d.pop("part")

        status = InvitationWayStatus(d.pop("status"))




        qr_code = d.pop("qr_code")

        groups = []
        _groups = d.pop("groups")
        for groups_item_data in (_groups):
            groups_item = GroupRef.from_dict(groups_item_data)



            groups.append(groups_item)


        def _parse_store_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        store_id = _parse_store_id(d.pop("store_id"))


        def _parse_store_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        store_name = _parse_store_name(d.pop("store_name"))


        has_room = d.pop("has_room")

        invitation_way = cls(
            part=part,
            status=status,
            qr_code=qr_code,
            groups=groups,
            store_id=store_id,
            store_name=store_name,
            has_room=has_room,
        )


        invitation_way.additional_properties = d
        return invitation_way

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
