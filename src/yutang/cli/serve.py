"""`yutang api` and `yutang worker`: one process each, for whoever supervises them himself."""

import asyncio
import gc
from typing import Annotated

import typer
import uvicorn
import uvloop

from yutang import worker as worker_process
from yutang.api import create_app
from yutang.kernel.settings import Settings


def api(
    fd: Annotated[int | None, typer.Option(help="Serve on this inherited socket.")] = None,
) -> None:
    """Run the HTTP api, the callback door and the admin pages."""
    settings = Settings()
    config = uvicorn.Config(
        create_app(settings),
        host=settings.host,
        port=settings.port,
        fd=fd,
        loop="uvloop",
        http="httptools",
        access_log=False,
        log_config=None,
        backlog=4096,
        timeout_graceful_shutdown=2,
    )
    _calm_collector()
    uvicorn.Server(config).run()


def worker(
    lanes: Annotated[
        str, typer.Option(help="Which lanes: welcome, inbox, events, tags, jobs, lists.")
    ] = "welcome,inbox,events,tags,jobs",
) -> None:
    """Run background work: the named lanes until SIGTERM."""
    _calm_collector()
    wanted = frozenset(lane.strip() for lane in lanes.split(",") if lane.strip())
    try:
        uvloop.run(worker_process.run(Settings(), wanted))
    except (worker_process.UnknownLaneError, asyncio.CancelledError) as error:
        raise typer.BadParameter(str(error)) from error


def _calm_collector() -> None:
    """Full collections of what lives as long as the process took the callback's p99 to 53 ms."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
