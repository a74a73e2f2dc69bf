"""LISTEN/NOTIFY: one connection a process wakes every lane of it."""

import asyncio
import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping

import psycopg
import structlog

from .connecting import connect

log = structlog.get_logger(__name__)

RECONNECT_SECONDS = 0.2


class Signals:
    """Wakes waiters when PostgreSQL notifies; a lost connection wakes all, so nothing is missed.

    `hearers` are given the text of each notice on their channel; what comes while the connection
    is lost they never hear.
    """

    def __init__(
        self,
        database_url: str,
        channels: Iterable[str],
        hearers: Mapping[str, Callable[[str], None]] | None = None,
    ) -> None:
        self._url = database_url
        self._hearers = dict(hearers or {})
        self._bells = {channel: asyncio.Event() for channel in (*channels, *self._hearers)}
        self._watchers: set[asyncio.Event] = set()

    async def listen(self) -> None:
        """Run until cancelled."""
        while True:
            try:
                await self._listen_once()
            except psycopg.Error as error:
                log.warning("signals.lost", error=str(error).splitlines()[0] if str(error) else "")
                self._ring_all()
                await asyncio.sleep(RECONNECT_SECONDS)

    async def _listen_once(self) -> None:
        async with await connect(self._url) as connection:
            for channel in self._bells:
                await connection.execute(
                    psycopg.sql.SQL("listen {}").format(psycopg.sql.Identifier(channel))
                )
            # What was notified while nobody listened is found by looking once.
            self._ring_all()
            async for notice in connection.notifies():
                self._bells[notice.channel].set()
                if notice.channel in self._hearers:
                    self._hearers[notice.channel](notice.payload)
                self._wake_watchers()

    def _ring_all(self) -> None:
        for bell in self._bells.values():
            bell.set()
        self._wake_watchers()

    def _wake_watchers(self) -> None:
        for watcher in self._watchers:
            watcher.set()

    @contextlib.contextmanager
    def watched(self) -> Iterator[asyncio.Event]:
        """An event of the caller's own, set at each notice on any channel; he clears it."""
        watcher = asyncio.Event()
        self._watchers.add(watcher)
        try:
            yield watcher
        finally:
            self._watchers.discard(watcher)

    async def wait(self, channel: str, seconds: float) -> bool:
        """Return True at the next notice on `channel`, False after `seconds` without one."""
        bell = self._bells[channel]
        with contextlib.suppress(TimeoutError):
            # Unlike wait_for, this never takes a cancellation for an answer.
            async with asyncio.timeout(seconds):
                await bell.wait()
        rang = bell.is_set()
        bell.clear()
        return rang
