"""The list of codes: found by name and state, paged both ways, with two weeks of adds each."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from tests.yutang.world import World, open_world

# 00:30 in Shanghai, still the day before in UTC: a day is the corp's.
NOW = datetime(2026, 11, 20, 16, 30, tzinfo=UTC)


@pytest.fixture
async def world(dsn: str, tmp_path: Path) -> AsyncIterator[World]:
    """One Yutang at a fixed moment, its owner signed in."""
    async with open_world(dsn, tmp_path) as world:
        await world.sign_in()
        world.api.framework.state.runtime = replace(world.runtime, clock=lambda: NOW)
        yield world


async def _code(world: World, name: str, status: str = "active") -> int:
    async with world.runtime.database.owner() as session:
        found = await session.scalar(
            text(
                "insert into channels (corp_id, name, state, status, agent_id, created_by)"
                " values (:corp, :name, 'yt' || gen_random_uuid(), :status, 1000002, 'x')"
                " returning id"
            ),
            {"corp": world.corp_id, "name": name, "status": status},
        )
    return int(str(found))


async def _add(world: World, code: int, at: datetime, outcome: str = "sent") -> None:
    async with world.runtime.database.owner() as session:
        await session.execute(
            text(
                "insert into welcomes (corp_id, inbox_id, agent_id, account, external_id, half,"
                " channel, occurred_at, received_at, outcome)"
                " select :corp, 1, 1000002, 's0', 'wm' || gen_random_uuid(), false, state,"
                " :at, :at, :outcome from channels where id = :code"
            ),
            {"corp": world.corp_id, "code": code, "at": at, "outcome": outcome},
        )


async def _page(world: World, **query: Any) -> dict[str, Any]:
    answer = await world.http.get("/api/channels", params=query)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def test_adds_by_day_are_the_corps_days_and_count_a_half_once(world: World) -> None:
    code, quiet = await _code(world, "台卡"), await _code(world, "没人扫")
    for back, times in ((0, 2), (1, 1), (13, 3), (14, 5)):
        for _ in range(times):
            await _add(world, code, NOW - timedelta(days=back))
    await _add(world, code, NOW - timedelta(hours=1))
    await _add(world, code, NOW, "superseded")
    rows = {row["id"]: row for row in (await _page(world))["items"]}
    assert rows[code]["adds_by_day"] == [3, *[0] * 11, 2, 2]
    assert (rows[code]["adds_today"], rows[code]["adds_total"]) == (2, 12)
    assert rows[quiet]["adds_by_day"] == [0] * 14


async def test_found_by_any_part_of_the_name_and_by_state(world: World) -> None:
    await _code(world, "南山店 Card 100%")
    await _code(world, "福田店", "failed")
    await _code(world, "已删", "deleted")
    page = await _page(world, q="card 100%")
    assert ([row["name"] for row in page["items"]], page["total"]) == (["南山店 Card 100%"], 1)
    assert [row["name"] for row in (await _page(world, q="店"))["items"]] == [
        "福田店",
        "南山店 Card 100%",
    ]
    assert (await _page(world, q="_"))["items"] == []
    assert [row["name"] for row in (await _page(world, status="failed"))["items"]] == ["福田店"]
    assert (await _page(world, status=["failed", "active"]))["total"] == 2
    refused = await world.http.get("/api/channels", params={"status": "lost"})
    assert refused.status_code == 422


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 8])
async def test_every_code_is_on_one_page_there_and_back(world: World, limit: int) -> None:
    ids = [await _code(world, f"码 {number}") for number in range(7)][::-1]
    seen: list[list[int]] = []
    page = await _page(world, limit=limit)
    assert page["previous"] is None
    while True:
        seen.append([row["id"] for row in page["items"]])
        if page["next"] is None:
            break
        page = await _page(world, limit=limit, after=page["next"])
    assert seen == [ids[at : at + limit] for at in range(0, 7, limit)]
    back = [seen[-1]]
    while page["previous"] is not None:
        page = await _page(world, limit=limit, before=page["previous"])
        back.append([row["id"] for row in page["items"]])
    assert back[::-1] == seen
