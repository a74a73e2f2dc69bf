"""`wecom-emulator live`: scripted days, in an emulator of its own or in one that runs."""

import asyncio
import contextlib
import json
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import httpx2
import typer

from .app import create_app
from .control.life import AT_ONCE
from .fields import SHANGHAI
from .life.reading import SHIPPED, ScenarioError, read_text, shipped
from .life.scenario import Scenario
from .life.stream import Setting, Stream, dumps

_LOOKS_SECONDS = 0.5
_OWN_CORP = "wwlife000000000001"
_TIMEOUT_SECONDS = 120.0


class LivingError(Exception):
    """The emulator refused; the text says why."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What to live, and where."""

    text: str
    seed: int
    speed: str
    check: bool
    url: str | None
    corpid: str
    name: str


def live(
    *,
    scenario: Annotated[
        str, typer.Option(help="A YAML file, or the name of a scenario that is shipped.")
    ],
    seed: Annotated[int, typer.Option(help="Decides who does what when.")] = 1,
    speed: Annotated[
        str, typer.Option(help="Seconds in the emulator for one outside, or max.")
    ] = AT_ONCE,
    check: Annotated[
        bool, typer.Option("--check", help="End with the invariants; status 1 if one is broken.")
    ] = False,
    url: Annotated[
        str | None, typer.Option(help="Live in the emulator that runs there, not in one's own.")
    ] = None,
    corp: Annotated[str, typer.Option(help="With --url: the id of the corp.")] = _OWN_CORP,
    print_: Annotated[
        bool, typer.Option("--print", help="Only print the acts, one JSON object a line.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="End with one JSON object.")] = False,
) -> None:
    """Live a scenario: people scan, chat, join, leave, buy, complain, delete; members react."""
    text, found = _scenario(scenario)
    if print_:
        _print_acts(found, seed)
        return
    wish = Wish(text, seed, speed, check, url, corp, found.name)
    try:
        told = asyncio.run(_live(wish))
    except (LivingError, httpx2.HTTPError) as error:
        typer.echo(f"it could not be lived: {error}", err=True)
        raise typer.Exit(1) from None
    if as_json:
        typer.echo(json.dumps(told, ensure_ascii=False))
    else:
        _show(told)
    good = told["status"] == "finished" and told.get("check", {"ok": True})["ok"]
    raise typer.Exit(0 if good else 1)


def _scenario(given: str) -> tuple[str, Scenario]:
    file = SHIPPED / f"{given}.yaml" if given in shipped() else Path(given)
    try:
        text = file.read_text(encoding="utf-8")
        return text, read_text(text, file.name)
    except (OSError, UnicodeDecodeError) as error:
        names = ", ".join(shipped())
        message = f"{given}: {error}; {names} come with the emulator"
        raise typer.BadParameter(message, param_hint="--scenario") from None
    except ScenarioError as error:
        raise typer.BadParameter(str(error), param_hint="--scenario") from None


def _print_acts(scenario: Scenario, seed: int) -> None:
    members = scenario.company.stores * scenario.company.staff
    for act in Stream(scenario, Setting(seed, members)):
        typer.echo(dumps(act))


@contextlib.asynccontextmanager
async def _door(wish: Wish) -> AsyncIterator[httpx2.AsyncClient]:
    """The control API of an emulator: the one at the url, or one that is made for this."""
    if wish.url is not None:
        async with httpx2.AsyncClient(
            base_url=wish.url, timeout=_TIMEOUT_SECONDS, trust_env=False
        ) as http:
            yield http
        return
    app = create_app()
    transport = httpx2.ASGITransport(app=app)
    async with (
        app.router.lifespan_context(app),
        httpx2.AsyncClient(transport=transport, base_url="http://emulator.invalid") as http,
    ):
        company = {
            "corpid": wish.corpid,
            "name": wish.name,
            "apps": [{"agentid": 1000002, "secret": secrets.token_urlsafe(32)}],
            "departments": [{"id": 1, "name": wish.name}],
        }
        _good(await http.post("/emulator/corps", json=company))
        yield http


def _good(answer: httpx2.Response) -> Any:
    if answer.is_error:
        raise LivingError(answer.text)
    return answer.json()


async def _live(wish: Wish) -> dict[str, Any]:
    async with _door(wish) as http:
        path = f"/emulator/corps/{wish.corpid}/life"
        body = {"yaml": wish.text, "seed": wish.seed, "speed": wish.speed}
        told: dict[str, Any] = _good(await http.post(path, json=body))
        while told["running"]:
            await asyncio.sleep(_LOOKS_SECONDS)
            told = _good(await http.get(path, params={"rows": 0}))
            _show_progress(told)
        typer.echo(err=True)
        if wish.check:
            told["check"] = _good(await http.get(f"{path}/check"))
        return told


def _show_progress(told: dict[str, Any]) -> None:
    moment = datetime.fromtimestamp(told["now"], SHANGHAI).strftime("%Y-%m-%d %H:%M")
    line = f"\r{told['share']:5.1%}  {moment}  {told['acts']} acts, {told['people']} people"
    typer.echo(f"{line}, {told['acts_per_second']:.0f} acts/s  ", nl=False, err=True)


def _show(told: dict[str, Any]) -> None:
    typer.echo(f"{told['scenario']}, seed {told['seed']}: {told['status']}")
    typer.echo(f"{told['acts']} acts of {told['people']} people in {told['seconds']:.1f} s")
    for do, counts in told["counts"].items():
        found = ", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items()))
        typer.echo(f"  {do:<10} {found}")
    for why, count in told["refused"].items():
        typer.echo(f"  refused {count} times: {why}")
    for row in told.get("check", {"invariants": []})["invariants"]:
        mark = "holds" if row["ok"] else "BROKEN"
        typer.echo(f"{mark:<7}{row['name']} ({row['looked_at']} looked at)")
        for each in row["first"]:
            typer.echo(f"       {each}")
