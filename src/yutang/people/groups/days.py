"""Days of groups: ours by stays, WeCom's by owner, side by side."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.clock import day_bounds, today

from . import repository
from .day_counts import GroupDayRead, GroupDays, OurDay, WeComDay
from .detail import demand_group
from .errors import BadSpanError

WECOM_ZONE: Final = "Asia/Shanghai"
KEPT_DAYS: Final = 180
"""So far back WeCom tells."""
MOST_DAYS: Final = 366
USUAL_DAYS: Final = 30

# From the moment `since` to now; what stood at the end of each day is reckoned back from now.
_OURS: Final = f"""
    with mine as materialized (
      select g.* from group_chats g where g.corp_id = :corp_id {{more}}
    ), moves as (
      select (m.joined_at at time zone '{WECOM_ZONE}')::date as day,
             count(*) as members_joined, count(m.customer_id) as joined, 0 as members_left,
             0 as "left", 0 as opened, 0 as closed
      from group_members m
      where m.corp_id = :corp_id and m.joined_at >= :since {{of}}
      group by 1
      union all
      select (m.left_at at time zone '{WECOM_ZONE}')::date, 0, 0, count(*), count(m.customer_id),
             0, 0
      from group_members m
      where m.corp_id = :corp_id and m.left_at >= :since {{of}}
      group by 1
      union all
      select (g.created_at at time zone '{WECOM_ZONE}')::date, 0, 0, 0, 0, count(*), 0
      from mine g where g.created_at >= :since group by 1
      union all
      select (g.dismissed_at at time zone '{WECOM_ZONE}')::date, 0, 0, 0, 0, 0, count(*)
      from mine g where g.dismissed_at >= :since group by 1
    )
    select day, sum(members_joined)::bigint as members_joined, sum(joined)::bigint as joined,
           sum(members_left)::bigint as members_left, sum("left")::bigint as "left",
           sum(opened)::bigint as opened, sum(closed)::bigint as closed
    from moves group by day
    union all
    select null, coalesce(sum(g.people + g.staff), 0)::bigint, coalesce(sum(g.people), 0)::bigint,
           0, 0, count(*) filter (where g.dismissed_at is null), 0
    from mine g
"""  # noqa: S608 - of this file's own texts
_WECOM: Final = """
    select d.day, count(*) as owners, sum(d.new_groups)::bigint as new_groups,
           sum(d.groups)::bigint as groups, sum(d.groups_talking)::bigint as groups_talking,
           sum(d.joined)::bigint as joined, sum(d.members)::bigint as members,
           sum(d.members_talking)::bigint as members_talking, sum(d.messages)::bigint as messages
    from group_days d
    where d.corp_id = :corp_id and d.day between :first and :last {more}
    group by d.day
"""


@dataclass(slots=True)
class _Standing:
    """What there is at the end of a day."""

    groups: int
    seats: int
    members: int


async def read_days(
    session: AsyncSession,
    corp_id: int,
    first: date | None,
    last: date | None,
    now: datetime,
    *,
    owner_id: int | None = None,
    group_id: int | None = None,
) -> GroupDays:
    """Each day from first to last, by default the last 30; of all groups, one owner's, or one.

    Raises BadSpanError, UnknownGroupError.
    """
    if group_id is not None:
        await demand_group(session, corp_id, group_id)
    this = today(now, WECOM_ZONE)
    last = min(last or this, this)
    first = first or last - timedelta(days=USUAL_DAYS - 1)
    if not timedelta(0) <= last - first < timedelta(days=MOST_DAYS):
        raise BadSpanError(MOST_DAYS)
    ours = await _ours(session, corp_id, first, this, owner_id, group_id)
    told = await _wecoms(session, corp_id, first, last, owner_id) if group_id is None else {}
    days = [first + timedelta(days=i) for i in range((last - first).days + 1)]
    return GroupDays(
        items=[
            GroupDayRead(
                day=day,
                ours=ours[day],
                wecom=told.get(day),
                why_null=None if day in told else _why(day, this, group_id),
            )
            for day in days
        ],
        as_of=now,
    )


def _why(day: date, this: date, group_id: int | None) -> Any:
    if group_id is not None:
        return "by_owner"
    if day >= this:
        return "not_yet"
    return "too_old" if (this - day).days > KEPT_DAYS else "not_read"


async def _ours(
    session: AsyncSession,
    corp_id: int,
    first: date,
    this: date,
    owner_id: int | None,
    group_id: int | None,
) -> dict[date, OurDay]:
    asked: dict[str, Any] = {"corp_id": corp_id, "since": day_bounds(first, WECOM_ZONE)[0]}
    more = repository.seen(session, asked)
    of = " and m.group_id in (select id from mine)" if more else ""
    if owner_id is not None:
        asked["owner_id"] = owner_id
        more += " and g.owner_staff_id = :owner_id"
        of = " and m.group_id in (select id from mine)"
    if group_id is not None:
        asked["group_id"] = group_id
        more += " and g.id = :group_id"
        of = " and m.group_id = :group_id"
    rows = (await session.execute(text(_OURS.format(more=more, of=of)), asked)).all()
    moves: dict[date, Row[Any]] = {row.day: row for row in rows if row.day is not None}
    [now] = [row for row in rows if row.day is None]
    stands = _Standing(now.opened, now.joined, now.members_joined)
    found: dict[date, OurDay] = {}
    day = this
    while day >= first:
        row = moves.get(day)
        found[day] = OurDay(
            joined=row.joined if row else 0,
            left=row.left if row else 0,
            groups=stands.groups,
            seats=stands.seats,
            members_joined=row.members_joined if row else 0,
            members=stands.members,
        )
        if row is not None:
            stands.groups -= row.opened - row.closed
            stands.seats -= row.joined - row.left
            stands.members -= row.members_joined - row.members_left
        day -= timedelta(days=1)
    return found


async def _wecoms(
    session: AsyncSession, corp_id: int, first: date, last: date, owner_id: int | None
) -> dict[date, WeComDay]:
    asked: dict[str, Any] = {"corp_id": corp_id, "first": first, "last": last}
    more = ""
    if owner_id is not None:
        asked["owner_id"] = owner_id
        more = " and d.staff_id = :owner_id"
    rows = await session.execute(text(_WECOM.format(more=more)), asked)
    return {row["day"]: WeComDay.model_validate(row) for row in rows.mappings()}
