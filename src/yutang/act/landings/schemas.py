"""Words of landing pages and short links."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from yutang.act.acquisition.schemas import ChannelRef, Kind
from yutang.kernel.languages import Language

PAGE_BYTES: Final = 100_000
"""Of a landing page, pictures among them."""
PICTURE_BYTES: Final = 60_000
MOST_POINTS: Final = 6
LAST_YEAR: Final = 2100

Template = Literal["offer", "guide", "event"]
Opens = Literal["https", "scheme", "qr"]
CountsBy = Literal["visit", "code"]
"""Adds of a page are known by each visitor's token, or only by the code on it."""
Short = Annotated[str, StringConstraints(strip_whitespace=True, max_length=40)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=120)]
Long = Annotated[str, StringConstraints(strip_whitespace=True, max_length=400)]


class PageTexts(BaseModel):
    """What stands on a page in one language; what is empty is not there.

    `role` and `person` are for a page of a person, `when` and `where` for an event. There is no
    countdown and no number of people who already came: a page says what is so.
    """

    model_config = ConfigDict(extra="forbid")

    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
    lead: Long = ""
    points: list[Line] = Field(default_factory=list, max_length=MOST_POINTS)
    person: Short = ""
    role: Line = ""
    when: Line = ""
    where: Line = ""
    button: Short = ""
    """On the button; empty: the usual words."""
    terms: Long = ""


class PageWish(BaseModel):
    """A landing page as it shall be.

    `opens` https or scheme: the button is the link of `channel_id`; scheme opens WeChat from
    other browsers. `qr`: the code of the channel stands on the page.
    """

    model_config = ConfigDict(extra="forbid")

    name: str = Field(min_length=1, max_length=60)
    template: Template
    zh: PageTexts
    en: PageTexts | None = None
    channel_id: int = Field(ge=1)
    opens: Opens
    file_id: int | None = Field(default=None, ge=1)
    """A picture uploaded before by `POST /api/files`."""
    is_open: bool = True


class PageChange(PageWish):
    """`version` is the one the change was made on."""

    version: int = Field(ge=1)


class PageRead(PageWish):
    """A landing page; `weight_bytes` is the page with its picture and its code, at most 100,000.

    `visits` and `taps` are of the last 180 days. `adds` are those of its visitors where
    `counts_by` is `visit`; else those of the code on it, whoever showed it, since it was made.
    """

    id: int
    address: str
    channel: ChannelRef | None
    channel_kind: Kind | None
    counts_by: CountsBy
    picture_bytes: int | None
    weight_bytes: int
    visits: int
    taps: int
    adds: int
    created_at: datetime
    version: int


class PageList(BaseModel):
    """All pages that are not deleted, the newest first."""

    items: list[PageRead]
    as_of: datetime


class LandingDay(BaseModel):
    """One day of one source; `source` is empty where the address told none."""

    day: str
    source: str
    visits: int
    taps: int
    adds: int


class LandingDays(BaseModel):
    """Days with visits, oldest first."""

    items: list[LandingDay]
    counts_by: CountsBy


class ShortLinkWish(BaseModel):
    """Where a short link leads: a page, a channel, or a public https address; exactly one."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(min_length=1, max_length=60)
    page_id: int | None = Field(default=None, ge=1)
    channel_id: int | None = Field(default=None, ge=1)
    url: Annotated[str, StringConstraints(strip_whitespace=True, max_length=2048)] | None = None
    expires_at: datetime | None = None

    @model_validator(mode="after")
    def _one_target(self) -> Self:
        if sum(one is not None for one in (self.page_id, self.channel_id, self.url)) != 1:
            message = "give exactly one of page_id, channel_id and url"
            raise ValueError(message)
        if self.expires_at is not None and self.expires_at.tzinfo is None:
            message = "give expires_at with its zone"
            raise ValueError(message)
        if self.expires_at is not None and self.expires_at.year > LAST_YEAR:
            message = f"give an expires_at before the year {LAST_YEAR + 1}, or none"
            raise ValueError(message)
        return self


class ShortLinkRead(BaseModel):
    """A short link; `target` names what it leads to; `opens` are counted ever and today."""

    id: int
    name: str
    address: str
    page_id: int | None
    channel_id: int | None
    url: str | None
    target: str
    expires_at: datetime | None
    is_over: bool
    opens: int
    opens_today: int
    created_at: datetime


class ShortLinkList(BaseModel):
    """All short links that are not deleted, the newest first."""

    items: list[ShortLinkRead]
    as_of: datetime


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A landing page as the public gets it."""

    corp_id: int
    id: int
    slug: str
    corp: str
    corpid: str
    template: Template
    texts: Mapping[Language, PageTexts]
    opens: Opens
    channel: str
    channel_id: int
    is_ready: bool
    """Whether there is a code or link to lead to."""
    picture: tuple[int, int, int] | None
    """Width, height and version."""
