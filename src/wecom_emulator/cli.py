"""`wecom-emulator`."""

import tomllib
from pathlib import Path
from typing import Annotated

import typer
import uvicorn

from .answers import expect_drops
from .app import create_app
from .clock import MOST_RATE
from .limits import LIMITS_FILE, Limits, read_limits
from .living import live

app = typer.Typer(help="A WeCom that runs on one machine.", no_args_is_help=True)


@app.callback()
def describe() -> None:
    """A WeCom that runs on one machine, refusals included."""


@app.command()
def serve(
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
) -> None:
    """Serve the API, the control API and the phone page."""
    emulator = create_app(state_file=state, limits=_read(limits), rate=rate)
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
