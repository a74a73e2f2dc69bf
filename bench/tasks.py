"""Half a million open tasks of 5,000 members: a member's day, the board with filters, counts.

Asked through the service, as the endpoints do, by 16 clients in two processes: as people, each of
whom asks once in half a second, and without a pause, which shows what the machine can do at most.
Three in five ask for a member's day, under his own scope; one in four for a page of the board, of
whom half lead a department of ten or some 250; the others for counts and for members. The key is of
people. Before anything is timed, answers are compared with what the generator knows.
"""

import asyncio
import gc
import multiprocessing
import os
import random
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from yutang.bootstrap import build_runtime
from yutang.kernel.db import Seer
from yutang.kernel.runtime import Runtime
from yutang.kernel.settings import Settings
from yutang.people.tasks import service as tasks
from yutang.people.tasks.schemas import TaskFilter

from .servers import database
from .showing import CONSOLE, show_bounds, show_table, show_versions
from .tasks_company import CORP, KINDS, NOW, SEED, TITLES, Row, Size, department_of, load

BOUNDS = {"p99_ms": ("<=", 200.0)}
CLIENTS, PROCESSES = 16, 2
PAUSE_SECONDS = 0.5
FULL, QUICK = (500_000, 5_000, 500, 20), (10_000, 100, 10, 2)
"""Open tasks, members, departments of members, regions above them."""
PAGE = 50
TODAY, BOARD, COUNTS = 0.6, 0.25, 0.15


async def run(*, quick: bool = False) -> dict[str, Any]:
    """Keys p99_ms and p50_ms (of people), by what was asked too; busy_p99_ms without a pause.

    YUTANG_BENCH_TASKS sets how many are open.
    """
    show_versions("sqlalchemy", "psycopg")
    many, *rest = QUICK if quick else FULL
    size = Size(int(os.environ.get("YUTANG_BENCH_TASKS", many)), *rest)
    shelf = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108
    with tempfile.TemporaryDirectory(prefix="yutang-tasks-", dir=shelf) as name:
        home = Path(name)
        # As root the server runs as another user, who must be able to enter the folder.
        home.chmod(0o755)
        async with database(home) as dsn:
            began = time.perf_counter()
            rows = load(dsn, size)
            CONSOLE.print(f"{len(rows):,} tasks loaded in {time.perf_counter() - began:.0f} s")
            runtime = _runtime(home, dsn)
            compared = await _compare(runtime, rows, size)
            await runtime.close()
            seconds = 2.0 if quick else 30.0
            people = _load_of(home, dsn, size, seconds, PAUSE_SECONDS)
            busy = _load_of(home, dsn, size, seconds, 0.0)
    show_table(
        f"{size.open:,} open tasks of {size.members:,} members, {compared} answers compared",
        ("", "clients", "answers", "per s", "p50 ms", "p99 ms"),
        [
            (
                kind or "all",
                f"{CLIENTS}, each {pause:g} s" if pause else f"{CLIENTS}, without a pause",
                len(of := [ms for one, ms in found if kind in ("", one)]),
                round(len(of) / seconds),
                _share(of, 0.5),
                _share(of, 0.99),
            )
            for pause, found in ((PAUSE_SECONDS, people), (0.0, busy))
            for kind in ("", "today", "board", "counts")
        ],
    )
    waits = [ms for _, ms in people]
    keys: dict[str, Any] = {
        "p99_ms": _share(waits, 0.99),
        "p50_ms": _share(waits, 0.5),
        **{
            f"{kind}_p99_ms": _share([ms for one, ms in people if one == kind], 0.99)
            for kind in ("today", "board", "counts")
        },
        "busy_p99_ms": _share([ms for _, ms in busy], 0.99),
        "busy_per_second": round(len(busy) / seconds),
        "compared": compared,
    }
    show_bounds(keys, BOUNDS)
    return keys


def _share(waits: Sequence[float], share: float) -> float:
    ordered = sorted(waits)
    return round(ordered[int(share * (len(ordered) - 1))], 1) if ordered else 0.0


