"""In front of everything behind the framework: each request has a number and an origin."""

import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from starlette.requests import HTTPConnection
from structlog.contextvars import bound_contextvars

from . import origins
from .asking import client_ip
from .settings import Settings

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

HEADER = b"x-request-id"


class Tracing:
    """Wraps an ASGI application: the answer names the request as log and audit do.

    The number is ours alone: what a caller wrote into a header would be believed in the audit.
    """

    def __init__(self, application: Application, settings: Settings) -> None:
        self._application = application
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if scope["type"] != "http":
            await self._application(scope, receive, send)
            return
        request_id = secrets.token_hex(8)
        ip = client_ip(HTTPConnection(scope), self._settings)

        async def named(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = [*message.get("headers", ()), (HEADER, request_id.encode())]
                message = {**message, "headers": headers}
            await send(message)

        origin = origins.Origin(means="", ip=ip, request_id=request_id)
        with origins.coming_from(origin), bound_contextvars(request_id=request_id):
            await self._application(scope, receive, named)
