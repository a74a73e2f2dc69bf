"""Words of welcomes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Outcome = Literal["due", "sent", "late", "impossible", "failed"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How an add's welcome ended, or when it is tried again (`outcome` due)."""

    outcome: str
    reason: str | None = None
    detail: str | None = None
    retry_at: datetime | None = None
    survivor: int | None = None
    """For `superseded`: the row that stands for the add."""
