"""The limits, read and lowered while it runs, and what was used of them."""

from dataclasses import asdict

from starlette.requests import Request
from starlette.responses import JSONResponse

from wecom_emulator import coverage, limits
from wecom_emulator.scope import api_of

from .plumbing import BadRequestError, body_of, world_of


async def read_limits(request: Request) -> JSONResponse:
    """All limits."""
    return JSONResponse(asdict(world_of(request).limits))


async def set_limits(request: Request) -> JSONResponse:
    """Change some of them, from now on; answers all."""
    world = world_of(request)
    world.live_by(limits.changed(world.limits, await body_of(request)))
    return JSONResponse(asdict(world.limits))


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


async def read_journal(request: Request) -> JSONResponse:
    """API calls, oldest first; of a `path`, `after` a moment of real time, the newest `limit`."""
    query = request.query_params
    after = float(query.get("after", "0"))
    limit = max(0, int(query["limit"])) if "limit" in query else None
    return JSONResponse(world_of(request).journal.rows(query.get("path"), after, limit))


async def read_call(request: Request) -> JSONResponse:
    """One call by its `number`, with the `answer` it got: null where that is forgotten."""
    call = world_of(request).journal.call(int(request.path_params["number"]))
    if call is None:
        message = f"no call {request.path_params['number']} in the journal"
        raise BadRequestError(message, 404)
    return JSONResponse(call)


async def read_coverage(_: Request) -> JSONResponse:
    """Which APIs are emulated, under which other names, and what is left out."""
    return JSONResponse(coverage.table())
