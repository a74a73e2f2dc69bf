"""Names that one holds among all processes, on a connection of its own: no transaction is open.

PostgreSQL frees a name when its holder dies.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Final

from psycopg import AsyncConnection
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from .connecting import connect

_KEY: Final = "hashtextextended(%s, 0)"
_FIRST_PAUSE: Final = 0.01
_LONGEST_PAUSE: Final = 0.5
_IS_HELD: Final = text(
    """
    select exists (
      select from pg_locks l, hashtextextended(:name, 0) as k(key)
      where l.locktype = 'advisory' and l.objsubid = 1 and l.granted
        and l.database = (select oid from pg_database where datname = current_database())
        and l.classid::bigint = (k.key >> 32) & 4294967295
        and l.objid::bigint = k.key & 4294967295)
    """
)


class HeldError(Exception):
    """Somebody else held the name all the time."""


@asynccontextmanager
async def holding(
    database_url: str, name: str, *, patience: timedelta | None = None
) -> AsyncIterator[None]:
    """Hold `name`, after waiting for whoever has it; raises HeldError after the `patience`.

    It asks again and again: a statement that waits for as long as an import lasts would keep every
    row version of that time from being cleared away, in all tables.
    """
    until = None if patience is None else time.monotonic() + patience.total_seconds()
    pause = _FIRST_PAUSE
    async with await connect(database_url) as connection:
        while not await _try(connection, name):
            if until is not None and time.monotonic() >= until:
                raise HeldError(name)
            await asyncio.sleep(pause)
            pause = min(pause * 1.5, _LONGEST_PAUSE)
        yield


@asynccontextmanager
async def trying_to_hold(database_url: str, name: str) -> AsyncIterator[bool]:
    """Hold `name` if nobody does; yields whether it is held."""
    async with await connect(database_url) as connection:
        yield await _try(connection, name)


async def _try(connection: AsyncConnection, name: str) -> bool:
    answer = await connection.execute(f"select pg_try_advisory_lock({_KEY})".encode(), (name,))
    row = await answer.fetchone()
    return row is not None and bool(row[0])


async def is_held(session: AsyncSession, name: str) -> bool:
    """Whether somebody holds `name` at this moment."""
    return bool(await session.scalar(_IS_HELD, {"name": name}))
