"""Words of the connection."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, Field

CheckKey = Literal["token", "trusted_ip", "customer_contact", "callback", "clock"]
CheckStatus = Literal["ok", "failed", "unknown"]
CheckCode = Literal[
    "ok",
    "wecom.40001",
    "wecom.40013",
    "wecom.40091",
    "wecom.48002",
    "wecom.60011",
    "wecom.60020",
    "wecom.refused",
    "wecom.unreachable",
    "wecom.not_wecom",
    "contact.nobody",
    "callback.signature",
    "callback.receiver",
    "callback.key_length",
    "callback.unknown_app",
    "callback.timeout",
    "callback.unreachable",
    "callback.body_changed",
    "callback.status",
    "clock.off",
    "needs.token",
    "needs.trusted_ip",
    "needs.answer",
]


class Check(BaseModel):
    """One question to the connection and its answer.

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
    facts: dict[str, str | int | float]


class CheckList(BaseModel):
    """All checks, by app and in the order in which they should be mended."""

    items: list[Check]


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
