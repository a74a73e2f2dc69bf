"""Files of behaviour: an event a row; people settled, the register asked, each written once."""

import hashlib
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.eventlog import service as eventlog
from yutang.people.kinds import service as kinds
from yutang.people.kinds.schemas import FILES, Said
from yutang.people.persons.schemas import Claim

from .cleaning import SHOWN_CHARACTERS, RowProblem
from .event_cells import value_of
from .event_judging import Entry, Judging
from .event_planning import ORDERS
from .event_words import WHO
from .masking import hide_numbers
from .models import Import
from .naming import holder_in_sql, ids_of, key_in_sql
from .planning import Plan
from .schemas import EVENT_WAITS, People
from .sealing import unsealer
from .subjects import Chunk, Outcome
from .under_way import Run


@dataclass(slots=True)
class Compared:
    """What a span of rows says."""

    good: list[Entry]
    problems: list[RowProblem]
    taking: eventlog.Taking


class Events:
    """The subject."""

    needed = WHO
    nobody = "event.nobody"
    keeps_wrong = False
    first_chunk = 500
    largest_chunk = 1_000
    """As many people belong in one transaction."""

    def columns(self, plan: Plan) -> Mapping[str, str]:
        """Clean texts."""
        named = ("kind", "at", *WHO, *plan.properties)
        return {**dict.fromkeys(named, "text"), "sealed": "bytea"}

    def indexed(self) -> str | None:
        """Rows that say the same are of one moment and one person."""
        return f"at, coalesce({', '.join(WHO)}), row"

    async def refuse_doubles(self, run: Run) -> int:
        """Rows that say the same are one event, which is no mistake."""
        del run
        return 0

    async def begin(self, session: AsyncSession, run: Run, row: Import) -> None:
        """Nothing has to be there before."""

    async def compare(self, run: Run, after: int, upto: int, *, write: bool) -> Chunk:
        """The events of a span of rows, with their values typed."""
        began = time.perf_counter()
        table = run.staging.table
        same = " and ".join(
            f"e.{one} is not distinct from t.{one}" for one in ("kind", *WHO, *run.plan.properties)
        )
        # Who writes finds the earlier row in the log. Names of ours and numbers.
        query = f"""
            select t.*, {not write} and exists (
              select from {table} e where e.at = t.at
                and coalesce({", ".join(f"e.{one}" for one in WHO)})
                  = coalesce({", ".join(f"t.{one}" for one in WHO)})
                and e.row < t.row and {same}) as again
            from {table} t where t.row > :after and t.row <= :upto order by t.row
        """  # noqa: S608
        taking = await eventlog.read_taking(run.runtime, run.corp_id)
        async with run.runtime.database.owner() as session:
            rows = (await session.execute(text(query), {"after": after, "upto": upto})).all()
            outlook = await kinds.look(run.runtime, session, run.corp_id)
        work = Compared([], [], taking)
        reader = _Reader(run, outlook)
        for row in rows:
            found = reader.read(row)
            if isinstance(found, RowProblem):
                work.problems.append(found)
            else:
                work.good.append(found)
        return Chunk(after, upto, len(rows), work, time.perf_counter() - began)

    async def commit(
        self, session: AsyncSession, run: Run, chunk: Chunk, *, write: bool
    ) -> Outcome:
        """People and events, in one transaction; without `write` only what is known is read."""
        work: Compared = chunk.work
        judging = Judging(session, run, work.taking, list(work.problems), write)
        await judging.judge(work.good)
        return Outcome(
            created=judging.created,
            unchanged=judging.unchanged,
            refused=len(judging.problems),
            problems=judging.problems,
        )

    async def grown(self, run: Run, known: int, created: int) -> None:
        """People are made a thousand at a time at most; statistics follow by themselves."""

    async def people(self, run: Run) -> People | None:
        """Who is known of the rows that are taken, and who would be new. It may last: it reads."""
        listed = ", ".join(f"t.{one}" for one in WHO)
        query = f"""
            select count(distinct known) as known,
                   count(distinct key) filter (where known is null) as fresh
            from (
              select {key_in_sql(WHO)} as key,
                {holder_in_sql(WHO)} as known
              from (
                select distinct {listed} from {run.staging.table} t
                where not exists (
                  select from import_errors w
                  where w.corp_id = :corp_id and w.import_id = :import_id and w.row = t.row
                    and not (w.code = any(cast(:waits as text[]))))) t) b
        """  # noqa: S608 - names of ours
        asked = {"corp_id": run.corp_id, "import_id": run.import_id, "waits": sorted(EVENT_WAITS)}
        async with run.runtime.database.owner() as session:
            await run.staging.take_time(session)
            row: Any = (await session.execute(text(query), asked)).one()
        return People(known=row.known, fresh=row.fresh, nameless=0)


class _Reader:
    """Makes events of staged rows."""

    def __init__(self, run: Run, outlook: kinds.Outlook) -> None:
        self._run = run
        self._outlook = outlook
        self._unseal = unsealer(run.runtime.vault)
        self._here = ZoneInfo(run.plan.zone)
        self._looks = {f"p{index:d}": one.look for index, one in run.plan.looks.items()}

    def read(self, row: Any) -> Entry | RowProblem:
        """One row."""
        said = self._run.plan.mapping.kind or row.kind
        if said is None:
            return RowProblem(row.row, "", "event.no_kind")
        if row.at is None:
            return RowProblem(row.row, "", "event.no_time")
        kind = self._outlook.kind_of(said)
        if (kind or said).startswith(ORDERS):
            return RowProblem(row.row, "", "event.order", hide_numbers(said)[:SHOWN_CHARACTERS])
        at = datetime.fromisoformat(row.at)
        props = self._props(row, kind)
        told = json.dumps([said, row.at, props], sort_keys=True, ensure_ascii=False)
        digest = hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:32]
        signed = self._run.name
        ids = ids_of(partial(getattr, row), WHO, self._unseal)
        return Entry(
            row=row.row,
            claim=Claim(ids, at, f"{signed}:{row.row}"),
            said=Said(FILES, f"{signed}:{digest}", said, at, props),
            digest=digest,
            again=row.again,
        )

    def _props(self, row: Any, kind: str | None) -> dict[str, Any]:
        props: dict[str, Any] = {}
        for column, name in self._run.plan.properties.items():
            cell = getattr(row, column)
            if cell is None:
                continue
            known = self._outlook.type_of(kind, name) if kind is not None else None
            props[name] = value_of(cell, known or self._looks[column], self._here)
        return props
