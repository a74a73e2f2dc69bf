"""The two steps of an import: read and compare without a trace, then take in chunk by chunk."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Final

import structlog
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.clock import day_bounds
from yutang.kernel.db import took_too_long
from yutang.kernel.errors import DomainError
from yutang.kernel.locking import holding
from yutang.kernel.runtime import Runtime
from yutang.kernel.yielding import give_way
from yutang.people.corps import service as corps
from yutang.people.customers import service as customers
from yutang.people.kinds import service as kinds

from . import writing
from .event_planning import make_event_plan
from .eventing import Events
from .filling import fill
from .members import Members
from .models import Import
from .order_planning import make_order_plan
from .ordering import Orders
from .planning import Plan, make_plan
from .repository import ImportRepository
from .schemas import Counts, Holds, Mapping, Shape
from .staging import Staging
from .storing import forget_file, path_of
from .subjects import Chunk, Subject
from .telling import tell_ended
from .under_way import Run, StoppedError, advance

log = structlog.get_logger(__name__)

CHUNK_SECONDS = 0.4
"""What a writing transaction shall take: it holds the lock under which people get their ids,
and callbacks wait for it."""
FIRST_CHUNK, SMALLEST_CHUNK, LARGEST_CHUNK = 2_000, 100, 50_000
TRIES = 6

SUBJECTS: Final[dict[Holds, Subject]] = {
    "members": Members(),
    "orders": Orders(),
    "events": Events(),
}

Step = Callable[[Run, Import], Awaitable[None]]
"""One of the two steps; raises StoppedError."""


async def plan_of(
    runtime: Runtime,
    session: AsyncSession,
    corp_id: int,
    shape: Shape,
    mapping: Mapping,
    role: str | None = None,
) -> Plan:
    """What a mapping means for its subject. Raises BadMappingError and ConsentNeededError."""
    if mapping.subject == "members":
        return await make_plan(runtime, session, corp_id, shape, mapping, role)
    zone = (await corps.describe(session, corp_id)).timezone
    if mapping.subject == "events":
        outlook = await kinds.look(runtime, session, corp_id)
        return make_event_plan(shape, mapping, zone, runtime.clock(), outlook)
    return make_order_plan(shape, mapping, zone, runtime.clock())


async def check(runtime: Runtime, corp_id: int, import_id: int) -> None:
    """Read the file into the staging table and compare it with what is known."""
    await _guarded(runtime, corp_id, import_id, "checking", _check)


async def take_in(runtime: Runtime, corp_id: int, import_id: int) -> None:
    """Take the staged people in, from the place where it stands."""
    await _guarded(runtime, corp_id, import_id, "running", _take_in)


async def _guarded(runtime: Runtime, corp_id: int, import_id: int, state: str, step: Step) -> None:
    """Run a step to its end, one of the corp at a time, whichever process has it."""
    async with holding(runtime.database.url, f"imports:{corp_id}"):
        await _persist(runtime, corp_id, import_id, state, step)


async def _persist(runtime: Runtime, corp_id: int, import_id: int, state: str, step: Step) -> None:
    """Try until it is through; what cannot be mended ends the import with the reason."""
    for left in reversed(range(TRIES)):
        async with runtime.database.owner() as session:
            row = await ImportRepository(session, corp_id).find(import_id)
        if row.state != state:
            return
        try:
            await step(await _open(runtime, row), row)
        except StoppedError:
            await _end(runtime, corp_id, import_id, "cancelled", None)
        except DomainError as error:
            await _end(runtime, corp_id, import_id, "failed", error.detail)
        except (DBAPIError, OSError, customers.TakenMeanwhileError) as error:
            if isinstance(error, DBAPIError) and not _passes(error):
                await _end(runtime, corp_id, import_id, "failed", _short(error))
                raise
            # A lost connection, a deadlock, a server that starts again: the place is kept.
            log.warning("imports.again", import_id=import_id, error=str(error)[:200], left=left)
            if not left:
                await _end(runtime, corp_id, import_id, "failed", _short(error))
                raise
            await asyncio.sleep(2 ** (TRIES - left - 1) / 4)
            continue
        return


def _passes(error: DBAPIError) -> bool:
    """Whether the same may succeed a moment later."""
    return isinstance(error, OperationalError | IntegrityError) or took_too_long(error)


def _short(error: Exception) -> str:
    told = str(error) or type(error).__name__
    return f"it was interrupted; the last reason was: {told.splitlines()[0][:200]}"


async def _open(runtime: Runtime, row: Import) -> Run:
    mapping = Mapping.model_validate(row.mapping)
    shape = Shape.model_validate(row.shape)
    async with runtime.database.owner() as session:
        plan = await plan_of(runtime, session, row.corp_id, shape, mapping)
        zone = (await corps.describe(session, row.corp_id)).timezone
    consent = mapping.consent
    return Run(
        runtime=runtime,
        corp_id=row.corp_id,
        import_id=row.id,
        shape=shape,
        subject=SUBJECTS[mapping.subject],
        plan=plan,
        staging=Staging(row.corp_id, row.id),
        path=path_of(runtime, row.corp_id, row.token),
        actor=row.created_by,
        given_at=None if consent is None else day_bounds(consent.given_on, zone)[0],
    )


async def _check(run: Run, row: Import) -> None:
    if row.total is None or not await _is_staged(run, row.place):
        await fill(run)
    await _walk(run, write=False)
    people = await run.subject.people(run)
    async with run.runtime.database.owner() as session:
        repository = ImportRepository(session, run.corp_id)
        done = await repository.find(run.import_id, lock=True)
        counts = _counts(done)
        await repository.update(
            run.import_id,
            state="checked",
            found={
                **counts.model_dump(),
                "people": people.model_dump() if people is not None else None,
            },
            place=0,
            created=0,
            changed=0,
            unchanged=0,
            started_at=None,
        )


async def _take_in(run: Run, row: Import) -> None:
    if not await _is_staged(run, row.place):
        # The server crashed: such a table is emptied then. Rows get the same numbers again.
        await fill(run, keep_place=True)
    async with run.runtime.database.owner() as session:
        repository = ImportRepository(session, run.corp_id)
        if row.place == 0 and (again := await repository.forget_compared(run.import_id)):
            now = await repository.find(run.import_id, lock=True)
            await repository.update(run.import_id, refused=now.refused - again)
        await run.subject.begin(session, run, row)
    await _walk(run, write=True)
    await _end(run.runtime, run.corp_id, run.import_id, "done", None)


async def _is_staged(run: Run, place: int) -> bool:
    async with run.runtime.database.owner() as session:
        row = await ImportRepository(session, run.corp_id).find(run.import_id)
        if row.total is None:
            return False
        # Nothing above the place is right where the place is the end.
        return place >= row.staged or await run.staging.holds(session, place)


async def _walk(run: Run, *, write: bool) -> None:
    """Go through the staged rows; the next chunk is compared while one is written."""
    async with run.runtime.database.owner() as session:
        row = await ImportRepository(session, run.corp_id).find(run.import_id)
    place, end, known = row.place, row.staged, row.created
    size = min(FIRST_CHUNK, run.subject.first_chunk)
    compare = partial(run.subject.compare, run, write=write)
    coming: asyncio.Task[Chunk] | None = None
    slow = 0
    try:
        while place < end:
            chunk = await (coming or compare(place, min(place + size, end)))
            coming = None
            if chunk.upto < end:
                following = compare(chunk.upto, min(chunk.upto + size, end))
                coming = asyncio.create_task(following)
            began = time.perf_counter()
            try:
                created = await _commit(run, chunk, write=write)
            except DBAPIError as error:
                slow += 1
                if not took_too_long(error) or slow > TRIES:
                    raise
                # A busy machine: nothing of the chunk is in, a smaller one may be.
                await _drop(coming)
                coming, size = None, max(size // 4, SMALLEST_CHUNK)
                log.warning("imports.slow", import_id=run.import_id, size=size)
                continue
            slow = 0
            if write:
                await run.subject.grown(run, known, created)
            known += created
            took = max(time.perf_counter() - began, chunk.seconds, 0.001)
            factor = min(2.0, max(0.5, CHUNK_SECONDS / took))
            largest = min(LARGEST_CHUNK, run.subject.largest_chunk)
            size = int(min(largest, max(SMALLEST_CHUNK, size * factor)))
            place = chunk.upto
            await give_way(run.runtime, took)
    finally:
        await _drop(coming)


async def _drop(task: asyncio.Task[Chunk] | None) -> None:
    if task is not None:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _commit(run: Run, chunk: Chunk, *, write: bool) -> int:
    """Effect, counts and place of one chunk in one transaction; how many were new."""
    for _ in range(TRIES):
        try:
            async with run.runtime.database.owner() as session:
                row = await ImportRepository(session, run.corp_id).find(run.import_id, lock=True)
                if row.place != chunk.after:
                    raise StoppedError
                return await _commit_in(session, run, row, chunk, write=write)
        except customers.TakenMeanwhileError:
            chunk = await run.subject.compare(run, chunk.after, chunk.upto, write=write)
    raise customers.TakenMeanwhileError


async def _commit_in(
    session: AsyncSession, run: Run, row: Import, chunk: Chunk, *, write: bool
) -> int:
    outcome = await run.subject.commit(session, run, chunk, write=write)
    if outcome.problems:
        await writing.tell(session, run.corp_id, run.import_id, outcome.problems)
    await advance(
        session,
        run,
        place=chunk.upto,
        created=row.created + outcome.created,
        changed=row.changed + outcome.changed,
        unchanged=row.unchanged + outcome.unchanged,
        refused=row.refused + outcome.refused,
    )
    return outcome.created


def _counts(row: Import) -> Counts:
    return Counts(
        created=row.created, changed=row.changed, unchanged=row.unchanged, refused=row.refused
    )


async def _end(
    runtime: Runtime, corp_id: int, import_id: int, state: str, reason: str | None
) -> None:
    """The last word: state, audit; a finished import needs its rows and its file no more."""
    async with runtime.database.owner() as session:
        repository = ImportRepository(session, corp_id)
        row = await repository.find(import_id, lock=True)
        await repository.update(
            import_id, state=state, reason=reason, stop=False, ended_at=runtime.clock()
        )
        await audit.record(
            session,
            corp_id,
            actor=row.created_by,
            action=f"import.{state}",
            target=f"import:{import_id}",
            after={"file": row.name, **_counts(row).model_dump(), "place": row.place},
        )
        await tell_ended(session, row, state)
        if state == "done":
            await Staging(corp_id, import_id).drop(session)
    if state == "done":
        await forget_file(runtime, corp_id, row.token)
