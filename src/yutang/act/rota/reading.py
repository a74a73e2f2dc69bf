"""A code's rules, its roster, and how far adds went over caps, for those who look."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.clock import asked_days, today
from yutang.people.corps import service as corps
from yutang.people.staff import service as staff
from yutang.people.staff.schemas import StaffRef

from . import statements
from .errors import BadSpanError, UnknownCodeError
from .hours import uncovered
from .keeping import differs
from .models import Rota, ToldList
from .schemas import (
    OvershootDay,
    OvershootRead,
    RosterMember,
    RosterRead,
    RotaRead,
    RotaWarning,
    RotaWrite,
    Standing,
)
from .standing import next_change, who_is_on
from .writing import demand_code, listed, rules_of


async def read_rota(session: AsyncSession, corp_id: int, channel_id: int) -> RotaRead:
    """A code's rules with what is odd about them. Raises UnknownCodeError."""
    await demand_code(session, corp_id, channel_id)
    row = await session.get(Rota, (corp_id, channel_id))
    inside = await listed(session, corp_id, channel_id)
    rules = await rules_of(session, corp_id, channel_id)
    members = {
        one.id: one
        for one in await staff.staff_by_ids(session, corp_id, {*inside, *rules.stand_in_ids})
    }
    stand_ins = [members[one] for one in rules.stand_in_ids if one not in inside and one in members]
    known = inside | {one.id for one in stand_ins}
    # Whoever was taken out of the list keeps his rules here for his return.
    rules = RotaWrite(
        hours=[span for span in rules.hours if span.staff_id is None or span.staff_id in known],
        day_cap=rules.day_cap,
        caps=[cap for cap in rules.caps if cap.staff_id in known],
        stand_in_ids=[one.id for one in stand_ins],
    )
    here = {one for one in inside if one in members and members[one].status == "active"}
    return RotaRead(
        **rules.model_dump(),
        channel_id=channel_id,
        version=row.version if row is not None else 0,
        timezone=(await corps.describe(session, corp_id)).timezone,
        stand_ins=[StaffRef(id=one.id, name=one.name, account=one.account) for one in stand_ins],
        changed_at=row.changed_at if row is not None else None,
        warnings=_warnings(rules, here),
    )


def _warnings(rules: RotaWrite, here: set[int]) -> list[RotaWarning]:
    found = []
    own = {cap.staff_id: cap.day_cap for cap in rules.caps}
    if none := sorted(one for one in here if own.get(one, rules.day_cap) == 0):
        found.append(RotaWarning(kind="cap_zero", staff_ids=none))
    gap = uncovered(rules.hours, here) if here else 0
    if gap:
        found.append(RotaWarning(kind="gaps", minutes=gap))
    limited = gap or any(cap is not None for cap in (rules.day_cap, *own.values()))
    if limited and not rules.stand_in_ids:
        found.append(RotaWarning(kind="no_stand_in"))
    return found


async def read_roster(
    session: AsyncSession, corp_id: int, channel_id: int, now: datetime
) -> RosterRead:
    """Who is on now, and why the others are not. Raises UnknownCodeError.

    The session must see the whole corp, as for `who_is_on`.
    """
    await demand_code(session, corp_id, channel_id)
    roster = (await who_is_on(session, corp_id, [channel_id], now)).get(channel_id)
    if roster is None:
        raise UnknownCodeError(channel_id)
    turn = (await next_change(session, corp_id, [channel_id], now)).get(channel_id)
    told = await session.scalar(
        select(ToldList).where(ToldList.corp_id == corp_id, ToldList.channel_id == channel_id)
    )
    kept = (
        await session.execute(statements.KEPT, {"corp_id": corp_id, "channels": [channel_id]})
    ).one_or_none()
    return RosterRead(
        channel_id=channel_id,
        as_of=now,
        members=[_member(one, one.fact.staff_id in roster.staff_ids) for one in roster.members],
        fallback=roster.fallback,
        next_change_at=turn,
        told_at=told.told_at if told is not None else None,
        waits=kept is not None and differs(kept.staff_ids, roster),
        refused=told.refused if told is not None else None,
        refused_at=told.refused_at if told is not None else None,
    )


def _member(one: Standing, on: bool) -> RosterMember:  # noqa: FBT001 - a fact of the row
    fact = one.fact
    return RosterMember(
        id=fact.staff_id,
        name=fact.name,
        account=fact.account,
        stand_in=fact.place is not None,
        on=on,
        reason=one.reason,
        off_until=fact.off_until,
        adds_today=fact.adds_today,
        day_cap=fact.day_cap,
        room_left=fact.room_left,
    )


async def read_overshoot(
    session: AsyncSession,
    corp_id: int,
    channel_id: int,
    now: datetime,
    *,
    start: date | None,
    stop: date | None,
) -> OvershootRead:
    """How far adds went over caps from day `start` to `stop`, both included.

    By default the 30 days to today. Raises UnknownCodeError, BadSpanError.
    """
    await demand_code(session, corp_id, channel_id)
    zone = (await corps.describe(session, corp_id)).timezone
    asked = asked_days(start, stop, today(now, zone), BadSpanError)
    start, stop = asked[0], asked[-1]
    rows = (
        await session.execute(
            statements.OVERSHOOT,
            {"corp_id": corp_id, "channel_id": channel_id, "start": start, "stop": stop},
        )
    ).all()
    whole = next((row for row in rows if row.day is None), None)
    return OvershootRead(
        start=start,
        stop=stop,
        hits=whole.hits if whole is not None else 0,
        median=whole.median if whole is not None else None,
        p99=whole.p99 if whole is not None else None,
        most=whole.most if whole is not None else None,
        median_seconds=whole.median_seconds if whole is not None else None,
        p99_seconds=whole.p99_seconds if whole is not None else None,
        days=[OvershootDay(**row._mapping) for row in rows if row.day is not None],  # noqa: SLF001
    )
