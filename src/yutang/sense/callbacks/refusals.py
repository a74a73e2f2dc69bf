"""What the door refused, counted: for the page that says why nothing arrives.

Strangers decide how often something is refused, so nothing is written per refusal: counts wait in
memory, one row per app and reason, and are written together at most every two seconds.
"""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime

import structlog
from sqlalchemy.exc import SQLAlchemyError

from yutang.kernel.runtime import Runtime

from .repository import RefusalRepository

log = structlog.get_logger(__name__)

FLUSH_SECONDS = 2.0
PATH_CHARACTERS = 200

Key = tuple[int, int, str]
"""Corp, app, reason; 0 stands for a corp or an app that is not ours."""


@dataclass(slots=True)
class Counted:
    """Refusals of one key that are not written yet."""

    path: str
    count: int
    first_at: datetime
    last_at: datetime


class RefusalCounter:
    """Counts in memory, writes in the background; what a crash takes is two seconds of counts."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._waiting: dict[Key, Counted] = {}
        self._wake = asyncio.Event()

    def note(self, key: Key, path: str) -> None:
        """Count one refusal."""
        now = datetime.now(UTC)
        counted = self._waiting.setdefault(key, Counted("", 0, now, now))
        # PostgreSQL's text holds no NUL and no half of a pair; a path is what a stranger sends.
        shown = path[:PATH_CHARACTERS].replace("\0", "\ufffd")
        counted.path = shown.encode("utf-8", "replace").decode()
        counted.count += 1
        counted.last_at = now
        self._wake.set()

    async def run(self) -> None:
        """Write until cancelled."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            flushing = asyncio.ensure_future(self.flush())
            try:
                await asyncio.shield(flushing)
            except asyncio.CancelledError:
                # Cut off while it connects, it would leave the server a half-open connection.
                await flushing
                raise
            await asyncio.sleep(FLUSH_SECONDS)

    async def flush(self) -> None:
        """Write what waits; what cannot be written waits on."""
        batch, self._waiting = self._waiting, {}
        if not batch:
            return
        try:
            async with self._runtime.database.owner() as session:
                await RefusalRepository(session).add(batch)
        except (SQLAlchemyError, OSError) as error:
            log.warning("refusals.not_written", error=type(error).__name__)
            for key, counted in batch.items():
                newer = self._waiting.get(key)
                if newer is not None:
                    counted.path, counted.last_at = newer.path, newer.last_at
                    counted.count += newer.count
                self._waiting[key] = counted
            self._wake.set()
