"""Words of tiers and invitations."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Final, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from yutang.people.customers.schemas import CustomerFilter
from yutang.people.groups.schemas import GroupRef, Tier
from yutang.people.staff.schemas import StaffRef
from yutang.people.tasks.schemas import WORDINGS, TaskTitle, register
from yutang.people.tasks.schemas import Kind as TaskKind
from yutang.people.views.schemas import MOST_CONDITIONS, Key, Value

TASK_SOURCE: Final = "group_invitation"
INVITING: Final = register(TaskKind("group_invitation", "邀请入群", "Group invitation"))
INVITE: Final = "group_invite"
"""The wording of its tasks."""
TIERS: Final[tuple[Tier, ...]] = get_args(Tier)
SHARES: Final[dict[Tier, int]] = {"pond": 15, "transit": 20, "core": 65}
BACK_AFTER_DAYS: Final = 14
AGAIN_DAYS: Final = 30
FOLLOWED_DAYS: Final = 30
"""A join so long after the invitation is still its doing, or another way's."""
MOST_CARDS: Final = 8
MOST_GROUPS: Final = 100
TEXT_LENGTH: Final = 500
FULL_AT: Final = 200
"""WeCom lets so many join by scanning."""


def _invite(told: Mapping[str, Any]) -> TaskTitle:
    person, name = told["person"], told["round"]
    return TaskTitle(zh=f"邀请「{person}」进群：{name}", en=f"Invite {person} into a group: {name}")


WORDINGS[INVITE] = _invite

Who = Literal["on", "back", "found"]
State = Literal["preparing", "running", "stopped", "ended", "failed"]
InviteeState = Literal[
    "waiting", "asked", "sent", "joined", "joined_otherwise", "left_again", "skipped", "expired"
]
Skipped = Literal["no_friend", "refused", "minor", "invited", "seated", "dropped"]
Left = Literal["seated", "left_lately", "invited", "no_friend", "refused", "minor"]
"""Why somebody whom the rule finds is not invited."""

Filters = Annotated[dict[Key, Value], Field(max_length=MOST_CONDITIONS)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=30)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=TEXT_LENGTH)]


class EntryRule(BaseModel):
    """Who belongs somewhere: all (or any) of `include`, and none of `exclude`.

    Each of them holds the conditions of a customer list as a saved view keeps them; within one,
    all hold. Days in `recent` count back from when it is asked.
    """

    model_config = ConfigDict(extra="forbid")

    match: Literal["all", "any"] = "all"
    include: Annotated[list[Filters], Field(min_length=1, max_length=MOST_CARDS)]
    exclude: Annotated[list[Filters], Field(max_length=MOST_CARDS)] = []


class RuleFilter(BaseModel):
    """A rule with codes, days and fields resolved."""

    match: Literal["all", "any"] = "all"
    include: tuple[CustomerFilter, ...]
    exclude: tuple[CustomerFilter, ...] = ()


class TierShares(BaseModel):
    """Of the effort, in percent; together 100."""

    model_config = ConfigDict(extra="forbid")

    pond: Annotated[int, Field(ge=0, le=100)]
    transit: Annotated[int, Field(ge=0, le=100)]
    core: Annotated[int, Field(ge=0, le=100)]


class TierRule(BaseModel):
    """Who belongs into a tier, null for no rule; `version` is the one that was read."""

    model_config = ConfigDict(extra="forbid")

    rule: EntryRule | None
    back_after_days: Annotated[int, Field(ge=0, le=365)] = BACK_AFTER_DAYS
    version: Annotated[int, Field(ge=0)]


class TierRead(BaseModel):
    """One tier. Persons count once in it, however many of its groups they sit in."""

    tier: Tier
    groups: int
    full_groups: int
    """Into which nobody comes by scanning any more."""
    persons: int
    share: int
    """Of the effort, as it should be, in percent."""
    tasks_done: int
    """In 30 days, about persons whose highest tier it is."""
    lived: int | None
    """`tasks_done` of all three in percent; null where none was done: nothing tells then."""
    came: int
    """Persons who came into it within 30 days and were not in it before."""
    came_up: int
    """Of these, who sat in a lower tier before."""
    fell_out: int
    """Persons who left within 30 days and sit in none of its groups."""
    rule: EntryRule | None
    back_after_days: int
    version: int
    """0: nobody said anything of it yet."""


class TierBoard(BaseModel):
    """The three tiers, the widest first."""

    items: list[TierRead]
    in_several: int
    """Persons who sit in groups of more than one tier."""
    without_tier: int
    """Groups of which nobody said a tier."""
    as_of: datetime


class RuleSample(BaseModel):
    """Somebody whom a rule finds; `fulfils` are the places of the `include` that hold of him."""

    customer_id: int
    name: str
    fulfils: list[int]


class RuleCount(BaseModel):
    """Whom a rule finds; `exact` false where looking took too long: then at least so many."""

    total: int
    exact: bool
    include: list[int]
    """By each alone."""
    exclude: list[int]
    samples: list[RuleSample]


class RuleAsked(BaseModel):
    """A rule to be counted; nothing is kept."""

    rule: EntryRule


