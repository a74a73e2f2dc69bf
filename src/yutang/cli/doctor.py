"""`yutang doctor`: what is wrong between this installation and WeCom, and what to click where."""

import asyncio
import getpass
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, Final

import httpx2
import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text
from sqlalchemy.exc import OperationalError, ProgrammingError

from yutang.bootstrap import build_runtime
from yutang.kernel.eventlog import service as eventlog
from yutang.kernel.languages import Language
from yutang.kernel.runtime import Runtime
from yutang.kernel.settings import Settings
from yutang.kernel.vault import UnsealError, key_path
from yutang.people.audience import service as audience
from yutang.people.corps import service as corps
from yutang.sense.collector import service as collector
from yutang.sense.connection import service as connection
from yutang.sense.connection import wording
from yutang.sense.connection.schemas import Check, CheckStatus, Finding, Stranger

from .opening import NoServerError, with_database
from .speaking import spoken
from .up import settings_with

SECRET: Final = "YUTANG_DOCTOR_SECRET"  # noqa: S105 - the name of a variable, no secret
LATE_SECONDS: Final = 60
_MARKS: Final = {"ok": ("✓", "green"), "failed": ("✗", "red"), "unknown": ("–", "yellow")}


class ObstacleError(Exception):
    """Nothing can be checked; `name` is the word for why."""

    def __init__(self, *, name: str, **values: object) -> None:
        super().__init__(name)
        self.name = name
        self.values = values


class Sheet:
    """Writes what is found: line by line while it comes in, or as one JSON object at the end."""

    def __init__(self, language: Language, *, as_json: bool) -> None:
        self._language = language
        self._console = Console(highlight=False, quiet=as_json)
        self._corps: list[dict[str, Any]] = []
        self._checks: list[Check] = []
        self._app: int | None = -1
        self._as_json = as_json
        self._lines: list[dict[str, str]] = []

    @property
    def well(self) -> bool:
        """Whether nothing is to be mended."""
        found = [check.status for check in self._checks]
        return "failed" not in [*found, *(line["status"] for line in self._lines)]

    @contextmanager
    def corp(self, corpid: str, note: str = "") -> Iterator[None]:
        """What is told within concerns this corp."""
        first, self._app = len(self._checks), -1
        self._console.print(wording.screen(self._language, "checking", corpid=corpid))
        if note:
            self._console.print(wording.screen(self._language, note))
        with self._console.status(""):
            yield
        items = [check.model_dump(mode="json") for check in self._checks[first:]]
        self._corps.append({"corpid": corpid, "items": items})

    def tell(self, finding: Finding) -> None:
        """One finding."""
        check = wording.put_in_words(finding, self._language)
        self._checks.append(check)
        if check.app != self._app:
            self._app = check.app
            name = "corp" if check.app is None else "app"
            self._console.print()
            head = wording.screen(self._language, name, app=check.app)
            self._console.print(Text(head, style="bold"))
        mark, colour = _MARKS[check.status]
        number = check.facts.get("errcode")
        line = Text.assemble((mark, colour), " ", (check.title, "bold"), "  ", check.what)
        self._console.print(line.append(f" ({number})" if number is not None else ""))
        note = "note" if check.status == "ok" else "means"
        for name, text in ((note, check.means), ("where", check.where), ("link", check.link)):
            if text:
                label = wording.screen(self._language, name)
                told = Text.assemble((label, "dim"), text)
                self._console.print(Padding(told, (0, 0, 0, 2), expand=False))
        if check.status != "ok":
            told = Text(f"[{check.code}] {check.detail}", style="dim")
            self._console.print(Padding(told, (0, 0, 0, 2), expand=False))

    def warn(self, name: str, **values: object) -> None:
        """Something beside the connection that is not as it should be."""
        told = wording.screen(self._language, name, **values)
        self._console.print(Text.assemble(("!", "yellow"), " ", told))

    def say(self, status: CheckStatus, name: str, then: str = "", **values: object) -> None:
        """One line about the installation itself."""
        what = wording.screen(self._language, name, **values)
        self._lines.append({"status": status, "code": name, "what": what})
        mark, colour = _MARKS[status]
        if len(self._lines) == 1:
            self._console.print()
            self._console.print(Text(wording.screen(self._language, "log"), style="bold"))
        self._console.print(Text.assemble((mark, colour), " ", what))
        if then:
            where = wording.screen(self._language, then, **values)
            self._console.print(Padding(where, (0, 0, 0, 2), expand=False))

    def obstacle(self, error: ObstacleError) -> None:
        """Nothing could be checked."""
        what, where = wording.installation(self._language, error.name, **error.values)
        if self._as_json:
            problem = {"code": f"installation.{error.name}", "what": what, "where": where}
            typer.echo(json.dumps({"ok": False, "problem": problem}, ensure_ascii=False))
            return
        self._console.print(Text.assemble(("✗", "red"), " ", what))
        self._console.print(Padding(where, (0, 0, 0, 2), expand=False))

    def verdict(self) -> None:
        """The last line."""
        if self._as_json:
            told = {"ok": self.well, "corps": self._corps, "log": self._lines}
            typer.echo(json.dumps(told, ensure_ascii=False))
            return
        counts = dict.fromkeys(_MARKS, 0)
        for status in (
            *(check.status for check in self._checks),
            *(line["status"] for line in self._lines),
        ):
            counts[status] += 1
        name = "mend" if counts["failed"] else "not_known" if counts["unknown"] else "well"
        count = counts["failed"] or counts["unknown"] or counts["ok"]
        self._console.print()
        verdict = wording.screen(self._language, name, count=count)
        self._console.print(Text(verdict, style="bold"))


