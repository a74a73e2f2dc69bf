"""Whom a page shows: pure, the same for visitors and for the simulator."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .schemas import By, Why


@dataclass(slots=True)
class Candidate:
    """A member whose way exists; `turn` and `credit` are where the rule stands with him."""

    staff_id: int
    weight: int = 1
    cap: int | None = None
    """Adds a day; None: as many as come."""
    adds: int = 0
    """Of today, by this code."""
    held: int = 0
    """Places kept for who is being shown him."""
    load: int = 0
    """All his customers."""
    room: int | None = None
    """How many more WeCom lets him have; None where that was never counted."""
    turn: int = 0
    credit: int = 0
    on: bool = True
    is_member: bool = True
    is_stand_in: bool = False
    cities: frozenset[str] = frozenset()

    @property
    def has_place(self) -> bool:
        """Whether one more may be promised."""
        capped = self.cap is not None and self.adds + self.held >= self.cap
        full = self.room is not None and self.held >= self.room
        return not capped and not full


@dataclass(frozen=True, slots=True)
class Picked:
    """Who is shown, and why."""

    staff_id: int
    why: Why


def pick(
    by: By, candidates: Sequence[Candidate], *, fallback_id: int, city: str = ""
) -> Picked | None:
    """The one to show, whose turn it then was; None where nobody can be shown at all.

    In this order: a member of the city who is on and has a place, any such member, a stand-in, the
    fallback (without a cap), a member who is off with a place.
    """
    members = [one for one in candidates if one.is_member and one.has_place]
    free = [one for one in members if one.on]
    near = [one for one in free if city in one.cities] if city else []
    stand_ins = [one for one in candidates if one.is_stand_in and one.on and one.has_place]
    fallback = [one for one in candidates if one.staff_id == fallback_id]
    steps: tuple[tuple[list[Candidate], Why], ...] = (
        (near, "city"),
        (free, "rule"),
        (stand_ins, "stand_in"),
        (fallback, "fallback"),
        (members, "off_duty"),
    )
    for found, why in steps:
        if found:
            chosen = _WAYS[by](found)
            chosen.turn = max(one.turn for one in candidates) + 1
            return Picked(chosen.staff_id, why)
    return None


def _by_weights(free: Sequence[Candidate]) -> Candidate:
    """Smooth weighted round robin: nobody is ever more than one ahead of his share."""
    for one in free:
        one.credit += one.weight
    chosen = max(free, key=lambda one: (one.credit, -one.turn, -one.staff_id))
    chosen.credit -= sum(one.weight for one in free)
    return chosen


def _in_turn(free: Sequence[Candidate]) -> Candidate:
    return min(free, key=lambda one: (one.turn, one.staff_id))


def _fewest_customers(free: Sequence[Candidate]) -> Candidate:
    return min(free, key=lambda one: (one.load + one.held, one.turn, one.staff_id))


def _fewest_today(free: Sequence[Candidate]) -> Candidate:
    return min(free, key=lambda one: (one.adds + one.held, one.turn, one.staff_id))


_WAYS: dict[By, Callable[[Sequence[Candidate]], Candidate]] = {
    "weights": _by_weights,
    "round_robin": _in_turn,
    "least_total": _fewest_customers,
    "least_today": _fewest_today,
}
