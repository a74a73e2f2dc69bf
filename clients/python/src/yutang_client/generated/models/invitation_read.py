from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.invitation_read_state import InvitationReadState
from ..models.invitation_read_tier_type_0 import InvitationReadTierType0
from ..models.invitation_read_who import InvitationReadWho
from typing import cast
import datetime

if TYPE_CHECKING:
  from ..models.entry_rule import EntryRule
  from ..models.invitation_funnel import InvitationFunnel
  from ..models.invitation_steps import InvitationSteps





T = TypeVar("T", bound="InvitationRead")



@_attrs_define
class InvitationRead:
    """ A round of inviting.

        Attributes:
            id (int):
            name (str):
            tier (InvitationReadTierType0 | None):
            who (InvitationReadWho):
            rule (EntryRule): Who belongs somewhere: all (or any) of `include`, and none of `exclude`.

                Each of them holds the conditions of a customer list as a saved view keeps them; within one,
                all hold. Days in `recent` count back from when it is asked.
            text (str):
            text_nameless (str):
            group_count (int):
            day_cap (int):
            again_days (int):
            full_at (int):
            same_store (bool):
            state (InvitationReadState):
            problem (None | str):
            said (str):
            chosen_at (datetime.datetime | None):
            funnel (InvitationFunnel): How many are in each state; they add up to all whom it is for.
            steps (InvitationSteps): How far they came: each step counts everybody who reached it.
            created_by (str):
            created_at (datetime.datetime):
            ended_at (datetime.datetime | None):
            version (int):
     """

    id: int
    name: str
    tier: InvitationReadTierType0 | None
    who: InvitationReadWho
    rule: EntryRule
    text: str
    text_nameless: str
    group_count: int
    day_cap: int
    again_days: int
    full_at: int
    same_store: bool
    state: InvitationReadState
    problem: None | str
    said: str
    chosen_at: datetime.datetime | None
    funnel: InvitationFunnel
    steps: InvitationSteps
    created_by: str
    created_at: datetime.datetime
    ended_at: datetime.datetime | None
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)





    def to_dict(self) -> dict[str, Any]:
        from ..models.entry_rule import EntryRule # noqa: PLC0415
        from ..models.invitation_funnel import InvitationFunnel # noqa: PLC0415
        from ..models.invitation_steps import InvitationSteps # noqa: PLC0415
        id = self.id

        name = self.name

        tier: None | str
        if isinstance(self.tier, InvitationReadTierType0):
            tier = self.tier.value
        else:
            tier = self.tier

        who = self.who.value

        rule = self.rule.to_dict()

        text = self.text

        text_nameless = self.text_nameless

        group_count = self.group_count

        day_cap = self.day_cap

        again_days = self.again_days

        full_at = self.full_at

        same_store = self.same_store

        state = self.state.value

        problem: None | str
        problem = self.problem

        said = self.said

        chosen_at: None | str
        if isinstance(self.chosen_at, datetime.datetime):
            chosen_at = self.chosen_at.isoformat()
        else:
            chosen_at = self.chosen_at

        funnel = self.funnel.to_dict()

        steps = self.steps.to_dict()

        created_by = self.created_by

        created_at = self.created_at.isoformat()

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        version = self.version


        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({
            "id": id,
            "name": name,
            "tier": tier,
            "who": who,
            "rule": rule,
            "text": text,
            "text_nameless": text_nameless,
            "group_count": group_count,
            "day_cap": day_cap,
            "again_days": again_days,
            "full_at": full_at,
            "same_store": same_store,
            "state": state,
            "problem": problem,
            "said": said,
            "chosen_at": chosen_at,
            "funnel": funnel,
            "steps": steps,
            "created_by": created_by,
            "created_at": created_at,
            "ended_at": ended_at,
            "version": version,
        })

        return field_dict



    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.entry_rule import EntryRule # noqa: PLC0415
        from ..models.invitation_funnel import InvitationFunnel # noqa: PLC0415
        from ..models.invitation_steps import InvitationSteps # noqa: PLC0415
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        def _parse_tier(data: object) -> InvitationReadTierType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                tier_type_0 = InvitationReadTierType0(data)



                return tier_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(InvitationReadTierType0 | None, data)

        tier = _parse_tier(d.pop("tier"))


        who = InvitationReadWho(d.pop("who"))




        rule = EntryRule.from_dict(d.pop("rule"))




        text = d.pop("text")

        text_nameless = d.pop("text_nameless")

        group_count = d.pop("group_count")

        day_cap = d.pop("day_cap")

        again_days = d.pop("again_days")

        full_at = d.pop("full_at")

        same_store = d.pop("same_store")

        state = InvitationReadState(d.pop("state"))




        def _parse_problem(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        problem = _parse_problem(d.pop("problem"))


        said = d.pop("said")

        def _parse_chosen_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                chosen_at_type_0 = datetime.datetime.fromisoformat(data)



                return chosen_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        chosen_at = _parse_chosen_at(d.pop("chosen_at"))


        funnel = InvitationFunnel.from_dict(d.pop("funnel"))




        steps = InvitationSteps.from_dict(d.pop("steps"))




        created_by = d.pop("created_by")

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


        version = d.pop("version")

        invitation_read = cls(
            id=id,
            name=name,
            tier=tier,
            who=who,
            rule=rule,
            text=text,
            text_nameless=text_nameless,
            group_count=group_count,
            day_cap=day_cap,
            again_days=again_days,
            full_at=full_at,
            same_store=same_store,
            state=state,
            problem=problem,
            said=said,
            chosen_at=chosen_at,
            funnel=funnel,
            steps=steps,
            created_by=created_by,
            created_at=created_at,
            ended_at=ended_at,
            version=version,
        )


        invitation_read.additional_properties = d
        return invitation_read

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
