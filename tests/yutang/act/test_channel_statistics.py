"""What came of a code: adds, losses and outcomes by the corp's day."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from tests.yutang.world import World, open_world

# 00:30 on the 21st in Shanghai.
NOW = datetime(2026, 11, 20, 16, 30, tzinfo=UTC)


@pytest.fixture
async def world(dsn: str, tmp_path: Path) -> AsyncIterator[World]:
    """One Yutang at a fixed moment with code 1, its owner signed in."""
    async with open_world(dsn, tmp_path) as world:
        await world.sign_in()
        world.api.framework.state.runtime = replace(world.runtime, clock=lambda: NOW)
        async with world.runtime.database.owner() as session:
            await session.execute(
                text(
                    "insert into channels (corp_id, name, state, status, agent_id, created_by)"
                    " values (:corp, '台卡', 'mine', 'active', 1000002, 'x')"
                ),
                {"corp": world.corp_id},
            )
        yield world


async def _adds(world: World, *rows: tuple[datetime, str, bool, str]) -> None:
    async with world.runtime.database.owner() as session:
        await session.execute(
            text(
                "insert into welcomes (corp_id, inbox_id, agent_id, account, external_id, half,"
                " channel, occurred_at, received_at, outcome)"
                " values (:corp, 1, 1000002, 's0', 'wm', :half, :channel, :at, :at, :outcome)"
            ),
            [
                {"corp": world.corp_id, "at": at, "outcome": outcome, "half": half, "channel": ch}
                for at, outcome, half, ch in rows
            ],
        )


async def _follows(world: World, *rows: tuple[str, datetime, str]) -> None:
    async with world.runtime.database.owner() as session:
        await session.execute(
            text(
                "insert into follows"
                " (corp_id, customer_id, staff_id, state, changed_at, added_at, channel)"
                " values (:corp, :customer, 1, :state, :at, :at, :channel)"
            ),
            [
                {"corp": world.corp_id, "customer": n, "state": state, "at": at, "channel": ch}
                for n, (state, at, ch) in enumerate(rows, 1)
            ],
        )


async def _read(world: World, **query: str) -> dict[str, Any]:
    answer = await world.http.get("/api/channels/1/statistics", params=query)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def test_days_are_the_corps_and_add_up_to_the_totals(world: World) -> None:
    before_midnight = NOW - timedelta(hours=1)
    await _adds(
        world,
        (NOW, "sent", False, "mine"),
        (NOW, "late", True, "mine"),
        (NOW, "superseded", True, "mine"),
        (NOW, "sent", False, "other"),
        (before_midnight, "impossible", False, "mine"),
        (before_midnight, "failed", False, "mine"),
        (before_midnight, "sending", False, "mine"),
        (NOW - timedelta(days=30), "sent", False, "mine"),
    )
    await _follows(
        world,
        ("friend", NOW, "mine"),
        ("friend", NOW, "mine"),
        ("deleted_by_customer", NOW, "mine"),
        ("deleted_by_staff", before_midnight, "mine"),
        ("deleted_by_customer", NOW - timedelta(days=40), "mine"),
        ("deleted_by_customer", NOW, "other"),
        ("transferred", NOW, "mine"),
    )
    found = await _read(world, **{"from": "2026-11-19"})
    zero = dict.fromkeys(("adds", "half", "lost", "due", "sent", "late", "impossible", "failed"), 0)
    assert found["days"] == [
        {"day": "2026-11-19", **zero},
        {
            "day": "2026-11-20",
            **zero,
            "adds": 3,
            "lost": 1,
            "impossible": 1,
            "failed": 1,
            "due": 1,
        },
        {"day": "2026-11-21", **zero, "adds": 2, "half": 1, "lost": 1, "sent": 1, "late": 1},
    ]
    assert found["totals"] == {
        "day": "2026-11-21",
        "adds": 5,
        "half": 1,
        "lost": 2,
        "due": 1,
        "sent": 1,
        "late": 1,
        "impossible": 1,
        "failed": 1,
    }
    assert (found["friends"], found["lost_ever"]) == (2, 3)
    usual = await _read(world)
    assert (usual["start"], usual["stop"], len(usual["days"])) == ("2026-10-23", "2026-11-21", 30)
    assert usual["totals"]["adds"] == 5


@pytest.mark.parametrize(
    ("first", "last"), [("2026-11-22", "2026-11-21"), ("2025-01-01", "2026-11-21")]
)
async def test_a_span_that_is_none_is_refused(world: World, first: str, last: str) -> None:
    answer = await world.http.get("/api/channels/1/statistics", params={"from": first, "to": last})
    assert (answer.status_code, answer.json()["type"]) == (422, "channels.bad_span")
    assert "ask for 1 to 366" in answer.json()["detail"]


async def test_an_unknown_code_has_none(world: World) -> None:
    answer = await world.http.get("/api/channels/2/statistics")
    assert (answer.status_code, answer.json()["type"]) == (404, "channels.unknown")
