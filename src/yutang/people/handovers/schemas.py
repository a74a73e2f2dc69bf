"""Words of handovers."""

from datetime import datetime
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from yutang.people.staff.schemas import StaffRef
from yutang.people.stages.schemas import StageKey

MESSAGE_LENGTH: Final = 200
"""WeCom's own limit of what a customer reads."""
MOST_PEOPLE: Final = 50_000
MOST_TAKERS: Final = 100
PICKED: Final = 20_000

Mode = Literal["on_job", "resigned"]
"""Whether the giver works here or has left."""
Rule = Literal["share", "load", "region", "store"]
"""How customers are split: by shares; fewest customers first; among those of the giver's region
(the cities of his stores, else his departments); among those of his stores."""
State = Literal["running", "waiting", "done", "stopped", "failed"]
PersonState = Literal[
    "planned",
    "asking",
    "asked",
    "waiting",
    "accepted",
    "refused",
    "full",
    "failed",
    "excluded",
]
GroupState = Literal["planned", "asking", "asked", "waiting", "done", "failed", "excluded"]
Language = Literal["zh-CN", "en"]
Id = Annotated[int, Field(ge=1)]


class Strict(BaseModel):
    """What is misspelt would silently choose nobody."""

    model_config = ConfigDict(extra="forbid")


class CustomerChoice(Strict):
    """Which of the giver's customers: `all`, those picked, or those of whom every condition holds.

    `tag_ids`: any of these tags. `store_id`: somebody of that store has him as well.
    """

    all: bool = False
    stage: Annotated[list[StageKey], Field(max_length=10)] | None = None
    tag_ids: Annotated[list[Id], Field(max_length=100)] | None = None
    store_id: Id | None = None
    customer_ids: Annotated[list[Id], Field(max_length=PICKED)] | None = None


class GroupChoice(Strict):
    """Which of the giver's groups."""

    all: bool = False
    group_ids: Annotated[list[Id], Field(max_length=PICKED)] | None = None


class TakerWish(Strict):
    """Who takes over; `share` weighs him against the others, 1 by default."""

    staff_id: Id
    share: Annotated[int, Field(ge=0, le=10_000)] | None = None


class HandoverWish(Strict):
    """What shall be handed over, to whom, split how."""

    from_staff_id: Id
    customers: CustomerChoice | None = None
    groups: GroupChoice | None = None
    takers: Annotated[list[TakerWish], Field(min_length=1, max_length=MOST_TAKERS)]
    rule: Rule = "share"
    message: Annotated[str, StringConstraints(strip_whitespace=True, max_length=MESSAGE_LENGTH)] = (
        ""
    )


Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]


class NewHandover(HandoverWish):
    """The same with a name."""

    name: Name


class RetryWish(Strict):
    """Who failed or found no room once more: to the same takers, or to these."""

    takers: Annotated[list[TakerWish], Field(min_length=1, max_length=MOST_TAKERS)] | None = None
    rule: Rule | None = None
    name: Name | None = None


class HandoverWords(BaseModel):
    """In words."""

    zh: str
    en: str


class HandoverExclusion(BaseModel):
    """How many cannot be handed over for one reason."""

    reason: str
    count: int
    say: HandoverWords


class HandoverPlan(BaseModel):
    """`matching` is `can` and all of `cannot`."""

    matching: int
    can: int
    cannot: list[HandoverExclusion]


class HandoverGroupPlan(HandoverPlan):
    """`days`: how many days WeCom's 300 a day of one giver stretch them over."""

    days: int


class TakerPlan(BaseModel):
    """What a taker would get. `has` customers now; `room_left` after what is on its way to him.

    `over`: so many more would have been his by the rule than he has room for; they went to others
    or are left over.
    """

    staff: StaffRef
    ready: bool
    """False where his account is not active: WeCom gives him nobody."""
    fits: bool
    """False where the rule gives him nothing: he is of another region or store."""
    share: int
    customers: int
    groups: int
    has: int
    room_left: int
    over: int


class HandoverPreview(BaseModel):
    """What would happen; nothing was changed, nothing asked of WeCom."""

    mode: Mode
    customers: HandoverPlan
    groups: HandoverGroupPlan
    takers: list[TakerPlan]
    leftover: int
    """For whom no taker has room."""
    calls: int
    eta_seconds: int
    rules_said: list[str]


