"""`yutang audit`: whether the audit is still what was written."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from yutang.kernel.auditing import service as auditing
from yutang.kernel.auditing.schemas import Checked
from yutang.kernel.errors import NotFoundError
from yutang.people.corps import service as corps

from .opening import UNREADY, open_runtime, reason_of

app = typer.Typer(
    add_completion=False, help="Whether the audit is what was written.", no_args_is_help=True
)


@app.callback()
def audits() -> None:
    """Whether the audit is still what was written."""


def parse_anchor(anchor: str | None) -> tuple[int, bytes] | None:
    """`PLACE:HASH` as the page and the log show it. Raises typer.BadParameter."""
    if anchor is None:
        return None
    place, _, digest = anchor.partition(":")
    try:
        return int(place), bytes.fromhex(digest)
    except ValueError as error:
        message = f"{anchor!r} is not PLACE:HASH, as in 1204:9f86d0…"
        raise typer.BadParameter(message) from error


async def verify_chains(
    home: Path | None, corpid: str | None, anchor: tuple[int, bytes] | None
) -> list[Checked]:
    """Check the chain of one corp, or of every corp in the audit. Raises NotFoundError."""
    runtime = open_runtime(home)
    try:
        if corpid is None:
            found = await auditing.find_corps(runtime)
        else:
            async with runtime.database.owner() as session:
                corp_id = await corps.find_corp_id(session, corpid)
            if corp_id is None:
                message = f"there is no company {corpid} here"
                raise NotFoundError(message)
            found = [corp_id]
        return [await auditing.check_corp(runtime, one, anchor) for one in found]
    finally:
        await runtime.close()


@app.command("verify")
def verify(
    corp: Annotated[
        str | None, typer.Option(help="Only this company, by its corpid; default: all.")
    ] = None,
    anchor: Annotated[
        str | None, typer.Option(help="PLACE:HASH that was written down elsewhere; needs --corp.")
    ] = None,
    home: Annotated[Path | None, typer.Option(help="Folder of data and keys.")] = None,
) -> None:
    """Seal what waits and compute every seal anew; names the first entry that does not fit.

    Ends with 1 when one does not.
    """
    if anchor is not None and corp is None:
        message = "an anchor is of one company: name it with --corp"
        raise typer.BadParameter(message)
    noted = parse_anchor(anchor)
    try:
        results = asyncio.run(verify_chains(home, corp, noted))
    except (NotFoundError, *UNREADY) as error:
        typer.echo(reason_of(error), err=True)
        raise typer.Exit(2) from error
    for one in results:
        state = "intact" if one.fault is None else f"BROKEN: {one.fault}"
        typer.echo(f"corp {one.corp_id}: {one.links} links computed, {state}")
        typer.echo(f"  head {one.place}:{one.hash}")
    if any(one.fault is not None for one in results):
        raise typer.Exit(1)
