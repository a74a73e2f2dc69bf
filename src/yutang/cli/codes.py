"""`yutang codes`: channel codes from a shell: which there are, many from a file, who is on."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Annotated, Final
from zoneinfo import ZoneInfo

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn
from rich.table import Table
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition import service as acquisition
from yutang.act.acquisition.errors import UnknownChannelError
from yutang.act.acquisition.schemas import ChannelRead, Narrow
from yutang.act.codebatches import service as batches
from yutang.act.codebatches.schemas import BatchRead, Fault, Kind
from yutang.act.rota import service as rota
from yutang.act.rota.schemas import OffReason, RosterMember, RosterRead
from yutang.kernel.jobs import is_worker_alive
from yutang.kernel.runtime import Runtime
from yutang.kernel.sheets import receive
from yutang.people.corps import service as corps
from yutang.people.tags import service as tags

from .opening import in_company
from .speaking import spoken

CONSOLE: Final = Console(stderr=True, highlight=False)
ACTOR: Final = "system"
PAGE: Final = 200
NAMED: Final = 3
BLOCK_BYTES: Final = 1 << 20
LOOK_SECONDS: Final = 0.5
FAULTS: Final[dict[Fault, str]] = {
    "no_staff": "neither a member's account nor a store's number",
    "unknown_staff": "there is no member with the account {}",
    "left": "{} has left",
    "unknown_store": "there is no store with the number {}",
    "store_closed": "store {} is closed",
    "store_empty": "nobody works in store {}",
    "too_many": "a code holds 100 members, this row has {}",
    "name_missing": "a code of several members needs a name",
    "name_long": "the name is longer than 60 characters: {}",
    "name_double": "the name is in a row before: {}",
    "name_taken": "there is a code called {} already",
    "remark_long": "the remark is longer than 30 characters: {}",
}
REASONS: Final[dict[OffReason, str]] = {
    "left": "has left",
    "inactive": "is disabled or not active in WeCom",
    "off_duty": "is off duty",
    "off_hours": "is outside of the hours",
    "full": "has no room for more customers",
    "capped": "has the day's cap",
}
FALLBACKS: Final = {
    "stand_in": "nobody of the list can: a stand-in takes over",
    "everybody": "nobody can: all of the list who work here take over",
    "nobody": "nobody of the list works here any more; pick others",
}

Home = Annotated[Path | None, typer.Option(help="Folder of data and keys.")]
Corp = Annotated[
    str | None, typer.Option(help="WeCom's id of the company; needed where there are several.")
]

app = typer.Typer(
    add_completion=False,
    help="Channel codes: which there are, many from a file, who is on now.",
    no_args_is_help=True,
)


@app.callback()
def codes() -> None:
    """Channel codes: which there are, many from a file, who is on now."""


@app.command("list")
def list_codes(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    corp: Corp = None,
    home: Home = None,
) -> None:
    """All channel codes, newest first: state, members, adds of today and ever."""
    found = in_company(home, corp, every_code)
    if as_json:
        for one in found:
            typer.echo(one.model_dump_json())
        return
    table = Table("number", "name", "kind", "state", "members", "today", "ever", box=None)
    for one in found:
        names = ", ".join(member.name for member in one.staff[:NAMED])
        more = f" and {len(one.staff) - NAMED} more" if len(one.staff) > NAMED else ""
        state = f"{one.status}: {one.error}" if one.error else one.status
        numbers = (f"{one.adds_today:,}", f"{one.adds_total:,}")
        table.add_row(str(one.id), one.name, one.kind, state, f"{names}{more}", *numbers)
    Console().print(table if found else "no channel codes yet")


async def every_code(runtime: Runtime, corp_id: int) -> list[ChannelRead]:
    """The codes of a company, page by page."""
    found: list[ChannelRead] = []
    after = None
    while True:
        async with runtime.database.corp(corp_id) as session:
            page = await acquisition.list_channels(
                session, corp_id, runtime.clock(), after=after, limit=PAGE
            )
        found += page.items
        if page.next is None:
            return found
        after = int(page.next)


@app.command("make")
def make_codes(
    file: Annotated[
        Path, typer.Argument(help="CSV or .xlsx; a code for each row.", exists=True, dir_okay=False)
    ],
    tag: Annotated[
        list[str] | None, typer.Option("--tag", help="A tag of theirs; may stand several times.")
    ] = None,
    skip_verify: Annotated[
        bool, typer.Option(help="Whether people are added without a member's yes.")
    ] = True,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say which rows would become codes.")
    ] = False,
    corp: Corp = None,
    home: Home = None,
) -> None:
    """Make a code of each row that can become one, and wait until WeCom made them.

    A running worker makes them, and goes on after Ctrl-C.
    """

    async def act(runtime: Runtime, corp_id: int) -> BatchRead:
        tag_ids = await _tags(runtime, corp_id, tag or [])
        template = acquisition.CodeTemplate(tag_ids=tag_ids, skip_verify=skip_verify)
        return await bring(runtime, corp_id, file, template, dry_run=dry_run)

    with suppress(KeyboardInterrupt):
        read = in_company(home, corp, act)
        typer.echo(_outcome(read))
        raise typer.Exit(0 if read.rows and not read.failed and read.state != "stopped" else 1)
    raise typer.Exit(130)


async def _tags(runtime: Runtime, corp_id: int, names: list[str]) -> list[int]:
    if not names:
        return []
    async with runtime.database.corp(corp_id) as session:
        groups = await tags.list_groups(session, corp_id)
    found = []
    for name in names:
        ids = [tag.id for group in groups for tag in group.tags if tag.name == name]
        if len(ids) != 1:
            why = "there is no tag" if not ids else "there are several tags"
            message = f"{why} {name} here"
            raise typer.BadParameter(message)
        found += ids
    return found


async def bring(
    runtime: Runtime,
    corp_id: int,
    file: Path,
    template: acquisition.CodeTemplate,
    *,
    dry_run: bool,
) -> BatchRead:
    """Check a file and have its codes made, told on the way; a dry run ends with the check."""

    async def blocks() -> AsyncIterator[bytes]:
        with file.open("rb") as source:
            while block := await asyncio.to_thread(source.read, BLOCK_BYTES):
                yield block

    content = await receive(blocks(), batches.FORM)
    async with runtime.database.corp(corp_id) as session:
        batch_id = await batches.check_file(
            session, corp_id, file.name, content, ACTOR, runtime.clock()
        )
        read = await batches.read_batch(session, corp_id, batch_id)
    _tell_faults(read)
    if dry_run or not read.rows:
        return read
    async with runtime.database.owner() as session:
        if not await is_worker_alive(session):
            message = "no worker runs that would make them: start `yutang up`, then type this again"
            raise typer.BadParameter(message)
    async with runtime.database.corp(corp_id) as session:
        await batches.begin(session, corp_id, batch_id, template, ACTOR)
    return await _watch(runtime, corp_id, batch_id)


def _tell_faults(read: BatchRead) -> None:
    for one in read.errors:
        CONSOLE.print(f"row {one.row}: {FAULTS[one.fault].format(one.about)}", markup=False)
    if read.ignored_columns:
        CONSOLE.print(f"columns not read: {', '.join(read.ignored_columns)}", markup=False)


async def _watch(runtime: Runtime, corp_id: int, batch_id: int) -> BatchRead:
    """Until WeCom answered for each code, or somebody stopped it."""
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[told]}"))
    with Progress(*columns, console=CONSOLE) as progress:
        bar = progress.add_task("making", total=None, told="")
        while True:
            async with runtime.database.corp(corp_id) as session:
                now = await batches.read_batch(session, corp_id, batch_id)
            answered = now.ready + now.failed
            told = f"{answered:,} of {now.rows:,}"
            progress.update(bar, total=now.rows, completed=answered, told=told)
            if now.state == "stopped" or (now.state == "done" and answered >= now.made):
                return now
            await asyncio.sleep(LOOK_SECONDS)


def _outcome(read: BatchRead) -> str:
    wrong = f"{read.wrong:,} rows cannot become one"
    if read.state == "checked":
        room = "" if read.room_left is None else f"; WeCom has room for {read.room_left:,} more"
        return f"{read.rows:,} codes, {wrong}{room} (file {read.id}; nothing was made)"
    left_out = read.rows - read.made
    gone = f", {left_out:,} not made" if left_out else ""
    return (
        f"{read.state}: {read.ready:,} codes ready, {read.failed:,} refused by WeCom{gone}, {wrong}"
        f" (`yutang codes export {read.id} -o FILE` writes them)"
    )


@app.command("export")
def export_codes(
    batch: Annotated[int, typer.Argument(help="The number that `make` told.")],
    out: Annotated[
        Path, typer.Option("-o", "--out", help="The file: .csv, .xlsx, or .zip of pictures.")
    ],
    lang: Annotated[
        str | None, typer.Option(help="zh or en; default: the terminal's language.")
    ] = None,
    corp: Corp = None,
    home: Home = None,
) -> None:
    """Write what came of a file's rows as a table, or its codes as pictures."""
    kinds: dict[str, Kind] = {".csv": "csv", ".xlsx": "xlsx", ".zip": "zip"}
    kind = kinds.get(out.suffix.lower())
    if kind is None:
        message = f"{out.name} must end in .csv, .xlsx or .zip"
        raise typer.BadParameter(message)
    language = spoken(lang)

    async def act(runtime: Runtime, corp_id: int) -> int:
        content = await batches.write_file(
            runtime, corp_id, batch, kind, "zh-CN" if language == "zh" else "en"
        )
        await asyncio.to_thread(out.write_bytes, content)
        async with runtime.database.corp(corp_id) as session:
            return (await batches.read_batch(session, corp_id, batch)).ready

    typer.echo(f"{in_company(home, corp, act):,} codes in {out}")


