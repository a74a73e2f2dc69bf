"""Words of exports."""

from datetime import datetime
from typing import Annotated, Final, Literal

from pydantic import BaseModel, Field

Format = Literal["csv", "parquet", "xlsx"]
PERSON: Final = "person"
"""The format of a file with all that is known of one person."""
ORDERS: Final = "orders"
"""The format of a CSV of orders."""
State = Literal["queued", "running", "done", "failed", "cancelled"]
Language = Literal["zh-CN", "en"]

COLUMNS = (
    "id",
    "name",
    "remark",
    "phone",
    "external",
    "unionid",
    "member_number",
    "state",
    "stage",
    "gender",
    "birthday",
    "company",
    "owners",
    "tags",
    "first_added_at",
    "last_active_at",
    "refused_at",
    "created_at",
)
"""What a file can tell of a customer, besides `field:<id>`."""
IDS = 10_000


class ExportWish(BaseModel):
    """What shall be in the file."""

    format: Format = "csv"
    columns: Annotated[list[str], Field(min_length=1, max_length=200)]
    """Of COLUMNS, or `field:<id>`."""
    phones: bool = False
    """Whole phone numbers, which needs a right of its own; else masked."""
    ids: Annotated[list[int] | None, Field(min_length=1, max_length=IDS)] = None
    """These; None: all that the question finds."""
    language: Language = "zh-CN"
    """Of headers and of what states and stages are called."""


class ExportRead(BaseModel):
    """One entry of the register. `rate` is customers a second."""

    id: int
    format: Literal["csv", "parquet", "xlsx", "person", "orders"]
    columns: list[str]
    phones: bool
    selected: int | None
    """How many were chosen by hand; None: a question found them."""
    question: str
    """The list's address, without what stands before `?`."""
    state: State
    total: int | None
    """None: more than are counted exactly."""
    done: int
    bytes: int | None
    name: str | None
    reason: str | None
    stopping: bool
    has_file: bool
    downloads: int
    created_by_name: str
    mine: bool
    created_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    expires_at: datetime
    rate: float | None
    ends_at: datetime | None
    as_of: datetime


class ExportPage(BaseModel):
    """The register, newest first; `next` goes into `before`."""

    items: list[ExportRead]
    next: int | None


class ExportColumn(BaseModel):
    """Something a file can tell; ours are named by the page, fields by the corp."""

    key: str
    name: str | None
    sensitive: bool


class ExportColumns(BaseModel):
    """All of them in order."""

    items: list[ExportColumn]
