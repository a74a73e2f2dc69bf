"""Who came by a code: day by day, one by one, and as a file."""

import csv
import io
from collections.abc import AsyncIterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final, Literal
from zoneinfo import ZoneInfo

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.clock import day_bounds, today
from yutang.kernel.db import Seer
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from .errors import BadSpanError
from .schemas import CurrentGroup, GroupCodeDay, GroupCodeStatistics, JoinPage, JoinRead
from .writing import find_living

Language = Literal["zh-CN", "en"]
MOST_DAYS: Final = 366
USUAL_DAYS: Final = 30
_CHUNK: Final = 1_000
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_JOINED = text(
    """
    select (joined_at at time zone :zone)::date as day, count(*) as joined,
           count(*) filter (where left_at is null) as stayed
    from group_code_joins
    where corp_id = :corp_id and code_id = :id and joined_at >= :start and joined_at < :stop
    group by 1
    """
)
_LEFT = text(
    """
    select (left_at at time zone :zone)::date as day, count(*) as gone
    from group_code_joins
    where corp_id = :corp_id and code_id = :id and left_at >= :start and left_at < :stop
    group by 1
    """
)
_VIEWS = text(
    "select day, shown, views from group_code_views where corp_id = :corp_id and code_id = :id"
    " and day between :first and :last"
)
_LIST = text(
    """
    select j.customer_id, j.group_id, j.joined_at, j.left_at, g.name as group_name,
           g.people + g.staff as present,
           coalesce(nullif(c.name, ''), m.name, '') as name,
           coalesce(c.state in ('friend', 'half'), false) as is_friend
    from group_code_joins j
    left join customers c on c.corp_id = j.corp_id and c.id = j.customer_id
    left join group_chats g on g.corp_id = j.corp_id and g.id = j.group_id
    left join lateral (
      select m.name from group_members m
      where m.corp_id = j.corp_id and m.group_id = j.group_id and m.customer_id = j.customer_id
      order by m.joined_at desc limit 1) m on true
    where j.corp_id = :corp_id and j.code_id = :id
      and (cast(:at as timestamptz) is null
           or (j.joined_at, j.customer_id, j.group_id)
              < (cast(:at as timestamptz), :customer, :group))
    order by j.joined_at desc, j.customer_id desc, j.group_id desc limit :limit
    """
)
_HEAD: Final = {
    "zh-CN": ["客户编号", "客户", "好友", "群", "进群", "退群"],
    "en": ["customer", "name", "friend", "group", "joined", "left"],
}
_YES: Final = {"zh-CN": ("是", "否"), "en": ("yes", "no")}


async def read_statistics(
    session: AsyncSession,
    corp_id: int,
    code_id: int,
    now: datetime,
    *,
    start: date | None,
    stop: date | None,
) -> GroupCodeStatistics:
    """Day `start` to day `stop` of the corp, both included; by default the 30 days to today.

    Raises UnknownGroupCodeError, BadSpanError.
    """
    await find_living(session, corp_id, code_id)
    zone = (await corps.describe(session, corp_id)).timezone
    stop = stop or today(now, zone)
    start = start or stop - timedelta(days=USUAL_DAYS - 1)
    length = (stop - start).days + 1
    if not 1 <= length <= MOST_DAYS:
        message = f"from {start} to {stop} are {length} days; ask for 1 to {MOST_DAYS}"
        raise BadSpanError(message)
    asked: dict[str, Any] = {
        "corp_id": corp_id,
        "id": code_id,
        "zone": zone,
        "start": day_bounds(start, zone)[0],
        "stop": day_bounds(stop, zone)[1],
        "first": start,
        "last": stop,
    }
    days = {
        day: GroupCodeDay(day=day)
        for day in (start + timedelta(days=back) for back in range(length))
    }
    for row in await session.execute(_JOINED, asked):
        days[row.day].joined, days[row.day].stayed = row.joined, row.stayed
    for row in await session.execute(_LEFT, asked):
        days[row.day].left = row.gone
    views: dict[Any, int] = dict.fromkeys(("way", "picture", "staff", "none"), 0)
    for row in await session.execute(_VIEWS, asked):
        days[row.day].views += row.views
        views[row.shown] += row.views
    counted = GroupCodeDay.model_fields.keys() - {"day"}
    return GroupCodeStatistics(
        start=start,
        stop=stop,
        days=list(days.values()),
        totals=GroupCodeDay(
            day=stop, **{name: sum(getattr(d, name) for d in days.values()) for name in counted}
        ),
        views=views,
        as_of=now,
    )