class TakerStanding(BaseModel):
    """How a taker's customers stand; `planned` of them are his in all."""

    staff: StaffRef
    planned: int
    accepted: int
    waiting: int
    refused: int
    full: int
    failed: int
    groups: int
    groups_done: int
    blocked: str | None
    """no_room or taker_not_ready, once WeCom said so."""


class HandoverPeople(BaseModel):
    """People by state; they add up to those it was made with.

    `planned` are not asked yet, `asked` were taken by WeCom, `waiting` it says wait for the 24
    hours. Who was erased since is `excluded`.
    """

    planned: int = 0
    asked: int = 0
    waiting: int = 0
    accepted: int = 0
    refused: int = 0
    full: int = 0
    failed: int = 0
    excluded: int = 0


class HandoverGroups(BaseModel):
    """Groups by state."""

    planned: int = 0
    done: int = 0
    failed: int = 0
    excluded: int = 0


class HandoverRead(BaseModel):
    """One handover and how it stands."""

    id: int
    name: str
    mode: Mode
    from_: Annotated[StaffRef, Field(alias="from", serialization_alias="from")]
    state: State
    reason: str
    reason_say: HandoverWords | None
    errcode: int | None
    created_by: str
    created_by_name: str
    created_at: datetime
    ended_at: datetime | None
    message: str
    rule: Rule
    retry_of: int | None
    takers: list[TakerStanding]
    customers: HandoverPeople
    groups: HandoverGroups
    calls: int
    checked_at: datetime | None
    next_check_at: datetime | None
    eta: datetime | None
    """When the last of those asked settles; groups of later days are counted in."""
    notes: list[str]
    """Keys: refused_may_mean_deleted, groups_next_day."""

    model_config = ConfigDict(populate_by_name=True)


class HandoverPage(BaseModel):
    """Handovers, newest first; `next` goes into `after`."""

    items: list[HandoverRead]
    next: str | None


class HandedCustomerName(BaseModel):
    """A customer by name."""

    id: int
    name: str


class HandedPerson(BaseModel):
    """One customer of a handover. `reason` is a key, `say` its words, `errcode` WeCom's."""

    customer: HandedCustomerName
    taker: StaffRef | None
    state: PersonState
    reason: str | None
    say: HandoverWords | None
    errcode: int | None
    asked_at: datetime | None
    settles_at: datetime | None
    settled_at: datetime | None
    task_id: int | None


class HandedPersonPage(BaseModel):
    """One page by customer; `next` goes into `after`."""

    items: list[HandedPerson]
    next: str | None


class HandedGroupName(BaseModel):
    """A group by name."""

    id: int
    name: str


class HandedGroup(BaseModel):
    """One group of a handover."""

    group: HandedGroupName
    taker: StaffRef | None
    state: GroupState
    reason: str | None
    say: HandoverWords | None
    errcode: int | None
    asked_at: datetime | None
    settled_at: datetime | None


class HandedGroupPage(BaseModel):
    """One page by group; `next` goes into `after`."""

    items: list[HandedGroup]
    next: str | None


class LeaverRead(BaseModel):
    """A member who left, and what of his waits for somebody."""

    staff: StaffRef
    left_at: datetime | None
    customers: int
    groups: int
    open_tasks: int
    codes: int
    """Codes whose only member he is."""
    unassigned: int | None
    """His customers by WeCom's own list, when it was last read."""
    deadline: datetime | None
    """Until when WeCom hands his customers over: a year after he left."""
    handover_id: int | None
    """The last handover of his."""


class LeaverList(BaseModel):
    """Those of whom something waits first; at most 500."""

    items: list[LeaverRead]
    unassigned_at: datetime | None
    """When WeCom's list of such customers was last read."""


class GiverStage(BaseModel):
    """Customers at a stage; key null: none was said."""

    key: str | None
    count: int


class GiverTag(BaseModel):
    """Customers with a tag."""

    id: int
    name: str
    count: int


class GiverRead(BaseModel):
    """What a member has that could be handed over."""

    staff: StaffRef
    mode: Mode
    left_at: datetime | None
    deadline: datetime | None
    customers: int
    groups: int
    open_tasks: int
    codes: int
    stages: list[GiverStage]
    tags: list[GiverTag]
