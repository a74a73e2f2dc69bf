"""Who writes events wakes their readers, after the commit and not by the transaction itself."""

import asyncio
from pathlib import Path

import pytest

import yutang
from tests.yutang.world import World
from yutang.kernel import events
from yutang.kernel.clock import utc_now
from yutang.kernel.connecting import connect
from yutang.people.stages.events import StageChanged

WRITERS = {
    path
    for path in Path(yutang.__file__).parent.rglob("*.py")
    if "insert into events" in path.read_text() and "migrations" not in path.parts
}


def test_whoever_inserts_events_by_himself_wakes_the_readers() -> None:
    assert len(WRITERS) >= 4
    assert [path for path in WRITERS if "wake_readers(session)" not in path.read_text()] == []


async def test_readers_are_told_after_the_commit_once_for_many(world: World) -> None:
    told: list[str] = []

    async def listen() -> None:
        nonlocal told
        async with await connect(world.runtime.database.url) as connection:
            await connection.execute("listen events")
            ready.set()
            async for notice in connection.notifies():
                told += [notice.channel]

    ready = asyncio.Event()
    listening = asyncio.create_task(listen())
    await ready.wait()
    new = events.NewEvent(
        customer_id=None,
        at=utc_now(),
        actor="system",
        source="test",
        event=StageChanged(before=None, after="deal", by="system"),
    )

    async def fail() -> None:
        async with world.runtime.database.owner() as session:
            await events.append(session, world.corp_id, [new])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    async with world.runtime.database.owner() as session:
        await events.append(session, world.corp_id, [new] * 20)
        await asyncio.sleep(0.1)
        assert told == []
    async with asyncio.timeout(60):
        while not told:
            await asyncio.sleep(0.01)

    async def write() -> None:
        async with world.runtime.database.corp(world.corp_id) as session:
            await events.append(session, world.corp_id, [new])

    await asyncio.gather(*(write() for _ in range(20)))
    await world.runtime.database.close()
    listening.cancel()
    assert set(told) == {"events"}
    assert len(told) <= 21
