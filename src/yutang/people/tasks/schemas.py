"""Words of tasks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, BeforeValidator, Field, StringConstraints, computed_field

from yutang.people.staff.schemas import StaffRef

TaskState = Literal["open", "done", "dropped"]
Proof = Literal["none", "text", "file", "either"]
Priority = Literal[0, 1, 2]
"""Normal, high, urgent."""
TITLE_LENGTH: Final = 60
PROOF_LENGTH: Final = 1_000
LINK_LENGTH: Final = 500


@dataclass(frozen=True, slots=True)
class Kind:
    """What tasks of this kind are called, and what its members show when they are done."""

    key: str
    zh: str
    en: str
    proof: Proof = "none"


KINDS: Final[dict[str, Kind]] = {}
"""Every kind of this process; other domains add theirs by `register`."""


def register(kind: Kind) -> Kind:
    """Make a kind known. Raises ValueError when another one has its key."""
    if KINDS.setdefault(kind.key, kind) != kind:
        message = f"there is another kind {kind.key}: {KINDS[kind.key]}"
        raise ValueError(message)
    return kind


FOLLOW_UP: Final = register(Kind("follow_up", "跟进", "Follow-up"))
HANDOVER: Final = register(Kind("handover", "交接", "Handover"))
PLAYBOOK: Final = register(Kind("playbook", "SOP", "Playbook"))
LEAD: Final = register(Kind("lead", "线索", "Lead"))
ALARM: Final = register(Kind("alarm", "预警", "Alarm", proof="text"))
ERRAND: Final = register(Kind("errand", "交办", "Errand"))


class TaskKindName(BaseModel):
    """How a kind is called."""

    zh: str
    en: str


class TaskKindRead(BaseModel):
    """A kind; `proof` is what its tasks ask for unless they say otherwise."""

    key: str
    name: TaskKindName
    proof: Proof


class TaskKindList(BaseModel):
    """Every kind that tasks can have."""

    items: list[TaskKindRead]


class TaskTitle(BaseModel):
    """What a task of the system asks, in words."""

    zh: str
    en: str


WORDINGS: Final[dict[str, Callable[[Mapping[str, Any]], TaskTitle]]] = {}
"""How tasks of the system are said, by code; other domains add theirs."""


@dataclass(frozen=True, slots=True)
class TaskWords:
    """What a task of the system asks: a wording's code, and what it tells of."""

    code: str
    params: Mapping[str, str | int] = field(default_factory=dict)


def put_in_words(kept: TaskTitle | Mapping[str, Any] | None) -> TaskTitle | None:
    """The words of what the table holds; None where this version does not know them."""
    if kept is None or isinstance(kept, TaskTitle):
        return kept
    say = WORDINGS.get(kept["code"])
    try:
        return None if say is None else say(kept["params"])
    except KeyError:
        return None


@dataclass(frozen=True, slots=True)
class NewTask:
    """A task on its way to a member, or into a leader's pool (`pooled`, of `staff_id`).

    What the system asks has words for a title, which are said in the language of who reads. What
    made it names itself in `source`; with a `source_key` it is made once. `link` is a path
    of ours or an https address; `proof` None asks for what the kind asks for.
    """

    kind: str
    staff_id: int
    title: str | TaskWords
    due_at: datetime
    customer_id: int | None = None
    priority: Priority = 0
    link: str = ""
    proof: Proof | None = None
    source: str = "hand"
    source_key: str | None = None
    pooled: bool = False


@dataclass(frozen=True, slots=True)
class Closing:
    """A task to be ended; with `staff_id` only that member's, with `customer_id` only about him."""

    task_id: int
    state: Literal["done", "dropped"]
    result: str = ""
    staff_id: int | None = None
    customer_id: int | None = None
    proof_text: str = ""


class TaskRead(BaseModel):
    """A task; `overdue` as of the moment of reading."""

    id: int
    kind: str
    staff_id: int
    staff_name: str
    staff_left: bool
    """Nobody has it on his day any more: he left the corp."""
    customer_id: int | None
    title: str
    words: Annotated[TaskTitle | None, BeforeValidator(put_in_words)] = None
    """What it asks, whole and in each language, where the system made it; null where a person
    wrote its title."""
    due_at: datetime
    state: TaskState
    overdue: bool
    created_by: str
    done_at: datetime | None
    result: str
    priority: Priority
    link: str
    """A path of ours or an https address; empty for none."""
    proof: Proof
    """What must be shown when it is done."""
    proof_text: str
    proof_file_id: int | None
    pooled: bool
    """It waits in the pool of a leader, `staff_name`, for somebody to do it."""
    escalated_at: datetime | None
    """When it was shown to the leader, being late for too long."""
    snoozes: int
    """How often its member put it off."""

    @computed_field  # type: ignore[prop-decorator] # pydantic's own way
    @property
    def kind_name(self) -> TaskKindName:
        """How its kind is called; the bare key where this version does not know it."""
        kind = KINDS.get(self.kind)
        return (
            TaskKindName(zh=kind.zh, en=kind.en)
            if kind
            else TaskKindName(zh=self.kind, en=self.kind)
        )


