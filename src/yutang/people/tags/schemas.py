"""Words of tags."""

from dataclasses import dataclass
from datetime import datetime

from pydantic import BaseModel


@dataclass(frozen=True, slots=True)
class TagFacts:
    """A corp tag as WeCom tells of it."""

    wecom_id: str
    name: str
    position: int


@dataclass(frozen=True, slots=True)
class TagGroupFacts:
    """A group with its tags as WeCom tells of it."""

    wecom_id: str
    name: str
    position: int
    tags: tuple[TagFacts, ...]


@dataclass(frozen=True, slots=True, order=True)
class Relation:
    """One staff × one customer."""

    customer_id: int
    staff_id: int


class TagRef(BaseModel):
    """A tag by name, with its group's."""

    id: int
    name: str
    group: str


class TagOption(BaseModel):
    """A tag to choose."""

    id: int
    name: str


class TagGroupRead(BaseModel):
    """A group and its tags, in WeCom's order."""

    id: int
    name: str
    tags: list[TagOption]


class TagList(BaseModel):
    """All groups."""

    items: list[TagGroupRead]


@dataclass(frozen=True, slots=True)
class TagPlace:
    """A tag on a relation; `mirrored` says that WeCom has it."""

    tag_id: int
    name: str
    added_by: str
    added_at: datetime
    mirrored: bool
    error: str | None


@dataclass(frozen=True, slots=True)
class Push:
    """Tags of one relation on their way to WeCom; `wecom_ids` by our tag ids."""

    corp_id: int
    relation: Relation
    account: str
    external_id: str
    wecom_ids: dict[int, str]
    attempts: int


@dataclass(frozen=True, slots=True)
class PushResult:
    """How a push ended: had by WeCom, refused for good, or tried again at `retry_at`."""

    error: str | None = None
    retry_at: datetime | None = None
