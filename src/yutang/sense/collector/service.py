"""The collector as others see it: sources, the stream, its lane's step and its upkeep."""

from datetime import timedelta
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.runtime import Runtime

from . import reading, repository
from .handling import BATCH_EVENTS, handle_batch, write_released
from .reading import lag, read_stream, try_mapping
from .schemas import Retried, SourceHours, SourcePage, Standing, StreamMessage
from .sources import (
    change_source,
    delete_source,
    end_old_keys,
    make_source,
    rotate_key,
    save_mapping,
)
from .spool import Spool

__all__ = (
    "BATCH_EVENTS",
    "SIGNAL",
    "SPOOL",
    "change_source",
    "delete_source",
    "end_old_keys",
    "forget_old",
    "handle_batch",
    "list_sources",
    "make_source",
    "names_of",
    "open_message",
    "read_hours",
    "read_standing",
    "read_stream",
    "retry_dead",
    "rotate_key",
    "save_mapping",
    "spool_of",
    "try_mapping",
    "write_released",
)

SIGNAL: Final = "collect"
SPOOL: Final = ("spool", "collector")
KEPT: Final = {
    "seen": timedelta(days=7),
    "stream": timedelta(days=3),
    "hours": timedelta(days=400),
    "known": timedelta(days=1),
    "dead": timedelta(days=30),
}
"""How long what is kept, by the names of `repository.FORGET`."""
FORGET_ROWS: Final = 20_000
STREAM_ROWS: Final = 50_000
"""So many of the stream's rows a corp keeps at most."""


def spool_of(runtime: Runtime) -> Spool:
    """The folder for when the database is away."""
    settings = runtime.settings
    return Spool(settings.home.joinpath(*SPOOL), settings.collect_spool_bytes)


async def list_sources(runtime: Runtime, corp_id: int) -> SourcePage:
    """All sources of a corp with their health."""
    async with runtime.database.owner() as session:
        items = await reading.list_sources(session, corp_id, runtime.clock())
    return SourcePage(items=items, standing=await read_standing(runtime, corp_id))


async def names_of(session: AsyncSession, corp_id: int) -> dict[str, str]:
    """What sources are called, by how the log and the orders name them."""
    rows = await session.execute(repository.NAMES, {"corp_id": corp_id})
    return {f"collect:{row.id}": row.name for row in rows}


async def read_standing(runtime: Runtime, corp_id: int) -> Standing:
    """What waits of a corp, and what lies on the disk of all of them."""
    async with runtime.database.owner() as session:
        found = await session.execute(repository.BACKLOGS, {"corp_id": corp_id})
        rows = found.all()
    oldest = min((row.oldest for row in rows if row.oldest is not None), default=None)
    spooled = spool_of(runtime).standing()
    return Standing(
        waiting_batches=sum(int(row.batches) for row in rows),
        waiting_events=sum(int(row.events) for row in rows),
        lag_seconds=lag(oldest, runtime.clock()),
        dead_batches=sum(int(row.dead) for row in rows),
        spooled_files=spooled.files,
        spooled_bytes=spooled.bytes,
    )


async def read_hours(runtime: Runtime, corp_id: int, source_id: int) -> SourceHours:
    """The last 48 hours of a source. Raises UnknownSourceError."""
    async with runtime.database.owner() as session:
        return await reading.read_hours(session, corp_id, source_id, runtime.clock())


async def open_message(runtime: Runtime, corp_id: int, row_id: int, actor: str) -> StreamMessage:
    """A message as it came. Raises UnknownMessageError."""
    async with runtime.database.owner() as session:
        return await reading.open_message(runtime, session, corp_id, row_id, actor)


async def retry_dead(runtime: Runtime, corp_id: int, source_id: int, actor: str) -> Retried:
    """Handle once more what could not be handled. Raises UnknownSourceError."""
    now = runtime.clock()
    async with runtime.database.owner() as session:
        await reading.read_source(session, corp_id, source_id, now)
        asked = {"corp_id": corp_id, "source_id": source_id, "now": now}
        count = len((await session.execute(repository.RETRY, asked)).all())
        if count:
            await audit.record(
                session,
                corp_id,
                actor=actor,
                action="source.retried",
                target=f"source:{source_id}",
                after={"batches": count},
            )
    return Retried(batches=count)


async def forget_old(runtime: Runtime) -> None:
    """Delete what is older than it is kept, each chunk in a transaction of its own."""
    now = runtime.clock()
    await _trim(runtime)
    for name, statement in repository.FORGET.items():
        gone = FORGET_ROWS
        while gone == FORGET_ROWS:
            async with runtime.database.owner() as session:
                asked = {"before": now - KEPT[name], "rows": FORGET_ROWS}
                found = await session.execute(statement, asked)
                gone = found.rowcount  # type: ignore[attr-defined] # of a delete there is one


async def _trim(runtime: Runtime) -> None:
    async with runtime.database.owner() as session:
        corp_ids = list(await session.scalars(repository.CORPS))
    for corp_id in corp_ids:
        gone = FORGET_ROWS
        while gone == FORGET_ROWS:
            async with runtime.database.owner() as session:
                asked = {"corp_id": corp_id, "most": STREAM_ROWS, "rows": FORGET_ROWS}
                found = await session.execute(repository.TRIM, asked)
                gone = found.rowcount  # type: ignore[attr-defined] # of a delete there is one
