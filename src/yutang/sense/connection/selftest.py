"""Knock at our own public address as WeCom does when its console saves the callback address."""

import asyncio
import secrets
import time
from dataclasses import dataclass, field
from typing import Final

import httpx2

from yutang.people.corps.schemas import AppSecrets
from yutang.wecom.crypto import CallbackCipher
from yutang.wecom.errors import AesKeyError

from .schemas import CheckCode

WECOM_SECONDS: Final = 1.0
"""WeCom wants the plain text within 1 s."""
GIVE_UP_SECONDS: Final = 5.0
AGENT: Final = "yutang-self-test"
_SHOWN_BYTES: Final = 80
_ECHO_BYTES: Final = 4096
_REFUSALS: Final[dict[str, CheckCode]] = {
    "signature": "callback.signature",
    "decryption": "callback.signature",
    "receiver": "callback.receiver",
    "unknown_app": "callback.unknown_app",
    "key_length": "callback.key_length",
}
"""What our own door answers, and what it means; any other body is somebody else's."""


@dataclass(frozen=True, slots=True)
class Knock:
    """How the address answered."""

    code: CheckCode
    detail: str
    facts: dict[str, str | int | float] = field(default_factory=dict)


async def knock(http: httpx2.AsyncClient, url: str, app: AppSecrets, corpid: str) -> Knock:
    """Perform WeCom's GET verification against `url`."""
    try:
        cipher = CallbackCipher(app.callback_token, app.aes_key, corpid)
    except AesKeyError:
        characters = len(app.aes_key)
        return Knock(
            "callback.key_length",
            f"the kept EncodingAESKey has {characters} characters, WeCom's have 43",
            {"characters": characters},
        )
    found = await _try(http, url, cipher)
    if found.code == "callback.timeout":
        # The first call also pays for a connection and for whatever slept.
        found = await _try(http, url, cipher)
    return found


async def _try(http: httpx2.AsyncClient, url: str, cipher: CallbackCipher) -> Knock:
    plain = str(secrets.randbelow(9 * 10**18) + 10**18).encode()
    encrypted = _with_plus(cipher, plain)
    timestamp, nonce = str(int(time.time())), str(secrets.randbelow(10**10))
    query = {
        "msg_signature": cipher.sign(timestamp, nonce, encrypted),
        "timestamp": timestamp,
        "nonce": nonce,
        "echostr": encrypted.decode(),
    }
    started = time.monotonic()
    try:
        async with asyncio.timeout(GIVE_UP_SECONDS):
            status, body = await _get(http, url, query)
    except (TimeoutError, httpx2.TimeoutException):
        return Knock(
            "callback.timeout",
            f"no answer within {GIVE_UP_SECONDS:g} s; WeCom waits {WECOM_SECONDS:g} s",
            {"seconds": GIVE_UP_SECONDS},
        )
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        reason = type(error).__name__
        return Knock(
            "callback.unreachable", f"no connection to {url}: {reason}", {"reason": reason}
        )
    seconds = round(time.monotonic() - started, 2)
    found = _judge(status, body, plain)
    if found.code == "ok" and seconds > WECOM_SECONDS:
        return Knock(
            "callback.timeout",
            f"the answer took {seconds:g} s; WeCom waits {WECOM_SECONDS:g} s",
            {"seconds": seconds},
        )
    return found


def _with_plus(cipher: CallbackCipher, plain: bytes) -> bytes:
    """A sealed text that holds a `+`, which careless proxies turn into a blank."""
    while True:
        encrypted = cipher.encrypt(plain)
        if b"+" in encrypted:
            return encrypted


async def _get(http: httpx2.AsyncClient, url: str, query: dict[str, str]) -> tuple[int, bytes]:
    request = http.build_request(
        "GET",
        url,
        params=query,
        headers={"User-Agent": AGENT},
        timeout=httpx2.Timeout(GIVE_UP_SECONDS),
    )
    response = await http.send(request, stream=True, follow_redirects=False)
    try:
        body = b""
        async for chunk in response.aiter_bytes():
            body += chunk
            if len(body) > _ECHO_BYTES:
                break
        return response.status_code, body
    finally:
        await response.aclose()


def _judge(status: int, body: bytes, plain: bytes) -> Knock:
    if status == httpx2.codes.OK:
        if body == plain:
            return Knock("ok", "the address answered as WeCom wants it")
        change = _change(body, plain)
        return Knock(
            "callback.body_changed",
            f"the answer was changed on its way: {change}",
            {"change": change, "body": body[:_SHOWN_BYTES].decode("utf-8", "replace")},
        )
    code = _REFUSALS.get(body.decode("utf-8", "replace"))
    if code is not None:
        return Knock(code, f"the door refused: {body.decode()}", {"status": status})
    return Knock(
        "callback.status",
        f"HTTP {status} from something before Yutang; WeCom wants 200",
        {"status": status},
    )


def _change(body: bytes, plain: bytes) -> str:
    """What a proxy did to the body: bom, quotes, newline, page (an HTML page), empty, other."""
    if not body:
        return "empty"
    if body.startswith(b"\xef\xbb\xbf"):
        return "bom"
    if body.strip() == plain:
        return "newline"
    if body.strip() in {b'"' + plain + b'"', b"'" + plain + b"'"}:
        return "quotes"
    if body.lstrip()[:1] == b"<":
        return "page"
    return "other"
