"""The lane that tells WeCom of tags."""

import asyncio
from datetime import datetime, timedelta

import structlog

from yutang.kernel.lanes import Lane
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.wecom.admission import NoQuotaError
from yutang.wecom.errors import (
    BusyError,
    ConcurrencyError,
    FrequencyError,
    NotFriendError,
    RefusedError,
    TokenError,
    UnknownCustomerError,
    WeComError,
)

from . import service
from .schemas import Push, PushResult

log = structlog.get_logger(__name__)

ROWS = 100
LEASE_SECONDS = 30.0
LONGEST_PAUSE = 600.0
NOT_YET_ATTEMPTS = 4
"""WeCom may deny a friendship for some seconds after telling of it."""


def lane(runtime: Runtime) -> Lane:
    """Push waiting tags as they come."""
    return Lane("tags", service.SIGNAL, lambda: push_batch(runtime))


async def push_batch(runtime: Runtime) -> int:
    """Mark the waiting tags of up to 100 relations; a repeat is harmless, marking is a set."""
    async with runtime.database.owner() as session:
        pushes = await service.claim_pushes(session, runtime.clock(), ROWS, LEASE_SECONDS)
    if not pushes:
        return 0
    results = await asyncio.gather(*(_push(runtime, push) for push in pushes))
    async with runtime.database.owner() as session:
        await service.finish_pushes(
            session, list(zip(pushes, results, strict=True)), runtime.clock()
        )
    return len(pushes)


async def _push(runtime: Runtime, push: Push) -> PushResult:
    try:
        client = await corps.connect(runtime, push.corp_id)
        await client.tags.mark(
            push.account,
            push.external_id,
            add=list(push.adds.values()),
            remove=list(push.removes.values()),
        )
    except WeComError as error:
        return _judge(error, push, runtime.clock())
    return PushResult()


def _judge(error: WeComError, push: Push, now: datetime) -> PushResult:
    pause = timedelta(seconds=min(0.5 * 2**push.attempts, LONGEST_PAUSE))
    match error:
        case NotFriendError() | UnknownCustomerError() if push.attempts < NOT_YET_ATTEMPTS:
            return PushResult(f"not_friend:{error.errcode}", now + pause)
        case NotFriendError() | UnknownCustomerError():
            return PushResult(f"not_friend:{error.errcode}")
        case NoQuotaError():
            return PushResult(f"no_{error.why}", max(error.until, now + pause))
        case BusyError() | ConcurrencyError() | FrequencyError() | TokenError():
            return PushResult(f"refused:{error.errcode}", now + pause)
        case RefusedError():
            log.warning("tags.refused", errcode=error.errcode, corp_id=push.corp_id)
            return PushResult(f"refused:{error.errcode}")
    return PushResult(type(error).__name__, now + pause)
