"""What every control call needs: the world, the body, whom it speaks of."""

import functools
from collections.abc import Awaitable, Callable
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import JSONResponse

from wecom_emulator.acts import ImpossibleActError
from wecom_emulator.state import Corp, Relation, Staff
from wecom_emulator.world import World

from .declaring import check_body, check_query

Act = Callable[[World, Corp, dict[str, Any], Request], Awaitable[Any]]
Endpoint = Callable[[Request], Awaitable[JSONResponse]]

BODY_BYTES = 32 << 20
_WRONG = (ArithmeticError, AttributeError, LookupError, OSError, TypeError, ValueError)
"""What a body raises whose values are missing or of another kind."""


class BadRequestError(Exception):
    """The call is wrong; the text says how."""

    def __init__(self, detail: str, status: int = 400) -> None:
        super().__init__(detail)
        self.status = status


def world_of(request: Request) -> World:
    """The running emulator."""
    world: World = request.app.state.world
    return world


async def bytes_of(request: Request, most: int) -> bytes:
    """The body of the request; refused with 413 as soon as it is larger than `most`."""
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > most:
            message = f"the body is larger than {most >> 20} MB"
            raise BadRequestError(message, 413)
        parts.append(part)
    return b"".join(parts)


async def body_of(request: Request) -> dict[str, Any]:
    """The JSON object of the request, as its call takes it; none is an empty one."""
    raw = await bytes_of(request, BODY_BYTES)
    try:
        body = orjson.loads(raw) if raw else {}
    except orjson.JSONDecodeError:
        message = "the body is not JSON"
        raise BadRequestError(message) from None
    if not isinstance(body, dict):
        message = "the body is not a JSON object"
        raise BadRequestError(message)
    check_body(request.scope["endpoint"], request.path_params.get("verb"), body)
    return body


def of_corp(act: Act) -> Endpoint:
    """Make an act of one corp an endpoint."""

    @functools.wraps(act)
    async def endpoint(request: Request) -> JSONResponse:
        world = world_of(request)
        try:
            corp = world.corp(request.path_params["corpid"])
            if corp is None:
                hint = f"no corp {request.path_params['corpid']}; POST /emulator/corps first"
                return JSONResponse({"error": hint}, 404)
            check_query(act, request.query_params)
            body, known = await body_of(request), len(corp.persons)
            try:
                return JSONResponse(await act(world, corp, body, request))
            except ImpossibleActError:
                forget_strangers(corp, known)
                raise
        except BadRequestError as error:
            return JSONResponse({"error": str(error)}, error.status)
        except ImpossibleActError as error:
            return JSONResponse({"error": str(error)}, 409)
        except _WRONG as error:
            return JSONResponse({"error": f"missing or wrong: {error}"}, 400)

    return endpoint


def forget_strangers(corp: Corp, known: int) -> None:
    """Nothing of a refused act stays, nor who was met for it alone: the newest persons."""
    while len(corp.persons) > known and not corp.between(next(reversed(corp.persons))):
        corp.persons.popitem()


def of_world(act: Callable[[Request], Awaitable[JSONResponse]]) -> Endpoint:
    """Make an act of the whole emulator an endpoint."""

    @functools.wraps(act)
    async def endpoint(request: Request) -> JSONResponse:
        try:
            check_query(act, request.query_params)
            return await act(request)
        except BadRequestError as error:
            return JSONResponse({"error": str(error)}, error.status)
        except _WRONG as error:
            return JSONResponse({"error": f"missing or wrong: {error}"}, 400)

    return endpoint


def member_of(corp: Corp, userid: object) -> Staff:
    """The member; raises BadRequestError."""
    member = corp.member(str(userid))
    if member is None:
        message = f"no member {userid}"
        raise BadRequestError(message, 404)
    return member


def relation_of(corp: Corp, userid: object, external_userid: object) -> Relation:
    """What is between the two, ended ones too; raises BadRequestError."""
    relation = corp.relation(member_of(corp, userid).userid, str(external_userid))
    if relation is None:
        message = f"{userid} and {external_userid} never met"
        raise BadRequestError(message, 404)
    return relation
