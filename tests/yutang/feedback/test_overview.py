"""The first page's numbers, as they stand and as they change."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx2
import uvicorn
from sqlalchemy import text

from tests.yutang.world import PASSWORD, World, add_corp, event_xml
from yutang.kernel.clock import today

ZONE = "Asia/Shanghai"

WELCOME = text(
    """
    insert into welcomes (corp_id, inbox_id, agent_id, account, external_id, half, channel,
                          occurred_at, received_at, outcome, ended_at)
    values (:corp_id, 1, 1, 'alice', :external_id, :half, :channel, :at, :at, :outcome,
            :at + interval '300 milliseconds')
    """
)
DAY = text(
    """
    insert into growth_days (corp_id, day, channel, staff_id, adds, halves)
    values (:corp_id, :day, :channel, 1, :adds, :halves)
    """
)
LOSS = text(
    """
    insert into follow_history (corp_id, customer_id, staff_id, change, at, source)
    values (:corp_id, 1, 1, :change, :at, 'test')
    """
)
CODE = text(
    """
    insert into channels (corp_id, name, state, status, agent_id, skip_verify, remark, created_by)
    values (:corp_id, :name, :state, :status, 1, true, '', 'user:1')
    """
)


def local_noon(days_ago: int) -> datetime:
    """Noon of the corp's day, in UTC."""
    day = today(datetime.now(UTC), ZONE) - timedelta(days=days_ago)
    return datetime(day.year, day.month, day.day, 4, tzinfo=UTC)


async def fill(world: World) -> None:
    """Two codes, adds on three days, losses, a welcome that failed."""
    async with world.runtime.database.owner() as session:
        for state, name in (("yt1", "台卡"), ("yt2", "直播")):
            await session.execute(
                CODE,
                {"corp_id": world.corp_id, "name": name, "state": state, "status": "active"},
            )
        rows = [
            (0, "yt1", "sent", False),
            (0, "yt1", "failed", False),
            (0, "yt1", "superseded", True),
            (0, None, "sent", True),
            (1, "yt2", "sent", False),
            (13, "yt1", "late", False),
            (14, "yt1", "sent", False),
        ]
        for number, (ago, channel, outcome, half) in enumerate(rows):
            await session.execute(
                WELCOME,
                {
                    "corp_id": world.corp_id,
                    "external_id": f"wm{number}",
                    "half": half,
                    "channel": channel,
                    "at": local_noon(ago),
                    "outcome": outcome,
                },
            )
        for ago, channel, adds, halves in (
            (0, "yt1", 9, 0),
            (1, "yt2", 1, 0),
            (13, "yt1", 2, 1),
            (13, "", 4, 0),
            (14, "yt1", 7, 0),
        ):
            day = local_noon(ago).date()
            cell = {"day": day, "channel": channel, "adds": adds, "halves": halves}
            await session.execute(DAY, {"corp_id": world.corp_id, **cell})
        for ago, change in (
            (0, "deleted_by_customer"),
            (2, "deleted_by_staff"),
            (2, "transferred"),
        ):
            await session.execute(
                LOSS, {"corp_id": world.corp_id, "change": change, "at": local_noon(ago)}
            )


async def test_the_days_are_counted_by_code_and_add_up(world: World) -> None:
    await fill(world)
    await world.sign_in()
    page = (await world.http.get("/api/overview")).json()
    assert len(page["days"]) == 14
    assert page["days"][-1] == str(today(datetime.now(UTC), ZONE))
    # Of days that are over as their histories tell it, of today as it was called back.
    assert page["adds"] == [7, *[0] * 11, 1, 3]
    assert page["losses"] == [*[0] * 11, 1, 0, 1]
    told = {row["channel"] and row["channel"]["name"]: row["adds"] for row in page["channels"]}
    assert told == {
        "台卡": [3, *[0] * 12, 2],
        "直播": [*[0] * 12, 1, 0],
        None: [4, *[0] * 12, 1],
    }
    assert [sum(day) for day in zip(*told.values(), strict=True)] == page["adds"]
    assert [(one["key"], one["count"]) for one in page["attention"]] == [("missed_welcomes", 2)]
    summary = (await world.http.get("/api/adds/summary")).json()
    assert (summary["adds"], summary["half"], summary["losses"]) == (3, 1, 1)
    assert page["first_steps"] == {
        "synced_at": None,
        "customers": 0,
        "code_made": True,
        "scanned": True,
        "welcomed": True,
    }


async def test_a_new_company_has_everything_before_it(world: World) -> None:
    await world.sign_in()
    page = (await world.http.get("/api/overview", params={"days": 7})).json()
    assert (page["adds"], page["channels"], page["attention"]) == ([0] * 7, [], [])
    assert not page["first_steps"]["code_made"]
    assert (await world.http.get("/api/overview", params={"days": 1000})).status_code == 422


async def test_nobody_counts_another_corp(world: World) -> None:
    await fill(world)
    await add_corp(world.runtime, "other", (1,))
    await world.sign_in("other")
    page = (await world.http.get("/api/overview")).json()
    assert sum(page["adds"]) + sum(page["losses"]) + len(page["attention"]) == 0


async def test_the_first_password_opens_nothing_but_its_own_change(world: World) -> None:
    async with world.runtime.database.owner() as session:
        await session.execute(text("update users set must_change_password = true"))
    assert (await world.sign_in()).json()["user"]["must_change_password"] is True
    refused = await world.http.get("/api/customers")
    assert (refused.status_code, refused.json()["type"]) == (403, "access.change_password_first")
    body = {"current": PASSWORD, "new": "a better one 2026"}
    assert (await world.http.post("/api/session/password", json=body)).status_code == 204
    assert (await world.http.get("/api/customers")).status_code == 200


@asynccontextmanager
async def served(world: World) -> AsyncIterator[str]:
    """The api on a real socket: a stream never ends, which the in-process transport waits for."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(
            uvicorn.Config(world.api, lifespan="off", log_config=None, timeout_graceful_shutdown=1)
        )
        task = asyncio.create_task(server.serve([listening]))
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            await task


async def events(answer: httpx2.Response) -> AsyncIterator[tuple[str, Any]]:
    """What a stream says."""
    name = ""
    async for line in answer.aiter_lines():
        if line.startswith("event:"):
            name = line.removeprefix("event:").strip()
        elif line.startswith("data:"):
            yield name, json.loads(line.removeprefix("data:"))


async def test_a_stream_tells_each_change_and_ends_with_the_session(world: World) -> None:
    await world.sign_in()
    cookies = dict(world.http.cookies)
    async with (
        served(world) as url,
        httpx2.AsyncClient(base_url=url, cookies=cookies, timeout=30) as http,
        http.stream("GET", "/api/live") as answer,
        asyncio.timeout(60),
    ):
        assert answer.headers["content-type"].startswith("text/event-stream")
        stream = events(answer)
        name, first = await anext(stream)
        assert (name, first["adds"], first["callbacks_waiting"]) == ("today", 0, 0)
        xml = event_xml(
            world.app.corpid,
            "change_external_contact",
            "add_external_contact",
            UserID="alice",
            ExternalUserID="wm1",
            WelcomeCode="code",
        )
        assert (await world.call_back(xml)).status_code == 200
        name, second = await anext(stream)
        assert (name, second["adds"], second["callbacks_waiting"]) == ("today", 1, 1)
        assert (await world.http.delete("/api/session")).status_code == 204
        assert (await anext(stream))[0] == "signed_out"
    assert (await world.http.get("/api/live")).status_code == 401
