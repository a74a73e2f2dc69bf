"""A name is held by one at a time, and who waits for it is in nobody's way."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import text

from tests.yutang.world import World
from yutang.kernel.locking import HeldError, holding, trying_to_hold

_SNAPSHOTS = text(
    "select count(*) from pg_stat_activity where datname = current_database()"
    " and query ~ 'advisory_lock' and backend_xmin is not null and pid <> pg_backend_pid()"
)


async def test_who_waits_gets_the_name_when_it_is_free(world: World) -> None:
    url, order = world.runtime.database.url, ["first"]

    async def second() -> None:
        async with holding(url, "name"):
            order.append("second")

    async with holding(url, "name"):
        waiting = asyncio.create_task(second())
        await asyncio.sleep(0.2)
        order.append("first ends")
    await asyncio.wait_for(waiting, 30)
    assert order == ["first", "first ends", "second"]


async def test_who_waits_holds_no_snapshot(world: World) -> None:
    url = world.runtime.database.url

    async def wait() -> None:
        async with holding(url, "name"):
            raise AssertionError

    async with holding(url, "name"):
        waiting = [asyncio.create_task(wait()) for _ in range(3)]
        await asyncio.sleep(1.0)
        seen = 0
        async with world.runtime.database.owner() as session:
            for _ in range(20):
                seen += int(await session.scalar(_SNAPSHOTS))
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
    # One may be met while it asks; a statement that waits is met each time.
    assert seen <= 10


async def test_patience_ends(world: World) -> None:
    url = world.runtime.database.url
    async with holding(url, "name"):
        with pytest.raises(HeldError):
            async with holding(url, "name", patience=timedelta(seconds=0.3)):
                raise AssertionError
        async with trying_to_hold(url, "name") as held:
            assert not held
    async with trying_to_hold(url, "name") as held:
        assert held
