"""Months are made ahead, and rows beside them are moved with nobody the wiser."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from tests.yutang.kernel.eventlog.logging_events import (
    NOW,
    beside,
    made,
    month_back,
    numbers,
    places,
    write,
)
from tests.yutang.world import World
from yutang.kernel.eventlog import months, moving, service
from yutang.kernel.eventlog.schemas import add_months, month_of
from yutang.kernel.readers import Reader, Recorded, read_batch, register


async def test_three_months_ahead_stand_ready_and_are_made_once(world: World) -> None:
    async with world.runtime.database.owner() as session:
        assert await service.months_ahead(session) == 3
        await session.execute(text(f"drop table {months.table_name(_ahead(3))}"))
        await session.execute(text(f"drop table {months.table_name(_ahead(2))}"))
        assert await service.months_ahead(session) == 1
    await service.look_ahead(world.runtime)
    await service.look_ahead(world.runtime)
    async with world.runtime.database.owner() as session:
        assert await service.months_ahead(session) == 3
        found = await months.find_months(session)
    assert [one.month for one in found] == [_ahead(step) for step in range(-1, 4)]
    assert all(one.starts == datetime(*one.month.timetuple()[:3], tzinfo=UTC) for one in found)


def _ahead(many: int) -> date:
    return add_months(month_of(NOW), many)


async def test_a_neighbour_made_in_another_zone_leaves_no_gap(world: World) -> None:
    shifted = months.table_name(_ahead(3))
    async with world.runtime.database.owner() as session:
        await session.execute(text(f"drop table {shifted}"))
        await session.execute(text(f"drop table {months.table_name(_ahead(2))}"))
        await session.execute(text("set local timezone = 'Asia/Shanghai'"))
        await session.execute(
            text(
                f"create table {shifted} partition of events"
                f" for values from ('{_ahead(3)}') to ('{_ahead(4)}')"
            )
        )
    await service.look_ahead(world.runtime)
    async with world.runtime.database.owner() as session:
        found = {one.month: one for one in await months.find_months(session)}
    assert found[_ahead(2)].stops == found[_ahead(3)].starts
    assert found[_ahead(3)].starts.astimezone(UTC).hour == 16


async def test_rows_beside_their_month_are_moved_while_others_write_and_read(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moving, "PAGES", 2)
    monkeypatch.setattr(moving, "CHANGES", 20)
    seen: list[int] = []

    async def handle(_: AsyncSession, events: Sequence[Recorded]) -> None:
        seen.extend(event.props["number"] for event in events)

    reader = Reader("test", frozenset({"page.viewed"}), handle)
    await register(world.runtime, [reader])
    old, older = month_back(14), month_back(30)
    await write(world, [made(n, old if n % 2 else older) for n in range(3000)])
    going = True
    written, counts = 3000, set[int]()

    async def keep_writing() -> None:
        nonlocal written
        while going:
            await write(world, [made(n, older, 5) for n in range(written, written + 10)])
            written += 10
            await asyncio.sleep(0)

    async def keep_reading() -> None:
        while going:
            await read_batch(world.runtime, reader)
            # At no moment is one of them away, or there twice.
            counts.add(len(await numbers(world, "(props ->> 'number')::int < 3000")))

    async def keep_changing() -> None:
        number = 0
        while going:
            async with world.runtime.database.owner() as session:
                await session.execute(
                    text(
                        "update events set customer_id = 9"
                        " where at < :now and (props ->> 'number')::int = :number"
                    ),
                    {"number": number, "now": NOW.replace(year=NOW.year - 1)},
                )
            number += 1

    others = [asyncio.create_task(one()) for one in (keep_writing, keep_reading, keep_changing)]
    await asyncio.sleep(0.2)
    assert await service.settle(world.runtime) == 2
    await asyncio.sleep(0.2)
    going = False
    await asyncio.gather(*others)

    assert counts == {3000}
    assert await numbers(world) == list(range(written))
    assert await beside(world) == 0
    changed = await numbers(world, "customer_id = 9")
    assert changed == list(range(len(changed)))
    assert len(changed) > 0
    async with asyncio.timeout(60):
        while len(seen) < written:
            await read_batch(world.runtime, reader)
            await asyncio.sleep(0.01)
    assert sorted(seen) == list(range(written))
    assert {months.table_name(one.date().replace(day=1)) for one in (old, older)} <= await places(
        world
    )
    await _check_nothing_is_left(world)
    # The next rows go where they belong.
    await write(world, [made(written, old)])
    assert await beside(world) == 0
    assert await service.settle(world.runtime) == 0


async def _check_nothing_is_left(world: World) -> None:
    async with world.runtime.database.owner() as session:
        left = await session.scalars(
            text(
                "select relname from pg_class where relkind = 'r' and relname ^@ 'events_'"
                " and not relispartition"
            )
        )
        assert list(left) == []
        assert await session.scalar(text("select count(*) from log_changes")) == 0


async def test_a_clock_in_2099_makes_no_table(world: World) -> None:
    far, old = datetime(2099, 5, 1, tzinfo=UTC), month_back(20)
    before = await places(world)
    await write(world, [made(1, far), made(2, old), made(3, datetime(1970, 1, 2, tzinfo=UTC))])
    assert await service.settle(world.runtime) == 1
    assert await places(world) - before == {months.table_name(old.date().replace(day=1))}
    assert await numbers(world) == [1, 2, 3]
    assert await beside(world) == 2


async def test_a_long_reading_is_waited_for_and_holds_nobody_else_up(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(months, "LOCK_MS", 50)
    await write(world, [made(n, month_back(14)) for n in range(10)])
    async with world.runtime.database.unhurried() as session:
        assert await session.scalar(text("select count(*) from events")) == 10
        moving_on = asyncio.create_task(service.settle(world.runtime))
        for number in range(10, 30):
            async with asyncio.timeout(5):
                await write(world, [made(number, month_back(14)), made(100 + number, NOW)])
            await asyncio.sleep(0.02)
        assert not moving_on.done()
    assert await moving_on == 1
    assert len(await numbers(world)) == 50
    assert await beside(world) == 0
