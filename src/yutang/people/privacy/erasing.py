"""Erase a person everywhere, step by step; killed at any point, it goes on where it stood."""

import asyncio
from datetime import timedelta
from typing import Any, Final

import structlog
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit, files
from yutang.kernel.access.schemas import Principal
from yutang.kernel.eventlog import service as eventlog
from yutang.kernel.jobs import enqueue
from yutang.kernel.runtime import Runtime
from yutang.people.customers import service as customers
from yutang.people.exports import service as exports
from yutang.people.imports import service as imports
from yutang.people.suppressions import service as suppressions

from . import persons as people
from .errors import (
    AlreadyAskedError,
    UnderWayError,
    UnknownErasureError,
    WrongErasureStateError,
    WrongNameError,
)
from .jobs import ErasePerson
from .listing import append_to_list
from .models import Erasure
from .persons import AT_ONCE, PAGES, Persons
from .proving import prove
from .requests import end_by_erasing
from .tables import Rule, files_of, identities_last, rules

log = structlog.get_logger(__name__)

PASSES: Final = 5
"""A row that is changed while its table is read may move behind the reader: he looks again."""
PERSONS: Final = 200
COLD: Final = "cold_events"
"""The step, and what the proof calls rows of frozen months."""
_PAUSE: Final = timedelta(seconds=30)


async def plan(
    session: AsyncSession,
    corp_id: int,
    customer_id: int,
    reason: str,
    principal: Principal,
    runtime: Runtime,
) -> int:
    """The dry run: count what is there of a person and keep it as a request; returns its id.

    Raises UnknownCustomerError, AlreadyAskedError.
    """
    await customers.demand_known(session, corp_id, customer_id)
    now = runtime.clock()
    async with runtime.database.owner() as owner:
        open_one = await owner.scalar(
            select(Erasure).where(
                Erasure.corp_id == corp_id,
                Erasure.customer_id == customer_id,
                Erasure.state.in_(["planned", "queued", "running"]),
            )
        )
        if open_one is not None and open_one.state != "planned":
            raise AlreadyAskedError(open_one.id)
        found = await people.find(owner, corp_id, [customer_id])
        counted = {
            rule.table: None if rule.scan else await people.count_rows(owner, found, rule)
            for rule in rules()
        }
    if open_one is not None:
        row = await find_erasure(session, corp_id, open_one.id, lock=True)
        row.plan, row.updated_at = dict(counted), now
        await session.flush()
        return row.id
    row = Erasure(
        corp_id=corp_id,
        customer_id=customer_id,
        state="planned",
        reason=reason,
        asked_by=principal.actor,
        asked_by_name=principal.name,
        plan=dict(counted),
        asked_at=now,
        updated_at=now,
    )
    session.add(row)
    await session.flush()
    await audit.record(
        session,
        corp_id,
        actor=principal.actor,
        action="erasure.planned",
        target=f"customer:{customer_id}",
        after={"request": row.id},
    )
    return row.id


async def find_erasure(
    session: AsyncSession, corp_id: int, erasure_id: int, *, lock: bool = False
) -> Erasure:
    """One request. Raises UnknownErasureError."""
    found = await session.get(
        Erasure, (corp_id, erasure_id), with_for_update=lock or None, populate_existing=lock
    )
    if found is None:
        raise UnknownErasureError(erasure_id)
    return found


