"""Codes as pages show them: will one run out, what fills up now, who came."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition import service as acquisition
from yutang.kernel.clock import day_bounds, today
from yutang.people.corps import service as corps
from yutang.people.staff import service as staff
from yutang.people.staff.schemas import StaffRef
from yutang.people.tags import service as tags

from .errors import UnknownGroupCodeError
from .pictures import STATES
from .schemas import (
    SPARK_DAYS,
    CodeGroup,
    CodeGroupPage,
    CurrentGroup,
    GroupCodePage,
    GroupCodeRead,
    QueueCounts,
    Standing,
)
from .writing import find_living

PATH: Final = "/g/"
"""Of the pages that customers open."""
_LIVING: Final = "c.corp_id = :corp_id and c.status not in ('deleting', 'deleted')"
SHOWN: Final = f"""
    case when c.qr_content is not null and exists (
           select from group_code_groups q
           where q.corp_id = c.corp_id and q.code_id = c.id and q.removed_at is null
             and q.group_id = any(c.sent_groups)
             and (q.standing = 'open' or c.opens = 'wecom' and q.standing <> 'gone')) then 'way'
         when exists (select from ({STATES}) p where p.code_id = c.id and p.state = 'waiting')
           then 'picture'
         when exists (select from channels h
                      where h.corp_id = c.corp_id and h.id = c.fallback_channel_id
                        and h.qr_content is not null and h.status not in ('deleting', 'deleted'))
           then 'staff'
         else 'none' end
"""  # noqa: S608 - of this domain's own texts
"""What a visitor of code `c` finds at :now."""
_ROWS: Final = f"""
    select c.*, {SHOWN} as shows, q.*, j.*, p.*, w.*
    from group_codes c
    cross join lateral (
      select count(*) as queued, count(*) filter (where q.standing = 'open') as open,
             count(*) filter (where q.standing = 'full') as "full",
             count(*) filter (where q.standing = 'paused') as paused,
             count(*) filter (where q.standing = 'gone') as gone,
             c.scan_size * count(*) filter (where q.standing <> 'gone') as places,
             coalesce(sum(greatest(0, least(c.scan_size - q.scanned, c.total_size - q.present)))
                        filter (where q.standing = 'open'), 0) as places_left,
             (array_agg(q.group_id order by q.place, q.group_id)
                filter (where q.standing = 'open'))[1] as current_id
      from group_code_groups q
      where q.corp_id = c.corp_id and q.code_id = c.id and q.removed_at is null
    ) q
    cross join lateral (
      select count(*) as joins_total, count(*) filter (where j.left_at is null) as here
      from group_code_joins j where j.corp_id = c.corp_id and j.code_id = c.id
    ) j
    cross join lateral (
      select count(*) as pictures, max(p.expires_at) as picture_until
      from ({STATES}) p where p.code_id = c.id and p.state = 'waiting'
    ) p
    cross join lateral (
      select coalesce(sum(v.views), 0) as views_today from group_code_views v
      where v.corp_id = c.corp_id and v.code_id = c.id and v.day = :today
    ) w
    where {_LIVING}
