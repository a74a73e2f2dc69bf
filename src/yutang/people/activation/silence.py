"""Who is silent: judged once a night, in chunks of customers, each a transaction of its own."""

from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.clock import today
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from . import repository
from .models import SilenceTally

CHUNK: Final = 5_000
FRESH: Final = timedelta(days=3)
"""A reading that is older says nothing of now: two nights may fail."""

_NEXT_ID = text("select coalesce(max(next_id), 1) from customer_ordinals where corp_id = :corp_id")
_ANY = text(
    """
    select exists (select from activations where corp_id = :corp_id)
        or exists (select from silences where corp_id = :corp_id and ended_at is null)
    """
)


async def judge_silence(runtime: Runtime, corp_id: int) -> SilenceTally | None:
    """Set and end silences of all customers; None where nothing tells of anybody.

    Goes on where an interrupted pass of the same day stood; safe to repeat.
    """
    now = runtime.clock()
    days = (await corps.preferences_of(runtime, corp_id)).silent_days
    async with runtime.database.owner() as session:
        if not await session.scalar(_ANY, {"corp_id": corp_id}):
            return None
        corp = await corps.describe(session, corp_id)
        upto = int(await session.scalar(_NEXT_ID, {"corp_id": corp_id}) or 1) - 1
        began_at = await _begin(session, corp_id, days, now)
    while True:
        async with runtime.database.owner() as session:
            tally = await session.get_one(SilenceTally, corp_id, with_for_update=True)
            if tally.began_at != began_at:
                # Somebody else took this pass up and ended it, or began another.
                return tally
            if tally.place >= upto:
                _finish(tally, days, now, today(now, corp.timezone))
                return tally
            await _chunk(session, corp_id, tally, days, now)


async def _begin(session: AsyncSession, corp_id: int, days: int, now: datetime) -> datetime:
    """Take up an interrupted pass, if it asked for the same days and is no day old.

    Returns when the pass began, by which it is told from another.
    """
    await session.execute(
        insert(SilenceTally)
        .values(
            corp_id=corp_id,
            days=days,
            friends=0,
            judged=0,
            silent=0,
            as_of=now,
            place=0,
            counting_friends=0,
            counting_judged=0,
            counting_silent=0,
            counting_days=days,
            began_at=now,
            judged_on=None,
        )
        .on_conflict_do_nothing()
    )
    tally = await session.get_one(SilenceTally, corp_id, with_for_update=True)
    if (
        tally.place
        and tally.began_at is not None
        and timedelta() <= now - tally.began_at < timedelta(hours=12)
        and tally.counting_days == days
    ):
        return tally.began_at
    tally.place = tally.counting_friends = tally.counting_judged = tally.counting_silent = 0
    tally.began_at = now
    tally.counting_days = days
    return now


async def _chunk(
    session: AsyncSession, corp_id: int, tally: SilenceTally, days: int, now: datetime
) -> None:
    upto = tally.place + CHUNK
    row = (
        await session.execute(
            repository.JUDGE,
            {
                "corp_id": corp_id,
                "after": tally.place,
                "upto": upto,
                "now": now,
                "days": days,
                "edge": now - timedelta(days=days),
                "fresh": now - FRESH,
            },
        )
    ).one()
    tally.place = upto
    tally.counting_friends += row.friends
    tally.counting_judged += row.judged
    tally.counting_silent += row.silent


def _finish(tally: SilenceTally, days: int, now: datetime, day: date) -> None:
    tally.days, tally.as_of, tally.judged_on = days, now, day
    tally.friends = tally.counting_friends
    tally.judged = tally.counting_judged
    tally.silent = tally.counting_silent
    tally.place = 0
    tally.began_at = None
