"""What news and readings make of the stays of one person in one group, in any order.

A callback says when somebody came or went, and may come late, twice, or before what it follows. A
reading says who is there and since when, and shows nobody who came and left between two of them.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Final

from .schemas import LeftHow

SAME: Final = timedelta(seconds=5)
"""A callback's time and the reading's of one coming lie so near each other."""
LAG: Final = timedelta(seconds=5)
"""A reading may lack what happened so shortly before it was asked for: WeCom says two seconds."""
_NEVER: Final = datetime.max.replace(tzinfo=UTC)
TOLD: Final[tuple[LeftHow, ...]] = ("left", "put_out")
"""How somebody left, as only callbacks tell."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One stay; where nobody told of the coming it begins as it ends."""

    joined_at: datetime
    left_at: datetime | None = None
    left_how: LeftHow | None = None
    scene: int | None = None
    code_state: str | None = None
    inviter: str | None = None
    nickname: str = ""
    name: str = ""
    is_admin: bool = False

    @property
    def is_present(self) -> bool:
        """He is there."""
        return self.left_at is None

    @property
    def is_told_end(self) -> bool:
        """A callback told how it ended."""
        return self.left_how in TOLD

    @property
    def is_end_alone(self) -> bool:
        """Only that he left was told; whose group was dismissed as he came did come."""
        return self.is_told_end and self.left_at == self.joined_at

    def covers(self, at: datetime) -> bool:
        """Whether he was there at that moment, as far as is known."""
        return self.joined_at <= at and (self.left_at is None or self.left_at > at)


Seats = tuple[Seat, ...]
"""In order of their beginning; at most the last is present."""


@dataclass(frozen=True, slots=True)
class Ends:
    """What is known of the group as a whole, to place what comes late."""

    read_at: datetime | None = None
    dismissed_at: datetime | None = None


KNOWN_NOTHING: Final = Ends()


@dataclass(slots=True)
class _Facts:
    """What the stays were made of: they are folded anew when something is added."""

    comings: list[Seat]
    goings: dict[datetime, LeftHow]
    missed: set[datetime]
    """When readings lacked him."""

    @classmethod
    def of(cls, seats: Seats) -> "_Facts":
        begins = {one.joined_at for one in seats}
        goings: dict[datetime, LeftHow] = {}
        for one in seats:
            if one.left_at is not None and one.left_how in TOLD:
                goings[one.left_at] = one.left_how
        missed = {
            one.left_at
            for one in seats
            if one.left_at is not None and one.left_how == "unseen" and one.left_at not in begins
        }
        comings = [
            replace(one, left_at=None, left_how=None) for one in seats if not one.is_end_alone
        ]
        return cls(comings, goings, missed)

    def same(self, at: datetime) -> int | None:
        """Where the coming of that moment stands already: not where he left in between."""
        for place, one in enumerate(self.comings):
            first, last = sorted((one.joined_at, at))
            if last - first <= SAME and not any(first < went <= last for went in self.goings):
                return place
        return None

    def fold(self, ends: Ends) -> Seats:
        """The stays that they tell of, in the order of time."""
        rows: list[tuple[datetime, int, Seat | LeftHow]] = [
            *((one.joined_at, 0, one) for one in self.comings),
            *((at, 1, how) for at, how in self.goings.items()),
            *((at, 2, "unseen") for at in self.missed),
        ]
        found: list[Seat] = []
        for at, _, what in sorted(rows, key=lambda row: row[:2]):
            last = found[-1] if found else None
            if isinstance(what, Seat):
                if last is not None and last.is_present:
                    # He must have left before that, and nobody told.
                    found[-1] = replace(last, left_at=at, left_how="unseen")
                found.append(what)
            elif what == "unseen":
                if last is not None and last.is_present and last.joined_at <= at - LAG:
                    found[-1] = replace(last, left_at=at, left_how="unseen")
            elif last is None or last.is_told_end:
                found.append(Seat(at, at, what))
            else:
                found[-1] = replace(last, left_at=at, left_how=what)
        if found and found[-1].is_present and ends.dismissed_at is not None:
            end = max(ends.dismissed_at, found[-1].joined_at)
            found[-1] = replace(found[-1], left_at=end, left_how="dismissed")
        return tuple(found)


def came(seats: Seats, at: datetime, scene: int | None, ends: Ends = KNOWN_NOTHING) -> Seats:
    """A callback says that he came."""
    facts = _Facts.of(seats)
    if facts.same(at) is not None:
        return seats
    facts.comings.append(Seat(at, scene=scene))
    read_at = ends.read_at
    if read_at is not None and not any(one.covers(read_at) for one in seats):
        facts.missed.add(read_at)
    return facts.fold(ends)


def went(seats: Seats, at: datetime, how: LeftHow, ends: Ends = KNOWN_NOTHING) -> Seats:
    """A callback says that he left, or was put out."""
    facts = _Facts.of(seats)
    facts.goings.setdefault(at, how)
    return facts.fold(ends)


def shown(seats: Seats, seat: Seat) -> Seats:
    """A reading shows him, there since `seat.joined_at`.

    Where a callback told that he left after that, WeCom was asked before it knew of it.
    """
    facts = _Facts.of(seats)
    place = facts.same(seat.joined_at)
    if place is None:
        facts.comings.append(seat)
    else:
        known = facts.comings[place]
        facts.comings[place] = replace(seat, scene=seat.scene or known.scene)
    facts.missed = {at for at in facts.missed if at < seat.joined_at}
    return facts.fold(KNOWN_NOTHING)


def absent(seats: Seats, asked_at: datetime) -> Seats:
    """A reading does not show him."""
    if not seats or not seats[-1].is_present:
        return seats
    facts = _Facts.of(seats)
    facts.missed.add(asked_at)
    return facts.fold(KNOWN_NOTHING)


def dismissed(seats: Seats, at: datetime) -> Seats:
    """The group is no more since then."""
    return _Facts.of(seats).fold(Ends(dismissed_at=at))
