"""What the tests of the collector share: a source, and what it sends."""

from datetime import UTC, datetime
from typing import Any

import httpx2
from sqlalchemy import text

from tests.yutang.world import World
from yutang.sense.collector import service

WEB = "https://shop.example.com"


async def make(world: World, **wish: Any) -> dict[str, Any]:
    """A source as its page gets it, by default a server's; signs in where nobody is."""
    if not world.csrf_token:
        await world.sign_in()
    name = wish.pop("name", f"source {datetime.now(UTC).timestamp()}")
    answer = await world.http.post("/api/sources", json={"name": name, "kind": "server"} | wish)
    assert answer.status_code == 201, answer.text
    told: dict[str, Any] = answer.json()
    return told


async def post(world: World, key: str, path: str, body: Any, **headers: str) -> httpx2.Response:
    """One request of a source; no session goes with it."""
    content = {"content": body} if isinstance(body, bytes) else {"json": body}
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    given = {"Authorization": f"Bearer {key}"} | names if key else names
    return await world.http.post(f"/collect/v1/{path}", headers=given, **content)


def viewed(number: int, **more: Any) -> dict[str, Any]:
    """A page view of visitor `number`."""
    return {
        "type": "page",
        "messageId": f"m{number}",
        "anonymousId": f"device-{number}",
        "properties": {"url": f"{WEB}/{number}", "title": f"page {number}"},
    } | more


async def handled(world: World) -> None:
    """Until nothing waits."""
    while await service.handle_batch(world.runtime):
        pass


async def rows(world: World, query: str, **values: Any) -> list[tuple[Any, ...]]:
    """What the database holds."""
    async with world.runtime.database.owner() as session:
        return [tuple(row) for row in await session.execute(text(query), values)]


async def waiting(world: World) -> int:
    """Batches that wait."""
    [(count,)] = await rows(world, "select count(*) from collect_batches where status = 'waiting'")
    return int(count)


async def logged(world: World) -> list[tuple[Any, ...]]:
    """Kind and page of what collectors wrote into the log, in order of time."""
    return await rows(
        world,
        "select kind, props->>'title' from events where source ^@ 'collect:' order by at, id",
    )
