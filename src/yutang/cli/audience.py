"""`yutang audience`: the engine that counts segments."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer
import uvloop
from clickhouse_connect.driver.exceptions import ClickHouseError
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn
from rich.table import Table

from yutang.bootstrap import build_runtime
from yutang.kernel import logging
from yutang.kernel.errors import DomainError
from yutang.kernel.processes import calm_collector
from yutang.kernel.runtime import Runtime
from yutang.kernel.settings import Settings
from yutang.people.audience import running
from yutang.people.audience import service as audience
from yutang.people.audience.door import build_door
from yutang.people.audience.errors import (
    ForeignFolderError,
    ForeignStoreError,
    StoreHeldError,
    StoreTornError,
)
from yutang.people.audience.schemas import CorpStatus, Status
from yutang.people.corps import service as corps
from yutang.people.rfm import service as rfm

from .opening import NoServerError, with_database
from .up import settings_with

ANSWERING = (rfm,)
"""Imported so that the engine answers their questions too."""
T = TypeVar("T")
Home = Annotated[Path | None, typer.Option(help="Folder of data and keys.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object instead of a table.")]

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_show_locals=False,
    invoke_without_command=True,
    help="The engine that counts segments: run it, ask how it stands, have it read all again.",
)
errors = Console(stderr=True, highlight=False)
out = Console(highlight=False)


@app.callback()
def audience_engine(context: typer.Context) -> None:
    """Without a command: run."""
    if context.invoked_subcommand is None:
        run()


@app.command()
def run() -> None:
    """Own the store until SIGTERM: feed it, and answer the api."""
    settings = Settings()
    logging.configure(settings.log_level, json=settings.log_json)
    calm_collector()
    try:
        uvloop.run(running.run(build_runtime(settings, pool_size=4), build_door))
    except (StoreHeldError, ForeignFolderError, ForeignStoreError, StoreTornError) as error:
        errors.print(str(error), markup=False, style="red")
        raise typer.Exit(1) from error
    except ClickHouseError as error:
        errors.print(f"ClickHouse: {str(error)[:300]}", markup=False, style="red")
        raise typer.Exit(1) from error


def _asking(home: Path | None, work: Callable[[Runtime], Awaitable[T]]) -> T:
    async def act() -> T:
        runtime = build_runtime(with_database(settings), pool_size=1)
        try:
            return await work(runtime)
        finally:
            await runtime.close()

    settings = settings_with(home=home.absolute() if home else None)
    try:
        return asyncio.run(act())
    except (DomainError, NoServerError) as error:
        errors.print(str(error), markup=False, style="red")
        raise typer.Exit(1) from error


@app.command()
def status(home: Home = None, as_json: AsJson = False) -> None:
    """How the engine stands. Exit status 1 where it is away or nothing new comes in."""
    found = _asking(home, audience.status)
    if as_json:
        typer.echo(found.model_dump_json())
    else:
        _show(found)
    raise typer.Exit(1 if found.state in {"away", "stale"} else 0)


def _show(found: Status) -> None:
    out.print(f"state: {found.state}")
    if found.state == "away":
        out.print(found.why, markup=False)
        return
    if found.stale_since is not None:
        out.print(f"stale since {_moment(found.stale_since)}: {found.why}", markup=False)
    out.print(
        f"as of {_moment(found.as_of)}; waiting: {found.marks:,} marks"
        f" ({found.marks_lag_seconds:.1f} s), {found.events_behind:,} events"
        f" ({found.events_lag_seconds:.1f} s)"
    )
    out.print(
        f"memory {found.memory_bytes / 2**20:,.0f} MB, of it bitmaps"
        f" {found.kept_bytes / 2**20:,.1f} of {found.budget_bytes / 2**20:,.0f} MB"
    )
    tables = Table("table", "rows", "bytes")
    for one in found.tables:
        tables.add_row(one.name, f"{one.rows:,}", f"{one.bytes:,}")
    out.print(tables)
    building = Table("corp", "read at", "now")
    for corp in found.corps:
        now = "" if corp.built_at else f"{corp.stage} {corp.done:,}/{corp.total:,}"
        building.add_row(str(corp.corp_id), _moment(corp.built_at), now)
    out.print(building)


def _moment(moment: datetime | None) -> str:
    return "–" if moment is None else f"{moment.astimezone():%Y-%m-%d %H:%M:%S}"


@app.command()
def rebuild(
    corp: Annotated[
        str | None, typer.Option(help="This company only, by its corpid; default: all.")
    ] = None,
    home: Home = None,
) -> None:
    """Have the running engine read everything again; until it has, nothing can be counted."""

    async def act(runtime: Runtime) -> int:
        corp_id = None
        if corp is not None:
            async with runtime.database.owner() as session:
                corp_id = await corps.find_corp_id(session, corp)
            if corp_id is None:
                errors.print(f"there is no company {corp}", markup=False, style="red")
                return 1
        wanted = await audience.rebuild(runtime, corp_id)
        await _watch(runtime, set(wanted))
        return 0

    raise typer.Exit(_asking(home, act))


async def _watch(runtime: Runtime, wanted: set[int]) -> None:
    began = time.monotonic()
    with Progress(
        TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed:,.0f}")
    ) as bars:
        bar = bars.add_task("waiting", total=None)
        while True:
            found = await audience.status(runtime)
            here = [one for one in found.corps if one.corp_id in wanted]
            now = next((one for one in here if one.built_at is None), None)
            if now is not None:
                bars.update(
                    bar, description=_doing(now), completed=now.done, total=now.total or None
                )
            elif not await _is_wanted(runtime, wanted):
                break
            await asyncio.sleep(0.2)
    out.print(f"read in {time.monotonic() - began:.1f} s")


def _doing(corp: CorpStatus) -> str:
    return f"corp {corp.corp_id}: {corp.stage}"


async def _is_wanted(runtime: Runtime, wanted: set[int]) -> bool:
    return bool(wanted & set(await audience.waiting(runtime)))


@app.command()
def check(home: Home = None, as_json: AsJson = False) -> None:
    """Read every part of the store. Exit status 1 where something cannot be read."""
    told: dict[str, Any] = _asking(home, lambda runtime: audience.ask(runtime, 0, "check", {}))
    wrong: list[str] = told["wrong"]
    if as_json:
        typer.echo(json.dumps({"ok": not wrong, "wrong": wrong}))
    elif wrong:
        for line in wrong:
            out.print(line, markup=False, style="red")
        out.print("restart the engine: it sets the store aside and reads everything again")
    else:
        out.print("every part can be read")
    raise typer.Exit(1 if wrong else 0)
