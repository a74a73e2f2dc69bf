"""The cursor of a reader misses nothing and repeats nothing."""

import asyncio
import random
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from tests.yutang.world import World
from yutang.kernel import readers
from yutang.kernel.events import Event, NewEvent, append
from yutang.kernel.readers import Reader, Recorded, read_batch, register


class Counted(Event, frozen=True):
    """A numbered event."""

    kind = "test.counted"
    number: int


class Other(Event, frozen=True):
    """What the reader does not want."""

    kind = "test.other"


def numbered(number: int) -> NewEvent:
    """The event of a number."""
    return NewEvent(
        customer_id=None,
        at=datetime(2026, 11, 25, tzinfo=UTC),
        actor="system",
        source="test",
        event=Counted(number=number),
    )


async def read_until(world: World, reader: Reader, done: Callable[[], bool]) -> None:
    """Read until `done`, at most ten seconds."""
    async with asyncio.timeout(60):
        while not done():
            await read_batch(world.runtime, reader)
            await asyncio.sleep(0.01)


async def test_slow_and_concurrent_commits_are_read_once_each(world: World) -> None:
    seen: list[int] = []

    async def handle(_: AsyncSession, events: Sequence[Recorded]) -> None:
        seen.extend(event.props["number"] for event in events)

    reader = Reader("test", frozenset({"test.counted"}), handle)
    await register(world.runtime, [reader])
    chance = random.Random(7)

    async def write(start: int) -> None:
        for number in range(start, start + 20):
            async with world.runtime.database.owner() as session:
                # The xid is taken here, the row written later: ids and xids run out of step.
                await session.execute(text("select pg_current_xact_id()"))
                await asyncio.sleep(chance.uniform(0, 0.01))
                await append(session, world.corp_id, [numbered(number)])
                await asyncio.sleep(chance.uniform(0, 0.01))

    writers = [asyncio.create_task(write(start * 20)) for start in range(6)]
    while not all(writer.done() for writer in writers):
        await read_batch(world.runtime, reader)
        await asyncio.sleep(0)
    await asyncio.gather(*writers)
    # Any open transaction of the whole server holds readers back, those of other tests too.
    await read_until(world, reader, lambda: len(seen) >= 120)
    assert sorted(seen) == list(range(120))


async def test_a_failing_handler_moves_no_cursor(world: World) -> None:
    calls: list[int] = []

    async def handle(_: AsyncSession, events: Sequence[Recorded]) -> None:
        calls.append(len(events))
        if len(calls) == 1:
            raise RuntimeError

    reader = Reader("test", frozenset({"test.counted"}), handle)
    await register(world.runtime, [reader])
    async with world.runtime.database.owner() as session:
        await append(session, world.corp_id, [numbered(1), numbered(2)])
    with pytest.raises(RuntimeError):
        await read_until(world, reader, lambda: False)
    assert calls == [2]
    await read_until(world, reader, lambda: len(calls) > 1)
    assert calls == [2, 2]
    assert await read_batch(world.runtime, reader) == 0


async def test_rows_of_an_older_era_are_read_whatever_their_xid(world: World) -> None:
    """A logical restore brings rows whose xids lie above the new server's."""
    seen: list[int] = []

    async def handle(_: AsyncSession, events: Sequence[Recorded]) -> None:
        seen.extend(event.props["number"] for event in events)

    reader = Reader("test", frozenset({"test.counted"}), handle)
    await register(world.runtime, [reader])
    async with world.runtime.database.owner() as session:
        await append(session, world.corp_id, [numbered(1)])
        await session.execute(text("update events set xid = '9000000000'::xid8"))
    assert await read_batch(world.runtime, reader) == 0
    async with world.runtime.database.owner() as session:
        await session.execute(text("update installation set era = 1"))
    await read_until(world, reader, lambda: bool(seen))
    assert seen == [1]


async def test_transactions_are_ordered_by_number_not_by_digits(world: World) -> None:
    seen: list[int] = []

    async def handle(_: AsyncSession, events: Sequence[Recorded]) -> None:
        seen.extend(event.props["number"] for event in events)

    async with world.runtime.database.owner() as session:
        await append(session, world.corp_id, [numbered(9), numbered(10)])
        await session.execute(text("update events set xid = (props->>'number')::xid8"))
    reader = Reader("test", frozenset({"test.counted"}), handle)
    await register(world.runtime, [reader])
    await read_until(world, reader, lambda: len(seen) >= 2)
    assert await read_batch(world.runtime, reader) == 0
    assert seen == [9, 10]


async def test_what_is_not_wanted_is_passed_many_rows_at_a_time(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readers, "BATCH_ROWS", 3)
    monkeypatch.setattr(readers, "SPAN_ROWS", 10)
    batches: list[list[int]] = []

    async def handle(_: AsyncSession, events: Sequence[Recorded]) -> None:
        batches.append([event.props["number"] for event in events])

    reader = Reader("test", frozenset({"test.counted"}), handle)
    await register(world.runtime, [reader])
    wanted = {4, 5, 12, 13, 14, 15, 16, 17, 39}
    async with world.runtime.database.owner() as session:
        events = [numbered(number) for number in range(40)]
        await append(
            session,
            world.corp_id,
            [
                event if number in wanted else event.model_copy(update={"event": Other()})
                for number, event in enumerate(events)
            ],
        )
    passed: list[int] = []

    async def read_on() -> None:
        # Another test's transaction on the same server may hold the reader back for a while.
        while sum(passed) < len(events):
            passed.append(await read_batch(world.runtime, reader))

    await asyncio.wait_for(read_on(), 60)
    assert sum(passed) == 40
    assert sorted(number for batch in batches for number in batch) == sorted(wanted)
    assert [number for batch in batches for number in batch] == sorted(wanted)
    assert max(len(batch) for batch in batches) == 3
    # Of two full batches the first ends before the row that is one too many.
    assert batches[1:3] == [[12, 13, 14], [15, 16, 17]] or batches[:2] == [[4, 5, 12], [13, 14, 15]]
