"""Of how many adds it is known how they came, and which are the others."""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.staff.schemas import StaffRef

from .errors import BadCursorError, BadSpanError
from .schemas import AttributionReport, GrowthFilter, UnknownAdd, UnknownAdds, WayShare

MOST_DAYS: Final = 366

_WAYS = text(
    """
    select case when s.ours then 'channel' when s.way > 0 then 'way'
                when s.channel is not null then 'other_code' else 'unknown' end as kind,
           case when s.ours then null when s.way > 0 then s.way end as way, sum(s.adds) as adds
    from (
      select g.channel, nullif(g.way, 0) as way, g.adds, c.id is not null as ours
      from (
        select channel, way, count(*) as adds from growth_adds
        where corp_id = :corp_id and day between :first and :last and not half
        group by channel, way
      ) g
      left join channels c on c.corp_id = :corp_id and c.state = g.channel
    ) s
    group by 1, 2 order by 3 desc, 1, 2
    """
)
_INVITERS = text(
    """
    select count(*) from credits k
    where k.corp_id = :corp_id and k.inviter_id is not null and exists (
      select from growth_adds a where a.corp_id = :corp_id and a.customer_id = k.customer_id
        and a.day between :first and :last and not a.half)
    """
)
_UNKNOWN = """
    select a.history_id as id, a.customer_id, p.name as customer_name, a.at, a.way, a.ended_at,
           a.staff_id, s.name as staff_name, s.account
    from growth_adds a
    join customers p on p.corp_id = :corp_id and p.id = a.customer_id
    join staff s on s.corp_id = :corp_id and s.id = a.staff_id
    where a.corp_id = :corp_id and a.day between :first and :last and not a.half
      and a.channel is null and coalesce(a.way, 0) = 0 {beyond}
    order by a.at desc, a.history_id desc limit :limit
"""


async def read_attribution(
    session: AsyncSession, corp_id: int, wanted: GrowthFilter, now: datetime
) -> AttributionReport:
    """Adds of the span by how they came. Raises BadSpanError."""
    asked = _asked(corp_id, wanted)
    ways = [
        WayShare(kind=row.kind, way=row.way, adds=row.adds)
        for row in await session.execute(_WAYS, asked)
    ]
    adds = sum(one.adds for one in ways)
    known = sum(one.adds for one in ways if one.kind != "unknown")
    return AttributionReport(
        as_of=now,
        adds=adds,
        known=known,
        share=known / adds if adds else None,
        ways=ways,
        inviters=await session.scalar(_INVITERS, asked) or 0,
    )


async def list_unknown(
    session: AsyncSession, corp_id: int, wanted: GrowthFilter, after: str | None, limit: int
) -> UnknownAdds:
    """One page of adds without channel and way. Raises BadSpanError, BadCursorError."""
    asked = _asked(corp_id, wanted) | {"limit": limit + 1}
    beyond = ""
    if after is not None:
        head, _, tail = after.partition("~")
        if not (head.isascii() and head.isdigit()):
            raise BadCursorError
        try:
            asked |= {"before_id": int(head), "before": datetime.fromisoformat(tail)}
        except ValueError as error:
            raise BadCursorError from error
        beyond = "and (a.at, a.history_id) < (:before, :before_id)"
    rows = (await session.execute(text(_UNKNOWN.format(beyond=beyond)), asked)).all()
    end = rows[limit - 1] if len(rows) > limit else None
    return UnknownAdds(
        items=[
            UnknownAdd(
                id=row.id,
                customer_id=row.customer_id,
                customer_name=row.customer_name,
                staff=StaffRef(id=row.staff_id, name=row.staff_name, account=row.account),
                at=row.at,
                why="not_told" if row.way == 0 else "gone" if row.ended_at else "not_read",
            )
            for row in rows[:limit]
        ],
        next=f"{end.id}~{end.at.isoformat()}" if end is not None else None,
    )


def _asked(corp_id: int, wanted: GrowthFilter) -> dict[str, Any]:
    if not wanted.first <= wanted.last <= wanted.first + timedelta(days=MOST_DAYS - 1):
        raise BadSpanError(MOST_DAYS)
    return {"corp_id": corp_id, "first": wanted.first, "last": wanted.last}