"""  # noqa: S608 - of this file's own texts
_ONE = text(_ROWS + " and c.id = :id")
_PAGE = text(
    _ROWS + " and (cast(:q as text) = '' or strpos(lower(c.name), lower(:q)) > 0)"
    " and (cast(:after as bigint) is null or c.id < :after) order by c.id desc limit :limit"
)
_TOTAL = text(
    f"select count(*) from group_codes c where {_LIVING}"  # noqa: S608 - of this file's own texts
    " and (cast(:q as text) = '' or strpos(lower(c.name), lower(:q)) > 0)"
)
_DAILY = text(
    """
    select code_id, (joined_at at time zone :zone)::date as day, count(*) as joins
    from group_code_joins
    where corp_id = :corp_id and code_id = any(cast(:ids as bigint[]))
      and joined_at >= :start and joined_at < :stop
    group by 1, 2
    """
)
_CURRENT = text(
    """
    select q.code_id, q.group_id, g.name, q.scanned, q.present
    from unnest(cast(:codes as bigint[]), cast(:groups as bigint[])) as v(code_id, group_id)
    join group_code_groups q
      on q.corp_id = :corp_id and q.code_id = v.code_id and q.group_id = v.group_id
    left join group_chats g on g.corp_id = q.corp_id and g.id = q.group_id
    """
)
_QUEUE = text(
    """
    select q.group_id, q.place, q.standing, q.scanned, q.present, q.full_at, q.added_at, g.name,
           s.id as owner_id, s.name as owner, s.account,
           q.group_id = any(c.sent_groups) and c.config_id is not null as in_way
    from group_code_groups q
    join group_codes c on c.corp_id = q.corp_id and c.id = q.code_id
    left join group_chats g on g.corp_id = q.corp_id and g.id = q.group_id
    left join staff s on s.corp_id = q.corp_id and s.id = g.owner_staff_id
    where q.corp_id = :corp_id and q.code_id = :id and q.removed_at is null
      and (cast(:standing as text) is null or q.standing = :standing)
      and q.place > :after
    order by q.place, q.group_id limit :limit
    """
)


async def list_codes(
    session: AsyncSession,
    corp_id: int,
    address: str,
    now: datetime,
    *,
    query: str = "",
    after: int | None = None,
    limit: int = 50,
) -> GroupCodePage:
    """Codes, newest first."""
    asked = await _asked(session, corp_id, now)
    more = {"q": query, "after": after, "limit": limit + 1}
    rows = (await session.execute(_PAGE, {**asked, **more})).mappings().all()
    total = await session.scalar(_TOTAL, {"corp_id": corp_id, "q": query}) or 0
    shown = rows[:limit]
    return GroupCodePage(
        items=await _described(session, corp_id, shown, address, asked),
        next=shown[-1]["id"] if len(rows) > limit else None,
        total=total,
        as_of=now,
    )


async def read_code(
    session: AsyncSession, corp_id: int, code_id: int, address: str, now: datetime
) -> GroupCodeRead:
    """One code; raises UnknownGroupCodeError."""
    asked = await _asked(session, corp_id, now)
    row = (await session.execute(_ONE, {**asked, "id": code_id})).mappings().one_or_none()
    if row is None:
        raise UnknownGroupCodeError(code_id)
    return (await _described(session, corp_id, [row], address, asked))[0]


async def list_queue(
    session: AsyncSession,
    corp_id: int,
    code_id: int,
    standing: Standing | None,
    after: int,
    limit: int,
) -> CodeGroupPage:
    """A stretch of its queue. Raises UnknownGroupCodeError."""
    await find_living(session, corp_id, code_id)
    asked = {
        "corp_id": corp_id,
        "id": code_id,
        "standing": standing,
        "after": after,
        "limit": limit + 1,
    }
    rows = (await session.execute(_QUEUE, asked)).all()
    return CodeGroupPage(
        items=[
            CodeGroup(
                id=row.group_id,
                name=row.name,
                owner=StaffRef(id=row.owner_id, name=row.owner, account=row.account)
                if row.owner_id is not None
                else None,
                standing=row.standing,
                scanned=row.scanned,
                present=row.present,
                in_way=row.in_way,
                full_at=row.full_at,
                added_at=row.added_at,
            )
            for row in rows[:limit]
        ],
        next=rows[limit - 1].place if len(rows) > limit else None,
    )


async def _asked(session: AsyncSession, corp_id: int, now: datetime) -> dict[str, Any]:
    zone = (await corps.describe(session, corp_id)).timezone
    return {"corp_id": corp_id, "now": now, "zone": zone, "today": today(now, zone)}


async def _described(
    session: AsyncSession,
    corp_id: int,
    rows: Sequence[RowMapping],
    address: str,
    asked: Mapping[str, Any],
) -> list[GroupCodeRead]:
    last = asked["today"]
    days = [last - timedelta(days=SPARK_DAYS - 1 - back) for back in range(SPARK_DAYS)]
    ids = [row["id"] for row in rows]
    daily = {
        (row.code_id, row.day): row.joins
        for row in await session.execute(
            _DAILY,
            {
                **asked,
                "ids": ids,
                "start": day_bounds(days[0], asked["zone"])[0],
                "stop": day_bounds(last, asked["zone"])[1],
            },
        )
    }
    pairs = [(row["id"], row["current_id"]) for row in rows if row["current_id"] is not None]
    current = {
        row.code_id: CurrentGroup(
            id=row.group_id, name=row.name, scanned=row.scanned, present=row.present
        )
        for row in await session.execute(
            _CURRENT,
            {
                "corp_id": corp_id,
                "codes": [code_id for code_id, _ in pairs],
                "groups": [group_id for _, group_id in pairs],
            },
        )
    }
    openers = {
        one.id: StaffRef(id=one.id, name=one.name, account=one.account)
        for one in await staff.staff_by_ids(
            session, corp_id, {row["opener_staff_id"] for row in rows} - {None}
        )
    }
    known = await tags.tags_by_ids(
        session, corp_id, [one for row in rows for one in row["tag_ids"]]
    )
    channels = await acquisition.channels_by_id(
        session, corp_id, {row["fallback_channel_id"] for row in rows} - {None}
    )
    return [
        GroupCodeRead(
            **{name: row[name] for name in _PLAIN},
            link=f"{address}{PATH}{row['slug']}",
            opener=openers.get(row["opener_staff_id"]),
            tags=[known[one] for one in row["tag_ids"] if one in known],
            fallback=channels.get(row["fallback_channel_id"]),
            groups=QueueCounts(
                all=row["queued"],
                open=row["open"],
                full=row["full"],
                paused=row["paused"],
                gone=row["gone"],
            ),
            current=current.get(row["id"]),
            joins_today=daily.get((row["id"], last), 0),
            joins_by_day=[daily.get((row["id"], day), 0) for day in days],
        )
        for row in rows
    ]


_PLAIN: Final = tuple(
    name
    for name in GroupCodeRead.model_fields
    if name
    not in {
        "link",
        "opener",
        "tags",
        "fallback",
        "groups",
        "current",
        "joins_today",
        "joins_by_day",
    }
)
