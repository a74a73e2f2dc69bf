"""`yutang up`: everything in one terminal."""

import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from yutang.kernel import logging
from yutang.kernel.fitting import fitting, machine_bytes
from yutang.kernel.postgres import LocalPostgres, PostgresError
from yutang.kernel.settings import Settings

from . import nursery
from .supervisor import Child, ListenError, Supervisor, base_url, listen

errors = Console(stderr=True, highlight=False)

PROGRAM = (sys.executable, "-m", "yutang")
WORKERS = {"worker-welcome": "welcome", "worker": "inbox,collect,events,tags,jobs,lists,notices"}
"""The welcome lane has a process of its own: nothing else may hold it up."""
NICENESS = {"worker": 3}
"""Where the processors are short, storing and mirroring wait for callbacks and welcomes: these have
5 and 20 seconds, those minutes. The engine waits for none: a count knows of a change within one."""


class MigrationError(RuntimeError):
    """The schema could not be brought up to date; what did it has said why."""

    def __init__(self) -> None:
        super().__init__("the database is not as this version needs it, for the reason above")


def settings_with(**given: object) -> Settings:
    """Settings from the environment, with the flags that were given on top."""
    flags = {name: value for name, value in given.items() if value is not None}
    # Validated, and then the environment fills what no flag gave.
    return Settings.model_validate(Settings().model_dump() | flags)


def environment(settings: Settings, database_url: str) -> dict[str, str]:
    """What a child needs to know."""
    return {
        "YUTANG_HOME": str(settings.home),
        "YUTANG_DATABASE_URL": database_url,
        "YUTANG_HOST": settings.host,
        "YUTANG_PORT": str(settings.port),
        "YUTANG_PUBLIC_URL": settings.address,
        "YUTANG_WECOM_BASE_URL": settings.wecom_base_url,
        "YUTANG_LOG_LEVEL": settings.log_level,
        "YUTANG_LOG_JSON": str(settings.log_json).lower(),
    }


def product_children(
    settings: Settings, database_url: str, listening: socket.socket
) -> list[Child]:
    """The api, the workers, and the engine that counts segments."""
    env = environment(settings, database_url)
    commands = {
        "api": ["api", "--fd", str(listening.fileno())],
        **{name: ["worker", "--lanes", lanes] for name, lanes in WORKERS.items()},
        "audience": ["audience"],
    }
    return [
        Child(
            name,
            [*PROGRAM, *command],
            env,
            (listening,) if name == "api" else (),
            niceness=NICENESS.get(name, 0),
            is_ours=True,
        )
        for name, command in commands.items()
    ]


def start_database(settings: Settings) -> tuple[LocalPostgres | None, str]:
    """The embedded server, unless one was given; migrated.

    Raises PostgresError or MigrationError.
    """
    if settings.database_url is not None:
        postgres, url = None, settings.database_url
    else:
        postgres = LocalPostgres(settings.home / "postgres", settings=fitting(machine_bytes()))
        postgres.start()
        url = postgres.dsn()
    migrated = None
    try:
        # By itself: Alembic would stay in our memory.
        migrated = subprocess.run(
            [*PROGRAM, "db", "upgrade", "--quiet"],
            env={**os.environ, **environment(settings, url)},
            check=False,
        )
    finally:
        if postgres is not None and (migrated is None or migrated.returncode):
            postgres.stop()
    if migrated.returncode:
        raise MigrationError
    return postgres, url


def run_everything(
    settings: Settings,
    *,
    before: Callable[[str], None] | None = None,
    more: Sequence[Child] = (),
    on_ready: Callable[[], Awaitable[None]] | None = None,
) -> int:
    """Run the product and `more` until a signal; returns the exit status.

    `before` is called with the database's address when it is migrated and no child runs yet.
    """
    began = time.monotonic()
    logging.configure("WARNING", json=False)
    postgres = None
    try:
        listening = listen(settings.host, settings.port)
        if nursery.IS_HERE:
            # Read while the database starts and is migrated.
            nursery.warm()
        postgres, url = start_database(settings)
        if before is not None:
            before(url)
    except (ListenError, PostgresError, MigrationError) as error:
        errors.print(f"[red]{error}[/red]", soft_wrap=True)
        if postgres is not None:
            postgres.stop()
        return 1

    async def ready() -> None:
        if on_ready is not None:
            await on_ready()
        Console().print(f"ready in {time.monotonic() - began:.1f} s", highlight=False)

    supervisor = Supervisor(
        [*product_children(settings, url, listening), *more],
        postgres=postgres,
        ready_url=f"{base_url(listening)}/readyz",
        on_ready=ready,
    )
    return asyncio.run(supervisor.run())


def up(
    home: Annotated[Path | None, typer.Option(help="Folder of data and keys.")] = None,
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port of the api and the admin pages.")] = None,
    public_url: Annotated[
        str | None, typer.Option(help="Address under which WeCom reaches this machine.")
    ] = None,
) -> None:
    """Run the database, the api and the workers until Ctrl-C."""
    settings = settings_with(
        home=home.absolute() if home else None, host=host, port=port, public_url=public_url
    )

    async def tell() -> None:
        Console().print(f"admin: {settings.address}", highlight=False)

    raise typer.Exit(run_everything(settings, on_ready=tell))
