"""Cold months into files and back.

A month is read in one snapshot, written, read back and compared; only then, in one short
transaction, its table goes and the file's name is kept. A kill before it leaves the table, a kill
after it the file. What changes in the month meanwhile is noted by a trigger, and it is written
anew.
"""

import asyncio
import os
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import structlog
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.copying import NULL, copy_in, driver_of, number, spelled
from yutang.kernel.events import ERASE
from yutang.kernel.runtime import Runtime

from . import coldfile, months, moving, repository
from .coldfile import GROUP_ROWS, Cleaning, ColdWriter
from .errors import ChangingMonthError, UnknownMonthError, UnreadMonthError, YoungMonthError
from .models import LogMonth
from .months import COLUMNS, Month
from .schemas import Written, add_months, month_of

log = structlog.get_logger(__name__)

TRIES: Final = 3
GRACE: Final = timedelta(days=1)
"""So long after its end a month is not frozen yet."""
REST_DAYS: Final = 30
"""So long a month that was thawed is not frozen again by itself."""
LOAD_ROWS: Final = 5_000
"""Rows of a thaw in one transaction."""
LATE_ROWS: Final = 20_000
"""More late rows of a frozen month are frozen first: the last transaction of a thaw is short."""
_SORTED: Final = (
    "select corp_id, id, customer_id, kind, at, actor, props::text, source, era, xid::text::bigint"
    " from {place} order by corp_id, customer_id, at, id"
)


def folder_of(runtime: Runtime) -> Path:
    """Where the files of cold months are."""
    return runtime.settings.home / "files" / "events"


async def freeze(runtime: Runtime, month: date) -> LogMonth:
    """Write a month to its file and drop its table; a month that is frozen already stays so.

    Late rows of a frozen month join its file. Raises UnknownMonthError, YoungMonthError,
    UnreadMonthError, ChangingMonthError, BusyLogError.
    """
    async with months.alone(runtime):
        await months.tidy(runtime)
        await sweep(runtime)
        await moving.settle(runtime)
        return await freeze_alone(runtime, month)


async def freeze_alone(runtime: Runtime, month: date) -> LogMonth:
    """As `freeze`, for who is alone already."""
    hot, known = await _find(runtime, month)
    if hot is None:
        if known is None or known.file is None:
            raise UnknownMonthError(month, "in the database")
        return known
    if hot.stops + GRACE > runtime.clock():
        raise YoungMonthError(month)
    async with runtime.database.owner() as session:
        reader = await repository.unread_by(session, hot.place)
    if reader is not None:
        raise UnreadMonthError(month, reader)
    old = known.file if known is not None else None
    await months.watch(runtime, hot.place)
    try:
        written = await _replace(runtime, hot, old)
    except BaseException:
        await months.tidy(runtime)
        raise
    if old is not None and old != written.path.name:
        (folder_of(runtime) / old).unlink(missing_ok=True)
    log.info("eventlog.frozen", month=f"{month:%Y-%m}", rows=written.tally.rows)
    return await _known(runtime, month)


async def _replace(runtime: Runtime, hot: Month, old: str | None) -> Written:
    for _ in range(TRIES):
        written = await _write(runtime, hot, old)
        if await months.briefly(runtime, _Exchange(hot, written)):
            return written
        written.path.unlink()
    raise ChangingMonthError(hot.month)


class _Exchange:
    """The one transaction in which the table goes and the file stands."""

    def __init__(self, hot: Month, written: Written) -> None:
        self._hot = hot
        self._written = written

    async def __call__(self, session: AsyncSession) -> bool:
        await months.lock_log(session)
        if await months.was_changed(session, self._hot.place):
            return False
        if (reader := await repository.unread_by(session, self._hot.place)) is not None:
            raise UnreadMonthError(self._hot.month, reader)
        await session.execute(text(f"drop table {self._hot.place}"))
        await repository.keep_counts(session, self._hot.month, {}, 0, None)
        await repository.keep_file(session, self._hot.month, self._written)
        return True


async def _find(runtime: Runtime, month: date) -> tuple[Month | None, LogMonth | None]:
    async with runtime.database.owner() as session:
        found = await months.find_months(session)
        known = await repository.read_month(session, month)
    return next((one for one in found if one.month == month), None), known


async def _known(runtime: Runtime, month: date) -> LogMonth:
    async with runtime.database.owner() as session:
        known = await repository.read_month(session, month)
    if known is None:
        raise UnknownMonthError(month, "here")
    return known


async def _write(runtime: Runtime, hot: Month, old: str | None) -> Written:
    """The whole month as a file: what is frozen of it, then what stands in the database."""
    folder = folder_of(runtime)
    async with runtime.database.owner() as session:
        # What is noted before the snapshot is in it; what commits later is noted after this.
        await session.execute(
            text("delete from log_changes where place = :place"), {"place": hot.place}
        )
        known = await repository.read_month(session, hot.month)
        cleaning = Cleaning(await repository.erased(session))
    writer = await asyncio.to_thread(ColdWriter, folder, f"{hot.month:%Y-%m}")
    try:
        if old is not None and known is not None:
            await asyncio.to_thread(coldfile.check, folder / old, known.sha256 or "")
            for table in coldfile.groups_of(folder / old, cleaning):
                await asyncio.to_thread(writer.add, table)
        async with runtime.database.unhurried() as session:
            driver = await driver_of(session)
            async with driver.cursor(name="freeze") as cursor:
                await cursor.execute(_SORTED.format(place=hot.place).encode())
                while rows := await cursor.fetchmany(GROUP_ROWS):
                    await asyncio.to_thread(writer.add_rows, rows)
        return await asyncio.to_thread(writer.finish)
    except BaseException:
        writer.drop()
        raise


