"""Words of rules."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from yutang.kernel.languages import Language
from yutang.people.stages.schemas import StageKey
from yutang.people.tags.schemas import TagRef

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]
Why = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
Cause = Literal["event", "schedule", "manual"]
State = Literal["waiting", "running", "ended", "stopped", "failed"]
What = Literal["put", "gave_up", "took", "stage"]
CHANGED = "changed"
UNCHANGED = frozenset({"already", "not_worn"})
"""Outcomes that are as they should be: nothing was to be done, nothing was refused."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class RuleWhere(_Strict):
    """How a property of the event must be, as `where` of the language says it."""

    prop: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    is_: Annotated[
        Literal["equals", "in", "less", "more", "between", "contains", "known", "absent"],
        Field(alias="is"),
    ]
    values: Annotated[
        list[bool | int | float | Annotated[str, StringConstraints(max_length=500)]],
        Field(max_length=200),
    ] = []


class EventTrigger(_Strict):
    """When an event of a kind is written about a person."""

    on: Literal["event"]
    kind: Annotated[str, StringConstraints(min_length=1, max_length=100)]
    where: Annotated[list[RuleWhere], Field(max_length=10)] = []


class SegmentTrigger(_Strict):
    """When a person enters a kept segment, or leaves it."""

    on: Literal["segment"]
    segment_id: Annotated[int, Field(ge=1, le=2**53)]
    moved: Literal["entered", "left"]


class ScheduleTrigger(_Strict):
    """Every day, or every week, at an hour of the corp's day."""

    on: Literal["schedule"]
    every: Literal["day", "week"]
    hour: Annotated[int, Field(ge=0, le=23)]
    weekday: Annotated[int, Field(ge=0, le=6)] = 0
    """Monday is 0; for `week`."""


Trigger = Annotated[EventTrigger | SegmentTrigger | ScheduleTrigger, Field(discriminator="on")]


class PutTag(_Strict):
    """Put a tag on him; of WeCom's only with `mirror`, each costs a call of its quota."""

    do: Literal["put"]
    tag_id: Annotated[int, Field(ge=1, le=2**53)]
    mirror: bool = False


class TakeTag(_Strict):
    """Take a tag off him."""

    do: Literal["take"]
    tag_id: Annotated[int, Field(ge=1, le=2**53)]
    mirror: bool = False


class SetStage(_Strict):
    """Move him to a stage, or to none."""

    do: Literal["stage"]
    stage: StageKey | None


Act = Annotated[PutTag | TakeTag | SetStage, Field(discriminator="do")]
Acts = Annotated[list[Act], Field(min_length=1, max_length=20)]


class RuleDraft(_Strict):
    """A rule as somebody writes it: when, if, then."""

    name: Name
    trigger: Trigger
    condition: dict[str, Any] | None = None
    """A tree of the language of segments (GET /segments/language); null: everybody."""
    acts: Acts
    why: Why | None = None
    """Stands as the reason at each tag; sensitive tags need it. Else the rule's name does."""
    keeps: bool = False
    """On a schedule: who no longer fits loses the tags that this rule put on him."""


class RuleChange(RuleDraft):
    """The whole rule anew; `version` is that which was read."""

    version: Annotated[int, Field(ge=1, le=2**31)]


class RuleSwitch(_Strict):
    """On or off."""

    enabled: bool


class RuleOutcome(BaseModel):
    """How many of an act ended so."""

    act: int
    """Its place among the acts, from 0."""
    outcome: str
    """`changed`, `already`, `not_worn`, or why it was refused."""
    count: int


class RuleUndo(BaseModel):
    """How taking a run back stands."""

    asked_at: datetime
    asked_by: str
    ended_at: datetime | None
    taken_back: int
    changed_since: int
    """Changes that stay: somebody changed the same thing later."""


