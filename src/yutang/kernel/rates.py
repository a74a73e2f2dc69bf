"""How many calls a caller may make a minute, over all processes.

A bucket of calls that fills evenly. Each process counts for itself and settles with the row in
PostgreSQL after a twentieth of a minute's calls, at most once a second: never a statement a call.
Processes may so let through a little too much, which the row remembers as a debt.
"""

import math
import time
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import PrimaryKeyConstraint, text
from sqlalchemy.orm import Mapped

from .db import Base, Database
from .errors import DomainError

SETTLE_SECONDS = 1.0
SETTLE_PART = 20
MOST_CALLERS = 10_000

_SETTLE = text(
    "insert into call_rates as r (corp_id, caller, calls, at)"
    " values (:corp, :caller, cast(:most as float8) - :spent, now())"
    " on conflict (corp_id, caller) do update set at = now(), calls = greatest(-:most,"
    " least(:most, r.calls + greatest(0, extract(epoch from now() - r.at)) * :most / 60) - :spent)"
    " returning calls"
)


class CallRate(Base):
    """What one token or session may still call, as it was at `at`. Lost in a crash: no harm."""

    __tablename__ = "call_rates"
    __table_args__ = (
        PrimaryKeyConstraint("corp_id", "caller"),
        {"prefixes": ["UNLOGGED"]},
    )

    corp_id: Mapped[int]
    caller: Mapped[str]
    """token:<id>, session:<id> or member:<id>."""
    calls: Mapped[float]
    """Below 0 where processes together let more through than was left."""
    at: Mapped[datetime]


class TooManyCallsError(DomainError):
    """More calls than a caller may make a minute."""

    code = "access.too_many_calls"
    status = 429

    def __init__(self, limit: int, seconds: int) -> None:
        super().__init__(f"{limit} calls a minute are allowed; try again in {seconds} s")
        self.headers = {"Retry-After": str(seconds)}


@dataclass(frozen=True, slots=True)
class Allowance:
    """What a caller has left of `limit` calls a minute, and when he has them all again."""

    limit: int
    left: int
    full_seconds: int

    @property
    def headers(self) -> dict[str, str]:
        """As programs read it."""
        return {
            "RateLimit-Limit": str(self.limit),
            "RateLimit-Remaining": str(self.left),
            "RateLimit-Reset": str(self.full_seconds),
            "RateLimit-Policy": f"{self.limit};w=60",
        }


@dataclass(slots=True)
class _Account:
    known: float
    known_at: float
    settled_at: float = -math.inf
    used: int = 0


class Rates:
    """The counts of one process; `limit` calls a minute, as many at once."""

    def __init__(self, database: Database, limit: int) -> None:
        self._database = database
        self._limit = limit
        self._accounts: OrderedDict[tuple[int, str], _Account] = OrderedDict()

    async def take(self, corp_id: int, caller: str) -> Allowance | None:
        """Count one call; None where there is no limit. Raises TooManyCallsError."""
        if not self._limit:
            return None
        account = self._find((corp_id, caller))
        account.used += 1
        now = time.monotonic()
        due = account.used * SETTLE_PART >= self._limit or self._left(account, now) < 0
        if due and now - account.settled_at >= SETTLE_SECONDS:
            await self._settle(account, corp_id, caller, now)
            now = time.monotonic()
        left = self._left(account, now)
        if left < 0:
            account.used -= 1
            seconds = math.ceil(max(-left, 1) * 60 / self._limit)
            raise TooManyCallsError(self._limit, seconds)
        missing = self._limit - left
        return Allowance(self._limit, int(left), math.ceil(missing * 60 / self._limit))

    def _find(self, key: tuple[int, str]) -> _Account:
        account = self._accounts.get(key)
        if account is None:
            account = self._accounts[key] = _Account(self._limit, time.monotonic())
            if len(self._accounts) > MOST_CALLERS:
                self._accounts.popitem(last=False)
        self._accounts.move_to_end(key)
        return account

    def _left(self, account: _Account, now: float) -> float:
        filled = account.known + (now - account.known_at) * self._limit / 60
        return min(self._limit, filled) - account.used

    async def _settle(self, account: _Account, corp_id: int, caller: str, now: float) -> None:
        account.settled_at = now
        spent = account.used
        # Who comes while the row is asked is measured by what was known.
        account.known, account.known_at, account.used = self._left(account, now), now, 0
        async with self._database.single.connect() as connection:
            left = await connection.scalar(
                _SETTLE,
                {"corp": corp_id, "caller": caller, "most": self._limit, "spent": spent},
            )
        account.known, account.known_at = float(left or 0), now


async def forget_idle(database: Database) -> None:
    """Rows that are full again say nothing; every caller fills within a minute or two."""
    async with database.owner() as session:
        await session.execute(text("delete from call_rates where at < now() - interval '1 hour'"))
