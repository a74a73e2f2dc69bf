"""`yutang import` and `yutang export`: files of customers in and out, from a shell."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import parse_qs

import typer
from pydantic import TypeAdapter
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from yutang.customer_questions import Asked, Asking, as_filter, make_ready
from yutang.kernel.access.permissions import ROLES
from yutang.kernel.access.schemas import Principal
from yutang.kernel.runtime import Runtime
from yutang.people.exports import service as exports
from yutang.people.exports.schemas import ExportRead, ExportWish, Format
from yutang.people.imports import service as imports
from yutang.people.imports.schemas import Consent, ImportRead, Mapping

from .opening import in_company

CONSOLE = Console(stderr=True)
BLOCK_BYTES = 1 << 20
ACTOR = "system"
NICENESS = 5
"""Files wait for callbacks and for those who work on the pages."""
_USUAL = ["name", "remark", "phone", "state", "stage", "owners", "tags", "first_added_at"]


async def bring(
    runtime: Runtime, corp_id: int, file: Path, wish: dict[str, Any], *, dry_run: bool
) -> ImportRead:
    """Import a file in this process; a dry run stops after the check."""

    async def blocks() -> AsyncIterator[bytes]:
        with file.open("rb") as source:
            while block := await asyncio.to_thread(source.read, BLOCK_BYTES):
                yield block

    size = (await asyncio.to_thread(file.stat)).st_size
    token, stored = await imports.receive(runtime, corp_id, blocks(), size)
    import_id = await imports.start_upload(runtime, corp_id, file.name, token, stored, ACTOR)
    async with runtime.database.corp(corp_id) as session:
        read = await imports.read_import(runtime, session, corp_id, import_id)
    mapping = _mapping(read, wish)
    async with runtime.database.corp(corp_id) as session:
        await imports.ask_for_check(runtime, session, corp_id, import_id, mapping, ACTOR, None)
    now = await _watch(runtime, corp_id, import_id, imports.check(runtime, corp_id, import_id))
    if dry_run or now.state != "checked":
        return now
    async with runtime.database.corp(corp_id) as session:
        await imports.ask_for_run(session, corp_id, import_id, ACTOR)
    return await _watch(runtime, corp_id, import_id, imports.take_in(runtime, corp_id, import_id))


def _mapping(read: ImportRead, wish: dict[str, Any]) -> Mapping:
    """What was said of columns; of the others what their headers mean."""
    by_name = {column.name: column.index for column in read.shape.columns}
    subject = wish.get("subject", "members")
    guesses = {
        column.index: {"orders": column.order_guess, "events": column.event_guess}.get(
            subject, column.guess
        )
        for column in read.shape.columns
    }
    columns = {index: guess for index, guess in guesses.items() if guess}
    for said in wish["columns"]:
        name, _, target = said.partition("=")
        if name not in by_name:
            message = f"the file has no column {name}; it has {', '.join(by_name)}"
            raise typer.BadParameter(message)
        columns.pop(by_name[name], None)
        if target:
            columns = {i: t for i, t in columns.items() if t != target or t == "tags"}
            columns[by_name[name]] = target
    if wish.get("kind"):
        columns = {index: target for index, target in columns.items() if target != "kind"}
    return Mapping(
        subject=subject,
        columns=columns,
        unknown_tags=wish["unknown_tags"],
        consent=wish["consent"],
        shop=wish.get("shop") or read.shape.shop or "file",
        kind=wish.get("kind") or None,
    )


async def _watch(runtime: Runtime, corp_id: int, import_id: int, work: Any) -> ImportRead:
    """Do the work and show how far it is, from the row that the admin page reads too."""
    task = asyncio.create_task(work)
    with Progress(
        TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[rows]}"),
        TimeRemainingColumn(), console=CONSOLE,
    ) as progress:  # fmt: skip
        bar = progress.add_task("reading", total=None, rows="")
        while True:
            done, _ = await asyncio.wait({task}, timeout=0.5)
            async with runtime.database.corp(corp_id) as session:
                now = await imports.read_import(runtime, session, corp_id, import_id)
            reading = now.step == "reading"
            rate = f", {now.rate:,.0f}/s" if now.rate else ""
            progress.update(
                bar,
                description=now.step or now.state,
                total=None if reading else max(now.staged, 1),
                completed=now.staged if reading else now.place,
                rows=f"{now.staged if reading else now.place:,} rows{rate}",
            )
            if done:
                await task
                return now


def wish_for(out: Path, columns: list[str], *, phones: bool) -> ExportWish:
    """What is written to a file, by its name's end. Raises BadParameter for an unknown one."""
    kinds: dict[str, Format] = {".csv": "csv", ".parquet": "parquet", ".xlsx": "xlsx"}
    kind = kinds.get(out.suffix.lower())
    if kind is None:
        message = f"{out.name} must end in .csv, .parquet or .xlsx"
        raise typer.BadParameter(message)
    return ExportWish(format=kind, columns=columns, phones=phones, language="en")


