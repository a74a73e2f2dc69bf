"""`yutang sources`: who sends events of people, for whoever sits at the machine."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.table import Table

from yutang.kernel.errors import DomainError, NotFoundError
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.sense.collector import service as collector
from yutang.sense.collector.schemas import NewSource, SourceChange, SourceMade, SourcePage

from .opening import UNREADY, open_runtime, reason_of

T = TypeVar("T")

app = typer.Typer(
    add_completion=False, help="Who sends events of people, and how it goes.", no_args_is_help=True
)
Home = Annotated[Path | None, typer.Option(help="Folder of data and keys.")]
Corp = Annotated[
    str | None, typer.Option(help="Of this company, by its corpid; default: the only one.")
]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line, for scripts.")]
SourceId = Annotated[int, typer.Argument(help="The id that the list shows.")]
ACTOR = "system"


@app.callback()
def all_sources() -> None:
    """Who sends events of people."""


def _do(home: Path | None, corpid: str | None, act: Callable[[Runtime, int], Awaitable[T]]) -> T:
    """One act on a company; ends with 1 and the reason where it cannot be done."""

    async def run() -> T:
        runtime = open_runtime(home)
        try:
            return await act(runtime, await _corp_of(runtime, corpid))
        finally:
            await runtime.close()

    try:
        return asyncio.run(run())
    except (DomainError, *UNREADY) as error:
        typer.echo(reason_of(error), err=True)
        raise typer.Exit(1) from error


async def _corp_of(runtime: Runtime, corpid: str | None) -> int:
    async with runtime.database.owner() as session:
        if corpid is not None:
            found = await corps.find_corp_id(session, corpid)
            if found is None:
                message = f"there is no company {corpid} here"
                raise NotFoundError(message)
            return found
        known = await corps.every_corp(session)
    if len(known) != 1:
        message = "there is not exactly one company; name one with --corp"
        raise NotFoundError(message)
    return known[0]


@app.command("list")
def list_them(*, as_json: Json = False, corp: Corp = None, home: Home = None) -> None:
    """Every source: id, kind, events of 24 hours, what waits, when it last sent."""

    async def act(runtime: Runtime, corp_id: int) -> SourcePage:
        return await collector.list_sources(runtime, corp_id)

    page = _do(home, corp, act)
    if as_json:
        for one in page.items:
            typer.echo(one.model_dump_json())
        return
    columns = ("id", "name", "kind", "state", "24 h", "refused", "waiting", "lag s", "last seen")
    table = Table(*columns, box=None)
    for one in page.items:
        table.add_row(
            str(one.id),
            one.name,
            one.kind,
            "on" if one.enabled else "paused",
            f"{one.taken_today:,}",
            f"{one.refused_today:,}",
            f"{one.waiting_events:,}",
            f"{one.lag_seconds:.0f}",
            "never" if one.seen_at is None else f"{one.seen_at:%Y-%m-%d %H:%M} UTC",
        )
    Console().print(table)
    if page.standing.spooled_files:
        typer.echo(
            f"on disk, since the database was away: {page.standing.spooled_bytes:,} bytes in"
            f" {page.standing.spooled_files} files; `yutang up` or `yutang api` replays them"
        )


@app.command("make")
def make(
    name: Annotated[str, typer.Argument(help="Its name.")],
    kind: Annotated[str, typer.Option(help="web, server, mini_program or webhook.")] = "server",
    origin: Annotated[
        list[str] | None,
        typer.Option(help="Of a site: whose pages may send, as https://shop.example.com."),
    ] = None,
    per_second: Annotated[int, typer.Option(help="Events a second it may send.")] = 1_000,
    *,
    as_json: Json = False,
    corp: Corp = None,
    home: Home = None,
) -> None:
    """Make a source and print its key, or a webhook's secret: it is shown this once."""
    try:
        wish = NewSource.model_validate(
            {"name": name, "kind": kind, "origins": origin or [], "events_per_second": per_second}
        )
    except ValidationError as error:
        for one in error.errors():
            typer.echo(f"{'.'.join(map(str, one['loc']))}: {one['msg']}", err=True)
        raise typer.Exit(1) from error

    async def act(runtime: Runtime, corp_id: int) -> SourceMade:
        return await collector.make_source(runtime, corp_id, wish, ACTOR)

    _print(_do(home, corp, act), as_json=as_json)


@app.command("rotate")
def rotate(
    source_id: SourceId,
    *,
    end_old: Annotated[
        bool, typer.Option("--end-old", help="End the former keys now instead of in 24 hours.")
    ] = False,
    as_json: Json = False,
    corp: Corp = None,
    home: Home = None,
) -> None:
    """Make another key; the former one is good for 24 hours. A webhook's secret changes at once."""

    async def act(runtime: Runtime, corp_id: int) -> SourceMade:
        made = await collector.rotate_key(runtime, corp_id, source_id, ACTOR)
        if end_old:
            await collector.end_old_keys(runtime, corp_id, source_id, ACTOR)
        return made

    _print(_do(home, corp, act), as_json=as_json)


@app.command("pause")
def pause(source_id: SourceId, corp: Corp = None, home: Home = None) -> None:
    """Take nothing more from it: its senders are refused until `resume`. What waits is handled."""
    _print(_do(home, corp, _switch(source_id, enabled=False)), as_json=False)


@app.command("resume")
def resume(source_id: SourceId, corp: Corp = None, home: Home = None) -> None:
    """Take from it again."""
    _print(_do(home, corp, _switch(source_id, enabled=True)), as_json=False)


def _switch(source_id: int, *, enabled: bool) -> Callable[[Runtime, int], Awaitable[SourceMade]]:
    async def act(runtime: Runtime, corp_id: int) -> SourceMade:
        change = SourceChange(enabled=enabled)
        return await collector.change_source(runtime, corp_id, source_id, change, ACTOR)

    return act


def _print(made: SourceMade, *, as_json: bool) -> None:
    one = made.source
    if as_json:
        secret = {"secret": made.secret} if made.secret else {"key": made.key}
        told = {"id": one.id, "name": one.name, "kind": one.kind, **secret}
        typer.echo(json.dumps(told, ensure_ascii=False))
        return
    typer.echo(f"source {one.id}: {one.name}{'' if one.enabled else ', paused'}")
    if made.secret or made.key:
        typer.echo(f"secret: {made.secret}" if made.secret else f"key: {made.key}")
