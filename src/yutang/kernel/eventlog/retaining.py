"""For how long each kind of event is kept; what is older goes at night, in short transactions.

Kept are whole months: of a kind that is kept for 12, the running month and the twelve before it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final, Literal

import structlog
from sqlalchemy import select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.runtime import Runtime

from . import months, repository
from .errors import BadFamilyError
from .models import LogCount, LogFloor, LogMonth, LogRetention
from .months import Month
from .schemas import FAMILY, Kept, add_months, month_of

log = structlog.get_logger(__name__)

DEFAULTS: Final[Mapping[str, int]] = {"page": 24, "product": 24, "page.clicked": 12}
"""Months by family or kind, where a corp says nothing; what is not named is kept for good."""
PAGES: Final = 200
"""Pages of 8 kB that are looked through in one transaction."""

# Nothing goes that a reader has not read: a late import may be old and new at once.
_DROP = """
with wanted(corp_id, kind) as (
  select * from unnest(cast(:corps as bigint[]), cast(:kinds as text[]))
), read(era, xid, id) as (
  select era, xid, id from event_readers order by era, xid, id limit 1
), gone as (
  delete from {place} e using wanted w
  where {stretch}
    and e.corp_id = w.corp_id and e.kind = w.kind
    and not exists (select from read r where (e.era, e.xid, e.id) > (r.era, r.xid, r.id))
  returning e.corp_id, e.kind
)
select corp_id, kind, count(*) as rows from gone group by 1, 2
"""


@dataclass(frozen=True, slots=True)
class Keeping:
    """What every corp keeps, at one moment."""

    now: date
    """The running month."""
    chosen: Mapping[tuple[int, str], int | None]
    floors: Mapping[int, datetime]

    def months_of(self, corp_id: int, kind: str) -> int | None:
        """Of the corp's own words the nearest, else of the defaults; None: for good."""
        family = kind.partition(".")[0]
        for name in (kind, family):
            if (corp_id, name) in self.chosen:
                return self.chosen[corp_id, name]
        return DEFAULTS.get(kind, DEFAULTS.get(family))

    def kept(self, corp_id: int, kind: str) -> Kept:
        """The same, and whose word it is."""
        family = kind.partition(".")[0]
        by: Literal["kind", "family", "default"] = "default"
        if (corp_id, kind) in self.chosen:
            by = "kind"
        elif (corp_id, family) in self.chosen:
            by = "family"
        return Kept(self.months_of(corp_id, kind), by)

    def is_over(self, corp_id: int, kind: str, month: date) -> bool:
        """Whether nothing of it is kept any more."""
        floor = self.floors.get(corp_id)
        after = add_months(month, 1)
        if floor is not None and datetime(after.year, after.month, 1, tzinfo=UTC) <= floor:
            return True
        kept = self.months_of(corp_id, kind)
        return kept is not None and month < add_months(self.now, -kept)


async def read_keeping(runtime: Runtime) -> Keeping:
    """As it stands now."""
    async with runtime.database.owner() as session:
        rows = await session.scalars(select(LogRetention))
        chosen = {(row.corp_id, row.family): row.months for row in rows}
        floors = {row.corp_id: row.before for row in await session.scalars(select(LogFloor))}
    return Keeping(month_of(runtime.clock()), chosen, floors)


async def read_kept(runtime: Runtime, corp_id: int, kinds: Iterable[str]) -> dict[str, Kept]:
    """For how long a corp keeps each of these kinds."""
    keeping = await read_keeping(runtime)
    return {kind: keeping.kept(corp_id, kind) for kind in kinds}


async def set_retention(
    session: AsyncSession, corp_id: int, family: str, kept: int | None, by: str
) -> None:
    """Keep a family or kind for so many months, None for good. Owner's session. BadFamilyError."""
    if FAMILY.fullmatch(family) is None:
        raise BadFamilyError(family)
    before = await session.get(LogRetention, (corp_id, family))
    told = before.months if before is not None else DEFAULTS.get(family)
    values = {"months": kept, "updated_by": by}
    write = insert(LogRetention).values(corp_id=corp_id, family=family, **values)
    await session.execute(
        write.on_conflict_do_update(
            index_elements=["corp_id", "family"], set_={**values, "updated_at": text("now()")}
        )
    )
    await _record(session, corp_id, family, by, told, kept)


async def reset_retention(session: AsyncSession, corp_id: int, family: str, by: str) -> None:
    """Keep it as the default says. Owner's session."""
    row = await session.get(LogRetention, (corp_id, family))
    if row is None:
        return
    await session.delete(row)
    await session.flush()
    await _record(session, corp_id, family, by, row.months, DEFAULTS.get(family))


async def _record(
    session: AsyncSession, corp_id: int, family: str, by: str, before: int | None, after: int | None
) -> None:
    await audit.record(
        session,
        corp_id,
        actor=by,
        action="retention.events_set",
        target=f"retention:{family}",
        before={"months": before},
        after={"months": after},
    )