@app.command("duty")
def duty(
    code: Annotated[str, typer.Argument(help="The number that the list shows, or its whole name.")],
    corp: Corp = None,
    home: Home = None,
) -> None:
    """Who of a code takes customers now, and why the others do not."""

    async def act(runtime: Runtime, corp_id: int) -> str:
        async with runtime.database.corp(corp_id) as session:
            now = runtime.clock()
            found = await _one(session, corp_id, code, now)
            roster = await rota.read_roster(session, corp_id, found.id, now)
            zone = ZoneInfo((await corps.describe(session, corp_id)).timezone)
        return "\n".join(_told(found, roster, zone))

    typer.echo(in_company(home, corp, act))


async def _one(session: AsyncSession, corp_id: int, code: str, now: datetime) -> ChannelRead:
    """By number, else by name. Raises BadParameter."""
    if code.isascii() and code.isdigit():
        with suppress(UnknownChannelError):
            return await acquisition.read_channel(session, corp_id, int(code), now)
    page = await acquisition.list_channels(
        session, corp_id, now, narrow=Narrow(query=code), limit=PAGE
    )
    named = [one for one in page.items if one.name == code]
    if len(named) == 1:
        return named[0]
    why = "there is no code" if not named else "there are several codes"
    message = f"{why} {code} here; `yutang codes list` tells their numbers"
    raise typer.BadParameter(message)


