"""`yutang privacy`: the list of who was erased, and erasing them again after a restore."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated

import typer

from yutang.kernel.runtime import Runtime
from yutang.people.privacy import service as privacy

from .opening import UNREADY, open_runtime, reason_of

app = typer.Typer(add_completion=False, no_args_is_help=True)
Step = Callable[[Runtime], Awaitable[None]]
Home = Annotated[Path | None, typer.Option(help="Folder with data and master key.")]


@app.callback()
def rights() -> None:
    """Who was erased, and erasing them again after a restore."""


@app.command("list")
def list_erasures(home: Home = None) -> None:
    """Print the list of erasures: keyed hashes, one erasure a line. Keep it beside your backups."""

    async def run(runtime: Runtime) -> None:
        async with runtime.database.owner() as session:
            for entry in await privacy.entries_of_database(session):
                typer.echo(entry.model_dump_json())

    _with(home, run)


@app.command("replay-erasures")
def replay_erasures(
    file: Annotated[
        Path | None, typer.Argument(help="A list; without it, that of the home.")
    ] = None,
    home: Home = None,
) -> None:
    """Erase again whom a restored backup brought back. Run it before `yutang up` serves anybody."""

    async def run(runtime: Runtime) -> None:
        path = file or runtime.settings.home / privacy.NAME
        try:
            entries = privacy.read_list(path)
        except (OSError, ValueError) as error:
            typer.echo(f"cannot read the list of erasures: {error}", err=True)
            raise typer.Exit(1) from error
        found = await privacy.erase_again(runtime, entries)
        typer.echo(
            f"{len(entries):,} on the list, {sum(found.values()):,} were here and are erased"
        )

    _with(home, run)


def _with(home: Path | None, run: Step) -> None:
    async def whole() -> None:
        runtime = open_runtime(home)
        try:
            await run(runtime)
        finally:
            await runtime.close()

    try:
        asyncio.run(whole())
    except UNREADY as error:
        typer.echo(reason_of(error), err=True)
        raise typer.Exit(1) from error