async def set_floor(session: AsyncSession, corp_id: int, before: datetime) -> None:
    """Nothing of a corp from before a moment is kept, whatever its kind. Owner's session."""
    await session.execute(
        insert(LogFloor)
        .values(corp_id=corp_id, before=before)
        .on_conflict_do_update(index_elements=["corp_id"], set_={"before": before})
    )


async def drop_expired(runtime: Runtime, keeping: Keeping) -> int:
    """Delete from the database what nobody keeps; how many rows. For who is alone.

    Months must have been counted. One past everybody's keeping is dropped whole.
    """
    async with runtime.database.owner() as session:
        hot = await months.find_months(session)
    total = 0
    for one in hot:
        over, whole = await _over(runtime, keeping, one.month)
        if not over:
            continue
        if whole and await _drop_whole(runtime, keeping, one):
            total += sum(over.values())
        else:
            total += await _drop_rows(runtime, one, over)
    await tell(runtime)
    return total


async def _over(
    runtime: Runtime, keeping: Keeping, month: date
) -> tuple[dict[tuple[int, str], int], bool]:
    """Rows by corp and kind that go, and whether nothing else is there."""
    async with runtime.database.owner() as session:
        rows = await session.scalars(
            select(LogCount).where(LogCount.month == month, LogCount.rows > 0)
        )
        pairs = {(row.corp_id, row.kind): row.rows for row in rows}
    over = {pair: rows for pair, rows in pairs.items() if keeping.is_over(*pair, month)}
    return over, len(over) == len(pairs)


async def _drop_rows(runtime: Runtime, one: Month, over: Mapping[tuple[int, str], int]) -> int:
    asked = {"corps": [corp_id for corp_id, _ in over], "kinds": [kind for _, kind in over]}
    total = 0

    async def act(session: AsyncSession, stretch: str) -> None:
        nonlocal total
        statement = _DROP.format(place=one.place, stretch=stretch)
        rows = (await session.execute(text(statement), asked)).all()
        gone = {(row.corp_id, row.kind): int(row.rows) for row in rows}
        await repository.note_dropped(session, one.month, gone, hot=True)
        total += sum(gone.values())

    await months.in_stretches(runtime, one.place, PAGES, act)
    return total


async def _drop_whole(runtime: Runtime, keeping: Keeping, one: Month) -> bool:
    """Drop the table if still nothing in it is kept; False: something came, or is unread."""
    await months.watch(runtime, one.place)
    try:
        async with runtime.database.unhurried() as session:
            pairs = await repository.count_kinds(session, one.place)
            reader = await repository.unread_by(session, one.place)
        if reader is not None or not all(keeping.is_over(*pair, one.month) for pair in pairs):
            return False

        async def act(session: AsyncSession) -> bool:
            await months.lock_log(session)
            if await months.was_changed(session, one.place):
                return False
            await session.execute(text(f"drop table {one.place}"))
            await repository.keep_counts(session, one.month, pairs, 0, None)
            await repository.note_dropped(session, one.month, pairs, hot=True)
            await session.execute(
                text("update log_months set rows = 0, mark = null where month = :month"),
                {"month": one.month},
            )
            return True

        return await months.briefly(runtime, act)
    finally:
        await months.tidy(runtime)


async def tell(runtime: Runtime) -> None:
    """Tell the audit what went, a month and corp each; a killed night's too."""
    async with runtime.database.owner() as session:
        rows = await session.scalars(
            select(LogCount)
            .where(LogCount.dropped > LogCount.told)
            .order_by(LogCount.corp_id, LogCount.month, LogCount.kind)
            .with_for_update()
        )
        told: dict[tuple[int, date], dict[str, int]] = {}
        for row in rows:
            told.setdefault((row.corp_id, row.month), {})[row.kind] = row.dropped - row.told
            row.told = row.dropped
        for (corp_id, month), kinds in told.items():
            await audit.record(
                session,
                corp_id,
                actor="system",
                action="retention.events_expired",
                target=f"log:{month:%Y-%m}",
                after={"rows": sum(kinds.values()), "kinds": kinds},
            )
            log.info("eventlog.expired", corp_id=corp_id, month=f"{month:%Y-%m}", **kinds)


async def expired_in_file(
    runtime: Runtime, keeping: Keeping, month: LogMonth
) -> tuple[dict[tuple[int, str], int], bool]:
    """What a frozen month holds that nobody keeps, and whether it holds nothing else."""
    async with runtime.database.owner() as session:
        rows = await session.scalars(
            select(LogCount).where(LogCount.month == month.month, LogCount.cold > 0)
        )
        pairs = {(row.corp_id, row.kind): row.cold for row in rows}
    over = {pair: rows for pair, rows in pairs.items() if keeping.is_over(*pair, month.month)}
    return over, len(over) == len(pairs)
