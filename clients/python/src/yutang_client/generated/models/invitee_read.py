from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.invitee_read_reason_type_0 import InviteeReadReasonType0
from ..models.invitee_read_state import InviteeReadState
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.group_ref import GroupRef
  from ..models.staff_ref import StaffRef





T = TypeVar("T", bound="InviteeRead")



@_attrs_define
class InviteeRead:
    """ A person whom it is for.

        Attributes:
            customer_id (int):
            name (str):
            staff (None | StaffRef):
            state (InviteeReadState):
            reason (InviteeReadReasonType0 | None):
            asked_at (datetime.datetime | None):
            sent_at (datetime.datetime | None):
            joined_at (datetime.datetime | None):
            group (GroupRef | None):
            left_at (datetime.datetime | None):
     """

    customer_id: int
    name: str
    staff: None | StaffRef
    state: InviteeReadState
    reason: InviteeReadReasonType0 | None
    asked_at: datetime.datetime | None
    sent_at: datetime.datetime | None
    joined_at: datetime.datetime | None
    group: GroupRef | None
    left_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.group_ref import GroupRef # noqa: PLC0415
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        customer_id = self.customer_id

        name = self.name

        staff: dict[str, Any] | None
        if isinstance(self.staff, StaffRef):
            staff = self.staff.to_dict()
        else:
            staff = self.staff

        state = self.state.value

        reason: None | str
        if isinstance(self.reason, InviteeReadReasonType0):
            reason = self.reason.value
        else:
            reason = self.reason

        asked_at: None | str
        if isinstance(self.asked_at, datetime.datetime):
            asked_at = self.asked_at.isoformat()
        else:
            asked_at = self.asked_at

        sent_at: None | str
        if isinstance(self.sent_at, datetime.datetime):
            sent_at = self.sent_at.isoformat()
        else:
            sent_at = self.sent_at

        joined_at: None | str
        if isinstance(self.joined_at, datetime.datetime):
            joined_at = self.joined_at.isoformat()
        else:
            joined_at = self.joined_at

        group: dict[str, Any] | None
        if isinstance(self.group, GroupRef):
            group = self.group.to_dict()
        else:
            group = self.group

        left_at: None | str
        if isinstance(self.left_at, datetime.datetime):
            left_at = self.left_at.isoformat()
        else:
            left_at = self.left_at


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "customer_id": customer_id,
            "name": name,
            "staff": staff,
            "state": state,
            "reason": reason,
            "asked_at": asked_at,
            "sent_at": sent_at,
            "joined_at": joined_at,
            "group": group,
            "left_at": left_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.group_ref import GroupRef # noqa: PLC0415
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        d = dict(src_dict)
        customer_id = d.pop("customer_id")

        name = d.pop("name")

        def _parse_staff(data: object) -> None | StaffRef:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                staff_type_0 = StaffRef.from_dict(data)



                return staff_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StaffRef, data)

        staff = _parse_staff(d.pop("staff"))


        state = InviteeReadState(d.pop("state"))




        def _parse_reason(data: object) -> InviteeReadReasonType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reason_type_0 = InviteeReadReasonType0(data)



                return reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(InviteeReadReasonType0 | None, data)

        reason = _parse_reason(d.pop("reason"))


        def _parse_asked_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                asked_at_type_0 = datetime.datetime.fromisoformat(data)



                return asked_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        asked_at = _parse_asked_at(d.pop("asked_at"))


        def _parse_sent_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sent_at_type_0 = datetime.datetime.fromisoformat(data)



                return sent_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        sent_at = _parse_sent_at(d.pop("sent_at"))


        def _parse_joined_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                joined_at_type_0 = datetime.datetime.fromisoformat(data)



                return joined_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        joined_at = _parse_joined_at(d.pop("joined_at"))


        def _parse_group(data: object) -> GroupRef | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                group_type_0 = GroupRef.from_dict(data)



                return group_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GroupRef | None, data)

        group = _parse_group(d.pop("group"))


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


        invitee_read = cls(
            customer_id=customer_id,
            name=name,
            staff=staff,
            state=state,
            reason=reason,
            asked_at=asked_at,
            sent_at=sent_at,
            joined_at=joined_at,
            group=group,
            left_at=left_at,
        )


        invitee_read.additional_properties = d
        return invitee_read

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
