"""What the clock looks for over all corps; for the owner's session."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import bindparam, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.db import table_of

from .models import Segment, SegmentReport

_DUE = text(
    """
    select corp_id, id from segments
    where due_at <= :now
    order by due_at, corp_id, id limit :most
    """
)
_TELLING = text(
    """
    select corp_id, segment_id from segment_runs where state = 'telling'
      and switched_at < :before
    order by switched_at limit :most
    """
)
_THIN = text(
    """
    delete from segment_sizes s using (
      select corp_id, segment_id, at,
             row_number() over (partition by corp_id, segment_id, date_trunc('day', at)
                                order by at desc) as place
      from segment_sizes where at < :before and at >= :since
    ) t
    where t.place > 1 and s.corp_id = t.corp_id and s.segment_id = t.segment_id and s.at = t.at
    """
)
_OLD_RUNS = text(
    """
    delete from segment_runs r using segments s
    where s.corp_id = r.corp_id and s.id = r.segment_id and r.state = 'done'
      and r.run < s.run and r.run is distinct from s.origin and r.switched_at < :before
      and not exists (select from segment_bits b where b.corp_id = r.corp_id
                      and b.segment_id = r.segment_id and b.run = r.run)
    """
)
_MERGED = text(
    """
    select s.corp_id, s.id from segments s
    where s.kind = 'static' and s.origin is not null and (
      exists (select from person_merges m where m.corp_id = s.corp_id
              and (m.at >= s.as_of or m.undone_at >= s.as_of))
      or exists (select from erasures e where e.corp_id = s.corp_id and e.ended_at >= s.as_of))
    """
)


async def due(session: AsyncSession, now: datetime, most: int) -> list[tuple[int, int]]:
    """(corp, segment) that are to be asked anew; owner's session."""
    rows = await session.execute(_DUE, {"now": now, "most": most})
    return [(row.corp_id, row.id) for row in rows]


async def left_telling(session: AsyncSession, before: datetime, most: int) -> list[tuple[int, int]]:
    """(corp, segment) whose changes somebody left half told; owner's session."""
    rows = await session.execute(_TELLING, {"before": before, "most": most})
    return [(row.corp_id, row.segment_id) for row in rows]


async def touched_lists(session: AsyncSession) -> list[tuple[int, int]]:
    """(corp, list) in whose corp people were merged, told apart or erased since; owner's."""
    return [(row.corp_id, row.id) for row in await session.execute(_MERGED)]


async def put_off(session: AsyncSession, which: Sequence[tuple[int, int]], until: datetime) -> None:
    """They are asked again then at the latest."""
    segments = table_of(Segment)
    statement = (
        update(segments)
        .where(
            segments.c.corp_id == bindparam("of_corp"),
            segments.c.id == bindparam("of_id"),
        )
        .values(due_at=until)
    )
    if which:
        await (await session.connection()).execute(
            statement, [{"of_corp": corp_id, "of_id": one} for corp_id, one in which]
        )


async def tidy(session: AsyncSession, now: datetime, day: Mapping[str, int]) -> None:
    """Sizes of days long past to one a day, refreshes long past away; owner's session."""
    await session.execute(
        _THIN,
        {
            "before": now - timedelta(days=day["sizes"]),
            "since": now - timedelta(days=day["sizes"] + 31),
        },
    )
    await session.execute(_OLD_RUNS, {"before": now - timedelta(days=day["runs"])})
    await session.execute(
        update(SegmentReport)
        .where(SegmentReport.made_at < now - timedelta(days=day["reports"]))
        .where(SegmentReport.sealed.is_not(None))
        .values(sealed=None)
    )
