"""Callbacks on their way: sealed, up to three tries, late or twice or never when told so."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import time
from collections import deque
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

import httpx2

from .crypto import Seal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .state import Callback, Corp, WelcomeCode
    from .world import World

DROP = frozenset({"drop_callback"})
DUPLICATE = frozenset({"duplicate_callback"})
REORDER = frozenset({"reorder_callback"})
LOG_ROWS = 20_000


@dataclass(slots=True)
class Delivery:
    """One event on its way to one app."""

    index: int
    corpid: str
    agentid: int
    event: str
    change_type: str
    xml: str
    at: float
    tries: int = 0
    statuses: list[int | str] = field(default_factory=list)
    outcome: str = "under way"
    answered_ms: float | None = None
    """How long the app took to answer the last try."""


class Deliveries:
    """Sends events in the background and keeps a log of them."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.log: deque[Delivery] = deque(maxlen=LOG_ROWS)
        self._count = 0
        self._quiet = False

    @contextlib.contextmanager
    def quiet(self, *, on: bool = True) -> Iterator[None]:
        """Nothing that happens meanwhile is told to any app, where it is on."""
        before, self._quiet = self._quiet, on
        try:
            yield
        finally:
            self._quiet = before

    def clear(self) -> None:
        """Forget the log."""
        self.log.clear()

    def rows(self, corpid: str, after: int) -> list[dict[str, Any]]:
        """The log of a corp after an index, oldest first."""
        return [asdict(d) for d in self.log if d.corpid == corpid and d.index > after]

    def send(
        self,
        corp: Corp,
        fields: dict[str, Any],
        *,
        code: WelcomeCode | None = None,
        copies: int = 1,
        delay_seconds: float = 0.0,
        to: Sequence[Callback] | None = None,
    ) -> None:
        """Send one event to every app of the corp that has a callback, or only `to` these.

        `fields` may name another FromUserName and MsgType than those of events. A value may be
        text, an integer, an object, a list of `Item` or `Many` elements of another name.
        """
        if self._quiet:
            return
        for callback in corp.callbacks if to is None else to:
            path = callback.url
            if self._world.faults.strike(DROP, path) is not None:
                continue
            extra = self._world.faults.strike(DUPLICATE, path)
            times = copies + (int(extra.value or 1) if extra is not None else 0)
            late = self._world.faults.strike(REORDER, path)
            pause = delay_seconds + (float(late.value or 1.0) if late is not None else 0.0)
            self._count += 1
            xml = _xml(corp, self._world.clock.seconds(), fields)
            delivery = Delivery(
                self._count,
                corp.corpid,
                callback.agentid,
                fields.get("Event", ""),
                fields.get("ChangeType", ""),
                xml,
                time.time(),
            )
            self.log.append(delivery)
            for copy in range(times):
                self._world.spawn(
                    self._deliver(corp, callback, delivery, code, pause + 0.05 * copy)
                )

    async def _deliver(
        self,
        corp: Corp,
        callback: Callback,
        delivery: Delivery,
        code: WelcomeCode | None,
        delay_seconds: float,
    ) -> None:
        if delay_seconds:
            await asyncio.sleep(delay_seconds)
        seal = Seal(callback.token, callback.encoding_aes_key, corp.corpid)
        encrypted = seal.encrypt(delivery.xml.encode())
        timestamp, nonce = str(self._world.clock.seconds()), str(secrets.randbelow(10**10))
        body = (
            f"<xml><ToUserName><![CDATA[{corp.corpid}]]></ToUserName>"
            f"<AgentID><![CDATA[{callback.agentid}]]></AgentID>"
            f"<Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>"
        ).encode()
        query = {
            "msg_signature": seal.sign(timestamp, nonce, encrypted),
            "timestamp": timestamp,
            "nonce": nonce,
        }
        for attempt in range(self._world.limits.tries):
            if attempt:
                await asyncio.sleep(self._world.clock.real(self._world.limits.pause_seconds))
            async with self._world.delivering:
                if code is not None and code.first_delivery_at is None:
                    code.first_delivery_at = time.time()
                began = time.perf_counter()
                status = await self._try(callback.url, query, body)
                delivery.answered_ms = round(1000 * (time.perf_counter() - began), 1)
            delivery.tries += 1
            delivery.statuses.append(status)
            if status == httpx2.codes.OK:
                delivery.outcome = "delivered"
                return
        delivery.outcome = "given up"

    async def _try(self, url: str, query: dict[str, str], body: bytes) -> int | str:
        try:
            answer = await self._world.http.post(
                url,
                params=query,
                content=body,
                headers={"Content-Type": "text/xml"},
                timeout=self._world.limits.answer_seconds,
            )
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            return type(error).__name__
        return answer.status_code

    async def verify(self, corp: Corp, callback: Callback) -> str | None:
        """The check WeCom makes when a callback is saved; None when it passed, else why not."""
        seal = Seal(callback.token, callback.encoding_aes_key, corp.corpid)
        plain = str(secrets.randbelow(10**19) + 10**18)
        echo = seal.encrypt(plain.encode())
        timestamp, nonce = str(self._world.clock.seconds()), str(secrets.randbelow(10**10))
        query = {
            "msg_signature": seal.sign(timestamp, nonce, echo),
            "timestamp": timestamp,
            "nonce": nonce,
            "echostr": echo,
        }
        try:
            answer = await self._world.http.get(callback.url, params=query, timeout=1.0)
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            return f"no answer within 1 s: {type(error).__name__}"
        if answer.status_code != httpx2.codes.OK:
            return f"HTTP {answer.status_code}"
        return None if answer.text == plain else "the body is not the decrypted echostr"


@dataclass(frozen=True, slots=True)
class Many:
    """An element that holds several of one name."""

    name: str
    items: Sequence[Any]


def _xml(corp: Corp, now: int, fields: dict[str, Any]) -> str:
    head = {"ToUserName": corp.corpid, "FromUserName": "sys", "CreateTime": now, "MsgType": "event"}
    return f"<xml>{_children(head | fields)}</xml>"


def _children(fields: dict[str, Any]) -> str:
    return "".join(_element(name, value) for name, value in fields.items())


def _element(name: str, value: object) -> str:
    if isinstance(value, list):
        value = Many("Item", value)
    if isinstance(value, Many):
        return f"<{name}>{''.join(_element(value.name, item) for item in value.items)}</{name}>"
    if isinstance(value, dict):
        return f"<{name}>{_children(value)}</{name}>"
    if isinstance(value, int):
        return f"<{name}>{value}</{name}>"
    text = str(value)
    if "]]>" in text:
        return f"<{name}>{escape(text)}</{name}>"
    return f"<{name}><![CDATA[{text}]]></{name}>"
