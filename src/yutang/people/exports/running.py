"""Write the file of an export, chunk by chunk; begun anew where it was interrupted."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.db import Seer
from yutang.kernel.errors import DomainError
from yutang.kernel.runtime import Runtime
from yutang.people.customers import service as customers
from yutang.people.customers.schemas import CustomerFilter

from .models import Export
from .rendering import Rendering, prepare
from .repository import ExportRepository
from .schemas import ORDERS, PERSON
from .telling import tell_ended
from .writing import CsvTable, ParquetTable, Table, make_workbook

CHUNK = 2_000
_NAMES = {PERSON: ("person", "zip"), ORDERS: ("orders", "csv")}
Writer = Callable[[Runtime, Export, Path], Awaitable[int]]
"""Writes the file of an export to a path; how many people are in it."""


class StoppedError(Exception):
    """Someone asked the export to stop."""


def path_of(runtime: Runtime, corp_id: int, token: str) -> Path:
    """The file of one export."""
    return runtime.settings.home / "exports" / str(corp_id) / token


async def write(runtime: Runtime, corp_id: int, export_id: int) -> None:
    """Write the file to its end, and say in the register what came of it."""
    await fill(runtime, corp_id, export_id, _write)


async def fill(runtime: Runtime, corp_id: int, export_id: int, writer: Writer) -> None:
    """Have `writer` write the file, and say in the register what came of it."""
    async with runtime.database.owner() as session:
        repository = ExportRepository(session, corp_id)
        row = await repository.find(export_id, lock=True)
        if row.state not in {"queued", "running"}:
            return
        await repository.update(
            export_id, state="running", started_at=runtime.clock(), done=0, reason=None
        )
    path = path_of(runtime, corp_id, row.token)
    await asyncio.to_thread(path.parent.mkdir, parents=True, exist_ok=True)
    try:
        done = await writer(runtime, row, path)
    except StoppedError:
        await _forget(path)
        await _end(runtime, row, "cancelled", reason=None)
    except (DomainError, OSError) as error:
        await _forget(path)
        reason = error.detail if isinstance(error, DomainError) else f"the disk says: {error}"
        await _end(runtime, row, "failed", reason=reason)
    else:
        size = (await asyncio.to_thread(path.stat)).st_size
        kind, ending = _NAMES.get(row.format, ("customers", row.format))
        name = f"{kind}-{export_id}-{runtime.clock():%Y%m%d}.{ending}"
        await _end(runtime, row, "done", reason=None, done=done, total=done, bytes=size, name=name)


async def _write(runtime: Runtime, row: Export, path: Path) -> int:
    wanted = row.wanted
    async with runtime.database.corp(row.corp_id, Seer.of(row.created_by)) as session:
        rendering = await prepare(
            session,
            row.corp_id,
            row.columns,
            wanted["language"],
            wanted["role"],
            whole_phones=row.phones,
        )
    # A workbook is made of a Parquet in a process of its own: openpyxl is slow Python.
    draft = path.with_suffix(".draft")
    table: Table = (CsvTable if row.format == "csv" else ParquetTable)(draft, rendering.header)
    done = 0
    try:
        async for ids in _ids(runtime, row, wanted):
            if ids:
                columns = await _render(runtime, row, rendering, ids)
                await asyncio.to_thread(table.add, columns)
                done += len(columns[0])
            await advance(runtime, row, done)
    finally:
        await asyncio.to_thread(table.close)
    if row.format == "xlsx":
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            await asyncio.get_running_loop().run_in_executor(pool, make_workbook, draft, path)
        await asyncio.to_thread(draft.unlink)
    else:
        await asyncio.to_thread(draft.replace, path)
    return done


async def _ids(
    runtime: Runtime, row: Export, wanted: dict[str, Any]
) -> AsyncIterator[Sequence[int]]:
    if wanted["ids"] is not None:
        for start in range(0, len(wanted["ids"]), CHUNK):
            yield wanted["ids"][start : start + CHUNK]
        return
    question = CustomerFilter.model_validate(wanted["filter"])
    place = 0
    while True:
        async with runtime.database.corp(row.corp_id, Seer.of(row.created_by)) as session:
            stretch = await customers.next_matching(
                session, runtime.vault, row.corp_id, question, place, CHUNK
            )
        # An empty one says, too, that it goes on: the register is asked whether to stop.
        yield stretch.ids
        if stretch.is_last:
            return
        place = stretch.through


async def _render(
    runtime: Runtime, row: Export, rendering: Rendering, ids: Sequence[int]
) -> list[list[str | None]]:
    # Who asked for it may see fewer people by now.
    async with runtime.database.corp(row.corp_id, Seer.of(row.created_by)) as session:
        return await rendering.rows(session, runtime.vault, row.corp_id, ids)


async def advance(runtime: Runtime, row: Export, done: int) -> None:
    """Say how far the file is. Raises StoppedError when somebody asked it to stop."""
    async with runtime.database.owner() as session:
        repository = ExportRepository(session, row.corp_id)
        now = await repository.find(row.id)
        if now.stop or now.state != "running":
            raise StoppedError
        await repository.update(row.id, done=done)


async def _end(runtime: Runtime, row: Export, state: str, **values: Any) -> None:
    async with runtime.database.owner() as session:
        await ExportRepository(session, row.corp_id).update(
            row.id, state=state, stop=False, ended_at=runtime.clock(), **values
        )
        await _tell(session, row, state, values.get("done"))
        await tell_ended(session, row, state, values.get("done"))


async def _tell(session: AsyncSession, row: Export, state: str, done: int | None) -> None:
    await audit.record(
        session,
        row.corp_id,
        actor=row.created_by,
        action=f"export.{state}",
        target=f"export:{row.id}",
        after={
            "customers": done,
            "format": row.format,
            "columns": row.columns,
            "phones": row.phones,
        },
    )


async def _forget(path: Path) -> None:
    for one in (path, path.with_suffix(".draft")):
        await asyncio.to_thread(one.unlink, missing_ok=True)


async def forget_file(runtime: Runtime, corp_id: int, token: str) -> None:
    """Delete a file."""
    await _forget(path_of(runtime, corp_id, token))
