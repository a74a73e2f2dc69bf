"""A day of work with WeCom, the same for the same seed, and how much of it was on offer when."""

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from yutang.wecom.admission import Urgency

CONTACT = "/cgi-bin/externalcontact/"
PAGE, TAG = f"{CONTACT}batch/get_by_user", f"{CONTACT}mark_tag"
DETAIL, WELCOME = f"{CONTACT}get", f"{CONTACT}send_welcome_msg"
BROADCAST, WAY = f"{CONTACT}add_msg_template", f"{CONTACT}add_contact_way"
MESSAGE = "/cgi-bin/message/send"
ALWAYS = (PAGE, TAG)
"""Bulk work that waits at every moment of the day."""
PATHS = (*ALWAYS, DETAIL, WELCOME, BROADCAST, WAY, MESSAGE)
HOUR = 3600
DAY_HOURS = 24
SHORT_LOCK, LONG_LOCK = 60, HOUR
_SHORT_LOCKS_A_DAY = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of work for one call of `path` that is answered 0."""

    at: float
    path: str
    urgency: Urgency
    number: int


@dataclass(frozen=True, slots=True)
class Kind:
    """Pieces that come together, up to `most`, `gap` seconds apart on the average."""

    path: str
    urgency: Urgency
    gap: float
    most: int


MIX = (
    Kind(WELCOME, Urgency.WELCOME, 500, 3),
    Kind(TAG, Urgency.INTERACTIVE, 400, 3),
    Kind(DETAIL, Urgency.INTERACTIVE, 300, 4),
    Kind(DETAIL, Urgency.SCHEDULED, 900, 6),
    Kind(BROADCAST, Urgency.INTERACTIVE, 1200, 2),
    Kind(WAY, Urgency.INTERACTIVE, 1200, 2),
    Kind(MESSAGE, Urgency.SCHEDULED, 1200, 2),
)


def plan(hours: int, seed: int) -> list[Piece]:
    """All that comes beside the bulk work, in order."""
    chance = random.Random(seed)
    found = [(at, kind) for kind in MIX for at in _moments(kind, hours, chance)]
    return [
        Piece(at, kind.path, kind.urgency, number)
        for number, (at, kind) in enumerate(sorted(found, key=lambda one: one[0]))
    ]


def _moments(kind: Kind, hours: int, chance: random.Random) -> Iterator[float]:
    at = chance.expovariate(1 / kind.gap)
    while at < hours * HOUR:
        yield from [at] * chance.randint(1, kind.most)
        at += chance.expovariate(1 / kind.gap)


@dataclass(frozen=True, slots=True)
class Lock:
    """WeCom answers 45009 to everybody who calls `path` from `begin` to `end`, asked for or not."""

    path: str
    begin: float
    end: float


def locks(hours: int, seed: int) -> list[Lock]:
    """A minute now and then for each API of bulk work, for one of them an hour; in order."""
    chance = random.Random(seed)
    found = [
        Lock(path, at, at + SHORT_LOCK)
        for path in ALWAYS
        for at in _apart(max(1, _SHORT_LOCKS_A_DAY * hours // DAY_HOURS), hours, chance)
    ]
    if hours >= DAY_HOURS:
        at = chance.uniform(0.25, 0.5) * hours * HOUR
        found = [
            one for one in found if one.path != TAG or not at - HOUR < one.begin < at + 3 * HOUR
        ]
        found.append(Lock(TAG, at, at + LONG_LOCK))
    return sorted(found, key=lambda one: one.begin)


def _apart(count: int, hours: int, chance: random.Random) -> list[float]:
    """Moments of which no two are within a span that WeCom would take for one."""
    part = hours * HOUR / count
    return [part * place + chance.uniform(0.2, 0.7) * part for place in range(count)]


@dataclass(slots=True)
class Offers:
    """Which pieces were on offer when: from when they were asked for until they were done."""

    open: dict[int, tuple[str, float]] = field(default_factory=dict)
    _closed: list[tuple[str, float, float]] = field(default_factory=list)

    def begin(self, piece: Piece) -> None:
        """It is wanted."""
        self.open[piece.number] = (piece.path, piece.at)

    def end(self, piece: Piece, at: float) -> None:
        """It is done, or nobody wants it any more."""
        path, began = self.open.pop(piece.number)
        self._closed.append((path, began, at))

    def by_hour(self, end: float) -> Counter[tuple[str, int]]:
        """Pieces on offer by path and hour; one that waits is on offer in each hour it waits."""
        still = ((path, began, end) for path, began in self.open.values())
        return Counter(
            (path, hour)
            for path, began, ended in (*self._closed, *still)
            for hour in range(int(began // HOUR), int(min(ended, end - 1e-6) // HOUR) + 1)
        )


def bounds(
    hours: int, limit: int, offered: Counter[tuple[str, int]], locked: Iterable[Lock]
) -> dict[tuple[str, int], float]:
    """By path and hour: min(calls offered, calls allowed).

    Bulk work is always on offer. Allowed is WeCom's limit an hour, less the part of the hour in
    which WeCom itself had locked the API by an injected 45009; nothing else is left out, so a
    call that was spoilt by -1, 502 or a lost answer counts as quota that was not used.
    """
    shut: Counter[tuple[str, int]] = Counter()
    for one in locked:
        edges = [one.begin, *_hours_within(one), one.end]
        for begin, end in pairwise(edges):
            shut[one.path, int(begin // HOUR)] += end - begin  # type: ignore[assignment] # seconds
    found = {}
    for path in PATHS:
        for hour in range(hours):
            allowed = limit * (1 - shut[path, hour] / HOUR)
            wanted = float("inf") if path in ALWAYS else offered[path, hour]
            found[path, hour] = min(wanted, allowed)
    return found


def _hours_within(lock: Lock) -> list[float]:
    first, last = int(lock.begin // HOUR) + 1, int(lock.end // HOUR)
    return [float(hour * HOUR) for hour in range(first, last + 1) if hour * HOUR < lock.end]
