"""Read a page code: its rule, its ways, what came of it, and what a rule would bring."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition.errors import BadSpanError, UnknownStaffError
from yutang.kernel.clock import asked_days, today
from yutang.people.corps import service as corps
from yutang.people.room import service as room
from yutang.people.staff import service as staff
from yutang.people.staff.schemas import StaffRef
from yutang.people.stores import service as stores

from . import duty, repository, writing
from .models import PageCode
from .picking import Candidate
from .schemas import (
    AssignmentPage,
    AssignmentRead,
    PageCodeRead,
    PageDay,
    PageMemberRead,
    PageResults,
    PageShare,
    PageSimulatedMember,
    PageSimulation,
    PageSimulationWish,
)
from .simulating import Strangers, simulate


async def read_page_code(
    session: AsyncSession, corp_id: int, channel_id: int, now: datetime, address: str
) -> PageCodeRead:
    """One page code with its members as they stand today. Raises UnknownPageCodeError."""
    page = await writing.find(session, corp_id, channel_id)
    rule = await writing.read_rule(session, page)
    members = await _members(session, page, now)
    needed = [one for one in members if not one.left]
    return PageCodeRead(
        channel_id=channel_id,
        slug=page.slug,
        url=f"{address}{writing.PATH}{page.slug}",
        rule=rule,
        made=sum(one.way == "active" for one in needed),
        wanted=len(needed),
        failed=sum(one.way == "failed" for one in needed),
        members=members,
        as_of=now,
    )


async def _members(session: AsyncSession, page: PageCode, now: datetime) -> list[PageMemberRead]:
    corp_id = page.corp_id
    zone = (await corps.describe(session, corp_id)).timezone
    on = await duty.read_duty(session, corp_id, page.channel_id, now)
    asked = {
        "corp_id": corp_id,
        "channel_id": page.channel_id,
        "day": today(now, zone),
        "now": now,
        "extra": [writing.fallback_of(page), *on.stand_ins],
    }
    rows = (await session.execute(repository.MEMBERS, asked)).all()
    cities = await stores.cities_of_staff(session, corp_id, [row.id for row in rows])
    return [
        PageMemberRead(
            staff=StaffRef(id=row.id, name=row.name, account=row.account),
            left=row.status in {"left", "disabled"},
            is_member=row.is_member,
            on=row.id not in on.off,
            weight=row.weight,
            daily_cap=row.daily_cap,
            cities=cities.get(row.id, []),
            way=row.way,
            error=row.error,
            shown=row.shown,
            held=row.held,
            adds=row.adds,
        )
        for row in rows
    ]


async def read_results(
    session: AsyncSession,
    corp_id: int,
    channel_id: int,
    now: datetime,
    *,
    start: date | None,
    stop: date | None,
) -> PageResults:
    """What came of a page from day `start` to day `stop`, both included.

    By default the 30 days to today. Raises UnknownPageCodeError, BadSpanError.
    """
    await writing.find(session, corp_id, channel_id)
    zone = (await corps.describe(session, corp_id)).timezone
    wanted = asked_days(start, stop, today(now, zone), BadSpanError)
    start, stop = wanted[0], wanted[-1]
    asked = {"corp_id": corp_id, "channel_id": channel_id, "start": start, "stop": stop}
    days = {day: PageDay(day=day) for day in wanted}
    for row in (await session.execute(repository.DAYS, asked)).mappings():
        days[row["day"]] = PageDay(**row)
    shares = (await session.execute(repository.SHARES, asked)).all()
    return PageResults(
        start=start,
        stop=stop,
        days=list(days.values()),
        totals=PageDay(
            day=stop,
            scans=sum(one.scans for one in days.values()),
            shown=sum(one.shown for one in days.values()),
            adds=sum(one.adds for one in days.values()),
        ),
        members=[
            PageShare(
                staff=StaffRef(id=row.staff_id, name=row.name, account=row.account),
                left=row.status == "left",
                shown=row.shown,
                adds=row.adds,
            )
            for row in shares
        ],
        as_of=now,
    )


async def list_assignments(
    session: AsyncSession,
    corp_id: int,
    channel_id: int,
    now: datetime,
    *,
    after: int | None,
    limit: int,
) -> AssignmentPage:
    """Who was shown lately, newest first. Raises UnknownPageCodeError."""
    await writing.find(session, corp_id, channel_id)
    asked = {"corp_id": corp_id, "channel_id": channel_id, "after": after, "limit": limit + 1}
    rows = (await session.execute(repository.ASSIGNMENTS, asked)).all()
    return AssignmentPage(
        items=[
            AssignmentRead(
                id=row.id,
                staff=StaffRef(id=row.staff_id, name=row.name, account=row.account),
                reason=row.reason,
                city=row.city,
                shown_at=row.shown_at,
                hold_until=row.hold_until,
                added_at=row.added_at,
                state=_state(row, now),
            )
            for row in rows[:limit]
        ],
        next=str(rows[limit - 1].id) if len(rows) > limit else None,
        as_of=now,
    )


def _state(row: Any, now: datetime) -> Literal["held", "added", "given_back", "none"]:
    if row.added_at is not None:
        return "added"
    if row.hold_until is None:
        return "none"
    return "held" if row.hold_until > now else "given_back"


async def prepare_simulation(
    session: AsyncSession, corp_id: int, wish: PageSimulationWish, now: datetime
) -> tuple[list[Candidate], list[frozenset[int]] | None, dict[int, StaffRef]]:
    """What a simulation needs to know. Raises UnknownStaffError, UnknownPageCodeError."""
    ids = sorted({*wish.staff_ids, wish.rule.fallback_staff_id})
    found = {one.id: one for one in await staff.staff_by_ids(session, corp_id, ids)}
    if missing := [one for one in ids if one not in found]:
        message = f"these members are not here: {missing}; take others"
        raise UnknownStaffError(message)
    if wish.channel_id is not None:
        await writing.find(session, corp_id, wish.channel_id)
    told = {one.staff_id: one for one in wish.rule.members}
    left = await room.left(session, corp_id, ids)
    loads = await room.used(session, corp_id, ids)
    cities = await stores.cities_of_staff(session, corp_id, ids) if wish.rule.by_city else {}
    usual = Candidate(staff_id=0)
    candidates = [
        replace(
            usual,
            staff_id=one,
            weight=told[one].weight if one in told else 1,
            cap=told[one].daily_cap if one in told else None,
            load=loads.get(one, 0),
            room=left[one].left,
            is_member=one in wish.staff_ids,
            cities=frozenset(cities.get(one, ())),
        )
        for one in ids
        if found[one].status not in {"left", "disabled"}
    ]
    hours = await _on_by_hour(session, corp_id, wish.channel_id, candidates, now)
    refs = {
        one.id: StaffRef(id=one.id, name=one.name, account=one.account) for one in found.values()
    }
    return candidates, hours, refs


async def _on_by_hour(
    session: AsyncSession,
    corp_id: int,
    channel_id: int | None,
    candidates: Sequence[Candidate],
    now: datetime,
) -> list[frozenset[int]] | None:
    if channel_id is None:
        return None
    zone = (await corps.describe(session, corp_id)).timezone
    ids = frozenset(one.staff_id for one in candidates)
    return [ids - off for off in await duty.off_by_hour(session, corp_id, channel_id, now, zone)]


def run_simulation(
    wish: PageSimulationWish,
    candidates: Sequence[Candidate],
    hours: Sequence[frozenset[int]] | None,
    refs: dict[int, StaffRef],
) -> PageSimulation:
    """Pure computing, a second for two thousand visitors and a hundred members."""
    day = simulate(
        wish.rule.by,
        candidates,
        Strangers(wish.visitors, wish.add_share, wish.seed),
        fallback_id=wish.rule.fallback_staff_id,
        hold_minutes=wish.rule.hold_minutes,
        on_by_hour=hours,
        by_city=wish.rule.by_city,
    )
    return PageSimulation(
        members=[
            PageSimulatedMember(
                staff=refs[one.staff_id],
                shown=day.shares[one.staff_id].shown,
                adds=day.shares[one.staff_id].adds,
                as_fallback=day.shares[one.staff_id].as_fallback,
                daily_cap=one.cap,
                cities=sorted(one.cities),
            )
            for one in candidates
        ],
        visitors=wish.visitors,
        adds=day.adds,
        unserved=day.unserved,
    )
