"""Words of watched groups."""

from datetime import datetime
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from yutang.people.groups.schemas import GroupRef, GroupStaffRef

SILENCE_SOURCE: Final = "group_silence"
DOUBLES_SOURCE: Final = "group_doubles"
RENEWAL_SOURCE: Final = "group_renewal"
ALARMS_AT_ONCE: Final = 5
"""So many open alarms one owner has at most, his largest groups first; others wait."""
REMOVALS: Final = 50_000
"""More one plan does not ask for."""
RENEWED_DAYS: Final = 7
RECENT_DAYS: Final = 28
"""Who joined within so many days is carried over."""

Rule = Literal["kind", "tier", "any"]
Keep = Literal["oldest", "tier"]
PlanState = Literal["running", "done", "stopped"]
RenewalState = Literal["planned", "made", "moving", "done", "stopped"]
Why = Literal["core", "friend", "recent"]
OwnSheetKind = Literal["silence", "doubles", "renewal"]
SheetKind = Literal["silence", "doubles", "renewal", "group_code"]
"""Of a member's task about groups, of whichever domain."""


class Text(BaseModel):
    """Chinese and English."""

    zh: str
    en: str


class Suggestion(BaseModel):
    """What the owner may say, and when of the day."""

    code: str
    at: str
    title: Text
    text: Text


class GroupSilenceRead(BaseModel):
    """A silent spell that lasts."""

    since: datetime
    """When somebody last came or left."""
    days: int
    talk: Literal["silent", "unknown"]
    """silent: WeCom told that no group of the owner talked; unknown: it does not tell by group."""
    told_at: datetime
    task_id: int | None
    """Of its owner, while it is open."""


class DoubleRules(BaseModel):
    """Who counts as doubled: in at least `least` groups of one kind, of one tier, or of any.

    He stays where he has been longest (oldest), or in the highest tier (core, transit, pond, none),
    of several where he has been longest.
    """

    model_config = ConfigDict(extra="forbid")

    rule: Rule = "any"
    least: Annotated[int, Field(ge=2, le=50)] = 2
    keep: Keep = "oldest"


class DoublePreview(BaseModel):
    """What a plan would ask for."""

    persons: int
    removals: int
    """Seats that would be given up: each person keeps one group of each set."""
    owners: int
    """As many tasks."""
    not_asked: int
    """Seats in groups whose owner is not here: nobody can be asked for them."""


class DoublePlanRead(BaseModel):
    """A plan and how far it is; the three add up to `removals`."""

    id: int
    rule: Rule
    least: int
    keep: Keep
    state: PlanState
    created_at: datetime
    closed_at: datetime | None
    persons: int
    removals: int
    gone: int
    """Seen to have left."""
    waiting: int
    void: int
    """Not asked any more: he left the group in which he was to stay."""
    owners: int
    owners_done: int


class DoublePlans(BaseModel):
    """The newest plans."""

    items: list[DoublePlanRead]


class DoubleOwner(BaseModel):
    """How far one owner is."""

    owner: GroupStaffRef
    removals: int
    gone: int
    waiting: int
    task_id: int | None


class DoubleOwners(BaseModel):
    """All owners of a plan, who has most to do first; at most 500."""

    items: list[DoubleOwner]


class NewRenewal(BaseModel):
    """A renewal of a group; name and notice are ready for the owner to paste."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=30)]
    notice: Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)] = ""
    days: Annotated[int, Field(ge=1, le=60)] = RENEWED_DAYS


class NewGroupPick(BaseModel):
    """Which group the owner made."""

    model_config = ConfigDict(extra="forbid")

    group_id: Annotated[int, Field(ge=1)]


class RenewalRead(BaseModel):
    """A renewal and how far it is."""

    id: int
    old: GroupRef
    new: GroupRef | None
    name: str
    notice: str
    days: int
    state: RenewalState
    created_at: datetime
    made_at: datetime | None
    goodbye_at: datetime | None
    """When the owner was asked to say goodbye and dismiss the old group."""
    goodbye_due: datetime | None
    """When he will be, or was."""
    closed_at: datetime | None
    persons: int
    arrived: int
    """Of them in the new group now."""


class RenewalList(BaseModel):
    """Renewals, those that run first."""

    items: list[RenewalRead]


class RenewalPersonRead(BaseModel):
    """Who shall be carried over, by the name the old group shows."""

    name: str
    customer_id: int | None
    """None where he is a customer of members you do not see."""
    why: Why
    arrived_at: datetime | None


class RenewalDetail(RenewalRead):
    """One renewal with everybody who shall come; at most 1,000."""

    people: list[RenewalPersonRead]
    choices: list[GroupRef]
    """Groups of the same owner made since, while none is picked."""


class GroupWatch(BaseModel):
    """What is watched of one group."""

    silence: GroupSilenceRead | None
    silence_days: int | None
    """After so many days an alarm comes; None: it is switched off."""
    suggestions: list[Suggestion]
    renewal: RenewalRead | None
    """The one that runs, else the last one."""


class SheetText(BaseModel):
    """Something to copy."""

    title: Text
    text: Text


class SheetPerson(BaseModel):
    """A person on an owner's list."""

    name: str
    group: str
    """In which group; empty where there is one only."""
    keep: str
    """Where he stays."""
    done: bool


class OwnerSheet(BaseModel):
    """What is behind an owner's task: why, text to paste, whom it is about."""

    title: Text
    about: Text
    texts: list[SheetText]
    people: list[SheetPerson]
    """At most 500, who waits first."""
    total: int
    done: int
