from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.rule_outcome import RuleOutcome
  from ..models.rule_person import RulePerson





T = TypeVar("T", bound="RuleDryRun")



@_attrs_define
class RuleDryRun:
    """ What a rule would do now; nothing was changed.

        Attributes:
            found (int):
            universe (int):
            looked_at (int):
            changes (int):
            outcomes (list[RuleOutcome]):
            leaving (int):
            calls (int):
            sample (list[RulePerson]):
            days (int | None):
            as_of (datetime.datetime):
            took_ms (int):
     """

    found: int
    universe: int
    looked_at: int
    changes: int
    outcomes: list[RuleOutcome]
    leaving: int
    calls: int
    sample: list[RulePerson]
    days: int | None
    as_of: datetime.datetime
    took_ms: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.rule_outcome import RuleOutcome # noqa: PLC0415
        from ..models.rule_person import RulePerson # noqa: PLC0415
        found = self.found

        universe = self.universe

        looked_at = self.looked_at

        changes = self.changes

        outcomes = []
        for outcomes_item_data in self.outcomes:
            outcomes_item = outcomes_item_data.to_dict()
            outcomes.append(outcomes_item)



        leaving = self.leaving

        calls = self.calls

        sample = []
        for sample_item_data in self.sample:
            sample_item = sample_item_data.to_dict()
            sample.append(sample_item)



        days: int | None
        days = self.days

        as_of = self.as_of.isoformat()

        took_ms = self.took_ms


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "found": found,
            "universe": universe,
            "looked_at": looked_at,
            "changes": changes,
            "outcomes": outcomes,
            "leaving": leaving,
            "calls": calls,
            "sample": sample,
            "days": days,
            "as_of": as_of,
            "took_ms": took_ms,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.rule_outcome import RuleOutcome # noqa: PLC0415
        from ..models.rule_person import RulePerson # noqa: PLC0415
        d = dict(src_dict)
        found = d.pop("found")

        universe = d.pop("universe")

        looked_at = d.pop("looked_at")

        changes = d.pop("changes")

        outcomes = []
        _outcomes = d.pop("outcomes")
        for outcomes_item_data in (_outcomes):
            outcomes_item = RuleOutcome.from_dict(outcomes_item_data)



            outcomes.append(outcomes_item)


        leaving = d.pop("leaving")

        calls = d.pop("calls")

        sample = []
        _sample = d.pop("sample")
        for sample_item_data in (_sample):
            sample_item = RulePerson.from_dict(sample_item_data)



            sample.append(sample_item)


        def _parse_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        days = _parse_days(d.pop("days"))


        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))




        took_ms = d.pop("took_ms")

        rule_dry_run = cls(
            found=found,
            universe=universe,
            looked_at=looked_at,
            changes=changes,
            outcomes=outcomes,
            leaving=leaving,
            calls=calls,
            sample=sample,
            days=days,
            as_of=as_of,
            took_ms=took_ms,
        )


        rule_dry_run.additional_properties = d
        return rule_dry_run

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