async def list_joins(
    session: AsyncSession, corp_id: int, code_id: int, after: str | None, limit: int
) -> JoinPage:
    """Who came, newest first; only into groups that the caller sees.

    Raises UnknownGroupCodeError, BadSpanError for an `after` of another's making.
    """
    await find_living(session, corp_id, code_id)
    at, customer, group = _place(after)
    asked = {
        "corp_id": corp_id,
        "id": code_id,
        "at": at,
        "customer": customer,
        "group": group,
        "limit": limit + 1,
    }
    rows = (await session.execute(_LIST, asked)).all()
    shown = rows[:limit]
    return JoinPage(
        items=[
            JoinRead(
                customer_id=row.customer_id,
                name=row.name,
                is_friend=row.is_friend,
                group=CurrentGroup(
                    id=row.group_id, name=row.group_name, scanned=0, present=row.present or 0
                ),
                joined_at=row.joined_at,
                left_at=row.left_at,
            )
            for row in shown
        ],
        next=_mark(shown[-1]) if len(rows) > limit else None,
    )


def _mark(row: Row[Any]) -> str:
    return f"{row.joined_at:%Y-%m-%dT%H:%M:%S.%f%z}~{row.customer_id}~{row.group_id}"


def _place(after: str | None) -> tuple[datetime | None, int, int]:
    if after is None:
        return None, 0, 0
    try:
        at, customer, group = after.split("~")
        # Without a zone the comparison would be with another moment: it is nobody's answer.
        return datetime.strptime(at, "%Y-%m-%dT%H:%M:%S.%f%z"), int(customer), int(group)
    except ValueError as error:
        message = "take `after` from the answer before, as it is"
        raise BadSpanError(message) from error


async def write_file(
    runtime: Runtime, corp_id: int, seer: Seer | None, code_id: int, language: Language
) -> AsyncIterator[bytes]:
    """CSV rows of who came, each chunk read in a transaction of its own."""
    async with runtime.database.corp(corp_id) as session:
        zone = ZoneInfo((await corps.describe(session, corp_id)).timezone)
    # The mark at the beginning tells Excel that it is UTF-8.
    yield b"\xef\xbb\xbf" + _lines([_HEAD[language]])
    after: str | None = None
    while True:
        async with runtime.database.corp(corp_id, seer) as session:
            page = await list_joins(session, corp_id, code_id, after, _CHUNK)
        yield _lines([_row(one, zone, language) for one in page.items])
        after = page.next
        if after is None:
            return


def _row(one: JoinRead, zone: ZoneInfo, language: Language) -> list[str]:
    def moment(at: datetime | None) -> str:
        return "" if at is None else f"{at.astimezone(zone):%Y-%m-%d %H:%M}"

    yes, no = _YES[language]
    return [
        str(one.customer_id),
        _plain(one.name),
        yes if one.is_friend else no,
        _plain(one.group.name or ""),
        moment(one.joined_at),
        moment(one.left_at),
    ]


def _plain(name: str) -> str:
    """A name that a spreadsheet would take for a formula is told to be text."""
    return f"'{name}" if name.startswith(_FORMULA) else name


def _lines(rows: Sequence[Sequence[str]]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer).writerows(rows)
    return buffer.getvalue().encode()