def doctor(
    corp: Annotated[
        str | None, typer.Option(help="Check this company only, by its corpid; default: all.")
    ] = None,
    corpid: Annotated[
        str | None, typer.Option(help="Check a company that was not added, by its corpid.")
    ] = None,
    agent_id: Annotated[
        int | None,
        typer.Option("--agent-id", "--agentid", min=1, help="With --corpid: the app's AgentId."),
    ] = None,
    home: Annotated[Path | None, typer.Option(help="Folder of data and keys.")] = None,
    public_url: Annotated[
        str | None, typer.Option(help="Address under which WeCom reaches this machine.")
    ] = None,
    lang: Annotated[
        str | None, typer.Option(help="zh or en; default: the terminal's language.")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object instead of lines.")
    ] = False,
) -> None:
    """Check the connection with WeCom step by step; say what to click where. Writes nothing.

    Exit status 1 when something is to be mended. The secret for --corpid is asked for, or read
    from YUTANG_DOCTOR_SECRET.
    """
    sheet = Sheet(language := spoken(lang), as_json=as_json)
    settings = settings_with(home=home.absolute() if home else None, public_url=public_url)
    if (corpid is None) != (agent_id is None) or (corpid and corp):
        message = "give --corpid together with --agent-id, and without --corp"
        raise typer.BadParameter(message)
    try:
        if corpid is not None and agent_id is not None:
            secret = os.environ.get(SECRET) or getpass.getpass(
                wording.screen(language, "ask_secret", app=agent_id)
            )
            app = Stranger(corpid.strip(), agent_id, secret.strip())
            asyncio.run(_check_stranger(settings, app, sheet))
        else:
            asyncio.run(_check_installation(settings, corp, sheet))
    except ObstacleError as error:
        sheet.obstacle(error)
        raise typer.Exit(1) from error
    sheet.verdict()
    raise typer.Exit(0 if sheet.well else 1)


async def _check_stranger(settings: Settings, app: Stranger, sheet: Sheet) -> None:
    async with httpx2.AsyncClient(timeout=httpx2.Timeout(10, connect=5)) as http:
        with sheet.corp(app.corpid, "not_added"):
            await connection.check_stranger(settings, http, app, sheet.tell)


