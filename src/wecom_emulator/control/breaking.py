"""Faults by the control API: something shall go wrong, before the effect or after it."""

import math
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field
from starlette.requests import Request
from starlette.responses import JSONResponse

from wecom_emulator.faults import API_KINDS, KINDS, Fault

from .declaring import Answer, Body, Empty, Query, declare
from .plumbing import BadRequestError, body_of, world_of

_KNOWN = frozenset({"kind", "path", "prefix", "value", "count", "share", "when"})
_SECONDS = frozenset({"latency", "hang", "reorder_callback"})
_MOST_SECONDS = 3600
_STATUSES = range(200, 600)
_MOST_COPIES = 100
_MOST = 1 << 31


class NewFault(Body):
    """What goes wrong."""

    model_config = ConfigDict(json_schema_extra={"additionalProperties": False})

    kind: Literal[
        "errcode",
        "http",
        "latency",
        "hang",
        "drop_callback",
        "duplicate_callback",
        "reorder_callback",
    ]
    path: str | None = None
    """One call, `/cgi-bin/…` whole, or one address of callbacks; all of them without it."""
    prefix: str | None = None
    """How they begin."""
    value: float | None = None
    """The errcode, the status, the seconds or the number of copies."""
    count: int | None = None
    """How often it still strikes; for ever without it."""
    share: Annotated[float, Field(ge=0, le=1)] = 1.0
    """How often of those it strikes."""
    when: Literal["before", "after"] = "before"
    """before the call has its effect, or after it."""


class OfFault(Query):
    """Which."""

    id: int | None = None
    """All of them without it."""


class FaultId(Answer):
    """Which fault."""

    id: int


@declare(takes=NewFault, answers=FaultId)
async def set_fault(request: Request) -> JSONResponse:
    """Something shall go wrong; answers the fault's `id`."""
    body = await body_of(request)
    return JSONResponse({"id": world_of(request).faults.add(_fault(body))})


def _fault(body: dict[str, Any]) -> Fault:
    if unknown := sorted(set(body) - _KNOWN):
        message = f"a fault has {', '.join(sorted(_KNOWN))}; not {', '.join(unknown)}"
        raise BadRequestError(message)
    kind = body.get("kind")
    if kind not in KINDS:
        message = f"kind is one of {sorted(KINDS)}"
        raise BadRequestError(message)
    when = body.get("when", "before")
    if when not in {"before", "after"} or (when == "after" and kind not in API_KINDS):
        message = "when is before or after the effect; a callback has none"
        raise BadRequestError(message)
    share = float(body.get("share", 1))
    if not 0 <= share <= 1:
        message = "share is a number from 0 to 1"
        raise BadRequestError(message)
    count = None if body.get("count") is None else int(body["count"])
    if count is not None and not 0 <= count <= _MOST:
        message = "count is how often it still strikes, or absent for ever"
        raise BadRequestError(message)
    return Fault(
        kind,
        _address(body, "path"),
        _value(kind, body),
        count,
        prefix=_address(body, "prefix"),
        share=share,
        after=when == "after",
    )


def _address(body: dict[str, Any], name: str) -> str | None:
    return None if body.get(name) is None else str(body[name])


def _value(kind: str, body: dict[str, Any]) -> int | float | None:
    """The number a kind wants, asked for here, where the answer can say so."""
    if kind != "errcode" and body.get("value") is None:
        return None
    if kind in _SECONDS:
        seconds = float(body["value"])
        if not (math.isfinite(seconds) and 0 <= seconds <= _MOST_SECONDS):
            message = f"value is seconds, at most {_MOST_SECONDS}"
            raise BadRequestError(message)
        return seconds
    number = int(body["value"])
    allowed = {
        "http": number in _STATUSES,
        "errcode": abs(number) < _MOST,
        "duplicate_callback": 0 <= number <= _MOST_COPIES,
    }
    if not allowed.get(kind, True):
        message = f"{number} is no value for {kind}"
        raise BadRequestError(message)
    return number


@declare(answers=list[Fault])
async def read_faults(request: Request) -> JSONResponse:
    """All faults, with how often each has `struck`."""
    return JSONResponse(world_of(request).faults.rows())


@declare(asks=OfFault, answers=Empty)
async def clear_faults(request: Request) -> JSONResponse:
    """All is well again, or only what the fault `id` broke."""
    number = request.query_params.get("id")
    world_of(request).faults.clear(None if number is None else int(number))
    return JSONResponse({})