def _runtime(home: Path, dsn: str) -> Runtime:
    return build_runtime(
        Settings(
            home=home,
            database_url=dsn,
            public_url="http://bench.test",
            wecom_base_url="http://wecom.test",
            log_json=False,
        )
    )


async def _compare(runtime: Runtime, rows: Sequence[Row], size: Size) -> int:
    """Days, boards and counts against the rows as they were made; raises RuntimeError."""
    dice = random.Random(SEED + 1)
    of = dict[int, list[Row]]()
    for row in rows:
        if row.done_at is None:
            of.setdefault(row.staff_id, []).append(row)
    end = datetime(2026, 11, 26, 16, tzinfo=UTC)  # the day ends at midnight in Shanghai
    compared = 0
    for _ in range(10):
        who = dice.randint(1, size.members)
        async with runtime.database.corp(CORP, Seer(f"staff:{who}", staff_ids=(who,))) as session:
            day = await tasks.today(session, CORP, who, NOW)
        wanted = {row.id for row in of.get(who, ()) if row.due_at < end}
        _same({one.id for one in day}, wanted, f"the day of {who}")
        compared += 1
    for asked, seer, among in _questions(dice, size, 40):
        async with runtime.database.corp(CORP, seer) as session:
            page = await tasks.list_tasks(session, CORP, asked, NOW, None, PAGE)
            counts = await tasks.count_tasks(
                session, runtime, CORP, TaskFilter(department_id=asked.department_id), NOW
            )
        # Nothing may be under way in the database while this thread looks through all rows.
        await tasks.sums_made(runtime)
        theirs = [row for who in among for row in of.get(who, ())]
        found = sorted(
            (row for row in theirs if _matches(row, asked)), key=lambda row: (row.due_at, row.id)
        )
        _same([one.id for one in page.items], [row.id for row in found[:PAGE]], str(asked))
        _same(page.total, min(len(found), 100_000), f"the total of {asked}")
        if asked.staff_id is None:
            late = sum(row.due_at < NOW for row in theirs)
            _same((counts.open, counts.overdue), (len(theirs), late), f"the counts of {asked}")
        compared += 1
    return compared


def _same(found: object, wanted: object, what: str) -> None:
    if found != wanted:
        message = f"{what}: {str(found)[:200]} was found, {str(wanted)[:200]} was made"
        raise RuntimeError(message)


def _matches(row: Row, asked: TaskFilter) -> bool:
    return (
        asked.kind in (None, row.kind)
        and asked.priority in (None, row.priority)
        and asked.staff_id in (None, row.staff_id)
        and (not asked.overdue or row.due_at < NOW)
        and row.title.startswith(asked.q)
        and (asked.first is None or _day(row.due_at) >= asked.first)
        and (asked.last is None or _day(row.due_at) <= asked.last)
    )


def _day(moment: datetime) -> date:
    return (moment + timedelta(hours=8)).date()


def _questions(
    dice: random.Random, size: Size, many: int
) -> list[tuple[TaskFilter, Seer | None, frozenset[int]]]:
    """A filter of the board, who asks it, and whose tasks it may find."""
    return [_question(dice, size) for _ in range(many)]


