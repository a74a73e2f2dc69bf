"""Calls a minute, over processes."""

import contextlib
import dataclasses
from typing import Any

import pytest
from sqlalchemy import event, text

from tests.yutang.kernel.tokening import make_token, program
from tests.yutang.world import World
from yutang.kernel import rates
from yutang.kernel.db import Database
from yutang.kernel.rates import Rates, TooManyCallsError


class Clock:
    """The machine's clock, turned by the test; the database's with it."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        """Seconds."""
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """In place of `time`."""
    found = Clock()
    monkeypatch.setattr(rates, "time", found)
    return found


def watch(database: Database) -> list[str]:
    """The statements on rates that this database is asked from now on."""
    seen: list[str] = []

    @event.listens_for(database.single.sync_engine, "before_cursor_execute")
    def note(*args: Any) -> None:
        if "call_rates" in args[2]:
            seen.append(args[2])

    return seen


async def take(counts: Rates, calls: int) -> int:
    """How many of `calls` are let through."""
    through = 0
    for _ in range(calls):
        with contextlib.suppress(TooManyCallsError):
            through += await counts.take(1, "token:1") is not None
    return through


async def pass_time(world: World, clock: Clock, seconds: int) -> None:
    """Turn both clocks."""
    clock.now += seconds
    async with world.runtime.database.owner() as session:
        await session.execute(
            text("update call_rates set at = at - :seconds * interval '1 second'"),
            {"seconds": seconds},
        )


async def test_a_bucket_is_shared_and_asked_once_a_second(world: World, clock: Clock) -> None:
    database = world.runtime.database
    seen = watch(database)
    one, two = Rates(database, 600), Rates(database, 600)
    assert await take(one, 29) == 29
    assert seen == []
    # All at once: one statement at the thirtieth, none for the rest of the second.
    assert await take(one, 571) == 571
    assert await take(one, 50) == 0
    assert len(seen) == 1
    # A second later its calls are settled, and what the bucket filled with goes through.
    await pass_time(world, clock, 1)
    assert await take(one, 50) in range(8, 13)
    assert len(seen) == 2
    # The other process learns it no later than at its thirtieth call.
    assert await take(two, 100) <= 30
    assert len(seen) == 3
    await pass_time(world, clock, 70)
    assert await take(two, 700) in range(598, 605)
    await rates.forget_idle(database)
    async with database.owner() as session:
        await session.execute(text("update call_rates set at = at - interval '2 hours'"))
    await rates.forget_idle(database)
    async with database.owner() as session:
        assert await session.scalar(text("select count(*) from call_rates")) == 0


async def test_a_caller_is_told_what_is_left(world: World) -> None:
    settings = world.runtime.settings.model_copy(update={"calls_per_minute": 3})
    runtime = dataclasses.replace(world.runtime, settings=settings)
    world.api.framework.state.runtime = runtime
    await world.sign_in()
    async with program(world, await make_token(world, "customers.read")) as http:
        answers = [await http.get("/api/customers") for _ in range(2)]
        answers.append(await http.get("/api/channels"))
        assert [a.headers["ratelimit-remaining"] for a in answers] == ["2", "1", "0"]
        assert [a.status_code for a in answers] == [200, 200, 403]
        refused = await http.get("/api/customers")
        assert (refused.status_code, refused.json()["type"]) == (429, "access.too_many_calls")
        assert refused.headers["content-type"] == "application/problem+json"
        assert 1 <= int(refused.headers["retry-after"]) <= 20
    # Of the session nothing is taken by the token.
    assert (await world.http.get("/api/customers")).headers["ratelimit-limit"] == "3"
