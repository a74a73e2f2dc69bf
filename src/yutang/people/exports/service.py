"""Exports of people: ask, follow, fetch; each stands in the register for good."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.access.schemas import Principal
from yutang.kernel.jobs import enqueue
from yutang.kernel.runtime import Runtime
from yutang.people.attributes import service as attributes
from yutang.people.customers import service as customers
from yutang.people.customers.schemas import CustomerFilter

from .errors import NoFileError, NotUnderWayError, UnknownExportError
from .jobs import WriteExport
from .models import Export
from .rendering import FIELD, prepare
from .repository import ExportRepository
from .running import advance, fill, forget_file, path_of, write
from .schemas import (
    COLUMNS,
    ORDERS,
    PERSON,
    ExportColumn,
    ExportPage,
    ExportRead,
    ExportWish,
    Language,
)
from .writing import CsvTable

__all__ = (
    "CsvTable",
    "advance",
    "ask",
    "fetch",
    "fetch_person",
    "fill",
    "forget_all",
    "forget_old",
    "list_columns",
    "list_exports",
    "read_export",
    "register_orders",
    "register_person",
    "stop",
    "under_way",
    "write",
)

KEPT_DAYS = 7


async def ask(
    runtime: Runtime,
    session: AsyncSession,
    wish: ExportWish,
    wanted: CustomerFilter,
    question: str,
    principal: Principal,
) -> int:
    """Ask for a file; returns the export's id. Rights are the door's to demand.

    `question` is the list's query as its address says it. Raises UnknownColumnError.
    """
    corp_id, now = principal.corp_id, runtime.clock()
    await prepare(
        session, corp_id, wish.columns, wish.language, principal.role, whole_phones=wish.phones
    )
    total: int | None
    if wish.ids is not None:
        total = len(set(wish.ids))
    else:
        count, exact = await customers.count_customers(session, runtime.vault, corp_id, wanted)
        total = count if exact else None
    asked = {
        "ids": None if wish.ids is None else sorted(set(wish.ids)),
        "filter": None if wish.ids is not None else wanted.model_dump(mode="json"),
        "question": "" if wish.ids is not None else question,
        "language": wish.language,
        "role": principal.role,
    }
    columns = list(dict.fromkeys(wish.columns))
    row = _entry(wish.format, columns, asked, total, principal, now, phones=wish.phones)
    session.add(row)
    await session.flush()
    await audit.record(
        session,
        corp_id,
        actor=principal.actor,
        action="export.asked",
        target=f"export:{row.id}",
        after={
            "question": row.wanted["question"],
            "selected": total if wish.ids is not None else None,
            "format": wish.format,
            "columns": row.columns,
            "phones": wish.phones,
        },
    )
    await enqueue(session, WriteExport(corp_id=corp_id, export_id=row.id))
    return row.id


async def register_person(
    session: AsyncSession,
    customer_id: int,
    why: str,
    language: Language,
    principal: Principal,
    now: datetime,
) -> int:
    """Put the file of one person's data into the register; returns the export's id.

    The caller asks for it to be written, with `fill`.
    """
    wanted = _wanted(language) | {"ids": [customer_id], "why": why}
    row = _entry(PERSON, [], wanted, 1, principal, now, phones=True)
    session.add(row)
    await session.flush()
    await audit.record(
        session,
        principal.corp_id,
        actor=principal.actor,
        action="export.person_asked",
        target=f"customer:{customer_id}",
        after={"export": row.id},
    )
    return row.id


async def register_orders(
    session: AsyncSession,
    question: dict[str, Any],
    columns: Sequence[str],
    language: Language,
    total: int | None,
    principal: Principal,
    now: datetime,
) -> int:
    """Put a file of orders into the register; returns the export's id.

    The caller asks for it to be written, with `fill`.
    """
    wanted = _wanted(language) | {"orders": question}
    row = _entry(ORDERS, columns, wanted, total, principal, now, phones=False)
    session.add(row)
    await session.flush()
    await audit.record(
        session,
        principal.corp_id,
        actor=principal.actor,
        action="export.orders_asked",
        target=f"export:{row.id}",
        after={"question": question},
    )
    return row.id


def _wanted(language: Language) -> dict[str, Any]:
    return {"ids": None, "filter": None, "question": "", "language": language, "role": None}


def _entry(
    format_: str,
    columns: Sequence[str],
    wanted: dict[str, Any],
    total: int | None,
    principal: Principal,
    now: datetime,
    *,
    phones: bool,
) -> Export:
    return Export(
        corp_id=principal.corp_id,
        token=secrets.token_hex(16),
        format=format_,
        columns=list(columns),
        phones=phones,
        wanted=wanted,
        state="queued",
        total=total,
        created_by=principal.actor,
        created_by_name=principal.name,
        expires_at=now + timedelta(days=KEPT_DAYS),
    )


async def list_columns(session: AsyncSession, corp_id: int, role: str | None) -> list[ExportColumn]:
    """What a file can tell: ours, then the fields that the role sees."""
    fields = await attributes.list_fields(session, corp_id, role)
    return [ExportColumn(key=key, name=None, sensitive=False) for key in COLUMNS] + [
        ExportColumn(key=f"{FIELD}{one.id}", name=one.name, sensitive=one.is_sensitive)
        for one in fields
    ]


async def read_export(
    runtime: Runtime, session: AsyncSession, corp_id: int, export_id: int, actor: str
) -> ExportRead:
    """One entry. Raises UnknownExportError."""
    row = await ExportRepository(session, corp_id).find(export_id)
    return _describe(runtime, row, actor)


async def list_exports(
    runtime: Runtime,
    session: AsyncSession,
    corp_id: int,
    actor: str,
    before: int | None,
    limit: int,
) -> ExportPage:
    """The register, newest first."""
    rows = await ExportRepository(session, corp_id).page(before, limit + 1)
    return ExportPage(
        items=[_describe(runtime, row, actor) for row in rows[:limit]],
        next=rows[limit - 1].id if len(rows) > limit else None,
    )


def _describe(runtime: Runtime, row: Export, actor: str) -> ExportRead:
    now = runtime.clock()
    rate = ends_at = None
    if row.state == "running" and row.started_at is not None and row.done:
        rate = row.done / max((now - row.started_at).total_seconds(), 0.001)
        if row.total is not None:
            ends_at = now + timedelta(seconds=max(row.total - row.done, 0) / rate)
    ids = row.wanted["ids"]
    return ExportRead.model_validate(
        {
            "id": row.id,
            "format": row.format,
            "columns": row.columns,
            "phones": row.phones,
            "selected": None if ids is None else len(ids),
            "question": row.wanted["question"],
            "state": row.state,
            "total": row.total,
            "done": row.done,
            "bytes": row.bytes,
            "name": row.name,
            "reason": row.reason,
            "stopping": row.stop,
            "has_file": row.state == "done" and not row.forgotten and row.expires_at > now,
            "downloads": row.downloads,
            "created_by_name": row.created_by_name,
            "mine": row.created_by == actor,
            "created_at": row.created_at,
            "started_at": row.started_at,
            "ended_at": row.ended_at,
            "expires_at": row.expires_at,
            "rate": rate,
            "ends_at": ends_at,
            "as_of": now,
        }
    )


async def stop(
    runtime: Runtime, session: AsyncSession, corp_id: int, export_id: int, actor: str
) -> None:
    """Write no further; nothing is kept of it. Raises UnknownExportError, NotUnderWayError."""
    repository = ExportRepository(session, corp_id)
    row = await repository.find(export_id, lock=True)
    if row.state == "queued":
        await repository.update(export_id, state="cancelled", ended_at=runtime.clock())
    elif row.state == "running":
        await repository.update(export_id, stop=True)
    else:
        raise NotUnderWayError(row.state)
    await audit.record(
        session, corp_id, actor=actor, action="export.stopped", target=f"export:{export_id}"
    )


async def fetch_person(
    runtime: Runtime, session: AsyncSession, corp_id: int, export_id: int, actor: str
) -> tuple[Path, str, bool]:
    """The file of one person's data. Raises UnknownExportError, also for a file of customers."""
    row = await ExportRepository(session, corp_id).find(export_id)
    if row.format != PERSON:
        raise UnknownExportError(export_id)
    return await fetch(runtime, session, corp_id, export_id, actor)


