"""What came of touchpoints: adds and people of their codes within their days."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import or_, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.clock import day_bounds, today
from yutang.kernel.db import staff_in_scope

from .models import Touchpoint
from .schemas import Funnel

_POINTS = """
    with points as (
      select * from unnest(cast(:ids as bigint[]), cast(:channels as bigint[]),
                           cast(:states as text[]), cast(:starts as timestamptz[]),
                           cast(:stops as timestamptz[])) as p(id, channel_id, state, start, stop)
    )
"""
_ADDS = text(
    f"""{_POINTS}
    select p.id, count(*) as adds, count(*) filter (where w.half) as half,
           max(w.received_at) as last_add_at
    from points p
    join welcomes w on w.corp_id = :corp_id and w.channel = p.state
      and w.received_at >= p.start and w.received_at < p.stop
      and w.outcome <> 'superseded' and not w.owner_change
    group by p.id
    """  # noqa: S608 - its parts are constants
)
_KEPT = """
    k.first_at <= :now - interval '{days} days' and not exists (
      select from losses l where l.corp_id = :corp_id and l.customer_id = k.customer_id
        and l.person and l.at < k.first_at + interval '{days} days'
        and (l.person_returned_at is null
             or l.person_returned_at > k.first_at + interval '{days} days'))
"""
# A first add through a code left a relation with that code's state: found by its index.
_PEOPLE = text(
    f"""{_POINTS}
    , firsts as (
      select distinct p.id, k.customer_id, k.first_at
      from points p
      join follows f on f.corp_id = :corp_id and f.channel = p.state
      join credits k on k.corp_id = :corp_id and k.customer_id = f.customer_id
        and k.first_channel = p.state and k.first_at >= p.start and k.first_at < p.stop
    )
    select k.id, count(*) as firsts, count(*) filter (where c.state = 'lost') as lost,
           count(*) filter (where k.first_at <= :now - interval '7 days') as ripe_7,
           count(*) filter (where {_KEPT.format(days=7)}) as kept_7,
           count(*) filter (where k.first_at <= :now - interval '30 days') as ripe_30,
           count(*) filter (where {_KEPT.format(days=30)}) as kept_30
    from firsts k join customers c on c.corp_id = :corp_id and c.id = k.customer_id
    group by k.id
    """  # noqa: S608 - its parts are constants
)
_GIFTS = text(
    f"""{_POINTS}
    select p.id, count(*) as gifts, coalesce(sum(m.cost), 0)::bigint as cost
    from points p
    join gift_claims m on m.corp_id = :corp_id and m.channel_id = p.channel_id
      and m.claimed_at >= p.start and m.claimed_at < p.stop
    group by p.id
    """  # noqa: S608 - its parts are constants
)


@dataclass(frozen=True, slots=True)
class Coded:
    """A touchpoint with what its adds carry."""

    row: Touchpoint
    state: str


async def read_funnels(
    session: AsyncSession, corp_id: int, found: Sequence[Coded], now: datetime, zone: str
) -> dict[int, Funnel]:
    """By touchpoint, for those whose code is theirs alone in their days; see `shared_ones`."""
    if not found:
        return {}
    last = today(now, zone)
    asked: dict[str, Any] = {
        "corp_id": corp_id,
        "now": now,
        "ids": [one.row.id for one in found],
        "channels": [one.row.channel_id for one in found],
        "states": [one.state for one in found],
        "starts": [day_bounds(one.row.starts_on, zone)[0] for one in found],
        "stops": [day_bounds(_ends(one.row, zone) or last, zone)[1] for one in found],
    }
    adds = {row.id: row for row in await session.execute(_ADDS, asked)}
    people = {row.id: row for row in await session.execute(_PEOPLE, asked)}
    gifts = {row.id: row for row in await session.execute(_GIFTS, asked)}
    is_whole = staff_in_scope(session) is None
    funnels = {}
    for one in found:
        known = (of.get(one.row.id) for of in (adds, people, gifts))
        months = months_begun(one.row.starts_on, _ends(one.row, zone), last)
        cost = one.row.cost_once + one.row.cost_monthly * months
        funnels[one.row.id] = _funnel(cost, *known, is_whole=is_whole)
    return funnels


async def costs_by_month(
    session: AsyncSession, corp_id: int, first: date, last: date, zone: str
) -> dict[tuple[int, date], float]:
    """What the touchpoints of each code cost in a span of days, in fen; without their gifts.

    By code and first day of each month of the calendar. What is paid by the month is spread over
    its days.
    """
    rows = await session.scalars(
        select(Touchpoint).where(
            Touchpoint.corp_id == corp_id,
            Touchpoint.channel_id.is_not(None),
            Touchpoint.starts_on <= last,
            or_(Touchpoint.cost_once > 0, Touchpoint.cost_monthly > 0),
        )
    )
    found: dict[tuple[int, date], float] = {}
    for row in rows:
        for begins, stops in _calendar(max(first, row.starts_on), last):
            cost = _cost_between(row, begins, stops, _ends(row, zone))
            if row.channel_id is not None and cost:
                key = (row.channel_id, begins.replace(day=1))
                found[key] = found.get(key, 0.0) + cost
    return found


def _calendar(first: date, last: date) -> Iterator[tuple[date, date]]:
    while first <= last:
        following = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
        yield first, min(last, following - timedelta(days=1))
        first = following


def _ends(row: Touchpoint, zone: str) -> date | None:
    """Its last day: one that was put away costs and brings nothing any more."""
    if row.archived_at is None:
        return row.ends_on
    away = today(row.archived_at, zone)
    return away if row.ends_on is None else min(away, row.ends_on)


def _cost_between(row: Touchpoint, first: date, last: date, end: date | None) -> float:
    cost = float(row.cost_once) if first <= row.starts_on <= last else 0.0
    month = max(0, months_begun(row.starts_on, None, first) - 1)
    while (begins := _begin_of(row.starts_on, month)) <= min(last, end or last):
        month += 1
        stops = min(_begin_of(row.starts_on, month) - timedelta(days=1), end or date.max)
        days = (min(last, stops) - max(first, begins)).days + 1
        cost += row.cost_monthly * max(0, days) / ((stops - begins).days + 1)
    return cost


def _begin_of(start: date, months: int) -> date:
    """When so many months after its first one the next begins; see `months_begun`."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    try:
        return date(year, month + 1, start.day)
    except ValueError:
        return date(year, month + 2, 1)


