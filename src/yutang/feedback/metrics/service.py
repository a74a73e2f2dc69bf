"""Count the day, and the days before it."""

from contextlib import AbstractAsyncContextManager
from datetime import date, datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition import service as acquisition
from yutang.feedback.growth import service as growth
from yutang.kernel.clock import day_bounds, today
from yutang.kernel.db import Seer, staff_in_scope
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.customers import service as customers
from yutang.people.room import service as room
from yutang.people.tags import service as tags
from yutang.people.welcomes import service as welcomes
from yutang.sense.callbacks import service as callbacks

from .schemas import AddSummary, Attention, ChannelDays, FirstSteps, Overview

NAMED_CHANNELS = 5


def open_numbers(
    runtime: Runtime, corp_id: int, seer: Seer | None
) -> AbstractAsyncContextManager[AsyncSession]:
    """A transaction that sees what is to be counted: the owner's for the whole corp."""
    return runtime.database.owner() if seer is None else runtime.database.corp(corp_id, seer)


async def summarise_adds(
    session: AsyncSession, corp_id: int, on: date | None, now: datetime
) -> AddSummary:
    """A day's adds by outcome, and how the inbox stands now.

    Needs the owner's session; of a scoped one the day of its members, without the inbox.
    """
    corp = await corps.describe(session, corp_id)
    day = on or today(now, corp.timezone)
    start, stop = day_bounds(day, corp.timezone)
    counts = await welcomes.summarise(session, corp_id, start, stop)
    return AddSummary.model_validate(
        {
            "date": day,
            "as_of": now,
            **await _inbox(session, corp_id),
            "losses": await customers.count_losses(session, corp_id, start, stop),
            **{name: _whole(value) for name, value in counts.items()},
        }
    )


async def _inbox(session: AsyncSession, corp_id: int) -> dict[str, int | None]:
    if staff_in_scope(session) is not None:
        return {"callbacks_waiting": None, "dead_letters": None}
    return {
        "callbacks_waiting": await callbacks.count_callbacks(session, corp_id, "waiting"),
        "dead_letters": await callbacks.count_callbacks(session, corp_id, "dead"),
    }


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)


async def read_overview(session: AsyncSession, corp_id: int, days: int, now: datetime) -> Overview:
    """The last `days` days, today included. Needs the owner's session, or a scoped one."""
    corp = await corps.describe(session, corp_id)
    last = today(now, corp.timezone)
    dates = [last - timedelta(days=back) for back in reversed(range(days))]
    start, _ = day_bounds(dates[0], corp.timezone)
    begin, stop = day_bounds(last, corp.timezone)
    # Of days that are over also what readings found; of today what was called back, at once.
    by_day = await growth.adds_by_day(session, corp_id, dates[0], last)
    by_day |= await welcomes.count_by_day(session, corp_id, begin, stop, corp.timezone)
    lost = await customers.count_losses_by_day(session, corp_id, start, stop, corp.timezone)
    before, _ = day_bounds(last - timedelta(days=1), corp.timezone)
    same_time = now - timedelta(days=1)
    scoped = staff_in_scope(session) is not None
    return Overview(
        as_of=now,
        days=dates,
        adds=[sum(by_day.get(day, {}).values()) for day in dates],
        losses=[lost.get(day, 0) for day in dates],
        channels=await _by_channel(session, corp_id, dates, by_day),
        adds_before=(await welcomes.summarise(session, corp_id, before, same_time))["adds"],
        losses_before=await customers.count_losses(session, corp_id, before, same_time),
        attention=await _attention(session, corp_id, start, stop),
        first_steps=None if scoped else await _first_steps(session, corp_id),
    )


async def _by_channel(
    session: AsyncSession,
    corp_id: int,
    dates: list[date],
    by_day: dict[date, dict[str | None, int]],
) -> list[ChannelDays]:
    """The five codes with most adds by name, everything else as one."""
    totals: dict[str, int] = {}
    for counts in by_day.values():
        for state, adds in counts.items():
            if state is not None:
                totals[state] = totals.get(state, 0) + adds
    names = await acquisition.channels_by_state(session, corp_id, set(totals))
    top = sorted(names, key=lambda state: (-totals[state], names[state].id))[:NAMED_CHANNELS]
    rows = [
        ChannelDays(channel=names[state], adds=[by_day.get(d, {}).get(state, 0) for d in dates])
        for state in top
    ]
    rest = [
        sum(adds for state, adds in by_day.get(day, {}).items() if state not in top)
        for day in dates
    ]
    return [*rows, ChannelDays(channel=None, adds=rest)] if any(rest) else rows


async def _attention(
    session: AsyncSession, corp_id: int, start: datetime, stop: datetime
) -> list[Attention]:
    """What waits for a person, most urgent first; a kind with nothing is left out."""
    missed, missed_since = await welcomes.missed(session, corp_id, start, stop)
    late = Attention(key="missed_welcomes", count=missed, since=missed_since)
    if staff_in_scope(session) is not None:
        return [late] if missed else []
    dead, dead_since = await callbacks.oldest(session, corp_id, "dead")
    failed, failed_since = await acquisition.failed_codes(session, corp_id)
    refused, refused_since = await tags.refused_pushes(session, corp_id)
    short, short_since = await room.warned(session, corp_id)
    found = (
        Attention(key="dead_letters", count=dead, since=dead_since),
        Attention(key="failed_codes", count=failed, since=failed_since),
        late,
        Attention(key="refused_tags", count=refused, since=refused_since),
        Attention(key="room_short", count=short, since=short_since),
    )
    return [one for one in found if one.count]


async def _first_steps(session: AsyncSession, corp_id: int) -> FirstSteps:
    scanned, welcomed = await welcomes.ever(session, corp_id)
    return FirstSteps(
        synced_at=(await corps.read_facts(session, corp_id)).synced_at,
        customers=await customers.count_known(session, corp_id),
        code_made=await acquisition.has_codes(session, corp_id),
        scanned=scanned,
        welcomed=welcomed,
    )
