"""`wecom-emulator`."""

from pathlib import Path
from typing import Annotated

import typer
import uvicorn

from .app import create_app

app = typer.Typer(help="A WeCom that runs on one machine.", no_args_is_help=True)


@app.callback()
def emulator() -> None:
    """A WeCom that runs on one machine, refusals included."""


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 7701,
    state: Annotated[Path | None, typer.Option(help="Remember everything in this file.")] = None,
    fd: Annotated[int | None, typer.Option(help="Serve on this inherited socket.")] = None,
) -> None:
    """Serve the API, the control API and the phone page."""
    uvicorn.run(
        create_app(state_file=state),
        host=host,
        port=port,
        fd=fd,
        loop="uvloop",
        http="httptools",
        access_log=False,
        log_level="warning",
        timeout_graceful_shutdown=2,
    )


def main() -> None:
    """Entry point."""
    app()
