"""Words of credits."""

from dataclasses import dataclass
from datetime import datetime

from pydantic import BaseModel


@dataclass(frozen=True, slots=True)
class Touch:
    """One true add: never a half one, a transfer, a share or an assignment."""

    customer_id: int
    at: datetime
    staff_id: int
    way: int | None
    """WeCom's add_way, None where it did not let us read it."""
    channel: str | None


class TouchRead(BaseModel):
    """Who was added when, by whom, through which code; `way` is WeCom's add_way."""

    at: datetime
    staff_id: int
    channel: str | None
    way: int | None


class CreditRead(BaseModel):
    """Who brought a person. `inviter_id` and `campaign` are null where none is known."""

    first: TouchRead
    last: TouchRead
    inviter_id: int | None
    campaign: str | None
    returned_at: list[datetime]
    """When he came back after every relation had ended, oldest first."""
