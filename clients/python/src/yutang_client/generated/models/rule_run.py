from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.rule_run_cause import RuleRunCause
from ..models.rule_run_state import RuleRunState
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.rule_outcome import RuleOutcome
  from ..models.rule_undo import RuleUndo





T = TypeVar("T", bound="RuleRun")



@_attrs_define
class RuleRun:
    """ One run; those by events hold all of one hour.

        Attributes:
            id (int):
            rule_id (int):
            rule_name (str):
            cause (RuleRunCause):
            state (RuleRunState):
            asked_by (str):
            asked_by_name (None | str):
            began_at (datetime.datetime):
            ended_at (datetime.datetime | None):
            asked (int):
            done (int):
            changed (int):
            refused (int):
            outcomes (list[RuleOutcome]):
            took_ms (int):
            error (None | str):
            undo (None | RuleUndo):
            undo_until (datetime.datetime | None):
     """

    id: int
    rule_id: int
    rule_name: str
    cause: RuleRunCause
    state: RuleRunState
    asked_by: str
    asked_by_name: None | str
    began_at: datetime.datetime
    ended_at: datetime.datetime | None
    asked: int
    done: int
    changed: int
    refused: int
    outcomes: list[RuleOutcome]
    took_ms: int
    error: None | str
    undo: None | RuleUndo
    undo_until: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.rule_outcome import RuleOutcome # noqa: PLC0415
        from ..models.rule_undo import RuleUndo # noqa: PLC0415
        id = self.id

        rule_id = self.rule_id

        rule_name = self.rule_name

        cause = self.cause.value

        state = self.state.value

        asked_by = self.asked_by

        asked_by_name: None | str
        asked_by_name = self.asked_by_name

        began_at = self.began_at.isoformat()

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        asked = self.asked

        done = self.done

        changed = self.changed

        refused = self.refused

        outcomes = []
        for outcomes_item_data in self.outcomes:
            outcomes_item = outcomes_item_data.to_dict()
            outcomes.append(outcomes_item)



        took_ms = self.took_ms

        error: None | str
        error = self.error

        undo: dict[str, Any] | None
        if isinstance(self.undo, RuleUndo):
            undo = self.undo.to_dict()
        else:
            undo = self.undo

        undo_until: None | str
        if isinstance(self.undo_until, datetime.datetime):
            undo_until = self.undo_until.isoformat()
        else:
            undo_until = self.undo_until


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "rule_id": rule_id,
            "rule_name": rule_name,
            "cause": cause,
            "state": state,
            "asked_by": asked_by,
            "asked_by_name": asked_by_name,
            "began_at": began_at,
            "ended_at": ended_at,
            "asked": asked,
            "done": done,
            "changed": changed,
            "refused": refused,
            "outcomes": outcomes,
            "took_ms": took_ms,
            "error": error,
            "undo": undo,
            "undo_until": undo_until,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.rule_outcome import RuleOutcome # noqa: PLC0415
        from ..models.rule_undo import RuleUndo # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        rule_id = d.pop("rule_id")

        rule_name = d.pop("rule_name")

        cause = RuleRunCause(d.pop("cause"))




        state = RuleRunState(d.pop("state"))




        asked_by = d.pop("asked_by")

        def _parse_asked_by_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        asked_by_name = _parse_asked_by_name(d.pop("asked_by_name"))


        began_at = datetime.datetime.fromisoformat(d.pop("began_at"))




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


        asked = d.pop("asked")

        done = d.pop("done")

        changed = d.pop("changed")

        refused = d.pop("refused")

        outcomes = []
        _outcomes = d.pop("outcomes")
        for outcomes_item_data in (_outcomes):
            outcomes_item = RuleOutcome.from_dict(outcomes_item_data)



            outcomes.append(outcomes_item)


        took_ms = d.pop("took_ms")

        def _parse_error(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        error = _parse_error(d.pop("error"))


        def _parse_undo(data: object) -> None | RuleUndo:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                undo_type_0 = RuleUndo.from_dict(data)



                return undo_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RuleUndo, data)

        undo = _parse_undo(d.pop("undo"))


        def _parse_undo_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                undo_until_type_0 = datetime.datetime.fromisoformat(data)



                return undo_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        undo_until = _parse_undo_until(d.pop("undo_until"))


        rule_run = cls(
            id=id,
            rule_id=rule_id,
            rule_name=rule_name,
            cause=cause,
            state=state,
            asked_by=asked_by,
            asked_by_name=asked_by_name,
            began_at=began_at,
            ended_at=ended_at,
            asked=asked,
            done=done,
            changed=changed,
            refused=refused,
            outcomes=outcomes,
            took_ms=took_ms,
            error=error,
            undo=undo,
            undo_until=undo_until,
        )


        rule_run.additional_properties = d
        return rule_run

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