async def thaw(runtime: Runtime, month: date) -> LogMonth:
    """Bring a frozen month back into the database, without whom was erased meanwhile.

    Readers do not read it again. Raises UnknownMonthError, DamagedFileError, BusyLogError.
    """
    async with months.alone(runtime):
        await months.tidy(runtime)
        await sweep(runtime)
        await moving.settle(runtime)
        hot, known = await _find(runtime, month)
        if known is None or known.file is None:
            raise UnknownMonthError(month, "frozen")
        if hot is not None and await _many(runtime, hot):
            known = await freeze_alone(runtime, month)
            hot = None
        await _load(runtime, month, known, hot)
        (folder_of(runtime) / str(known.file)).unlink(missing_ok=True)
    log.info("eventlog.thawed", month=f"{month:%Y-%m}", rows=known.file_rows)
    return await _known(runtime, month)


async def _many(runtime: Runtime, hot: Month) -> bool:
    async with runtime.database.owner() as session:
        some = text(f"select count(*) from (select from {hot.place} limit {LATE_ROWS + 1}) t")  # noqa: S608
        return int(await session.scalar(some) or 0) > LATE_ROWS


async def _load(runtime: Runtime, month: date, known: LogMonth, hot: Month | None) -> None:
    path, name = folder_of(runtime) / str(known.file), f"events_thaw_{month:%Y%m}"
    await asyncio.to_thread(coldfile.check, path, known.sha256 or "")
    async with runtime.database.owner() as session:
        gone = await repository.erased(session)
        await months.make_apart(session, name, month)
    for table in coldfile.groups_of(path, Cleaning(gone)):
        for start in range(0, table.num_rows, LOAD_ROWS):
            rows = table.slice(start, LOAD_ROWS).to_pylist()
            async with runtime.database.owner() as session:
                await copy_in(session, name, COLUMNS, map(_spelled, rows))

    async def act(session: AsyncSession) -> None:
        await months.lock_log(session)
        if hot is not None:
            await session.execute(
                text(
                    f"insert into {name} ({COLUMNS}) select {COLUMNS} from {hot.place}"  # noqa: S608
                    " on conflict do nothing"
                )
            )
            await session.execute(text(f"drop table {hot.place}"))
        await _erase_late(session, name, gone)
        await months.attach(session, name, month)
        await repository.forget_file(session, month)
        await session.execute(
            text("update log_months set thawed_at = now(), mark = null where month = :month"),
            {"month": month},
        )

    await months.briefly(runtime, act)
    async with runtime.database.owner() as session:
        await session.execute(text(f"analyze {months.table_name(month)}"))


def _spelled(row: Mapping[str, Any]) -> str:
    return "\t".join(
        (
            number(row["corp_id"]),
            number(row["id"]),
            NULL if row["customer_id"] is None else str(row["customer_id"]),
            spelled(row["kind"]),
            row["at"].isoformat(),
            spelled(row["actor"]),
            spelled(row["props"]),
            spelled(row["source"]),
            number(row["era"]),
            number(row["xid"]),
        )
    )


async def _erase_late(session: AsyncSession, name: str, gone: Mapping[int, set[int]]) -> None:
    """Take out whom somebody erased while the file was being loaded."""
    for corp_id, people in (await repository.erased(session)).items():
        late = sorted(people - gone.get(corp_id, set()))
        if late:
            await session.execute(
                text(
                    f"update {name} set {ERASE}"  # noqa: S608
                    " where corp_id = :corp_id and customer_id = any(:people)"
                ),
                {"corp_id": corp_id, "people": late},
            )


async def freeze_old(runtime: Runtime, keep_months: int) -> list[date]:
    """Freeze what is older than so many months, for who is alone; months that cannot be wait."""
    now = runtime.clock()
    last = add_months(month_of(now), -keep_months)
    done = []
    async with runtime.database.owner() as session:
        found = [one for one in await months.find_months(session) if one.month < last]
        known = {one.month: await repository.read_month(session, one.month) for one in found}
    for one in found:
        row = known[one.month]
        thawed_at = row.thawed_at if row is not None else None
        if thawed_at is not None and now - thawed_at < timedelta(days=REST_DAYS):
            continue
        try:
            await freeze_alone(runtime, one.month)
        except (UnreadMonthError, ChangingMonthError) as error:
            log.warning("eventlog.not_frozen", month=f"{one.month:%Y-%m}", why=error.detail)
        else:
            done.append(one.month)
    return done


async def sweep(runtime: Runtime) -> None:
    """Delete files that no month names: a killed writer left them. For who is alone."""
    folder = folder_of(runtime)
    if not folder.is_dir():
        return
    async with runtime.database.owner() as session:
        named = {one.file for one in await repository.frozen_months(session)}
    for name in await asyncio.to_thread(os.listdir, folder):
        if name not in named:
            (folder / name).unlink(missing_ok=True)
