"""Segments counted: random trees over tags and attributes, and who did what in the last days.

Ours is asked as the audience process asks itself: a tree comes as JSON, its leaves are bitmaps, the
answer is a bitmap. Leaves over attributes are in use (they were asked before); what each costs when
it is asked for the first time, as in the editor, stands beside; so do a tree's first time, when
its tags are put together, and a kind's, and what it costs while its days are read beside. What
happened in a window is reckoned anew each time, as after news of the running day. The peers get
the same questions in turn: PostgreSQL with its best indexes, and the same ClickHouse without
bitmaps, a whole tree as one condition. LinkWechat's comma list, in a MariaDB where one is
installed, reads all rows for most questions, which takes seconds of ten million people: it gets
every 20th tree, ours beside it once more. Count and sum of ids of every answer are compared with
PostgreSQL's and MariaDB's, the count with ClickHouse's.
"""

import asyncio
import os
import random
import statistics
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import psycopg
from psutil import Process
from pyroaring import BitMap

from yutang.people.audience.deeds import day_touched
from yutang.people.conditions import service as conditions

from .crowd import CORP, NOW, Size, people_rows
from .segments_commas import commas_query, filled, installed
from .segments_peer import Happening, Tree, grow, palette, peer_query
from .segments_scene import Scene, crowd_of
from .showing import CONSOLE, show_bounds, show_table, show_versions
from .timeline import percentile

BOUNDS: Final = {
    "tags_p99_ms": ("<=", 10.0),
    "window_30d_p99_ms": ("<=", 250.0),
    "window_90d_p99_ms": ("<=", 500.0),
    "ratio_to_pg": (">=", 10.0),
    "wrong": ("<=", 0.0),
}
FULL: Final = Size(10_000_000, 200_000_000)
QUICK: Final = Size(20_000, 100_000)
ROUNDS: Final = 5
SEED: Final = 11


@dataclass(slots=True)
class Times:
    """Milliseconds of one kind of question, by who was asked."""

    ours: list[float] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    beside: list[float] = field(default_factory=list)
    """While the days of its kind are being read."""
    postgres: list[float] = field(default_factory=list)
    plain: list[float] = field(default_factory=list)
    commas: list[float] = field(default_factory=list)
    wrong: int = 0

    def ratio(self, peer: list[float]) -> float:
        """A peer's median over ours."""
        return statistics.median(peer) / statistics.median(self.ours)


