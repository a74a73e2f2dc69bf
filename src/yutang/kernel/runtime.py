"""What every process owns: built once in bootstrap, passed, never imported."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Protocol, TypeVar, cast, runtime_checkable

import httpx2

from .clock import Clock, utc_now
from .db import Database
from .settings import Settings
from .vault import Vault

T = TypeVar("T")


@runtime_checkable
class Closing(Protocol):
    """Something of the process that must end before the database is closed."""

    async def close(self) -> None:
        """End it."""


@dataclass(frozen=True, slots=True)
class Runtime:
    """Settings, database, vault and HTTP pool of this process."""

    settings: Settings
    database: Database
    vault: Vault
    http: httpx2.AsyncClient
    clock: Clock = utc_now
    late: "Callable[[Runtime], Awaitable[bool]] | None" = None
    """Whether something waits too long that has to be quick; work over many rows then rests."""
    _memo: dict[object, object] = field(default_factory=dict)

    def once(self, key: object, make: Callable[[], T]) -> T:
        """The one object of this process under `key`, made on the first call."""
        if key not in self._memo:
            self._memo[key] = make()
        return cast("T", self._memo[key])

    async def close(self) -> None:
        """End what works behind the scenes, give connections back."""
        for kept in list(self._memo.values()):
            if isinstance(kept, Closing):
                await kept.close()
        await self.http.aclose()
        await self.database.close()
