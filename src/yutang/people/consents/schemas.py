"""Words of consents."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Final

from pydantic import BaseModel, Field, StringConstraints

Purpose = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,31}$")]
"""sensitive, phone, marketing, service, or a key of the corp's own."""

SENSITIVE: Final = "sensitive"
PHONE: Final = "phone"
MARKETING: Final = "marketing"
SERVICE: Final = "service"

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]
About = Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)]
Notice = Annotated[str, StringConstraints(strip_whitespace=True, max_length=4000)]


class ConsentRead(BaseModel):
    """A living consent: for what, where it was given, when, and who recorded it."""

    purpose: Purpose
    source: str
    given_at: datetime
    recorded_by: str
    notice_version: int | None = None


class NewConsent(BaseModel):
    """A consent that the person gave; `source` says where, in words that can be checked."""

    purpose: Purpose
    source: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=200)]
    given_at: datetime


class PurposeChange(BaseModel):
    """What a purpose shall be; a notice that differs becomes its next version."""

    name_zh: Line
    name_en: Line
    about_zh: About = ""
    about_en: About = ""
    notice_zh: Notice = ""
    notice_en: Notice = ""
    months: Annotated[int, Field(ge=1, le=120)] | None = None
    """How long a consent holds; null: until it is withdrawn."""
    archived: bool = False


class PurposeRead(BaseModel):
    """A purpose with how many people agree to it now and how many took it back."""

    key: Purpose
    built_in: bool
    name_zh: str
    name_en: str
    about_zh: str
    about_en: str
    notice_zh: str
    notice_en: str
    notice_version: int
    months: int | None
    archived_at: datetime | None
    living: int
    withdrawn: int


class NoticeRead(BaseModel):
    """A notice as it was from `since` on."""

    version: int
    notice_zh: str
    notice_en: str
    since: datetime
    written_by: str


class Consenter(BaseModel):
    """One who agreed to a purpose."""

    customer_id: int
    name: str
    source: str
    given_at: datetime
    notice_version: int | None
    withdrawn_at: datetime | None


class ConsenterPage(BaseModel):
    """Newest consent first; `next` goes into `after`."""

    items: list[Consenter]
    next: str | None


@dataclass(frozen=True, slots=True)
class OwnConsent:
    """A living consent as its giver sees it, with the notice that he was shown."""

    purpose: str
    name_zh: str
    name_en: str
    notice_zh: str
    notice_en: str
    given_at: datetime
    until: datetime | None
    """When it ends by itself; null: when he takes it back."""
