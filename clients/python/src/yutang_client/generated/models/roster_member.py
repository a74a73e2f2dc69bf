from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.roster_member_reason_type_0 import RosterMemberReasonType0
from typing import cast
import datetime






T = TypeVar("T", bound="RosterMember")



@_attrs_define
class RosterMember:
    """ A member now; `on`: customers come to him, by the rules or because nobody else is there.

        Attributes:
            id (int):
            name (str):
            account (str):
            stand_in (bool):
            on (bool):
            reason (None | RosterMemberReasonType0):
            off_until (datetime.datetime | None):
            adds_today (int):
            day_cap (int | None):
            room_left (int | None):
     """

    id: int
    name: str
    account: str
    stand_in: bool
    on: bool
    reason: None | RosterMemberReasonType0
    off_until: datetime.datetime | None
    adds_today: int
    day_cap: int | None
    room_left: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        account = self.account

        stand_in = self.stand_in

        on = self.on

        reason: None | str
        if isinstance(self.reason, RosterMemberReasonType0):
            reason = self.reason.value
        else:
            reason = self.reason

        off_until: None | str
        if isinstance(self.off_until, datetime.datetime):
            off_until = self.off_until.isoformat()
        else:
            off_until = self.off_until

        adds_today = self.adds_today

        day_cap: int | None
        day_cap = self.day_cap

        room_left: int | None
        room_left = self.room_left


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "name": name,
            "account": account,
            "stand_in": stand_in,
            "on": on,
            "reason": reason,
            "off_until": off_until,
            "adds_today": adds_today,
            "day_cap": day_cap,
            "room_left": room_left,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        account = d.pop("account")

        stand_in = d.pop("stand_in")

        on = d.pop("on")

        def _parse_reason(data: object) -> None | RosterMemberReasonType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reason_type_0 = RosterMemberReasonType0(data)



                return reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RosterMemberReasonType0, data)

        reason = _parse_reason(d.pop("reason"))


        def _parse_off_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                off_until_type_0 = datetime.datetime.fromisoformat(data)



                return off_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        off_until = _parse_off_until(d.pop("off_until"))


        adds_today = d.pop("adds_today")

        def _parse_day_cap(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        day_cap = _parse_day_cap(d.pop("day_cap"))


        def _parse_room_left(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        room_left = _parse_room_left(d.pop("room_left"))


        roster_member = cls(
            id=id,
            name=name,
            account=account,
            stand_in=stand_in,
            on=on,
            reason=reason,
            off_until=off_until,
            adds_today=adds_today,
            day_cap=day_cap,
            room_left=room_left,
        )


        roster_member.additional_properties = d
        return roster_member

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
