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


def fresh_seconds(expires_in: int) -> float:
    """Return how long a token is used: until 300 s before its end, or half of a short life."""
    return max(float(expires_in - REFRESH_EARLY_SECONDS), expires_in / 2)