def _told(code: ChannelRead, roster: RosterRead, zone: ZoneInfo) -> list[str]:
    on = sum(one.on for one in roster.members)
    moment = f"{roster.as_of.astimezone(zone):%Y-%m-%d %H:%M} {zone}"
    lines = [
        f"{code.name} ({code.id}): {on} of {len(roster.members)} take customers at {moment}",
        *(_standing(one, zone) for one in roster.members),
    ]
    if roster.fallback is not None:
        lines.append(FALLBACKS[roster.fallback])
    if roster.next_change_at is not None:
        lines.append(f"changes by itself {roster.next_change_at.astimezone(zone):%Y-%m-%d %H:%M}")
    if roster.refused is not None:
        lines.append(f"WeCom refused this list: {roster.refused}")
    elif roster.waits:
        lines.append("WeCom has another list until it is told of this one")
    return lines


def _standing(one: RosterMember, zone: ZoneInfo) -> str:
    facts = [] if one.reason is None else [REASONS[one.reason]]
    if one.reason == "off_duty" and one.off_until is not None:
        facts[0] += f" until {one.off_until.astimezone(zone):%Y-%m-%d %H:%M}"
    cap = "" if one.day_cap is None else f" of {one.day_cap:,}"
    facts.append(f"{one.adds_today:,}{cap} today")
    if one.room_left is not None:
        facts.append(f"room for {one.room_left:,} more")
    stands_in = ", stand-in" if one.stand_in else ""
    return (
        f"  {'on ' if one.on else 'off'}  {one.name} ({one.account}{stands_in}): {', '.join(facts)}"
    )
