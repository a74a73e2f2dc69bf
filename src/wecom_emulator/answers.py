"""How WeCom answers: the envelope, a refusal, a file; and how a connection just ends."""

import logging
from typing import Any
from urllib.parse import quote

import httpx2
import orjson
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from typing_extensions import override

from .calls import hint_text
from .errors import INVALID_MEDIA, RefusalError
from .world import World

_PRINTED = "".join(map(chr, range(0x20, 0x7F)))
"""What a header takes as it is; a refusal may repeat what a caller wrote."""
JSON = "application/json; charset=UTF-8"
_HEADER_BYTES = 1000
BADJSON = "ok. Warning: wrong json format. "


def envelope(fields: dict[str, Any], *, parsed: bool = True) -> Response:
    """A good answer; it says so where the body was no JSON and was passed over."""
    return Response(
        orjson.dumps({"errcode": 0, "errmsg": "ok" if parsed else BADJSON, **fields}),
        media_type=JSON,
        headers={"error-code": "0", "error-msg": "ok"},
    )


def refusal(error: RefusalError, kept: dict[str, Any], ip: str, form: str) -> Response:
    """A refusal, with the empty lists it keeps."""
    text = hint_text(error.text, error.errcode, ip, form)
    return Response(
        orjson.dumps({"errcode": error.errcode, "errmsg": text, **kept}),
        media_type=JSON,
        headers={
            "error-code": str(error.errcode),
            "error-msg": quote(error.text[:_HEADER_BYTES], safe=_PRINTED),
        },
    )


def media_file(world: World, media_id: str, corpid: str | None) -> Response:
    """The bytes of a file, to its corp until it expires; without a corp to whoever received it."""
    media = world.state.media.get(media_id)
    if media is None or (
        corpid is not None and (media.corpid != corpid or media.expires_at < world.clock.now())
    ):
        raise INVALID_MEDIA.error()
    return Response(
        world.media_content(media_id),
        media_type=media.content_type or "application/octet-stream",
        headers={"Content-Disposition": f"attachment; filename*=UTF-8''{quote(media.name)}"},
    )


class DroppedConnectionError(httpx2.RemoteProtocolError):
    """The answer ends before it began; a client in this process sees it as what it is."""


class Dropped(Response):
    """No answer: the connection ends."""

    @override
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        del scope, receive
        # A server ends the connection of an answer that began and fails; before it would say 500.
        await send(
            {"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"1")]}
        )
        message = "the emulator dropped the connection"
        raise DroppedConnectionError(message)


def expect_drops() -> None:
    """Let a server say nothing of a connection that was dropped on purpose."""
    logging.getLogger("uvicorn.error").addFilter(_is_news)


def _is_news(record: logging.LogRecord) -> bool:
    return not (record.exc_info and isinstance(record.exc_info[1], DroppedConnectionError))
