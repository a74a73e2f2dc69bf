"""What is told of deeds, and what a person decides."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, Field

State = Literal["asked", "sending", "unknown", "undecided", "done"]


class DeedRead(BaseModel):
    """One effect whose answer was lost.

    `about` says in WeCom's terms what to look for: the beginning of a text, a name.
    """

    id: int
    kind: str
    state: State
    about: str
    reason: str | None
    tries: int
    has_id: bool
    """Whether WeCom's console shows an id of such a thing."""
    first_sent_at: datetime | None


class DeedList(BaseModel):
    """Open deeds, oldest first; `undecided` of them wait for a person.

    `spares` is how many join ways and group welcomes WeCom may hold beside those in use: no list
    shows them, and they count against its quota.
    """

    items: list[DeedRead]
    undecided: int
    spares: int


class Decision(BaseModel):
    """What somebody saw in WeCom's console: `made` with the id WeCom gave it, or nothing."""

    made: bool
    result_id: str | None = Field(default=None, max_length=128)
