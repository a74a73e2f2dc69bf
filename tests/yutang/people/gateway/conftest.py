"""Gateways over one database: each is what one process would hold."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from yutang.bootstrap import build_runtime
from yutang.kernel.clock import utc_now
from yutang.kernel.runtime import Runtime
from yutang.kernel.settings import Settings
from yutang.people.gateway.admitting import Gateway
from yutang.people.gateway.limits import Limits, read_limits

START = datetime(2026, 11, 26, 3, 0, tzinfo=UTC)


class Clock:
    """Time that moves when somebody sleeps or a test says so."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        """The moment."""
        return self.now

    def pass_by(self, seconds: float) -> None:
        """Let time pass."""
        self.now += timedelta(seconds=seconds)

    async def sleep(self, seconds: float) -> None:
        """Sleep in this time: it passes at once."""
        self.pass_by(seconds)
        await asyncio.sleep(0)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def runtime(dsn: str, tmp_path: Path, clock: Clock) -> AsyncIterator[Runtime]:
    """A process without api: settings, database, a clock that stands still."""
    made = build_runtime(Settings(home=tmp_path, database_url=dsn))
    moved = replace(made, clock=clock)
    yield moved
    await moved.close()


def open_gateway(runtime: Runtime, known: Limits, clock: Clock | None) -> Gateway:
    """One more process's gateway, in the clock's time or in the real one."""
    lived = replace(runtime, clock=clock or utc_now)
    made = Gateway(lived, limits=known, sleep=clock.sleep if clock else asyncio.sleep)
    # The runtime's memory is shared by its copies: it closes them all.
    return runtime.once(object(), lambda: made)


def limits(minute: int, hour: int, **api: Any) -> Limits:
    """WeCom's limits with lower ones for every API, and those of one API `/x`."""
    known = read_limits().model_dump()
    known["every_api"] = {"minute": minute, "hour": hour}
    known["every_api_by_address"] = {"minute": 100_000, "hour": 1_000_000}
    if api:
        known["api"] = [{"paths": ["/x"], **api}]
    return Limits.model_validate(known)
