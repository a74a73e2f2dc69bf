"""One connection beside the pool, for whoever keeps one for itself."""

import asyncio
import contextlib

import psycopg

GRACE_SECONDS = 1.0


async def connect(database_url: str, *, seconds: int = 5) -> psycopg.AsyncConnection:
    """Open one in autocommit; raises psycopg.OperationalError, after `seconds` at the latest.

    Whoever is cancelled meanwhile closes what was half open: the server would hold it for its
    authentication_timeout, a minute, and with it what waits for all backends, such as the end of
    a database.
    """
    opening = asyncio.ensure_future(
        psycopg.AsyncConnection.connect(database_url, autocommit=True, connect_timeout=seconds)
    )
    try:
        return await asyncio.shield(opening)
    except asyncio.CancelledError:
        with contextlib.suppress(psycopg.Error, TimeoutError):
            connection = await asyncio.wait_for(opening, GRACE_SECONDS)
            await connection.close()
        raise
