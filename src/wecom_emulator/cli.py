"""`wecom-emulator`."""

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer
import uvicorn

from .acts import ImpossibleActError
from .answers import expect_drops
from .app import create_app
from .clock import MOST_RATE
from .generating import MOST, open_company
from .limits import LIMITS_FILE, Limits, read_limits
from .living import live
from .quotas import SHANGHAI
from .world import World

app = typer.Typer(help="A WeCom that runs on one machine.", no_args_is_help=True)


@app.callback()
def describe() -> None:
    """A WeCom that runs on one machine, refusals included."""


@app.command()
def serve(  # noqa: PLR0913 - a command has as many parameters as options
    *,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 7701,
    state: Annotated[Path | None, typer.Option(help="Remember everything in this file.")] = None,
    fd: Annotated[int | None, typer.Option(help="Serve on this inherited socket.")] = None,
    limits: Annotated[
        Path | None, typer.Option(help="WeCom's numbers from this TOML file.", exists=True)
    ] = None,
    rate: Annotated[
        float | None,
        typer.Option(help="Seconds in the emulator for one outside.", min=0.001, max=MOST_RATE),
    ] = None,
    staff: Annotated[
        int, typer.Option(help="Members of a generated company; 0 is none.", min=0, max=MOST.staff)
    ] = 0,
    customers: Annotated[
        int, typer.Option(help="Its customers.", min=0, max=MOST.customers)
    ] = 100_000,
    groups: Annotated[int, typer.Option(help="Its groups.", min=0, max=MOST.groups)] = 1_000,
    tags: Annotated[int, typer.Option(help="Its customer tags.", min=0, max=MOST.tags)] = 200,
    seed: Annotated[int, typer.Option(help="What it is made from.")] = 1,
    until: Annotated[
        datetime | None,
        typer.Option(help="Day up to which it grew, else today.", formats=["%Y-%m-%d"]),
    ] = None,
    corpid: Annotated[str, typer.Option(help="Its id, else one from the seed.")] = "",
    secret: Annotated[str, typer.Option(help="Secret of its app, else one from the seed.")] = "",
) -> None:
    """Serve the API, the control API and the phone page, with a generated company if wanted."""
    emulator = create_app(state_file=state, limits=_read(limits), rate=rate)
    if staff:
        sizes = {"staff": staff, "customers": customers, "groups": groups, "tags": tags}
        wanted: dict[str, Any] = sizes | {"seed": seed}
        if until is not None:
            wanted["until"] = int(until.replace(tzinfo=SHANGHAI).timestamp())
        _open(emulator.state.world, wanted, corpid, secret)
    expect_drops()
    uvicorn.run(
        emulator,
        host=host,
        port=port,
        fd=fd,
        loop="uvloop",
        http="httptools",
        access_log=False,
        log_level="warning",
        timeout_graceful_shutdown=2,
    )


app.command()(live)


@app.command(name="limits")
def print_limits() -> None:
    """Print WeCom's numbers as a file for `serve --limits`."""
    typer.echo(LIMITS_FILE.read_text(encoding="utf-8"), nl=False)


def _open(world: World, wanted: dict[str, Any], corpid: str, secret: str) -> None:
    try:
        corp = open_company(world, wanted, corpid, secret)
    except (ValueError, ImpossibleActError) as error:
        raise typer.BadParameter(str(error)) from None
    typer.echo(
        f"corpid {corp.corpid}, agentid {corp.apps[0].agentid}, secret {corp.apps[0].secret}"
    )


def _read(file: Path | None) -> Limits:
    if file is None:
        return Limits()
    try:
        return read_limits(file)
    except (ValueError, tomllib.TOMLDecodeError) as error:
        message = f"{file}: {error}"
        raise typer.BadParameter(message, param_hint="--limits") from None


def main() -> None:
    """Entry point."""
    app()
