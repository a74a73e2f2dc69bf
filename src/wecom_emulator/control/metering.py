"""The limits, read and lowered while it runs, and what was used of them."""

from dataclasses import asdict

from pydantic import ConfigDict
from starlette.requests import Request
from starlette.responses import JSONResponse

from wecom_emulator import coverage, limits
from wecom_emulator.scope import Outside, api_of

from .declaring import Answer, Body, Query, declare, some_of
from .plumbing import BadRequestError, body_of, world_of
from .shapes import Fields


class SomeLimits(Body):
    """Some of the limits, each of the kind of its default."""

    model_config = ConfigDict(json_schema_extra=some_of(limits.Limits))


class OfQuota(Query):
    """Whose, of what."""

    corpid: str = ""
    path: str = ""


class OfJournal(Query):
    """Which calls."""

    path: str | None = None
    after: float = 0.0
    """Unix seconds, real time."""
    limit: int | None = None


class Window(Answer):
    """A window of a quota."""

    begins: float
    used: int
    most: int


class Block(Answer):
    """Why calls are refused now."""

    by: str
    until: float
    window: str


class Hour(Answer):
    """An hour of the emulator's clock."""

    begins: float
    calls: int
    """Used quota."""
    zero: int
    """Were answered 0."""
    done: int
    """Had their effect."""
    refused: int
    """Were answered 45009."""


class ApiUse(Answer):
    """What a company used of an API."""

    corpid: str
    path: str
    windows: dict[str, Window]
    blocked: list[Block]
    lockouts: int
    exceeded: int
    """Calls answered 45009."""
    refused_parallel: int
    in_flight: int
    most_in_flight: int
    hours: list[Hour]


class Address(Answer):
    """An address that is blocked."""

    ip: str
    path: str
    until: float


class Quota(Answer):
    """What was used."""

    now: float
    apis: list[ApiUse]
    addresses: list[Address]


class JournalRow(Answer):
    """A call of WeCom's API."""

    number: int
    ms: float | None
    """How long it took; null while it is under way."""
    at: float
    """Real time."""
    clock: float
    """The emulator's time."""
    method: str
    path: str
    query: dict[str, str]
    body: Fields | list[object] | str | float | bool | None
    errcode: int | str
    """As the caller saw it: a number, `http 502`, `dropped`."""
    done: bool
    """Whether it had its effect."""
    ip: str
    corpid: str = ""
    agentid: int | None = None


class JournalCall(JournalRow):
    """A call with its answer."""

    answer: Fields | list[object] | str | float | bool | None
    """null where it is forgotten."""


class Coverage(Answer):
    """What is emulated."""

    checked: str
    """The day it was last held against WeCom's documents."""
    apis: list[coverage.Row]
    aliases: dict[str, str]
    retired: list[str]
    outside: list[Outside]


@declare(answers=limits.Limits)
async def read_limits(request: Request) -> JSONResponse:
    """All limits."""
    return JSONResponse(asdict(world_of(request).limits))


@declare(takes=SomeLimits, answers=limits.Limits)
async def set_limits(request: Request) -> JSONResponse:
    """Change some of them, from now on; answers all."""
    world = world_of(request)
    world.live_by(limits.changed(world.limits, await body_of(request)))
    return JSONResponse(asdict(world.limits))


@declare(asks=OfQuota, answers=Quota)
async def read_quota(request: Request) -> JSONResponse:
    """What each corp used of each API; `corpid` and `path` choose.

    `hours` are those of the emulator's clock: calls that used quota, calls answered 0, calls that
    had their effect, calls refused with 45009.
    """
    world = world_of(request)
    query, now = request.query_params, world.clock.now()
    name = api_of(query.get("path", ""))
    return JSONResponse(
        {
            "now": now,
            "apis": list(world.quotas.rows(world.limits, now, query.get("corpid", ""), name)),
            "addresses": world.quotas.locked_addresses(now),
        }
    )


@declare(asks=OfJournal, answers=list[JournalRow])
async def read_journal(request: Request) -> JSONResponse:
    """API calls, oldest first; of a `path`, `after` a moment of real time, the newest `limit`."""
    query = request.query_params
    after = float(query.get("after", "0"))
    limit = max(0, int(query["limit"])) if "limit" in query else None
    return JSONResponse(world_of(request).journal.rows(query.get("path"), after, limit))


@declare(answers=JournalCall)
async def read_call(request: Request) -> JSONResponse:
    """One call by its `number`, with the `answer` it got: null where that is forgotten."""
    call = world_of(request).journal.call(int(request.path_params["number"]))
    if call is None:
        message = f"no call {request.path_params['number']} in the journal"
        raise BadRequestError(message, 404)
    return JSONResponse(call)


@declare(answers=Coverage)
async def read_coverage(_: Request) -> JSONResponse:
    """Which APIs are emulated, under which other names, and what is left out."""
    return JSONResponse(coverage.table())
