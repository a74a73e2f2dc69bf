"""A page of a customer's life: one with 100,000 events among many, any depth, any kinds.

Loads events by COPY into the tables of their months, from a seed; asks the same service as the
API under the corp's policy. Every answer is checked against the generator before it is timed. Full
size: `YUTANG_BENCH_EVENTS=200000000 python -m bench timeline` (about 60 GB with its indexes; fsync
on).
"""

import math
import os
import random
import tempfile
import time
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path

import psycopg
from psycopg import sql

from yutang.kernel.db import Database
from yutang.kernel.events import known_kinds
from yutang.people.customers import service as customers
from yutang.people.customers.schemas import HappeningKind, Watcher

from .servers import database
from .showing import CONSOLE, show_bounds, show_table, show_versions

CORP = 1
BUSY = 7
"""The customer with the long life."""
MONTHS = 24
SPAN = MONTHS * 30 * 86_400
"""Seconds over which the events lie."""
BLOCK = 20_000
TOLD = 1_000_000
"""A month with more events tells how long its loading took."""
PAGE = 50
IN_MEMORY = 10_000_000
"""Fewer events are loaded where memory is the disk, if there is such a place."""
SEED = 20261126
NEWEST = datetime(2026, 11, 26, tzinfo=UTC)
KINDS = ("tag.added", "relation.added", "attribute.changed", "stage.changed")
SHARES = (70, 21, 6, 3)
# Of the busy one nearly all are tags; a stage is changed ten times in his whole life.
RARE = 10
FULL, QUICK = (100_000, 1_000_000, 100_000), (2_000, 20_000, 2_000)
"""Events of the busy customer, of all, and how many customers share the rest."""


async def run(*, quick: bool) -> dict[str, object]:
    """Load, check, time; keys p99_ms (pages of all kinds) and the two others by their names."""
    show_versions("sqlalchemy", "psycopg")
    own, everything, people = QUICK if quick else FULL
    everything = int(os.environ.get("YUTANG_BENCH_EVENTS", everything))
    shelf = "/dev/shm" if everything <= IN_MEMORY and Path("/dev/shm").is_dir() else None  # noqa: S108
    with tempfile.TemporaryDirectory(prefix="yutang-timeline-", dir=shelf) as name:
        home = Path(name)
        # As root the server runs as another user, who must be able to enter the folder.
        home.chmod(0o755)
        async with database(home) as dsn:
            began = time.perf_counter()
            _load(dsn, own, everything, people)
            CONSOLE.print(f"{everything:,} events loaded in {time.perf_counter() - began:.0f} s")
            base = Database(dsn, pool_size=2)
            try:
                await _check(base, own)
                timed = {
                    "all": await _time(base, [], own, pages=100 if quick else 1000),
                    "one kind": await _time(base, ["tag"], own, pages=50 if quick else 500),
                    "a rare kind": await _time(base, ["stage"], RARE, pages=50 if quick else 500),
                    "others": await _others(base, people, 100 if quick else 1000),
                }
            finally:
                await base.close()
    show_table(
        f"pages of {PAGE}, ms",
        ("life", "p50", "p99", "worst"),
        [
            (label, *(f"{percentile(ms, q):.1f}" for q in (0.5, 0.99)), f"{max(ms):.1f}")
            for label, ms in timed.items()
        ],
    )
    every = [ms for label, times in timed.items() if label != "others" for ms in times]
    keys: dict[str, object] = {
        "p99_ms": round(percentile(every, 0.99), 1),
        "p50_ms": round(percentile(every, 0.5), 1),
        "events": everything,
    }
    show_bounds(keys, {"p99_ms": ("<=", 30)})
    return keys


def percentile(times: list[float], share: float) -> float:
    """The figure that `share` of these do not exceed."""
    return sorted(times)[min(len(times) - 1, math.ceil(share * len(times)) - 1)]


def _load(dsn: str, own: int, everything: int, people: int) -> None:
    """The corp, its persons, and their events, a month after the other, by COPY into its table.

    A table gets its indexes when it is full: attaching it makes those of the log.
    """
    dice = random.Random(SEED)
    busy = sorted(dice.sample(range(everything), own))
    rare = set(dice.sample(busy, RARE))
    with psycopg.connect(dsn, autocommit=True) as connection:
        for name, value in (("maintenance_work_mem", "512MB"), ("transaction_timeout", "0")):
            connection.execute("select set_config(%s, %s, false)", (name, value))
        connection.execute("insert into corps (corpid, name) values ('ww1', 'bench')")
        connection.execute(
            "insert into customers (corp_id, id, state, name, name_sort, grams)"
            " select %s, n, 'friend', 'c' || n, 'c', '{}' from generate_series(1, %s) n",
            (CORP, people),
        )
        # The months that stand ready are in the way of those with rows.
        for (place,) in connection.execute("select place from event_months()").fetchall():
            connection.execute(sql.SQL("drop table {}").format(sql.Identifier(place)))
        whole = _Life(everything, people, busy, rare)
        for start, stop in _months():
            _load_month(connection, start, stop, whole)
        connection.execute("vacuum analyze events")
        connection.execute("analyze customers")


