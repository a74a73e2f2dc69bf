"""A real engine, killed while it reads, and with files that somebody damaged."""

import asyncio
import os
import random
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from tests.yutang.people.audience.test_engine import EVERYBODY, people, wear
from tests.yutang.people.audience.test_persons import did
from tests.yutang.world import World
from yutang.people.audience import service
from yutang.people.audience.errors import AudienceAwayError, AudienceSilentError

pytestmark = [pytest.mark.proof, pytest.mark.timeout(600)]
KINDS = ("note.added", "page.viewed", "order.paid")


@asynccontextmanager
async def engine_of(world: World, **more: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """A process of its own on the world's home and database; `more` is for its environment."""
    settings = world.runtime.settings
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "yutang",
        "audience",
        env={
            **os.environ,
            "YUTANG_HOME": str(settings.home),
            "YUTANG_DATABASE_URL": world.runtime.database.url,
            "YUTANG_LOG_LEVEL": "ERROR",
            **more,
        },
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
            await process.wait()


async def answers(world: World) -> None:
    """Wait for it."""
    async with asyncio.timeout(120):
        while (await service.status(world.runtime)).state == "away":
            await asyncio.sleep(0.05)


async def caught_up(world: World) -> None:
    """Wait until nothing waits."""
    async with asyncio.timeout(240):
        while True:
            found = await service.status(world.runtime)
            if found.state == "current" and not found.marks and not found.events_behind:
                return
            if found.state == "away":
                raise AudienceAwayError(found.why)
            await asyncio.sleep(0.1)


async def numbers(world: World) -> dict[str, Any]:
    """What the engine counts."""
    found: dict[str, Any] = {}
    for kind in KINDS:
        for times in range(1, 60, 7):
            leaf = {**did(kind), "compare": {"is": "exactly", "n": times}}
            counted = await service.count(world.runtime, world.corp_id, leaf, None)
            found[f"{kind} {times}"] = counted.total
    for tag_share in await service.crosstab(world.runtime, world.corp_id, EVERYBODY, None):
        found[f"tag {tag_share.tag_id}"] = tag_share.both
    status = await service.status(world.runtime)
    found["events"] = next(one.rows for one in status.tables if one.name == "events")
    return found


async def test_killed_amid_batches_it_counts_what_a_rebuild_counts(world: World) -> None:
    rng = random.Random(7)
    await people(world, *range(1, 301))
    total = 0
    for _ in range(5):
        async with engine_of(world) as process:
            await answers(world)
            for _ in range(4):
                size = rng.randint(5_000, 20_000)
                total += size
                async with world.runtime.database.owner() as session:
                    await session.execute(
                        text(
                            "insert into events (corp_id, customer_id, kind, at, actor, props,"
                            " source) select :c, 1 + n % 300,"
                            " (cast(:kinds as text[]))[1 + n * 7 % 3], now(), 'system',"
                            " '{}', 'api' from generate_series(1, :size) n"
                        ),
                        {"c": world.corp_id, "kinds": list(KINDS), "size": size},
                    )
                await wear(world, rng.randint(1, 10**6), *rng.sample(range(1, 301), 150))
                await asyncio.sleep(rng.random() * 0.4)
            process.kill()
            await process.wait()
    async with engine_of(world):
        await answers(world)
        await caught_up(world)
        resumed = await numbers(world)
        assert resumed["events"] == total
        await service.rebuild(world.runtime)
        async with asyncio.timeout(240):
            while await service.waiting(world.runtime):
                await asyncio.sleep(0.1)
        await caught_up(world)
        assert await numbers(world) == resumed

    # While it is down somebody damages a part: it is set aside and read anew.
    store = world.runtime.settings.home / "audience" / "store"
    for damaged in sorted(store.rglob("data.bin"))[:50]:
        with damaged.open("r+b") as file:
            file.write(b"xx")
    for _ in range(3):
        # Whoever meets it first, the feed or a question, ends the process; what starts it again
        # here is the loop, else the supervisor.
        async with engine_of(world):
            try:
                await answers(world)
                await caught_up(world)
                assert await numbers(world) == resumed
            except (AudienceSilentError, TimeoutError):
                continue
            break
    else:
        pytest.fail("damaged parts were not set aside")


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """A disk of its own; only root may mount one."""
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder],  # noqa: S607 - wherever it is
        check=False, capture_output=True,
    )  # fmt: skip
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)  # noqa: S607


def enlarge(disk: Path) -> None:
    """Make room on it."""
    subprocess.run(["mount", "-o", "remount,size=2g", disk], check=True)  # noqa: S607


async def test_a_full_disk_stops_the_feed_and_nothing_else(world: World, tmp_path: Path) -> None:
    await people(world, *range(1, 301))
    with small_disk(tmp_path / "disk", "48m") as disk:
        async with engine_of(world, YUTANG_CLICKHOUSE_DSN=f"chdb://{disk}/store"):
            await answers(world)
            await caught_up(world)
            total = 0
            while True:
                async with world.runtime.database.owner() as session:
                    await session.execute(
                        text(
                            "insert into events (corp_id, customer_id, kind, at, actor, props,"
                            " source) select :c, 1 + n % 300, 'page.viewed', now(), 'system',"
                            " jsonb_build_object('x', gen_random_uuid(), 'y', gen_random_uuid()),"
                            " 'api' from generate_series(1, 50000) n"
                        ),
                        {"c": world.corp_id},
                    )
                total += 50_000
                await asyncio.sleep(1)
                if (found := await service.status(world.runtime)).why:
                    break
                assert total < 5_000_000, "48 MB were never full"
            assert found.state == "stale"
            assert "space" in found.why.lower()
            # What is known is still told, with its age; the product goes on.
            counted = await service.count(world.runtime, world.corp_id, EVERYBODY, None)
            assert (counted.total, counted.stale_since) == (300, found.as_of)
            await people(world, 301)
            enlarge(disk)
            await caught_up(world)
            counted = await service.count(world.runtime, world.corp_id, EVERYBODY, None)
            assert (counted.total, counted.stale_since) == (301, None)
            assert (await numbers(world))["events"] == total


async def test_the_command_asks_the_running_engine(world: World) -> None:
    async with engine_of(world):
        await answers(world)
        other = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "yutang", "audience", "check",
            env={**os.environ, "YUTANG_HOME": str(world.runtime.settings.home),
                 "YUTANG_DATABASE_URL": world.runtime.database.url},
            stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        out, _ = await other.communicate()
        assert (other.returncode, out.decode().strip()) == (0, "every part can be read")