async def confirm(
    session: AsyncSession, runtime: Runtime, corp_id: int, erasure_id: int, name: str, actor: str
) -> None:
    """Begin: from this moment on nothing that began earlier is stored of him again.

    Raises UnknownErasureError, WrongErasureStateError, WrongNameError, UnknownCustomerError.
    """
    row = await find_erasure(session, corp_id, erasure_id, lock=True)
    if row.state != "planned":
        raise WrongErasureStateError(row.state)
    await customers.demand_known(session, corp_id, row.customer_id)
    called = (await customers.names_of(session, corp_id, [row.customer_id]))[row.customer_id]
    if name.strip() != (called.strip() or str(row.customer_id)):
        raise WrongNameError
    now = runtime.clock()
    person = await people.find(session, corp_id, [row.customer_id])
    row.digests = person.digests(runtime.vault)
    row.sealed = person.seal(runtime.vault)
    row.state, row.confirmed_at, row.updated_at = "queued", now, now
    await suppressions.suppress(session, corp_id, row.digests, "erased", now)
    await end_by_erasing(session, corp_id, row.customer_id, actor, now)
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="erasure.confirmed",
        target=f"customer:{row.customer_id}",
        after={"request": row.id},
    )
    await enqueue(session, ErasePerson(corp_id=corp_id, erasure_id=erasure_id))


async def drop(session: AsyncSession, corp_id: int, erasure_id: int, actor: str) -> None:
    """Give a planned request up. Raises UnknownErasureError, WrongErasureStateError."""
    row = await find_erasure(session, corp_id, erasure_id, lock=True)
    if row.state != "planned":
        raise WrongErasureStateError(row.state)
    row.state = "cancelled"
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="erasure.dropped",
        target=f"customer:{row.customer_id}",
        after={"request": row.id},
    )


async def carry_on(runtime: Runtime, corp_id: int, erasure_id: int) -> None:
    """Erase from where the request stands to its end. Raises UnderWayError, to be tried again."""
    async with runtime.database.owner() as session:
        row = await find_erasure(session, corp_id, erasure_id, lock=True)
        if row.state not in {"queued", "running"} or row.sealed is None:
            return
        row.state, row.updated_at = "running", runtime.clock()
        person = people.unseal(runtime.vault, corp_id, row.sealed)
        step = row.step
    keeper = _Keeper(runtime, corp_id, erasure_id)
    names = ["list", "uploads", *(rule.table for rule in rules()), COLD, "exports", "imports"]
    for name in names[names.index(step) + 1 if step in names else 0 :]:
        await _do(keeper, person, name)
        await keeper.note({}, step=name)
    async with runtime.database.owner() as session:
        row = await find_erasure(session, corp_id, erasure_id, lock=True)
        row.state, row.ended_at, row.updated_at = "done", runtime.clock(), runtime.clock()
        row.sealed, row.trouble = None, None
        await audit.record(
            session,
            corp_id,
            actor=row.asked_by,
            action="erasure.done",
            target=f"customer:{row.customer_id}",
            after={"request": row.id, "rows": dict(row.erased)},
        )
        row.proof = await prove(session, row)


class _Keeper:
    """Writes down what was erased, in the transaction that erased it."""

    def __init__(self, runtime: Runtime, corp_id: int, erasure_id: int) -> None:
        self.runtime = runtime
        self.corp_id = corp_id
        self.erasure_id = erasure_id

    async def note(self, erased: dict[str, int], *, step: str | None = None) -> None:
        """In a transaction of its own."""
        async with self.runtime.database.owner() as session:
            await self.note_in(session, erased, step=step)

    async def note_in(
        self, session: AsyncSession, erased: dict[str, int], *, step: str | None = None
    ) -> None:
        """In the transaction of the act."""
        row = await find_erasure(session, self.corp_id, self.erasure_id, lock=True)
        told: dict[str, Any] = dict(row.erased)
        for table, rows in erased.items():
            told[table] = told.get(table, 0) + rows
        row.erased, row.updated_at = told, self.runtime.clock()
        if step is not None:
            row.step, row.trouble = step, None
        await session.flush()

    async def wait_for(self, what: str) -> UnderWayError:
        """Say what it waits for; to be raised."""
        async with self.runtime.database.owner() as session:
            row = await find_erasure(session, self.corp_id, self.erasure_id, lock=True)
            row.trouble = what
        return UnderWayError(what, self.runtime.clock() + _PAUSE)


