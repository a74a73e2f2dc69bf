"""Words of notices."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.ext.asyncio import AsyncSession

Door = Literal["wecom", "inbox", "off"]
"""By WeCom and in the product; in the product only; not at all."""
State = Literal["none", "waiting", "sending", "sent", "refused", "unknown"]
"""How WeCom's or the mail's door stands: nothing to send, waiting, under way, how it ended."""


@dataclass(frozen=True, slots=True)
class Words:
    """The same in both languages of the product."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Kind:
    """What a notice is about: its name, how people know it, where it goes by default."""

    name: str
    title: Words
    door: Door = "wecom"


@dataclass(frozen=True, slots=True)
class Button:
    """A button of a notice; `text` has at most ten characters in WeCom."""

    key: str
    text: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class NewNotice:
    """Word to some of the corp's people.

    `key` names what is told: whoever was told under it is not told again. `link` is a page of the
    admin, `staff_link` one of the staff app; each is a path. `ref` names what a button is about.
    Notices with the same `bundle` are one line of a message. Urgent ones pass quiet hours.
    """

    kind: str
    key: str
    title: Words | str
    body: Words | str = ""
    staff_ids: Sequence[int] = ()
    user_ids: Sequence[int] = ()
    link: str | None = None
    staff_link: str | None = None
    customer_ids: Sequence[int] = ()
    """Who is named in it; forgotten with them."""
    urgent: bool = False
    bundle: str | None = None
    ref: str | None = None
    buttons: Sequence[Button] = field(default=())


@dataclass(frozen=True, slots=True)
class Press:
    """A member pressed a button of a notice."""

    corp_id: int
    notice_id: int
    kind: str
    key: str
    ref: str | None
    staff_id: int
    name: str
    at: datetime

    @property
    def actor(self) -> str:
        """How audit and events name him."""
        return f"staff:{self.staff_id}"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of pressing: `text` stands on the button, ten characters at most.

    With `for_all` everybody who has the same card sees it.
    """

    text: Words
    for_all: bool = True


Handler = Callable[[AsyncSession, Press], Awaitable[Answer]]
"""Does what a button says, in the member's own transaction; safe to run once."""


class TextRead(BaseModel):
    """Chinese and English."""

    zh: str
    en: str


class ButtonAnswer(BaseModel):
    """What was done by a button, and by whom."""

    text: TextRead
    by: str | None
    at: datetime


class OwnNotice(BaseModel):
    """A notice to the one who asks.

    `state` and `reason` say how WeCom's door stands, those with `mail_` how the mail's does.
    """

    id: int
    kind: str
    title: TextRead
    body: TextRead
    link: str | None
    staff_link: str | None
    customer_id: int | None
    urgent: bool
    created_at: datetime
    read_at: datetime | None
    state: State
    reason: str | None
    due_at: datetime | None
    sent_at: datetime | None
    mail_state: State
    mail_reason: str | None
    mail_due_at: datetime | None
    answer: ButtonAnswer | None


class NoticePage(BaseModel):
    """One page, the newest first; `next` goes into `after`. `unread` counts all, up to 100."""

    items: list[OwnNotice]
    next: int | None
    unread: int


class UnreadCount(BaseModel):
    """How many are unread, up to 100."""

    unread: int


class NoticeKindRead(BaseModel):
    """A kind with where it goes: by the corp's rule, by one's own choice (null: the rule).

    `mail`: by mail, too.
    """

    kind: str
    title: TextRead
    door: Door
    own: Door | None
    mail: bool


class MailRead(BaseModel):
    """Where one's mail goes. An address gets nothing before it was confirmed."""

    set_up: bool
    """Whether this installation sends mail at all."""
    address: str | None
    confirmed: bool


class ChoicesRead(BaseModel):
    """Where each kind goes for the one who asks.

    Without a member of WeCom he is reached in the product only.
    """

    kinds: list[NoticeKindRead]
    has_member: bool
    mail: MailRead


class ChoicesChange(BaseModel):
    """Kinds with the door they shall have; null goes back to the corp's rule.

    `mail` says of kinds whether they shall come by mail, too.
    """

    model_config = ConfigDict(extra="forbid")

    doors: dict[str, Door | None] = Field(default={}, max_length=200)
    mail: dict[str, bool] = Field(default={}, max_length=200)


class RulesRead(BaseModel):
    """The corp's rules: when nobody is disturbed, in its own zone, and where each kind goes.

    Equal moments mean that there are no quiet hours.
    """

    quiet_from: time
    quiet_to: time
    timezone: str
    doors: dict[str, Door]
    version: int


class RulesChange(BaseModel):
    """What shall be different; what is left out stays."""

    model_config = ConfigDict(extra="forbid")

    version: int = Field(ge=0)
    quiet_from: time | None = None
    quiet_to: time | None = None
    doors: dict[str, Door] | None = Field(default=None, max_length=200)


class ReadThese(BaseModel):
    """Which are read now: these, or all up to and with `until` (of a kind)."""

    model_config = ConfigDict(extra="forbid")

    ids: list[int] = Field(default=[], max_length=100)
    until: int | None = None
    kind: str | None = None
