"""Tell WeCom of tags: one relation a call; a bulk run for what nobody waits for."""

import asyncio
from datetime import datetime, timedelta
from typing import Final

import structlog

from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.gateway import service as gateway
from yutang.people.gateway.schemas import Run
from yutang.wecom.admission import NoQuotaError, Urgency
from yutang.wecom.client import WeCom
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

from . import pushing
from .schemas import Push, PushResult, Relation

log = structlog.get_logger(__name__)

ROWS: Final = 100
LEASE_SECONDS: Final = 30.0
LONGEST_PAUSE: Final = 600.0
NOT_YET_ATTEMPTS: Final = 4
"""WeCom may deny a friendship for some seconds after telling of it."""
AT_ONCE: Final = 4
"""WeCom takes five calls of mark_tag at once for a corp; one stays free for who waits."""
GIVEN_UP_ATTEMPTS: Final = 8
"""After so many tries without an answer the run leaves one behind, so that the others go on."""
_BEGINNING: Final = Relation(0, 0)


async def push_waiting(runtime: Runtime) -> int:
    """Mark the waiting tags of up to 100 relations; a repeat is harmless, marking is a set."""
    async with runtime.database.owner() as session:
        pushes = await pushing.claim_pushes(session, runtime.clock(), ROWS, LEASE_SECONDS)
    if not pushes:
        return 0
    results = await asyncio.gather(*(_push(runtime, push) for push in pushes))
    async with runtime.database.owner() as session:
        await pushing.finish_pushes(
            session, list(zip(pushes, results, strict=True)), runtime.clock()
        )
    return len(pushes)


async def _push(runtime: Runtime, push: Push) -> PushResult:
    try:
        client = await corps.connect(runtime, push.corp_id)
        await _mark(client, push)
    except WeComError as error:
        return _judge(error, push, runtime.clock())
    return PushResult()


async def _mark(client: WeCom, push: Push) -> None:
    await client.tags.mark(
        push.account,
        push.external_id,
        add=list(push.adds.values()),
        remove=list(push.removes.values()),
    )


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


async def mirror_bulk(runtime: Runtime, corp_id: int) -> int:
    """Tell WeCom of all that was tagged in bulk, as a bulk run; returns how many relations.

    It walks by relation, takes the quota that is over (class bulk) and writes its place with each
    hundred. Killed, it goes on with those that still wait and tells of a few again, which is
    harmless. Raises NoQuotaError (the job comes back at its `until`) and what else stands in the
    way of all (the run failed, the job tries again).
    """
    client = await corps.connect(runtime, corp_id, urgency=Urgency.BULK)
    run = await _begin(runtime, corp_id)
    if run is None:
        return 0
    after, told = _BEGINNING, 0
    while True:
        async with runtime.database.owner() as session:
            pushes = await pushing.take_bulk(session, corp_id, after, ROWS)
        if not pushes:
            if after == _BEGINNING:
                break
            # More may have come meanwhile, of people whom the run had passed.
            after, run = _BEGINNING, await _begin(runtime, corp_id) or run
            continue
        run = await _tell(runtime, run, client, pushes)
        told += len(pushes)
        after = pushes[-1].relation
    async with runtime.database.owner() as session:
        await gateway.end(session, run, runtime.clock())
    log.info("tags.mirrored", corp_id=corp_id, relations=told)
    return told


async def _begin(runtime: Runtime, corp_id: int) -> Run | None:
    """The open run with its new total, or None where nothing waits."""
    async with runtime.database.owner() as session:
        waiting = await pushing.count_waiting(session, corp_id)
        if not waiting:
            return None
        run = await gateway.begin_or_resume(
            session,
            corp_id,
            pushing.RUN_KIND,
            path=pushing.PATH,
            asked_by="system",
            now=runtime.clock(),
        )
        return await gateway.begin_or_resume(
            session,
            corp_id,
            pushing.RUN_KIND,
            path=pushing.PATH,
            asked_by="system",
            now=runtime.clock(),
            total=run.done + waiting,
        )


async def _tell(runtime: Runtime, run: Run, client: WeCom, pushes: list[Push]) -> Run:
    gate = asyncio.Semaphore(AT_ONCE)
    outcomes = await asyncio.gather(*(_try(client, push, gate) for push in pushes))
    ended = [(push, result) for push, result, _ in outcomes if result is not None]
    async with runtime.database.owner() as session:
        await pushing.finish_pushes(session, ended, runtime.clock())
        run = await gateway.advance(
            session,
            run,
            {},
            runtime.clock(),
            done=sum(len(push.adds) + len(push.removes) for push, _ in ended),
            calls=len(ended),
        )
    troubles = [trouble for _, _, trouble in outcomes if trouble is not None]
    for trouble in sorted(troubles, key=lambda error: isinstance(error, NoQuotaError)):
        if not isinstance(trouble, NoQuotaError):
            async with runtime.database.owner() as session:
                await gateway.fail(session, run, str(trouble), runtime.clock())
        raise trouble
    return run


async def _try(
    client: WeCom, push: Push, gate: asyncio.Semaphore
) -> tuple[Push, PushResult | None, WeComError | None]:
    """What came of it; a trouble that is not this relation's own stops the run."""
    async with gate:
        try:
            await _mark(client, push)
        except NoQuotaError as error:
            return push, None, error
        except (BusyError, ConcurrencyError, FrequencyError, TokenError) as error:
            return push, None, error
        except (NotFriendError, UnknownCustomerError) as error:
            return push, PushResult(f"not_friend:{error.errcode}"), None
        except RefusedError as error:
            log.warning("tags.refused", errcode=error.errcode, corp_id=push.corp_id)
            return push, PushResult(f"refused:{error.errcode}"), None
        except WeComError as error:
            if push.attempts >= GIVEN_UP_ATTEMPTS:
                return push, PushResult(type(error).__name__), None
            return push, None, error
    return push, PushResult(), None
