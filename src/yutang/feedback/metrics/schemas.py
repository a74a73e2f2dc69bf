"""Words of the day's numbers."""

from datetime import date, datetime

from pydantic import BaseModel


class AddSummary(BaseModel):
    """A day's adds by outcome; durations from the callback's arrival to WeCom's answer."""

    date: date
    as_of: datetime
    adds: int
    half: int
    sent: int
    late: int
    impossible: int
    failed: int
    due: int
    p50_ms: int | None
    p99_ms: int | None
    callbacks_waiting: int
    dead_letters: int
