"""What tests of persons do again and again."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import text

from tests.yutang.world import World
from yutang.people.customers import service as customers
from yutang.people.persons import service as persons
from yutang.people.persons.schemas import Claim

BEGAN = datetime.now(UTC) - timedelta(hours=1)


def claim(second: float, **ids: str) -> Claim:
    """What one message shows."""
    told: Any = tuple(ids.items())
    return Claim(told, BEGAN + timedelta(seconds=second), f"test:{second:g}")


async def settle(world: World, *claims: Claim) -> list[Any]:
    """In one transaction."""
    async with world.runtime.database.owner() as session:
        return list(
            await persons.settle(
                world.runtime, session, world.corp_id, claims, world.runtime.clock()
            )
        )


async def rows(world: World, sql: str, **asked: Any) -> list[tuple[Any, ...]]:
    """What stands in the database."""
    async with world.runtime.database.owner() as session:
        return [tuple(row) for row in await session.execute(text(sql), asked)]


async def write(world: World, sql: str, **asked: Any) -> None:
    """Change it."""
    async with world.runtime.database.owner() as session:
        await session.execute(text(sql), {"corp_id": world.corp_id, **asked})


async def friend(world: World, external_id: str) -> int:
    """Somebody whom WeCom knows."""
    async with world.runtime.database.owner() as session:
        ids = await customers.ensure_customers(session, world.corp_id, [external_id])
        await session.execute(
            text("update customers set state = 'friend' where corp_id = :corp_id and id = :id"),
            {"corp_id": world.corp_id, "id": ids[external_id]},
        )
        return ids[external_id]
