"""Word to members whom customers deleted: one for an hour."""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import structlog
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.notices import service as notices
from yutang.kernel.notices.schemas import Kind, NewNotice, Words
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from .models import LossPlace

log = structlog.get_logger(__name__)

KIND: Final = notices.register_kind(
    Kind("losses", Words("客户删除了我", "Customers who deleted me"))
)
NAMES: Final = 5
NAME_CHARACTERS: Final = 20
LATEST: Final = timedelta(hours=24)
"""Older losses are no news any more."""
_UNNAMED: Final = Words("未命名客户", "unnamed")

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


async def tell_losses(runtime: Runtime, corp_id: int) -> int:
    """Tell members of the hours that are over; returns how many were told.

    An hour is told once, in the transaction that moves the place of the corp past it.
    """
    now = runtime.clock()
    wanted = (await corps.preferences_of(runtime, corp_id)).notify_losses
    async with runtime.database.owner() as session:
        found = await _found(session, corp_id, now, wanted=wanted)
        told = await notices.tell(session, corp_id, *found, now=now)
    if told:
        log.info("losses.told", corp_id=corp_id, members=told)
    return told


async def _found(
    session: AsyncSession, corp_id: int, now: datetime, *, wanted: bool
) -> list[NewNotice]:
    """The notices of all hours that are over; the first time only the place is set."""
    stop = now.replace(minute=0, second=0, microsecond=0)
    place = await session.scalar(
        select(LossPlace).where(LossPlace.corp_id == corp_id).with_for_update()
    )
    if place is None:
        place = LossPlace(corp_id=corp_id, reckoned_at=None, noticed_to=stop)
        session.add(place)
    start, place.noticed_to = place.noticed_to, stop
    if not wanted or start is None or start >= stop:
        return []
    zone = ZoneInfo((await corps.describe(session, corp_id)).timezone)
    rows = await session.execute(
        _LOST,
        {"corp_id": corp_id, "start": max(start, stop - LATEST), "stop": stop, "names": NAMES},
    )
    return [
        NewNotice(
            kind=KIND.name,
            key=f"losses:{row.hour.timestamp():.0f}",
            title=title_of(row.hour.astimezone(zone), len(row.ids)),
            body=body_of(row.names, len(row.ids)),
            staff_ids=[row.staff_id],
            link=f"/losses?what=relations&staff={row.staff_id}",
            customer_ids=row.ids,
        )
        for row in rows
    ]


def title_of(hour: datetime, count: int) -> Words:
    """When, and how many; `hour` in the corp's zone."""
    span = f"{hour:%m-%d %H:%M}–{hour + timedelta(hours=1):%H:%M}"
    customers = "customer" if count == 1 else "customers"
    return Words(f"{span} 有 {count} 位客户删除了你", f"{count} {customers} deleted you, {span}")


def body_of(names: list[str], count: int) -> Words:
    """Who, and what it means."""
    zh = "、".join(name[:NAME_CHARACTERS] or _UNNAMED.zh for name in names)
    en = ", ".join(name[:NAME_CHARACTERS] or _UNNAMED.en for name in names)
    more = count > len(names)
    return Words(
        f"{zh}{' 等' if more else ''}。他们收不到你再发的消息，也看不到你的朋友圈。",
        f"{en}{' and others' if more else ''}. They get none of your messages any more and do not"
        " see your Moments.",
    )