class TodayTask(TaskRead):
    """A task of a member's day, with the customer it is about."""

    customer_name: str | None
    external_id: str | None
    mine: bool
    """False: it is his member's and late for too long."""


class BoardTask(TaskRead):
    """A task on the board, with those it names."""

    customer_name: str | None
    escalated_to: StaffRef | None
    """Null also where it was late for too long and nobody leads its member."""
    from_staff: StaffRef | None
    """Who had it before it came into the pool."""
    source: str


class TaskStep(BaseModel):
    """One change of a task; `before` and `after` hold what changed."""

    at: datetime
    actor: str
    actor_name: str | None
    """Null for the system, and for who is not known any more."""
    action: str
    before: dict[str, str | int | bool | None]
    after: dict[str, str | int | bool | None]


class TaskDetail(BoardTask):
    """A task with its history, the newest change first, at most 50."""

    created_at: datetime
    steps: list[TaskStep]


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """Which tasks; every given condition holds.

    `first` and `last` are days of the corp, both included: when open ones are due, when closed
    ones were closed. `q` is the beginning of the title.
    """

    state: TaskState = "open"
    kind: str | None = None
    overdue: bool = False
    escalated: bool = False
    pooled: bool = False
    priority: int | None = None
    staff_id: int | None = None
    department_id: int | None = None
    """The department and all below it."""
    store_id: int | None = None
    first: date | None = None
    last: date | None = None
    q: str = ""


class TaskPage(BaseModel):
    """One page; `next` goes into `after`. Open ones by what is due first, closed ones newest first.

    `total` (null after the first page) is exact up to 100,000; beyond that it is a lower bound
    and `exact` is false.
    """

    items: list[BoardTask]
    next: str | None
    total: int | None
    exact: bool
    as_of: datetime


class TaskKindCount(BaseModel):
    """Open tasks of one kind."""

    kind: str
    name: TaskKindName
    open: int
    overdue: int


class TaskCounts(BaseModel):
    """How tasks stand; `closed` ones are those of the last seven days."""

    open: int
    overdue: int
    due_today: int
    escalated: int
    pooled: int
    done: int
    dropped: int
    kinds: list[TaskKindCount]
    as_of: datetime


class MemberTasks(BaseModel):
    """A member's tasks; `done` in the last seven days."""

    staff: StaffRef
    left: bool
    open: int
    overdue: int
    done: int


class MemberTasksPage(BaseModel):
    """Members by how many tasks are overdue, then open; `next` goes into `after`."""

    items: list[MemberTasks]
    next: str | None
    total: int
    as_of: datetime


Title = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=TITLE_LENGTH)
]
Link = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LINK_LENGTH)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=PROOF_LENGTH)]


class TaskGift(BaseModel):
    """A task to give: to a member, or into a leader's pool. `proof` null: as the kind asks."""

    kind: str = ERRAND.key
    staff_id: Annotated[int, Field(ge=1)]
    pooled: bool = False
    title: Title
    due_at: datetime
    customer_id: Annotated[int | None, Field(ge=1)] = None
    priority: Priority = 0
    link: Link = ""
    proof: Proof | None = None


class TaskChange(BaseModel):
    """What shall change of an open task; what is left out stays."""

    title: Title | None = None
    due_at: datetime | None = None
    priority: Priority | None = None
    link: Link | None = None


class TaskAssignee(BaseModel):
    """To whom a task goes, or into whose pool."""

    staff_id: Annotated[int, Field(ge=1)]
    pooled: bool = False


class TaskClosing(BaseModel):
    """How a task ended; `proof_text` where it asks for proof."""

    state: Literal["done", "dropped"]
    result: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] = ""
    proof_text: Words = ""


class BulkChoice(BaseModel):
    """Which tasks: `ids`, or everything that matches the address of the board (at most 10,000)."""

    ids: Annotated[list[Annotated[int, Field(ge=1)]] | None, Field(max_length=1_000)] = None


class BulkAct(BulkChoice):
    """One act on many: give them to `staff_id` (or into his pool), call them done, or drop them.

    `dry_run` tells what would happen and changes nothing.
    """

    act: Literal["reassign", "done", "drop"]
    staff_id: Annotated[int | None, Field(ge=1)] = None
    pooled: bool = False
    reason: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] = ""
    dry_run: bool = False


class BulkOutcome(BaseModel):
    """What came of it: `changed` and why others were not. They add up to what was chosen."""

    changed: int
    closed: int
    """Skipped: done or dropped already."""
    same: int
    """Skipped: he has it already."""
    proof: int
    """Skipped: it asks for proof, which only its member can give."""
    unknown: int
    """Skipped: not among those you see."""


@dataclass(frozen=True, slots=True)
class Reassignment:
    """To whom tasks go."""

    staff_id: int
    pooled: bool = False
