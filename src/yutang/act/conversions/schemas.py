"""Words of the webhook of conversions."""

from datetime import datetime
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

PLACEHOLDERS: Final = (
    "event",
    "event_id",
    "at",
    "seconds",
    "click_id",
    "click_name",
    "source",
    "medium",
    "campaign",
    "term",
    "content",
    "channel",
    "visit",
    "opened_at",
)
"""What a field's words may hold in braces; what is not known is empty."""
DEFAULT_FIELDS: Final = {
    "event": "{event}",
    "event_id": "{event_id}",
    "at": "{at}",
    "click_id": "{click_id}",
    "click_name": "{click_name}",
    "source": "{source}",
    "campaign": "{campaign}",
    "channel": "{channel}",
}
MOST_FIELDS: Final = 20

State = Literal["due", "taken", "failed"]
Url = Annotated[str, StringConstraints(strip_whitespace=True, min_length=8, max_length=2048)]
FieldName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.\-]{1,40}$")]
FieldWords = Annotated[str, StringConstraints(max_length=300)]


class HookWish(BaseModel):
    """Where conversions are told; `fields` are the JSON that is sent, with placeholders.

    `only_clicks`: only where an advertisement's click number is known.
    """

    model_config = ConfigDict(extra="forbid")

    url: Url
    fields: dict[FieldName, FieldWords] = Field(
        default_factory=lambda: dict(DEFAULT_FIELDS), min_length=1, max_length=MOST_FIELDS
    )
    only_clicks: bool = True
    enabled: bool = True


class SendRead(BaseModel):
    """How it went to tell one conversion; `id` is also in the header `X-Yutang-Delivery`."""

    id: str
    event: str
    state: State
    reason: str | None
    status: int | None
    tries: int
    seconds: float | None
    made_at: datetime
    tried_at: datetime | None
    next_at: datetime | None


class HookRead(BaseModel):
    """The webhook without its secret, the placeholders there are, and the last 20 sends."""

    url: str | None
    fields: dict[str, str]
    only_clicks: bool
    enabled: bool
    placeholders: list[str]
    sends: list[SendRead]


class HookMade(HookRead):
    """The secret, once: where it is new."""

    secret: str | None
