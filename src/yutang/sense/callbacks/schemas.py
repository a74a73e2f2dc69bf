"""Words of the inbox."""

from datetime import datetime

from pydantic import BaseModel, Field


class CallbackRead(BaseModel):
    """One stored callback."""

    id: int
    event: str
    change_type: str
    subject: str
    occurred_at: datetime
    received_at: datetime
    status: str
    reason: str | None
    attempts: int
    handled_at: datetime | None
    xml: str


class CallbackPage(BaseModel):
    """One page, newest first; `next` goes into `after`. Handled ones are kept `kept_days`."""

    items: list[CallbackRead]
    next: str | None
    kept_days: int


class RawCallback(BaseModel):
    """One callback as it came, nothing hidden."""

    id: int
    xml: str


class RefusalCount(BaseModel):
    """Callbacks refused for one reason; `agent_id` is None when no app of ours was meant."""

    agent_id: int | None
    reason: str
    path: str
    count: int
    first_at: datetime
    last_at: datetime


class ReplayRequest(BaseModel):
    """Which dead or kept callbacks to handle again."""

    ids: list[int] = Field(min_length=1, max_length=1000)


class ReplayResult(BaseModel):
    """How many were put back; the others were not dead or kept, or are not here."""

    replayed: int
