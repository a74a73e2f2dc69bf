"""Who holds the readers back is found and named, and afterwards they have all of it."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from tests.yutang.kernel.eventlog.logging_events import NOW, Viewed, made, numbers, write
from tests.yutang.world import World
from yutang.kernel.eventlog import holding, service
from yutang.kernel.readers import Reader, Recorded, read_batch, register


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Others of this test server may hold it back too, but none as long as these say."""
    monkeypatch.setattr(holding, "HELD_SECONDS", 0.5)


@asynccontextmanager
async def elsewhere(
    world: World, statement: str
) -> AsyncIterator[psycopg.AsyncConnection[tuple[object, ...]]]:
    """An open transaction in another database of the server."""
    url = world.runtime.database.url.rsplit("/", 1)[0] + "/postgres"
    connection = await psycopg.AsyncConnection.connect(url, application_name="somebody's")
    try:
        await connection.execute(statement.encode())
        yield connection
    finally:
        await connection.rollback()
        await connection.close()


def collector() -> tuple[Reader, list[int]]:
    """A reader and what it saw."""
    seen: list[int] = []

    async def handle(_: AsyncSession, events: Sequence[Recorded]) -> None:
        seen.extend(event.props["number"] for event in events)

    return Reader("test", frozenset({Viewed.kind}), handle), seen


async def read_all(world: World, reader: Reader, seen: list[int], many: int) -> None:
    """Read until there are so many."""
    async with asyncio.timeout(60):
        while len(seen) < many:
            await read_batch(world.runtime, reader)
            await asyncio.sleep(0.01)


async def test_a_writing_transaction_in_another_database_is_named_and_outlived(
    world: World,
) -> None:
    reader, seen = collector()
    await register(world.runtime, [reader])
    await world.sign_in()
    async with elsewhere(world, "select pg_current_xact_id()") as other:
        await write(world, [made(n, NOW) for n in range(5)])
        await asyncio.sleep(0.7)
        assert await read_batch(world.runtime, reader) == 0
        told = (await world.http.get("/api/log")).json()["reading"]
        held = told["held"]
        assert held is not None
        if held["pid"] == other.info.backend_pid:
            assert (held["database"], held["application"]) == ("postgres", "somebody's")
            assert (held["state"], held["seconds"] > 0.5) == ("idle in transaction", True)
        assert {row["name"]: row["behind"] for row in told["readers"]}["test"] == 5
        metrics = (await world.http.get("/metrics")).text
        assert 'yutang_reader_behind_rows{reader="test"} 5.0' in metrics
        seconds = next(
            line for line in metrics.splitlines() if line.startswith("yutang_readers_held_seconds")
        )
        assert float(seconds.split()[1]) > 0.5
        assert "yutang_log_months_ahead 3.0" in metrics
    await read_all(world, reader, seen, 5)
    assert seen == [0, 1, 2, 3, 4]


async def test_a_long_reading_holds_nobody(
    world: World,
) -> None:
    reader, seen = collector()
    await register(world.runtime, [reader])
    # Half an hour of it is no different from a second: it has no xid.
    async with elsewhere(world, "begin"), world.runtime.database.unhurried() as session:
        await session.execute(text("select count(*) from events"))
        await write(world, [made(n, NOW) for n in range(5)])
        await read_all(world, reader, seen, 5)
    assert seen == [0, 1, 2, 3, 4]


async def test_a_clock_that_jumps_back_changes_nothing(world: World) -> None:
    reader, seen = collector()
    await register(world.runtime, [reader])
    for n, hours in enumerate((0, 5, -3, -48, 7, -7)):
        await write(world, [made(n, NOW + timedelta(hours=hours))])
        await read_all(world, reader, seen, n + 1)
    assert seen == [0, 1, 2, 3, 4, 5]


@pytest.mark.proof
@pytest.mark.timeout(300)
async def test_killed_between_work_and_commit_readers_do_each_thing_once(world: World) -> None:
    """The effect stands in the database with the cursor: both or neither."""
    reader, _ = collector()
    await register(world.runtime, [reader])
    async with world.runtime.database.owner() as session:
        await session.execute(text("create table effects (number int)"))
    await write(world, [made(n, datetime.now(UTC)) for n in range(40)])
    program = (
        "import asyncio, os, random, signal, sys\n"
        "from pathlib import Path\n"
        "from sqlalchemy import text\n"
        "from yutang.bootstrap import build_runtime\n"
        "from yutang.kernel import readers\n"
        "from yutang.kernel.settings import Settings\n"
        "readers.BATCH_ROWS = 7\n"
        "async def handle(session, events):\n"
        "    for event in events:\n"
        "        await session.execute(text('insert into effects values (:n)'),"
        " {'n': event.props['number']})\n"
        "    if random.random() < 0.7:\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "async def main():\n"
        "    runtime = build_runtime(Settings(home=Path(sys.argv[2]), database_url=sys.argv[1]))\n"
        "    reader = readers.Reader('test', frozenset({'page.viewed'}), handle)\n"
        "    while await readers.read_batch(runtime, reader): pass\n"
        "kills = 0\n"
        "while True:\n"
        "    pid = os.fork()\n"
        "    if pid == 0:\n"
        "        random.seed()\n"
        "        asyncio.run(main())\n"
        "        os._exit(0)\n"
        "    if os.waitpid(pid, 0)[1] == 0: break\n"
        "    kills += 1\n"
        "print(kills)\n"
    )
    done = await asyncio.to_thread(
        subprocess.run,
        (
            *(sys.executable, "-c", program),
            *(world.runtime.database.url, str(world.runtime.settings.home)),
        ),
        check=True,
        capture_output=True,
    )
    assert int(done.stdout) > 0
    async with world.runtime.database.owner() as session:
        told = list(await session.scalars(text("select number from effects order by 1")))
    assert told == list(range(40))
    assert await numbers(world) == list(range(40))
    assert await service.settle(world.runtime) == 0
