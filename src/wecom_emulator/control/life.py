"""Scripted days of a corp: begin one, see how far it is, end it."""

import asyncio
import re
from typing import Any

from pydantic import Field
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import compile_path

from wecom_emulator.acts import ImpossibleActError
from wecom_emulator.areas import VERBS
from wecom_emulator.calls import Call
from wecom_emulator.clock import MOST_RATE
from wecom_emulator.errors import INVALID_PARAMETER
from wecom_emulator.life import invariants
from wecom_emulator.life.reading import (
    ScenarioError,
    read_data,
    read_shipped,
    read_text,
    shipped,
)
from wecom_emulator.life.runner import Life, Pace
from wecom_emulator.life.scenario import Scenario
from wecom_emulator.state import Corp
from wecom_emulator.world import World

from . import codes, contacts, groups, handover, people, tags, todos
from .declaring import Answer, Body, Query, check_body, declare
from .plumbing import Act, BadRequestError, forget_strangers
from .shapes import Fields


class Beginning(Body):
    """Which scenario, how fast."""

    scenario: str | Fields | None = None
    """The name of one that comes with the emulator, or one as an object."""
    yaml: str | None = None
    """One as YAML, in place of `scenario`."""
    seed: int | None = None
    speed: float | str | None = None
    name: str | None = None
    """What the life is called, `life` without it."""


class OfLife(Query):
    """Which."""

    name: str | None = None
    """`life` without it."""


class Look(OfLife):
    """Which, and how much of it."""

    rows: int = 20


class Since(OfLife):
    """Which, and what is new."""

    after: int = 0


class NoLife(Answer):
    """There was none."""

    running: bool
    status: str
    names: list[str]


class Progress(Answer):
    """How far a life is."""

    scenario: str
    about: str
    seed: int
    speed: float | None
    """null as fast as it can."""
    status: str
    running: bool
    day: int
    days: int
    share: float
    now: int
    """Unix seconds of the emulator's clock, like `until`."""
    until: int
    acts: int
    seconds: float
    """Real ones it took so far."""
    acts_per_second: float
    people: int
    waiting: int
    counts: dict[str, dict[str, int]]
    """By act and outcome."""
    refused: dict[str, int]
    """The commonest reasons."""
    recent: list[Fields]
    """The newest acts, as `life/acts` tells them."""
    names: list[str] = Field(default_factory=list)
    """All that are kept."""


class Invariant(Answer):
    """Something that must hold."""

    name: str
    ok: bool
    looked_at: int
    wrong: int
    first: list[str]


class Checked(Answer):
    """Whether all hold."""

    ok: bool
    invariants: list[Invariant]


class ScenarioRow(Answer):
    """A scenario that comes with the emulator."""

    name: str
    title: str
    about: str
    days: int
    members: int | None
    """null where it lives with whoever is there."""


AT_ONCE = "max"
NAME = "life"
"""What a life is called that is given no name."""
MOST_KEPT = 10
"""Lives of a corp that are over and still told."""
_ACTS: dict[str, Act] = {
    **codes.ACTS,
    **contacts.ACTS,
    **groups.ACTS,
    **handover.ACTS,
    **people.ACTS,
    **tags.ACTS,
    **todos.ACTS,
}
"""What people and members do; what only an operator of the emulator does is no part of a life."""
_PATTERNS: list[tuple[re.Pattern[str], Act]] = [
    (compile_path(path)[0], act) for path, act in _ACTS.items() if "{" in path
]
_WRONG = (ArithmeticError, AttributeError, LookupError, OSError, TypeError, ValueError)


class OwnHands:
    """Acts and calls of one corp, through the same functions that HTTP reaches."""

    def __init__(self, world: World, corp: Corp, request: Request) -> None:
        self._world, self._corp = world, corp
        self._scope = {**request.scope, "path_params": {}}
        self._base_url = str(request.base_url).rstrip("/")

    async def act(self, path: str, body: dict[str, Any]) -> Any:
        """An act of the control API; raises ImpossibleActError where it is refused."""
        act, names = _found(path)
        request = Request({**self._scope, "path_params": names})
        known = len(self._corp.persons)
        try:
            check_body(act, names.get("verb"), body)
            return await act(self._world, self._corp, body, request)
        except ImpossibleActError:
            forget_strangers(self._corp, known)
            raise
        except BadRequestError as error:
            raise ImpossibleActError(str(error)) from error
        except _WRONG as error:
            message = f"missing or wrong: {error}"
            raise ImpossibleActError(message) from error

    async def call(self, name: str, body: dict[str, Any]) -> dict[str, Any]:
        """A call of WeCom's API by the corp's first app; raises RefusalError."""
        world, corp = self._world, self._corp
        try:
            told = await VERBS[name].do(Call(world, corp, corp.apps[0], {}, body, self._base_url))
        except _WRONG as error:
            raise INVALID_PARAMETER.error() from error
        return told if isinstance(told, dict) else {}