class InvitationCandidates(BaseModel):
    """Whom to invite: a tier's rule, another, or a saved view; and into which groups."""

    model_config = ConfigDict(extra="forbid")

    tier: Tier | None = None
    who: Who = "found"
    rule: EntryRule | None = None
    """Null: that of the tier."""
    view_id: Annotated[int | None, Field(ge=1)] = None
    """A saved view in place of a rule."""
    group_ids: Annotated[list[Annotated[int, Field(ge=1)]], Field(max_length=MOST_GROUPS)] = []
    again_days: Annotated[int, Field(ge=0, le=365)] = AGAIN_DAYS

    @model_validator(mode="after")
    def _aimed(self) -> "InvitationCandidates":
        if self.rule is not None and self.view_id is not None:
            message = "send a rule or a view_id, not both"
            raise ValueError(message)
        if self.tier is None and self.who != "found":
            message = "who is on or back of a tier only: name one"
            raise ValueError(message)
        return self


class NewInvitation(InvitationCandidates):
    """A round of inviting; `{name}` in the text becomes the customer's name."""

    name: Name
    text: Annotated[Words, StringConstraints(min_length=1)]
    text_nameless: Words = ""
    group_ids: Annotated[
        list[Annotated[int, Field(ge=1)]], Field(min_length=1, max_length=MOST_GROUPS)
    ]
    day_cap: Annotated[int, Field(ge=1, le=200)] = 20
    full_at: Annotated[int, Field(ge=2, le=500)] = FULL_AT
    same_store: bool = True


class InvitationShare(BaseModel):
    """How many of them fall to one member."""

    staff: StaffRef
    count: int


class LeftOutCount(BaseModel):
    """How many are not invited for one reason."""

    reason: Left
    count: int


class InvitationPreview(BaseModel):
    """A dry run: `found` is `invited` and everybody who is left out.

    Of `on` those are left aside who were in the tier before, of `back` those who never were.

    `exact` false: so many were found that only the first `looked_at` were asked for their member
    and their refusals; `invited`, the reasons that need that, and `members` are of those.
    """

    found: int
    invited: int
    left_out: list[LeftOutCount]
    members: list[InvitationShare]
    """Who has the most first, at most 50."""
    member_count: int
    room: int
    """So many places the chosen groups have."""
    exact: bool
    looked_at: int
    samples: list[RuleSample]
    as_of: datetime


class InvitationFunnel(BaseModel):
    """How many are in each state; they add up to all whom it is for."""

    waiting: int = 0
    asked: int = 0
    sent: int = 0
    joined: int = 0
    joined_otherwise: int = 0
    left_again: int = 0
    skipped: int = 0
    expired: int = 0


class InvitationSteps(BaseModel):
    """How far they came: each step counts everybody who reached it."""

    chosen: int
    asked: int
    sent: int
    joined: int
    still_there: int


class InvitationWay(BaseModel):
    """A code of it, and its groups."""

    part: int
    status: Literal["making", "made", "failed"]
    qr_code: str
    groups: list[GroupRef]
    store_id: int | None
    store_name: str | None
    has_room: bool


class InvitationRead(BaseModel):
    """A round of inviting."""

    id: int
    name: str
    tier: Tier | None
    who: Who
    rule: EntryRule
    text: str
    text_nameless: str
    group_count: int
    day_cap: int
    again_days: int
    full_at: int
    same_store: bool
    state: State
    problem: str | None
    """full, quota, not_ours, gone, unknown or refused."""
    said: str
    chosen_at: datetime | None
    """Null: people are being chosen still."""
    funnel: InvitationFunnel
    steps: InvitationSteps
    created_by: str
    created_at: datetime
    ended_at: datetime | None
    version: int


class InvitationPage(BaseModel):
    """Newest first; `next` goes into `before`."""

    items: list[InvitationRead]
    next: int | None


class InvitationMember(BaseModel):
    """How one member does."""

    staff: StaffRef | None
    """Null: nobody knows them."""
    steps: InvitationSteps
    skipped: int


class InvitationGroup(BaseModel):
    """Who came into one group."""

    group: GroupRef
    joined: int
    otherwise: int
    still_there: int


class SkippedCount(BaseModel):
    """How many were skipped for one reason."""

    reason: Skipped
    count: int


class InvitationDetail(InvitationRead):
    """One with its codes, members, groups and reasons."""

    ways: list[InvitationWay]
    members: list[InvitationMember]
    """Those with most first, at most 100."""
    groups: list[InvitationGroup]
    reasons: list[SkippedCount]


class InviteeRead(BaseModel):
    """A person whom it is for."""

    customer_id: int
    name: str
    staff: StaffRef | None
    state: InviteeState
    reason: Skipped | None
    asked_at: datetime | None
    sent_at: datetime | None
    joined_at: datetime | None
    group: GroupRef | None
    left_at: datetime | None


class InviteePage(BaseModel):
    """By customer; `next` goes into `after`."""

    items: list[InviteeRead]
    next: int | None


class OwnInvitation(BaseModel):
    """What a member sends to a customer."""

    invitation_id: int
    task_id: int | None
    """His open task; null where it is closed."""
    name: str
    text: str
    """With the customer's name in its place."""
    qr_code: str | None
    """The code's picture; null where no group has room now."""
    group_names: list[str]
    state: InviteeState
    asked_at: datetime


class OwnInvitations(BaseModel):
    """The newest first, of the last 30 days."""

    items: list[OwnInvitation]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was resolved: whom, for what."""

    tier: Tier | None
    who: Who
    rule: RuleFilter
    group_ids: tuple[int, ...]
    again_days: int
    back_after_days: int
