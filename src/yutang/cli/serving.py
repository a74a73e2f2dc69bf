"""`yutang api`: one process, for whoever supervises it himself."""

from typing import Annotated

import typer
import uvicorn

from yutang.api import create_app
from yutang.kernel.processes import calm_collector
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
        # Who asks, kernel.asking tells: uvicorn believes whoever stands on this machine.
        proxy_headers=False,
        timeout_graceful_shutdown=2,
    )
    calm_collector()
    uvicorn.Server(config).run()
