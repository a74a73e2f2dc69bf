"""Words of privacy."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, StringConstraints

from yutang.people.consents.schemas import ConsentRead

Barred = Literal["refused", "minor"]
"""Why nothing that advertises goes to a person."""
State = Literal["planned", "queued", "running", "done", "cancelled"]
Kind = Literal["inbox", "exports", "events", "notes", "welcomes", "lost"]
Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=200)]


class PersonPrivacy(BaseModel):
    """What a person allows and refuses, and his own address for refusing."""

    refuse_link: str
    barred: Barred | None
    minor_marked_at: datetime | None
    consents: list[ConsentRead]
    erasure_id: int | None
    """Of the request that is planned or under way."""


class MinorMark(BaseModel):
    """Whether he is younger than 14."""

    minor: bool


class PersonWish(BaseModel):
    """Why all that is known of somebody is asked for; `language` is the readable page's."""

    reason: Reason
    language: Literal["zh-CN", "en"] = "zh-CN"


class PersonExport(BaseModel):
    """The entry in the register of exports."""

    export_id: int


class ErasureWish(BaseModel):
    """Why somebody shall be erased."""

    reason: Reason


class ErasureConfirmation(BaseModel):
    """His name as the profile shows it, or his number where he has none."""

    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class TableCount(BaseModel):
    """Rows of one table; null: counted while they are erased, since nothing finds them sooner."""

    table: str
    rows: int | None
    how: Literal["deleted", "stripped"]
    """stripped: the row stays for the numbers, what names the person goes."""


class Kept(BaseModel):
    """What stays and why; the reason is a key that the pages word."""

    table: str
    why: str


class ErasureRead(BaseModel):
    """A request to erase somebody, from its dry run to its proof."""

    id: int
    customer_id: int
    name: str | None
    """Null once he is erased."""
    state: State
    reason: str
    asked_by_name: str
    plan: list[TableCount]
    erased: list[TableCount]
    kept: list[Kept]
    still_friend_of: list[str]
    """Members who have him in WeCom: there he stays until they delete him."""
    trouble: str | None
    asked_at: datetime
    confirmed_at: datetime | None
    ended_at: datetime | None


class ErasurePage(BaseModel):
    """Requests, newest first; `next` goes into `before`."""

    items: list[ErasureRead]
    next: int | None


class Proof(BaseModel):
    """What was erased, when and by whom; it names the person by keyed hashes only."""

    request: int
    corp: str
    asked_at: datetime
    asked_by: str
    confirmed_at: datetime
    ended_at: datetime
    reason: str
    erased: dict[str, int]
    kept: list[Kept]
    identities: list[str]
    counts_sha256: str
    audit_place: int | None
    audit_hash: str | None


class RetentionRead(BaseModel):
    """How long one kind of data is kept, and how much is older than that now."""

    kind: Kind
    days: int | None
    """Null: for good."""
    default_days: int | None
    least_days: int
    most_days: int
    older: int
    """Rows that go in the next night, counted up to `counted_to`."""
    counted_to: int
    last_at: datetime | None
    last_rows: int | None


class RetentionChange(BaseModel):
    """Days to keep it; null for good."""

    days: Annotated[int, Field(ge=1, le=36_500)] | None


class PrivacyRead(BaseModel):
    """How long data is kept and how many people stay erased."""

    retentions: list[RetentionRead]
    suppressed: int
    erasures_under_way: int
    as_of: datetime


Facts = dict[str, Any]
"""Rows of a person by table."""
