from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.handed_group_state import HandedGroupState
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.handed_group_name import HandedGroupName
  from ..models.handover_words import HandoverWords
  from ..models.staff_ref import StaffRef





T = TypeVar("T", bound="HandedGroup")



@_attrs_define
class HandedGroup:
    """ One group of a handover.

        Attributes:
            group (HandedGroupName): A group by name.
            taker (None | StaffRef):
            state (HandedGroupState):
            reason (None | str):
            say (HandoverWords | None):
            errcode (int | None):
            asked_at (datetime.datetime | None):
            settled_at (datetime.datetime | None):
     """

    group: HandedGroupName
    taker: None | StaffRef
    state: HandedGroupState
    reason: None | str
    say: HandoverWords | None
    errcode: int | None
    asked_at: datetime.datetime | None
    settled_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.handed_group_name import HandedGroupName # noqa: PLC0415
        from ..models.handover_words import HandoverWords # noqa: PLC0415
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        group = self.group.to_dict()

        taker: dict[str, Any] | None
        if isinstance(self.taker, StaffRef):
            taker = self.taker.to_dict()
        else:
            taker = self.taker

        state = self.state.value

        reason: None | str
        reason = self.reason

        say: dict[str, Any] | None
        if isinstance(self.say, HandoverWords):
            say = self.say.to_dict()
        else:
            say = self.say

        errcode: int | None
        errcode = self.errcode

        asked_at: None | str
        if isinstance(self.asked_at, datetime.datetime):
            asked_at = self.asked_at.isoformat()
        else:
            asked_at = self.asked_at

        settled_at: None | str
        if isinstance(self.settled_at, datetime.datetime):
            settled_at = self.settled_at.isoformat()
        else:
            settled_at = self.settled_at


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "group": group,
            "taker": taker,
            "state": state,
            "reason": reason,
            "say": say,
            "errcode": errcode,
            "asked_at": asked_at,
            "settled_at": settled_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.handed_group_name import HandedGroupName # noqa: PLC0415
        from ..models.handover_words import HandoverWords # noqa: PLC0415
        from ..models.staff_ref import StaffRef # noqa: PLC0415
        d = dict(src_dict)
        group = HandedGroupName.from_dict(d.pop("group"))




        def _parse_taker(data: object) -> None | StaffRef:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                taker_type_0 = StaffRef.from_dict(data)



                return taker_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StaffRef, data)

        taker = _parse_taker(d.pop("taker"))


        state = HandedGroupState(d.pop("state"))




        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))


        def _parse_say(data: object) -> HandoverWords | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                say_type_0 = HandoverWords.from_dict(data)



                return say_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(HandoverWords | None, data)

        say = _parse_say(d.pop("say"))


        def _parse_errcode(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        errcode = _parse_errcode(d.pop("errcode"))


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


        def _parse_settled_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                settled_at_type_0 = datetime.datetime.fromisoformat(data)



                return settled_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        settled_at = _parse_settled_at(d.pop("settled_at"))


        handed_group = cls(
            group=group,
            taker=taker,
            state=state,
            reason=reason,
            say=say,
            errcode=errcode,
            asked_at=asked_at,
            settled_at=settled_at,
        )


        handed_group.additional_properties = d
        return handed_group

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
