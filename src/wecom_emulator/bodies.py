"""What a call brings: JSON or a file, within its bytes."""

import re
from dataclasses import dataclass, field
from typing import Any

import orjson
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import Message

from .errors import INVALID_PARAMETER, Refusal
from .state import Corp
from .world import World

TOO_LARGE = Refusal(40206, "request body too large")
ESCAPED = Refusal(40033, "invalid charset, \\uXXXX is not allowed")
_ESCAPES = re.compile(rb"(?<!\\)(?:\\\\)*\\u(?!00[01])[0-9a-fA-F]{4}")
_FILE_FIELDS = ("media", "file")


@dataclass(slots=True)
class Body:
    """What a call brought."""

    fields: dict[str, Any] = field(default_factory=dict)
    file: tuple[str, str, bytes] | None = None
    raw: bytes = b""
    parsed: bool = True
    """False where there should be JSON and is none: WeCom goes on without it."""


async def read_body(world: World, corp: Corp, request: Request) -> Body:
    """The body of a call that takes one; refused with 40206 where it is too large."""
    if request.headers.get("content-type", "").startswith("multipart/"):
        return await _read_file(request, world.limits.upload_bytes)
    if request.method != "POST":
        return _unparsed(corp, b"")
    raw = await _read_bytes(request, world.limits.body_bytes)
    if not raw:
        return Body()
    if corp.switches.escapes_refused and _ESCAPES.search(raw):
        raise ESCAPED.error()
    try:
        body = orjson.loads(raw)
    except orjson.JSONDecodeError:
        return _unparsed(corp, raw)
    return Body(body, raw=raw) if isinstance(body, dict) else _unparsed(corp, raw)


def _unparsed(corp: Corp, raw: bytes) -> Body:
    if corp.switches.bad_json == "refuse":
        raise INVALID_PARAMETER.error()
    return Body(raw=raw, parsed=False)


async def _read_bytes(request: Request, most: int) -> bytes:
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > most:
            raise TOO_LARGE.error()
        parts.append(part)
    return b"".join(parts)


async def _read_file(request: Request, most: int) -> Body:
    size = 0

    async def receive() -> Message:
        nonlocal size
        message = await request.receive()
        size += len(message.get("body", b""))
        if size > most:
            raise TOO_LARGE.error()
        return message

    try:
        async with Request(request.scope, receive).form(max_files=2, max_fields=20) as form:
            part = next((form[name] for name in _FILE_FIELDS if name in form), None)
            if not isinstance(part, UploadFile):
                return Body()
            content = await part.read()
            return Body(file=(part.filename or "file", part.content_type or "", content))
    except HTTPException:
        # Its parts are not what multipart promises: no file came.
        return Body()
