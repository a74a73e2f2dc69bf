"""People who were added through codes, and gifts for them, written where they belong."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx2
from sqlalchemy import text

from tests.yutang.world import World

NOW = datetime.now(UTC)
LONG_AGO = NOW - timedelta(days=60)


async def run(world: World, statement: str, **asked: Any) -> Any:
    """One statement of the owner's; what it gives."""
    async with world.runtime.database.owner() as session:
        found = await session.execute(text(statement), {"corp": world.corp_id, **asked})
        returns = statement.lstrip().startswith("select") or "returning" in statement
        return [tuple(row) for row in found] if returns else None


async def add_channel(world: World, name: str, state: str) -> int:
    """A code that WeCom made; its id."""
    ((made,),) = await run(
        world,
        "insert into channels (corp_id, name, state, status, agent_id, created_by)"
        " values (:corp, :name, :state, 'active', 1000002, 'test') returning id",
        name=name,
        state=state,
    )
    return int(made)


async def add_people(
    world: World, ids: Sequence[int], channel: str | None = "yt1", at: datetime | None = None
) -> None:
    """Friends whose true first add came so."""
    at = at or NOW
    async with world.runtime.database.owner() as session:
        asked = {"corp": world.corp_id, "ids": list(ids), "at": at, "channel": channel}
        for statement in (
            (
                "insert into customers (corp_id, id, state, name, name_sort, grams)"
                " select :corp, i, 'friend', '客人' || i, 'keren', '{}'"
                " from unnest(cast(:ids as bigint[])) i"
            ),
            (
                "insert into follows (corp_id, customer_id, staff_id, state, changed_at, added_at,"
                " channel) select :corp, i, 1, 'friend', :at, :at, :channel"
                " from unnest(cast(:ids as bigint[])) i"
            ),
            (
                "insert into credits (corp_id, customer_id, first_at, first_staff_id,"
                " first_channel, last_at, last_staff_id, last_channel)"
                " select :corp, i, :at, 1, :channel, :at, 1, :channel"
                " from unnest(cast(:ids as bigint[])) i"
            ),
        ):
            await session.execute(text(statement), asked)


async def lose(world: World, customer_id: int, at: datetime, back: datetime | None = None) -> None:
    """His last relation ended; perhaps he came back."""
    await run(
        world,
        "insert into losses (corp_id, customer_id, history_id, staff_id, ending, at, person,"
        " person_returned_at) values (:corp, :id, :id, 1, 'deleted_by_customer', :at, true, :back)",
        id=customer_id,
        at=at,
        back=back,
    )
    await run(
        world,
        "update customers set state = :state where corp_id = :corp and id = :id",
        id=customer_id,
        state="lost" if back is None else "friend",
    )


def wished(**changes: Any) -> dict[str, Any]:
    """A gift as its form sends it."""
    return {
        "name": "到店试用装",
        "about": "一份试用装",
        "all_channels": True,
        "cost": 800,
        "starts_at": (NOW - timedelta(days=30)).isoformat(),
        **changes,
    }


async def upload(
    world: World, gift_id: int, content: str | bytes, name: str = "码.txt"
) -> httpx2.Response:
    """Send a list of codes."""
    body = content if isinstance(content, bytes) else content.encode()
    return await world.http.post(f"/api/gifts/{gift_id}/codes", params={"name": name}, content=body)


async def add_gift(
    world: World, codes: Sequence[str] = (), *, publish: bool = True, **changes: Any
) -> dict[str, Any]:
    """A gift with codes, published."""
    made = await world.http.post("/api/gifts", json=wished(**changes))
    assert made.status_code == 201, made.text
    gift = dict(made.json())
    if codes:
        assert (await upload(world, gift["id"], "\n".join(codes))).status_code == 200
    if publish:
        done = await world.http.post(
            f"/api/gifts/{gift['id']}/publish", json={"version": gift["version"]}
        )
        assert done.status_code == 200, done.text
        gift = dict(done.json())
    return gift
