"""Everything the emulator remembers."""

import hashlib
import secrets
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, TypeVar

from pydantic import Field, InstanceOf, TypeAdapter

from .company import App, Department, Leaver, Staff, below
from .derivation import Derivation, Plan
from .switches import Switches
from .timers import Timer

__all__ = ["App", "Department", "Leaver", "Staff", "below"]

K = TypeVar("K")
ROOT = 1
"""The department that holds all others."""

SHOWN = frozenset({"whole", "one_sided"})
"""Relations the API shows: one that the customer ended still counts, a half one not yet."""


@dataclass(slots=True)
class Ticket:
    """What a page's address is signed with; `expires_at` in real unix seconds.

    Who holds one cannot know that the clock in here was moved.
    """

    value: str
    expires_at: float


@dataclass(slots=True)
class Callback:
    """Where events go."""

    url: str
    token: str
    encoding_aes_key: str
    agentid: int


@dataclass(slots=True)
class Person:
    """Somebody on WeChat, as this corp knows him."""

    external_userid: str
    name: str
    unionid: str
    gender: int = 0
    avatar: str = ""
    mobile: str = ""
    type: int = 1
    """1 somebody on WeChat, 2 a partner on WeCom, who has the four below."""
    position: str = ""
    corp_name: str = ""
    corp_full_name: str = ""
    external_profile: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Relation:
    """One member × one person.

    `state` is asked (a request nobody answered yet, unknown to the API), whole, half, one_sided
    (the person deleted the member) or gone.
    """

    userid: str
    external_userid: str
    state: str
    createtime: int
    add_way: int = 1
    channel: str = ""
    remark: str = ""
    description: str = ""
    mobiles: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    talked: bool = False
    oper_userid: str = ""
    company: str = ""
    picture: str = ""
    """The media id of the picture beside the remark."""
    personal_tags: list[tuple[str, str]] = field(default_factory=list)
    """Groups and names of the member's own tags."""
    wechat_channels: dict[str, Any] = field(default_factory=dict)
    """Where in WeChat Channels he came from, of add_way 10."""
    welcomed: bool = False
    """A welcome was delivered: no other code of the two works any more."""
    ended_by: str = ""
    """customer, staff or transfer, once it is one_sided or gone."""
    began_at: float = 0.0
    """The moment of the add, by the emulator's clock: right after it reads do not know it yet."""


@dataclass(slots=True)
class Tag:
    """A corp tag."""

    id: str
    name: str
    order: int
    create_time: int


@dataclass(slots=True)
class TagGroup:
    """A group of corp tags."""

    group_id: str
    group_name: str
    order: int
    create_time: int
    tags: list[Tag] = field(default_factory=list)


@dataclass(slots=True)
class ContactWay:
    """A code to scan."""

    config_id: str
    type: int
    remark: str
    skip_verify: bool
    state: str
    user: list[str]
    party: list[int]
    created_at: int
    scene: int = 2
    style: int = 0
    is_temp: bool = False
    expires_in: int = 0
    chat_expires_in: int = 0
    """Both in seconds, of temporary ones only."""
    unionid: str = ""
    is_exclusive: bool = False
    mark_source: bool = True
    conclusions: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Group:
    """A customer group."""

    chat_id: str
    name: str
    owner: str
    create_time: int
    members: dict[str, int] = field(default_factory=dict)
    notice: str = ""
    version: str = field(default_factory=lambda: secrets.token_hex(16))
    dismissed: bool = False


@dataclass(slots=True)
class WelcomeCode:
    """A code that may be used once within 20 s of the event."""

    index: int
    code: str
    userid: str
    external_userid: str
    kind: str
    issued_at: float
    """By the emulator's clock."""
    event_at: float
    """Real time, like the moments below: what a stopwatch would show."""
    first_delivery_at: float | None = None
    sent_at: float | None = None
    attempts: int = 0
    last_errcode: int | None = None


@dataclass(slots=True)
class Received:
    """Something a person got."""

    at: float
    external_userid: str
    userid: str
    kind: str
    body: dict[str, Any]


@dataclass(slots=True)
class Message:
    """A chat message; goes to the archive."""

    at: float
    sender: str
    to: str
    msgtype: str
    body: dict[str, Any]
    reached: bool = True
    """Words of a member to a person who deleted him stay with the member."""


