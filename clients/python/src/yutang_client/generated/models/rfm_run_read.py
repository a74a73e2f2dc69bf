from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.rfm_run_read_state import RfmRunReadState
from typing import cast
import datetime






T = TypeVar("T", bound="RfmRunRead")



@_attrs_define
class RfmRunRead:
    """ One reckoning.

    `progress` goes from 0 to 1; `moves` are changes of class since the one before it, `moved` those
    that stand in the event log already.

        Attributes:
            id (int):
            state (RfmRunReadState):
            asked_by (str):
            version (int):
            days (int):
            at (datetime.datetime):
            started_at (datetime.datetime):
            ended_at (datetime.datetime | None):
            people (int):
            moves (int):
            moved (int):
            progress (float):
            reason (None | str):
     """

    id: int
    state: RfmRunReadState
    asked_by: str
    version: int
    days: int
    at: datetime.datetime
    started_at: datetime.datetime
    ended_at: datetime.datetime | None
    people: int
    moves: int
    moved: int
    progress: float
    reason: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        state = self.state.value

        asked_by = self.asked_by

        version = self.version

        days = self.days

        at = self.at.isoformat()

        started_at = self.started_at.isoformat()

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        people = self.people

        moves = self.moves

        moved = self.moved

        progress = self.progress

        reason: None | str
        reason = self.reason


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "state": state,
            "asked_by": asked_by,
            "version": version,
            "days": days,
            "at": at,
            "started_at": started_at,
            "ended_at": ended_at,
            "people": people,
            "moves": moves,
            "moved": moved,
            "progress": progress,
            "reason": reason,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        state = RfmRunReadState(d.pop("state"))




        asked_by = d.pop("asked_by")

        version = d.pop("version")

        days = d.pop("days")

        at = datetime.datetime.fromisoformat(d.pop("at"))




        started_at = datetime.datetime.fromisoformat(d.pop("started_at"))




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


        people = d.pop("people")

        moves = d.pop("moves")

        moved = d.pop("moved")

        progress = d.pop("progress")

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))


        rfm_run_read = cls(
            id=id,
            state=state,
            asked_by=asked_by,
            version=version,
            days=days,
            at=at,
            started_at=started_at,
            ended_at=ended_at,
            people=people,
            moves=moves,
            moved=moved,
            progress=progress,
            reason=reason,
        )


        rfm_run_read.additional_properties = d
        return rfm_run_read

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
