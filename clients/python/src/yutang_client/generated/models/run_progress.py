from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.run_progress_mode import RunProgressMode
from ..models.run_progress_state import RunProgressState
from typing import cast
import datetime






T = TypeVar("T", bound="RunProgress")



@_attrs_define
class RunProgress:
    """ A reading, running or over. `done` and `total` count members, or groups.

        Attributes:
            id (int):
            mode (RunProgressMode):
            state (RunProgressState):
            asked_by (str):
            done (int):
            total (int | None):
            calls (int):
            relations (int):
            new_customers (int):
            changed_customers (int):
            missing (int):
            gone (int):
            drifts (int):
            unseen_members (int):
            unlicensed_members (int):
            unlicensed (list[str]):
            per_second (float | None):
            ends_at (datetime.datetime | None):
            reason (None | str):
            started_at (datetime.datetime):
            updated_at (datetime.datetime):
            ended_at (datetime.datetime | None):
     """

    id: int
    mode: RunProgressMode
    state: RunProgressState
    asked_by: str
    done: int
    total: int | None
    calls: int
    relations: int
    new_customers: int
    changed_customers: int
    missing: int
    gone: int
    drifts: int
    unseen_members: int
    unlicensed_members: int
    unlicensed: list[str]
    per_second: float | None
    ends_at: datetime.datetime | None
    reason: None | str
    started_at: datetime.datetime
    updated_at: datetime.datetime
    ended_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        mode = self.mode.value

        state = self.state.value

        asked_by = self.asked_by

        done = self.done

        total: int | None
        total = self.total

        calls = self.calls

        relations = self.relations

        new_customers = self.new_customers

        changed_customers = self.changed_customers

        missing = self.missing

        gone = self.gone

        drifts = self.drifts

        unseen_members = self.unseen_members

        unlicensed_members = self.unlicensed_members

        unlicensed = self.unlicensed



        per_second: float | None
        per_second = self.per_second

        ends_at: None | str
        if isinstance(self.ends_at, datetime.datetime):
            ends_at = self.ends_at.isoformat()
        else:
            ends_at = self.ends_at

        reason: None | str
        reason = self.reason

        started_at = self.started_at.isoformat()

        updated_at = self.updated_at.isoformat()

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "mode": mode,
            "state": state,
            "asked_by": asked_by,
            "done": done,
            "total": total,
            "calls": calls,
            "relations": relations,
            "new_customers": new_customers,
            "changed_customers": changed_customers,
            "missing": missing,
            "gone": gone,
            "drifts": drifts,
            "unseen_members": unseen_members,
            "unlicensed_members": unlicensed_members,
            "unlicensed": unlicensed,
            "per_second": per_second,
            "ends_at": ends_at,
            "reason": reason,
            "started_at": started_at,
            "updated_at": updated_at,
            "ended_at": ended_at,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        mode = RunProgressMode(d.pop("mode"))




        state = RunProgressState(d.pop("state"))




        asked_by = d.pop("asked_by")

        done = d.pop("done")

        def _parse_total(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        total = _parse_total(d.pop("total"))


        calls = d.pop("calls")

        relations = d.pop("relations")

        new_customers = d.pop("new_customers")

        changed_customers = d.pop("changed_customers")

        missing = d.pop("missing")

        gone = d.pop("gone")

        drifts = d.pop("drifts")

        unseen_members = d.pop("unseen_members")

        unlicensed_members = d.pop("unlicensed_members")

        unlicensed = cast(list[str], d.pop("unlicensed"))


        def _parse_per_second(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        per_second = _parse_per_second(d.pop("per_second"))


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


        run_progress = cls(
            id=id,
            mode=mode,
            state=state,
            asked_by=asked_by,
            done=done,
            total=total,
            calls=calls,
            relations=relations,
            new_customers=new_customers,
            changed_customers=changed_customers,
            missing=missing,
            gone=gone,
            drifts=drifts,
            unseen_members=unseen_members,
            unlicensed_members=unlicensed_members,
            unlicensed=unlicensed,
            per_second=per_second,
            ends_at=ends_at,
            reason=reason,
            started_at=started_at,
            updated_at=updated_at,
            ended_at=ended_at,
        )


        run_progress.additional_properties = d
        return run_progress

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
