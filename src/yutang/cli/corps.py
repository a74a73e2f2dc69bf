"""`yutang corps`: the companies this installation serves."""

import asyncio
import getpass
from typing import Annotated

import typer
from pydantic import SecretStr, ValidationError

from yutang.bootstrap import NoDatabaseError, build_runtime
from yutang.kernel.errors import DomainError
from yutang.kernel.jobs import enqueue
from yutang.kernel.settings import Settings
from yutang.people.corps import service as corps
from yutang.people.corps.schemas import NewApp, NewCorp, NewOwner
from yutang.sense.sync.jobs import SyncCorp

app = typer.Typer(
    add_completion=False, help="The companies this installation serves.", no_args_is_help=True
)


@app.callback()
def companies() -> None:
    """The companies this installation serves."""


async def add_corp(settings: Settings, new: NewCorp, owner: NewOwner) -> int:
    """Add a corp with its first person and ask for its first reading; returns its id."""
    runtime = build_runtime(settings, pool_size=1)
    try:
        async with runtime.database.owner() as session:
            corp_id = await corps.add_corp(session, runtime.vault, new, owner)
            await enqueue(session, SyncCorp(corp_id=corp_id))
        return corp_id
    finally:
        await runtime.close()


@app.command("add")
def add(
    corpid: Annotated[str, typer.Option(help="WeCom's id of the company: 我的企业 → 企业信息.")],
    name: Annotated[str, typer.Option(help="The company's name.")],
    agent_id: Annotated[int, typer.Option(help="The self-built app's AgentId.")],
    login: Annotated[str, typer.Option(help="Login of the first person.")],
) -> None:
    """Add a company; asks for the app's secret, the callback's keys and a password.

    They are asked for, never taken as flags: a command line is seen by every user of the machine.
    """
    secret = getpass.getpass("Secret: ")
    token = getpass.getpass("Callback Token: ")
    key = getpass.getpass("EncodingAESKey: ")
    password = getpass.getpass(f"Password of {login}: ")
    settings = Settings()
    try:
        new = NewCorp(
            corpid=corpid,
            name=name,
            apps=[
                NewApp(
                    agent_id=agent_id,
                    secret=SecretStr(secret),
                    callback_token=SecretStr(token),
                    aes_key=SecretStr(key),
                )
            ],
        )
        owner = NewOwner(login=login, name=login, password=SecretStr(password))
        asyncio.run(add_corp(settings, new, owner))
    except (DomainError, NoDatabaseError, ValidationError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    typer.echo(f"callback URL: {settings.address}/callbacks/wecom/{corpid}/{agent_id}")
