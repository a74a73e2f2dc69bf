"""What the welcome lane read of a newcomer, told to whoever stores him: WeCom is asked once.

Two readings of each add are more than the 10,000 a minute of WeCom's quota from 84 adds a second
on. The way is a notice of the database, sealed, and kept nowhere: one that is lost, too large or
late costs a second reading and nothing else.
"""

import asyncio
import base64
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog
from pydantic import ValidationError
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.runtime import Runtime
from yutang.kernel.vault import UnsealError, Vault
from yutang.wecom.customers import CustomerDetail

log = structlog.get_logger(__name__)

CHANNEL = "readings"
MOST_BYTES = 7_900
"""PostgreSQL takes notices of less than 8,000 bytes."""
KEPT_SECONDS = 30.0
LIVELY_SECONDS = 10.0
"""Who heard nothing for so long waits for nothing: there may be no welcomes with a name."""

_TELL = text("select pg_notify('readings', told) from unnest(cast(:told as text[])) as t(told)")


@dataclass(frozen=True, slots=True)
class Reading:
    """A customer as WeCom showed him after the callback `inbox_id` had come."""

    corp_id: int
    inbox_id: int
    asked_at: datetime
    detail: CustomerDetail


async def tell_readings(session: AsyncSession, vault: Vault, readings: Sequence[Reading]) -> None:
    """Tell them when the caller's transaction commits; one too large for a notice is left out."""
    told = [
        notice for notice in (_written(vault, one) for one in readings) if len(notice) <= MOST_BYTES
    ]
    if told:
        await session.execute(_TELL, {"told": told})


def _written(vault: Vault, one: Reading) -> str:
    sealed = vault.seal(
        one.detail.model_dump_json(by_alias=True, exclude_defaults=True),
        _context(one.corp_id, one.inbox_id),
    )
    return (
        f"{one.corp_id} {one.inbox_id} {one.asked_at.isoformat()}"
        f" {base64.b64encode(sealed).decode('ascii')}"
    )


def _context(corp_id: int, inbox_id: int) -> str:
    return f"readings:{corp_id}:{inbox_id}"


class Heard:
    """What this process has heard and not yet used."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._notices: dict[tuple[int, int], tuple[float, str]] = {}
        self._last = -LIVELY_SECONDS
        self._bell = asyncio.Event()

    def hear(self, notice: str) -> None:
        """Keep one notice for a while."""
        corp_id, inbox_id, rest = notice.split(" ", 2)
        self._last = time.monotonic()
        self._notices[int(corp_id), int(inbox_id)] = (self._last, rest)
        while self._notices:
            oldest = next(iter(self._notices))
            if self._last - self._notices[oldest][0] <= KEPT_SECONDS:
                break
            del self._notices[oldest]
        self._bell.set()

    async def wait(self, wanted: Collection[tuple[int, int]], seconds: float) -> None:
        """Wait until all these are here, at most so long; not at all where nobody tells any."""
        until = time.monotonic() + seconds
        while self._lives() and not all(key in self._notices for key in wanted):
            self._bell.clear()
            try:
                async with asyncio.timeout(until - time.monotonic()):
                    await self._bell.wait()
            except TimeoutError:
                return

    def _lives(self) -> bool:
        return time.monotonic() - self._last < LIVELY_SECONDS

    def take(self, corp_id: int, inbox_id: int) -> Reading | None:
        """The reading after this callback, once."""
        _, rest = self._notices.pop((corp_id, inbox_id), (0.0, ""))
        if not rest:
            return None
        asked_at, sealed = rest.split(" ")
        try:
            told = self._vault.unseal(base64.b64decode(sealed), _context(corp_id, inbox_id))
            detail = CustomerDetail.model_validate_json(told)
        except (UnsealError, ValidationError) as error:
            # Another version or installation speaks on this database; WeCom is asked then.
            log.warning("reading.not_understood", error=type(error).__name__)
            return None
        return Reading(corp_id, inbox_id, datetime.fromisoformat(asked_at), detail)


def heard(runtime: Runtime) -> Heard:
    """This process's ears; its worker's signals speak to them."""
    return runtime.once("welcomes.heard", lambda: Heard(runtime.vault))
