"""Many requests, one insert: whoever waits while a batch is written is in the next one."""

import asyncio
import time
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import psycopg
import structlog

from .connecting import connect

log = structlog.get_logger(__name__)

PAUSE_SECONDS = 0.1
UNFIT = frozenset({"22", "23", "54"})
"""Classes of SQLSTATE that say the data is at fault: a value, a constraint, a limit of size."""

Item = TypeVar("Item")
Answer = TypeVar("Answer")


class NotStoredError(Exception):
    """The database did not take it in time."""


@dataclass(slots=True)
class Waiter(Generic[Item, Answer]):
    """One that waits until its item is durable."""

    item: Item
    future: asyncio.Future[Answer]
    deadline: float

    def answer(self, answer: Answer) -> None:
        """Let it go on, if it still waits."""
        if not self.future.done():
            self.future.set_result(answer)

    def refuse(self) -> None:
        """Let it know that its item is not stored."""
        if not self.future.done():
            self.future.set_exception(NotStoredError())


class GatheringWriter(ABC, Generic[Item, Answer]):
    """Owns one connection; `put` returns when the item is durable."""

    def __init__(self, database_url: str, *, most: int, seconds: float) -> None:
        self._url = database_url
        self._most = most
        self._seconds = seconds
        self.waiting: list[Waiter[Item, Answer]] = []
        self._wake = asyncio.Event()
        self._connection: psycopg.AsyncConnection | None = None

    async def put(self, item: Item) -> Answer:
        """Store one; raises NotStoredError after `seconds` without success."""
        future: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self.waiting.append(Waiter(item, future, time.monotonic() + self._seconds))
        self._wake.set()
        return await future

    async def run(self) -> None:
        """Write batches until cancelled. Never waits for a fuller batch: that halved the rate."""
        try:
            while True:
                if not self.waiting:
                    self._wake.clear()
                    await self._wake.wait()
                await self._write_one(self.take())
        finally:
            await self.drop_connection()

    def take(self) -> list[Waiter[Item, Answer]]:
        """The next batch, out of those that wait."""
        batch = self.waiting[: self._most]
        del self.waiting[: self._most]
        return batch

    @abstractmethod
    async def write(
        self, connection: psycopg.AsyncConnection, items: Sequence[Item]
    ) -> Sequence[Answer]:
        """Store the batch; an answer for each, in order."""

    @abstractmethod
    async def write_unfit(
        self, connection: psycopg.AsyncConnection, item: Item, error: psycopg.Error
    ) -> Answer:
        """Keep what the database does not take as it is, or raise NotStoredError."""

    async def fail(self, batch: list[Waiter[Item, Answer]], error: Exception) -> None:
        """The database is away: by default all wait on that still have time.

        To write them again harms nothing: their keys are unique.
        """
        log.warning("gathering.write_failed", rows=len(batch), error=type(error).__name__)
        now = time.monotonic()
        for one in batch:
            if one.deadline <= now:
                one.refuse()
        self.waiting[:0] = [one for one in batch if one.deadline > now]
        await asyncio.sleep(PAUSE_SECONDS)

    async def drop_connection(self) -> None:
        """Close it; the next write opens another one."""
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()

    async def _write_one(self, batch: list[Waiter[Item, Answer]]) -> None:
        try:
            answers = await self.write(await self._open(), [one.item for one in batch])
        except (psycopg.Error, OSError) as error:
            if is_unfit(error):
                await self._write_apart(batch)
            else:
                await self._failed(batch, error)
        else:
            for one, answer in zip(batch, answers, strict=True):
                one.answer(answer)

    async def _write_apart(self, batch: list[Waiter[Item, Answer]]) -> None:
        """One at a time: what does not fit spoils no other."""
        for one in batch:
            try:
                one.answer(await self._write_alone(one.item))
            except NotStoredError:
                one.refuse()
            except (psycopg.Error, OSError) as error:
                await self._failed([one], error)

    async def _write_alone(self, item: Item) -> Answer:
        try:
            [answer] = await self.write(await self._open(), [item])
        except psycopg.Error as error:
            if not is_unfit(error):
                raise
            log.warning("gathering.unfit", error=type(error).__name__)
            return await self.write_unfit(await self._open(), item, error)
        return answer

    async def _failed(self, batch: list[Waiter[Item, Answer]], error: Exception) -> None:
        await self.drop_connection()
        await self.fail(batch, error)

    async def _open(self) -> psycopg.AsyncConnection:
        if self._connection is None:
            self._connection = await connect(self._url, seconds=3)
        return self._connection


def is_unfit(error: Exception) -> bool:
    """Whether the data is at fault, not the database."""
    # Psycopg itself refuses a NUL, before the server could.
    by_state = isinstance(error, psycopg.Error) and (error.sqlstate or "")[:2] in UNFIT
    return by_state or isinstance(error, psycopg.DataError)
