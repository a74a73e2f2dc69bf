"""Files of customers: who each row is, what of him is new."""

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.customers import service as customers
from yutang.people.persons import service as persons
from yutang.people.persons.schemas import Claim

from . import differing, writing
from .cleaning import RowProblem
from .models import Import
from .naming import ids_of
from .planning import Plan
from .schemas import IDENTITIES, People
from .sealing import unsealer
from .subjects import Chunk, Outcome
from .under_way import Run, advance

_COLUMNS: Final = {
    "external": "text",
    "unionid": "text",
    "phone": "text",
    "sealed": "bytea",
    "member_number": "text",
    "name": "text",
    "gender": "smallint",
    "birthday": "date",
    "company": "text",
    "stage": "text",
    "tags": "text",
}


MOST_ASKED: Final = 500
"""Of one chunk: where more rows name two people, the file is wrong, and not the people."""
_IDS_OF: Final = (
    "select row, external, unionid, sealed, member_number from {} where row = any(:rows)"
)


@dataclass(slots=True)
class _Work:
    compared: list[customers.Compared]
    spelled: list[tuple[str | None, str | None]]


class Members:
    """The subject."""

    needed = IDENTITIES
    nobody = "row.nobody"
    keeps_wrong = False
    first_chunk = 2_000
    largest_chunk = 50_000

    def columns(self, plan: Plan) -> Mapping[str, str]:
        """What everybody has, and the corp's own fields."""
        return {**_COLUMNS, **dict.fromkeys((f"f{one}" for one in plan.fields), "text")}

    def indexed(self) -> str | None:
        """Rows are read in their order only."""
        return None

    async def refuse_doubles(self, run: Run) -> int:
        """Of rows that name the same person the first one counts."""
        headers = {reader.target: reader.header for reader in run.plan.readers}
        refused = 0
        async for part in run.staging.doubles(run.runtime):
            async with run.runtime.database.owner() as session:
                refused += await run.staging.remove(session, [row for row, _, _ in part])
                await run.staging.tell(
                    session,
                    [
                        RowProblem(row, headers[kind], "row.double", "", str(at))
                        for row, kind, at in part
                    ],
                )
                await advance(session, run)
        return refused

    async def begin(self, session: AsyncSession, run: Run, row: Import) -> None:
        """Tags that the file names are made first."""
        await writing.make_tags(session, run.corp_id, run.plan, row, run.actor)

    async def compare(self, run: Run, after: int, upto: int, *, write: bool) -> Chunk:
        """Who the rows are; how their names are spelled only for who will write."""
        began = time.perf_counter()
        conditions, values = differing.conditions(run.plan, run.given_at)
        async with run.runtime.database.owner() as session:
            rows, work = await customers.compare_staged(
                session, run.corp_id, run.staging.table, after, upto, conditions, values
            )
            new = [one.row for one in work if one.customer_id is None and one.problem is None]
            gone = await customers.erased_rows(
                session, run.runtime.vault, run.corp_id, run.staging.table, new
            )
        if gone:
            work = [replace(one, problem="row.erased") if one.row in gone else one for one in work]
        seconds = time.perf_counter() - began
        # Costly, so only for who will write.
        names = [one.name for one in work if one.problem is None] if write else []
        spelled = await asyncio.to_thread(customers.spell, names)
        return Chunk(after, upto, rows, _Work(work, spelled), seconds)

    async def commit(
        self, session: AsyncSession, run: Run, chunk: Chunk, *, write: bool
    ) -> Outcome:
        """People, then what else their rows bring. Raises TakenMeanwhileError."""
        done: _Work = chunk.work
        wrong = [one for one in done.compared if one.problem is not None]
        work = [one for one in done.compared if one.problem is None]
        created = sum(one.customer_id is None for one in work)
        if write:
            rows = [one.row for one in wrong if one.problem == "row.conflict"]
            await _ask(session, run, rows[:MOST_ASKED])
        if write and work:
            created = await customers.take_in_staged(
                session, run.corp_id, run.staging.table, work, done.spelled, run.runtime.clock()
            )
            await writing.write_rest(
                session, run.corp_id, run.plan, run.name, run.import_id, run.given_at,
                run.runtime.clock(),
            )  # fmt: skip
        return Outcome(
            created=created,
            changed=len(work) - created,
            unchanged=chunk.rows - len(done.compared),
            refused=len(wrong),
            problems=[RowProblem(one.row, "", one.problem or "", "", one.detail) for one in wrong],
        )

    async def grown(self, run: Run, known: int, created: int) -> None:
        """The planner has to know of many new people."""
        if customers.has_grown(known, known + created):
            async with run.runtime.database.owner() as session:
                await customers.refresh_statistics(session)

    async def people(self, run: Run) -> People | None:
        """The rows are people: they are counted as such."""
        del run
        return None


async def _ask(session: AsyncSession, run: Run, rows: Sequence[int]) -> None:
    """Rows that name two people are refused; whom an id tells apart, an operator decides about."""
    if not rows:
        return
    now, unseal = run.runtime.clock(), unsealer(run.runtime.vault)
    found = await session.execute(text(_IDS_OF.format(run.staging.table)), {"rows": list(rows)})
    claims = [
        Claim(
            ids_of(partial(getattr, row), IDENTITIES, unseal),
            now,
            f"import:{run.import_id}:{row.row}",
        )
        for row in found
    ]
    await persons.ask(run.runtime, session, run.corp_id, claims, now)
