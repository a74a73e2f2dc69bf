"""The process that owns the store: feeds it, and answers at its door."""

import asyncio
import contextlib
import os
import signal
import socket
from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlsplit

import structlog
import uvicorn

from yutang.kernel import events, locking, sockets
from yutang.kernel.fitting import machine_bytes
from yutang.kernel.lanes import ending
from yutang.kernel.runtime import Runtime
from yutang.kernel.settings import Settings
from yutang.kernel.signals import Signals

from .asking import desk, socket_of
from .engine import Engine
from .errors import ForeignFolderError
from .store import SCHEME, Limits, Store

log = structlog.get_logger(__name__)

LOCK: Final = "audience"
DATABASE: Final = "yutang"
PORT: Final = 7702
"""Where `YUTANG_AUDIENCE_URL` names none."""
_BACKLOG: Final = 256
_MOST_BYTES: Final = 6 << 30
_UPKEEP_SECONDS: Final = 3600.0
_STOP_SECONDS: Final = 2
_CLOSE_SECONDS: Final = 2.5
"""Together less than the supervisor waits before it kills."""
_RETRY_SECONDS: Final = 2.0


def memory_of(settings: Settings) -> int:
    """How much the engine may take: a quarter of the machine, PostgreSQL has the other."""
    return settings.audience_memory_bytes or min(max(machine_bytes() // 4, 512 << 20), _MOST_BYTES)


def open_store(settings: Settings) -> Store:
    """As the settings say; half of the memory is for queries, a quarter for one of them."""
    dsn = settings.clickhouse_dsn
    memory = memory_of(settings)
    told = dsn.get_secret_value() if dsn is not None else f"{SCHEME}{settings.home / 'audience'}"
    named = "" if told.startswith(SCHEME) else urlsplit(told).path.strip("/")
    return Store(told, named or DATABASE, Limits(memory_bytes=memory // 2))


def open_engine(runtime: Runtime) -> Engine:
    """Not opened yet; a quarter of the memory is for bitmaps."""
    return Engine(
        open_store(runtime.settings),
        runtime,
        budget_bytes=memory_of(runtime.settings) // 4,
    )


Door = Callable[[Engine], Any]


async def run(runtime: Runtime, door: Door) -> None:
    """Until SIGTERM or SIGINT; `door` makes the ASGI app that answers.

    Raises StoreHeldError, ForeignFolderError, ForeignStoreError, StoreTornError, ClickHouseError.
    """
    engine = open_engine(runtime)
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    try:
        async with locking.holding(runtime.database.url, LOCK):
            await engine.open()
            desk(runtime).engine = engine
            await _serve(engine, door, stop)
    finally:
        desk(runtime).engine = None
        try:
            async with asyncio.timeout(_CLOSE_SECONDS):
                await engine.close()
                await runtime.close()
        except TimeoutError:
            # A query that does not hear of its end would hold the process; the files stand that.
            log.error("audience.stuck", seconds=_CLOSE_SECONDS)  # noqa: TRY400 - no traceback helps
            os._exit(1)


async def _serve(engine: Engine, door: Door, stop: asyncio.Event) -> None:
    signals = Signals(engine.runtime.database.url, (events.SIGNAL,))
    server, sockets = _server(engine, door)
    tasks = [
        asyncio.create_task(signals.listen()),
        asyncio.create_task(engine.run(signals.watched)),
        asyncio.create_task(_upkeep(engine)),
        asyncio.create_task(server.serve(sockets)),
    ]
    stopping = asyncio.create_task(stop.wait())
    log.info("audience.started", store=engine.store.id)
    try:
        done, _ = await asyncio.wait({stopping, *tasks}, return_when=asyncio.FIRST_COMPLETED)
        for task in done - {stopping}:
            if (error := task.exception()) is not None:
                raise error
    finally:
        server.should_exit = True
        for task in (*tasks[:-1], stopping):
            task.cancel()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_STOP_SECONDS):
                await asyncio.gather(*tasks, return_exceptions=True)


def _server(engine: Engine, door: Door) -> tuple[uvicorn.Server, list[socket.socket]]:
    config = uvicorn.Config(
        door(engine),
        loop="uvloop",
        http="httptools",
        access_log=False,
        log_config=None,
        lifespan="off",
        timeout_graceful_shutdown=_STOP_SECONDS - 1,
    )
    server = uvicorn.Server(config)
    # Signals are ours: the feed ends with the door.
    server.capture_signals = contextlib.nullcontext  # type: ignore[method-assign,assignment]
    return server, [listen(engine.runtime.settings)]


def listen(settings: Settings) -> socket.socket:
    """On a socket that only our own user may open, or where the settings say.

    Raises ForeignFolderError.
    """
    if settings.audience_url is not None:
        told = urlsplit(settings.audience_url)
        return socket.create_server((told.hostname or "127.0.0.1", told.port or PORT))
    path = socket_of(settings.home)
    if not path.parent.exists():
        path.parent.mkdir(mode=0o700)
    if path.parent != settings.home and not sockets.is_folder_of(path.parent, {os.geteuid()}):
        raise ForeignFolderError(path.parent)
    # Of an earlier life: the lock says that it has ended.
    path.unlink(missing_ok=True)
    found = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    before = os.umask(0o177)
    try:
        found.bind(str(path))
    finally:
        os.umask(before)
    found.listen(_BACKLOG)
    return found


async def _upkeep(engine: Engine) -> None:
    """Once an hour: what is kept no longer, what is deleted."""
    while True:
        try:
            await engine.upkeep()
        except Exception:
            if ending():
                raise
            log.exception("audience.upkeep_failed")
            await asyncio.sleep(_RETRY_SECONDS)
        await asyncio.sleep(_UPKEEP_SECONDS)
