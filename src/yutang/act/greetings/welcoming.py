"""The welcome lane: what the callback holds is enough to greet, before anything else is read."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog
from prometheus_client import Counter, Histogram
from sqlalchemy.exc import SQLAlchemyError

from yutang.kernel.jobs import enqueue
from yutang.kernel.lanes import Lane
from yutang.kernel.runtime import Runtime
from yutang.people.customers import service as customers
from yutang.people.welcomes import service as welcomes
from yutang.people.welcomes.schemas import DueWelcome, Verdict

from .addressing import Plan, plan_batch
from .jobs import PrepareFile
from .repository import forget_files
from .sending import CODE_SECONDS, Aside, send_one
from .wording import needs_link

log = structlog.get_logger(__name__)

LEASE_SECONDS = 8.0
"""Longer than a call, so that no other process repeats one that is still under way."""
GATHER_SECONDS = 0.03
BATCH_ROWS = 32
BATCHES = 4

OUTCOMES = Counter("yutang_welcomes_total", "Welcomes by how they ended", ["outcome"])
SECONDS = Histogram(
    "yutang_welcome_seconds",
    "From the callback's arrival to WeCom's yes",
    buckets=(0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20),
)


class WelcomeLane:
    """Claims due welcomes and sends them; several batches are under way at once."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._batches: set[asyncio.Task[None]] = set()

    def lane(self) -> Lane:
        """As a lane of the worker."""
        return Lane(
            "welcome",
            welcomes.SIGNAL,
            self.step,
            idle_seconds=0.5,
            gather_seconds=GATHER_SECONDS,
            full_rows=BATCH_ROWS,
        )

    async def step(self) -> int:
        """Claim and start one batch; a slow one holds up none of the others."""
        if len(self._batches) >= BATCHES:
            await asyncio.wait(self._batches, return_when=asyncio.FIRST_COMPLETED)
        async with self._runtime.database.owner() as session:
            rows = await welcomes.claim(session, self._runtime.clock(), BATCH_ROWS, LEASE_SECONDS)
        if rows:
            task = asyncio.create_task(send_batch(self._runtime, rows))
            self._batches.add(task)
            task.add_done_callback(self._ended)
        return len(rows)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._batches.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            # Its rows come back when their lease ends.
            log.error("welcome.batch_failed", exc_info=error)


async def send_batch(runtime: Runtime, rows: Sequence[DueWelcome]) -> None:
    """Send the claimed welcomes and write how each ended."""
    async with runtime.database.owner() as session:
        pairs = await welcomes.siblings_of(session, rows)
        plans = await plan_batch(session, rows, pairs)
    await _number(runtime, rows, plans)
    groups: dict[tuple[int, str, str], list[DueWelcome]] = {}
    for row in rows:
        groups.setdefault((row.corp_id, row.external_id, row.account), []).append(row)
    aside = Aside()
    results = await asyncio.gather(
        *(_send_pair(runtime, own, pairs.get(key, []), plans, aside) for key, own in groups.items())
    )
    verdicts = [item for result in results for item in result]
    await _write(runtime, verdicts, aside)
    for row, verdict in verdicts:
        if verdict.outcome != "due":
            OUTCOMES.labels(verdict.outcome).inc()
            if verdict.outcome == "sent":
                SECONDS.observe((runtime.clock() - row.received_at).total_seconds())


async def _number(runtime: Runtime, rows: Sequence[DueWelcome], plans: dict[int, Plan]) -> None:
    """Give newcomers their numbers where a text has their link.

    A welcome is often sent before the person is written.
    """
    wanted: dict[int, set[str]] = {}
    for row in rows:
        plan = plans[row.id]
        if plan.customer_id is None and plan.content is not None and needs_link(plan.content):
            wanted.setdefault(row.corp_id, set()).add(row.external_id)
    for corp_id, external_ids in wanted.items():
        async with runtime.database.owner() as session:
            ids = await customers.ensure_customers(session, corp_id, sorted(external_ids))
        for row in rows:
            if row.corp_id == corp_id and row.external_id in ids:
                plans[row.id].customer_id = ids[row.external_id]


async def _write(
    runtime: Runtime,
    verdicts: Sequence[tuple[DueWelcome, Verdict]],
    aside: Aside,
) -> None:
    """Keep trying while the database is away: what was sent must not be forgotten."""
    for pause in (0.1, 0.2, 0.4, 0.8, 1.6, 3.2):
        try:
            async with runtime.database.owner() as session:
                await welcomes.finish(session, verdicts, runtime.clock())
                await welcomes.tell_readings(session, runtime.vault, aside.readings)
                await forget_files(session, aside.forgotten)
                await enqueue(
                    session,
                    *(
                        PrepareFile(corp_id=corp_id, kind=kind, file_id=file_id)
                        for corp_id, (kind, file_id) in sorted(aside.wanted)
                    ),
                )
        except (SQLAlchemyError, OSError):
            log.warning("welcome.write_delayed", rows=len(verdicts), pause_seconds=pause)
            await asyncio.sleep(pause)
        else:
            return
    log.error("welcome.write_given_up", rows=len(verdicts))


async def _send_pair(
    runtime: Runtime,
    own: Sequence[DueWelcome],
    of_pair: Sequence[DueWelcome],
    plans: dict[int, Plan],
    aside: Aside,
) -> list[tuple[DueWelcome, Verdict]]:
    """The claimed rows of one pair, those with a code first: half and whole end as one."""
    ended: dict[int, Verdict] = {}
    claimed = {row.id for row in own}
    for row in sorted(own, key=lambda r: (r.code is None, r.occurred_at, r.id)):
        other = welcomes.sibling(row, of_pair)
        if other is None:
            ended[row.id] = await send_one(runtime, row, plans[row.id], aside)
            continue
        standing = ended[other.id].outcome if other.id in ended else other.outcome
        elsewhere = other.id in ended or other.id not in claimed
        # Both must never wait for each other, so a fixed one of two that are due goes first.
        waits = standing == "sending" or not welcomes.goes_first(row, other)
        if standing == "sent":
            ended[row.id] = Verdict("superseded", survivor=other.id)
        elif standing in {"due", "sending"} and elsewhere and waits:
            ended[row.id] = _wait_for(other, row, runtime.clock())
        elif standing in {"due", "sending"}:
            ended[row.id] = await send_one(runtime, row, plans[row.id], aside)
        elif row.code is None:
            ended[row.id] = Verdict("superseded", survivor=other.id)
        else:
            ended[row.id] = await send_one(runtime, row, plans[row.id], aside)
            ended[other.id] = Verdict("superseded", survivor=row.id)
    rows = {row.id: row for row in (*of_pair, *own)}
    return [(rows[row_id], verdict) for row_id, verdict in ended.items()]


def _wait_for(other: DueWelcome, row: DueWelcome, now: datetime) -> Verdict:
    if (now - row.received_at).total_seconds() > CODE_SECONDS:
        return Verdict("superseded", survivor=other.id)
    return Verdict("due", row.reason, retry_at=now + timedelta(seconds=0.3))