def _question(dice: random.Random, size: Size) -> tuple[TaskFilter, Seer | None, frozenset[int]]:
    members = range(1, size.members + 1)
    among = frozenset(members)
    seer: Seer | None = None
    more: dict[str, Any] = {}
    (asker,) = dice.choices(("leader", "region", "within", "one", "all"), (35, 15, 10, 10, 30))
    region = dice.randrange(size.regions)
    if asker == "leader":
        leader = dice.randint(1, size.departments)
        seer = Seer(f"user:{leader}", user_id=leader)
        among = frozenset(one for one in members if (one - leader) % size.departments == 0)
    elif asker == "region":
        user = size.departments + region + 1
        seer = Seer(f"user:{user}", user_id=user)
        among = _below(region, size)
    elif asker == "within":
        more["department_id"] = 2 + region
        among = _below(region, size)
    elif asker == "one":
        more["staff_id"] = dice.randint(1, size.members)
    conditions = (
        ("kind", dice.choice(KINDS), 0.3),
        ("overdue", True, 0.3),
        ("priority", dice.choice((1, 2)), 0.2),
        ("q", f"{dice.choice(TITLES)} {dice.choice(('', '1', '42', '777'))}", 0.2),
        ("first", _day(NOW) + timedelta(days=dice.randrange(7)), 0.2),
    )
    more |= {name: value for name, value, share in conditions if dice.random() < share}
    if "first" in more:
        more["last"] = more["first"] + timedelta(days=3)
    return TaskFilter(**more), seer, among


def _below(region: int, size: Size) -> frozenset[int]:
    """Members of the departments of a region."""
    return frozenset(
        one
        for one in range(1, size.members + 1)
        if (department_of(one, size) - 2 - size.regions) % size.regions == region
    )


def _load_of(
    home: Path, dsn: str, size: Size, seconds: float, pause: float
) -> list[tuple[str, float]]:
    """What 16 clients wait, half of them in each of two processes, as two API processes serve."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(PROCESSES) as pool:
        parts = pool.starmap(
            _clients, [(home, dsn, size, seconds, pause, seed) for seed in range(PROCESSES)]
        )
    return [one for part in parts for one in part]


def _clients(
    home: Path, dsn: str, size: Size, seconds: float, pause: float, seed: int
) -> list[tuple[str, float]]:
    return asyncio.run(_clients_of_one(home, dsn, size, seconds, pause, seed))


async def _clients_of_one(
    home: Path, dsn: str, size: Size, seconds: float, pause: float, seed: int
) -> list[tuple[str, float]]:
    # As an API process does: objects that stay are not looked at again and again.
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    runtime = _runtime(home, dsn)
    questions = _questions(random.Random(SEED + 2), size, 300)
    waits: list[tuple[str, float]] = []

    async def client(number: int) -> None:
        dice = random.Random(1_000 * seed + number)
        for _ in range(4):
            await _ask(runtime, questions, size, dice)
        # Nobody begins at the same moment as another.
        at = time.perf_counter() + pause * dice.random()
        until = time.perf_counter() + seconds
        while True:
            await asyncio.sleep(max(0.0, at - time.perf_counter()))
            began = time.perf_counter()
            if began >= until:
                return
            kind = await _ask(runtime, questions, size, dice)
            waits.append((kind, (time.perf_counter() - began) * 1_000))
            at = max(at + pause, time.perf_counter())

    async with asyncio.TaskGroup() as group:
        for number in range(CLIENTS // PROCESSES):
            group.create_task(client(number))
    await runtime.close()
    return waits


async def _ask(
    runtime: Runtime,
    questions: Sequence[tuple[TaskFilter, Seer | None, frozenset[int]]],
    size: Size,
    dice: random.Random,
) -> str:
    (kind,) = dice.choices(("today", "board", "counts"), (TODAY, BOARD, COUNTS))
    asked, seer, _ = dice.choice(questions)
    if kind == "today":
        who = dice.randint(1, size.members)
        seer = Seer(f"staff:{who}", staff_ids=(who,))
    async with runtime.database.corp(CORP, seer) as session:
        if kind == "today":
            await tasks.today(session, CORP, who, NOW)
        elif kind == "board":
            page = await tasks.list_tasks(session, CORP, asked, NOW, None, PAGE)
            if page.next is not None and dice.choice((True, False, False)):
                await tasks.list_tasks(session, CORP, asked, NOW, page.next, PAGE)
        else:
            whose = TaskFilter(department_id=asked.department_id)
            if dice.choice((True, False)):
                await tasks.count_tasks(session, runtime, CORP, whose, NOW)
            else:
                await tasks.list_members(session, runtime, CORP, whose, NOW, None, PAGE)
    return kind