class RuleRun(BaseModel):
    """One run; those by events hold all of one hour."""

    id: int
    rule_id: int
    rule_name: str
    cause: Cause
    state: State
    asked_by: str
    """`user:<id>`; `system` by events and by the clock."""
    asked_by_name: str | None
    began_at: datetime
    ended_at: datetime | None
    asked: int
    """People whom it was about."""
    done: int
    changed: int
    refused: int
    """Acts that were refused, over all people and acts."""
    outcomes: list[RuleOutcome]
    took_ms: int
    error: str | None
    undo: RuleUndo | None
    undo_until: datetime | None
    """Until when it can be taken back; null: it cannot be."""


class RulePerson(BaseModel):
    """A person one may see."""

    id: int
    name: str


class RuleRefusal(BaseModel):
    """How many were refused for one reason, and a few of them whom one may see."""

    reason: str
    count: int
    sample: list[RulePerson]


class RuleRunDetail(RuleRun):
    """A run with who was refused."""

    refusals: list[RuleRefusal]


class RuleRunPage(BaseModel):
    """Runs, newest first; `next` goes into `after`."""

    items: list[RuleRun]
    next: str | None


class RuleEffect(BaseModel):
    """What a run changed of a person."""

    customer: RulePerson
    what: What
    tag: TagRef | None
    before: str | None
    """Of a stage."""
    after: str | None
    at: datetime
    undone: Literal["taken_back", "changed_since"] | None


class RuleEffectPage(BaseModel):
    """Changes of a run, of the people one may see; `next` goes into `after`."""

    items: list[RuleEffect]
    next: str | None


class RuleSentence(BaseModel):
    """A condition in words."""

    zh: str
    en: str


class RuleRead(BaseModel):
    """A rule with how its last run ended."""

    id: int
    name: str
    enabled: bool
    version: int
    trigger: Trigger
    condition: dict[str, Any] | None
    sentence: RuleSentence | None
    """The condition in words; null where there is none, or it cannot be read any more."""
    acts: list[Act]
    why: str | None
    keeps: bool
    tags: list[TagRef]
    """The tags that its acts name, as far as they are there."""
    segment: str | None
    """The name of the segment that sets it off."""
    starter: str | None
    waiting: int
    """People who wait to be judged."""
    next_at: datetime | None
    last_run: RuleRun | None
    created_at: datetime
    updated_at: datetime


class RuleList(BaseModel):
    """All rules, the newest first."""

    items: list[RuleRead]
    limit: int


class RuleRef(BaseModel):
    """A rule by name."""

    id: int
    name: str


class RuleDryRun(BaseModel):
    """What a rule would do now; nothing was changed."""

    found: int
    """Whom it is about: who fits the condition now; for an event, of those to whom it happened
    within the last 7 days; for a segment, of those who entered or left it within them."""
    universe: int
    looked_at: int
    """Of how many the outcomes are; all of them up to 20,000."""
    changes: int
    """People of whom something would change."""
    outcomes: list[RuleOutcome]
    leaving: int
    """Who would lose what this rule put on them."""
    calls: int
    """Calls of WeCom's mark_tag."""
    sample: list[RulePerson]
    """A few of them whom one may see."""
    days: int | None
    """Of an event or segment: how far back was looked."""
    as_of: datetime
    took_ms: int


class RuleStarter(BaseModel):
    """A ready-made set of rules with the tags that they put."""

    key: str
    name: str
    about: str
    group: str
    tags: list[str]
    rules: list[str]
    """Their names."""
    made: bool
    """There are rules of it already."""


class RuleStarterList(BaseModel):
    """All starters in a language."""

    items: list[RuleStarter]


class RuleStarterUse(_Strict):
    """In which language its tags and rules are called."""

    language: Language


@dataclass(frozen=True, slots=True)
class Manner:
    """In whose name, why and when a run changes something."""

    by: str
    why: str
    now: datetime


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing that was changed."""

    customer_id: int
    what: What
    tag_id: int | None = None
    staff_id: int | None = None
    before: str | None = None
    after: str | None = None
    was_at: datetime | None = None
    was_why: str | None = None


@dataclass(slots=True)
class Applied:
    """What came of the acts for some people."""

    changes: list[Changed] = field(default_factory=list)
    results: dict[int, dict[str, list[int]]] = field(default_factory=dict)
    """By place of the act the people by outcome."""
