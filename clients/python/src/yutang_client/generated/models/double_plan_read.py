from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.double_plan_read_keep import DoublePlanReadKeep
from ..models.double_plan_read_rule import DoublePlanReadRule
from ..models.double_plan_read_state import DoublePlanReadState
from typing import cast
import datetime






T = TypeVar("T", bound="DoublePlanRead")



@_attrs_define
class DoublePlanRead:
    """ A plan and how far it is; the three add up to `removals`.

        Attributes:
            id (int):
            rule (DoublePlanReadRule):
            least (int):
            keep (DoublePlanReadKeep):
            state (DoublePlanReadState):
            created_at (datetime.datetime):
            closed_at (datetime.datetime | None):
            persons (int):
            removals (int):
            gone (int):
            waiting (int):
            void (int):
            owners (int):
            owners_done (int):
     """

    id: int
    rule: DoublePlanReadRule
    least: int
    keep: DoublePlanReadKeep
    state: DoublePlanReadState
    created_at: datetime.datetime
    closed_at: datetime.datetime | None
    persons: int
    removals: int
    gone: int
    waiting: int
    void: int
    owners: int
    owners_done: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        id = self.id

        rule = self.rule.value

        least = self.least

        keep = self.keep.value

        state = self.state.value

        created_at = self.created_at.isoformat()

        closed_at: None | str
        if isinstance(self.closed_at, datetime.datetime):
            closed_at = self.closed_at.isoformat()
        else:
            closed_at = self.closed_at

        persons = self.persons

        removals = self.removals

        gone = self.gone

        waiting = self.waiting

        void = self.void

        owners = self.owners

        owners_done = self.owners_done


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "rule": rule,
            "least": least,
            "keep": keep,
            "state": state,
            "created_at": created_at,
            "closed_at": closed_at,
            "persons": persons,
            "removals": removals,
            "gone": gone,
            "waiting": waiting,
            "void": void,
            "owners": owners,
            "owners_done": owners_done,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        rule = DoublePlanReadRule(d.pop("rule"))




        least = d.pop("least")

        keep = DoublePlanReadKeep(d.pop("keep"))




        state = DoublePlanReadState(d.pop("state"))




        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))




        def _parse_closed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closed_at_type_0 = datetime.datetime.fromisoformat(data)



                return closed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        closed_at = _parse_closed_at(d.pop("closed_at"))


        persons = d.pop("persons")

        removals = d.pop("removals")

        gone = d.pop("gone")

        waiting = d.pop("waiting")

        void = d.pop("void")

        owners = d.pop("owners")

        owners_done = d.pop("owners_done")

        double_plan_read = cls(
            id=id,
            rule=rule,
            least=least,
            keep=keep,
            state=state,
            created_at=created_at,
            closed_at=closed_at,
            persons=persons,
            removals=removals,
            gone=gone,
            waiting=waiting,
            void=void,
            owners=owners,
            owners_done=owners_done,
        )


        double_plan_read.additional_properties = d
        return double_plan_read

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
