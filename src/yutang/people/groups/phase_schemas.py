"""Words of phases: how far a group's life has run, by one table of thresholds."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from pydantic import BaseModel

Phase = Literal["new", "active", "falling", "sinking", "last_push"]
PhaseAsked = Literal["new", "active", "falling", "sinking", "last_push", "none"]
WhyNoPhase = Literal["dismissed", "not_read", "known_shortly", "not_reckoned"]
PhaseCode = Literal["made", "moves", "talks", "left_7", "left_28", "still", "empty", "owner_silent"]


@dataclass(frozen=True, slots=True)
class PhaseRules:
    """All thresholds of phases; the first phase that holds is taken, from `new` on downwards.

    Windows are of whole 24 hours before the moment of reckoning. Rates are leaves of who was there
    in the window: who is there now and who left within it.
    """

    new_days: int = 14
    """new: made less than so many days ago."""
    known_days: int = 7
    """Leaves must be known for so long, else nothing is said."""
    week: int = 7
    month: int = 28
    last_percent: int = 50
    """last_push: so many of a hundred left within 28 days, more than came; or nobody is left."""
    last_still_days: int = 60
    """last_push: nobody came or left for so long."""
    sinking_percent: int = 25
    """sinking: the same of 28 days."""
    sinking_still_days: int = 28
    falling_least: int = 3
    """falling: at least so many left within 7 days, more than came,"""
    falling_percent: int = 5
    """and so many of a hundred; or"""
    falling_month_percent: int = 10
    """so many of a hundred left within 28 days, more than came; or"""
    falling_still_days: int = 14
    """nobody came or left for so long; or WeCom told that no group of the owner talked in"""
    talk_days: int = 7
    """these days, of which it must have told"""
    talk_known_days: int = 6
    """so many."""


RULES: Final = PhaseRules()


class PhaseReason(BaseModel):
    """One reason, as a code with its figures.

    made: `days` ago; moves: `joined` and `left` in 7 days; left_7, left_28: `left` of `of` persons,
    `joined` came; still: nobody came or left for `days`; empty: nobody is left; owner_silent: no
    group of the owner talked in the `days` that WeCom told of; talks: each of them did on some day.
    """

    code: PhaseCode
    days: int | None = None
    joined: int | None = None
    left: int | None = None
    of: int | None = None


class PhaseRead(BaseModel):
    """How far a group's life has run; of none `why_null` says why."""

    phase: Phase | None
    why_null: WhyNoPhase | None
    """not_read: only its id is known; known_shortly: leaves are known for too few days;
    not_reckoned: a night or a reading comes first."""
    since: datetime | None
    """When it was first seen to be in this phase."""
    reasons: list[PhaseReason]
    known_from: datetime | None
    """Since when its leaves are known."""
    reckoned_at: datetime | None