@dataclass(slots=True)
class Corp:
    """A company."""

    corpid: str
    name: str
    apps: list[App]
    callbacks: list[Callback] = field(default_factory=list)
    departments: dict[int, Department] = field(default_factory=dict)
    staff: dict[str, Staff] = field(default_factory=dict)
    persons: dict[str, Person] = field(default_factory=dict)
    """Of a generated company everybody, though only some are kept: ask for one by id."""
    relations: dict[str, dict[str, Relation]] = field(default_factory=dict)
    """Those that are kept, by person, then by member; `between` and `relations_by` tell all."""
    followed: Annotated[dict[str, dict[str, Relation]], Field(exclude=True)] = field(
        default_factory=dict
    )
    """The same by member, then by person; made from `relations` where it is asked for."""
    tag_groups: dict[str, TagGroup] = field(default_factory=dict)
    contact_ways: dict[str, ContactWay] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    codes: dict[str, WelcomeCode] = field(default_factory=dict)
    received: list[Received] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    populated: list[int] = field(default_factory=list)
    tickets: dict[str, Ticket] = field(default_factory=dict)
    """By kind; those of an app begin with its agentid."""
    leavers: dict[str, Leaver] = field(default_factory=dict)
    """Members who left, by userid."""
    timers: list[Timer] = field(default_factory=list)
    """A heap by time."""
    contact_scale: int | None = None
    """How many customers the corp may have; None is the usual limit."""
    loads: dict[str, int] = field(default_factory=dict)
    """By member, how many customers he has at most: counted anew only where that is too many."""
    plan: Plan | None = None
    """What the generated part of the company is made from, where it has one."""
    ticks: int = 0
    """How often a share of it was changed at once."""
    derived: Annotated[InstanceOf[Derivation] | None, Field(exclude=True)] = None
    """The generated people themselves."""
    switches: Switches = field(default_factory=Switches)
    areas: dict[str, Any] = field(default_factory=dict)
    """What each area keeps, by the name of its class."""

    def of(self, kind: type[K]) -> K:
        """What an area keeps of this corp: its dataclass, an empty one at first."""
        kept = self.areas.get(kind.__name__)
        if not isinstance(kept, kind):
            # A restored state holds plain objects until somebody who knows the class asks.
            kept = kind() if kept is None else TypeAdapter(kind).validate_python(kept)
            self.areas[kind.__name__] = kept
        return kept

    def app(self, agentid: int) -> App | None:
        """An app by id."""
        return next((app for app in self.apps if app.agentid == agentid), None)

    def lets_call_contact(self, app: App) -> bool:
        """Whether the app stands among those that may call customer contact."""
        return app is self.apps[0] if app.may_call_contact is None else app.may_call_contact

    def member(self, userid: str) -> Staff | None:
        """A member; ids compare without case."""
        found = self.staff.get(userid)
        if found is not None:
            return found
        wanted = userid.lower()
        return next((s for s in self.staff.values() if s.userid.lower() == wanted), None)

    def relation(self, userid: str, external_userid: str) -> Relation | None:
        """What is between the two, ended ones too."""
        kept = self.relations.get(external_userid, {}).get(userid)
        if kept is None and self.derived is not None:
            return self.derived.between(external_userid).get(userid)
        return kept

    def between(self, external_userid: str) -> Mapping[str, Relation]:
        """What is between a person and members, by member, ended ones too."""
        kept = self.relations.get(external_userid, {})
        if self.derived is None:
            return kept
        return {**self.derived.between(external_userid), **kept}

    def put(self, relation: Relation) -> Relation:
        """Keep a relation."""
        if relation.userid in self.loads:
            self.loads[relation.userid] += 1
        return self.keep(relation)

    def keep(self, relation: Relation) -> Relation:
        """The same of one that was there already, only changed."""
        self.relations.setdefault(relation.external_userid, {})[relation.userid] = relation
        if self.followed:
            self.followed.setdefault(relation.userid, {})[relation.external_userid] = relation
        return relation

    def kept_by(self, userid: str) -> Mapping[str, Relation]:
        """Those of a member that are kept, by person."""
        if not self.followed:
            for of_person in self.relations.values():
                for relation in of_person.values():
                    mine = self.followed.setdefault(relation.userid, {})
                    mine[relation.external_userid] = relation
        return self.followed.get(userid, {})

    def relations_by(self, userid: str) -> Iterable[Relation]:
        """All of a member, ended ones too, in no order."""
        kept = self.kept_by(userid).values()
        return kept if self.derived is None else [*self.derived.by_member(userid), *kept]

    def tagged(self, userid: str, tags: Collection[str]) -> Iterable[Relation]:
        """A member's relations that carry one of the tags."""
        wanted = set(tags)
        found = (r for r in self.kept_by(userid).values() if not wanted.isdisjoint(r.tags))
        return found if self.derived is None else [*self.derived.tagged(userid, wanted), *found]

    def load(self, userid: str) -> int:
        """How many customers a member's list has."""
        if self.derived is not None:
            return self.derived.load(userid)
        return sum(relation.state in SHOWN for relation in self.relations_by(userid))

    def relations_of(self, external_userid: str) -> list[Relation]:
        """The relations WeCom shows of a person: one he ended himself still counts."""
        found = self.between(external_userid).values()
        # Who has left the company follows nobody.
        shown = (r for r in found if r.state in SHOWN and r.userid in self.staff)
        return sorted(shown, key=lambda r: r.createtime)

    def customers_of(self, userids: list[str]) -> list[Relation]:
        """What these members' lists show, in a fixed order."""
        wanted = {member.userid for u in userids if (member := self.member(u)) is not None}
        return sorted(
            (
                relation
                for userid in wanted
                for relation in self.relations_by(userid)
                if relation.state in SHOWN
            ),
            key=lambda r: (r.userid, r.createtime, r.external_userid),
        )

    def tag(self, tag_id: str) -> Tag | None:
        """A corp tag by id."""
        for group in self.tag_groups.values():
            for tag in group.tags:
                if tag.id == tag_id:
                    return tag
        return None


@dataclass(slots=True)
class Media:
    """An uploaded file; the world keeps its bytes."""

    corpid: str
    kind: str
    name: str
    content_type: str
    expires_at: float


@dataclass(slots=True)
class State:
    """All companies."""

    corps: dict[str, Corp] = field(default_factory=dict)
    media: dict[str, Media] = field(default_factory=dict)
    clock_offset: float = 0.0
    clock_rate: float = 1.0


def new_id(prefix: str, length: int = 30) -> str:
    """An opaque id of WeCom's shape."""
    return prefix + secrets.token_urlsafe(length)[:length]


def person_id(corpid: str, unionid: str, prefix: str = "wm") -> str:
    """The same person has the same id in the same corp, for ever."""
    digest = hashlib.sha256(f"{corpid}|{unionid}".encode()).hexdigest()
    return f"{prefix}{digest[:30]}"


ADAPTER: TypeAdapter[State] = TypeAdapter(State)
