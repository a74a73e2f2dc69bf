"""`yutang worker`: one process, for whoever supervises it himself."""

import asyncio
from typing import Annotated

import typer
import uvloop

from yutang.kernel.processes import calm_collector
from yutang.kernel.settings import Settings
from yutang.worker import UnknownLaneError, run


def worker(
    lanes: Annotated[
        str,
        typer.Option(
            help="Which lanes: welcome, inbox, collect, events, tags, jobs, lists, notices."
        ),
    ] = "welcome,inbox,collect,events,tags,jobs,lists,notices",
) -> None:
    """Run background work: the named lanes until SIGTERM."""
    calm_collector()
    wanted = frozenset(lane.strip() for lane in lanes.split(",") if lane.strip())
    try:
        uvloop.run(run(Settings(), wanted))
    except (UnknownLaneError, asyncio.CancelledError) as error:
        raise typer.BadParameter(str(error)) from error
