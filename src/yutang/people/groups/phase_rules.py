"""Thresholds of phases, all in one table."""

from dataclasses import dataclass
from typing import Final


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
