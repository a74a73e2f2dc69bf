"""Calls at the doors: who waits, who is told to come back, who goes first, what brakes all."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from prometheus_client import REGISTRY
from sqlalchemy import text

from tests.yutang.people.gateway.conftest import START, Clock, limits, open_gateway
from yutang.kernel.runtime import Runtime
from yutang.people.gateway.admitting import Gateway
from yutang.wecom.admission import NoQuotaError, Urgency

PATH = "/x"


async def call(gateway: Gateway, urgency: Urgency, seconds: float = 0.0) -> None:
    """One admitted call that takes so long."""
    async with gateway.admit(1, PATH, urgency):
        await asyncio.sleep(seconds)


async def counted(runtime: Runtime, table: str) -> int:
    async with runtime.database.owner() as session:
        return await session.scalar(text(f"select count(*) from {table}")) or 0  # noqa: S608


async def test_a_call_waits_for_its_turn_and_no_longer_than_its_class_has_patience(
    runtime: Runtime, clock: Clock
) -> None:
    gateway = open_gateway(runtime, limits(10, 100_000), clock)
    await call(gateway, Urgency.BULK)
    began = clock.now
    await call(gateway, Urgency.BULK)
    assert 6.6 <= (clock.now - began).total_seconds() <= 7.0
    with pytest.raises(NoQuotaError) as refused:
        await call(gateway, Urgency.WELCOME)
    # Nothing was waited for: the welcome's 2 s end before the next call can go.
    assert refused.value.until - clock.now == timedelta(seconds=6.7)
    assert (refused.value.path, refused.value.why) == (PATH, "quota")
    clock.now = refused.value.until
    await call(gateway, Urgency.WELCOME)
    assert await counted(runtime, "gateway_waits") == 0


async def test_a_welcome_is_not_behind_any_number_of_bulk_calls(runtime: Runtime) -> None:
    gateway, other = (open_gateway(runtime, limits(600, 100_000), None) for _ in range(2))
    bulk = [asyncio.create_task(call(one, Urgency.BULK)) for one in (gateway, other) * 60]
    await asyncio.sleep(0.3)
    assert sum(task.done() for task in bulk) < 120
    slowest = 0.0
    for _ in range(12):
        began = time.monotonic()
        await call(gateway, Urgency.WELCOME)
        slowest = max(slowest, time.monotonic() - began)
    assert slowest < 1.0
    assert not all(task.done() for task in bulk)
    for task in bulk:
        task.cancel()
    await asyncio.gather(*bulk, return_exceptions=True)


async def test_those_who_wait_are_seen_with_their_class(runtime: Runtime) -> None:
    gateway = open_gateway(runtime, limits(10, 100_000), None)
    await call(gateway, Urgency.BULK)
    waiting = [asyncio.create_task(call(gateway, Urgency.BULK)) for _ in range(3)]
    async with asyncio.timeout(60):
        while await counted(runtime, "gateway_waits") == 0:
            await asyncio.sleep(0.01)
    async with runtime.database.owner() as session:
        row = (await session.execute(text("select * from gateway_waits"))).one()
    assert (row.path, row.urgency, row.waiting, row.reason) == (PATH, Urgency.BULK, 3, "quota")
    for task in waiting:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)


@contextlib.asynccontextmanager
async def braked(runtime: Runtime, clock: Clock, **api: int) -> AsyncIterator[list[Gateway]]:
    """Two processes with ample quota."""
    known = limits(10_000, 100_000, **api)
    yield [open_gateway(runtime, known, clock) for _ in range(2)]


async def test_a_frequency_refusal_stops_every_process_for_a_minute_then_for_an_hour(
    runtime: Runtime, clock: Clock
) -> None:
    async with braked(runtime, clock) as (one, other):
        await call(other, Urgency.INTERACTIVE)
        for _ in range(3):
            # What was under way is refused as well; that lengthens nothing.
            await one.refused(1, PATH, 45009)
            clock.pass_by(0.1)
        with pytest.raises(NoQuotaError) as stopped:
            await call(other, Urgency.WELCOME)
        assert (stopped.value.why, stopped.value.until) == (
            "lockout",
            START + timedelta(seconds=60),
        )
        async with other.admit(2, PATH, Urgency.WELCOME), other.admit(1, "/y", Urgency.WELCOME):
            clock.now = stopped.value.until
        await call(other, Urgency.WELCOME)
        await other.refused(1, PATH, 45009)
        with pytest.raises(NoQuotaError) as again:
            await call(one, Urgency.SCHEDULED)
        assert again.value.until == START + timedelta(seconds=60 + 3600)
        clock.now = again.value.until + timedelta(minutes=5)
        await one.refused(1, PATH, 45009)
        with pytest.raises(NoQuotaError) as later:
            await call(one, Urgency.SCHEDULED)
        assert later.value.until == clock.now + timedelta(seconds=60)


async def test_bulk_has_the_patience_for_a_minutes_lockout(runtime: Runtime, clock: Clock) -> None:
    async with braked(runtime, clock) as (one, other):
        await one.refused(1, PATH, 45009)
        await call(other, Urgency.BULK)
        assert (clock.now - START).total_seconds() == pytest.approx(60, abs=0.1)


async def at_once(gateways: list[Gateway], urgency: Urgency, calls: int) -> int:
    """The most calls that were under way together."""
    now, most = 0, 0

    async def one(gateway: Gateway) -> None:
        nonlocal now, most
        async with gateway.admit(1, PATH, urgency):
            now += 1
            most = max(most, now)
            await asyncio.sleep(0.2)
            now -= 1

    await asyncio.gather(*(one(gateway) for gateway in gateways * calls))
    return most


async def test_no_more_calls_are_under_way_than_the_api_bears(
    runtime: Runtime, clock: Clock
) -> None:
    async with braked(runtime, clock, at_once=4) as gateways:
        assert await at_once(gateways, Urgency.INTERACTIVE, 10) == 4
        # One of them is left to somebody who waits.
        assert await at_once(gateways, Urgency.BULK, 10) == 3


async def test_too_many_at_once_halves_them_for_a_minute(runtime: Runtime, clock: Clock) -> None:
    async with braked(runtime, clock, at_once=4) as gateways:
        await gateways[0].refused(1, PATH, 45033)
        await gateways[1].refused(1, PATH, 45033)
        assert await at_once(gateways, Urgency.INTERACTIVE, 5) == 2
        clock.pass_by(5)
        await gateways[0].refused(1, PATH, 45035)
        assert await at_once(gateways, Urgency.INTERACTIVE, 3) == 1
        clock.pass_by(61)
        assert await at_once(gateways, Urgency.INTERACTIVE, 5) == 4


async def test_an_api_without_a_bound_gets_one_when_it_was_refused(
    runtime: Runtime, clock: Clock
) -> None:
    async with braked(runtime, clock) as gateways:
        assert await at_once(gateways, Urgency.INTERACTIVE, 6) == 12
        await gateways[0].refused(1, PATH, 45036)
        assert await at_once(gateways, Urgency.INTERACTIVE, 4) == 2


async def test_a_cancelled_call_gives_its_place_back(runtime: Runtime, clock: Clock) -> None:
    async with braked(runtime, clock, at_once=1) as (one, other):
        held = asyncio.create_task(call(one, Urgency.INTERACTIVE, 60))
        queued = asyncio.create_task(call(one, Urgency.INTERACTIVE, 60))
        await asyncio.sleep(0.1)
        for task in (held, queued):
            task.cancel()
        await asyncio.gather(held, queued, return_exceptions=True)
        began = time.monotonic()
        await call(other, Urgency.INTERACTIVE)
        # Its lease would have held the place for 30 s.
        assert time.monotonic() - began < 25


async def test_what_a_killed_process_held_is_free_when_its_lease_ends(
    runtime: Runtime, clock: Clock
) -> None:
    known = limits(10_000, 100_000, at_once=1)
    short = known.model_copy(
        update={"brake": known.brake.model_copy(update={"lease_seconds": 1.5})}
    )
    killed, other = (open_gateway(runtime, short, clock) for _ in range(2))
    place = killed.admit(1, PATH, Urgency.INTERACTIVE)
    # Entered and never left, as by a process that was killed in a call.
    assert await place.__aenter__() == 0.5
    began = time.monotonic()
    await call(other, Urgency.INTERACTIVE)
    assert time.monotonic() - began >= 1.2
    await place.__aexit__(None, None, None)
    # A place given back late is not taken away from who has it now.
    async with other.admit(1, PATH, Urgency.INTERACTIVE):
        assert await counted(runtime, "gateway_slots where until > clock_timestamp()") == 1


async def test_while_the_database_is_away_nothing_is_sent_and_all_are_told(
    runtime: Runtime, clock: Clock
) -> None:
    gateway = open_gateway(runtime, limits(100, 1000), clock)
    async with runtime.database.owner() as session:
        await session.execute(text("alter table gateway_quotas rename to gateway_quotas_away"))
    with pytest.raises(NoQuotaError) as refused:
        await call(gateway, Urgency.WELCOME)
    assert (refused.value.why, refused.value.until) == ("gateway", START + timedelta(seconds=1))
    async with runtime.database.owner() as session:
        await session.execute(text("alter table gateway_quotas_away rename to gateway_quotas"))
    await call(gateway, Urgency.WELCOME)


def told(how: str) -> float:
    labels = {"path": "/counted", "urgency": "bulk", "how": how}
    return REGISTRY.get_sample_value("yutang_wecom_calls_total", labels) or 0.0


async def test_calls_are_counted_by_how_they_were_taken(runtime: Runtime, clock: Clock) -> None:
    gateway = open_gateway(runtime, limits(10, 100_000), clock)
    before = {how: told(how) for how in ("admitted", "waited", "refused")}
    for _ in range(2):
        async with gateway.admit(1, "/counted", Urgency.BULK):
            pass
    await gateway.refused(1, "/counted", 45009)
    await gateway.refused(1, "/counted", 45009)
    clock.pass_by(60)
    await gateway.refused(1, "/counted", 45009)
    with pytest.raises(NoQuotaError):
        async with gateway.admit(1, "/counted", Urgency.BULK):
            pass
    assert {how: told(how) - before[how] for how in before} == {
        "admitted": 1,
        "waited": 1,
        "refused": 1,
    }
