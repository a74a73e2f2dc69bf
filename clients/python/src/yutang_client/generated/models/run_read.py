from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.run_read_state import RunReadState
from typing import cast
import datetime






T = TypeVar("T", bound="RunRead")



@_attrs_define
class RunRead:
    """ A bulk run.

        Attributes:
            id (int):
            kind (str):
            path (str):
            state (RunReadState):
            asked_by (str):
            done (int):
            total (int | None):
            calls (int):
            reason (None | str):
            started_at (datetime.datetime):
            updated_at (datetime.datetime):
            ended_at (datetime.datetime | None):
            ends_at (datetime.datetime | None):
     """

    id: int
    kind: str
    path: str
    state: RunReadState
    asked_by: str
    done: int
    total: int | None
    calls: int
    reason: None | str
    started_at: datetime.datetime
    updated_at: datetime.datetime
    ended_at: datetime.datetime | None
    ends_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        kind = self.kind

        path = self.path

        state = self.state.value

        asked_by = self.asked_by

        done = self.done

        total: int | None
        total = self.total

        calls = self.calls

        reason: None | str
        reason = self.reason

        started_at = self.started_at.isoformat()

        updated_at = self.updated_at.isoformat()

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        ends_at: None | str
        if isinstance(self.ends_at, datetime.datetime):
            ends_at = self.ends_at.isoformat()
        else:
            ends_at = self.ends_at


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "kind": kind,
            "path": path,
            "state": state,
            "asked_by": asked_by,
            "done": done,
            "total": total,
            "calls": calls,
            "reason": reason,
            "started_at": started_at,
            "updated_at": updated_at,
            "ended_at": ended_at,
            "ends_at": ends_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        kind = d.pop("kind")

        path = d.pop("path")

        state = RunReadState(d.pop("state"))




        asked_by = d.pop("asked_by")

        done = d.pop("done")

        def _parse_total(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        total = _parse_total(d.pop("total"))


        calls = d.pop("calls")

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))


        started_at = datetime.datetime.fromisoformat(d.pop("started_at"))




        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))




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


        def _parse_ends_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ends_at_type_0 = datetime.datetime.fromisoformat(data)



                return ends_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ends_at = _parse_ends_at(d.pop("ends_at"))


        run_read = cls(
            id=id,
            kind=kind,
            path=path,
            state=state,
            asked_by=asked_by,
            done=done,
            total=total,
            calls=calls,
            reason=reason,
            started_at=started_at,
            updated_at=updated_at,
            ended_at=ended_at,
            ends_at=ends_at,
        )


        run_read.additional_properties = d
        return run_read

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
