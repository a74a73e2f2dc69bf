"""Write chunks of a reading, each together with the run's new place."""

import asyncio
import math
from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Final

import structlog
from psycopg.errors import DeadlockDetected, UniqueViolation
from sqlalchemy.exc import DBAPIError

from yutang.kernel.db import took_too_long
from yutang.kernel.runtime import Runtime
from yutang.people.customers import service as customers
from yutang.people.customers.schemas import Departure
from yutang.people.customers.service import Absorbed, Library, Sighting
from yutang.people.gateway import service as gateway
from yutang.people.gateway.schemas import Run

from .places import Place
from .repository import SyncRepository
from .schemas import Finding, Tally

log = structlog.get_logger(__name__)

FIRST_ROWS: Final = 1_000
MOST_ROWS: Final = 3_000
LEAST_ROWS: Final = 200
CHUNK_SECONDS: Final = 1.0
"""How long a transaction shall take: as many relations are written in one as fit into it."""
TRIES: Final = 4
_MEANWHILE: Final = (DeadlockDetected, UniqueViolation)
"""What a callback's writer may cause: he has written by the next try."""
NAMED: Final = 5
"""Of members without a licence so many are told by name."""
_RATE_SECONDS: Final = 10.0


class RunWriter:
    """Where a run stands and what it has done; `telling` keeps every difference it finds."""

    def __init__(
        self, runtime: Runtime, run: Run, place: Place, *, source: str, telling: bool
    ) -> None:
        names = Tally.__dataclass_fields__
        self.run = run
        self.place = place
        self.tally = Tally(**{k: v for k, v in run.cursor.items() if k in names})
        self._runtime = runtime
        self._source = source
        self._telling = telling
        self._library = Library()
        self._wrote_at = runtime.clock()
        # Members who left since an earlier try count no longer as done.
        self._moved = place.done - run.done
        self.rows = FIRST_ROWS
        """How many relations the next chunk shall hold."""

    async def write(
        self,
        sightings: Sequence[Sighting] = (),
        *,
        finished: Collection[str] = (),
        unlicensed: Collection[str] = (),
        calls: int = 0,
        shown: int = 0,
        departures: Sequence[tuple[Departure, Finding]] = (),
    ) -> Absorbed:
        """Relations that WeCom shows, those that ended, what differed and the place, as one.

        `shown` counts relations of which only ids were read, `unlicensed` are those of the
        finished members of whom nothing was shown.

        It is tried again when a callback's writer held what it needed and needed what it held, or
        wrote the same meanwhile.
        """
        began = self._runtime.clock()
        for tries in range(1, TRIES + 1):
            try:
                absorbed = await self._write(
                    sightings, finished, unlicensed, calls, shown, departures
                )
            except DBAPIError as error:
                if isinstance(error.orig, _MEANWHILE) and tries < TRIES:
                    await asyncio.sleep(0.05 * tries)
                    continue
                if not took_too_long(error) or len(sightings) <= LEAST_ROWS:
                    raise
                log.info("sync.halved", corp_id=self.run.corp_id, rows=len(sightings))
                self.rows = max(LEAST_ROWS, self.rows // 2)
                half = len(sightings) // 2
                first = await self.write(sightings[:half])
                rest = await self.write(
                    sightings[half:],
                    finished=finished,
                    unlicensed=unlicensed,
                    calls=calls,
                    shown=shown,
                    departures=departures,
                )
                return first.with_more(rest)
            break
        self._fit(len(sightings), (self._runtime.clock() - began).total_seconds())
        return absorbed

    def _fit(self, rows: int, seconds: float) -> None:
        """Have the next chunk take as long as one shall."""
        if rows >= LEAST_ROWS:
            fitting = rows * CHUNK_SECONDS / max(seconds, 0.01)
            self.rows = int(min(MOST_ROWS, max(LEAST_ROWS, (self.rows + fitting) / 2)))

    async def _write(
        self,
        sightings: Sequence[Sighting],
        finished: Collection[str],
        unlicensed: Collection[str],
        calls: int,
        shown: int,
        departures: Sequence[tuple[Departure, Finding]],
    ) -> Absorbed:
        now = self._runtime.clock()
        corp_id = self.run.corp_id
        library = self._library.copy()
        async with self._runtime.database.owner() as session:
            absorbed = await customers.absorb(
                session,
                self._runtime.vault,
                corp_id,
                sightings,
                source=self._source,
                telling=self._telling,
                library=library,
            )
            found = [
                Finding(one.kind, one.customer_id, one.staff_id, one.before, one.after)
                for one in absorbed.differences
            ]
            if departures:
                await customers.record_departures(session, corp_id, [one for one, _ in departures])
                found += [finding for _, finding in departures]
            if self._telling:
                await SyncRepository(session, corp_id).keep(self.run.id, found, now)
            tally = self._added(absorbed, found, len(departures), shown, unlicensed, now)
            ranges, moved = self._finished(finished)
            run = await gateway.advance(
                session,
                self.run,
                {"done": ranges, **asdict(tally)},
                now,
                done=moved,
                calls=calls,
            )
        before = self.tally
        self._library = library
        self.run, self.tally, self._wrote_at, self._moved = run, tally, now, 0
        self.place.finish(finished)
        if customers.has_grown(before.new_customers, tally.new_customers):
            async with self._runtime.database.owner() as session:
                await customers.refresh_statistics(session)
        return absorbed

    def _added(
        self,
        absorbed: Absorbed,
        found: Sequence[Finding],
        gone: int,
        shown: int,
        unlicensed: Collection[str],
        now: datetime,
    ) -> Tally:
        tally, kept = self.tally, self._telling
        seconds = max((now - self._wrote_at).total_seconds(), 0.001)
        share = 1 - math.exp(-seconds / _RATE_SECONDS)
        read = absorbed.relations if self._source == "sync" else shown
        rate = read / seconds
        return Tally(
            relations=tally.relations + read,
            new_customers=tally.new_customers + absorbed.new_customers,
            changed_customers=tally.changed_customers + absorbed.changed_customers,
            missing=tally.missing + sum(one.kind == "relation_missing" for one in found),
            gone=tally.gone + gone,
            drifts=tally.drifts + (len(found) if kept else 0),
            unseen_members=tally.unseen_members,
            unlicensed_members=tally.unlicensed_members + len(unlicensed),
            unlicensed=[*tally.unlicensed, *sorted(unlicensed)][:NAMED],
            # A write that read nothing new says nothing of the pace.
            rate=round(tally.rate + share * (rate - tally.rate) if tally.rate else rate, 1),
        )

    def _finished(self, batch: Collection[str]) -> tuple[list[list[str]], int]:
        """The ranges with this batch, and how many members more are done."""
        if not batch:
            return self.place.ranges(), self._moved
        after = self.place.with_done(batch)
        return after.ranges(), after.done - self.place.done + self._moved
