"""The emulator as a whole: corps, clock, seed."""

import time
from dataclasses import replace
from typing import Any

from pydantic import Field
from starlette.requests import Request
from starlette.responses import JSONResponse

from wecom_emulator.populate import populate
from wecom_emulator.state import App, Callback, Corp, Department, Staff
from wecom_emulator.world import World

from .declaring import Answer, Body, Empty, declare
from .plumbing import Act, BadRequestError, body_of, world_of

MOST_SECONDS = float(1 << 40)


class AppRow(Body):
    """An app."""

    agentid: int
    secret: str


class DepartmentRow(Body):
    """A department."""

    id: int
    name: str
    parentid: int = 0
    order: int = 0


class StaffRow(Body):
    """A member."""

    userid: str
    name: str = ""
    """The userid without it."""
    department: list[int] = Field(default_factory=lambda: [1])


class CallbackRow(Body):
    """Where an app is told what happens."""

    url: str
    token: str
    encoding_aes_key: str
    agentid: int = 0
    """Whose; the first app's without it."""
    verify: bool | None = None
    """Whether the address is checked first, as WeCom does."""


class NewCorp(Body):
    """A company."""

    corpid: str
    apps: list[AppRow]
    """The first one may call customer contact."""
    name: str = ""
    departments: list[DepartmentRow] = Field(default_factory=list)
    staff: list[StaffRow] = Field(default_factory=list)
    callback: CallbackRow | None = None


class TagsOfGroup(Body):
    """A group of tags."""

    name: str
    tags: list[str]


class Population(Body):
    """How many of each; the same seed makes the same ones."""

    seed: int | None = None
    customers: int | None = None
    groups: int | None = None
    tag_groups: int | list[TagsOfGroup] | None = None


class Clock(Body):
    """When it shall be, and how fast time shall pass."""

    now: float = 0.0
    """Unix seconds."""
    advance_seconds: float = 0.0
    rate: float = 1.0
    """Seconds in here for one outside."""


class Seed(Body):
    """What chance begins with."""

    seed: int | None = None


class CorpId(Answer):
    """Which company."""

    corpid: str


class Populated(Answer):
    """How many there are now."""

    customers: int
    tag_groups: int
    groups: int


class Moment(Answer):
    """The time."""

    now: int
    rate: float


class Time(Answer):
    """The time."""

    now: float
    rate: float
    ahead: float


class OpenApp(Answer):
    """An app."""

    agentid: int
    sidebar_url: str
    may_call_contact: bool


class CorpRow(Answer):
    """A company."""

    corpid: str
    name: str
    apps: list[OpenApp]


@declare(takes=NewCorp, answers=CorpId)
async def make_corp(request: Request) -> JSONResponse:
    """Make a corp, or bring the callback, people and apps of one that is here up to date.

    A call that is refused changes nothing.
    """
    world = world_of(request)
    try:
        body = await body_of(request)
        corpid = str(body["corpid"])
        kept = world.corp(corpid)
        apps = [_app(kept, row) for row in body["apps"]]
        departments = [_department(row) for row in body.get("departments", [])]
        corp = kept or Corp(corpid, "", apps)
        members = [_member(corp, row) for row in body.get("staff", [])]
        callback = None
        if told := body.get("callback"):
            # Every app may get events; the corp of a demo has one callback for its first app.
            callback = Callback(
                str(told["url"]),
                str(told["token"]),
                str(told["encoding_aes_key"]),
                int(told.get("agentid", apps[0].agentid)),
            )
            if told.get("verify") and (why := await world.deliveries.verify(corp, callback)):
                return JSONResponse({"error": f"the callback failed: {why}"}, 400)
    except BadRequestError as error:
        return JSONResponse({"error": str(error)}, error.status)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        return JSONResponse({"error": f"missing or wrong: {error}"}, 400)
    corp = world.state.corps.setdefault(corpid, corp)
    corp.name, corp.apps = str(body.get("name", corp.name)), apps
    corp.departments |= {department.id: department for department in departments}
    corp.staff |= {member.userid: member for member in members}
    if callback is not None:
        others = [c for c in corp.callbacks if c.agentid != callback.agentid]
        corp.callbacks = [*others, callback]
    world.changed()
    return JSONResponse({"corpid": corpid})


def _app(kept: Corp | None, row: dict[str, Any]) -> App:
    """An app as told; one that is here keeps its page and what the console set."""
    agentid, secret = int(row["agentid"]), str(row["secret"])
    known = kept.app(agentid) if kept is not None else None
    return App(agentid, secret) if known is None else replace(known, secret=secret)


def _department(row: dict[str, Any]) -> Department:
    return Department(
        int(row["id"]), str(row["name"]), int(row.get("parentid", 0)), int(row.get("order", 0))
    )


def _member(corp: Corp, row: dict[str, Any]) -> Staff:
    """A member as told; one who is here keeps his status and what the console set."""
    userid = str(row["userid"])
    told = Staff(userid, str(row.get("name", userid)), [int(d) for d in row.get("department", [1])])
    kept = corp.staff.get(userid)
    if kept is None:
        return told
    return replace(kept, name=told.name, department=told.department)


@declare(takes=Population, answers=Populated)
async def fill(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """Make customers, tags and groups from a seed, without news."""
    return populate(world, corp, body)


@declare(takes=Clock, answers=Moment)
async def set_clock(request: Request) -> JSONResponse:
    """Time travel: `now` in unix seconds, or `advance_seconds`; `rate` makes it run."""
    world = world_of(request)
    body = await body_of(request)
    wanted = {
        name: float(body[name]) for name in ("rate", "now", "advance_seconds") if name in body
    }
    if not all(abs(value) < MOST_SECONDS for value in wanted.values()):
        message = "rate, now and advance_seconds are numbers of this age"
        raise BadRequestError(message)
    if "rate" in wanted:
        world.clock.rate = wanted["rate"]
    if "now" in wanted:
        world.clock.offset = wanted["now"] - time.time()
    world.clock.offset += wanted.get("advance_seconds", 0.0)
    world.changed()
    return JSONResponse({"now": world.clock.seconds(), "rate": world.clock.rate})


@declare(answers=Time)
async def read_clock(request: Request) -> JSONResponse:
    """What time it is in here, unix seconds, how fast it passes, how far ahead it is, seconds."""
    clock = world_of(request).clock
    return JSONResponse({"now": clock.now(), "rate": clock.rate, "ahead": clock.offset})


@declare(answers=list[CorpRow])
async def read_corps(request: Request) -> JSONResponse:
    """Which companies are here, and the page each app opens beside a chat."""
    return JSONResponse(
        [
            {
                "corpid": corp.corpid,
                "name": corp.name,
                "apps": [
                    {
                        "agentid": app.agentid,
                        "sidebar_url": app.sidebar_url,
                        "may_call_contact": corp.lets_call_contact(app),
                    }
                    for app in corp.apps
                ],
            }
            for corp in world_of(request).state.corps.values()
        ]
    )


@declare(takes=Seed, answers=Empty)
async def reset(request: Request) -> JSONResponse:
    """Empty again; `seed` makes what is left to chance repeatable."""
    seed = (await body_of(request)).get("seed")
    world_of(request).reset(None if seed is None else int(seed))
    return JSONResponse({})


ACTS: dict[str, Act] = {"populate": fill}
