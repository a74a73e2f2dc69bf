"""An event loop that lives as fast as the machine can: waiting costs nothing, work is real.

Everything that sleeps or times out by asyncio does so in the loop's own time, which stands still
while a socket or a thread is waited for and jumps to the next moment somebody waits for when
nobody works. A day of waiting at doors takes as long as the work in it, delays are exactly those
that were asked for, and a slow machine changes no result.
"""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from concurrent.futures import Executor
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar, TypeVarTuple, Unpack

import psycopg
from typing_extensions import override

from wecom_emulator.clock import Clock

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

START = datetime(2026, 11, 25, 16, 0, tzinfo=UTC)
"""When it begins: midnight in Shanghai, where WeCom's days begin."""
_PATIENCE_SECONDS = 0.02
"""Real time for an answer of a socket before it is asked whether there can be one."""
_AGAIN_SECONDS = 0.002
"""The same where a moment ago there could be none."""
_BLOCKED = """
select count(*) > 0 and bool_and(wait_event_type = 'Lock') from pg_stat_activity
 where datname = current_database() and state = 'active' and pid <> pg_backend_pid()
   and backend_type = 'client backend'
"""


class _Selector(selectors.DefaultSelector):
    """Waits for sockets while somebody listens to one, else lets time jump."""

    def __init__(self, dsn: str) -> None:
        super().__init__()
        self.now = 0.0
        self.threads = 0
        self._dsn = dsn
        self._blocked: set[object] = set()
        self._database: psycopg.Connection | None = None

    @override
    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        found = super().select(0)
        if found or (timeout is not None and timeout <= 0):
            return found
        # The loop's own pipe is always there; psycopg listens to its socket only while it waits.
        while timeout is None or self.threads or len(self.get_map()) > 1:
            listening: set[object] = set(self.get_map())
            found = super().select(
                _AGAIN_SECONDS if listening == self._blocked else _PATIENCE_SECONDS
            )
            if found or timeout is None:
                return found
            if not self.threads and self._is_blocked():
                self._blocked = listening
                break
        self.now += timeout
        return found

    def _is_blocked(self) -> bool:
        """Whether all that the database works at waits for locks of somebody who sleeps here."""
        if self._database is None:
            self._database = psycopg.connect(self._dsn, autocommit=True)
        row = self._database.execute(_BLOCKED).fetchone()
        return row is not None and bool(row[0])

    @override
    def close(self) -> None:
        super().close()
        if self._database is not None:
            self._database.close()


class VirtualLoop(asyncio.SelectorEventLoop):
    """The loop; `moment` is its time as a date, for a clock."""

    def __init__(self, dsn: str) -> None:
        self._waits = _Selector(dsn)
        super().__init__(self._waits)

    @override
    def time(self) -> float:
        return self._waits.now

    def moment(self) -> datetime:
        """The moment it is."""
        return START + timedelta(seconds=self._waits.now)

    @override
    def run_in_executor(
        self, executor: Executor | None, func: Callable[[Unpack[Ts]], T], *args: *Ts
    ) -> "asyncio.Future[T]":
        self._waits.threads += 1
        future = super().run_in_executor(executor, func, *args)
        future.add_done_callback(self._thread_ended)
        return future

    def _thread_ended(self, _: object) -> None:
        self._waits.threads -= 1


def run(main: Coroutine[Any, Any, T], dsn: str) -> T:
    """Run `main`, which works with the database of `dsn`, in a loop of its own."""
    with asyncio.Runner(loop_factory=lambda: VirtualLoop(dsn)) as runner:
        return runner.run(main)


def moment() -> datetime:
    """The moment in the running virtual loop; a clock for what runs in it."""
    loop = asyncio.get_running_loop()
    if not isinstance(loop, VirtualLoop):
        message = "no virtual loop is running"
        raise TypeError(message)
    return loop.moment()


class VirtualClock(Clock):
    """The emulator's clock in the running virtual loop."""

    @override
    def now(self) -> float:
        return moment().timestamp()
