"""`yutang segments`: who is in which, for whoever sits at the machine."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from yutang.kernel.runtime import Runtime
from yutang.people.exports.schemas import ExportRead
from yutang.people.segments import service as segments
from yutang.people.segments.schemas import Question, SegmentDetail, SegmentRow

from .opening import in_company
from .transfers import take_out, wish_for

app = typer.Typer(
    add_completion=False, help="Segments: who is in which, asked anew.", no_args_is_help=True
)
Home = Annotated[Path | None, typer.Option(help="Folder of data and keys.")]
Corp = Annotated[
    str | None, typer.Option(help="Of this company, by its corpid; default: the only one.")
]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line, for scripts.")]
SegmentId = Annotated[int, typer.Argument(help="The id that the list shows.")]
_PAGE = 100
_USUAL = ["id", "name", "remark", "phone", "state", "stage", "owners", "tags"]


@app.callback()
def all_segments() -> None:
    """Who is in which segment."""


@app.command("list")
def list_them(*, as_json: Json = False, corp: Corp = None, home: Home = None) -> None:
    """Every segment: id, kind, size with its moment, what it asks."""

    async def act(runtime: Runtime, corp_id: int) -> list[SegmentRow]:
        found: list[SegmentRow] = []
        after: str | None = None
        while True:
            async with runtime.database.corp(corp_id) as session:
                page = await segments.list_segments(
                    session, corp_id, Question(), after, _PAGE, runtime.clock()
                )
            found += page.items
            if page.next is None:
                return found
            after = page.next

    rows: list[SegmentRow] = in_company(home, corp, act)
    if as_json:
        for one in rows:
            typer.echo(one.model_dump_json())
        return
    if not rows:
        typer.echo("no segments yet")
        return
    table = Table("id", "name", "kind", "size", "as of", "asks", box=None)
    for one in rows:
        table.add_row(
            str(one.id),
            one.name,
            one.kind,
            "–" if one.size is None else f"{one.size:,}",
            "never" if one.as_of is None else f"{one.as_of:%Y-%m-%d %H:%M} UTC",
            one.trouble or (one.sentence.zh if one.sentence is not None else ""),
        )
    Console().print(table)


@app.command("show")
def show(
    segment_id: SegmentId, *, as_json: Json = False, corp: Corp = None, home: Home = None
) -> None:
    """One segment: what it asks, its size, how far its latest refresh is told."""

    async def act(runtime: Runtime, corp_id: int) -> SegmentDetail:
        async with runtime.database.corp(corp_id) as session:
            return await segments.read_segment(session, corp_id, segment_id, runtime.clock())

    _tell(in_company(home, corp, act), as_json=as_json)


@app.command("refresh")
def refresh(
    segment_id: SegmentId, *, as_json: Json = False, corp: Corp = None, home: Home = None
) -> None:
    """Ask anew who is in it, here and now; who entered and left a kept one becomes events."""

    async def act(runtime: Runtime, corp_id: int) -> SegmentDetail:
        await segments.refresh(runtime, corp_id, segment_id, "asked")
        async with runtime.database.corp(corp_id) as session:
            return await segments.read_segment(session, corp_id, segment_id, runtime.clock())

    _tell(in_company(home, corp, act), as_json=as_json)


@app.command("export")
def export(
    segment_id: SegmentId,
    out: Annotated[Path, typer.Option(help="The file to write; its ending says which kind.")],
    columns: Annotated[
        list[str] | None, typer.Option("--column", help="A column; may stand several times.")
    ] = None,
    phones: Annotated[bool, typer.Option(help="Whole phone numbers instead of masked.")] = False,
    corp: Corp = None,
    home: Home = None,
) -> None:
    """Its people as .csv, .parquet or .xlsx; it stands in the register like any other export."""
    wish = wish_for(out, columns or _USUAL, phones=phones)

    async def act(runtime: Runtime, corp_id: int) -> ExportRead:
        return await take_out(runtime, corp_id, wish, f"segment_id={segment_id}", out)

    read: ExportRead = in_company(home, corp, act)
    if read.state != "done":
        typer.echo(read.reason or read.state, err=True)
        raise typer.Exit(1)
    typer.echo(f"{read.done:,} customers in {out}")


def _tell(one: SegmentDetail, *, as_json: bool) -> None:
    if as_json:
        typer.echo(one.model_dump_json())
        return
    size = "never counted" if one.size is None else f"{one.size:,}"
    typer.echo(f"{one.id} {one.name} ({one.kind}, version {one.version}): {size}")
    if one.sentence is not None:
        typer.echo(one.sentence.zh)
        typer.echo(one.sentence.en)
    if one.as_of is not None:
        typer.echo(f"as of {one.as_of:%Y-%m-%d %H:%M:%S} UTC")
    if one.latest is not None:
        run = one.latest
        typer.echo(
            f"refresh {run.run}: {run.entered:,} entered, {run.left:,} left, {run.told:,} told,"
            f" {run.state}"
        )
    if one.trouble is not None:
        typer.echo(f"the last refresh came to nothing: {one.trouble}")
