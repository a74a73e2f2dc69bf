"""Statements on segments, their versions, runs, bits and sizes."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Any

from pyroaring import BitMap
from sqlalchemy import delete, func, insert, or_, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.db import table_of
from yutang.people.audience import service as audience
from yutang.people.customers import service as customers
from yutang.people.facets import service as facets

from .errors import UnknownSegmentError
from .models import (
    Segment,
    SegmentBits,
    SegmentReport,
    SegmentRun,
    SegmentSize,
    SegmentVersion,
)
from .schemas import Question

_WEEK = text(
    """
    select distinct on (segment_id) segment_id, size from segment_sizes
    where corp_id = :corp_id and segment_id = any(cast(:ids as bigint[])) and at <= :before
    order by segment_id, at desc
    """
)
# The last but one stays: a question that is under way may have named it.
_OLD_BITS = text(
    """
    delete from segment_bits b using segments s
    where s.corp_id = b.corp_id and s.id = b.segment_id and b.corp_id = :corp_id
      and b.segment_id = :segment_id and b.run < s.run and b.run is distinct from s.origin
      and exists (select from segment_runs r where r.corp_id = b.corp_id
                  and r.segment_id = b.segment_id and r.run > b.run and r.run < s.run
                  and r.switched_at < :before)
      and not exists (select from segment_runs t where t.corp_id = b.corp_id
                      and t.segment_id = b.segment_id and t.state = 'telling'
                      and b.run in (t.run, t.before))
    """
)
_MERGED_AWAY = text(
    """
    select string_agg(int4send(m.from_id::integer), ''::bytea) from person_merges m
    where m.corp_id = :corp_id and m.undone_at is null
      and m.at >= coalesce(cast(:since as timestamptz), '-infinity')
    """
)
_ERASED = text(
    """
    select string_agg(int4send(e.customer_id::integer), ''::bytea) from erasures e
    where e.corp_id = :corp_id and e.state in ('running', 'done') and e.updated_at >= :since
    """
)
_LIVING = text(
    """
    select string_agg(int4send(c.id::integer), ''::bytea) from customers c
    where c.corp_id = :corp_id and c.id = any(cast(:ids as bigint[]))
    """
)


class SegmentRepository:
    """Segments of one corp."""

    def __init__(self, session: AsyncSession, corp_id: int) -> None:
        self._session = session
        self._corp_id = corp_id

    async def find(self, segment_id: int, *, lock: bool = False) -> Segment:
        """One; raises UnknownSegmentError."""
        asked = select(Segment).where(Segment.corp_id == self._corp_id, Segment.id == segment_id)
        if lock:
            asked = asked.with_for_update().execution_options(populate_existing=True)
        row = await self._session.scalar(asked)
        if row is None:
            raise UnknownSegmentError(segment_id)
        return row

    async def by_ids(self, ids: Collection[int]) -> dict[int, Segment]:
        """Those that are there, by id."""
        if not ids:
            return {}
        rows = await self._session.scalars(
            select(Segment).where(Segment.corp_id == self._corp_id, Segment.id.in_(sorted(ids)))
        )
        return {row.id: row for row in rows}

    async def page(
        self, asked: Question, after: tuple[str, int] | None, limit: int
    ) -> list[Segment]:
        """By name, the next `limit` after one."""
        statement = select(Segment).where(*self._asked(asked))
        if after is not None:
            name, segment_id = after
            statement = statement.where(
                or_(Segment.name > name, (Segment.name == name) & (Segment.id > segment_id))
            )
        rows = await self._session.scalars(
            statement.order_by(Segment.name, Segment.id).limit(limit)
        )
        return list(rows)

    async def count(self, asked: Question) -> int:
        """How many fit."""
        found = select(func.count()).select_from(Segment).where(*self._asked(asked))
        return await self._session.scalar(found) or 0

    def _asked(self, asked: Question) -> list[Any]:
        found: list[Any] = [Segment.corp_id == self._corp_id]
        if asked.q:
            words = asked.q.lower()
            found.append(
                or_(
                    func.strpos(func.lower(Segment.name), words) > 0,
                    func.strpos(func.lower(Segment.description), words) > 0,
                )
            )
        if asked.kind is not None:
            found.append(Segment.kind == asked.kind)
        if asked.folder is not None:
            found.append(Segment.folder == asked.folder)
        return found

    async def every(self) -> list[Segment]:
        """All with conditions, for looking who names whom."""
        rows = await self._session.scalars(
            select(Segment).where(Segment.corp_id == self._corp_id, Segment.tree.is_not(None))
        )
        return list(rows)

    async def week_ago(self, ids: Iterable[int], now: datetime) -> dict[int, int]:
        """Sizes of seven days ago, of those that were counted by then."""
        asked = {
            "corp_id": self._corp_id,
            "ids": list(ids),
            "before": now - timedelta(days=7),
        }
        rows = await self._session.execute(_WEEK, asked)
        return {row.segment_id: row.size for row in rows}

    async def versions(self, segment_id: int) -> list[SegmentVersion]:
        """All, the newest first."""
        rows = await self._session.scalars(
            select(SegmentVersion)
            .where(SegmentVersion.corp_id == self._corp_id, SegmentVersion.segment_id == segment_id)
            .order_by(SegmentVersion.number.desc())
        )
        return list(rows)

    async def version(self, segment_id: int, number: int) -> SegmentVersion | None:
        """One of them."""
        return await self._session.get(SegmentVersion, (self._corp_id, segment_id, number))

    async def runs(self, segment_id: int, limit: int) -> list[SegmentRun]:
        """Refreshes, the newest first."""
        rows = await self._session.scalars(
            select(SegmentRun)
            .where(SegmentRun.corp_id == self._corp_id, SegmentRun.segment_id == segment_id)
            .order_by(SegmentRun.run.desc())
            .limit(limit)
        )
        return list(rows)

    async def untold(self, segment_id: int) -> SegmentRun | None:
        """The refresh whose changes are not all events yet, locked."""
        row: SegmentRun | None = await self._session.scalar(
            select(SegmentRun)
            .where(
                SegmentRun.corp_id == self._corp_id,
                SegmentRun.segment_id == segment_id,
                SegmentRun.state == "telling",
            )
            .order_by(SegmentRun.run)
            .limit(1)
            .with_for_update()
            .execution_options(populate_existing=True)
        )
        return row

    async def next_run(self) -> int:
        """A number for a refresh."""
        number = await self._session.scalar(select(func.nextval("segment_runs_seq")))
        return int(number or 0)

    async def write_bits(self, segment_id: int, run: int, ids: BitMap) -> None:
        """Keep who was found."""
        rows = [
            {
                "corp_id": self._corp_id,
                "segment_id": segment_id,
                "run": run,
                "shard": shard,
                "bits": part.serialize(),
                "held": len(part),
            }
            for shard, part in audience.shards_of(ids)
        ]
        if rows:
            await (await self._session.connection()).execute(insert(table_of(SegmentBits)), rows)

    async def read_bits(self, segment_id: int, run: int | None) -> BitMap:
        """Who was found; nobody by no run."""
        if run is None:
            return BitMap()
        rows = await self._session.scalars(
            select(SegmentBits.bits).where(
                SegmentBits.corp_id == self._corp_id,
                SegmentBits.segment_id == segment_id,
                SegmentBits.run == run,
            )
        )
        return BitMap.union(BitMap(), *(BitMap.deserialize(bytes(bits)) for bits in rows))

    async def clear_bits(self, segment_id: int, before: datetime) -> None:
        """Drop what was found long ago."""
        await self._session.execute(
            _OLD_BITS,
            {"corp_id": self._corp_id, "segment_id": segment_id, "before": before},
        )

    async def note_size(
        self, segment_id: int, at: datetime, size: int, entered: int = 0, left: int = 0
    ) -> None:
        """Remember how many there are where that is news or the first of a day."""
        latest = await self._session.scalar(
            select(SegmentSize)
            .where(SegmentSize.corp_id == self._corp_id, SegmentSize.segment_id == segment_id)
            .order_by(SegmentSize.at.desc())
            .limit(1)
        )
        if latest is not None and latest.at >= at:
            return
        same = latest is not None and latest.size == size and not entered and not left
        if same and latest is not None and latest.at > at - timedelta(days=1):
            return
        await self._session.execute(
            insert(SegmentSize).values(
                corp_id=self._corp_id,
                segment_id=segment_id,
                at=at,
                size=size,
                entered=entered,
                left=left,
            )
        )

    async def sizes(self, segment_id: int, since: datetime) -> list[SegmentSize]:
        """Since then, the oldest first."""
        rows = await self._session.scalars(
            select(SegmentSize)
            .where(
                SegmentSize.corp_id == self._corp_id,
                SegmentSize.segment_id == segment_id,
                SegmentSize.at >= since,
            )
            .order_by(SegmentSize.at)
        )
        return list(rows)

    async def report(self, segment_id: int) -> SegmentReport | None:
        """What became of the lines of a list."""
        return await self._session.get(SegmentReport, (self._corp_id, segment_id))

    async def drop(self, segment_id: int) -> None:
        """The segment with all that hangs on it."""
        for model in (SegmentBits, SegmentRun, SegmentSize, SegmentReport, SegmentVersion):
            await self._session.execute(
                delete(model).where(model.corp_id == self._corp_id, model.segment_id == segment_id)
            )
        await self._session.execute(
            delete(Segment).where(Segment.corp_id == self._corp_id, Segment.id == segment_id)
        )

    async def gone_since(self, since: datetime) -> BitMap:
        """Who became a part of somebody else, or was erased, since then."""
        found = await self.merged_away(since)
        asked = {"corp_id": self._corp_id, "since": since}
        erased = await self._session.scalar(_ERASED, asked)
        return found if erased is None else found | facets.unpacked(erased)

    async def merged_away(self, since: datetime | None = None) -> BitMap:
        """Who is a part of somebody else now."""
        asked = {"corp_id": self._corp_id, "since": since}
        packed = await self._session.scalar(_MERGED_AWAY, asked)
        return BitMap() if packed is None else facets.unpacked(packed)

    async def living(self, ids: BitMap) -> BitMap:
        """Those of them who are customers."""
        found = BitMap()
        for start in range(0, len(ids), 100_000):
            packed = await self._session.scalar(
                _LIVING,
                {"corp_id": self._corp_id, "ids": customers.as_array(ids[start : start + 100_000])},
            )
            if packed is not None:
                found |= facets.unpacked(packed)
        return found
