"""Where WeCom knocks: plain ASGI, because a framework's layers cost more than the work itself.

In the request nothing happens but: signature, decryption, one durable row, `success`.
"""

import asyncio
import hashlib
import time
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs

import structlog
from prometheus_client import Counter

from yutang.kernel.gathering import NotStoredError
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.visits.schemas import channel_of
from yutang.wecom.callbacks import Scanned, scan
from yutang.wecom.crypto import CallbackCipher, extract_encrypt
from yutang.wecom.errors import (
    AesKeyError,
    CallbackRefusedError,
    DecryptionError,
    EnvelopeError,
    MalformedCallbackError,
    ReceiverError,
    SignatureError,
)

from .refusals import RefusalCounter
from .writer import InboxWriter, Incoming

log = structlog.get_logger(__name__)

PREFIX = "/callbacks/wecom/"
BODY_BYTES = 256 * 1024
ID_CHARACTERS = 256
"""More than WeCom's longest userid (64), external_userid (about 32) or state (64 bytes).

They are indexed, and a text that no index takes would fail all that is written together with it.
"""
DOORS_SECONDS = 30.0
MISSES_SECONDS = 1.0
SELF_TEST = b"yutang-self-test"
"""The user agent of our own knock, which is no news to anybody."""

REFUSED = Counter("yutang_callbacks_refused_total", "Callbacks refused, by reason", ["reason"])

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class _Door:
    corp_id: int
    corpid: str
    agent_id: int
    cipher: CallbackCipher | None
    """None where the kept key is none: one broken app must not close the others' doors."""


class _RefusedError(Exception):
    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


_REASONS: tuple[tuple[type[CallbackRefusedError], int, str], ...] = (
    (SignatureError, 403, "signature"),
    (ReceiverError, 403, "receiver"),
    (EnvelopeError, 400, "envelope"),
    (DecryptionError, 400, "decryption"),
)


