"""What the feed does over and over: each of its turns by itself, so that none waits for another."""

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime

import psycopg
import structlog
from clickhouse_connect.driver.exceptions import ClickHouseError
from sqlalchemy.exc import SQLAlchemyError

from .errors import StoreTornError
from .store import Store

log = structlog.get_logger(__name__)

Watched = Callable[[], AbstractContextManager[asyncio.Event]]
"""A bell of the caller's own, as `Signals.watched`."""


@dataclass(slots=True)
class Turn:
    """One of them."""

    act: Callable[[], Awaitable[int]]
    spacing: float
    """Seconds from one begin to the next: what comes meanwhile is read as one."""
    idle_seconds: float = 0.3
    done_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    trouble: str = ""
    """What it cannot go on for."""

    async def take(self) -> int:
        """How many rows and marks; raises what the act does."""
        done = await self.act()
        self.done_at, self.trouble = datetime.now(UTC), ""
        return done


async def keep_turning(turns: Iterable[Turn], store: Store, watched: Watched) -> None:
    """Until cancelled, whatever stops one. Raises StoreTornError."""
    tasks = [asyncio.create_task(_keep(turn, store, watched)) for turn in turns]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
        for task in done:
            task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _keep(turn: Turn, store: Store, watched: Watched) -> None:
    pause = 0.2
    with watched() as bell:
        while True:
            if store.torn and store.path is not None:
                message = "files of the store cannot be read"
                raise StoreTornError(message)
            began = time.monotonic()
            # Who rings from here on is answered by the next turn.
            bell.clear()
            try:
                done = await turn.take()
                pause = 0.2
            except (ClickHouseError, SQLAlchemyError, psycopg.Error, OSError) as error:
                turn.trouble = told(error)
                log.exception("audience.feed_stopped", pause_seconds=pause)
                await asyncio.sleep(pause)
                pause = min(pause * 2, 5.0)
                continue
            if done:
                await asyncio.sleep(max(0.0, began + turn.spacing - time.monotonic()))
            else:
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(turn.idle_seconds):
                        await bell.wait()


def told(error: BaseException) -> str:
    """The first line; values of statements are not in it."""
    return str(error).strip().partition("\n")[0][:300] or type(error).__name__