async def run(*, quick: bool) -> dict[str, object]:
    """The keys of BOUNDS, `*_p99_ms` of first times, `peak_mb` of this process, `ratio_to_commas`.

    YUTANG_BENCH_CUSTOMERS and YUTANG_BENCH_EVENTS set the size.
    """
    usual = QUICK if quick else FULL
    size = Size(
        int(os.environ.get("YUTANG_BENCH_CUSTOMERS", usual.people)),
        int(os.environ.get("YUTANG_BENCH_EVENTS", usual.events)),
    )
    trees, windows, every = (30, 10, 3) if quick else (200, 100, 20)
    show_versions("chdb", "clickhouse-connect", "pyroaring", "psycopg", "pymysql")
    dice = random.Random(SEED)
    leaves = palette(dice)
    async with crowd_of(size) as scene:
        first = await _first(scene, leaves)
        asked = [grow(dice, leaves) for _ in range(trees)]
        tags = await _compare(scene, asked)
        commas = await _compare_commas(scene, size, asked[::every]) if installed() else None
        timed = {
            days: await _compare_windows(
                scene,
                [
                    Happening(dice.randrange(10), days - dice.randrange(3), dice.randint(1, 5))
                    for _ in range(windows // 2)
                ],
            )
            for days in (30, 90)
        }
        peak = Process().memory_info().rss / 1e6
    tags.first = first
    _show(size, tags, timed, peak)
    _show_commas(commas, every)
    against_all = [tags, *timed.values()]
    keys: dict[str, object] = {
        "tags_p99_ms": round(percentile(tags.ours, 0.99), 2),
        "window_30d_p99_ms": round(percentile(timed[30].ours, 0.99), 1),
        "window_90d_p99_ms": round(percentile(timed[90].ours, 0.99), 1),
        "ratio_to_pg": round(min(one.ratio(one.postgres) for one in against_all), 1),
        "wrong": sum(one.wrong for one in (*against_all, commas) if one is not None),
        "new_trees_p99_ms": round(percentile(tags.ours[::ROUNDS], 0.99), 2),
        "first_p99_ms": round(percentile(first, 0.99), 1),
        "peak_mb": round(peak),
    }
    if beside := [ms for one in timed.values() for ms in one.beside]:
        keys["beside_p99_ms"] = round(percentile(beside, 0.99), 1)
    if commas is not None:
        keys["ratio_to_commas"] = round(commas.ratio(commas.commas), 1)
    show_bounds(keys, BOUNDS)
    return keys


def _show(size: Size, tags: Times, timed: dict[int, Times], peak: float) -> None:
    rows = [("trees over tags and attributes", tags)]
    rows += [(f"who did it so often in {days} days", one) for days, one in timed.items()]
    show_table(
        f"{size.people:,} people, {size.events:,} events, ms",
        ("", "questions", "ours p50", "p99", "PostgreSQL p50", "p99", "no bitmaps p50", "p99"),
        [
            (
                label,
                len(one.postgres),
                *(
                    f"{percentile(ms, share):,.1f}"
                    for ms in (one.ours, one.postgres, one.plain)
                    for share in (0.5, 0.99)
                ),
            )
            for label, one in rows
        ],
    )
    CONSOLE.print(
        f"a tree for the first time: p50 {percentile(tags.ours[::ROUNDS], 0.5):.1f},"
        f" p99 {percentile(tags.ours[::ROUNDS], 0.99):.1f} ms; a leaf over"
        f" attributes asked for the first time: p50 {percentile(tags.first, 0.5):,.0f},"
        f" p99 {percentile(tags.first, 0.99):,.0f} ms; a kind for the first time in"
        f" {' and '.join(f'{days} days {max(one.first):,.0f}' for days, one in timed.items())} ms"
        f" at most, and while its days are read"
        f" {' and '.join(f'{max(one.beside, default=0):,.0f}' for one in timed.values())} ms;"
        f" this process holds {peak:,.0f} MB",
        style="dim",
    )


def _show_commas(times: Times | None, every: int) -> None:
    if times is None:
        CONSOLE.print("LinkWechat's comma list was not asked: no MariaDB is installed", style="dim")
        return
    show_table(
        f"of these trees one in {every}, ms",
        ("", "questions", "ours p50", "p99", "MariaDB p50", "p99"),
        [
            (
                "LinkWechat's comma list",
                len(times.commas),
                *(
                    f"{percentile(ms, share):,.1f}"
                    for ms in (times.ours, times.commas)
                    for share in (0.5, 0.99)
                ),
            )
        ],
    )


async def _first(scene: Scene, leaves: Sequence[Tree]) -> list[float]:
    """All tags' bitmaps once; then each attribute for the first time."""
    await scene.engine.evaluate(CORP, {"leaf": "tag", "how": "any", "tags": [1]}, NOW)
    times = []
    for leaf in leaves:
        began = time.perf_counter()
        await scene.engine.evaluate(CORP, leaf, NOW)
        times.append(1_000 * (time.perf_counter() - began))
    return times


async def _timed(ask: Callable[[], Awaitable[BitMap]], times: list[float]) -> BitMap:
    began = time.perf_counter()
    found = await ask()
    times.append(1_000 * (time.perf_counter() - began))
    return found


async def _compare(scene: Scene, trees: Sequence[Tree]) -> Times:
    times = Times()
    with psycopg.connect(scene.dsn, autocommit=True) as connection:
        for tree in trees:
            for _ in range(ROUNDS):
                found = await _timed(lambda: scene.engine.evaluate(CORP, tree, NOW), times.ours)  # noqa: B023 - awaited at once
            _judge(times, found, _postgres(connection, *peer_query(tree), times))
            await _plain(scene, tree, found, times)
    return times


async def _compare_commas(scene: Scene, size: Size, trees: Sequence[Tree]) -> Times:
    times = Times()
    began = time.monotonic()
    with filled(people_rows(scene.client, size), scene.shelf) as cursor:
        cursor.execute("select concat('MariaDB ', version())")
        told = " ".join(map(str, cursor.fetchone() or ()))
        CONSOLE.print(f"in {told} in {time.monotonic() - began:.0f} s", style="dim")
        for tree in trees:
            for _ in range(ROUNDS):
                found = await _timed(lambda: scene.engine.evaluate(CORP, tree, NOW), times.ours)  # noqa: B023 - awaited at once
            began = time.perf_counter()
            cursor.execute(*commas_query(tree))
            row = cursor.fetchone()
            times.commas.append(1_000 * (time.perf_counter() - began))
            _judge(times, found, _numbers(row), "MariaDB")
    return times


async def _compare_windows(scene: Scene, asked: Sequence[Happening]) -> Times:
    times = Times()
    with psycopg.connect(scene.dsn, autocommit=True) as connection:
        known = set[str]()
        for one in asked:
            if one.name not in known:
                known.add(one.name)
                # Nothing of it is kept.
                gone = (f"events:{one.name}", f"expired:{one.name}")
                scene.engine.kept.happened(CORP, gone)
                await _timed(
                    lambda: scene.engine.evaluate(CORP, one.tree(), NOW),  # noqa: B023 - awaited at once
                    times.first,
                )
                await _beside(scene, one, times)
            for _ in range(ROUNDS):
                # As if something of the kind had happened since, on the running day.
                news = (f"events:{one.name}", day_touched(one.name, f"{NOW:%F}"))
                scene.engine.kept.happened(CORP, news)
                found = await _timed(
                    lambda: scene.engine.evaluate(CORP, one.tree(), NOW),  # noqa: B023 - awaited at once
                    times.ours,
                )
            _judge(times, found, _postgres(connection, *one.sql(), times))
            await _plain(scene, one.tree(), found, times)
    return times


async def _beside(scene: Scene, one: Happening, times: Times) -> None:
    """The same question while the days of its kind are read, until all are there."""
    reading = asyncio.create_task(scene.engine.deeds.settle())
    await asyncio.sleep(0)
    while not reading.done():
        scene.engine.kept.happened(CORP, (f"events:{one.name}",))
        await _timed(lambda: scene.engine.evaluate(CORP, one.tree(), NOW), times.beside)
    await scene.engine.deeds.settle()


def _postgres(
    connection: psycopg.Connection[Any], text: str, values: list[Any], times: Times
) -> tuple[int, int]:
    began = time.perf_counter()
    row = connection.execute(text.encode(), values).fetchone()
    times.postgres.append(1_000 * (time.perf_counter() - began))
    return _numbers(row)


def _numbers(row: Sequence[Any] | None) -> tuple[int, int]:
    return (int(row[0]), int(row[1])) if row is not None else (-1, -1)


async def _plain(scene: Scene, tree: Tree, found: BitMap, times: Times) -> None:
    """The whole tree as one condition."""
    whole = conditions.compile_tree(conditions.parse(tree), await scene.engine.scenes.of(CORP, NOW))
    statement = f"select count() from people final where corp_id = {CORP} and ({whole.sql})"  # noqa: S608 - made by the compiler
    began = time.perf_counter()
    rows = await scene.engine.store.query(statement, {**whole.params, "corp_id": CORP})
    times.plain.append(1_000 * (time.perf_counter() - began))
    times.wrong += int(rows[0][0]) != len(found)


def _judge(times: Times, found: BitMap, told: tuple[int, int], peer: str = "PostgreSQL") -> None:
    if (len(found), sum(found)) != told:
        times.wrong += 1
        CONSOLE.print(f"{len(found):,} people, {peer} finds {told[0]:,}", style="red")
