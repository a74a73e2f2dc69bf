"""Where access tokens are kept: one for each app, shared by all who call WeCom for it."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from typing import Final, Protocol

REFRESH_EARLY_SECONDS: Final = 300
END_SECONDS: Final = 10


@dataclass(frozen=True, slots=True)
class Credentials:
    """What an app proves itself with; each secret has a token of its own."""

    corpid: str
    secret: str = field(repr=False)


class TokenStore(Protocol):
    """Keeps tokens; an implementation may share them between processes."""

    async def get(self, credentials: Credentials) -> str | None:
        """Return the token as long as it works, else None."""

    async def is_due(self, credentials: Credentials) -> bool:
        """Whether the token that ``get`` returns should be renewed: it ends within 300 s."""

    async def put(self, credentials: Credentials, token: str, expires_in: int) -> None:
        """Keep a token that lives for ``expires_in`` seconds from now."""

    async def drop(self, credentials: Credentials, token: str) -> None:
        """Forget this token; a newer one stays."""

    def refreshing(self, credentials: Credentials) -> AbstractAsyncContextManager[object]:
        """Wait for the right to fetch a token, which one holder at a time has, and hold it."""

    def trying_to_refresh(self, credentials: Credentials) -> AbstractAsyncContextManager[bool]:
        """Hold that right if nobody else does; yields whether it is held. Never waits for it."""


@dataclass(frozen=True, slots=True)
class _Kept:
    token: str
    due_at: float
    works_until: float


class MemoryTokenStore:
    """Keeps tokens for the life of this process."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._tokens: dict[Credentials, _Kept] = {}
        self._locks: dict[Credentials, asyncio.Lock] = {}

    async def get(self, credentials: Credentials) -> str | None:
        """Return the token as long as it works, else None."""
        kept = self._tokens.get(credentials)
        return kept.token if kept is not None and self._clock() < kept.works_until else None

    async def is_due(self, credentials: Credentials) -> bool:
        """Whether the token ends within 300 s, or half of a short life is over."""
        kept = self._tokens.get(credentials)
        return kept is None or self._clock() >= kept.due_at

    async def put(self, credentials: Credentials, token: str, expires_in: int) -> None:
        """Keep a token that lives for ``expires_in`` seconds from now."""
        now = self._clock()
        self._tokens[credentials] = _Kept(
            token, now + fresh_seconds(expires_in), now + working_seconds(expires_in)
        )

    async def drop(self, credentials: Credentials, token: str) -> None:
        """Forget this token; a newer one stays."""
        kept = self._tokens.get(credentials)
        if kept is not None and kept.token == token:
            del self._tokens[credentials]

    def refreshing(self, credentials: Credentials) -> AbstractAsyncContextManager[object]:
        """Wait for the right to fetch a token, which one holder at a time has, and hold it."""
        return self._locks.setdefault(credentials, asyncio.Lock())

    @asynccontextmanager
    async def trying_to_refresh(self, credentials: Credentials) -> AsyncIterator[bool]:
        """Hold that right if nobody else does; yields whether it is held. Never waits for it."""
        lock = self._locks.setdefault(credentials, asyncio.Lock())
        if lock.locked():
            yield False
            return
        async with lock:
            yield True


def working_seconds(expires_in: int) -> float:
    """Return how long a token is used at all: until 10 s before its end, or most of its life.

    A request that leaves with the token must arrive while the token lives.
    """
    return max(float(expires_in - END_SECONDS), expires_in * 0.9)


def fresh_seconds(expires_in: int) -> float:
    """Return when a token is due for renewal: 300 s before its end, or after half its life."""
    return max(float(expires_in - REFRESH_EARLY_SECONDS), expires_in / 2)
