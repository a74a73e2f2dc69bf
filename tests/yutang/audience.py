"""The audience engine as tests have it: one store a process, a database for each test."""

import atexit
import shutil
import tempfile
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.yutang.world import World
from yutang.kernel.runtime import Runtime

if TYPE_CHECKING:
    from yutang.people.audience.engine import Engine
    from yutang.people.audience.store import Store


@cache
def store_folder() -> Path:
    """In memory where the machine has such a folder: ClickHouse knows one path a process."""
    memory = Path("/dev/shm")  # noqa: S108 - the kernel's own, made for this
    folder = Path(
        tempfile.mkdtemp(prefix="yutang-audience-", dir=memory if memory.is_dir() else None)
    )
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder / "store"


def fresh_store() -> "Store":
    """Nothing of another test is in it. Not opened."""
    # Here: most tests need no engine and are quicker without its libraries.
    from yutang.people.audience.store import Limits, Store  # noqa: PLC0415

    return Store(f"chdb://{store_folder()}", f"t{uuid.uuid4().hex}", Limits(memory_bytes=1 << 29))


@asynccontextmanager
async def open_audience(runtime: Runtime) -> AsyncIterator["Engine"]:
    """An engine in this process: `service.ask` and the API of `runtime` are answered by it.

    Nothing feeds it by itself: `await engine.catch_up()` reads what there is.
    """
    from yutang.people.audience import service as audience_service  # noqa: PLC0415
    from yutang.people.audience.engine import Engine  # noqa: PLC0415

    engine = Engine(fresh_store(), runtime)
    await engine.open()
    audience_service.desk(runtime).engine = engine
    try:
        yield engine
    finally:
        audience_service.desk(runtime).engine = None
        await engine.store.drop()
        await engine.close()


@pytest.fixture
async def audience(world: World) -> AsyncIterator["Engine"]:
    """The engine of `world`, with everything read."""
    async with open_audience(world.runtime) as engine:
        await engine.catch_up()
        yield engine
