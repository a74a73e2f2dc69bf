"""An act for tests whose effect shows how often it was done, and a company of plain customers.

`python -m tests.yutang.people.bulk.marking DSN HOME CORP ACT` carries an act on in a process of
its own.
"""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from pydantic import BaseModel
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from tests.yutang.world import World
from yutang.bootstrap import build_runtime
from yutang.kernel.errors import DomainError
from yutang.kernel.settings import Settings
from yutang.people.bulk import service as bulk
from yutang.people.bulk.schemas import Doing, Plan, Way

_MARK = text(
    "update customers set company = company || :mark"
    " where corp_id = :corp and id = any(cast(:ids as bigint[])) and company not like :full"
    " returning id"
)
_WHO = text(
    "select id from customers where corp_id = :corp and id = any(cast(:ids as bigint[]))"
    " and company not like :full"
)


class BrokenMarkError(DomainError):
    """The world is not as the act needs it."""

    code = "tests.broken"


class Arguments(BaseModel):
    """`mark` is added to the company; who wears one that contains `full` is left alone."""

    mark: str = "x"
    full: str = "full"
    wait_seconds: float = 0
    break_at: int = 0


class Mark:
    """Adds to the company's name: who is done twice shows it."""

    kind: ClassVar[str] = "mark"
    arguments: ClassVar[type[BaseModel]] = Arguments
    path: ClassVar[str | None] = None

    async def describe(self, _: AsyncSession, __: int, arguments: Arguments) -> dict[str, str]:
        """Its mark."""
        return {"mark": arguments.mark}

    async def plan(
        self, session: AsyncSession, corp_id: int, arguments: Arguments, ids: Sequence[int], _: str
    ) -> Plan:
        """All but the full ones."""
        asked = {"corp": corp_id, "ids": list(ids), "full": f"%{arguments.full}%"}
        changed = list(await session.scalars(_WHO, asked))
        return Plan({"changed": changed, "full": sorted(set(ids) - set(changed))})

    async def apply(
        self,
        session: AsyncSession,
        corp_id: int,
        arguments: Arguments,
        ids: Sequence[int],
        _: str,
        __: Doing,
    ) -> dict[str, list[int]]:
        """Mark them."""
        if arguments.break_at and arguments.break_at in ids:
            broken = await session.scalar(
                text("select count(*) from customers where corp_id = :corp and name = 'broken'"),
                {"corp": corp_id},
            )
            if broken:
                message = "the mark broke; mend it and go on"
                raise BrokenMarkError(message)
        asked = {
            "corp": corp_id,
            "ids": list(ids),
            "mark": arguments.mark,
            "full": f"%{arguments.full}%",
        }
        changed = list(await session.scalars(_MARK, asked))
        await session.execute(text("select pg_sleep(:s)"), {"s": arguments.wait_seconds})
        return {"changed": changed, "full": sorted(set(ids) - set(changed))}

    async def follow_up(self, _: AsyncSession, __: int, ___: Arguments) -> None:
        """Nothing comes after."""

    def way_back(self, _: Arguments) -> Way | None:
        """Another letter tells that it was taken back."""
        return Way("mark", {"mark": "y"})


async def fill(world: World, count: int, corp_id: int | None = None) -> None:
    """So many friends without relations; every tenth is full."""
    async with world.runtime.database.owner() as session:
        await session.execute(
            text(
                "insert into customers (corp_id, id, state, name, name_sort, grams, company)"
                " select :corp, n, 'friend', '客户' || n, 'kehu' || n, '{}',"
                "        case when n % 10 = 0 then 'full' else '' end"
                " from generate_series(1, :count) n"
            ),
            {"corp": corp_id or world.corp_id, "count": count},
        )
        await session.execute(
            text("insert into customer_ordinals (corp_id, next_id) values (:corp, :next)"),
            {"corp": corp_id or world.corp_id, "next": count + 1},
        )


async def companies(world: World) -> dict[str, int]:
    """How many customers by company."""
    async with world.runtime.database.owner() as session:
        rows = await session.execute(
            text("select company, count(*) n from customers where corp_id = :corp group by 1"),
            {"corp": world.corp_id},
        )
        return {row.company: row.n for row in rows}


async def work(dsn: str, home: str, corp_id: int, act_id: int) -> None:
    """Carry one act on."""
    bulk.register(Mark())
    runtime = build_runtime(Settings(home=Path(home), database_url=dsn))
    await bulk.carry_on(runtime, corp_id, act_id)
    await runtime.close()


if __name__ == "__main__":
    asyncio.run(work(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])))
