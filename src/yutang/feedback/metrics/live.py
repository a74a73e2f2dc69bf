"""The day's numbers as they change, for every open page of a process."""

import asyncio
import time
from collections.abc import AsyncIterator

from yutang.kernel import events
from yutang.kernel.db import Seer
from yutang.kernel.runtime import Runtime
from yutang.kernel.signals import Signals
from yutang.people.welcomes import service as welcomes
from yutang.sense.callbacks import service as callbacks

from . import service
from .schemas import AddSummary

AT_MOST_EVERY_SECONDS = 1.0
UNDER_WAY_SECONDS = 2.0
QUIET_SECONDS = 15.0


class LiveNumbers:
    """One for a process: one listening connection, one reading a second for each corp or scope."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._signals = Signals(
            runtime.database.url, (callbacks.SIGNAL, welcomes.SIGNAL, events.SIGNAL)
        )
        self._read: dict[tuple[int, Seer | None], tuple[float, AddSummary]] = {}
        self._locks: dict[tuple[int, Seer | None], asyncio.Lock] = {}

    async def run(self) -> None:
        """Listen until cancelled."""
        await self._signals.listen()

    async def summaries(self, corp_id: int, seer: Seer | None) -> AsyncIterator[AddSummary | None]:
        """Today's numbers now and at each change; None about every 15 s without one.

        Looks once more while something is under way: how a welcome ended rings no bell.
        """
        told: AddSummary | None = None
        with self._signals.watched() as bell:
            while True:
                bell.clear()
                now = await self._summary(corp_id, seer)
                same = told is not None and _numbers(told) == _numbers(now)
                yield None if same else now
                told = now
                await asyncio.sleep(AT_MOST_EVERY_SECONDS)
                busy = now.due or now.callbacks_waiting
                try:
                    async with asyncio.timeout(UNDER_WAY_SECONDS if busy else QUIET_SECONDS):
                        await bell.wait()
                except TimeoutError:
                    continue

    async def _summary(self, corp_id: int, seer: Seer | None) -> AddSummary:
        asker = (corp_id, seer)
        async with self._locks.setdefault(asker, asyncio.Lock()):
            kept = self._read.get(asker)
            if kept is not None and time.monotonic() - kept[0] < AT_MOST_EVERY_SECONDS:
                return kept[1]
            async with service.open_numbers(self._runtime, corp_id, seer) as session:
                found = await service.summarise_adds(session, corp_id, None, self._runtime.clock())
            self._read[asker] = (time.monotonic(), found)
            return found


def _numbers(summary: AddSummary) -> dict[str, object]:
    return summary.model_dump(exclude={"as_of"})
