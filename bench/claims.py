"""A hundred hands at once take a gift of which there are fewer than people; then with kills.

Ours is the claim of the customer's page. The peer does the same work in the same tables and the
same driver, but locks the gift's row first (`SELECT … FOR UPDATE`), as is usually done. Both take
turns on one server that writes through to the disk. Then processes of ours are killed in the midst,
again and again, until everybody was answered, and ledger and answers are held against each other.

`oversold` are codes two people were told, or given beyond the stock, over all runs; `lost` are
people who were told a code that is not theirs in the ledger, codes taken with no claim to them, and
codes left over while somebody was told that there are none.
"""

import multiprocessing
import random
import statistics
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import text

from yutang.act.gifts import service as gifts
from yutang.act.gifts.schemas import NewGift
from yutang.bootstrap import build_runtime
from yutang.cli.demo.stack import temporary_home
from yutang.kernel.clock import utc_now
from yutang.kernel.runtime import Runtime
from yutang.kernel.settings import Settings
from yutang.kernel.vault import Vault

from .claims_side import KEY, SOLD_OUT, Work, main, read_answers
from .servers import add_company, database
from .showing import CONSOLE, show_bounds, show_table, show_versions

BOUNDS = {"oversold": ("<=", 0.0), "lost": ("<=", 0.0), "ratio_to_for_update": (">=", 3.0)}
HANDS, PROCESSES = 100, 4
SEED = 7


@dataclass(frozen=True, slots=True)
class Size:
    """People of a round, codes for them, rounds of each side, kills."""

    people: int
    codes: int
    rounds: int
    kills: int


FULL, QUICK = Size(10_000, 8_000, 3, 30), Size(400, 300, 1, 3)


async def run(*, quick: bool = False) -> dict[str, Any]:
    """Keys per_second, oversold, lost, ratio_to_for_update; peer_per_second and kills besides."""
    show_versions("sqlalchemy", "psycopg")
    size = QUICK if quick else FULL
    with temporary_home() as home:
        async with database(home) as dsn:
            runtime = _runtime(home, dsn)
            corp_id = await add_company(runtime)
            await _fill(runtime, corp_id, size.people)
            stage = _Stage(runtime, corp_id, home, dsn, size)
            speeds: dict[bool, list[float]] = {False: [], True: []}
            for _ in range(size.rounds):
                for peer in (False, True):
                    speeds[peer].append(await stage.race(peer=peer))
            kills = await stage.survive()
            await runtime.close()
    mine, theirs = (statistics.median(speeds[peer]) for peer in (False, True))
    keys = {
        "per_second": round(mine),
        "oversold": stage.oversold,
        "lost": stage.lost,
        "ratio_to_for_update": round(mine / theirs, 2),
        "peer_per_second": round(theirs),
        "kills": kills,
    }
    show_table(
        f"{size.people:,} people, {size.codes:,} codes, {HANDS} hands",
        ("", "rounds", "answers per s"),
        [("ours", size.rounds, round(mine)), ("SELECT … FOR UPDATE", size.rounds, round(theirs))],
    )
    CONSOLE.print(f"{kills} processes were killed; everybody was answered in the end")
    show_bounds(keys, BOUNDS)
    return keys


def _runtime(home: Path, dsn: str) -> Runtime:
    runtime = build_runtime(
        Settings(
            home=home,
            database_url=dsn,
            public_url="http://bench.test",
            wecom_base_url="http://wecom.test",
            log_json=False,
        )
    )
    # Processes that claim know the same key.
    return replace(runtime, vault=Vault(KEY))


async def _fill(runtime: Runtime, corp_id: int, people: int) -> None:
    async with runtime.database.owner() as session:
        for statement in (
            (
                "insert into channels (corp_id, name, state, status, agent_id, created_by)"
                " values (:c, 'bench', 'yt1', 'active', 1, 'bench')"
            ),
            (
                "insert into customers (corp_id, id, state, name, name_sort, grams)"
                " select :c, i, 'friend', 'x', 'x', '{}' from generate_series(1, :n) i"
            ),
            (
                "insert into credits (corp_id, customer_id, first_at, first_staff_id,"
                " first_channel, last_at, last_staff_id) select :c, i, now(), 1, 'yt1', now(), 1"
                " from generate_series(1, :n) i"
            ),
        ):
            await session.execute(text(statement), {"c": corp_id, "n": people})


