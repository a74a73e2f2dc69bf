"""Words of mail addresses and webhooks."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Language = Literal["zh-CN", "en"]
DeliveryState = Literal["due", "taken", "failed"]
Address = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True,
        max_length=254,
        pattern=r"^[^@\s<>,;\"]+@[^@\s<>,;\"]+\.[^@\s<>,;\"]+$",
    ),
]
Url = Annotated[str, StringConstraints(strip_whitespace=True, min_length=8, max_length=2048)]
Kinds = Annotated[list[str], Field(min_length=1, max_length=200)]


class NewAddress(BaseModel):
    """Where mail shall go, and in which language it is written."""

    model_config = ConfigDict(extra="forbid")

    address: Address
    language: Language = "zh-CN"


class AddressConfirmation(BaseModel):
    """The token of the link in the mail."""

    model_config = ConfigDict(extra="forbid")

    token: str = Field(min_length=20, max_length=100)


class NewWebhook(BaseModel):
    """An address of yours that is told of notices; `kinds` null: of all, also those to come."""

    model_config = ConfigDict(extra="forbid")

    url: Url
    kinds: Kinds | None = None
    enabled: bool = True


class WebhookChange(BaseModel):
    """What shall be different; what is left out stays."""

    model_config = ConfigDict(extra="forbid")

    url: Url | None = None
    kinds: Kinds | None = None
    """Null means every kind where it is given."""
    enabled: bool | None = None


class DeliveryRead(BaseModel):
    """How it went to tell a webhook once."""

    id: str
    """Also in the header `X-Yutang-Delivery`; the same however often it is tried."""
    kind: str
    """`test` for one that was asked for by hand."""
    state: DeliveryState
    reason: str | None
    """Why the last attempt failed."""
    status: int | None
    """HTTP status of the last answer; null: there was none."""
    tries: int
    seconds: float | None
    """How long the last answer took; null: there was none."""
    made_at: datetime
    tried_at: datetime | None
    next_at: datetime | None
    """When it is tried next; null once it ended."""


class WebhookRead(BaseModel):
    """A webhook without its secret."""

    id: int
    url: str
    kinds: list[str] | None
    enabled: bool
    failures: int
    """Attempts that failed in a row."""
    off_reason: str | None
    """The last failure, where it was turned off by itself."""
    created_at: datetime
    last: DeliveryRead | None
    """The newest delivery that was tried."""


class WebhookMade(WebhookRead):
    """The secret, this once."""

    secret: str


class WebhookList(BaseModel):
    """All of a company."""

    items: list[WebhookRead]


class DeliveryList(BaseModel):
    """The last twenty, the newest first."""

    items: list[DeliveryRead]
