"""Where sources knock: plain ASGI, because a framework's layers cost more than the work itself.

In the request nothing happens but: key, limits, a look at each message, one durable row.
"""

import base64
import binascii
import hashlib
import hmac
import re
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from datetime import datetime
from typing import Any, Final, NamedTuple
from urllib.parse import unquote
from uuid import UUID, uuid4

import orjson
import structlog
from prometheus_client import Counter

from yutang.kernel import webhooks
from yutang.kernel.errors import DomainError
from yutang.kernel.gathering import NotStoredError
from yutang.kernel.runtime import Runtime

from . import bodies
from .allowances import Allowances
from .doors import REPEAT_SECONDS, Source, doors_of
from .errors import (
    BacklogError,
    KeyReusedError,
    MethodError,
    NoAddressError,
    NotKeptError,
    NotMappedError,
    OriginError,
    PausedError,
    ReplayedError,
    ShapeError,
    SignatureError,
    StaleError,
    TooFastError,
    UnknownKeyError,
)
from .mapping import mapped
from .messages import SHAPES, Fault, check_all, listed, parse
from .writer import Batch, BatchWriter

log = structlog.get_logger(__name__)

PREFIX: Final = "/collect/v1/"
HOOKS: Final = "hooks/"
SCRIPTS: Final = ".js"
"""Files at the same address are served by the framework."""
BACKLOG_SECONDS: Final = 5
KEY_CHARACTERS: Final = 255
_NUMBER: Final = re.compile(r"[1-9][0-9]{0,17}")
_SIGNED: Final = re.compile(r"t=(\d{1,12}),v1=([0-9a-f]{64})")
_PREFLIGHT: Final = (
    (b"access-control-allow-methods", b"POST"),
    (b"access-control-allow-headers", (b"authorization, content-type, content-encoding,"
     b" idempotency-key")),
    (b"access-control-max-age", b"86400"),
)  # fmt: skip

TAKEN = Counter("yutang_collect_events_total", "Events taken at the door")
REFUSED = Counter("yutang_collect_refused_total", "Requests refused at the door", ["reason"])

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Headers = Mapping[bytes, bytes]


class _Answer(NamedTuple):
    status: int
    body: Mapping[str, Any]
    headers: tuple[tuple[bytes, bytes], ...] = ()


