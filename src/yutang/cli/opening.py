"""A command's way to the database: the one that is set, or that of `yutang up` on this machine."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final, TypeVar

import typer
from pydantic import ValidationError
from sqlalchemy.exc import OperationalError, ProgrammingError
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.bootstrap import build_runtime
from yutang.kernel.errors import DomainError
from yutang.kernel.postgres import DATABASE
from yutang.kernel.runtime import Runtime
from yutang.kernel.settings import Settings
from yutang.people.corps import service as corps

from .up import settings_with

T = TypeVar("T")


class NoServerError(Exception):
    """No address is set, and no embedded server was ever started in this home."""


UNREADY: Final = (NoServerError, OperationalError, ProgrammingError)
"""What says that the database is not there, or not ready."""


def embedded_url(home: Path) -> str:
    """Where the embedded server of `yutang up` listens; it is not started. Raises NoServerError."""
    folder = home / "postgres"
    try:
        password, port = ((folder / name).read_text().strip() for name in ("password", "port"))
    except OSError as error:
        message = f"{folder}: {type(error).__name__}"
        raise NoServerError(message) from error
    return f"postgresql://postgres:{password}@127.0.0.1:{port}/{DATABASE}"


def with_database(settings: Settings) -> Settings:
    """The same with an address. Raises NoServerError."""
    url = settings.database_url or embedded_url(settings.home)
    return settings.model_copy(update={"database_url": url})


def open_runtime(home: Path | None, *, pool_size: int = 4) -> Runtime:
    """What a command owns; the caller closes it. Raises NoServerError."""
    settings = settings_with(home=home.absolute() if home else None)
    return build_runtime(with_database(settings), pool_size=pool_size)


def reason_of(error: Exception) -> str:
    """For people who typed a command."""
    if isinstance(error, NoServerError):
        return f"no database: set YUTANG_DATABASE_URL, or run `yutang up` first ({error})"
    if isinstance(error, OperationalError | ProgrammingError):
        return f"cannot use the database: {error.orig}".strip()
    return error.detail if isinstance(error, DomainError) else str(error)


def in_company(
    home: Path | None, corpid: str | None, act: Callable[[Runtime, int], Awaitable[T]]
) -> T:
    """What `act` answers for the company that is meant, or ends with 1 and the reason."""

    async def run() -> T:
        runtime = open_runtime(home)
        try:
            async with runtime.database.owner() as session:
                corp_id = await _find(session, corpid)
            return await act(runtime, corp_id)
        finally:
            await runtime.close()

    try:
        return asyncio.run(run())
    except (DomainError, ValidationError, OSError, *UNREADY) as error:
        typer.echo(reason_of(error), err=True)
        raise typer.Exit(1) from error


async def _find(session: AsyncSession, corpid: str | None) -> int:
    if corpid is not None:
        found = await corps.find_corp_id(session, corpid)
        known = [] if found is None else [found]
    else:
        known = await corps.every_corp(session)
    if len(known) == 1:
        return known[0]
    message = "there is no such company here" if not known else "say which company by --corp"
    raise typer.BadParameter(message)