async def take_out(
    runtime: Runtime, corp_id: int, wish: ExportWish, question: str, out: Path
) -> ExportRead:
    """Export customers in this process and put the file at `out`."""
    given = parse_qs(question, strict_parsing=bool(question))
    known = Asked.__dataclass_fields__
    if unknown := sorted(set(given) - set(known)):
        message = f"the list knows no condition {unknown[0]}; it knows {', '.join(known)}"
        raise typer.BadParameter(message)
    many = {name for name, one in known.items() if one.default == ()}
    asked = TypeAdapter(Asked).validate_python(
        {key: tuple(values) if key in many else values[0] for key, values in given.items()}
    )
    principal = Principal(
        user_id=0, corp_id=corp_id, login="cli", name="CLI", role="owner",
        permissions=ROLES["owner"], sees_all=True,
    )  # fmt: skip
    await make_ready(runtime, principal, asked)
    async with runtime.database.corp(corp_id) as session:
        asking = Asking(asked, principal, runtime.vault, runtime.clock())
        wanted = await as_filter(session, corp_id, asking)
        export_id = await exports.ask(runtime, session, wish, wanted, question, principal)
    await exports.write(runtime, corp_id, export_id)
    async with runtime.database.corp(corp_id) as session:
        read = await exports.read_export(runtime, session, corp_id, export_id, ACTOR)
        if read.state == "done":
            path, _, _ = await exports.fetch(runtime, session, corp_id, export_id, ACTOR)
            await asyncio.to_thread(shutil.copyfile, path, out)
    return read


def import_customers(
    file: Annotated[Path, typer.Argument(help="CSV, .xlsx or Parquet.", exists=True)],
    corp: Annotated[
        str | None, typer.Option(help="WeCom's id of the company; needed where there are several.")
    ] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            help="HEADER=TARGET, such as 电话=phone or 页面=prop:title; HEADER= leaves it out.",
        ),
    ] = None,
    create_tags: Annotated[bool, typer.Option(help="Make tags that do not exist yet.")] = False,
    source: Annotated[str, typer.Option(help="Where these people gave their consent.")] = "",
    purposes: Annotated[
        list[str] | None, typer.Option("--purpose", help="phone, marketing or sensitive.")
    ] = None,
    given_on: Annotated[str, typer.Option(help="Day of the consent, as 2026-01-02.")] = "",
    orders: Annotated[bool, typer.Option("--orders", help="The file holds orders.")] = False,
    shop: Annotated[str, typer.Option(help="Source of the orders; by the headers if known.")] = "",
    events: Annotated[
        bool, typer.Option("--events", help="The file holds what people did, one event a row.")
    ] = False,
    kind: Annotated[
        str, typer.Option(help="What happened in every row, where no column says it.")
    ] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would happen.")] = False,
    home: Annotated[Path | None, typer.Option(help="Folder of data and keys.")] = None,
) -> None:
    """Import customers, orders or behaviour from a file; the admin page tells what is wrong."""
    if orders and events:
        message = "a file holds orders or events: say one of --orders and --events"
        raise typer.BadParameter(message)
    os.nice(NICENESS)

    async def act(runtime: Runtime, corp_id: int) -> ImportRead:
        consent = None
        if source or given_on:
            consent = Consent.model_validate(
                {"source": source, "purposes": purposes or ["phone"], "given_on": given_on}
            )
        wish = {
            "columns": columns or [],
            "unknown_tags": "create" if create_tags else "refuse",
            "consent": consent,
            "subject": "orders" if orders else "events" if events else "members",
            "shop": shop,
            "kind": kind,
        }
        return await bring(runtime, corp_id, file, wish, dry_run=dry_run)

    read: ImportRead = in_company(home, corp, act)
    counts = read.found if read.state == "checked" and read.found is not None else read
    typer.echo(
        f"{read.state}: {counts.created:,} new, {counts.changed:,} changed,"
        f" {counts.unchanged:,} unchanged, {counts.refused:,} refused"
        f" (import {read.id}; /customers/import/{read.id} tells why)"
    )
    if read.reason:
        typer.echo(read.reason, err=True)
    if read.state not in {"checked", "done"}:
        raise typer.Exit(1)


def export_customers(
    out: Annotated[Path, typer.Option(help="The file to write; its ending says which kind.")],
    corp: Annotated[
        str | None, typer.Option(help="WeCom's id of the company; needed where there are several.")
    ] = None,
    question: Annotated[
        str, typer.Option("--filter", help="As in the list's address: state=lost&tag_id=3.")
    ] = "",
    columns: Annotated[
        list[str] | None, typer.Option("--column", help="A column; may stand several times.")
    ] = None,
    phones: Annotated[bool, typer.Option(help="Whole phone numbers instead of masked.")] = False,
    home: Annotated[Path | None, typer.Option(help="Folder of data and keys.")] = None,
) -> None:
    """Export customers to a file; it stands in the register like any other export."""
    wish = wish_for(out, columns or _USUAL, phones=phones)

    async def act(runtime: Runtime, corp_id: int) -> ExportRead:
        return await take_out(runtime, corp_id, wish, question, out)

    read: ExportRead = in_company(home, corp, act)
    if read.state != "done":
        typer.echo(read.reason or read.state, err=True)
        raise typer.Exit(1)
    typer.echo(f"{read.done:,} customers in {out}")
