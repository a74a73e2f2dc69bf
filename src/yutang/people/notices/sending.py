"""Send what was made: once, whoever is killed in between."""

import asyncio
from datetime import datetime, timedelta
from typing import Any, Final

import structlog
from sqlalchemy import Row

from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.wecom.admission import NoQuotaError, Urgency
from yutang.wecom.app_messages import MAX_DUPLICATE_SECONDS, Receivers
from yutang.wecom.errors import (
    BusyError,
    ConcurrencyError,
    ForbiddenError,
    FrequencyError,
    InvalidRequestError,
    RefusedError,
    TokenError,
    UnknownOutcomeError,
    UnreachableError,
    WeComError,
)

from . import repository
from .wording import Places, message_of

log = structlog.get_logger(__name__)

AT_ONCE: Final = 4
"""As for other writes."""
LEASE: Final = timedelta(seconds=60)
REPEATABLE: Final = timedelta(seconds=MAX_DUPLICATE_SECONDS - 120)
"""WeCom drops a repetition within four hours; after that it would be a second message."""
LATEST: Final = timedelta(hours=24)
"""What could not be sent for so long is no news any more."""
NOBODY: Final = 81013

_PASSING = (BusyError, ConcurrencyError, FrequencyError, TokenError)


async def send_due(runtime: Runtime, corp_id: int) -> int:
    """Send a corp's messages that are due, a few at once; returns how many were taken."""
    now = runtime.clock()
    async with runtime.database.owner() as session:
        rows = (
            await session.execute(
                repository.CLAIM,
                {"corp_id": corp_id, "now": now, "leased": now + LEASE, "rows": AT_ONCE},
            )
        ).all()
    if rows:
        async with runtime.database.owner() as session:
            corpid = (await corps.read_facts(session, corp_id)).corpid
        async with asyncio.TaskGroup() as group:
            for row in rows:
                group.create_task(_send(runtime, corpid, row, now))
    return len(rows)


async def _send(runtime: Runtime, corpid: str, row: Row[Any], now: datetime) -> None:
    if row.tried_at < now - REPEATABLE:
        # It may have arrived, and WeCom would not know it again.
        await _end(runtime, row, "unknown", "no_answer")
        return
    if row.made_at < now - LATEST:
        await _end(runtime, row, "refused", "too_late")
        return
    places = Places(runtime.settings.address, corpid, row.agent_id)
    urgency = Urgency.INTERACTIVE if row.urgent else Urgency.SCHEDULED
    try:
        client = await corps.connect(runtime, row.corp_id, row.agent_id, urgency=urgency)
        answer = await client.app_messages.send(
            row.agent_id,
            Receivers(userids=tuple(row.accounts)),
            message_of(row.message, row.id, places),
            duplicate_seconds=MAX_DUPLICATE_SECONDS,
        )
    except (RefusedError, InvalidRequestError) as error:
        if isinstance(error, _PASSING):
            await _again(runtime, row, now, error, surely_not=True)
        else:
            await _end(runtime, row, "refused", _why(error))
    except WeComError as error:
        await _again(runtime, row, now, error, surely_not=isinstance(error, UnreachableError))
    else:
        await _end(
            runtime,
            row,
            "sent",
            None,
            msgid=answer.msgid,
            unreached=answer.unreached,
        )


def _why(error: RefusedError | InvalidRequestError) -> str:
    """A word for what everybody should know, else WeCom's own."""
    if isinstance(error, InvalidRequestError):
        return f"not_sendable: {error}"[:200]
    if error.errcode == NOBODY:
        return "not_in_range"
    if isinstance(error, ForbiddenError):
        return f"no_permission: {error.errcode}"
    return f"{error.errcode}: {error.errmsg}"[:200]


async def _end(
    runtime: Runtime,
    row: Row[Any],
    state: str,
    reason: str | None,
    *,
    msgid: str | None = None,
    unreached: tuple[str, ...] = (),
) -> None:
    lost = {account.lower() for account in unreached}
    known = {
        "corp_id": row.corp_id,
        "id": row.id,
        "state": state,
        "reason": reason,
        "msgid": msgid,
        "now": runtime.clock(),
        "why": "not_in_range",
        "unreached": [
            staff_id
            for staff_id, account in zip(row.staff_ids, row.accounts, strict=True)
            if account in lost
        ],
    }
    async with runtime.database.owner() as session:
        for statement in (repository.ENDED, repository.DELIVERED, repository.TOLD):
            await session.execute(statement, known)
    if state != "sent":
        log.warning("notices.not_sent", corp_id=row.corp_id, state=state, reason=reason)


async def _again(
    runtime: Runtime, row: Row[Any], now: datetime, error: WeComError, *, surely_not: bool
) -> None:
    """Let it wait; what surely did not arrive can be repeated at any time."""
    if isinstance(error, NoQuotaError):
        until = error.until
    elif isinstance(error, FrequencyError):
        until = now + timedelta(minutes=1)
    else:
        until = now + timedelta(seconds=min(2 ** min(row.tries, 10), 600))
    if not isinstance(error, NoQuotaError):
        what = "UnknownOutcome" if isinstance(error, UnknownOutcomeError) else type(error).__name__
        log.warning("notices.again", corp_id=row.corp_id, error=what, tries=row.tries)
    async with runtime.database.owner() as session:
        await session.execute(
            repository.AGAIN,
            {
                "corp_id": row.corp_id,
                "id": row.id,
                "until": until,
                "reason": str(error)[:200],
                "surely_not": surely_not,
                "since": now,
            },
        )
