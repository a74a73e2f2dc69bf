from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.handover_read_mode import HandoverReadMode
from ..models.handover_read_rule import HandoverReadRule
from ..models.handover_read_state import HandoverReadState
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.handover_groups import HandoverGroups
  from ..models.handover_people import HandoverPeople
  from ..models.handover_words import HandoverWords
  from ..models.staff_ref import StaffRef
  from ..models.taker_standing import TakerStanding





T = TypeVar("T", bound="HandoverRead")



@_attrs_define
class HandoverRead:
    """ One handover and how it stands.

        Attributes:
            id (int):
            name (str):
            mode (HandoverReadMode):
            from_ (StaffRef): A member by name; `account` is WeCom's userid.
            state (HandoverReadState):
            reason (str):
            reason_say (HandoverWords | None):
            errcode (int | None):
            created_by (str):
            created_by_name (str):
            created_at (datetime.datetime):
            ended_at (datetime.datetime | None):
            message (str):
            rule (HandoverReadRule):
            retry_of (int | None):
            takers (list[TakerStanding]):
            customers (HandoverPeople): People by state; they add up to those it was made with.

                `planned` are not asked yet, `asked` were taken by WeCom, `waiting` it says wait for the 24
                hours. Who was erased since is `excluded`.
            groups (HandoverGroups): Groups by state.
            calls (int):
            checked_at (datetime.datetime | None):
            next_check_at (datetime.datetime | None):
            eta (datetime.datetime | None):
            notes (list[str]):
     """

    id: int
    name: str
    mode: HandoverReadMode
    from_: StaffRef
    state: HandoverReadState
    reason: str
    reason_say: HandoverWords | None
    errcode: int | None
    created_by: str
    created_by_name: str
    created_at: datetime.datetime
    ended_at: datetime.datetime | None
    message: str
    rule: HandoverReadRule
    retry_of: int | None
    takers: list[TakerStanding]
    customers: HandoverPeople
    groups: HandoverGroups
    calls: int
    checked_at: datetime.datetime | None
    next_check_at: datetime.datetime | None
    eta: datetime.datetime | None
    notes: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.handover_groups import HandoverGroups # noqa: PLC0415
        from ..models.handover_people import HandoverPeople # noqa: PLC0415
        from ..models.handover_words import HandoverWords # noqa: PLC0415
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        from ..models.taker_standing import TakerStanding # noqa: PLC0415
        id = self.id

        name = self.name

        mode = self.mode.value

        from_ = self.from_.to_dict()

        state = self.state.value

        reason = self.reason

        reason_say: dict[str, Any] | None
        if isinstance(self.reason_say, HandoverWords):
            reason_say = self.reason_say.to_dict()
        else:
            reason_say = self.reason_say

        errcode: int | None
        errcode = self.errcode

        created_by = self.created_by

        created_by_name = self.created_by_name

        created_at = self.created_at.isoformat()

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        message = self.message

        rule = self.rule.value

        retry_of: int | None
        retry_of = self.retry_of

        takers = []
        for takers_item_data in self.takers:
            takers_item = takers_item_data.to_dict()
            takers.append(takers_item)



        customers = self.customers.to_dict()

        groups = self.groups.to_dict()

        calls = self.calls

        checked_at: None | str
        if isinstance(self.checked_at, datetime.datetime):
            checked_at = self.checked_at.isoformat()
        else:
            checked_at = self.checked_at

        next_check_at: None | str
        if isinstance(self.next_check_at, datetime.datetime):
            next_check_at = self.next_check_at.isoformat()
        else:
            next_check_at = self.next_check_at

        eta: None | str
        if isinstance(self.eta, datetime.datetime):
            eta = self.eta.isoformat()
        else:
            eta = self.eta

        notes = self.notes




        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "name": name,
            "mode": mode,
            "from": from_,
            "state": state,
            "reason": reason,
            "reason_say": reason_say,
            "errcode": errcode,
            "created_by": created_by,
            "created_by_name": created_by_name,
            "created_at": created_at,
            "ended_at": ended_at,
            "message": message,
            "rule": rule,
            "retry_of": retry_of,
            "takers": takers,
            "customers": customers,
            "groups": groups,
            "calls": calls,
            "checked_at": checked_at,
            "next_check_at": next_check_at,
            "eta": eta,
            "notes": notes,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.handover_groups import HandoverGroups # noqa: PLC0415
        from ..models.handover_people import HandoverPeople # noqa: PLC0415
        from ..models.handover_words import HandoverWords # noqa: PLC0415
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        from ..models.taker_standing import TakerStanding # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        mode = HandoverReadMode(d.pop("mode"))




        from_ = StaffRef.from_dict(d.pop("from"))




        state = HandoverReadState(d.pop("state"))




        reason = d.pop("reason")

        def _parse_reason_say(data: object) -> HandoverWords | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                reason_say_type_0 = HandoverWords.from_dict(data)



                return reason_say_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(HandoverWords | None, data)

        reason_say = _parse_reason_say(d.pop("reason_say"))


        def _parse_errcode(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        errcode = _parse_errcode(d.pop("errcode"))


        created_by = d.pop("created_by")

        created_by_name = d.pop("created_by_name")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




        def _parse_ended_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_at_type_0 = datetime.datetime.fromisoformat(data)



                return ended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ended_at = _parse_ended_at(d.pop("ended_at"))


        message = d.pop("message")

        rule = HandoverReadRule(d.pop("rule"))




        def _parse_retry_of(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        retry_of = _parse_retry_of(d.pop("retry_of"))


        takers = []
        _takers = d.pop("takers")
        for takers_item_data in (_takers):
            takers_item = TakerStanding.from_dict(takers_item_data)



            takers.append(takers_item)


        customers = HandoverPeople.from_dict(d.pop("customers"))




        groups = HandoverGroups.from_dict(d.pop("groups"))




        calls = d.pop("calls")

        def _parse_checked_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                checked_at_type_0 = datetime.datetime.fromisoformat(data)



                return checked_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        checked_at = _parse_checked_at(d.pop("checked_at"))


        def _parse_next_check_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_check_at_type_0 = datetime.datetime.fromisoformat(data)



                return next_check_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        next_check_at = _parse_next_check_at(d.pop("next_check_at"))


        def _parse_eta(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                eta_type_0 = datetime.datetime.fromisoformat(data)



                return eta_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        eta = _parse_eta(d.pop("eta"))


        notes = cast(list[str], d.pop("notes"))


        handover_read = cls(
            id=id,
            name=name,
            mode=mode,
            from_=from_,
            state=state,
            reason=reason,
            reason_say=reason_say,
            errcode=errcode,
            created_by=created_by,
            created_by_name=created_by_name,
            created_at=created_at,
            ended_at=ended_at,
            message=message,
            rule=rule,
            retry_of=retry_of,
            takers=takers,
            customers=customers,
            groups=groups,
            calls=calls,
            checked_at=checked_at,
            next_check_at=next_check_at,
            eta=eta,
            notes=notes,
        )


        handover_read.additional_properties = d
        return handover_read

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