class CollectorDoor:
    """The ASGI application under `/collect/v1/`."""

    def __init__(self, runtime: Runtime, writer: BatchWriter) -> None:
        self._runtime = runtime
        self._writer = writer
        self._allowances = Allowances()
        self.doors = doors_of(runtime)

    def takes(self, scope: Scope) -> bool:
        """Whether a connection is for this door."""
        path: str = scope.get("path", "")
        return scope["type"] == "http" and path.startswith(PREFIX) and not path.endswith(SCRIPTS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; never raises for what a stranger sends."""
        headers: Headers = dict(scope["headers"])
        allowed = self._allowed(headers)
        try:
            answer = await self._answer(scope, headers, receive)
        except DomainError as error:
            REFUSED.labels(error.code).inc()
            answer = _problem(error)
        except bodies.GoneError:
            return
        await _respond(send, answer, allowed)

    async def _answer(self, scope: Scope, headers: Headers, receive: Receive) -> _Answer:
        path = scope["path"][len(PREFIX) :]
        if scope["method"] == "OPTIONS":
            if not self.doors.known:
                await self.doors.by_key("")
            return _Answer(204, {}, _PREFLIGHT)
        if path not in SHAPES and not path.startswith(HOOKS):
            raise NoAddressError
        if scope["method"] != "POST":
            raise MethodError
        if path.startswith(HOOKS):
            return await self._hook(path[len(HOOKS) :], headers, receive)
        return await self._batch(path, headers, receive)

    async def _batch(self, shape: str, headers: Headers, receive: Receive) -> _Answer:
        key = _key_of(headers)
        # Who brings his key in front is known before anything of the body is read.
        source = await self._source(key) if key else None
        try:
            coding = bodies.coding_of(headers)
            body = await bodies.read_body(headers, receive)
            plain = bodies.unpack(body, coding)
            document = parse(plain)
            if source is None:
                inside = document.get("writeKey") if isinstance(document, dict) else None
                source = await self._source(inside if isinstance(inside, str) else "")
            _check_origin(source, headers)
            raws = listed(document, shape)
        except DomainError as error:
            if source is not None:
                self.doors.refuse(source, _short(error), error.detail, 1)
            raise
        refused = check_all(raws, shape, is_long=len(plain) > 32 * 1024)
        given = headers.get(b"idempotency-key", b"")
        return await self._keep(
            source,
            Batch(
                corp_id=source.corp_id,
                source_id=source.id,
                batch=_named(source, b"key", given) if given else uuid4(),
                proof=hashlib.sha256(body).digest() if given else b"",
                received_at=self._runtime.clock(),
                shape=shape,
                coding=coding,
                body=body,
                events=len(raws),
            ),
            refused,
        )

    async def _hook(self, number: str, headers: Headers, receive: Receive) -> _Answer:
        known = _NUMBER.fullmatch(number) is not None
        source = await self.doors.by_id(int(number)) if known else None
        self._check_ready()
        if source is None or source.kind != "webhook":
            raise NoAddressError
        try:
            if not source.enabled:
                raise PausedError
            coding = bodies.coding_of(headers)
            body = await bodies.read_body(headers, receive)
            now = self._runtime.clock()
            signature = headers.get(webhooks.SIGNATURE.lower().encode(), b"").decode("latin-1")
            _check_signature(source, signature, body, now)
            document = parse(bodies.unpack(body, coding))
            if source.mapping is None:
                raise NotMappedError
            raws = listed(mapped(source.mapping, document), "batch")
        except DomainError as error:
            self.doors.refuse(source, _short(error), error.detail, 1)
            raise
        refused = check_all(raws, "batch", is_long=len(body) > 32 * 1024)
        delivery = headers.get(webhooks.DELIVERY.lower().encode(), b"") or signature.encode()
        return await self._keep(
            source,
            Batch(
                corp_id=source.corp_id,
                source_id=source.id,
                batch=_named(source, b"hook", delivery),
                proof=hashlib.sha256(signature.encode()).digest(),
                received_at=now,
                shape="hook",
                coding=coding,
                body=body,
                events=len(raws),
            ),
            refused,
        )

    async def _source(self, key: str) -> Source:
        source = await self.doors.by_key(key)
        self._check_ready()
        if source is None or source.kind == "webhook":
            raise UnknownKeyError
        if not source.enabled:
            self.doors.refuse(source, "paused", PausedError().detail, 1)
            raise PausedError
        return source

    def _check_ready(self) -> None:
        if not self.doors.known:
            # The database was never there: nobody is known yet.
            raise NotKeptError

    async def _keep(
        self, source: Source, batch: Batch, refused: list[tuple[int, Fault]]
    ) -> _Answer:
        if self.doors.waiting_bytes > self._runtime.settings.collect_backlog_bytes:
            backlog = BacklogError(BACKLOG_SECONDS)
            self.doors.refuse(source, "backlog", backlog.detail, batch.events)
            raise backlog
        seconds = self._allowances.take(source.id, batch.events, source.events_per_second)
        if seconds:
            fast = TooFastError(source.events_per_second, seconds)
            words = f"more than {source.events_per_second:,} events a second"
            self.doors.refuse(source, "too_fast", words, batch.events)
            raise fast
        try:
            kept = await self._writer.put(batch)
        except NotStoredError:
            raise NotKeptError from None
        told: dict[str, Any] = {
            "accepted": batch.events - len(refused),
            "refused": [
                {"index": index, "code": fault.code, "words": fault.words}
                for index, fault in refused
            ],
        }
        if kept.known is not None:
            same = hmac.compare_digest(kept.known, batch.proof)
            if batch.shape == "hook" and same:
                self.doors.refuse(source, "replayed", ReplayedError().detail, 1)
                raise ReplayedError
            if batch.shape != "hook" and not same:
                self.doors.refuse(source, "key_reused", KeyReusedError().detail, 1)
                raise KeyReusedError
            return _Answer(200, told | {"repeated": True})
        TAKEN.inc(batch.events - len(refused))
        if kept.spooled:
            return _Answer(202, told | {"spooled": True})
        return _Answer(200, told)

    def _allowed(self, headers: Headers) -> str:
        """The origin that may read the answer; empty for none."""
        origin = headers.get(b"origin", b"").decode("latin-1")
        return origin if origin and self.doors.allows(origin) else ""


def _key_of(headers: Headers) -> str:
    scheme, _, given = headers.get(b"authorization", b"").decode("latin-1").partition(" ")
    if scheme.lower() == "bearer":
        return given.strip()
    if scheme.lower() == "basic":
        try:
            told = base64.b64decode(given.strip(), validate=True).decode()
        except (binascii.Error, UnicodeDecodeError):
            raise UnknownKeyError from None
        return told.partition(":")[0]
    return ""


def _check_origin(source: Source, headers: Headers) -> None:
    """A page's key is for its pages; no other key is for any page."""
    origin = headers.get(b"origin", b"").decode("latin-1")
    if origin and origin not in source.origins:
        raise OriginError(origin)


def _check_signature(source: Source, signature: str, body: bytes, now: datetime) -> None:
    found = _SIGNED.fullmatch(signature)
    if found is None or source.secret is None:
        raise SignatureError
    seconds = found[1].encode()
    wanted = hmac.new(source.secret, seconds + b"." + body, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted, found[2]):
        raise SignatureError
    if abs(now.timestamp() - int(seconds)) > REPEAT_SECONDS.total_seconds():
        raise StaleError(int(REPEAT_SECONDS.total_seconds() // 60))


def _named(source: Source, sort: bytes, given: bytes) -> UUID:
    if len(given) > KEY_CHARACTERS:
        wanted = f"an Idempotency-Key or delivery id has at most {KEY_CHARACTERS} characters"
        raise ShapeError(wanted)
    told = b"%d\0" % source.id + sort + b"\0" + unquote(given.decode("latin-1")).encode()
    return UUID(bytes=hashlib.sha256(told).digest()[:16])


def _short(error: DomainError) -> str:
    return error.code.rpartition(".")[2]


def _problem(error: DomainError) -> _Answer:
    told = {
        "type": error.code,
        "title": type(error).__name__,
        "status": error.status,
        "detail": error.detail,
    }
    headers = tuple((k.lower().encode(), v.encode()) for k, v in error.headers.items())
    return _Answer(error.status, told, headers)


async def _respond(send: Send, answer: _Answer, allowed: str) -> None:
    body = orjson.dumps(answer.body) if answer.body else b""
    ok = answer.status < 300  # noqa: PLR2004 - the codes that say yes
    kind = b"application/json" if ok else b"application/problem+json"
    headers = [
        (b"content-type", kind),
        (b"content-length", str(len(body)).encode()),
        (b"vary", b"Origin"),
        *answer.headers,
    ]
    if allowed:
        headers += [
            (b"access-control-allow-origin", allowed.encode("latin-1")),
            (b"access-control-allow-credentials", b"true"),
            (b"access-control-expose-headers", b"retry-after"),
        ]
    start = {"type": "http.response.start", "status": answer.status, "headers": headers}
    await send(start)
    await send({"type": "http.response.body", "body": body})
