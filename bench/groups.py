"""A day of customer groups, compressed: read them all, then live it with callbacks.

PostgreSQL, the emulator, Yutang's api and its worker are processes of their own. First every group
is read, without a quota in the way. Then the emulator lives the shipped scenario `groupday` within
some minutes, while api and worker keep up under WeCom's own quota. At the end every group must be
the emulator's own, and each coming and going of the day a stay with the same ends. The peer handles
a part of the same callbacks as the projects that were looked at do; see `groups_peer`.
"""

import asyncio
import os
import statistics
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
import yaml

from wecom_emulator.life.reading import SHIPPED
from yutang.bootstrap import build_runtime
from yutang.cli.demo.stack import COMMAND, free_ports, temporary_home
from yutang.kernel.settings import Settings
from yutang.sense.sync import service as sync

from . import groups_peer
from .callbacks import AES_KEY, AGENT_ID, CORPID, PATH, TOKEN
from .emulator import SECRET
from .groups_side import Side, open_side
from .groups_truth import Stays, Verdict, judge_groups, judge_stays
from .servers import add_company, database, family, serve
from .showing import CONSOLE, show_bounds, show_table, show_versions
from .sync import processor_seconds

BOUNDS = {
    "wrong": ("<=", 0.0),
    "stays_missing": ("<=", 0.0),
    "told_p99_ms": ("<=", 5_000.0),
    "calls_per_callback": ("<=", 1.0),
}
GET = "/cgi-bin/externalcontact/groupchat/get"
ENDLESS = 1_000_000_000
ROUNDS = 5
_LIMITS = ("calls_a_minute", "calls_an_hour", "ip_calls_a_minute", "ip_calls_an_hour")
OWN_LIMITS = {
    "calls_a_minute": 10_000,
    "calls_an_hour": 150_000,
    "ip_calls_a_minute": 20_000,
    "ip_calls_an_hour": 600_000,
}
"""What WeCom documents, as Yutang has it too."""
_WAIT_SECONDS = 900.0


@dataclass(frozen=True, slots=True)
class Size:
    """How large the company is, how long its day takes, what part of the scenario happens."""

    staff: int = 500
    customers: int = 100_000
    groups: int = 20_000
    seconds: int = 600
    share: float = 1.0
    peer: int = 2_000


def _size() -> Size:
    """The whole, or as many groups as YUTANG_BENCH_GROUPS says with their part of the rest."""
    whole = Size()
    groups = int(os.environ.get("YUTANG_BENCH_GROUPS", whole.groups))
    share = groups / whole.groups
    return Size(
        staff=max(10, round(whole.staff * share)),
        customers=max(1_000, round(whole.customers * share)),
        groups=groups,
        seconds=max(30, round(whole.seconds * share)),
        share=share,
        peer=max(50, round(whole.peer * share)),
    )


QUICK = Size(20, 3_000, 200, seconds=10, share=0.02, peer=50)


async def run(*, quick: bool = False) -> dict[str, Any]:
    """Measure; returns the keys. Raises RuntimeError where the day does not come to its end."""
    size = QUICK if quick else _size()
    show_versions("psycopg", "sqlalchemy", "uvicorn")
    given = os.environ.get("YUTANG_BENCH_HOME")
    with temporary_home(Path(given) if given else None) as home:
        async with (
            database(home) as dsn,
            open_side(size.staff, size.customers, size.groups) as side,
        ):
            bench = Bench(size, home, dsn, side)
            return await bench.measure()


@dataclass
class Day:
    """What the emulator told while the day was lived."""

    since: float
    acts: list[dict[str, Any]] = field(default_factory=list)
    callbacks: list[dict[str, Any]] = field(default_factory=list)
    seconds: float = 0.0
    calls: int = 0
    ours: float = 0.0
    """Processor seconds of api and worker."""
    postgres: float = 0.0


