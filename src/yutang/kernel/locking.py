"""Names that one holds among all processes, on a connection of its own: no transaction is open.

PostgreSQL frees a name when its holder dies.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Final

from psycopg.errors import LockNotAvailable
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from .connecting import connect

_KEY: Final = "hashtextextended(%s, 0)"
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
    """Hold `name`, after waiting for whoever has it; raises HeldError after the `patience`."""
    async with await connect(database_url) as connection:
        if patience is not None:
            await connection.execute(
                "select set_config('lock_timeout', %s, false)",
                (str(int(patience.total_seconds() * 1000)),),
            )
        try:
            await connection.execute(f"select pg_advisory_lock({_KEY})".encode(), (name,))
        except LockNotAvailable as error:
            raise HeldError(name) from error
        yield


@asynccontextmanager
async def trying_to_hold(database_url: str, name: str) -> AsyncIterator[bool]:
    """Hold `name` if nobody does; yields whether it is held."""
    async with await connect(database_url) as connection:
        answer = await connection.execute(f"select pg_try_advisory_lock({_KEY})".encode(), (name,))
        row = await answer.fetchone()
        yield row is not None and bool(row[0])


async def is_held(session: AsyncSession, name: str) -> bool:
    """Whether somebody holds `name` at this moment."""
    return bool(await session.scalar(_IS_HELD, {"name": name}))
