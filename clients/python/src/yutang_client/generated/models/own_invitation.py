from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.own_invitation_state import OwnInvitationState
from typing import cast
import datetime






T = TypeVar("T", bound="OwnInvitation")



@_attrs_define
class OwnInvitation:
    """ What a member sends to a customer.

        Attributes:
            invitation_id (int):
            task_id (int | None):
            name (str):
            text (str):
            qr_code (None | str):
            group_names (list[str]):
            state (OwnInvitationState):
            asked_at (datetime.datetime):
     """

    invitation_id: int
    task_id: int | None
    name: str
    text: str
    qr_code: None | str
    group_names: list[str]
    state: OwnInvitationState
    asked_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        invitation_id = self.invitation_id

        task_id: int | None
        task_id = self.task_id

        name = self.name

        text = self.text

        qr_code: None | str
        qr_code = self.qr_code

        group_names = self.group_names



        state = self.state.value

        asked_at = self.asked_at.isoformat()


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "invitation_id": invitation_id,
            "task_id": task_id,
            "name": name,
            "text": text,
            "qr_code": qr_code,
            "group_names": group_names,
            "state": state,
            "asked_at": asked_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        invitation_id = d.pop("invitation_id")

        def _parse_task_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        task_id = _parse_task_id(d.pop("task_id"))


        name = d.pop("name")

        text = d.pop("text")

        def _parse_qr_code(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        qr_code = _parse_qr_code(d.pop("qr_code"))


        group_names = cast(list[str], d.pop("group_names"))


        state = OwnInvitationState(d.pop("state"))




        asked_at = datetime.datetime.fromisoformat(d.pop("asked_at"))




        own_invitation = cls(
            invitation_id=invitation_id,
            task_id=task_id,
            name=name,
            text=text,
            qr_code=qr_code,
            group_names=group_names,
            state=state,
            asked_at=asked_at,
        )


        own_invitation.additional_properties = d
        return own_invitation

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
