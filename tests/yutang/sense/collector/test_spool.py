"""While the database is away batches go onto the disk; nothing is lost, nothing counts twice."""

import asyncio
import os
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from tests.pg import FAST
from tests.yutang.sense.collector.sending import handled, logged, make, post, rows, viewed, waiting
from tests.yutang.world import World, open_world
from yutang.kernel.postgres import LocalPostgres
from yutang.migrating import upgrade
from yutang.sense.collector.spool import Spool, SpoolFullError, read_frames

WAIT_SECONDS = 60


@pytest.fixture
def own_server() -> Iterator[LocalPostgres]:
    """A server of this test's own, which it may stop."""
    memory = Path("/dev/shm")  # noqa: S108 - the kernel's own, made for this
    with tempfile.TemporaryDirectory(
        prefix="yutang-test-", dir=memory if memory.is_dir() else None
    ) as folder:
        Path(folder).chmod(0o755)
        server = LocalPostgres(Path(folder) / "pg", settings=FAST)
        server.start()
        upgrade(server.dsn())
        try:
            yield server
        finally:
            server.stop()


async def _drained(world: World) -> None:
    async with asyncio.timeout(WAIT_SECONDS):
        while world.api.batches.spool.files():
            await asyncio.sleep(0.05)


async def test_a_restart_of_the_database_loses_nothing(
    own_server: LocalPostgres, tmp_path: Path
) -> None:
    async with open_world(own_server.dsn(), tmp_path) as world:
        made = await make(world)
        key = made["key"]
        before = await post(world, key, "batch", {"batch": [viewed(1), viewed(2)]})
        own_server.stop()
        away = [
            await post(world, key, "batch", {"batch": [viewed(n), viewed(n + 1)]})
            for n in (2, 3, 4)
        ]
        stray = await post(world, key, "page", {"no": "id"})
        own_server.start()
        after = await post(world, key, "batch", {"batch": [viewed(9)]})
        assert [one.status_code for one in (before, after)] == [200, 200]
        assert [one.json() for one in away] == [{"accepted": 2, "refused": [], "spooled": True}] * 3
        assert (stray.status_code, stray.json()["accepted"]) == (202, 0)
        await _drained(world)
        await handled(world)
        assert sorted(await logged(world)) == [
            ("page.viewed", f"page {n}") for n in (1, 2, 3, 4, 5, 9)
        ]


async def test_what_lies_there_is_replayed_once_however_often_it_is_read(world: World) -> None:
    """Killed between its commit and the file's end, the drainer replays it whole again."""
    made = await make(world)
    writer = world.api.batches
    spool = Spool(writer.spool.folder, 1 << 30)
    for number in (1, 2):
        body = {"batch": [viewed(number)]}
        await post(world, made["key"], "batch", body)
        [(corp_id, source_id)] = await rows(world, "select corp_id, id from collect_sources")
        assert (corp_id, source_id) == (world.corp_id, made["source"]["id"])
    found = await rows(
        world,
        "select corp_id, source_id, batch, proof, received_at, shape, coding, body, events"
        " from collect_batches order by id",
    )
    from yutang.sense.collector.writer import Batch  # noqa: PLC0415 - of this test alone

    frames = [Batch(*row).pack() for row in found]
    for _ in range(2):
        spool.append(frames)
        spool.let_go()
        await _drained(world)
        await handled(world)
    assert sorted(await logged(world)) == [("page.viewed", "page 1"), ("page.viewed", "page 2")]


CHILD = """
import os, sys
from pathlib import Path
from yutang.sense.collector.spool import Spool
spool = Spool(Path(sys.argv[1]), 1 << 30)
number = 0
while True:
    spool.append([b"%08d" % number + b"x" * 50_000])
    number += 1
    print(number, flush=True)
"""


def test_what_a_kill_left_half_written_is_passed_over_and_the_rest_is_there(
    tmp_path: Path,
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, str(tmp_path)], stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        for line in child.stdout:
            told = int(line)
            if told == 20:
                child.send_signal(signal.SIGKILL)
                break
    spool = Spool(tmp_path, 1 << 30)
    [path] = spool.files()
    with spool.taken(path) as mine:
        assert mine
        numbers = [int(frame[:8]) for frame in read_frames(path)]
    assert numbers[:20] == list(range(20))
    whole = path.read_bytes()
    # Torn within its last frame, and spoilt in the middle: all others are read.
    path.write_bytes(whole[:-100])
    assert [int(frame[:8]) for frame in read_frames(path)] == numbers[:-1]
    path.write_bytes(whole[:80_000] + b"\0" * 100 + whole[80_100:])
    assert [int(frame[:8]) for frame in read_frames(path)] == [one for one in numbers if one != 1]


def test_nobody_replays_what_another_still_writes(tmp_path: Path) -> None:
    writing, other = Spool(tmp_path, 1 << 30), Spool(tmp_path, 1 << 30)
    writing.append([b"one"])
    [path] = other.files()
    with other.taken(path) as mine:
        assert not mine
    writing.let_go()
    with other.taken(path) as mine:
        assert mine
        assert list(read_frames(path)) == [b"one"]


def test_a_full_disk_keeps_all_or_nothing(tmp_path: Path) -> None:
    spool = Spool(tmp_path, 1 << 30)
    spool.append([b"whole"])
    [path] = spool.files()
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    former = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 1000, hard))
        with pytest.raises(OSError, match="File too large"):
            spool.append([b"a" * 500, os.urandom(5000)])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        signal.signal(signal.SIGXFSZ, former)
    spool.append([b"again"])
    assert list(read_frames(path)) == [b"whole", b"again"]


async def test_where_neither_takes_it_the_sender_is_told_to_come_again(world: World) -> None:
    made = await make(world)
    spool = world.api.batches.spool
    small = Spool(spool.folder, 100)
    with pytest.raises(SpoolFullError):
        small.append([uuid4().bytes * 10])
    assert small.files() == []
    world.api.batches.spool = small
    # As if the database were away: its address leads nowhere.
    await world.api.batches.drop_connection()
    world.api.batches._url = "postgresql://nobody@127.0.0.1:1/none"  # noqa: SLF001 - see above
    answer = await post(world, made["key"], "batch", {"batch": [viewed(1)]})
    assert (answer.status_code, answer.json()["type"]) == (503, "collect.not_kept")
    assert answer.headers["retry-after"] == "5"
    assert await waiting(world) == 0
