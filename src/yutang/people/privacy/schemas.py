"""Words of privacy."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, StringConstraints

from yutang.people.consents.schemas import ConsentRead, OwnConsent

Barred = Literal["refused", "minor"]
"""Why nothing that advertises goes to a person."""
State = Literal["planned", "queued", "running", "done", "cancelled"]
Asked = Literal["copy", "erase"]
"""A file of all that is known of him; to be erased."""
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
    customers_page: str
    """Where customers sign in and see what is kept of them."""
    as_of: datetime


class RequestDone(BaseModel):
    """What the customer reads of how his request was done; may be empty."""

    words: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] = ""


class RequestDecline(BaseModel):
    """Why the customer's request is declined; he reads it."""

    words: Reason


class PrivacyRequestRead(BaseModel):
    """What a customer asked for on his own page."""

    id: int
    customer_id: int
    name: str
    kind: Asked
    asked_at: datetime
    due_at: datetime


class PrivacyRequestPage(BaseModel):
    """Requests that wait, the oldest first; `next` goes into `after`."""

    items: list[PrivacyRequestRead]
    next: int | None


@dataclass(frozen=True, slots=True)
class OwnRequest:
    """A request as its customer sees it."""

    kind: Asked
    state: Literal["waiting", "done", "declined", "taken_back"]
    words: str
    asked_at: datetime
    due_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class OwnPage:
    """What a customer sees and decides himself."""

    corp: str
    timezone: str
    name: str
    known_since: datetime
    refused_at: datetime | None
    consents: list[OwnConsent]
    requests: list[OwnRequest]
    """The newest of each kind."""


Facts = dict[str, Any]
"""Rows of a person by table."""
