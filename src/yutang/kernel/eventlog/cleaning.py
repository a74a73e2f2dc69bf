"""Frozen months without whom was erased and what is kept no longer: files written anew at night.

An erased person's number is noted at once; from then on nobody is shown or given what the files
hold of him, and a thaw leaves it out. Until the next night it still stands in them.
"""

import asyncio
from collections.abc import AsyncIterator, Collection
from typing import Any

import structlog
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.runtime import Runtime

from . import coldfile, repository, retaining
from .coldfile import Cleaning, ColdWriter
from .errors import DamagedFileError
from .freezing import folder_of
from .models import LogMonth

_DONE = text(
    "update log_erased set done_at = now()"
    " where corp_id = :corp_id and person = any(:people) and done_at is null"
)
log = structlog.get_logger(__name__)


async def read_persons(
    runtime: Runtime, corp_id: int, customer_ids: Collection[int]
) -> list[dict[str, Any]]:
    """What frozen months hold of these persons, as the log's rows tell; oldest month first.

    Raises DamagedFileError.
    """
    if not customer_ids:
        return []
    async with runtime.database.owner() as session:
        found = await repository.months_with(session, corp_id, customer_ids)
        gone = (await repository.erased(session)).get(corp_id, set())
    people = set(customer_ids) - gone
    rows: list[dict[str, Any]] = []
    for one in found:
        path = folder_of(runtime) / str(one.file)
        if not path.is_file():
            raise DamagedFileError(path.name, "it is not there")
        rows += await asyncio.to_thread(coldfile.rows_of, path, corp_id, people)
    return rows


async def frozen_files(runtime: Runtime) -> list[str]:
    """The files of frozen months, with their checksums: another answer, another content."""
    async with runtime.database.owner() as session:
        found = await repository.frozen_months(session)
    return [f"{one.file}:{one.sha256}" for one in found]


async def read_corp(runtime: Runtime, corp_id: int) -> AsyncIterator[Any]:
    """A corp's rows of all frozen months with a customer who is not erased, as Arrow tables.

    Raises DamagedFileError.
    """
    async with runtime.database.owner() as session:
        found = await repository.frozen_months(session)
        rule = Cleaning(await repository.erased(session))
    for one in found:
        path = folder_of(runtime) / str(one.file)
        if not path.is_file():
            raise DamagedFileError(path.name, "it is not there")
        groups = coldfile.corp_groups(path, corp_id, rule)
        while (table := await asyncio.to_thread(next, groups, None)) is not None:
            yield table


async def forget_persons(
    session: AsyncSession, corp_id: int, customer_ids: Collection[int]
) -> None:
    """Take persons out of the frozen months; the files follow at night. Owner's session."""
    await session.execute(
        text(
            "insert into log_erased (corp_id, person)"
            " select :corp_id, unnest(cast(:people as bigint[]))"
            " on conflict (corp_id, person) do update set asked_at = now(), done_at = null"
        ),
        {"corp_id": corp_id, "people": sorted(set(customer_ids))},
    )


async def clean_files(runtime: Runtime, keeping: retaining.Keeping) -> int:
    """Write anew each file that holds what may not stay; how many. For who is alone.

    A damaged file is told in the log, and whoever was erased stays noted until it is mended.
    """
    async with runtime.database.owner() as session:
        found = await repository.frozen_months(session)
        erased = await repository.erased(session, open_only=True)
    changed, damaged = 0, 0
    for one in found:
        try:
            changed += await _clean(runtime, keeping, one, erased)
        except DamagedFileError as error:
            damaged += 1
            log.error("eventlog.damaged", month=f"{one.month:%Y-%m}", why=error.detail)  # noqa: TRY400 - told without its trace
    if not damaged:
        async with runtime.database.owner() as session:
            for corp_id, people in erased.items():
                await session.execute(_DONE, {"corp_id": corp_id, "people": sorted(people)})
    await retaining.tell(runtime)
    return changed


async def _clean(
    runtime: Runtime, keeping: retaining.Keeping, one: LogMonth, erased: dict[int, set[int]]
) -> bool:
    over, whole = await retaining.expired_in_file(runtime, keeping, one)
    cleaning = Cleaning(erased, frozenset(over))
    path = folder_of(runtime) / str(one.file)
    await asyncio.to_thread(coldfile.check, path, one.sha256 or "")
    if whole and over:
        await _drop_file(runtime, one, over)
    elif bool(over) or await asyncio.to_thread(coldfile.concerned, path, cleaning):
        await _rewrite(runtime, one, cleaning, over)
    else:
        return False
    path.unlink(missing_ok=True)
    return True


async def _rewrite(
    runtime: Runtime, one: LogMonth, cleaning: Cleaning, over: dict[tuple[int, str], int]
) -> None:
    folder = folder_of(runtime)
    writer = await asyncio.to_thread(ColdWriter, folder, f"{one.month:%Y-%m}")
    try:
        for table in coldfile.groups_of(folder / str(one.file), cleaning):
            await asyncio.to_thread(writer.add, table)
        written = await asyncio.to_thread(writer.finish)
    except BaseException:
        writer.drop()
        raise
    async with runtime.database.owner() as session:
        await repository.keep_file(session, one.month, written)
        await repository.note_dropped(session, one.month, over, hot=False)
    log.info("eventlog.rewritten", month=f"{one.month:%Y-%m}", rows=written.tally.rows)


async def _drop_file(runtime: Runtime, one: LogMonth, over: dict[tuple[int, str], int]) -> None:
    async with runtime.database.owner() as session:
        await repository.forget_file(session, one.month)
        await repository.note_dropped(session, one.month, over, hot=False)
