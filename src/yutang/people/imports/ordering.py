"""Files of orders: rows gathered to orders, buyers settled, orders taken."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.orders import service as orders
from yutang.people.orders.schemas import MOST_ITEMS, Taken
from yutang.people.persons import service as persons

from .cleaning import RowProblem
from .models import Import
from .naming import holder_in_sql, key_in_sql
from .order_gathering import Gathered, gather
from .order_words import BUYER, TARGETS
from .planning import Plan
from .schemas import People
from .sealing import unsealer
from .subjects import Chunk, Outcome
from .under_way import Run

SOMEBODY_NEW: Final = -1
"""Stands for a buyer whom taking in will make known."""


class Orders:
    """The subject."""

    needed = ("number",)
    nobody = "order.no_number"
    keeps_wrong = True
    first_chunk = 1_000
    largest_chunk = 1_000
    """As many buyers belong in one transaction."""

    def columns(self, plan: Plan) -> Mapping[str, str]:
        """Clean texts; `bad` marks a row that spoils its order."""
        del plan
        return {**dict.fromkeys(TARGETS, "text"), "sealed": "bytea", "bad": "boolean"}

    def indexed(self) -> str | None:
        """Rows of one order may stand anywhere in the file."""
        return "number, row"

    async def refuse_doubles(self, run: Run) -> int:
        """Rows of one number are one order."""
        del run
        return 0

    async def begin(self, session: AsyncSession, run: Run, row: Import) -> None:
        """Nothing has to be there before."""

    async def compare(self, run: Run, after: int, upto: int, *, write: bool) -> Chunk:
        """The orders whose first row stands in the span, with all their rows."""
        del write
        began = time.perf_counter()
        table = run.staging.table
        # The table's name is made of numbers of ours.
        query = f"""
            with firsts as (
              select distinct number from {table} where row > :after and row <= :upto)
            select r.* from firsts f
            cross join lateral (
              select * from {table} t where t.number = f.number order by t.row limit :most) r
            where not exists (
              select from {table} e where e.number = f.number and e.row <= :after)
            order by r.number, r.row
        """  # noqa: S608
        async with run.runtime.database.owner() as session:
            rows = (
                await session.execute(
                    text(query), {"after": after, "upto": upto, "most": MOST_ITEMS + 1}
                )
            ).all()
        found = gather(
            rows,
            run.plan.mapping.shop,
            run.name,
            unsealer(run.runtime.vault),
        )
        return Chunk(after, upto, len(rows), found, time.perf_counter() - began)

    async def commit(
        self, session: AsyncSession, run: Run, chunk: Chunk, *, write: bool
    ) -> Outcome:
        """Buyers and orders, in one transaction; without `write` only what is known is read."""
        found: list[Gathered] = chunk.work
        outcome = Outcome()
        for one in found:
            if one.problem is not None:
                _refuse(outcome, one, one.problem)
        good = [one for one in found if one.news]
        buyers = await self._buyers(session, run, good, write=write)
        news = [told for one in good for told in one.news]
        whose = [buyer for one, buyer in zip(good, buyers, strict=True) for _ in one.news]
        if write:
            taken = await orders.take(
                run.runtime, session, run.corp_id, news, whose, actor=run.name, source=run.name
            )
        else:
            taken = await orders.foresee(run.runtime, session, run.corp_id, news, whose)
        place = 0
        for one in good:
            _count(outcome, one, taken[place : place + len(one.news)])
            place += len(one.news)
        return outcome

    async def _buyers(
        self, session: AsyncSession, run: Run, good: Sequence[Gathered], *, write: bool
    ) -> list[int | None]:
        claims = [one.claim for one in good if one.claim is not None]
        if write:
            now = run.runtime.clock()
            known = iter(await persons.settle(run.runtime, session, run.corp_id, claims, now))
        else:
            asked = [{str(kind): value for kind, value in claim.ids} for claim in claims]
            vault = run.runtime.vault
            found = await orders.resolve(session, vault, run.corp_id, asked)
            known = iter([SOMEBODY_NEW if one is None else one for one in found])
        return [None if one.claim is None else next(known) for one in good]

    async def grown(self, run: Run, known: int, created: int) -> None:
        """Orders are written to row by row; their statistics follow by themselves."""

    async def people(self, run: Run) -> People | None:
        """Buyers that are known, that would be new, and orders that name none.

        Reads only, so it may last.
        """
        query = f"""
            select count(distinct known) as known,
                   count(distinct key) filter (where known is null) as fresh,
                   count(distinct number)
                     - count(distinct number) filter (where key is not null) as nameless
            from (
              select t.number, {key_in_sql(BUYER)} as key,
                {holder_in_sql(BUYER)} as known
              from {run.staging.table} t
              where not exists (
                select from {run.staging.table} w where w.number = t.number and w.bad)) b
        """  # noqa: S608
        async with run.runtime.database.owner() as session:
            await run.staging.take_time(session)
            row: Any = (await session.execute(text(query), {"corp_id": run.corp_id})).one()
        return People(known=row.known, fresh=row.fresh, nameless=row.nameless)


def _refuse(outcome: Outcome, one: Gathered, problem: RowProblem) -> None:
    """All its rows, each with the words."""
    outcome.problems += [replace(problem, row=row) for row in one.rows]
    outcome.refused += len(one.rows)


def _count(outcome: Outcome, one: Gathered, taken: Sequence[Taken]) -> None:
    """The order as a whole: refused where anything of it was, else new, else changed."""
    changes = {what.change for what in taken}
    if "refused" in changes:
        reason = next(what.reason for what in taken if what.change == "refused")
        problem = RowProblem(one.row, "", "order.refused", one.news[-1].number[:60], reason or "")
        _refuse(outcome, one, problem)
    elif "new" in changes:
        outcome.created += 1
    elif "changed" in changes:
        outcome.changed += 1
    else:
        outcome.unchanged += 1