def _funnel(own_cost: int, adds: Any, people: Any, gifts: Any, *, is_whole: bool) -> Funnel:
    names = ("firsts", "lost", "ripe_7", "kept_7", "ripe_30", "kept_30")
    counted = {name: getattr(people, name) if people else 0 for name in names}
    cost = own_cost + (gifts.cost if gifts else 0)
    kept = counted["kept_7"]
    return Funnel(
        adds=adds.adds if adds else 0,
        half=adds.half if adds else 0,
        **counted,
        gifts=gifts.gifts if gifts else 0,
        cost=cost,
        # Of what it costs nobody knows the part of some members.
        cost_per_kept_7=round(cost / kept) if kept and is_whole else None,
        last_add_at=adds.last_add_at if adds else None,
    )


def months_begun(start: date, end: date | None, last: date) -> int:
    """Months of the calendar that had begun since its first day, that one as well."""
    stop = min(end or last, last)
    if stop < start:
        return 0
    months = (stop.year - start.year) * 12 + stop.month - start.month
    return months + (1 if stop.day >= start.day else 0)


def shared_ones(rows: Sequence[Touchpoint]) -> set[int]:
    """Those whose code another one has on the same days."""
    by_code: dict[int, list[Touchpoint]] = {}
    for row in rows:
        if row.channel_id is not None:
            by_code.setdefault(row.channel_id, []).append(row)
    found: set[int] = set()
    for several in by_code.values():
        ordered = sorted(several, key=lambda one: one.starts_on)
        open_one: Touchpoint | None = None
        for row in ordered:
            if open_one is not None and row.starts_on <= (open_one.ends_on or date.max):
                found |= {open_one.id, row.id}
            if open_one is None or (row.ends_on or date.max) > (open_one.ends_on or date.max):
                open_one = row
    return found


def silent_since(row: Touchpoint, days: int, now: datetime, zone: str) -> bool:
    """Whether it has stood so long that a word of it is due."""
    last = today(now, zone)
    return row.starts_on <= last - timedelta(days=days) and (
        row.ends_on is None or row.ends_on >= last
    )
