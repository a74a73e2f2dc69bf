"""`yutang sync`: read a company from WeCom, or compare it, and watch."""

import asyncio
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

from yutang.kernel.errors import DomainError
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.sense.sync import service as sync
from yutang.sense.sync.errors import AlreadyReadingError, ReadElsewhereError
from yutang.sense.sync.schemas import Mode, RunProgress, SyncRead
from yutang.wecom.admission import NoQuotaError
from yutang.wecom.errors import WeComError

from .opening import UNREADY, open_runtime, reason_of

LOOK_SECONDS = 1.0
console = Console(highlight=False)


class NoSuchCorpError(RuntimeError):
    """The company is not among those that this installation serves."""


def sync_company(
    corp: Annotated[
        str | None, typer.Option(help="Only this company, by its corpid; default: all.")
    ] = None,
    full: Annotated[
        bool, typer.Option("--full", help="End what WeCom shows no longer; keep differences.")
    ] = False,
    reconcile: Annotated[
        bool, typer.Option("--reconcile", help="Compare lists of ids; read only what differs.")
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Only watch what is under way; start nothing.")
    ] = False,
    home: Annotated[Path | None, typer.Option(help="Folder of data and keys.")] = None,
) -> None:
    """Read departments, members, tags and customers from WeCom, with progress.

    A running worker does it, and goes on after Ctrl-C; without a worker this process does it,
    and what it has done by Ctrl-C is kept: the next call goes on from there.
    """
    if full and reconcile:
        message = "give --full or --reconcile, not both"
        raise typer.BadParameter(message)
    mode: Mode = "full" if full else "reconcile" if reconcile else "sync"
    try:
        runtime = open_runtime(home)
        with suppress(KeyboardInterrupt):
            well = asyncio.run(_run(runtime, corp, None if watch else mode))
            raise typer.Exit(0 if well else 1)
    except (NoSuchCorpError, DomainError, WeComError, *UNREADY) as error:
        console.print(f"[red]✗[/red] {reason_of(error)}", soft_wrap=True)
        raise typer.Exit(1) from error
    raise typer.Exit(130)


async def _run(runtime: Runtime, corpid: str | None, mode: Mode | None) -> bool:
    try:
        async with runtime.database.owner() as session:
            known = {
                door.corpid: door.corp_id
                for door in await corps.callback_doors(session, runtime.vault)
            }
        if corpid is not None and corpid not in known:
            message = f"there is no company {corpid} here; there are: {', '.join(sorted(known))}"
            raise NoSuchCorpError(message)
        if not known:
            message = "no company was added yet: `yutang corps add`"
            raise NoSuchCorpError(message)
        ended = [
            await _one(runtime, name, corp_id, mode)
            for name, corp_id in sorted(known.items())
            if corpid in {None, name}
        ]
        return all(ended)
    finally:
        await runtime.close()


async def _one(runtime: Runtime, corpid: str, corp_id: int, mode: Mode | None) -> bool:
    now = await _look(runtime, corp_id)
    began = runtime.clock()
    if mode is None:
        console.print(f"{corpid}: watching")
        return await _follow(runtime, corp_id, None)
    if not now.working:
        elsewhere = await _is_read_now(runtime, corp_id)
        console.print(
            f"{corpid}: another process reads it already; Ctrl-C leaves it going"
            if elsewhere
            else f"{corpid}: no worker runs, so this process does it; Ctrl-C keeps what is done"
        )
        work = asyncio.create_task(_work(runtime, corp_id, mode))
        return await _follow(runtime, corp_id, work)
    try:
        async with runtime.database.owner() as session:
            await sync.ask(session, corp_id, mode, "cli")
        console.print(f"{corpid}: a worker does it; Ctrl-C leaves it going")
    except AlreadyReadingError:
        console.print(f"{corpid}: one is under way already; Ctrl-C leaves it going")
    return await _follow(runtime, corp_id, None, began)


