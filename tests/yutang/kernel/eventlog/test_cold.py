"""Cold months go to files and come back, whoever writes, erases or kills meanwhile."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from tests.yutang.kernel.eventlog.logging_events import (
    NOW,
    Paid,
    beside,
    made,
    month_back,
    numbers,
    write,
)
from tests.yutang.world import World, add_corp
from yutang.kernel.eventlog import coldfile, freezing, service
from yutang.kernel.eventlog.errors import (
    DamagedFileError,
    UnknownMonthError,
    UnreadMonthError,
    YoungMonthError,
)
from yutang.kernel.eventlog.schemas import Written, add_months, month_of
from yutang.kernel.readers import Reader, Recorded, read_batch, register

OLD = month_back(26)
MONTH = month_of(OLD)
EVERYTHING = text(
    "select corp_id, id, customer_id, kind, at, actor, props, source, era, xid::text from events"
    " order by corp_id, at, id"
)


async def everything(world: World) -> list[tuple[object, ...]]:
    """The whole log."""
    async with world.runtime.database.owner() as session:
        return [tuple(row) for row in await session.execute(EVERYTHING)]


def files(world: World) -> list[Path]:
    """What lies in the folder of cold months."""
    folder = freezing.folder_of(world.runtime)
    return sorted(folder.iterdir()) if folder.is_dir() else []


async def test_a_month_goes_into_a_file_and_comes_back_as_it_was(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(freezing, "GROUP_ROWS", 7)
    other, _ = await add_corp(world.runtime, "other", (1000002,))
    await write(world, [made(n, OLD, 50 - n if n % 3 else None) for n in range(40)])
    await write(world, [made(n, OLD, 3, Paid) for n in range(40, 50)], other)
    await write(world, [made(99, NOW)])
    before = await everything(world)

    frozen = await service.freeze(world.runtime, MONTH)
    assert (frozen.file_rows, [one.name for one in files(world)]) == (50, [frozen.file])
    assert await numbers(world) == [99]
    [file] = files(world)
    told = pq.read_table(file).to_pylist()
    keys = [(row["corp_id"], row["customer_id"] or 10**9, row["at"], row["id"]) for row in told]
    assert keys == sorted(keys)
    # Again: nothing to do, nothing lost.
    assert (await service.freeze(world.runtime, MONTH)).file == frozen.file
    async with world.runtime.database.owner() as session:
        cold = await service.cold_until(session, world.corp_id, 49)
        assert cold == add_months(MONTH, 1)
        assert await service.cold_until(session, world.corp_id, 50) is None
        [state] = [one for one in await service.read_states(session) if one.month == MONTH]
    assert (state.where, state.rows, state.file_rows) == ("cold", 0, 50)

    await service.thaw(world.runtime, MONTH)
    assert await everything(world) == before
    assert files(world) == []
    async with world.runtime.database.owner() as session:
        assert await service.cold_until(session, world.corp_id, 1) is None
        [state] = [one for one in await service.read_states(session) if one.month == MONTH]
    assert (state.where, state.file) == ("hot", None)
    with pytest.raises(UnknownMonthError):
        await service.thaw(world.runtime, MONTH)


async def test_what_is_late_for_a_frozen_month_joins_it(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await write(world, [made(n, OLD, n) for n in range(10)])
    await service.freeze(world.runtime, MONTH)
    await write(world, [made(n, OLD, n) for n in range(10, 15)])
    assert await beside(world) == 5
    await service.settle(world.runtime)
    async with world.runtime.database.owner() as session:
        [state] = [one for one in await service.read_states(session) if one.month == MONTH]
    assert state.where == "both"

    # Frozen again: one file with both.
    frozen = await service.freeze(world.runtime, MONTH)
    assert (frozen.file_rows, len(files(world))) == (15, 1)
    await write(world, [made(n, OLD, n) for n in range(15, 20)])
    await service.thaw(world.runtime, MONTH)
    assert await numbers(world) == list(range(20))

    # More late rows than the last transaction may take.
    await service.freeze(world.runtime, MONTH)
    monkeypatch.setattr(freezing, "LATE_ROWS", 3)
    await write(world, [made(n, OLD, n) for n in range(20, 30)])
    await service.thaw(world.runtime, MONTH)
    assert await numbers(world) == list(range(30))
    assert files(world) == []


async def test_what_changes_while_it_is_written_is_written_anew(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await write(world, [made(n, OLD, n + 1) for n in range(20)])
    # The month has its table before somebody writes into it.
    await service.settle(world.runtime)
    genuine, times = coldfile.ColdWriter.finish, 0

    def finish(self: coldfile.ColdWriter) -> Written:
        nonlocal times
        times += 1
        if times == 1:
            asyncio.run_coroutine_threadsafe(disturb(), loop).result(30)
        return genuine(self)

    async def disturb() -> None:
        await write(world, [made(20, OLD, 4)])
        async with world.runtime.database.owner() as session:
            await session.execute(
                text("update events set customer_id = null where customer_id = 3")
            )

    loop = asyncio.get_running_loop()
    monkeypatch.setattr(coldfile.ColdWriter, "finish", finish)
    frozen = await service.freeze(world.runtime, MONTH)
    assert (times, frozen.file_rows, len(files(world))) == (2, 21, 1)
    told = pq.read_table(files(world)[0]).to_pylist()
    assert {row["customer_id"] for row in told} == {*range(1, 21), None} - {3}
    assert await numbers(world) == []


async def test_refusals_change_nothing(world: World) -> None:
    async def handle(_: AsyncSession, __: Sequence[Recorded]) -> None:
        return

    reader = Reader("slow", frozenset({"page.viewed"}), handle)
    await register(world.runtime, [reader])
    await write(world, [made(1, OLD), made(2, NOW)])
    for month, error in (
        (MONTH, UnreadMonthError),
        (month_of(NOW), YoungMonthError),
        (add_months(MONTH, -5), UnknownMonthError),
    ):
        with pytest.raises(error):
            await service.freeze(world.runtime, month)
    assert await numbers(world) == [1, 2]
    async with asyncio.timeout(60):
        while not await read_batch(world.runtime, reader):
            await asyncio.sleep(0.01)
    frozen = await service.freeze(world.runtime, MONTH)

    # A file that was altered is not thawed, and stays.
    [file] = files(world)
    whole = file.read_bytes()
    file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    with pytest.raises(DamagedFileError, match="checksum"):
        await service.thaw(world.runtime, MONTH)
    file.write_bytes(whole)
    await service.thaw(world.runtime, MONTH)
    assert (frozen.file_rows, await numbers(world)) == (1, [1, 2])
    # What comes back is not news.
    assert await read_batch(world.runtime, reader) == 0


async def test_erased_people_leave_files_by_night_and_never_come_back(world: World) -> None:
    await write(world, [made(n, OLD, n % 4 + 1, Paid) for n in range(12)])
    await service.freeze(world.runtime, MONTH)
    runtime, corp_id = world.runtime, world.corp_id
    told = await service.read_persons(runtime, corp_id, [2])
    assert [row["props"] for row in told] == [
        {"number": n, "before": "who he was"} for n in (1, 5, 9)
    ]
    async with runtime.database.owner() as session:
        await service.forget_persons(session, corp_id, [2])
    # At once nobody is given it any more; the file follows.
    assert await service.read_persons(runtime, corp_id, [2]) == []
    [file] = files(world)
    assert 2 in {row["customer_id"] for row in pq.read_table(file).to_pylist()}
    assert (await service.keep(runtime))["cleaned"] == 1
    [cleaned] = files(world)
    rows = pq.read_table(cleaned).to_pylist()
    assert cleaned.name != file.name
    assert {row["customer_id"] for row in rows} == {1, None, 3, 4}
    gone = [row for row in rows if row["customer_id"] is None]
    assert {(row["props"], row["source"]) for row in gone} == {
        (f'{{"number": {n}}}', "inbox") for n in (1, 5, 9)
    }
    assert (await service.keep(runtime))["cleaned"] == 0

    # A thaw before the night leaves him out as well.
    async with runtime.database.owner() as session:
        await service.forget_persons(session, corp_id, [3])
    await service.thaw(runtime, MONTH)
    assert await numbers(world) == list(range(12))
    assert await numbers(world, "customer_id is null and not props ? 'before'") == [
        1, 2, 5, 6, 9, 10,
    ]  # fmt: skip
    assert await numbers(world, "customer_id in (2, 3)") == []


async def test_old_months_are_frozen_by_night_where_it_is_set(world: World) -> None:
    months_back = ((1, OLD), (2, month_back(24)), (3, month_back(25)))
    await write(world, [made(number, at, kind=Paid) for number, at in months_back])
    assert (await service.keep(world.runtime))["frozen"] == 0
    object.__setattr__(
        world.runtime, "settings", world.runtime.settings.model_copy(update={"cold_months": 24})
    )
    assert (await service.keep(world.runtime))["frozen"] == 2
    assert await numbers(world) == [2]
    await service.thaw(world.runtime, MONTH)
    # Somebody wanted it back: it stays for a while.
    assert (await service.keep(world.runtime))["frozen"] == 0
    assert await numbers(world) == [1, 2]
