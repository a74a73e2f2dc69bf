"""`yutang users`: for the IT person of an installation whose people cannot get in."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.access import service as access
from yutang.kernel.clock import utc_now
from yutang.kernel.errors import DomainError
from yutang.people.corps import service as corps

from .opening import UNREADY, open_runtime, reason_of

ACTOR = "system"
Home = Annotated[Path | None, typer.Option(help="Folder of data and keys.")]
Login = Annotated[str, typer.Argument(help="The person's login.")]

app = typer.Typer(
    add_completion=False, help="People who cannot get in, or must not.", no_args_is_help=True
)


@app.callback()
def people() -> None:
    """People who cannot get in, or must not."""


def _do(home: Path | None, act: Callable[[AsyncSession], Awaitable[str]]) -> str:
    """One act in one transaction; what it answers, or ends with 1 and the reason."""

    async def run() -> str:
        runtime = open_runtime(home)
        try:
            async with runtime.database.owner() as session:
                return await act(session)
        finally:
            await runtime.close()

    try:
        return asyncio.run(run())
    except (DomainError, *UNREADY) as error:
        typer.echo(reason_of(error), err=True)
        raise typer.Exit(1) from error


@app.command("list")
def list_people(home: Home = None) -> None:
    """Everybody with an account: company, login, role, and whether he may come in."""
    table = Table("company", "login", "name", "role", "state", "last sign-in", box=None)

    async def act(session: AsyncSession) -> str:
        names = {
            corp_id: (await corps.describe(session, corp_id)).name
            for corp_id in await corps.every_corp(session)
        }
        for user, may_come in await access.people.everybody(session):
            if user.disabled_at is not None:
                state = "disabled"
            elif not may_come:
                state = "left WeCom"
            else:
                state = "first password" if user.must_change_password else "in use"
            seen = "–" if user.signed_in_at is None else f"{user.signed_in_at:%Y-%m-%d %H:%M} UTC"
            role = user.role if user.role_id is None else f"{user.role} (own role)"
            table.add_row(names[user.corp_id], user.login, user.name, role, state, seen)
        return ""

    _do(home, act)
    Console().print(table)


@app.command("reset-password")
def reset_password(
    login: Login,
    second_factor: Annotated[
        bool, typer.Option(help="Take the second factor away too: the phone is lost.")
    ] = False,
    home: Home = None,
) -> None:
    """Print a new first password; ends the person's sessions and a lock-out."""

    async def act(session: AsyncSession) -> str:
        user = await access.people.find_by_login(session, login)
        password = await access.people.give_password(session, user, ACTOR)
        if second_factor and user.sealed_totp_secret is not None:
            await access.second_factor.take_away(session, user, ACTOR)
        return password

    typer.echo(_do(home, act))
    typer.echo("to be changed at the next sign-in", err=True)


@app.command("disable")
def disable(login: Login, home: Home = None) -> None:
    """Shut a person out at once; the last owner of a company stays."""

    async def act(session: AsyncSession) -> str:
        user = await access.people.find_by_login(session, login)
        await access.people.shut_out(session, user, ACTOR, utc_now())
        return f"{login} is out"

    typer.echo(_do(home, act))