@dataclass(frozen=True, slots=True)
class _Life:
    """Whose event each one is, by its number; they lie evenly over the months."""

    everything: int
    people: int
    busy: Sequence[int]
    """Numbers of the busy customer's events, in order."""
    rare: AbstractSet[int]

    def number_at(self, moment: datetime) -> int:
        """The first number that is not older."""
        share = 1 - (NEWEST - moment).total_seconds() / SPAN
        return min(max(math.ceil(share * self.everything), 0), self.everything)

    def lines(self, first: int, last: int) -> Iterator[bytes]:
        """Rows as COPY reads them, in blocks."""
        dice = random.Random(SEED + first)
        for start in range(first, last, BLOCK):
            stop = min(start + BLOCK, last)
            whose = dice.choices(range(1, self.people), k=stop - start)
            kinds = dice.choices(KINDS, SHARES, k=stop - start)
            # Everybody but the busy one, who comes in by his numbers.
            whose = [who if who < BUSY else who + 1 for who in whose]
            for place in range(bisect_left(self.busy, start), bisect_left(self.busy, stop)):
                number = self.busy[place]
                whose[number - start] = BUSY
                kinds[number - start] = KINDS[3] if number in self.rare else KINDS[0]
            step = SPAN / self.everything
            oldest = NEWEST.timestamp() - SPAN
            yield "".join(
                [
                    f"{CORP}\t{who}\t{kind}\t{_moment(oldest + number * step)}\tsystem\t"
                    '{"by": "user:1"}\tbench\n'
                    for number, who, kind in zip(range(start, stop), whose, kinds, strict=True)
                ]
            ).encode()


def _moment(seconds: float) -> str:
    """A time as PostgreSQL reads it; days are made once a second's worth of rows."""
    whole = int(seconds)
    return f"{_second(whole)}.{int((seconds - whole) * 1_000_000):06d}+00"


@lru_cache(maxsize=100_000)
def _second(whole: int) -> str:
    return datetime.fromtimestamp(whole, UTC).strftime("%Y-%m-%d %H:%M:%S")


def _another(dice: random.Random, people: int) -> int:
    who = dice.randint(1, people)
    return who if who != BUSY else who + 1


def _months() -> list[tuple[datetime, datetime]]:
    """A month each, as the running product makes them."""
    found = []
    for back in range(MONTHS + 1, -1, -1):
        month = NEWEST.year * 12 + NEWEST.month - 1 - back
        start = datetime(month // 12, month % 12 + 1, 1, tzinfo=UTC)
        stop = datetime((month + 1) // 12, (month + 1) % 12 + 1, 1, tzinfo=UTC)
        found.append((start, stop))
    return found


def _load_month(
    connection: psycopg.Connection, start: datetime, stop: datetime, whole: _Life
) -> None:
    name = sql.Identifier(f"events_y{start:%Y}m{start:%m}")
    connection.execute(sql.SQL("create table {} (like events including defaults)").format(name))
    statement = sql.SQL(
        "copy {} (corp_id, customer_id, kind, at, actor, props, source) from stdin"
    ).format(name)
    first, last = whole.number_at(start), whole.number_at(stop)
    began = time.perf_counter()
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for block in whole.lines(first, last):
            copy.write(block)
    copied = time.perf_counter() - began
    connection.execute(
        sql.SQL("alter table events attach partition {} for values from ({}) to ({})").format(
            name, sql.Literal(start), sql.Literal(stop)
        )
    )
    if last - first > TOLD:
        indexed = time.perf_counter() - began - copied
        CONSOLE.print(
            f"{start:%Y-%m}: {last - first:,} events copied in {copied:.0f} s,"
            f" indexed in {indexed:.0f} s"
        )


async def _check(base: Database, own: int) -> None:
    """Walk the whole life page by page: nothing twice, nothing left out, newest first."""
    for kinds, wanted in ((["tag", "stage"], own), (["stage"], RARE)):
        seen: list[tuple[datetime, str]] = []
        after: str | None = None
        while True:
            async with base.corp(CORP) as session:
                page = await customers.read_timeline(
                    session, CORP, BUSY, Watcher(None), _kinds(kinds), after, 200
                )
            seen += [(one.at, one.id) for one in page.items]
            after = page.next
            if after is None:
                break
        if len(seen) != wanted or len(set(seen)) != wanted:
            message = f"{len(set(seen))} of {wanted} entries of {kinds} were found"
            raise AssertionError(message)
        if [at for at, _ in seen] != sorted((at for at, _ in seen), reverse=True):
            message = "the entries do not stand newest first"
            raise AssertionError(message)


def _kinds(names: list[str]) -> list[HappeningKind]:
    found: list[HappeningKind] = []
    for name in names:
        if not known_kinds(name):
            message = f"no event is of kind {name}"
            raise AssertionError(message)
        found.append(name)  # type: ignore[arg-type] # each was looked up
    return found


async def _time(base: Database, kinds: list[str], own: int, *, pages: int) -> list[float]:
    """Milliseconds of pages at random depths of the busy life."""
    dice = random.Random(SEED + 1)
    times: list[float] = []
    for _ in range(pages):
        moment = NEWEST - timedelta(seconds=dice.random() * SPAN)
        began = time.perf_counter()
        async with base.corp(CORP) as session:
            page = await customers.read_timeline(
                session, CORP, BUSY, Watcher(None), _kinds(kinds), f"{moment.isoformat()}~e1", PAGE
            )
        times.append((time.perf_counter() - began) * 1000)
        if len(page.items) > min(PAGE, own) or any(one.at > moment for one in page.items):
            message = "a page holds what does not belong there"
            raise AssertionError(message)
    return times


async def _others(base: Database, people: int, pages: int) -> list[float]:
    """Milliseconds of first pages of everybody else."""
    dice = random.Random(SEED + 2)
    times: list[float] = []
    for _ in range(pages):
        began = time.perf_counter()
        async with base.corp(CORP) as session:
            await customers.read_timeline(
                session, CORP, _another(dice, people), Watcher(None), [], None, PAGE
            )
        times.append((time.perf_counter() - began) * 1000)
    return times