def _found(path: str) -> tuple[Act, dict[str, Any]]:
    act = _ACTS.get(path)
    if act is not None:
        return act, {}
    for pattern, act in _PATTERNS:
        if (found := pattern.match(path)) is not None:
            return act, found.groupdict()
    message = f"no act {path}"
    raise ImpossibleActError(message)


def _scenario(body: dict[str, Any]) -> Scenario:
    """The scenario of a body: the name of one that is shipped, an object, or YAML."""
    given, text = body.get("scenario"), body.get("yaml")
    if (given is None) is (text is None):
        message = f"give scenario (an object, or one of {', '.join(shipped())}) or yaml"
        raise BadRequestError(message)
    try:
        if text is not None:
            return read_text(str(text))
        return read_shipped(given) if isinstance(given, str) else read_data(given)
    except ScenarioError as error:
        raise BadRequestError(str(error)) from None


def _pace(world: World, given: object) -> Pace:
    if given == AT_ONCE:
        return Pace(None)
    if given is None:
        return Pace(world.clock.rate)
    speed = float(str(given))
    if not 0 < speed <= MOST_RATE:
        message = f"speed is {AT_ONCE}, or above 0 and at most {MOST_RATE:.0f}"
        raise BadRequestError(message)
    return Pace(speed)


@declare(takes=Beginning, answers=Progress)
async def begin(world: World, corp: Corp, body: dict[str, Any], request: Request) -> Any:
    """Begin a life: `scenario` (a name or an object) or `yaml`, `seed`, `speed`.

    A speed is how many seconds of the emulator pass in a real one, `max` is as fast as it can;
    without it the clock runs on as it does. A corp may have several lives at a time, each with a
    `name`; all of them share the clock.
    """
    # Reading a large one takes a while, and others are served meanwhile.
    scenario = await asyncio.to_thread(_scenario, body)
    pace = _pace(world, body.get("speed"))
    key = _key(corp, str(body.get("name") or NAME))
    known = world.lives.get(key)
    if known is not None and known.running:
        message = f"{known.stage.scenario.name} is being lived; DELETE it first"
        raise ImpossibleActError(message)
    hands = OwnHands(world, corp, request)
    life = Life(world, corp, scenario, int(body.get("seed") or 1), hands, pace)
    world.lives[key] = life
    _forget(world, corp)
    world.spawn(life.run())
    return life.progress()


@declare(asks=Look, answers=Progress | NoLife)
async def read(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """How far the life of `name` is, with its newest `rows` acts, 20 without a number.

    Where there was none `running` is false and `status` none. `names` are all that are kept.
    """
    life = world.lives.get(_key(corp, _name(request)))
    names = [key.partition(" ")[2] for key in world.lives if key.startswith(f"{corp.corpid} ")]
    if life is None:
        return {"running": False, "status": "none", "names": names}
    return {"names": names} | life.progress(max(0, int(request.query_params.get("rows", "20"))))


@declare(asks=Since, answers=list[Fields])
async def read_acts(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """Acts that were done, missed or refused `after` an index, oldest first, as far as kept."""
    return _life(world, corp, request).stage.ledger.after(
        int(request.query_params.get("after", "0"))
    )


@declare(asks=OfLife, answers=Checked)
async def check(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """Whether the world holds what the life did: each invariant with what breaks it."""
    rows = invariants.judge(_life(world, corp, request).stage)
    return {"ok": all(row["ok"] for row in rows), "invariants": rows}


@declare(asks=OfLife, answers=Progress)
async def stop(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """End the life before its next act."""
    life = _life(world, corp, request)
    if not life.running:
        message = f"the life is {life.status} already"
        raise ImpossibleActError(message)
    life.stop()
    await life.ended()
    return life.progress()


def _name(request: Request) -> str:
    return request.query_params.get("name") or NAME


def _key(corp: Corp, name: str) -> str:
    return f"{corp.corpid} {name}"


def _life(world: World, corp: Corp, request: Request) -> Life:
    life = world.lives.get(_key(corp, _name(request)))
    if life is None:
        message = f"{corp.corpid} has no life {_name(request)}"
        raise BadRequestError(message, 404)
    return life


def _forget(world: World, corp: Corp) -> None:
    """The oldest lives that are over, where there are many."""
    over = [
        key
        for key, life in world.lives.items()
        if key.startswith(f"{corp.corpid} ") and not life.running
    ]
    for key in over[:-MOST_KEPT]:
        del world.lives[key]


@declare(answers=list[ScenarioRow])
async def read_scenarios(_: Request) -> JSONResponse:
    """The scenarios that come with the emulator."""
    found = {name: read_shipped(name) for name in shipped()}
    return JSONResponse(
        [
            {
                "name": name,
                "title": scenario.name,
                "about": scenario.about,
                "days": scenario.days,
                "members": None
                if scenario.company.existing
                else scenario.company.stores * scenario.company.staff,
            }
            for name, scenario in found.items()
        ]
    )


ACTS: dict[str, Act] = {"life": begin}
VIEWS: dict[str, Act] = {"life": read, "life/acts": read_acts, "life/check": check}
