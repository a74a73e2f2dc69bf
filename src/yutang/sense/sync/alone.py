"""One reading of a corp at a time, whoever does it: a worker, or a shell where none runs.

A job's lock holds workers apart; this one holds everybody apart, and PostgreSQL frees it when its
holder dies.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Final

from psycopg.errors import LockNotAvailable
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.connecting import connect
from yutang.kernel.runtime import Runtime

from .errors import ReadElsewhereError

AGAIN: Final = timedelta(seconds=20)
"""A job that finds the corp being read is back then."""
_PATIENCE: Final = "set lock_timeout = '2s'"
"""Who was killed this moment holds it until the server has noticed."""
_TAKE: Final = "select pg_advisory_lock(hashtextextended(%s, 0))"
_HELD: Final = text(
    """
    select exists (
      select from pg_locks l, hashtextextended(:name, 0) as k(key)
      where l.locktype = 'advisory' and l.objsubid = 1 and l.granted
        and l.database = (select oid from pg_database where datname = current_database())
        and l.classid::bigint = (k.key >> 32) & 4294967295
        and l.objid::bigint = k.key & 4294967295)
    """
)


@asynccontextmanager
async def reading_alone(runtime: Runtime, corp_id: int) -> AsyncIterator[None]:
    """Hold the corp's readings; no transaction is open meanwhile.

    Raises ReadElsewhereError, within two seconds, where somebody else holds them.
    """
    async with await connect(runtime.database.url) as connection:
        await connection.execute(_PATIENCE)
        try:
            await connection.execute(_TAKE, (_name(corp_id),))
        except LockNotAvailable as error:
            raise ReadElsewhereError(runtime.clock() + AGAIN) from error
        yield


async def is_read_now(session: AsyncSession, corp_id: int) -> bool:
    """Whether somebody reads the corp at this moment."""
    return bool(await session.scalar(_HELD, {"name": _name(corp_id)}))


def _name(corp_id: int) -> str:
    return f"sync:{corp_id}"
