"""Word to members whom customers deleted: one message for an hour, sent once."""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import structlog
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.wecom.admission import NoQuotaError, Urgency
from yutang.wecom.app_messages import MAX_DUPLICATE_SECONDS, Receivers
from yutang.wecom.errors import RefusedError
from yutang.wecom.messages import TextMessage

from .models import LossPlace

log = structlog.get_logger(__name__)

NAMES: Final = 5
NAME_CHARACTERS: Final = 20
LATEST: Final = timedelta(hours=24)
"""Older losses are no news any more."""
KEPT: Final = timedelta(days=30)
"""A notice names customers: it is kept no longer than it may have to be explained."""

_LOST = text(
    """
    select l.staff_id, date_trunc('hour', l.at) as hour,
           array_agg(l.customer_id order by l.at) as ids,
           (array_agg(c.name order by l.at))[1:cast(:names as int)] as names
    from losses l
    join staff s on s.corp_id = l.corp_id and s.id = l.staff_id and s.status = 'active'
    join customers c on c.corp_id = l.corp_id and c.id = l.customer_id
    where l.corp_id = :corp_id and l.at >= :start and l.at < :stop
      and l.ending = 'deleted_by_customer' and l.returned_at is null
    group by 1, 2
    order by 1, 2
    """
)
_INSERT = text(
    """
    insert into loss_notices (corp_id, staff_id, hour, customer_ids, body, state)
    values (:corp_id, :staff_id, :hour, :ids, to_jsonb(cast(:body as text)), 'due')
    on conflict do nothing
    """
)
_DUE = text(
    """
    select n.staff_id, n.hour, n.body, s.account
    from loss_notices n
    join staff s on s.corp_id = n.corp_id and s.id = n.staff_id
    where n.corp_id = :corp_id and n.state = 'due'
    order by n.hour, n.staff_id
    """
)
_DONE = text(
    """
    update loss_notices set state = :state, reason = :reason, sent_at = :now
    where corp_id = :corp_id and staff_id = :staff_id and hour = :hour and state = 'due'
    """
)
_FORGET = text("delete from loss_notices where corp_id = :corp_id and hour < :before")


async def tell_losses(runtime: Runtime, corp_id: int) -> int:
    """Tell members of the hours that are over; returns how many were told.

    A message whose outcome is unknown is sent again with the same words, and WeCom drops the
    second. Raises NoQuotaError and what is no refusal; what is due then stays due.
    """
    now = runtime.clock()
    wanted = (await corps.preferences_of(runtime, corp_id)).notify_losses
    async with runtime.database.owner() as session:
        await _write_due(session, corp_id, now, wanted=wanted)
        await session.execute(_FORGET, {"corp_id": corp_id, "before": now - KEPT})
        due = (await session.execute(_DUE, {"corp_id": corp_id})).all()
        agent_id = await corps.first_agent_id(session, corp_id) if due else 0
    if not due:
        return 0
    client = await corps.connect(runtime, corp_id, urgency=Urgency.SCHEDULED)
    told = 0
    for notice in due:
        state, reason = "sent", None
        try:
            answer = await client.app_messages.send(
                agent_id,
                Receivers(userids=(notice.account,)),
                TextMessage(content=notice.body),
                duplicate_seconds=MAX_DUPLICATE_SECONDS,
            )
            if answer.unreached:
                state, reason = "refused", "the app does not reach this member"
        except NoQuotaError:
            raise
        except RefusedError as error:
            state, reason = "refused", f"{error.errcode}: {error.errmsg}"[:200]
        async with runtime.database.owner() as session:
            await session.execute(
                _DONE,
                {
                    "corp_id": corp_id,
                    "staff_id": notice.staff_id,
                    "hour": notice.hour,
                    "state": state,
                    "reason": reason,
                    "now": runtime.clock(),
                },
            )
        told += state == "sent"
    log.info("losses.told", corp_id=corp_id, members=told, of=len(due))
    return told


async def _write_due(session: AsyncSession, corp_id: int, now: datetime, *, wanted: bool) -> None:
    """Write the notices of all hours that are over; the first time only the place is set."""
    stop = now.replace(minute=0, second=0, microsecond=0)
    place = await session.scalar(
        select(LossPlace).where(LossPlace.corp_id == corp_id).with_for_update()
    )
    if place is None:
        place = LossPlace(corp_id=corp_id, reckoned_at=None, noticed_to=stop)
        session.add(place)
    start, place.noticed_to = place.noticed_to, stop
    if not wanted or start is None or start >= stop:
        return
    zone = ZoneInfo((await corps.describe(session, corp_id)).timezone)
    rows = await session.execute(
        _LOST,
        {"corp_id": corp_id, "start": max(start, stop - LATEST), "stop": stop, "names": NAMES},
    )
    found = [
        {
            "corp_id": corp_id,
            "staff_id": row.staff_id,
            "hour": row.hour,
            "ids": row.ids,
            "body": words(row.hour.astimezone(zone), row.names, len(row.ids)),
        }
        for row in rows
    ]
    if found:
        await session.execute(_INSERT, found)


def words(hour: datetime, names: list[str], count: int) -> str:
    """What a member reads; `hour` in the corp's zone."""
    named = "、".join(name[:NAME_CHARACTERS] or "未命名客户" for name in names)
    more = " 等" if count > len(names) else ""
    span = f"{hour:%m-%d %H:%M}–{hour + timedelta(hours=1):%H:%M}"
    return (
        f"{span} 有 {count} 位客户删除了你：{named}{more}。"
        "他们收不到你再发的消息，也看不到你的朋友圈。"
    )
