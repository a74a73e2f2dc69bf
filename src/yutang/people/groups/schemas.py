"""Words of groups: what the API asks and answers."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel

SCANNED_UP_TO = 200
"""A group's code lets nobody in any more once so many are in it."""

State = Literal["normal", "owner_left", "in_handover", "handed_over", "dismissed"]
Kind = Literal["product", "interest", "knowledge", "resource", "marketing"]
Tier = Literal["pond", "transit", "core"]
Role = Literal["owner", "admin", "staff", "person"]
StaffRole = Literal["expert", "head_owner", "sub_owner", "admin", "host"]
OwnRole = Literal["expert", "head_owner", "sub_owner", "admin", "host", "core"]
Phase = Literal["new", "active", "falling", "sinking", "last_push"]
WhyNoPhase = Literal["dismissed", "not_read", "known_shortly", "not_reckoned"]
PhaseCode = Literal["made", "moves", "talks", "left_7", "left_28", "still", "empty", "owner_silent"]
SPAN_LEAST = 3
SPAN_MOST = 4
"""So many groups a sub-owner should hold."""
LeftHow = Literal["left", "put_out", "unseen", "dismissed"]
Sort = Literal[
    "name",
    "-people",
    "people",
    "-created_at",
    "-joined_7",
    "-left_7",
    "last_joined_at",
    "-last_joined_at",
]
HappeningKind = Literal[
    "group.created",
    "group.renamed",
    "group.owner_changed",
    "group.notice_changed",
    "group.dismissed",
    "group.handed_over",
    "group.profile_changed",
    "group.phase_changed",
    "member.joined",
    "member.left",
]


@dataclass(frozen=True, slots=True)
class GroupFilter:
    """Which groups; all of it holds. Without states, those that were dismissed are left out."""

    q: str = ""
    owner_ids: tuple[int, ...] = ()
    department_id: int | None = None
    kinds: tuple[str, ...] = ()
    """`none`: those without one."""
    tiers: tuple[str, ...] = ()
    label: str = ""
    states: tuple[str, ...] = ()
    people_min: int | None = None
    people_max: int | None = None
    quiet_days: int | None = None
    unsorted: bool = False
    """Those without a kind or without a tier."""
    full: bool = False
    """Those that nobody gets into by their code any more."""
    phases: tuple[str, ...] = ()
    """`none`: those of which none is known."""


@dataclass(frozen=True, slots=True)
class MemberFilter:
    """Which stays of one group; all of it holds."""

    present: bool | None = True
    role: Role | None = None
    q: str = ""
    friend: bool | None = None
    own_role: str | None = None
    """`customer`: persons without one."""


class GroupOwner(BaseModel):
    """Who owns a group; `left`: he left the corp."""

    id: int
    name: str
    left: bool


class GroupStaffRef(BaseModel):
    """A member of the corp."""

    id: int
    name: str


class GroupPerson(BaseModel):
    """A customer; `state` is group_member where nobody has him as a friend."""

    id: int
    name: str
    state: str


class PhaseReason(BaseModel):
    """One reason, as a code with its figures.

    made: `days` ago; moves: `joined` and `left` in 7 days; left_7, left_28: `left` of `of` persons,
    `joined` came; still: nobody came or left for `days`; empty: nobody is left; owner_silent: no
    group of the owner talked in the `days` that WeCom told of; talks: each of them did on some day.
    """

    code: PhaseCode
    days: int | None = None
    joined: int | None = None
    left: int | None = None
    of: int | None = None


class PhaseRead(BaseModel):
    """How far a group's life has run; of none `why_null` says why."""

    phase: Phase | None
    why_null: WhyNoPhase | None
    """not_read: only its id is known; known_shortly: leaves are known for too few days;
    not_reckoned: a night or a reading comes first."""
    since: datetime | None
    """When it was first seen to be in this phase."""
    reasons: list[PhaseReason]
    known_from: datetime | None
    """Since when its leaves are known."""
    reckoned_at: datetime | None


class GroupRow(BaseModel):
    """A group in a list."""

    id: int
    name: str
    """Empty: WeCom knows no name, or has not been asked yet."""
    owner: GroupOwner | None
    """None: a member whom the app may not see."""
    state: State
    """normal, or WeCom's word on who left: owner_left, in_handover, handed_over; or dismissed."""
    kind: Kind | None
    tier: Tier | None
    aim: str
    labels: list[str]
    created_at: datetime
    people: int
    """External persons present."""
    staff: int
    """Members of the corp present."""
    joined_7: int
    """Persons who came within seven days."""
    left_7: int
    last_joined_at: datetime | None
    quiet_since: datetime | None
    """When somebody last came or left. Whether anybody talks WeCom does not tell by group."""
    read_at: datetime | None
    """When WeCom was last asked for it; None: only its id is known."""
    phase: PhaseRead


