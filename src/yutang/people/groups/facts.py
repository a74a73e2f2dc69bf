"""What WeCom tells of groups, in our own words."""

from dataclasses import dataclass
from datetime import date, datetime

from .schemas import LeftHow, State


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """Somebody present, as a reading shows him; `member` is WeCom's id."""

    member: str
    is_staff: bool
    joined_at: datetime
    scene: int | None = None
    code_state: str | None = None
    inviter: str | None = None
    nickname: str = ""
    name: str = ""
    unionid: str | None = None


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """A group as a reading shows it; asked for at `asked_at`."""

    chat_id: str
    name: str
    owner: str
    created_at: datetime
    notice: str
    version: str
    members: tuple[MemberFacts, ...]
    admins: frozenset[str]
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class GoneFacts:
    """WeCom shows the group no longer: `dismissed`, or else hides it (no group of customers)."""

    chat_id: str
    asked_at: datetime
    dismissed: bool


@dataclass(frozen=True, slots=True)
class ListedGroup:
    """A line of WeCom's list of groups."""

    chat_id: str
    state: State


@dataclass(frozen=True, slots=True)
class Told:
    """What one callback says of a group.

    `came` and `went` are WeCom's ids of members and persons; `edited`: name, owner or notice is
    another, which only a reading tells.
    """

    chat_id: str
    at: datetime
    source: str
    created: bool = False
    dismissed: bool = False
    edited: bool = False
    came: tuple[str, ...] = ()
    scene: int | None = None
    went: tuple[str, ...] = ()
    how: LeftHow = "left"
    version_before: str = ""
    version_after: str = ""


@dataclass(frozen=True, slots=True)
class DueGroup:
    """A group that shall be read now; `due_at` is the claim."""

    corp_id: int
    group_id: int
    chat_id: str
    due_at: datetime
    tries: int


@dataclass(frozen=True, slots=True)
class DayFacts:
    """WeCom's counts of one owner's groups on one day."""

    staff_id: int
    day: date
    new_groups: int
    groups: int
    groups_talking: int
    joined: int
    members: int
    members_talking: int
    messages: int