class CallbackDoor:
    """The ASGI application under `/callbacks/wecom/{corpid}/{agentid}`."""

    def __init__(self, runtime: Runtime, writer: InboxWriter) -> None:
        self._runtime = runtime
        self._writer = writer
        self.refusals = RefusalCounter(runtime)
        self._doors: dict[str, _Door] = {}
        self._read_at = 0.0
        self._reading = asyncio.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; never raises for what a stranger sends."""
        try:
            status, body = await self._answer(scope, receive)
        except _RefusedError as refusal:
            REFUSED.labels(refusal.reason).inc()
            log.info("callback.refused", reason=refusal.reason, path=scope["path"][:200])
            self._count(scope, refusal.reason)
            status, body = refusal.status, refusal.reason.encode()
        await _respond(send, status, body)

    async def _answer(self, scope: Scope, receive: Receive) -> tuple[int, bytes]:
        door = await self._door(scope["path"][len(PREFIX) :])
        query = _query(scope["query_string"])
        if scope["method"] == "GET":
            return 200, await self._open(door, query, query.get("echostr", "").encode())
        if scope["method"] != "POST":
            raise _RefusedError(405, "method")
        xml = await self._open(door, query, _envelope(await _body(scope, receive)))
        try:
            await self._writer.put(_incoming(door, xml))
        except NotStoredError:
            # WeCom comes again: saying success now would lose the event.
            raise _RefusedError(503, "not_stored") from None
        return 200, b"success"

    def _count(self, scope: Scope, reason: str) -> None:
        agent = next((v for k, v in scope["headers"] if k == b"user-agent"), b"")
        if agent == SELF_TEST:
            return
        path = scope["path"][len(PREFIX) :]
        door = self._doors.get(path)
        corpid = path.partition("/")[0]
        # Only ids of ours become keys, so that strangers cannot make rows.
        corp_id = next((d.corp_id for d in self._doors.values() if d.corpid == corpid), 0)
        agent_id = door.agent_id if door is not None else 0
        self.refusals.note((corp_id, agent_id, reason), scope["path"])

    async def _open(self, door: _Door, query: dict[str, str], encrypted: bytes) -> bytes:
        """Open with the known keys; where they fail, with those of this moment.

        A key that was just replaced would otherwise be refused for half a minute.
        """
        try:
            return _open(door.cipher, query, encrypted)
        except _RefusedError:
            await self._read_doors_after(MISSES_SECONDS)
            fresh = self._doors.get(f"{door.corpid}/{door.agent_id}")
            if fresh is None or fresh.cipher == door.cipher:
                raise
            return _open(fresh.cipher, query, encrypted)

    async def _read_doors_after(self, seconds: float) -> None:
        """Read the doors unless they were read within `seconds`; one request reads for all."""
        age = time.monotonic() - self._read_at
        if age > seconds:
            async with self._reading:
                if time.monotonic() - self._read_at >= age:
                    await self._read_doors()

    async def _door(self, path: str) -> _Door:
        await self._read_doors_after(MISSES_SECONDS if path not in self._doors else DOORS_SECONDS)
        door = self._doors.get(path)
        if door is None:
            raise _RefusedError(404, "unknown_app")
        return door

    async def _read_doors(self) -> None:
        async with self._runtime.database.owner() as session:
            found = await corps.callback_doors(session, self._runtime.vault)
        self._doors = {
            f"{door.corpid}/{door.agent_id}": _Door(
                door.corp_id,
                door.corpid,
                door.agent_id,
                _cipher(door.token, door.aes_key, door.corpid),
            )
            for door in found
        }
        self._read_at = time.monotonic()


def _query(raw: bytes) -> dict[str, str]:
    try:
        return {k: v[0] for k, v in parse_qs(raw.decode("ascii"), max_num_fields=16).items()}
    except ValueError:
        raise _RefusedError(400, "query") from None


async def _body(scope: Scope, receive: Receive) -> bytes:
    """The body, refused as soon as it is known to be too large."""
    length = next((v for k, v in scope["headers"] if k == b"content-length"), b"0")
    if length.isdigit() and int(length) > BODY_BYTES:
        raise _RefusedError(413, "too_large")
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise _RefusedError(400, "disconnected")
        part: bytes = message.get("body", b"")
        size += len(part)
        if size > BODY_BYTES:
            raise _RefusedError(413, "too_large")
        parts.append(part)
        if not message.get("more_body", False):
            return b"".join(parts) if len(parts) > 1 else part


def _envelope(body: bytes) -> bytes:
    try:
        return extract_encrypt(body)
    except EnvelopeError:
        raise _RefusedError(400, "envelope") from None


def _cipher(token: str, aes_key: str, corpid: str) -> CallbackCipher | None:
    try:
        return CallbackCipher(token, aes_key, corpid)
    except AesKeyError:
        log.warning("callback.key_unusable", corpid=corpid, characters=len(aes_key))
        return None


def _open(cipher: CallbackCipher | None, query: dict[str, str], encrypted: bytes) -> bytes:
    if cipher is None:
        raise _RefusedError(503, "key_length")
    try:
        return cipher.open(
            query.get("msg_signature", ""),
            query.get("timestamp", ""),
            query.get("nonce", ""),
            encrypted,
        )
    except CallbackRefusedError as error:
        for kind, status, reason in _REASONS:
            if isinstance(error, kind):
                raise _RefusedError(status, reason) from None
        raise _RefusedError(400, "refused") from None


def _incoming(door: _Door, xml: bytes) -> Incoming:
    """The row of an authentic callback; what cannot be read is kept as a dead letter."""
    # PostgreSQL's text holds no NUL and only UTF-8; a dead letter keeps what can be shown.
    text = xml.decode("utf-8", "replace").replace("\0", "\ufffd")
    try:
        found = scan(xml, door.corpid)
        _check_ids(found)
    except MalformedCallbackError as error:
        return Incoming(
            corp_id=door.corp_id,
            agent_id=door.agent_id,
            key=hashlib.sha256(b"unreadable\0%d\0" % door.corp_id + xml).digest(),
            event="",
            change_type="",
            subject="",
            occurred_at=datetime.now(UTC),
            xml=text,
            status="dead",
            reason=f"unreadable: {error}",
        )
    return Incoming(
        corp_id=door.corp_id,
        agent_id=door.agent_id,
        key=found.key,
        event=found.event,
        change_type=found.change_type,
        subject=found.subject,
        occurred_at=datetime.fromtimestamp(found.created_at, UTC),
        xml=text,
        account=found.userid,
        external_id=found.external_userid,
        channel=channel_of(found.state),
        code=found.welcome_code,
    )


def _check_ids(found: Scanned) -> None:
    names = (found.event, found.change_type, found.subject)
    ids = (found.userid, found.external_userid, found.state)
    if max(map(len, (*names, *ids))) > ID_CHARACTERS:
        message = f"an id or a name has more than {ID_CHARACTERS} characters"
        raise MalformedCallbackError(message)


async def _respond(send: Send, status: int, body: bytes) -> None:
    await send(
        {
            "type": "http.response.start",
            "status": status,
            "headers": [
                (b"content-type", b"text/plain; charset=utf-8"),
                (b"content-length", str(len(body)).encode()),
            ],
        }
    )
    await send({"type": "http.response.body", "body": body})
