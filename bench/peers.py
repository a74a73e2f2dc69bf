"""The peers of `ingest`: raw ASGI on the same server, as ours is."""

import asyncio
import gc
import os
from collections.abc import Awaitable, Callable, MutableMapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker, create_async_engine

from yutang.sense.callbacks.models import InboxRow
from yutang.wecom.callbacks import scan
from yutang.wecom.crypto import CallbackCipher, extract_encrypt

from .callbacks import AES_KEY, AGENT_ID, CORPID, TOKEN

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

_HEADERS = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", b"7")]


class Empty:
    """Reads the body and answers `success`: what the server itself costs."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan":
            await _live(receive, send)
            return
        await _body(receive)
        await _success(send)


class OneRowPerCommit:
    """Verifies, decrypts and stores as ours does, but each callback in a commit of its own."""

    def __init__(self, database_url: str, corp_id: int) -> None:
        self._corp_id = corp_id
        self._cipher = CallbackCipher(TOKEN, AES_KEY, CORPID)
        self._engine: AsyncEngine = create_async_engine(
            database_url.replace("postgresql://", "postgresql+psycopg://", 1),
            pool_size=20,
            max_overflow=0,
        )
        self._sessions = async_sessionmaker(self._engine)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan":
            await _live(receive, send)
            return
        if scope["method"] == "GET":
            await _success(send)
            return
        query = {k: v[0] for k, v in parse_qs(scope["query_string"].decode()).items()}
        encrypted = extract_encrypt(await _body(receive))
        xml = self._cipher.open(
            query["msg_signature"], query["timestamp"], query["nonce"], encrypted
        )
        found = scan(xml, CORPID)
        async with self._sessions.begin() as session:
            await session.execute(
                insert(InboxRow)
                .values(
                    corp_id=self._corp_id,
                    agent_id=AGENT_ID,
                    key=found.key,
                    event=found.event,
                    change_type=found.change_type,
                    subject=found.subject,
                    occurred_at=datetime.fromtimestamp(found.created_at, UTC),
                    xml=xml.decode(),
                )
                .on_conflict_do_nothing()
            )
        await _success(send)


async def _body(receive: Receive) -> bytes:
    parts = []
    while True:
        message = await receive()
        parts.append(message.get("body", b""))
        if not message.get("more_body", False):
            return b"".join(parts)


async def _success(send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
    await send({"type": "http.response.body", "body": b"success"})


async def _live(receive: Receive, send: Send) -> None:
    """Start with the same garbage collector settings as ours, then wait for the end."""
    await receive()
    await asyncio.sleep(0)
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    await send({"type": "lifespan.startup.complete"})
    await receive()
    await send({"type": "lifespan.shutdown.complete"})


def empty() -> Empty:
    """For uvicorn's --factory."""
    return Empty()


def naive() -> OneRowPerCommit:
    """For uvicorn's --factory; address and corp come by the environment."""
    return OneRowPerCommit(os.environ["YUTANG_DATABASE_URL"], int(os.environ["BENCH_CORP_ID"]))
