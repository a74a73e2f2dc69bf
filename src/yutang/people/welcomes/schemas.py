"""Words of welcomes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Outcome = Literal["due", "sent", "late", "impossible", "failed"]


@dataclass(frozen=True, slots=True)
class DueWelcome:
    """One add event as the welcome lane works on it."""

    corp_id: int
    id: int
    inbox_id: int
    agent_id: int
    account: str
    external_id: str
    half: bool
    channel: str | None
    code: str | None
    occurred_at: datetime
    received_at: datetime
    outcome: str
    reason: str | None
    attempts: int
    next_at: datetime
    """For a claimed row: when its lease ends and others may take it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How an add's welcome ended, or when it is tried again (`outcome` due)."""

    outcome: str
    reason: str | None = None
    detail: str | None = None
    retry_at: datetime | None = None
    survivor: int | None = None
    """For `superseded`: the row that stands for the add."""
    greeting_id: int | None = None
    """Which of ours applied, whether or not it went out."""
    standing: str | None = None
    """new, returning or unknown: for whom it was chosen."""


@dataclass(frozen=True, slots=True)
class AddOutcome:
    """How one add was welcomed, or that it is still due; `at` the end, or the arrival."""

    id: int
    at: datetime
    account: str
    channel: str | None
    outcome: Outcome
    reason: str | None
    detail: str | None


@dataclass(frozen=True, slots=True)
class WantedAdds:
    """Which adds of a span: `account` is a member's, in lower case; pages go by falling id."""

    outcomes: tuple[str, ...] = ()
    channel: str | None = None
    account: str | None = None
    before_id: int | None = None
    limit: int = 50
