"""The inbox as others see it: its lane's step, what waits, what died, and putting it back."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.runtime import Runtime
from yutang.people.welcomes import service as welcomes

from .errors import UnknownCallbackError
from .handling import BATCH_ROWS, handle_batch
from .repository import InboxRepository, RefusalRepository
from .schemas import CallbackPage, CallbackRead, RawCallback, RefusalCount
from .showing import show

__all__ = (
    "BATCH_ROWS",
    "SIGNAL",
    "count_callbacks",
    "fall_behind",
    "forget_handled",
    "handle_batch",
    "last_received_at",
    "list_callbacks",
    "list_refusals",
    "oldest",
    "open_callback",
    "replay_callbacks",
)

SIGNAL = "inbox"
FORGET_ROWS = 5000
WELCOME_SECONDS = 0.5
BEHIND_SECONDS = 2.0
"""An edit rests for one of them."""


async def fall_behind(runtime: Runtime) -> bool:
    """Whether welcomes or callbacks wait for longer than they would if nothing else was done."""
    now = runtime.clock()
    async with runtime.database.owner() as session:
        if await welcomes.lie_open(session, now - timedelta(seconds=WELCOME_SECONDS)):
            return True
        before = now - timedelta(seconds=BEHIND_SECONDS)
        return await InboxRepository(session).holds_older(before, now)


async def open_callback(
    session: AsyncSession, corp_id: int, callback_id: int, actor: str
) -> RawCallback:
    """One callback with nothing hidden; that it was opened is audited.

    Raises UnknownCallbackError.
    """
    row = await InboxRepository(session).find(corp_id, callback_id)
    if row is None:
        raise UnknownCallbackError(callback_id)
    await audit.record(
        session, corp_id, actor=actor, action="callback.opened", target=f"callback:{callback_id}"
    )
    return RawCallback(id=row.id, xml=row.xml)


async def forget_handled(runtime: Runtime) -> int:
    """Delete handled callbacks older than the installation keeps; returns how many.

    Each batch is a transaction of its own: a long one would hold the event readers back.
    """
    before = runtime.clock() - timedelta(days=runtime.settings.callback_days)
    total = 0
    while True:
        async with runtime.database.owner() as session:
            gone = await InboxRepository(session).forget_handled(before, FORGET_ROWS)
        total += gone
        if gone < FORGET_ROWS:
            return total


async def list_callbacks(
    session: AsyncSession,
    corp_id: int,
    status: str | None,
    before_id: int | None,
    limit: int,
    kept_days: int,
) -> CallbackPage:
    """Stored callbacks, newest first; what is secret in their XML is hidden."""
    rows = await InboxRepository(session).page(corp_id, status, before_id, limit)
    return CallbackPage(
        items=[
            CallbackRead(
                id=row.id,
                event=row.event,
                change_type=row.change_type,
                subject=row.subject,
                occurred_at=row.occurred_at,
                received_at=row.received_at,
                status=row.status,
                reason=row.reason,
                attempts=row.attempts,
                handled_at=row.handled_at,
                xml=show(row.xml),
            )
            for row in rows
        ],
        next=str(rows[-1].id) if len(rows) == limit else None,
        kept_days=kept_days,
    )


async def count_callbacks(session: AsyncSession, corp_id: int, status: str) -> int:
    """How many callbacks stand at `status`."""
    return await InboxRepository(session).count(corp_id, status)


async def last_received_at(session: AsyncSession, corp_id: int) -> datetime | None:
    """When the last authentic callback of the corp came, None before the first."""
    return await InboxRepository(session).last_received_at(corp_id)


async def list_refusals(
    session: AsyncSession, corp_id: int, *, with_strangers: bool
) -> list[RefusalCount]:
    """What the door refused, newest first.

    `with_strangers` adds addresses that name no corp: where several share an installation, one
    must not see another's mistake.
    """
    rows = await RefusalRepository(session).of_corp(corp_id, with_strangers=with_strangers)
    return [
        RefusalCount(
            agent_id=row.agent_id or None,
            reason=row.reason,
            path=row.path,
            count=row.count,
            first_at=row.first_at,
            last_at=row.last_at,
        )
        for row in rows
    ]


async def oldest(session: AsyncSession, corp_id: int, status: str) -> tuple[int, datetime | None]:
    """How many callbacks stand at `status`, and when the oldest of them came."""
    return await InboxRepository(session).oldest(corp_id, status)


async def replay_callbacks(
    session: AsyncSession, corp_id: int, ids: Sequence[int], actor: str, now: datetime
) -> int:
    """Handle dead or kept callbacks again; returns how many were put back."""
    count = await InboxRepository(session).replay(corp_id, ids, now)
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="callbacks.replayed",
        target="inbox",
        after={"asked": len(ids), "replayed": count},
    )
    return count
