"""The body of a request: read up to a limit, unpacked up to the same."""

import zlib
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any, Final

from .errors import CodingError, TooLargeError

BODY_BYTES: Final = 2 * 1024 * 1024
CODINGS: Final = frozenset({"", "gzip", "deflate"})
_GZIP: Final = zlib.MAX_WBITS | 16

Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]


class GoneError(Exception):
    """The client went away in the middle."""


async def read_body(headers: Mapping[bytes, bytes], receive: Receive) -> bytes:
    """The body as it came; raises TooLargeError as soon as it is known to be too large."""
    length = headers.get(b"content-length", b"0")
    if length.isdigit() and (len(length) > len(str(BODY_BYTES)) or int(length) > BODY_BYTES):
        raise TooLargeError(BODY_BYTES)
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise GoneError
        part: bytes = message.get("body", b"")
        size += len(part)
        if size > BODY_BYTES:
            raise TooLargeError(BODY_BYTES)
        parts.append(part)
        if not message.get("more_body", False):
            return b"".join(parts) if len(parts) > 1 else part


def coding_of(headers: Mapping[bytes, bytes]) -> str:
    """How the body is packed; raises CodingError for a way that is not known."""
    coding = headers.get(b"content-encoding", b"").decode("latin-1").strip().lower()
    coding = "" if coding == "identity" else coding
    if coding not in CODINGS:
        raise CodingError
    return coding


def unpack(body: bytes, coding: str) -> bytes:
    """Unpacked, never more than the limit in memory. Raises CodingError, TooLargeError."""
    if not coding:
        return body
    # What calls itself deflate is zlib's format, or with some clients the bare stream.
    ways = (_GZIP,) if coding == "gzip" else (zlib.MAX_WBITS, -zlib.MAX_WBITS)
    for way in ways:
        packer = zlib.decompressobj(way)
        try:
            found = packer.decompress(body, BODY_BYTES + 1)
        except zlib.error:
            continue
        if len(found) > BODY_BYTES:
            raise TooLargeError(BODY_BYTES)
        if packer.eof and not packer.unused_data:
            return found
    raise CodingError
