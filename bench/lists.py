"""Lists of customers by three filters, page 1 and page 1,000, and one customer whole.

Ours is asked through the service, as the endpoints do, by 16 clients at once in two processes: as
people, each of whom asks once in half a second, and without a pause, which shows what the machine
can do at most; waits then are mostly for the others, since two cores have 16 askers. The keys are
of people. The peer is LinkWechat's shape of a query on PostgreSQL: a row for each relation with its
tags as a comma list, LIKE over it, OFFSET for pages. Both answer the same questions in the same two
ways; every answer of the peer is compared with ours before anything is timed.
"""

import asyncio
import gc
import multiprocessing
import os
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg

from yutang.kernel.db import Database
from yutang.kernel.vault import Vault
from yutang.people.customers import indexing
from yutang.people.customers import service as customers
from yutang.people.customers.schemas import CustomerFilter, Watcher

from .lists_peer import build_peer, peer_query
from .people import (
    CHANNELS,
    CORP,
    RARE_TAGS,
    REGIONS,
    STAFF,
    STORES,
    TAGS,
    open_company,
)
from .showing import CONSOLE, show_bounds, show_table, show_versions

BOUNDS = {"list_p99_ms": ("<=", 100.0), "profile_p99_ms": ("<=", 30.0)}
CLIENTS, PROCESSES = 16, 2
PAUSE_SECONDS = 0.5
"""From the beginning of one question to that of the next, of a person who looks through lists."""
FULL, QUICK, MILLIONS = 10_000_000, 20_000, 2_000_000
PAGE = 50
DEEP_PAGE = 1_000
QUESTIONS, QUESTIONS_OF_MILLIONS = 60, 20
"""The peer needs seconds for one of them at ten million."""
NAMES = {
    "lists": "three filters, page 1 and 1,000",
    "profiles": "one customer, whole",
    "peer": "LinkWechat's shape, the same pages",
}
NOW = datetime(2026, 11, 20, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Question:
    """Three conditions and the place of a page."""

    wanted: CustomerFilter
    cursor: str | None
    offset: int


async def run(*, quick: bool = False) -> dict[str, Any]:
    """Keys list_p99_ms, profile_p99_ms (of people), ratio_to_peer (medians, one client, paired).

    Those without a pause are list_busy_p99_ms and profile_busy_p99_ms, with answers per second.

    YUTANG_BENCH_CUSTOMERS sets the size; YUTANG_BENCH_HOME keeps the database for the next run.
    """
    size = int(os.environ.get("YUTANG_BENCH_CUSTOMERS", QUICK if quick else FULL))
    async with open_company(size, quick=quick, prepare=_prepare) as (_, dsn):
        return await _measure(dsn, size, seconds=1.0 if quick else 30.0)


async def _measure(dsn: str, size: int, seconds: float) -> dict[str, Any]:
    database = Database(dsn)
    vault = Vault(b"b" * 32)
    dice = random.Random(6)
    many = QUESTIONS if size < MILLIONS else QUESTIONS_OF_MILLIONS
    questions = await _questions(database, vault, dice, many)
    compared, ours, peers = await _compare(database, vault, dsn, questions)
    await database.close()
    waits = {
        (kind, pause): _load(dsn, questions, size, seconds, kind, pause)
        for kind in ("lists", "profiles", "peer")
        for pause in (PAUSE_SECONDS, 0.0)
    }
    show_versions("sqlalchemy", "psycopg", "pyroaring")
    show_table(
        f"lists of {size:,} customers",
        ("", "clients", "answers", "per s", "p50 ms", "p99 ms"),
        [
            (
                NAMES[kind],
                f"{CLIENTS}, each {pause:g} s" if pause else f"{CLIENTS}, without a pause",
                len(found),
                round(len(found) / seconds),
                _ms(found, 0.5),
                _ms(found, 0.99),
            )
            for (kind, pause), found in waits.items()
        ]
        + [
            (NAMES[kind], "1, in turn", compared, "", _ms(alone, 0.5), _ms(alone, 0.99))
            for kind, alone in (("lists", ours), ("peer", peers))
        ],
    )
    busy = waits["lists", 0.0]
    keys = {
        "list_p99_ms": _ms(waits["lists", PAUSE_SECONDS], 0.99),
        "profile_p99_ms": _ms(waits["profiles", PAUSE_SECONDS], 0.99),
        "ratio_to_peer": round(_ms(peers, 0.5) / max(0.01, _ms(ours, 0.5)), 1),
        "compared": compared,
        "list_busy_p99_ms": _ms(busy, 0.99),
        "list_busy_per_second": round(len(busy) / seconds),
        "profile_busy_p99_ms": _ms(waits["profiles", 0.0], 0.99),
        "peer_p99_ms": _ms(waits["peer", PAUSE_SECONDS], 0.99),
    }
    show_bounds(keys, BOUNDS)
    return keys


async def _prepare(dsn: str) -> None:
    with psycopg.connect(dsn) as connection:
        there = connection.execute("select to_regclass('bench_peer') is not null").fetchone()
    if there and there[0]:
        return
    began = time.monotonic()
    database = Database(dsn)
    async for _ in indexing.draw(database, CORP, NOW):
        pass
    await database.close()
    drawn = time.monotonic()
    build_peer(dsn)
    CONSOLE.print(
        f"bitmaps drawn in {drawn - began:.0f} s,"
        f" the peer's table in {time.monotonic() - drawn:.0f} s",
        style="dim",
    )


def _wanted(dice: random.Random) -> CustomerFilter:
    """Three conditions; common and rare ones in any mixture."""
    common, middle = dice.randint(1, 20), dice.randint(21, TAGS - RARE_TAGS)
    since = NOW - timedelta(days=dice.choice([7, 30, 90, 365]), hours=8)
    store, region = 2 + REGIONS + dice.randrange(STORES), 2 + dice.randrange(REGIONS)
    channel = f"yt{min(CHANNELS, int(dice.expovariate(0.05)) + 1)}"
    asked: dict[str, Any] = dice.choice(
        [
            {"tag_all": (common, dice.randint(1, 20)), "tag_none": (dice.randint(1, 60),)},
            {"tag_any": (common, middle), "channels": (channel,), "added_from": since},
            {"tag_all": (common,), "department_id": region, "added_from": since},
            {"tag_all": (middle,), "department_id": store, "channels": (channel,)},
            {"tag_all": (common,), "staff_ids": (dice.randint(1, STAFF),), "channels": (channel,)},
            {"tag_all": (TAGS - dice.randrange(RARE_TAGS), common), "tag_none": (middle,)},
            {"tag_all": (middle, dice.randint(21, 200)), "department_id": region},
        ]
    )
    return CustomerFilter(state="friend", **asked)


async def _questions(
    database: Database, vault: Vault, dice: random.Random, many: int
) -> list[Question]:
    """Each filter for its first page and, where it has so many, for page 1,000."""
    found = []
    for _ in range(many):
        wanted = _wanted(dice)
        found.append(Question(wanted, None, 0))
        async with database.corp(CORP) as session:
            total, _ = await customers.count_customers(session, vault, CORP, wanted)
        offset = min(PAGE * (DEEP_PAGE - 1), total // PAGE // 2 * PAGE)
        if offset:
            cursor = await _cursor_at(database, vault, wanted, offset)
            found.append(Question(wanted, cursor, offset))
    return found


async def _cursor_at(database: Database, vault: Vault, wanted: CustomerFilter, offset: int) -> str:
    """Where that page begins, as somebody who pages there has it in the address."""
    cursor: str | None = None
    left = offset
    while left > 0:
        async with database.corp(CORP) as session:
            page = await customers.list_customers(
                session, vault, CORP, wanted, cursor, min(left, 1_000)
            )
        left -= len(page.items)
        cursor = page.next
    return cursor or ""


async def _compare(
    database: Database, vault: Vault, dsn: str, questions: Sequence[Question]
) -> tuple[int, list[float], list[float]]:
    """Both in turn, alone; raises RuntimeError where they differ."""
    ours, peers = list[float](), list[float]()
    async with await psycopg.AsyncConnection.connect(dsn) as connection:
        for question in questions:
            began = time.perf_counter()
            mine = await _ask(database, vault, question)
            ours.append(time.perf_counter() - began)
            statement, values = peer_query(question.wanted, question.offset, PAGE)
            began = time.perf_counter()
            rows = await (await connection.execute(statement.encode(), values)).fetchall()
            peers.append(time.perf_counter() - began)
            if mine != [row[0] for row in rows]:
                message = f"{question} finds {mine[:5]}, the peer finds {rows[:5]}"
                raise RuntimeError(message)
    return len(ours), ours, peers


async def _ask(database: Database, vault: Vault, question: Question) -> list[int]:
    async with database.corp(CORP) as session:
        page = await customers.list_customers(
            session, vault, CORP, question.wanted, question.cursor, PAGE
        )
    return [row.id for row in page.items]


def _load(
    dsn: str, questions: Sequence[Question], size: int, seconds: float, kind: str, pause: float
) -> list[float]:
    """What 16 clients wait, half of them in each of two processes, as two API processes serve."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(PROCESSES) as pool:
        parts = pool.starmap(
            _clients,
            [(dsn, list(questions), size, seconds, kind, pause, seed) for seed in range(PROCESSES)],
        )
    return [one for part in parts for one in part]


def _clients(
    dsn: str,
    questions: list[Question],
    size: int,
    seconds: float,
    kind: str,
    pause: float,
    seed: int,
) -> list[float]:
    return asyncio.run(_clients_of_one(dsn, questions, size, seconds, kind, pause, seed))


async def _clients_of_one(
    dsn: str,
    questions: list[Question],
    size: int,
    seconds: float,
    kind: str,
    pause: float,
    seed: int,
) -> list[float]:
    # As an API process does: objects that stay are not looked at again and again.
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    database = Database(dsn, pool_size=CLIENTS // PROCESSES)
    vault = Vault(b"b" * 32)
    waits: list[float] = []

    async def ask(dice: random.Random, peer: psycopg.AsyncConnection) -> None:
        if kind == "lists":
            await _ask(database, vault, dice.choice(questions))
        elif kind == "profiles":
            whom = dice.randint(1, size)
            async with database.corp(CORP) as session:
                await customers.read_profile(session, vault, CORP, whom, Watcher("owner"), NOW)
        else:
            question = dice.choice(questions)
            statement, values = peer_query(question.wanted, question.offset, PAGE)
            await (await peer.execute(statement.encode(), values)).fetchall()

    async def client(number: int) -> None:
        dice = random.Random(1_000 * seed + number)
        async with await psycopg.AsyncConnection.connect(dsn, autocommit=True) as peer:
            # Bitmaps are read once by each process: that is its warming up, not its work.
            for _ in range(len(questions) // 4 if seconds > 1 and kind != "peer" else 4):
                await ask(dice, peer)
            # Nobody begins at the same moment as another.
            at = time.perf_counter() + pause * dice.random()
            until = time.perf_counter() + seconds
            while True:
                await asyncio.sleep(max(0.0, at - time.perf_counter()))
                began = time.perf_counter()
                if began >= until:
                    return
                await ask(dice, peer)
                waits.append(time.perf_counter() - began)
                at = max(at + pause, time.perf_counter())

    async with asyncio.TaskGroup() as group:
        for number in range(CLIENTS // PROCESSES):
            group.create_task(client(number))
    await database.close()
    return waits


def _ms(waits: Sequence[float], share: float) -> float:
    ordered = sorted(waits)
    return round(1_000 * ordered[int(share * (len(ordered) - 1))], 1)