@dataclass
class Bench:
    """One run."""

    size: Size
    home: Path
    dsn: str
    side: Side

    async def measure(self) -> dict[str, Any]:
        """The whole of it."""
        side = self.side
        await side.ask("limits", dict.fromkeys(_LIMITS, 0))
        first = await self._read_all()
        self._judge_first(await side.ask(f"corps/{CORPID}/groups"))
        await side.ask("limits", OWN_LIMITS)
        async with self._working() as pids:
            day = await self._live(pids)
        verdict = judge_groups(self.dsn, await side.ask(f"corps/{CORPID}/groups"))
        stays = judge_stays(self.dsn, day.acts, day.since)
        await side.ask("limits", dict.fromkeys(_LIMITS, 0))
        peer = await self._peer(day)
        keys = self._keys(first, day, verdict, stays, peer)
        self._show(keys, day, verdict, stays, peer)
        return keys

    async def _read_all(self) -> float:
        """Directory, customers and every group, without a quota; seconds for the groups."""
        limits = self.home / "endless.toml"
        windows = f"minute = {ENDLESS}\nhour = {ENDLESS}\n"
        limits.write_text(f"[every_api]\n{windows}[every_api_by_address]\n{windows}")
        settings = Settings(
            home=self.home,
            database_url=self.dsn,
            wecom_base_url=str(self.side.http.base_url),
            wecom_limits=limits,
        )
        runtime = build_runtime(settings, pre_ping=False)
        try:
            corp_id = await add_company(runtime, CORPID, SECRET)
            await sync.sync_corp(runtime, corp_id)
            began = time.perf_counter()
            await sync.sync_groups(runtime, corp_id, full=True)
            return time.perf_counter() - began
        finally:
            await runtime.close()
            with psycopg.connect(self.dsn, autocommit=True) as connection:
                # The day begins with the quota of a fresh hour.
                connection.execute("truncate gateway_quotas")

    def _judge_first(self, truth: list[dict[str, Any]]) -> None:
        verdict = judge_groups(self.dsn, truth)
        if verdict.wrong or verdict.groups < self.size.groups:
            message = f"after the first reading {dict(verdict.wrong)} differ: {verdict.first}"
            raise RuntimeError(message)

    @asynccontextmanager
    async def _working(self) -> AsyncIterator[dict[str, int]]:
        """Api and worker, told to the emulator."""
        (port,) = free_ports(1)
        environment = {
            "YUTANG_HOME": str(self.home),
            "YUTANG_DATABASE_URL": self.dsn,
            "YUTANG_PORT": str(port),
            "YUTANG_WECOM_BASE_URL": str(self.side.http.base_url),
            "YUTANG_LOG_LEVEL": "WARNING",
        }
        url = f"http://127.0.0.1:{port}"
        async with serve((*COMMAND, "api"), environment, f"{url}/readyz") as api:
            worker = await asyncio.create_subprocess_exec(
                *COMMAND, "worker", env={**os.environ, **environment}
            )
            try:
                body = {
                    "corpid": CORPID,
                    "apps": [{"agentid": AGENT_ID, "secret": SECRET}],
                    "callback": {
                        "url": url + PATH,
                        "token": TOKEN,
                        "encoding_aes_key": AES_KEY,
                        "agentid": AGENT_ID,
                    },
                }
                await self.side.ask("corps", body)
                yield {"api": api.pid, "worker": worker.pid}
            finally:
                worker.terminate()
                await worker.wait()

    def _scenario(self) -> dict[str, Any]:
        given = yaml.safe_load((SHIPPED / "groupday.yaml").read_text(encoding="utf-8"))
        day = given["group_day"]
        scaled = {
            name: max(2, round(count * self.size.share))
            for name, count in day.items()
            if isinstance(count, int)
        }
        return {**given, "group_day": {**scaled, "within": f"{self.size.seconds}s"}}

    async def _live(self, pids: Mapping[str, int]) -> Day:
        """Live the day, then wait until nothing is under way any more."""
        side, path = self.side, f"corps/{CORPID}/life"
        postmaster = int((self.home / "postgres/data/postmaster.pid").read_text().split()[0])
        calls = await self._calls()
        used = processor_seconds(set(pids.values())), processor_seconds(family(postmaster))
        day, began = Day(time.time()), time.perf_counter()
        told = await side.ask(path, {"scenario": self._scenario(), "seed": 7, "speed": 1})
        until = time.perf_counter() + self.size.seconds + _WAIT_SECONDS
        while told["running"] or not await self._resting(day):
            await asyncio.sleep(1)
            await self._hear(day)
            if told["running"]:
                told = await side.ask(path, rows=0)
            if time.perf_counter() > until:
                message = f"the day did not come to its end: {told}"
                raise RuntimeError(message)
        await self._hear(day)
        if told["status"] != "finished":
            message = f"the life was {told['status']}"
            raise RuntimeError(message)
        day.seconds = time.perf_counter() - began
        day.calls = await self._calls() - calls
        day.ours = processor_seconds(set(pids.values())) - used[0]
        day.postgres = processor_seconds(family(postmaster)) - used[1]
        return day

    async def _hear(self, day: Day) -> None:
        """Acts and callbacks that are new; of both only the newest 20,000 are kept."""
        path = f"corps/{CORPID}"
        after = day.acts[-1]["index"] if day.acts else 0
        day.acts += await self.side.ask(f"{path}/life/acts", after=after)
        # Those under way are asked for again: only what ended is final.
        ended = day.callbacks[-1]["index"] if day.callbacks else 0
        for row in await self.side.ask(f"{path}/callbacks", after=ended):
            if row["outcome"] == "under way":
                break
            day.callbacks.append(row)

    async def _resting(self, day: Day) -> bool:
        newest = day.callbacks[-1]["index"] if day.callbacks else 0
        if await self.side.ask(f"corps/{CORPID}/callbacks", after=newest):
            return False
        with psycopg.connect(self.dsn) as connection:
            row = connection.execute(
                "select exists (select from inbox where status = 'waiting')"
                " or exists (select from group_chats where due_at is not null)"
            ).fetchone()
        return row == (False,)

    async def _calls(self) -> int:
        told = await self.side.ask("quota", corpid=CORPID, path=GET)
        return sum(hour["zero"] for api in told["apis"] for hour in api["hours"])

    async def _peer(self, day: Day) -> dict[str, float]:
        """Medians over rounds, each of other callbacks of the day."""
        chats = [row["with"] for row in day.acts if row["outcome"] == "done" and row.get("with")]
        chats = chats[: self.size.peer]
        postmaster = int((self.home / "postgres/data/postmaster.pid").read_text().split()[0])
        who = {"corpid": CORPID, "corpsecret": SECRET}
        url, ours, theirs, calls = str(self.side.http.base_url), [], [], 0
        for turn in range(ROUNDS):
            own = chats[turn::ROUNDS]
            before = time.process_time(), processor_seconds(family(postmaster))
            calls += await groups_peer.handle(url, self.dsn, who, own)
            ours.append(1000 * (time.process_time() - before[0]) / len(own))
            theirs.append(1000 * (processor_seconds(family(postmaster)) - before[1]) / len(own))
        return {
            "processor_ms": statistics.median(ours),
            "postgres_ms": statistics.median(theirs),
            "calls_per_callback": calls / len(chats),
        }

    def _keys(
        self, first: float, day: Day, verdict: Verdict, stays: Stays, peer: Mapping[str, float]
    ) -> dict[str, Any]:
        answered = sorted(
            row["answered_ms"] for row in day.callbacks if row["answered_ms"] is not None
        )
        lags = self._lags(day)
        count = len(day.callbacks)
        return {
            "groups": verdict.groups,
            "first_groups_per_second": round(self.size.groups / first),
            "callbacks": count,
            "given_up": sum(row["outcome"] != "delivered" for row in day.callbacks),
            "answered_p99_ms": round(_part(answered, 0.99), 1),
            **lags,
            "calls": day.calls,
            "calls_per_callback": round(day.calls / count, 3),
            "wrong": sum(verdict.wrong.values()),
            "stays_missing": stays.missing,
            "stays_over": stays.over,
            "blinks": stays.blinks,
            "processor_ms": round(1000 * (day.ours + day.postgres) / count, 2),
            "peer_processor_ms": round(peer["processor_ms"] + peer["postgres_ms"], 2),
            "ratio_to_peer_calls": round(peer["calls_per_callback"] * count / day.calls, 2),
        }

    def _lags(self, day: Day) -> dict[str, float]:
        """From a callback's arrival to what lists show; of a name, to the reading that shows it."""
        with psycopg.connect(self.dsn) as connection:
            told = connection.execute(
                "select percentile_cont(array[0.5, 0.99]) within group"
                " (order by 1000 * extract(epoch from handled_at - received_at)::float8)"
                " from inbox where status = 'done' and event = 'change_external_chat'"
            ).fetchone()
            seen = connection.execute(
                "select g.chat_id, extract(epoch from e.at)::float8 from events e"
                " join group_chats g on g.corp_id = e.corp_id"
                "  and g.id = (e.props->>'group_id')::bigint"
                " where e.kind = 'group.renamed' order by e.id"
            ).fetchall()
        names: dict[str, list[float]] = {}
        for chat_id, at in seen:
            names.setdefault(chat_id, []).append(at)
        read = sorted(
            1000 * (min(later) - row["clock"])
            for row in day.acts
            if row["do"] == "group_rename" and row["outcome"] == "done"
            if (later := [at for at in names.get(row["with"], ()) if at >= row["clock"]])
        )
        p50, p99 = told[0] if told else (float("inf"),) * 2
        return {
            "told_p50_ms": round(p50, 1),
            "told_p99_ms": round(p99, 1),
            "read_p50_ms": round(_part(read, 0.5), 1),
            "read_p99_ms": round(_part(read, 0.99), 1),
        }

    def _show(
        self,
        keys: Mapping[str, Any],
        day: Day,
        verdict: Verdict,
        stays: Stays,
        peer: Mapping[str, float],
    ) -> None:
        show_table(
            f"{keys['groups']:,} groups, a day within {self.size.seconds} s",
            ("", "ours", "peer"),
            [
                ("callbacks", f"{keys['callbacks']:,}", ""),
                ("groupchat/get a callback", keys["calls_per_callback"],
                 f"{peer['calls_per_callback']:.3f}"),
                ("processor ms a callback", keys["processor_ms"], keys["peer_processor_ms"]),
                ("comings kept", f"{stays.came:,}", "those still there"),
                ("goings kept", f"{stays.went:,}", 0),
            ],
        )  # fmt: skip
        CONSOLE.print(
            f"{verdict.members:,} members compared; {len(day.acts):,} acts;"
            f" {day.seconds:,.0f} s; api and worker {day.ours:,.0f} s,"
            f" PostgreSQL {day.postgres:,.0f} s of processor time;"
            f" load of the machine {os.getloadavg()[0]:.1f}",
            style="dim",
        )
        for line in [*verdict.first, *stays.first]:
            CONSOLE.print(line, style="red", markup=False)
        show_bounds(keys, BOUNDS)


def _part(values: list[float], share: float) -> float:
    """A percentile; infinite where nothing was measured."""
    return values[int(share * (len(values) - 1))] if values else float("inf")