class GroupPage(BaseModel):
    """One page; `next` goes into `after`."""

    items: list[GroupRow]
    next: str | None


class GroupCount(BaseModel):
    """How many, exactly."""

    total: int


class GroupSummary(BaseModel):
    """All living groups together."""

    groups: int
    seats: int
    """External persons present, one in two groups counted twice."""
    persons: int
    in_several: int
    """Persons in two groups or more."""
    joined_7: int
    left_7: int
    owner_left: int
    nearly_full: int
    """Groups of 200 or more: nobody gets in by their code."""
    without_profile: int
    """Groups without kind or tier."""
    read_at: datetime | None
    """The oldest of their readings."""
    as_of: datetime


class SceneCounts(BaseModel):
    """How the persons present came in."""

    invited: int
    link: int
    code: int
    unknown: int


class GroupDetail(GroupRow):
    """One group."""

    notice: str
    chat_id: str
    admins: list[GroupStaffRef]
    friends: int
    """Persons present who are a friend of some member."""
    strangers: int
    scenes: SceneCounts
    profile_version: int
    dismissed_at: datetime | None


class GroupStay(BaseModel):
    """One stay of one person, or member of the corp, in the group."""

    member: str
    """WeCom's id of him."""
    staff: GroupStaffRef | None
    customer: GroupPerson | None
    """None where he is a customer of members you do not see."""
    name: str
    nickname: str
    """What he is called in this group."""
    role: Role
    """As WeCom has it."""
    own_role: OwnRole | None
    """What he is by our own word; a person without one is a customer."""
    insider: GroupStaffRef | None
    """Whose own WeChat this person is: he is one of the staff, and shown so."""
    joined_at: datetime
    scene: int | None
    """1 invited, 2 by an invitation link, 3 by the group's code; None: WeCom did not tell."""
    code_state: str | None
    inviter: GroupStaffRef | None
    """WeCom tells it only where a member of the corp invited him."""
    left_at: datetime | None
    left_how: LeftHow | None
    """left or put_out, as WeCom told; dismissed; or unseen: a reading lacked him, so that he
    left before `left_at` and nobody told how."""


class GroupStayPage(BaseModel):
    """One page: owner, admins, staff, persons, each by when they came."""

    items: list[GroupStay]
    next: str | None


class GroupHappening(BaseModel):
    """One line of a group's life.

    Joins, and leaves of one kind, of one minute are one line with a `count`; of one alone
    `person` and `staff` say who.
    """

    at: datetime
    kind: HappeningKind
    actor: str | None = None
    """Who did it here: `user:<id>` or `system`; None: in WeCom."""
    before: Any = None
    after: Any = None
    count: int | None = None
    person: GroupPerson | None = None
    staff: GroupStaffRef | None = None
    name: str | None = None
    """What he was called, of one alone."""
    scene: int | None = None
    left_how: LeftHow | None = None


class GroupLife(BaseModel):
    """One page, newest first; `next` goes into `before`."""

    items: list[GroupHappening]
    next: str | None


class GroupRef(BaseModel):
    """A group by name."""

    id: int
    name: str
    owner: GroupOwner | None


class GroupDuplicate(BaseModel):
    """A person who is in several groups."""

    customer: GroupPerson
    groups: list[GroupRef]
    """At most 20, by name."""
    count: int


class GroupDuplicates(BaseModel):
    """One page, who is in most groups first."""

    items: list[GroupDuplicate]
    next: str | None


class GroupLabelRead(BaseModel):
    """A label and on how many groups it is."""

    label: str
    count: int


class GroupLabels(BaseModel):
    """All labels, the most used first."""

    items: list[GroupLabelRead]


class CustomerGroup(GroupRef):
    """A stay of one customer."""

    joined_at: datetime
    left_at: datetime | None
    left_how: LeftHow | None
    scene: int | None
    inviter: GroupStaffRef | None


class CustomerGroups(BaseModel):
    """His stays: where he is now first, then by when he came, the newest first."""

    items: list[CustomerGroup]


class OwnGroup(BaseModel):
    """A group as one of its members sees it beside the chat."""

    id: int
    name: str
    owner: GroupOwner | None
    people: int
    staff: int
    kind: Kind | None
    tier: Tier | None
    aim: str
    labels: list[str]
    friends: int
    strangers: int
    joined_7: int
    left_7: int
    newest: list[GroupStay]
    """The five who came last."""
    in_scope: bool
    """We see its owner and read it; else the numbers are those of the last reading."""
    read_at: datetime | None
