"""Where access tokens are kept: one for each app, shared by all who call WeCom for it."""

import asyncio
import time
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Final, Protocol

REFRESH_EARLY_SECONDS: Final = 300


@dataclass(frozen=True, slots=True)
class Credentials:
    """What an app proves itself with; each secret has a token of its own."""

    corpid: str
    secret: str = field(repr=False)


class TokenStore(Protocol):
    """Keeps tokens; an implementation may share them between processes."""

    async def get(self, credentials: Credentials) -> str | None:
        """Return the token, or None when there is none or it expires within 300 s."""

    async def put(self, credentials: Credentials, token: str, expires_in: int) -> None:
        """Keep a token that lives for ``expires_in`` seconds from now."""

    async def drop(self, credentials: Credentials, token: str) -> None:
        """Forget this token; a newer one stays."""

    def refreshing(self, credentials: Credentials) -> AbstractAsyncContextManager[object]:
        """Hold the right to fetch a token, which one holder at a time has."""


class MemoryTokenStore:
    """Keeps tokens for the life of this process."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._tokens: dict[Credentials, tuple[str, float]] = {}
        self._locks: dict[Credentials, asyncio.Lock] = {}

    async def get(self, credentials: Credentials) -> str | None:
        """Return the token, or None when there is none or it expires within 300 s."""
        token, fresh_until = self._tokens.get(credentials, (None, 0.0))
        return token if self._clock() < fresh_until else None

    async def put(self, credentials: Credentials, token: str, expires_in: int) -> None:
        """Keep a token that lives for ``expires_in`` seconds from now."""
        self._tokens[credentials] = (token, self._clock() + fresh_seconds(expires_in))

    async def drop(self, credentials: Credentials, token: str) -> None:
        """Forget this token; a newer one stays."""
        if self._tokens.get(credentials, (None, 0.0))[0] == token:
            del self._tokens[credentials]

    def refreshing(self, credentials: Credentials) -> AbstractAsyncContextManager[object]:
        """Hold the right to fetch a token, which one holder at a time has."""
        return self._locks.setdefault(credentials, asyncio.Lock())


class RememberingTokenStore:
    """Asks a shared store at most once in ``seconds`` for a token this process knows already.

    A token another process dropped is refused by WeCom, which makes the transport drop it here.
    """

    def __init__(
        self,
        shared: TokenStore,
        seconds: float = 60.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._shared = shared
        self._seconds = seconds
        self._clock = clock
        self._known: dict[Credentials, tuple[str, float]] = {}

    async def get(self, credentials: Credentials) -> str | None:
        """Return the remembered token, else the shared one."""
        token, until = self._known.get(credentials, (None, 0.0))
        if token is not None and self._clock() < until:
            return token
        token = await self._shared.get(credentials)
        if token is not None:
            self._known[credentials] = (token, self._clock() + self._seconds)
        return token

    async def put(self, credentials: Credentials, token: str, expires_in: int) -> None:
        """Keep the token in the shared store, and remember it."""
        await self._shared.put(credentials, token, expires_in)
        seconds = min(self._seconds, fresh_seconds(expires_in))
        self._known[credentials] = (token, self._clock() + seconds)

    async def drop(self, credentials: Credentials, token: str) -> None:
        """Forget this token here and in the shared store."""
        if self._known.get(credentials, (None, 0.0))[0] == token:
            del self._known[credentials]
        await self._shared.drop(credentials, token)

    def refreshing(self, credentials: Credentials) -> AbstractAsyncContextManager[object]:
        """Hold the shared right to fetch a token."""
        return self._shared.refreshing(credentials)


def fresh_seconds(expires_in: int) -> float:
    """Return how long a token is used: until 300 s before its end, or half of a short life."""
    return max(float(expires_in - REFRESH_EARLY_SECONDS), expires_in / 2)
