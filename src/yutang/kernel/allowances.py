"""What a caller has left to call, told with each answer, also with refusals."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .rates import Allowance

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]


class Allowances:
    """Wraps an ASGI application: adds the `RateLimit-` headers of who asked."""

    def __init__(self, app: Application) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        # Here, so that what routes put into it is seen from outside of them.
        state = scope.setdefault("state", {})

        async def told(message: Message) -> None:
            allowance: Allowance | None = state.get("allowance")
            if message["type"] == "http.response.start" and allowance is not None:
                more = [(k.lower().encode(), v.encode()) for k, v in allowance.headers.items()]
                message = {**message, "headers": [*message.get("headers", ()), *more]}
            await send(message)

        await self._app(scope, receive, told)
