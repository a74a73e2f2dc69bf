"""Questions that the engine answers, and what higher floors tell it. Filled at import."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

if TYPE_CHECKING:
    from .engine import Engine

Handler = Callable[["Engine", int, dict[str, Any]], Awaitable[dict[str, Any]]]
RunReader = Callable[[AsyncSession, int], Awaitable[int | None]]
H = TypeVar("H", bound=Handler)

_HANDLERS: dict[str, Handler] = {}
_RUN_READERS: list[RunReader] = []


def question(name: str) -> Callable[[H], H]:
    """Have the engine answer `name`; the name is given once."""

    def register(handler: H) -> H:
        if name in _HANDLERS:
            message = f"there is a question {name} already"
            raise ValueError(message)
        _HANDLERS[name] = handler
        return handler

    return register


def handler_of(name: str) -> Handler | None:
    """Who answers `name`."""
    return _HANDLERS.get(name)


def names_rfm_run(reader: RunReader) -> RunReader:
    """Whoever reckons RFM says by which run of a corp its leaves are answered."""
    _RUN_READERS[:] = [reader]
    return reader


async def rfm_run(session: AsyncSession, corp_id: int) -> int | None:
    """That run."""
    for reader in _RUN_READERS:
        return await reader(session, corp_id)
    return None
