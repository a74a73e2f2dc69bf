"""Bulk work rests while something quick is late, and never stands still for it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from tests.yutang.world import World
from yutang.kernel import yielding
from yutang.kernel.runtime import Runtime
from yutang.sense.callbacks import service as callbacks


@pytest.fixture
def rests(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    found: list[float] = []

    async def sleep(seconds: float) -> None:
        found.append(seconds)

    monkeypatch.setattr("yutang.kernel.yielding.asyncio.sleep", sleep)
    return found


async def test_it_rests_as_long_as_something_is_late(world: World, rests: list[float]) -> None:
    looks = iter([True, True, False])

    async def late(_: Runtime) -> bool:
        return next(looks)

    runtime: Any = replace(world.runtime, late=late)
    await yielding.give_way(runtime, 1.0)
    assert len(rests) == 2


async def test_it_goes_on_after_nine_times_its_step(world: World, rests: list[float]) -> None:
    async def late(_: Runtime) -> bool:
        return True

    runtime: Any = replace(world.runtime, late=late)
    await yielding.give_way(runtime, 0.2)
    assert sum(rests) == pytest.approx(1.8)
    rests.clear()
    await yielding.give_way(runtime, 60.0)
    assert sum(rests) == pytest.approx(10.0)


async def test_a_callback_that_waits_and_a_welcome_that_is_open_are_late(world: World) -> None:
    runtime = world.runtime
    assert not await callbacks.fall_behind(runtime)
    async with runtime.database.owner() as session:
        await session.execute(
            text(
                "insert into inbox (corp_id, agent_id, key, event, change_type, subject,"
                " occurred_at, received_at, xml, next_at) values"
                " (:corp_id, 1, '\\x01', 'e', '', '', :at, :at, '<xml/>', :at)"
            ),
            {"corp_id": world.corp_id, "at": runtime.clock() - timedelta(seconds=1)},
        )
    assert not await callbacks.fall_behind(runtime)
    async with runtime.database.owner() as session:
        await session.execute(text("update inbox set received_at = received_at - interval '2 s'"))
    assert await callbacks.fall_behind(runtime)
    async with runtime.database.owner() as session:
        # One that was tried already waits for WeCom, not for the processors.
        await session.execute(text("update inbox set attempts = 1"))
    assert not await callbacks.fall_behind(runtime)
