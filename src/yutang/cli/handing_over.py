"""`yutang handovers`: how handovers of customers and groups stand."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from yutang.kernel.errors import NotFoundError
from yutang.people.corps import service as corps
from yutang.people.handovers import service as handovers
from yutang.people.handovers.schemas import HandoverRead

from .opening import UNREADY, open_runtime, reason_of

app = typer.Typer(
    add_completion=False, help="How handovers of customers and groups stand.", no_args_is_help=True
)
Home = Annotated[Path | None, typer.Option(help="Folder of data and keys.")]
Corp = Annotated[
    str | None, typer.Option(help="Of this company, by its corpid; default: the only one.")
]
SHOWN = 50


@app.callback()
def all_handovers() -> None:
    """How handovers stand."""


async def read_handovers(
    home: Path | None, corpid: str | None, handover_id: int | None
) -> list[HandoverRead]:
    """The newest ones of a company, or one of them. Raises NotFoundError."""
    runtime = open_runtime(home)
    try:
        async with runtime.database.owner() as session:
            known = await corps.every_corp(session)
            named = None if corpid is None else await corps.find_corp_id(session, corpid)
        if corpid is not None and named is None:
            message = f"there is no company {corpid} here"
            raise NotFoundError(message)
        if named is None and len(known) != 1:
            message = "there are several companies; name one with --corp"
            raise NotFoundError(message)
        corp_id = named or known[0]
        async with runtime.database.corp(corp_id) as session:
            if handover_id is not None:
                return [await handovers.read_handover(session, corp_id, handover_id)]
            page = await handovers.list_handovers(session, corp_id, None, None, None, SHOWN)
            return page.items
    finally:
        await runtime.close()


def _run(home: Path | None, corp: str | None, handover_id: int | None) -> list[HandoverRead]:
    try:
        return asyncio.run(read_handovers(home, corp, handover_id))
    except (NotFoundError, *UNREADY) as error:
        typer.echo(reason_of(error), err=True)
        raise typer.Exit(2) from error


def line_of(one: HandoverRead) -> str:
    """One handover in one line."""
    people, groups = one.customers, one.groups
    waits = people.planned + people.asked + people.waiting
    return (
        f"{one.id}  {one.state}  {one.from_.account} ({one.mode})  {one.name}:"
        f" {people.accepted} accepted, {waits} waiting, {people.refused} refused,"
        f" {people.full} without room, {people.failed} failed, {people.excluded} left out;"
        f" groups {groups.done} done, {groups.planned} to go, {groups.failed} failed"
    )


@app.command("list")
def list_them(corp: Corp = None, home: Home = None) -> None:
    """The newest handovers, one a line."""
    found = _run(home, corp, None)
    for one in found:
        typer.echo(line_of(one))
    if not found:
        typer.echo("no handovers yet")


@app.command("show")
def show(
    handover_id: Annotated[int, typer.Argument(help="The number that the list shows.")],
    corp: Corp = None,
    home: Home = None,
) -> None:
    """One handover, taker by taker, and when WeCom is looked at again."""
    [one] = _run(home, corp, handover_id)
    typer.echo(line_of(one))
    for taker in one.takers:
        blocked = f", {taker.blocked}" if taker.blocked else ""
        typer.echo(
            f"  {taker.staff.account}: {taker.planned} in all, {taker.accepted} accepted,"
            f" {taker.waiting} waiting, {taker.refused} refused, {taker.full} without room,"
            f" {taker.failed} failed; groups {taker.groups_done} of {taker.groups}{blocked}"
        )
    if one.next_check_at is not None:
        typer.echo(f"  looked at again {one.next_check_at:%Y-%m-%d %H:%M} UTC")
