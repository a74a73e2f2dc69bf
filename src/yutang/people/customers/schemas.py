"""Words of customers."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel

Ending = Literal["deleted_by_staff", "deleted_by_customer", "transferred"]


@dataclass(frozen=True, slots=True)
class Person:
    """Who he is, as WeCom tells."""

    name: str
    avatar: str = ""
    gender: int = 0
    platform: str = "wechat"
    company: str = ""
    unionid: str | None = None


@dataclass(frozen=True, slots=True)
class RelationFacts:
    """What WeCom tells of one relation."""

    added_at: datetime
    add_way: int | None = None
    channel: str | None = None
    remark: str = ""
    description: str = ""
    operator: str | None = None
    phones: tuple[str, ...] = ()
    wecom_tag_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrival:
    """A relation that began: half (only the customer agreed) or whole.

    `person` and `facts` are None where WeCom did not let us read them yet.
    """

    account: str
    external_id: str
    half: bool
    at: datetime
    channel: str | None
    source: str
    person: Person | None = None
    facts: RelationFacts | None = None
    seen: bool = False
    """Found by reading, not told by a callback: no event is written for it."""


@dataclass(frozen=True, slots=True)
class Departure:
    """A relation that ended."""

    account: str
    external_id: str
    ending: Ending
    at: datetime
    source: str


@dataclass(frozen=True, slots=True)
class Edit:
    """What WeCom now shows of a relation whose remark, phones or tags changed."""

    account: str
    external_id: str
    person: Person
    facts: RelationFacts


class CustomerRef(BaseModel):
    """A customer by name; `external_id` is WeCom's external_userid."""

    id: int
    name: str
    state: str
    external_id: str


class FollowTagRead(BaseModel):
    """A tag on a relation, with who put it there and whether WeCom has it."""

    id: int
    name: str
    added_by: str
    added_at: datetime
    mirrored: bool
    error: str | None


class FollowRead(BaseModel):
    """One relation."""

    staff_id: int
    staff_name: str
    account: str
    state: str
    added_at: datetime
    changed_at: datetime
    add_way: int | None
    channel: str | None
    remark: str
    tags: list[FollowTagRead]


class TimelineEntry(BaseModel):
    """One event of his life here."""

    id: int
    kind: str
    at: datetime
    actor: str
    props: dict[str, Any]


class CustomerRead(BaseModel):
    """One customer, whole."""

    id: int
    name: str
    state: str
    external_id: str | None
    avatar: str
    gender: int
    platform: str
    company: str
    phones: list[str]
    """Masked."""
    first_added_at: datetime | None
    first_added_staff_id: int | None
    first_added_channel: str | None
    marketing_refused_at: datetime | None
    follows: list[FollowRead]
    timeline: list[TimelineEntry]
