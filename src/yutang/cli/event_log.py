"""`yutang log`: the event log's months, in the database and in files."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from rich.console import Console
from rich.table import Table

from yutang.kernel.errors import DomainError
from yutang.kernel.eventlog import service as eventlog
from yutang.kernel.eventlog.schemas import MonthState, ReadingRead
from yutang.kernel.runtime import Runtime

from .opening import UNREADY, open_runtime, reason_of

app = typer.Typer(
    add_completion=False, help="Months of the event log, hot and cold.", no_args_is_help=True
)
Home = Annotated[Path | None, typer.Option(help="Folder of data, files and keys.")]
MonthName = Annotated[str, typer.Argument(metavar="MONTH", help="As in 2024-01.")]
T = TypeVar("T")
MEGABYTE = 1_000_000


@app.callback()
def months() -> None:
    """Months of the event log, in the database and in files."""


def parse_month(name: str) -> date:
    """`2024-01`. Raises typer.BadParameter."""
    try:
        return datetime.strptime(name, "%Y-%m").replace(tzinfo=UTC).date()
    except ValueError as error:
        message = f"{name!r} is no month; write it as 2024-01"
        raise typer.BadParameter(message) from error


def _run(home: Path | None, work: Callable[[Runtime], Awaitable[T]]) -> T:
    async def whole() -> T:
        runtime = open_runtime(home)
        try:
            return await work(runtime)
        finally:
            await runtime.close()

    try:
        return asyncio.run(whole())
    except (DomainError, *UNREADY) as error:
        typer.echo(reason_of(error), err=True)
        raise typer.Exit(1) from error


@app.command("status")
def status(home: Home = None) -> None:
    """Each month with its rows and where they are; the readers, and what holds them back."""

    async def work(runtime: Runtime) -> tuple[list[MonthState], ReadingRead, int, int]:
        async with runtime.database.unhurried() as session:
            return (
                await eventlog.read_states(session),
                await eventlog.read_reading(session),
                await eventlog.months_ahead(session),
                await eventlog.beside(session),
            )

    found, reading, ahead, beside = _run(home, work)
    table = Table("month", "where", "rows", "MB", "rows in the file", "MB", "file", box=None)
    for one in found:
        table.add_row(
            f"{one.month:%Y-%m}",
            one.where,
            "–" if one.rows is None else f"{one.rows:,}",
            f"{one.bytes / MEGABYTE:,.1f}",
            f"{one.file_rows:,}" if one.file else "",
            f"{one.file_bytes / MEGABYTE:,.1f}" if one.file else "",
            one.file or "",
        )
    Console(highlight=False, width=160).print(table)
    typer.echo(f"months to come with a table: {ahead}; events without a month's table: {beside:,}")
    for reader in reading.readers:
        if reader.behind:
            many = f"more than {reader.behind:,}" if reader.at_least else f"{reader.behind:,}"
            typer.echo(f"reader {reader.name}: {many} events to read")
    if (held := reading.held) is not None:
        since = f"{held.since:%Y-%m-%d %H:%M:%S %Z}" if held.since is not None else "unknown"
        typer.echo(
            f"held back by pid {held.pid or 'unknown'} in database {held.database or 'unknown'}"
            f" since {since} ({held.application or 'no name'}, {held.state})"
        )


@app.command("freeze")
def freeze(month: MonthName, home: Home = None) -> None:
    """Write a month to a Parquet file, read it back, then drop its table. Safe to repeat."""
    wanted = parse_month(month)
    done = _run(home, lambda runtime: eventlog.freeze(runtime, wanted))
    typer.echo(f"{month} is frozen: {done.file_rows:,} events in {done.file}")


@app.command("thaw")
def thaw(month: MonthName, home: Home = None) -> None:
    """Bring a frozen month back into the database. Safe to repeat when it was cut short."""
    wanted = parse_month(month)
    _run(home, lambda runtime: eventlog.thaw(runtime, wanted))
    typer.echo(f"{month} is back in the database")


@app.command("forget-reader")
def forget_reader(
    name: Annotated[str, typer.Argument(help="As `status` and refusals name it.")],
    home: Home = None,
) -> None:
    """Drop the place of a reader that no version has any more: it would hold months back for ever.

    One that is in use would read the whole log again.
    """

    async def work(runtime: Runtime) -> bool:
        async with runtime.database.owner() as session:
            return await eventlog.forget_reader(session, name)

    if not _run(home, work):
        typer.echo(f"there is no reader {name}", err=True)
        raise typer.Exit(1)
    typer.echo(f"the place of {name} is forgotten")


@app.command("keep")
def keep(home: Home = None) -> None:
    """Do the night's work now: move, count, drop what is kept no longer, freeze, clean files."""
    done = _run(home, eventlog.keep)
    told = ", ".join(f"{name} {count:,}" for name, count in done.items())
    typer.echo(told or "somebody else is at it")