async def _check_installation(settings: Settings, wanted: str | None, sheet: Sheet) -> None:
    with _told_obstacles(settings.home):
        there = with_database(settings)
    try:
        # Opening a vault would make a key where there is none, and it would be the wrong one.
        if settings.master_key is None:
            key_path(settings.home, settings.master_key_file).read_bytes()
    except OSError as error:
        raise ObstacleError(name="no_key", home=settings.home) from error
    runtime = build_runtime(there, pool_size=1)
    try:
        with _told_obstacles(settings.home):
            await _check_corps(runtime, wanted, sheet)
            await _check_log(runtime, sheet)
            await _check_audience(runtime, sheet)
    finally:
        await runtime.close()


async def _check_corps(runtime: Runtime, wanted: str | None, sheet: Sheet) -> None:
    async with runtime.database.owner() as session:
        doors = await corps.callback_doors(session, runtime.vault)
    ids = {door.corpid: door.corp_id for door in doors}
    if not ids:
        raise ObstacleError(name="no_corp")
    if wanted is not None and wanted not in ids:
        raise ObstacleError(name="unknown_corp", corpid=wanted, known=", ".join(sorted(ids)))
    for corpid, corp_id in ids.items():
        if wanted in {None, corpid}:
            with sheet.corp(corpid):
                await connection.check_corp(runtime, corp_id, sheet.tell)
                await _look_at_collector(runtime, corp_id, sheet)


async def _look_at_collector(runtime: Runtime, corp_id: int, sheet: Sheet) -> None:
    """Say so where what sources sent is late, could not be handled, or lies on the disk."""
    standing = await collector.read_standing(runtime, corp_id)
    late = standing.lag_seconds > LATE_SECONDS
    if late or standing.dead_batches or standing.spooled_files:
        sheet.warn(
            "collector",
            events=standing.waiting_events,
            seconds=round(standing.lag_seconds),
            batches=standing.dead_batches,
            bytes=standing.spooled_bytes,
        )


async def _check_log(runtime: Runtime, sheet: Sheet) -> None:
    """Months to come, events beside them, and who holds the readers back."""
    async with runtime.database.owner() as session:
        ahead = await eventlog.months_ahead(session)
        beside = await eventlog.beside(session)
        reading = await eventlog.read_reading(session)
    sheet.say("ok" if ahead else "failed", "log_ahead" if ahead else "log_short", count=ahead)
    if beside:
        sheet.say("unknown", "log_beside", count=f"{beside:,}")
    if (held := reading.held) is None:
        sheet.say("ok", "log_free")
    else:
        since = f"{held.since:%Y-%m-%d %H:%M:%S %Z}" if held.since is not None else "–"
        told = held.model_dump() | {"pid": held.pid or "–", "since": since}
        sheet.say("failed", "log_held", "log_end_it", **told)
    for reader in reading.readers:
        if reader.at_least:
            sheet.say("unknown", "log_behind", reader=reader.name, count=f"> {reader.behind:,}")


async def _check_audience(runtime: Runtime, sheet: Sheet) -> None:
    """Whether segments can be counted, and since when their numbers are old."""
    found = await audience.status(runtime)
    match found.state:
        case "current":
            sheet.say("ok", "audience_current")
        case "away":
            sheet.say("unknown", "audience_away", "audience_start")
        case "stale":
            since = f"{found.stale_since:%Y-%m-%d %H:%M:%S %Z}"
            sheet.say("failed", "audience_stale", "audience_look", since=since, why=found.why)
        case "building":
            sheet.say("unknown", "audience_building")
        case "behind":
            lag = max(found.marks_lag_seconds, found.events_lag_seconds)
            waiting = f"{found.marks + found.events_behind:,}"
            sheet.say("unknown", "audience_behind", seconds=round(lag), count=waiting)


@contextmanager
def _told_obstacles(home: Path) -> Iterator[None]:
    """Turn what a database or a key says into ObstacleError."""
    try:
        yield
    except NoServerError as error:
        raise ObstacleError(name="no_database", reason=str(error)) from error
    except OperationalError as error:
        raise ObstacleError(name="no_database", reason=str(error.orig).strip()) from error
    except ProgrammingError as error:
        raise ObstacleError(name="not_migrated") from error
    except UnsealError as error:
        raise ObstacleError(name="no_key", home=home) from error
