"""Where every call of WeCom's API comes in: faults, token, limits, journal, envelope."""

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from . import callers
from .answers import JSON, Dropped, envelope, refusal
from .areas import VERBS
from .bodies import Body, read_body
from .calls import Call, Verb
from .errors import INVALID_PARAMETER, NOT_THIS_APP, RETIRED_API, RefusalError
from .faults import API_KINDS, Fault
from .journal import Entry
from .quotas import ONE_AT_A_TIME, Caller, Hour
from .scope import PREFIX, RETIRED, api_of, is_outside
from .state import App, Corp
from .world import World

_SECRETS = frozenset({"access_token", "corpsecret", "key"})
_WRONG = (
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What a value of the wrong kind raises where no check looked at it."""
GET_TOKEN = "gettoken"  # noqa: S105 - the name of an API


@dataclass(slots=True)
class Visit:
    """One call on its way through the gate, and what is known of it so far."""

    world: World
    request: Request
    name: str
    entry: Entry
    verb: Verb | None
    corp: Corp | None = None
    hour: Hour | None = None
    kept: dict[str, Any] = field(default_factory=dict)


async def answer(request: Request) -> Response:
    """Answer one call."""
    world: World = request.app.state.world
    name = api_of(request.url.path)
    visit = Visit(world, request, name, _enter(world, request), VERBS.get(name))
    try:
        told = await _answered(visit)
    finally:
        visit.entry.ms = round((time.time() - visit.entry.at) * 1000, 1)
    if told.media_type == JSON:
        world.journal.keep_answer(visit.entry, bytes(told.body))
    return told


async def _answered(visit: Visit) -> Response:
    """The good answer, the refusal, or what a fault makes of either."""
    fault = visit.world.faults.strike(API_KINDS, PREFIX + visit.name)
    try:
        try:
            if fault is not None and not fault.after and fault.kind != "latency":
                return await _strike(visit, fault)
            good = await _pass(visit, fault)
            if fault is not None and fault.after:
                good = await _strike(visit, fault, good)
        except RefusalError as error:
            return _refuse(visit, error)
    except asyncio.CancelledError:
        visit.entry.errcode = "gone"
        raise
    if visit.entry.errcode == 0 and visit.hour is not None:
        visit.hour.zero += 1
    return good


def _enter(world: World, request: Request) -> Entry:
    query = {k: v for k, v in request.query_params.items() if k not in _SECRETS}
    entry = Entry(
        time.time(),
        world.clock.now(),
        request.method,
        request.url.path,
        query,
        callers.address_of(request, None),
    )
    world.journal.add(entry)
    return entry


async def _strike(visit: Visit, fault: Fault, good: Response | None = None) -> Response:
    """What a fault answers in place of WeCom, or of a good answer."""
    if fault.kind == "errcode":
        text = "fault"
        raise RefusalError(int(fault.value), text)
    if fault.kind == "http":
        visit.entry.errcode = f"http {int(fault.value or 500)}"
        return Response("fault", int(fault.value or 500))
    await asyncio.sleep(1.0 if fault.value is None else float(fault.value))
    if fault.kind == "hang":
        visit.entry.errcode = "dropped"
        return Dropped()
    return good if good is not None else Response("", 500)


async def _pass(visit: Visit, fault: Fault | None) -> Response:
    """The call itself, once everything let it through."""
    seconds = 0.0
    if fault is not None and fault.kind == "latency" and not fault.after:
        seconds = 1.0 if fault.value is None else float(fault.value)
    if visit.name == GET_TOKEN:
        await asyncio.sleep(seconds)
        return _give_token(visit)
    if visit.verb is None:
        if visit.name in RETIRED:
            raise RETIRED_API.error()
        if is_outside(visit.name):
            raise NOT_THIS_APP.error()
        visit.entry.errcode = "http 404"
        return Response("", 404)
    corp, app, caller = _admit(visit, visit.verb)
    visit.world.run_due(corp)
    return await _do(visit, visit.verb, corp, app, caller, seconds)


def _give_token(visit: Visit) -> Response:
    corp, app, told = callers.give_token(visit.world, visit.request)
    ip = _recognise(visit, corp, app)
    caller = callers.caller_of(visit.request, corp, app, ip)
    visit.hour = visit.world.quotas.admit(
        visit.world.limits, visit.world.clock.now(), caller, visit.name
    )
    _done(visit)
    return envelope(told)


def _recognise(visit: Visit, corp: Corp, app: App) -> str:
    """Remember whose call it is; tells where it comes from."""
    visit.corp = corp
    visit.entry.corpid, visit.entry.agentid = corp.corpid, app.agentid
    visit.entry.ip = callers.address_of(visit.request, corp)
    return visit.entry.ip


def _admit(visit: Visit, verb: Verb) -> tuple[Corp, App, Caller]:
    world, request = visit.world, visit.request
    if verb.caller is not None:
        corp, app = verb.caller(world, dict(request.query_params))
        ip = _recognise(visit, corp, app)
    else:
        corp, app = callers.who_calls(world, request)
        ip = _recognise(visit, corp, app)
        callers.check_app(corp, app, visit.name, ip)
    caller = callers.caller_of(request, corp, app, ip)
    visit.hour = world.quotas.admit(world.limits, world.clock.now(), caller, visit.name)
    return corp, app, caller


async def _do(
    visit: Visit, verb: Verb, corp: Corp, app: App, caller: Caller, seconds: float
) -> Response:
    world, request, name = visit.world, visit.request, visit.name
    body = Body() if verb.method == "GET" else await read_body(world, corp, request)
    world.journal.keep_body(visit.entry, body.raw)
    pair = tuple(str(body.fields.get(each)) for each in ONE_AT_A_TIME.get(name, ()))
    usual = world.limits.parallel if verb.counts_parallel else 0
    most = world.limits.parallel_of_api.get(name, usual)
    world.quotas.enter(corp.corpid, name, most, pair)
    try:
        call = Call(
            world,
            corp,
            app,
            dict(request.query_params),
            body.fields,
            str(request.base_url).rstrip("/"),
            body.file,
            request.headers,
        )
        if seconds:
            # A slow call is under way for as long as it is slow; others are over at once.
            await asyncio.sleep(seconds)
        told = await verb.do(call)
    except _WRONG as error:
        # WeCom's own word for all of them.
        raise INVALID_PARAMETER.error() from error
    finally:
        world.quotas.leave(corp.corpid, name, pair)
    _done(visit)
    if name in world.limits.uncounted_when_good:
        world.quotas.give_back(world.limits, world.clock.now(), caller, name)
    return told if isinstance(told, Response) else envelope(told, parsed=body.parsed)


def _done(visit: Visit) -> None:
    visit.entry.done = True
    if visit.hour is not None:
        visit.hour.done += 1


def _refuse(visit: Visit, error: RefusalError) -> Response:
    visit.entry.errcode = error.errcode
    if error.errcode == 0 and visit.hour is not None:
        visit.hour.zero += 1
    kept = visit.verb.kept if visit.verb is not None else {}
    form = visit.corp.switches.hint_form if visit.corp is not None else "new"
    return refusal(error, {**kept, **error.kept}, visit.entry.ip, form)


ROUTES = [
    # WeCom answers a wrong method in its envelope too, never with 405.
    Route(
        f"{PREFIX}{{path:path}}",
        answer,
        methods=["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"],
    )
]
