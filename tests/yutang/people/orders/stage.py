"""Orders as tests tell them."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from tests.yutang.world import World
from yutang.people.orders import service as orders
from yutang.people.orders.schemas import OrderItem, OrderNews, Taken

NOW = datetime.now(UTC).replace(microsecond=0)
TEA = OrderItem("tea", "龙井 250 克", "茶", 1, 12_800)
CUP = OrderItem("cup", "品茗杯", "茶具", 2, 3_600)


def back(days: float) -> datetime:
    """So many days ago."""
    return NOW - timedelta(days=days)


def news(number: str, status: Any = "paid", days: float = 1, **more: Any) -> OrderNews:
    """Something said of an order that was placed and paid so many days ago."""
    facts: dict[str, Any] = {
        "source": "shop",
        "at": back(days),
        "placed_at": back(days),
        "paid_at": None if status == "placed" else back(days),
        "amount_fen": 20_000,
        "items": (TEA, CUP),
    }
    return OrderNews(number=number, status=status, **facts | more)


async def take(
    world: World, told: Sequence[OrderNews], customers: Sequence[int | None] | None = None
) -> list[Taken]:
    """As the intake does."""
    async with world.runtime.database.owner() as session:
        return await orders.take(
            world.runtime,
            session,
            world.corp_id,
            told,
            customers if customers is not None else [None] * len(told),
            actor="system",
            source="test",
        )


async def add_customers(session: AsyncSession, corp_id: int, *ids: int) -> None:
    """People by id, friends of nobody."""
    await session.execute(
        text(
            "insert into customers (corp_id, id, state, name, name_sort, grams)"
            " values (:c, :id, 'friend', :name, :name, '{}')"
        ),
        [{"c": corp_id, "id": one, "name": f"客户{one}"} for one in ids],
    )
    await session.execute(
        text(
            "insert into customer_ordinals values (:c, :next) on conflict (corp_id) do update"
            " set next_id = greatest(customer_ordinals.next_id, excluded.next_id)"
        ),
        {"c": corp_id, "next": max(ids) + 1},
    )


async def rows_of(world: World, statement: str, **asked: Any) -> list[tuple[Any, ...]]:
    """What the owner reads; `:c` is the corp."""
    async with world.runtime.database.owner() as session:
        rows = await session.execute(text(statement), {"c": world.corp_id, **asked})
        return [tuple(row) for row in rows]
