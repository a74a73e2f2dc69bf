"""Words of the connection."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from pydantic import BaseModel, Field

CheckKey = Literal[
    "token",
    "trusted_ip",
    "visible_range",
    "customer_contact",
    "contacts",
    "callback",
    "js_sdk",
    "clock",
    "quotas",
]
CheckStatus = Literal["ok", "failed", "unknown"]
CheckCode = Literal[
    "ok",
    "wecom.busy",
    "wecom.40001",
    "wecom.40013",
    "wecom.40056",
    "wecom.40091",
    "wecom.41002",
    "wecom.41004",
    "wecom.45009",
    "wecom.48002",
    "wecom.48006",
    "wecom.48009",
    "wecom.50003",
    "wecom.60011",
    "wecom.60020",
    "wecom.60021",
    "wecom.60111",
    "wecom.80001",
    "wecom.84074",
    "wecom.85005",
    "wecom.301002",
    "wecom.301007",
    "wecom.refused",
    "wecom.unreachable",
    "wecom.not_wecom",
    "app.stopped",
    "range.empty",
    "range.outside",
    "contact.nobody",
    "contacts.48002",
    "contacts.nobody",
    "callback.signature",
    "callback.receiver",
    "callback.key_length",
    "callback.unknown_app",
    "callback.timeout",
    "callback.unreachable",
    "callback.body_changed",
    "callback.status",
    "callback.local",
    "callback.refused",
    "js.local",
    "js.not_https",
    "js.ip_host",
    "js.no_domain",
    "js.other_domain",
    "js.verify_file",
    "clock.off",
    "quota.contact_ways",
    "quota.tags",
    "quota.stopped",
    "needs.token",
    "needs.trusted_ip",
    "needs.customer_contact",
    "needs.answer",
    "needs.call",
    "needs.corp",
]
Facts = dict[str, str | int | float]


class Finding(BaseModel):
    """One question to the connection and what came of it.

    `unknown` means that something else has to be mended first; `code` names it. `facts` are the
    figures that belong to the code, such as `ip`, `errcode`, `seconds`, `status`, `change`.
    """

    key: CheckKey
    app: int | None
    """The AgentId; None for what concerns the whole corp."""
    status: CheckStatus
    code: CheckCode
    detail: str
    """One English sentence for a report."""
    seen_at: datetime
    facts: Facts


class Check(Finding):
    """A finding in the reader's language; no secret, not even in part.

    Words that have nothing to say are empty: `means` and `where` where all is well.
    """

    title: str
    """What was asked."""
    what: str
    """What was found."""
    means: str
    """What it leads to, or what cannot be known from here."""
    where: str
    """What to click where in WeCom's console, or whom to ask."""
    link: str
    """Address of WeCom's page about it."""


class CheckList(BaseModel):
    """All checks, by app and in the order in which they should be mended."""

    items: list[Check]


@dataclass(frozen=True, slots=True)
class Stranger:
    """An app of a corp that was not added, as somebody typed it."""

    corpid: str
    agent_id: int
    secret: str = field(repr=False)


class AppRead(BaseModel):
    """One app of the corp; no secret, not even in part."""

    agent_id: int
    callback_url: str
    callback_token_set: bool


class RefusalRead(BaseModel):
    """Callbacks that were refused at the door for one reason."""

    agent_id: int | None
    """None when the address names no app of ours."""
    reason: str
    path: str
    """The address of the last one, cut at 200 characters."""
    count: int
    first_at: datetime
    last_at: datetime


class VerifyFileRead(BaseModel):
    """An uploaded `WW_verify_*.txt` and where it is served."""

    name: str
    url: str
    bytes: int
    uploaded_at: datetime


class ConnectionRead(BaseModel):
    """What this installation knows of its connection without asking WeCom."""

    corpid: str
    name: str
    address: str
    address_is_local: bool
    """True when WeCom cannot reach the address: it is this machine's own."""
    apps: list[AppRead]
    last_callback_at: datetime | None
    last_synced_at: datetime | None
    refusals: list[RefusalRead]
    """Newest first; empty when nothing was refused."""
    verify_files: list[VerifyFileRead]


class VerifyFileUpload(BaseModel):
    """A file as WeCom's console gave it."""

    name: str = Field(max_length=100)
    content: str = Field(max_length=4096)