async def fetch(
    runtime: Runtime, session: AsyncSession, corp_id: int, export_id: int, actor: str
) -> tuple[Path, str, bool]:
    """The file, its name, and whether whole phone numbers are in it; the fetching is on record.

    Raises UnknownExportError, NoFileError.
    """
    repository = ExportRepository(session, corp_id)
    row = await repository.find(export_id, lock=True)
    path = path_of(runtime, corp_id, row.token)
    if row.state != "done" or row.forgotten or row.expires_at <= runtime.clock():
        state = "deleted" if row.state == "done" else row.state
        raise NoFileError(state)
    if row.name is None or not path.exists():
        state = "lost from the server's disk"
        raise NoFileError(state)
    await repository.update(export_id, downloads=row.downloads + 1)
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="export.fetched",
        target=f"export:{export_id}",
        after={"customers": row.done, "phones": row.phones},
    )
    return path, row.name, row.phones


async def forget_old(runtime: Runtime) -> None:
    """Delete files whose time is over, of all corps; the register stays."""
    async with runtime.database.owner() as session:
        old = await ExportRepository.expired(session, runtime.clock())
    for corp_id, export_id, token in old:
        await forget_file(runtime, corp_id, token)
        async with runtime.database.owner() as session:
            await ExportRepository(session, corp_id).update(export_id, forgotten=True)


async def under_way(runtime: Runtime, corp_id: int) -> bool:
    """Whether a file of the corp is being written."""
    async with runtime.database.owner() as session:
        return await ExportRepository(session, corp_id).is_running()


async def forget_all(runtime: Runtime, corp_id: int) -> int:
    """Delete all files of the corp, whoever is in them; the register stays. How many."""
    async with runtime.database.owner() as session:
        found = await ExportRepository(session, corp_id).with_files()
    gone = 0
    for export_id, token in found:
        async with runtime.database.owner() as session:
            repository = ExportRepository(session, corp_id)
            row = await repository.find(export_id, lock=True)
            if row.state in {"queued", "running"}:
                continue
            await forget_file(runtime, corp_id, token)
            await repository.update(export_id, forgotten=True)
        gone += row.state == "done"
    return gone
