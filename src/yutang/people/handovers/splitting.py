"""Split a number of people among takers: no loop over people, no chance in it."""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass

from .schemas import Rule


@dataclass(frozen=True, slots=True)
class Seat:
    """A taker as the split sees him; `room` 0 for one who cannot take, `share` weighs him."""

    room: int
    has: int = 0
    share: int = 1
    fits: bool = True
    """Whether the rule may give him anything."""


@dataclass(frozen=True, slots=True)
class Split:
    """How many each seat gets, by how many the rule went over its room, and who is left over."""

    counts: tuple[int, ...]
    over: tuple[int, ...]
    leftover: int


def split(people: int, seats: Sequence[Seat], rule: Rule) -> Split:
    """Split by the rule; nobody gets more than his room while others are filled up instead.

    `load` gives each to who has the fewest; the others give exact shares by largest remainders.
    """
    rooms = [seat.room if seat.fits else 0 for seat in seats]
    if rule == "load":
        counts = _by_load(people, seats, rooms)
        return Split(tuple(counts), (0,) * len(seats), people - sum(counts))
    weights = [seat.share if seat.fits else 0 for seat in seats]
    counts, over = _by_share(people, weights, rooms)
    return Split(tuple(counts), tuple(over), people - sum(counts))


def _by_load(people: int, seats: Sequence[Seat], rooms: Sequence[int]) -> list[int]:
    counts = [0] * len(seats)
    waiting = [(seat.has, place) for place, seat in enumerate(seats) if rooms[place] > 0]
    heapq.heapify(waiting)
    for _ in range(people):
        if not waiting:
            break
        has, place = heapq.heappop(waiting)
        counts[place] += 1
        if counts[place] < rooms[place]:
            heapq.heappush(waiting, (has + 1, place))
    return counts


def _by_share(
    people: int, weights: Sequence[int], rooms: Sequence[int]
) -> tuple[list[int], list[int]]:
    counts = [0] * len(weights)
    first = largest_remainders(people, weights)
    over = [max(0, wanted - room) for wanted, room in zip(first, rooms, strict=True)]
    open_ = list(weights)
    left = people
    while left and any(open_):
        wanted = largest_remainders(left, open_)
        full = [
            place
            for place, more in enumerate(wanted)
            if more and counts[place] + more > rooms[place]
        ]
        if not full:
            for place, more in enumerate(wanted):
                counts[place] += more
            break
        for place in full:
            left -= rooms[place] - counts[place]
            counts[place], open_[place] = rooms[place], 0
    return counts, over


def largest_remainders(people: int, weights: Sequence[int]) -> list[int]:
    """Exact shares of a whole number (Hamilton): what is cut off goes to the largest remainders."""
    total = sum(weights)
    if not total:
        return [0] * len(weights)
    counts = [people * weight // total for weight in weights]
    order = sorted(range(len(weights)), key=lambda one: (-(people * weights[one] % total), one))
    for place in order[: people - sum(counts)]:
        counts[place] += 1
    return counts


def deal(counts: Sequence[int]) -> list[int]:
    """Whose turn it is, place by place: everybody gets his from the whole line, not one stretch."""
    turns = [
        ((2 * nth + 1) / (2 * count), place)
        for place, count in enumerate(counts)
        for nth in range(count)
    ]
    turns.sort()
    return [place for _, place in turns]
