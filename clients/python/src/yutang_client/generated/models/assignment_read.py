from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.assignment_read_reason import AssignmentReadReason
from ..models.assignment_read_state import AssignmentReadState
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.staff_ref import StaffRef





T = TypeVar("T", bound="AssignmentRead")



@_attrs_define
class AssignmentRead:
    """ Somebody was shown a member; `state` none: no place was held, for they are friends.

        Attributes:
            id (int):
            staff (StaffRef): A member by name; `account` is WeCom's userid.
            reason (AssignmentReadReason):
            city (str):
            shown_at (datetime.datetime):
            hold_until (datetime.datetime | None):
            added_at (datetime.datetime | None):
            state (AssignmentReadState):
     """

    id: int
    staff: StaffRef
    reason: AssignmentReadReason
    city: str
    shown_at: datetime.datetime
    hold_until: datetime.datetime | None
    added_at: datetime.datetime | None
    state: AssignmentReadState
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        id = self.id

        staff = self.staff.to_dict()

        reason = self.reason.value

        city = self.city

        shown_at = self.shown_at.isoformat()

        hold_until: None | str
        if isinstance(self.hold_until, datetime.datetime):
            hold_until = self.hold_until.isoformat()
        else:
            hold_until = self.hold_until

        added_at: None | str
        if isinstance(self.added_at, datetime.datetime):
            added_at = self.added_at.isoformat()
        else:
            added_at = self.added_at

        state = self.state.value


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "staff": staff,
            "reason": reason,
            "city": city,
            "shown_at": shown_at,
            "hold_until": hold_until,
            "added_at": added_at,
            "state": state,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        staff = StaffRef.from_dict(d.pop("staff"))




        reason = AssignmentReadReason(d.pop("reason"))




        city = d.pop("city")

        shown_at = datetime.datetime.fromisoformat(d.pop("shown_at"))




        def _parse_hold_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                hold_until_type_0 = datetime.datetime.fromisoformat(data)



                return hold_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        hold_until = _parse_hold_until(d.pop("hold_until"))


        def _parse_added_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                added_at_type_0 = datetime.datetime.fromisoformat(data)



                return added_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        added_at = _parse_added_at(d.pop("added_at"))


        state = AssignmentReadState(d.pop("state"))




        assignment_read = cls(
            id=id,
            staff=staff,
            reason=reason,
            city=city,
            shown_at=shown_at,
            hold_until=hold_until,
            added_at=added_at,
            state=state,
        )


        assignment_read.additional_properties = d
        return assignment_read

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