async def _work(runtime: Runtime, corp_id: int, mode: Mode) -> None:
    """Do it here; where the quota is used up, wait until there is some again.

    Where another process has it, wait until that is through.
    """
    while True:
        try:
            if mode == "reconcile":
                await sync.reconcile_corp(runtime, corp_id, "cli")
            else:
                await sync.sync_corp(runtime, corp_id, "cli", full=mode == "full")
            await _work_groups(runtime, corp_id, full=mode == "full")
        except NoQuotaError as error:
            await asyncio.sleep(max((error.until - runtime.clock()).total_seconds(), 1.0))
        except ReadElsewhereError:
            await _until_read(runtime, corp_id)
            return
        else:
            return


async def _work_groups(runtime: Runtime, corp_id: int, *, full: bool) -> None:
    while True:
        try:
            await sync.sync_groups(runtime, corp_id, "cli", full=full)
        except NoQuotaError as error:
            await asyncio.sleep(max((error.until - runtime.clock()).total_seconds(), 1.0))
        else:
            return


async def _until_read(runtime: Runtime, corp_id: int) -> None:
    while True:
        if not await _is_read_now(runtime, corp_id):
            return
        await asyncio.sleep(LOOK_SECONDS)


async def _follow(
    runtime: Runtime,
    corp_id: int,
    work: "asyncio.Task[None] | None",
    began: datetime | None = None,
) -> bool:
    """Show the run's row until it is over; whether it ended well."""
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    with Progress(*columns, TextColumn("{task.fields[told]}"), console=console) as bars:
        bar = bars.add_task("members", total=None, told="")
        while True:
            is_over = work is not None and work.done()
            read = await _look(runtime, corp_id)
            run = _current(read, began)
            if run is not None:
                told = _told(run, read)
                bars.update(bar, total=run.total, completed=run.done, told=told)
            idle = not read.waiting and (run is None or run.state != "running")
            if is_over or (work is None and idle):
                break
            await asyncio.sleep(LOOK_SECONDS)
    if work is not None:
        await work
    if run is None:
        console.print("nothing is under way")
        return True
    console.print(_summary(run))
    return run.state == "ended"


def _current(read: SyncRead, began: datetime | None) -> RunProgress | None:
    """The open run, else the newest that is not older than what was asked for."""
    runs = [run for run in read.runs if run.state == "running"] or sorted(
        read.runs, key=lambda run: run.updated_at, reverse=True
    )
    return next((run for run in runs if began is None or run.updated_at >= began), None)


def _told(run: RunProgress, read: SyncRead) -> str:
    parts = ["groups" if run.mode == "groups" else f"{run.relations:,} relations"]
    if run.per_second:
        parts.append(f"{run.per_second:,.0f}/s")
    if run.ends_at is not None:
        minutes = max((run.ends_at - run.updated_at).total_seconds() / 60, 0)
        parts.append(f"about {minutes:,.0f} min left")
    parts.append(f"{read.quota.used:,}/{read.quota.limit:,} calls this hour")
    return " · ".join(parts)


def _summary(run: RunProgress) -> str:
    if run.state == "failed":
        return f"[red]✗[/red] stopped: {run.reason}"
    if run.mode == "groups":
        return f"{run.done:,} groups read; {run.calls:,} calls"
    unread = f"; {run.unlicensed_members:,} members have no licence" if run.unlicensed else ""
    return (
        f"{run.relations:,} relations of {run.done:,} members: {run.new_customers:,} new customers,"
        f" {run.changed_customers:,} changed, {run.missing:,} relations added, {run.gone:,} ended,"
        f" {run.drifts:,} differences kept; {run.calls:,} calls{unread}"
    )


async def _is_read_now(runtime: Runtime, corp_id: int) -> bool:
    async with runtime.database.owner() as session:
        return await sync.is_read_now(session, corp_id)


async def _look(runtime: Runtime, corp_id: int) -> SyncRead:
    async with runtime.database.owner() as session:
        return await sync.read_sync(session, runtime, corp_id)
