from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime






T = TypeVar("T", bound="AddSummary")



@_attrs_define
class AddSummary:
    """ A day's adds by outcome; durations from the callback's arrival to WeCom's answer.

        Attributes:
            date (datetime.date):
            as_of (datetime.datetime):
            adds (int):
            half (int):
            sent (int):
            late (int):
            impossible (int):
            failed (int):
            due (int):
            p50_ms (int | None):
            p99_ms (int | None):
            callbacks_waiting (int | None):
            dead_letters (int | None):
            losses (int):
     """

    date: datetime.date
    as_of: datetime.datetime
    adds: int
    half: int
    sent: int
    late: int
    impossible: int
    failed: int
    due: int
    p50_ms: int | None
    p99_ms: int | None
    callbacks_waiting: int | None
    dead_letters: int | None
    losses: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        date = self.date.isoformat()

        as_of = self.as_of.isoformat()

        adds = self.adds

        half = self.half

        sent = self.sent

        late = self.late

        impossible = self.impossible

        failed = self.failed

        due = self.due

        p50_ms: int | None
        p50_ms = self.p50_ms

        p99_ms: int | None
        p99_ms = self.p99_ms

        callbacks_waiting: int | None
        callbacks_waiting = self.callbacks_waiting

        dead_letters: int | None
        dead_letters = self.dead_letters

        losses = self.losses


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "date": date,
            "as_of": as_of,
            "adds": adds,
            "half": half,
            "sent": sent,
            "late": late,
            "impossible": impossible,
            "failed": failed,
            "due": due,
            "p50_ms": p50_ms,
            "p99_ms": p99_ms,
            "callbacks_waiting": callbacks_waiting,
            "dead_letters": dead_letters,
            "losses": losses,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        date = datetime.date.fromisoformat(d.pop("date"))




        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))




        adds = d.pop("adds")

        half = d.pop("half")

        sent = d.pop("sent")

        late = d.pop("late")

        impossible = d.pop("impossible")

        failed = d.pop("failed")

        due = d.pop("due")

        def _parse_p50_ms(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        p50_ms = _parse_p50_ms(d.pop("p50_ms"))


        def _parse_p99_ms(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        p99_ms = _parse_p99_ms(d.pop("p99_ms"))


        def _parse_callbacks_waiting(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        callbacks_waiting = _parse_callbacks_waiting(d.pop("callbacks_waiting"))


        def _parse_dead_letters(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        dead_letters = _parse_dead_letters(d.pop("dead_letters"))


        losses = d.pop("losses")

        add_summary = cls(
            date=date,
            as_of=as_of,
            adds=adds,
            half=half,
            sent=sent,
            late=late,
            impossible=impossible,
            failed=failed,
            due=due,
            p50_ms=p50_ms,
            p99_ms=p99_ms,
            callbacks_waiting=callbacks_waiting,
            dead_letters=dead_letters,
            losses=losses,
        )


        add_summary.additional_properties = d
        return add_summary

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
