"""A WeCom in miniature: a tiny ASGI app whose answers a test writes down beforehand."""

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

import httpx2

from yutang.wecom.tokens import Credentials, MemoryTokenStore, TokenStore
from yutang.wecom.transport import Transport

SECRET = "s3cret-of-the-app"
CREDENTIALS = Credentials("ww01", SECRET)
Scope = MutableMapping[str, Any]


@dataclass(slots=True)
class Request:
    """One call as it arrived."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        """Return the body as JSON."""
        return json.loads(self.body)


@dataclass(slots=True)
class Reply:
    """An answer that is not plain JSON with HTTP 200."""

    body: bytes
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Miniature:
    """Issues tokens, refuses old ones, and answers each path from its own queue."""

    requests: list[Request] = field(default_factory=list)
    valid_tokens: set[str] = field(default_factory=set)
    answers: dict[str, deque[dict[str, Any] | Reply]] = field(default_factory=dict)
    tokens_issued: int = 0
    expires_in: int = 7200
    delay_seconds: float = 0.0
    in_flight: int = 0
    most_in_flight: int = 0

    def answer(self, path: str, *answers: dict[str, Any] | Reply) -> None:
        """Queue answers of a path; the last one is repeated."""
        self.answers.setdefault(path, deque()).extend(answers)

    def calls(self, path: str) -> list[Request]:
        """Return the calls of a path, oldest first."""
        return [request for request in self.requests if request.path == path]

    async def __call__(
        self,
        scope: Scope,
        receive: Callable[[], Awaitable[Scope]],
        send: Callable[[Scope], Awaitable[None]],
    ) -> None:
        """Serve one request."""
        body = b""
        while (part := await receive())["type"] == "http.request":
            body += part.get("body", b"")
            if not part.get("more_body"):
                break
        query = {
            name: values[0] for name, values in parse_qs(scope["query_string"].decode()).items()
        }
        headers = {name.decode().lower(): value.decode() for name, value in scope["headers"]}
        request = Request(scope["method"], scope["path"], query, headers, body)
        self.requests.append(request)
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        await asyncio.sleep(self.delay_seconds)
        reply = self._reply(request)
        self.in_flight -= 1
        if isinstance(reply, dict):
            reply = Reply(json.dumps(reply).encode(), headers={"content-type": "application/json"})
        pairs = [(name.encode(), value.encode()) for name, value in reply.headers.items()]
        await send({"type": "http.response.start", "status": reply.status, "headers": pairs})
        await send({"type": "http.response.body", "body": reply.body})

    def _reply(self, request: Request) -> dict[str, Any] | Reply:
        queue = self.answers.get(request.path)
        if request.path == "/cgi-bin/gettoken":
            if queue:
                return queue.popleft()
            self.tokens_issued += 1
            token = f"t0ken-number-{self.tokens_issued}"
            self.valid_tokens.add(token)
            return {"errcode": 0, "access_token": token, "expires_in": self.expires_in}
        token = request.query.get("access_token", "")
        if request.path.startswith("/cgi-bin/") and token not in self.valid_tokens:
            return {"errcode": 42001, "errmsg": f"access_token expired: access_token={token}"}
        if not queue:
            return {"errcode": 0, "errmsg": "ok"}
        return queue.popleft() if len(queue) > 1 else queue[0]


@asynccontextmanager
async def connected(
    wecom: Miniature,
    tokens: TokenStore | None = None,
    **limits: Any,
) -> AsyncIterator[Transport]:
    """Yield a transport that speaks to the miniature, without waits between its tries."""
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(wecom)) as http:
        yield Transport(
            "http://wecom.test",
            http,
            tokens or MemoryTokenStore(),
            CREDENTIALS,
            **{"backoff_seconds": 0.0, **limits},
        )