class _Stage:
    def __init__(self, runtime: Runtime, corp_id: int, home: Path, dsn: str, size: Size) -> None:
        self.runtime, self.corp_id, self.home, self.dsn = runtime, corp_id, home, dsn
        self.size = size
        self.oversold = self.lost = 0
        self._dice = random.Random(SEED)
        self._spawn = multiprocessing.get_context("spawn")
        self._people = list(range(1, size.people + 1))

    async def _gift(self) -> int:
        new = NewGift(
            name="bench", all_channels=True, starts_at=utc_now().replace(year=2020), cost=0
        )
        async with self.runtime.database.corp(self.corp_id) as session:
            gift_id = await gifts.create_gift(session, self.corp_id, new, "bench")
        codes = "\n".join(f"G{gift_id}-{n:07}" for n in range(self.size.codes)).encode()
        await gifts.add_codes(self.runtime, self.corp_id, gift_id, "codes.txt", codes, "bench")
        async with self.runtime.database.corp(self.corp_id) as session:
            await gifts.publish_gift(session, self.corp_id, gift_id, 1, "bench", utc_now())
        async with self.runtime.database.owner() as session:
            await session.execute(text("analyze gift_codes, gift_claims, credits, customers"))
        return gift_id

    def _start(self, gift_id: int, people: list[int], answers: Path, *, peer: bool) -> Any:
        ready, go = self._spawn.Event(), self._spawn.Event()
        work = Work(
            self.dsn,
            self.corp_id,
            gift_id,
            peer,
            HANDS // PROCESSES,
            tuple(people),
            answers,
        )
        ended = self._spawn.Value("d", 0.0)
        process = self._spawn.Process(target=main, args=(work, ready, go, ended), daemon=True)
        process.start()
        return process, ready, go, ended

    async def race(self, *, peer: bool) -> float:
        """One round; answers per second."""
        gift_id = await self._gift()
        answers = self.home / f"answers-{gift_id}"
        self._dice.shuffle(self._people)
        sides = [
            self._start(gift_id, self._people[part::PROCESSES], answers, peer=peer)
            for part in range(PROCESSES)
        ]
        for _, ready, *_ in sides:
            ready.wait()
        began = time.perf_counter()
        for _, _, go, _ in sides:
            go.set()
        for process, *_ in sides:
            process.join()
            if process.exitcode != 0:
                message = f"a side ended with {process.exitcode}"
                raise RuntimeError(message)
        seconds = float(max(ended.value for *_, ended in sides)) - began
        await self._judge(gift_id, answers)
        return self.size.people / seconds

    async def survive(self) -> int:
        """Kill claiming processes in the midst until everybody was answered; how many."""
        gift_id = await self._gift()
        answers = self.home / f"answers-{gift_id}"
        kills = 0
        while left := self._unanswered(answers):
            sides = [
                self._start(gift_id, left[part::PROCESSES], answers, peer=False)
                for part in range(PROCESSES)
            ]
            for _, ready, *_ in sides:
                ready.wait()
            for _, _, go, _ in sides:
                go.set()
            for process, *_ in sides:
                if kills < self.size.kills:
                    process.join(0.05 + 0.2 * self._dice.random())
                    kills += process.exitcode is None
                    process.kill()
                process.join()
        await self._judge(gift_id, answers)
        return kills

    def _unanswered(self, answers: Path) -> list[int]:
        told = read_answers(answers)
        return [who for who in self._people if who not in told]

    async def _judge(self, gift_id: int, answers: Path) -> None:
        """Hold what people were told against the ledger."""
        asked = {"c": self.corp_id, "g": gift_id}
        async with self.runtime.database.owner() as session:
            rows = await session.execute(
                text(
                    "select m.customer_id, q.sealed, q.taken_at from gift_claims m"
                    " join gift_codes q on q.corp_id = m.corp_id and q.gift_id = m.gift_id"
                    " and q.number = m.number where m.corp_id = :c and m.gift_id = :g"
                ),
                asked,
            )
            ledger = {
                row.customer_id: self.runtime.vault.unseal(row.sealed, "gift_codes.code")
                for row in rows
            }
            taken = await session.scalar(
                text(
                    "select count(*) from gift_codes where corp_id = :c and gift_id = :g"
                    " and taken_at is not null"
                ),
                asked,
            )
        told = read_answers(answers)
        given = {who: codes - {SOLD_OUT} for who, codes in told.items()}
        spoken = [(code, who) for who, codes in given.items() for code in codes]
        self.oversold += len(spoken) - len({code for code, _ in spoken})
        self.oversold += max(0, len(ledger) - self.size.codes)
        self.lost += sum(ledger.get(who) != code for code, who in spoken)
        self.lost += abs((taken or 0) - len(ledger))
        if any(SOLD_OUT in codes for codes in told.values()):
            self.lost += self.size.codes - len(ledger)
        missing = len(self._people) - len(told)
        if missing:
            message = f"{missing} people were never answered"
            raise RuntimeError(message)
