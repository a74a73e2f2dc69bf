"""Ask who is in a segment, switch to that in one transaction, tell who entered and left.

The engine is asked outside of any transaction. What it found, the switch and the numbers of the
changes commit together; the changes become events after that, in chunks whose place commits with
them, so that whoever is killed in between is carried on from there and each event is there once.
"""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import structlog
from pyroaring import BitMap
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.errors import DomainError
from yutang.kernel.jobs import enqueue
from yutang.kernel.runtime import Runtime
from yutang.kernel.yielding import give_way
from yutang.people.audience import service as audience
from yutang.people.customers import service as customers

from . import sweeping
from .events import SegmentEntered, SegmentLeft
from .expanding import expand
from .jobs import RefreshSegment, Why
from .models import Segment, SegmentRun
from .repository import SegmentRepository
from .schemas import Tree

log = structlog.get_logger(__name__)

CHUNK: Final = 20_000
LEAST_CHUNK: Final = 1_000
MOST_CHUNK: Final = 100_000
CHUNK_SECONDS: Final = 1.0
"""A transaction that holds a number holds all readers back, so it is kept to about this."""
FRESH: Final = timedelta(seconds=60)
"""A segment by conditions that was asked within this is not asked again for a use."""
KEPT_FOR: Final = timedelta(minutes=15)
TICK: Final = 500
AGAIN: Final = timedelta(minutes=1)
"""After an answer that did not come."""
STALLED: Final = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is to be asked, read before it is."""

    tree: Tree
    version: int
    kind: str


async def refresh(
    runtime: Runtime, corp_id: int, segment_id: int, why: Why, by: str = "system"
) -> None:
    """Ask, switch, tell; what an earlier refresh left untold is told first. Raises as `ask`."""
    await tell(runtime, corp_id, segment_id)
    await ask(runtime, corp_id, segment_id, why, by)
    await tell(runtime, corp_id, segment_id)


async def ask(
    runtime: Runtime, corp_id: int, segment_id: int, why: Why, by: str = "system"
) -> None:
    """Ask who is in it and switch to that.

    Raises UnknownSegmentError; AudienceAwayError and AudienceTimeoutError after noting them.
    """
    async with runtime.database.corp(corp_id) as session:
        row = await SegmentRepository(session, corp_id).find(segment_id)
        if row.tree is None:
            return
        asked = _Asked(await expand(session, corp_id, row.tree, row), row.version, row.kind)
    began, now = time.monotonic(), runtime.clock()
    try:
        ids = await audience.ids(runtime, corp_id, asked.tree)
    except DomainError as error:
        await _note_trouble(runtime, corp_id, segment_id, error.code)
        raise
    took_ms = round((time.monotonic() - began) * 1000)
    async with runtime.database.corp(corp_id) as session:
        row = await SegmentRepository(session, corp_id).find(segment_id, lock=True)
        if row.version != asked.version:
            # Somebody changed it meanwhile: what was found answers another question.
            await enqueue(session, RefreshSegment(corp_id=corp_id, segment_id=segment_id))
            return
        await switch(session, row, ids, why, now, by=by, took_ms=took_ms)


async def switch(
    session: AsyncSession,
    row: Segment,
    ids: BitMap,
    why: Why,
    now: datetime,
    *,
    by: str,
    took_ms: int = 0,
) -> SegmentRun:
    """Keep these as who is in it from this commit on; `row` is locked by the caller."""
    repository = SegmentRepository(session, row.corp_id)
    run = await repository.next_run()
    entered = left = 0
    if row.kind == "kept":
        before = await repository.read_bits(row.id, row.run)
        entered, left = ids.difference_cardinality(before), before.difference_cardinality(ids)
    is_told = entered + left == 0
    await repository.write_bits(row.id, run, ids)
    written = SegmentRun(
        corp_id=row.corp_id,
        segment_id=row.id,
        run=run,
        why=why,
        version=row.version,
        before=row.run,
        size=len(ids),
        entered=entered,
        left=left,
        state="done" if is_told else "telling",
        as_of=now,
        took_ms=took_ms,
        started_by=by,
        switched_at=now,
        ended_at=now if is_told else None,
    )
    session.add(written)
    row.run, row.size, row.as_of, row.trouble = run, len(ids), now, None
    row.due_at = now + timedelta(minutes=row.every_minutes) if row.kind == "kept" else None
    await session.flush()
    await repository.note_size(row.id, now, len(ids), entered, left)
    await repository.clear_bits(row.id, now - KEPT_FOR)
    return written


async def _note_trouble(runtime: Runtime, corp_id: int, segment_id: int, code: str) -> None:
    async with runtime.database.corp(corp_id) as session:
        row = await SegmentRepository(session, corp_id).find(segment_id, lock=True)
        row.trouble = code
        # By the clock, also where nobody looks: what it says until then is old.
        row.due_at = runtime.clock() + AGAIN


async def tell(runtime: Runtime, corp_id: int, segment_id: int) -> int:
    """Make events of the changes that are none yet; how many there were."""
    told, chunk = 0, CHUNK
    changes: _Changes | None = None
    while True:
        began = time.monotonic()
        async with runtime.database.corp(corp_id) as session:
            repository = SegmentRepository(session, corp_id)
            run = await repository.untold(segment_id)
            if run is None:
                return told
            if changes is None or changes.run != run.run:
                changes = await _changes(repository, run)
            count = await _tell_some(session, run, changes, chunk)
            if run.told >= changes.total:
                run.state, run.ended_at = "done", runtime.clock()
            told += count
        seconds = time.monotonic() - began
        chunk = round(chunk * min(2.0, max(0.5, CHUNK_SECONDS / max(seconds, 0.01))))
        chunk = max(LEAST_CHUNK, min(MOST_CHUNK, chunk))
        await give_way(runtime, seconds)


@dataclass(frozen=True, slots=True)
class _Changes:
    """Who came and went by one run: the same, in the same order, whoever asks."""

    run: int
    left: BitMap
    entered: BitMap

    @property
    def total(self) -> int:
        return len(self.left) + len(self.entered)

    def between(self, start: int, stop: int) -> tuple[BitMap, BitMap]:
        """(left, entered) of a stretch: first all who left, then all who entered."""
        first = len(self.left)
        return (
            self.left[min(start, first) : min(stop, first)],
            self.entered[max(start - first, 0) : max(stop - first, 0)],
        )


async def _changes(repository: SegmentRepository, run: SegmentRun) -> _Changes:
    now = await repository.read_bits(run.segment_id, run.run)
    before = await repository.read_bits(run.segment_id, run.before)
    return _Changes(run.run, before - now, now - before)


async def _tell_some(session: AsyncSession, run: SegmentRun, changes: _Changes, chunk: int) -> int:
    stop = min(run.told + chunk, changes.total)
    left, entered = changes.between(run.told, stop)
    facts = {"segment_id": run.segment_id, "run": run.run}
    for ids, event in (
        (left, SegmentLeft.model_validate(facts)),
        (entered, SegmentEntered.model_validate(facts)),
    ):
        if ids:
            source = f"segment:{run.segment_id}"
            await customers.tell_of(session, run.corp_id, ids, event, run.switched_at, source)
    count, run.told = stop - run.told, stop
    return count


async def make_ready(runtime: Runtime, corp_id: int, segment_id: int) -> None:
    """Have its members kept as of now, for lists and bulk work that read them where they are.

    Lists and kept ones are ready; one by conditions is asked unless it was a minute ago. Raises
    UnknownSegmentError, AudienceAwayError, AudienceTimeoutError.
    """
    now = runtime.clock()
    async with runtime.database.corp(corp_id) as session:
        repository = SegmentRepository(session, corp_id)
        row = await repository.find(segment_id)
        if row.kind == "static" or (row.kind == "kept" and row.run is not None):
            return
        if row.run is not None and row.as_of is not None and row.as_of > now - FRESH:
            latest = await session.get(SegmentRun, (corp_id, segment_id, row.run))
            if latest is not None and latest.version == row.version:
                return
        if row.kind == "kept":
            # Whoever waits for a list does not wait for the events of its first members.
            job = RefreshSegment(corp_id=corp_id, segment_id=segment_id, why="made")
            await enqueue(session, job)
    await ask(runtime, corp_id, segment_id, "used")


async def tick(runtime: Runtime) -> int:
    """Have those asked anew whose time has come, and carry on what was left half told."""
    now = runtime.clock()
    async with runtime.database.owner() as session:
        due = await sweeping.due(session, now, TICK)
        left = await sweeping.left_telling(session, now - STALLED, TICK)
        # Put off at once: else the next tick would ask for the same again.
        await sweeping.put_off(session, due, now + timedelta(minutes=5))
        jobs = [
            RefreshSegment(corp_id=corp_id, segment_id=one, why="clock")
            for corp_id, one in dict.fromkeys([*due, *left])
        ]
        await enqueue(session, *jobs)
    return len(jobs)


async def count_daily(runtime: Runtime, corp_ids: Sequence[int]) -> None:
    """One size a day of those by conditions, so that their size over time can be told."""
    for corp_id in corp_ids:
        async with runtime.database.corp(corp_id) as session:
            rows = await SegmentRepository(session, corp_id).every()
            found = [row.id for row in rows if row.kind == "dynamic"]
        for segment_id in found:
            try:
                await refresh(runtime, corp_id, segment_id, "clock")
            except DomainError as error:
                log.warning("segments.not_counted", segment=segment_id, why=error.code)
            await asyncio.sleep(0)