async def _do(keeper: _Keeper, person: Persons, name: str) -> None:
    runtime, corp_id = keeper.runtime, keeper.corp_id
    if name == "list":
        async with runtime.database.owner() as session:
            row = await find_erasure(session, corp_id, keeper.erasure_id)
        await append_to_list(runtime, row)
    elif name == "uploads":
        await keeper.note({"files": await _erase_uploads(runtime, person)})
    elif name == "exports":
        if await exports.under_way(runtime, corp_id):
            raise await keeper.wait_for("exports")
        await keeper.note({"export_files": await exports.forget_all(runtime, corp_id)})
    elif name == "imports":
        if await imports.under_way(runtime, corp_id):
            raise await keeper.wait_for("imports")
        await keeper.note({"import_files": await imports.forget_all(runtime, corp_id)})
    elif name == COLD:
        await keeper.note({COLD: await _erase_cold(runtime, person)})
    else:
        rule = next(one for one in rules() if one.table == name)
        await erase(runtime, person, rule, keeper)


async def erase(
    runtime: Runtime, person: Persons, rule: Rule, keeper: _Keeper | None = None
) -> int:
    """Apply one rule to its end, a short transaction at a time; how many rows."""
    if not rule.scan:
        return await _erase_stretch(runtime, person, rule, None, keeper)
    total = 0
    for _ in range(PASSES):
        async with runtime.database.owner() as session:
            pages = await people.pages_of(session, rule)
        found = 0
        for start in range(0, pages + 1, PAGES):
            stretch = (start, start + PAGES)
            found += await _erase_stretch(runtime, person, rule, stretch, keeper)
        total += found
        if not found:
            break
    return total


async def _erase_stretch(
    runtime: Runtime,
    person: Persons,
    rule: Rule,
    pages: tuple[int, int] | None,
    keeper: _Keeper | None,
) -> int:
    total = 0
    while True:
        async with runtime.database.owner() as session:
            done = await people.erase_rows(session, person, rule, pages)
            if done and keeper is not None:
                await keeper.note_in(session, {rule.table: done})
        total += done
        if done < AT_ONCE:
            return total


async def _erase_cold(runtime: Runtime, person: Persons) -> int:
    """Take a person out of the cold months: noted now, out of the files by the next morning."""
    rows = len(await eventlog.read_persons(runtime, person.corp_id, person.ids))
    async with runtime.database.owner() as session:
        await eventlog.forget_persons(session, person.corp_id, person.ids)
    return rows


async def _erase_uploads(runtime: Runtime, person: Persons) -> int:
    """Pictures that were uploaded for a person, as the proof of a task is."""
    found = 0
    for table, column in files_of():
        async with runtime.database.owner() as session:
            ids = await session.scalars(
                text(
                    f"select {column} from {table} where corp_id = :corp_id"  # noqa: S608
                    f" and customer_id = any(:ids) and {column} is not null"
                ),
                {"corp_id": person.corp_id, "ids": list(person.ids)},
            )
            gone = await files.delete(session, person.corp_id, list(ids))
        for path in gone:
            await asyncio.to_thread((runtime.settings.home / path).unlink, missing_ok=True)
        found += len(gone)
    return found


async def erase_persons(runtime: Runtime, corp_id: int, ids: list[int]) -> None:
    """Erase these people whole, without requests: those of a list, after a restore.

    Safe to run twice; who they are is known by their identities, which therefore go last.
    """
    for start in range(0, len(ids), PERSONS):
        async with runtime.database.owner() as session:
            found = await people.find(session, corp_id, ids[start : start + PERSONS])
        await _erase_uploads(runtime, found)
        async with runtime.database.owner() as session:
            await eventlog.forget_persons(session, corp_id, found.ids)
        for rule in identities_last():
            await erase(runtime, found, rule)
    await exports.forget_all(runtime, corp_id)
    await imports.forget_all(runtime, corp_id)
