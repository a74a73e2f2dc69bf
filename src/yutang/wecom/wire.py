"""What goes over the wire: bodies that are bounded, texts without secrets, failures by kind."""

import json
import logging
import re
from typing import Any, Final

import httpx2
import orjson
from typing_extensions import override

from yutang.wecom.errors import (
    DownloadError,
    UnknownOutcomeError,
    UnreachableError,
    WeComError,
)

NOT_SENT: Final = (
    httpx2.ConnectError,
    httpx2.ConnectTimeout,
    httpx2.PoolTimeout,
    httpx2.ProxyError,
    httpx2.LocalProtocolError,
    httpx2.UnsupportedProtocol,
)
"""Failures before the request left."""
_SECRET: Final = re.compile(r"\b(access_token|corpsecret|key)=[^&\s\"']*")
_FILE_NAME: Final = re.compile(r'filename="([^"]*)"')


async def bounded(response: httpx2.Response, limit_bytes: int | None) -> bytes:
    """Read a body; raises DownloadError as soon as it is larger than the limit."""
    if limit_bytes is None:
        return await response.aread()
    content = bytearray()
    async for chunk in response.aiter_bytes():
        content += chunk
        if len(content) > limit_bytes:
            message = f"the file is larger than {limit_bytes} bytes"
            raise DownloadError(message)
    return bytes(content)


def parsed(content: bytes) -> Any:
    """Read JSON; raises ValueError where it is none.

    People cut names wherever they like, so halves of characters and NUL come along, which no
    database keeps: they become U+FFFD. One name must not stop the reading of a company.
    """
    if b"\\u" not in content:
        try:
            return orjson.loads(content)
        except orjson.JSONDecodeError:
            # Not UTF-8 perhaps, which is mended; or no JSON at all, which is told.
            return json.loads(content.decode("utf-8", "replace"))
    return _keepable(json.loads(content.decode("utf-8", "replace")))


def _keepable(value: Any) -> Any:
    if isinstance(value, str):
        whole = value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return whole.replace("\0", "\ufffd")
    if isinstance(value, list):
        return [_keepable(one) for one in value]
    if isinstance(value, dict):
        return {_keepable(key): _keepable(one) for key, one in value.items()}
    return value


def redacted(text: str, secret: str = "") -> str:
    """Return the text without the values of access tokens and secrets."""
    text = _SECRET.sub(r"\1=***", text)
    return text.replace(secret, "***") if secret else text


def failure(path: str, error: httpx2.HTTPError) -> WeComError:
    """Return whether the request was never sent, or sent without an answer."""
    reason = type(error).__name__
    if isinstance(error, NOT_SENT):
        return UnreachableError(path, reason)
    return UnknownOutcomeError(path, reason)


def file_name(disposition: str | None) -> str | None:
    """Return the name that a Content-Disposition gives a file."""
    found = _FILE_NAME.search(disposition or "")
    return found[1] if found else None


class _TokensRedacted(logging.Filter):
    """Takes tokens out of the address that httpx2 logs for every request."""

    @override
    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = redacted(record.getMessage()), ()
        return True


logging.getLogger("httpx2").addFilter(_TokensRedacted())
