"""The page's figures through the API: what was called, who waits, what is braked, what runs."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import text

from tests.yutang.people.gateway.conftest import limits, open_gateway
from tests.yutang.world import World, add_corp
from yutang.kernel.access import service as access
from yutang.people.gateway import runs, service
from yutang.wecom.admission import Urgency

PATH = "/cgi-bin/externalcontact/mark_tag"


async def shown(world: World) -> dict[str, Any]:
    answer = await world.http.get("/api/wecom/quota")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_before_any_call_all_is_empty(world: World) -> None:
    assert (await world.http.get("/api/wecom/quota")).status_code == 401
    await world.sign_in()
    found = await shown(world)
    assert {name: found[name] for name in found if name != "at"} == {
        "apis": [],
        "waiting": {"welcome": 0, "interactive": 0, "scheduled": 0, "bulk": 0},
        "runs": [],
        "tokens": [],
    }


async def test_only_who_may_read_the_settings_sees_it(world: World) -> None:
    async with world.runtime.database.owner() as session:
        await access.add_user(
            session, world.corp_id, login="op", name="小林", role="operator", password="long enough"
        )
    await world.sign_in("op", "long enough")
    assert (await world.http.get("/api/wecom/quota")).status_code == 403


async def test_calls_are_shown_by_api_and_window_and_to_their_corp_only(world: World) -> None:
    other, _ = await add_corp(world.runtime, "other", (1000002,))
    door = service.admission(world.runtime, world.corp_id)
    for _ in range(3):
        async with door.admit(PATH, Urgency.INTERACTIVE):
            pass
    async with door.admit("/cgi-bin/user/list", Urgency.BULK):
        await world.sign_in()
        found = await shown(world)
    assert [api["path"] for api in found["apis"]] == [PATH, "/cgi-bin/user/list"]
    tagging = found["apis"][0]
    # Minutes and hours of the clock: the three may stand on both sides of a full minute.
    assert tagging["windows"][0]["used"] in {1, 2, 3}
    assert [(one["seconds"], one["limit"]) for one in tagging["windows"]] == [
        (60, 10_000),
        (3600, 150_000),
    ]
    assert (tagging["at_once"], tagging["under_way"]) == (4, 0)
    assert 90 <= tagging["windows"][0]["free"] <= 100
    assert other != world.corp_id
    await world.http.delete("/api/session")
    await world.sign_in("other")
    assert (await shown(world))["apis"] == []


async def test_a_lockout_comes_first_with_its_end_and_those_who_wait(world: World) -> None:
    await world.sign_in()
    door = service.admission(world.runtime, world.corp_id)
    async with door.admit("/cgi-bin/user/list", Urgency.BULK):
        pass
    assert await door.refused(PATH, 45009)
    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(_wait(door))
        async with asyncio.timeout(60):
            while (found := await shown(world))["waiting"]["bulk"] == 0:
                await asyncio.sleep(0.05)
        waiting.cancel()
    stopped = found["apis"][0]
    [brake] = stopped["brakes"]
    [wait] = stopped["waits"]
    assert (stopped["path"], brake["kind"], brake["errcode"], brake["strikes"]) == (
        PATH,
        "stop",
        45009,
        1,
    )
    left = datetime.fromisoformat(brake["until"]) - datetime.now(UTC)
    assert timedelta(seconds=40) < left <= timedelta(seconds=60)
    assert (wait["urgency"], wait["waiting"], wait["reason"]) == ("bulk", 1, "lockout")
    assert wait["until"] == brake["until"]


async def _wait(door: service.CorpAdmission) -> None:
    async with door.admit(PATH, Urgency.BULK):
        pass


async def test_runs_and_tokens_are_shown(world: World) -> None:
    await world.sign_in()
    now = world.runtime.clock()
    async with world.runtime.database.owner() as session:
        run = await runs.begin_or_resume(
            session,
            world.corp_id,
            "sync.corp",
            path=PATH,
            asked_by="system",
            now=now,
            total=250,
        )
        await runs.advance(session, run, {"after": "s099"}, now, done=100, calls=7)
        await session.execute(
            text(
                "insert into access_tokens"
                " (corp_id, agent_id, sealed_token, fetched_at, expires_at)"
                " values (:corp, 1000002, 'sealed', :now, :now)"
            ),
            {"corp": world.corp_id, "now": now},
        )
    found = await shown(world)
    [row] = found["runs"]
    assert (row["state"], row["done"], row["total"], row["calls"], row["ends_at"]) == (
        "running",
        100,
        250,
        7,
        None,
    )
    [token] = found["tokens"]
    assert (token["agent_id"], set(token)) == (1000002, {"agent_id", "fetched_at", "expires_at"})
    assert "sealed" not in str(found)


async def test_the_word_of_a_killed_process_is_forgotten(world: World) -> None:
    await world.sign_in()
    gateway = open_gateway(world.runtime, limits(10, 100_000), None)
    async with gateway.admit(world.corp_id, PATH, Urgency.BULK):
        pass
    async with world.runtime.database.owner() as session:
        await session.execute(
            text(
                "insert into gateway_waits values (:corp, :path, 0, gen_random_uuid(), 5, 'quota',"
                " now() + interval '1 hour', now() - interval '20 seconds')"
            ),
            {"corp": world.corp_id, "path": PATH},
        )
    assert (await shown(world))["waiting"]["bulk"] == 0
