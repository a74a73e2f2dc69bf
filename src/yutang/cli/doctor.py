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
from yutang.kernel.runtime import Runtime
from yutang.kernel.settings import Settings
from yutang.kernel.vault import UnsealError, key_path
from yutang.people.corps import service as corps
from yutang.sense.connection import service as connection
from yutang.sense.connection import wording
from yutang.sense.connection.schemas import Check, Finding, Language, Stranger

from .opening import NoServerError, with_database
from .speaking import spoken
from .up import settings_with

SECRET: Final = "YUTANG_DOCTOR_SECRET"  # noqa: S105 - the name of a variable, no secret
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

    @property
    def well(self) -> bool:
        """Whether nothing is to be mended."""
        return all(check.status != "failed" for check in self._checks)

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
            told = {"ok": self.well, "corps": self._corps}
            typer.echo(json.dumps(told, ensure_ascii=False))
            return
        counts = dict.fromkeys(_MARKS, 0)
        for check in self._checks:
            counts[check.status] += 1
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
