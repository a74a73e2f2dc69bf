"""Words of codes from a file."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel

ROWS = 10_000
SHEET_BYTES = 10 << 20
PICTURES = 2_000
ERRORS_TOLD = 500
SAMPLES = 20

Language = Literal["zh-CN", "en"]
State = Literal["checked", "running", "done", "stopped"]
Kind = Literal["xlsx", "csv", "zip"]
Fault = Literal[
    "no_staff",
    "unknown_staff",
    "left",
    "unknown_store",
    "store_closed",
    "store_empty",
    "too_many",
    "name_missing",
    "name_long",
    "name_double",
    "name_taken",
    "remark_long",
]


class CodeRowError(BaseModel):
    """Why a row becomes no code; the header is row 1. `about` is what it is about."""

    row: int
    fault: Fault
    about: str


class SampleRow(BaseModel):
    """A code as the file asks for it."""

    row: int
    name: str
    staff: list[str]
    remark: str


class BatchRead(BaseModel):
    """A file of codes and how far it is.

    `rows` become codes, `wrong` do not. Of those `made` are written here, `ready` have their
    picture, `failed` were refused by WeCom. `room_left` is how many more codes WeCom takes, None
    where that was never counted.
    """

    id: int
    name: str
    state: State
    rows: int
    wrong: int
    made: int
    ready: int
    failed: int
    room_left: int | None
    ignored_columns: list[str]
    errors: list[CodeRowError]
    samples: list[SampleRow]
    created_at: datetime
    ended_at: datetime | None


class BatchList(BaseModel):
    """Files of codes, the newest first, 20 at most."""

    items: list[BatchRead]
