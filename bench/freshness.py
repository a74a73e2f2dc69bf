"""How soon a change shows in a count, while callbacks come and files of people are imported.

The demo runs whole. A tag is put on a person through the API, and the segment of who wears it is
counted until it has him; an order is told of through the API, and the segment of who bought in the
last days is counted until it has its buyer. The time runs from sending the change to the arrival of
the first answer that knows of it. Nothing but the count is asked: no reading first.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from yutang.cli.demo.check import Check, check_demo
from yutang.cli.demo.clients import YutangDoor
from yutang.cli.demo.stack import Demo, free_ports, start_demo, temporary_home

from .shares import shares_at
from .showing import CONSOLE, show_bounds, show_table, show_versions
from .timeline import percentile
from .welcome import ignore, importing

BOUNDS: Final = {"tags_p99_ms": ("<=", 1_000.0), "windows_p99_ms": ("<=", 5_000.0)}
LOOK_SECONDS: Final = 0.02
PATIENCE_SECONDS: Final = 60.0


@dataclass(frozen=True, slots=True)
class Size:
    """How long, how many adds a second, and how many people a file holds."""

    seconds: int = 60
    rate: float = 20.0
    people: int = 200_000


QUICK: Final = Size(seconds=3, rate=5.0, people=1_000)


async def run(*, quick: bool) -> dict[str, object]:
    """Keys tags_p99_ms and windows_p99_ms, and how many changes of each were followed.

    Raises RuntimeError where a change is not in the count within a minute.
    """
    size = QUICK if quick else Size()
    show_versions("chdb", "clickhouse-connect", "psycopg")
    with temporary_home() as home:
        async with start_demo(home, *free_ports(2)) as demo, demo.doors() as (yutang, _):
            await check_demo(demo, Check(adds=40, rate=20.0, patience=120.0), ignore)
            people = [row["id"] for row in (await yutang.read("/api/customers?limit=30"))["items"]]
            tag = await _own_tag(yutang)
            async with importing(home, size.people):
                with shares_at(home) as shares:
                    tagged, bought = await _beside(demo, yutang, size, people, tag)
    show_table(
        "from the change to the count that has it, ms",
        ("", "changes", "p50", "p99", "worst"),
        [
            (name, len(ms), *(f"{percentile(ms, q):,.0f}" for q in (0.5, 0.99)), f"{max(ms):,.0f}")
            for name, ms in (("a tag", tagged), ("an order, in a window", bought))
        ],
    )
    CONSOLE.print(shares.line(), style="dim")
    keys: dict[str, object] = {
        "tags_p99_ms": round(percentile(tagged, 0.99), 1),
        "windows_p99_ms": round(percentile(bought, 0.99), 1),
        "changes": len(tagged) + len(bought),
    }
    show_bounds(keys, BOUNDS)
    return keys


async def _beside(
    demo: Demo, yutang: YutangDoor, size: Size, people: Sequence[int], tag: int
) -> tuple[list[float], list[float]]:
    """Both kinds of changes one after the other, while people are added all the time."""
    check = Check(adds=round(size.seconds * size.rate), rate=size.rate, patience=300.0)
    adding = asyncio.create_task(check_demo(demo, check, ignore))
    try:
        tagged, bought = list[float](), list[float]()
        until = time.monotonic() + size.seconds
        turn = 0
        while time.monotonic() < until:
            person = people[turn % len(people)]
            worn = turn // len(people) % 2 == 0
            tagged.append(await _put(yutang, person, tag, on=worn))
            bought.append(await _buy(yutang, turn))
            turn += 1
        await adding
    finally:
        adding.cancel()
    return tagged, bought


async def _own_tag(yutang: YutangDoor) -> int:
    new = {"kind": "own", "name": f"bench {time.monotonic_ns()}", "tags": ["fresh"]}
    group = await yutang.call("POST", "/api/tags/groups", json=new)
    return int(group["items"][0]["id"])


async def _put(yutang: YutangDoor, person: int, tag: int, *, on: bool) -> float:
    tree = {"leaf": "tag", "how": "any", "tags": [tag]}
    path = f"/api/customers/{person}/tags"

    async def change() -> None:
        if on:
            await yutang.call("POST", path, json={"tag_id": tag})
        else:
            await yutang.call("DELETE", f"{path}/{tag}")

    return await _until(yutang, tree, 1 if on else -1, change)


async def _buy(yutang: YutangDoor, turn: int) -> float:
    """A first order of somebody new, who is then one more of those who bought."""
    tree = {
        "leaf": "event",
        "kind": "order.paid",
        "did": True,
        "measure": "count",
        "compare": {"is": "at_least", "n": 1},
        "window": {"kind": "sliding", "days": 30},
    }
    now = datetime.now(UTC)
    order: dict[str, Any] = {
        "number": f"fresh-{time.monotonic_ns()}",
        "status": "paid",
        "placed_at": (now - timedelta(seconds=1)).isoformat(),
        "paid_at": now.isoformat(),
        "amount_fen": 100 + turn,
        "customer": {"member_number": f"fresh-{time.monotonic_ns()}"},
    }

    async def change() -> None:
        await yutang.call("POST", "/api/orders", json=order)

    return await _until(yutang, tree, 1, change)


async def _until(
    yutang: YutangDoor, tree: dict[str, Any], more: int, change: Callable[[], Awaitable[None]]
) -> float:
    """Milliseconds from sending the change until the count has moved by `more`."""
    before = await _count(yutang, tree)
    began = time.perf_counter()
    await change()
    while (found := await _count(yutang, tree)) != before + more:
        if time.perf_counter() - began > PATIENCE_SECONDS:
            message = f"the count is {found}, it was {before}, and should have moved by {more}"
            raise RuntimeError(message)
        await asyncio.sleep(LOOK_SECONDS)
    return 1_000 * (time.perf_counter() - began)


async def _count(yutang: YutangDoor, tree: dict[str, Any]) -> int:
    return int((await yutang.call("POST", "/api/segments/count", json={"tree": tree}))["count"])
