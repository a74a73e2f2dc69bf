"""The gateway's front door."""

from contextlib import AbstractAsyncContextManager
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.runtime import Runtime
from yutang.wecom.admission import Urgency

from . import reading, runs
from .admitting import Gateway
from .runs import advance, begin_or_resume, end, fail
from .schemas import QuotaRead, TokenRead

__all__ = [
    "CorpAdmission",
    "admission",
    "advance",
    "begin_or_resume",
    "end",
    "fail",
    "flow",
    "gateway",
    "read_quota",
]


class CorpAdmission:
    """The gateway as a corp's client sees it."""

    def __init__(self, gateway: Gateway, corp_id: int) -> None:
        self._gateway = gateway
        self._corp_id = corp_id

    def admit(self, path: str, urgency: Urgency) -> AbstractAsyncContextManager[float | None]:
        """Wait for the right to send one request of `path`; raises NoQuotaError."""
        return self._gateway.admit(self._corp_id, path, urgency)

    async def refused(self, path: str, errcode: int) -> bool:
        """Brake every process; asking again is of use, for the door knows until when."""
        await self._gateway.refused(self._corp_id, path, errcode)
        return True


def gateway(runtime: Runtime) -> Gateway:
    """The one gateway of this process. Raises BadLimitsError."""
    return runtime.once(Gateway, lambda: Gateway(runtime))


def admission(runtime: Runtime, corp_id: int) -> CorpAdmission:
    """What a client of the corp asks before each call. Raises BadLimitsError."""
    return CorpAdmission(gateway(runtime), corp_id)


def flow(runtime: Runtime, corp_id: int, path: str) -> float:
    """Calls of an API a second that the corp's quota lets through, were nobody else calling."""
    return min(
        bucket.rate or bucket.limit / bucket.seconds
        for bucket in gateway(runtime).limits.buckets(corp_id, path)
    )


async def read_quota(
    session: AsyncSession, runtime: Runtime, corp_id: int, tokens: list[TokenRead], now: datetime
) -> QuotaRead:
    """The page of the corp's quota, together with its `tokens`. Needs the owner's session."""
    limits = gateway(runtime).limits
    apis = await reading.list_apis(session, corp_id, now, limits)
    return QuotaRead(
        at=now,
        apis=apis,
        waiting=reading.count_waiting(apis),
        runs=await runs.list_runs(session, corp_id, now, limits),
        tokens=tokens,
    )
