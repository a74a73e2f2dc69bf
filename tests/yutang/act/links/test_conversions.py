"""What the other system hears of a click that became a customer."""

import hashlib
import hmac
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from tests.yutang.people.doors.doing import ask, equip
from tests.yutang.people.doors.test_webhooks import Receiver, receiving
from tests.yutang.people.privacy.life import BEFORE, arrival
from tests.yutang.world import World, add_corp, open_world, read_all
from yutang.act.conversions import service as conversions
from yutang.kernel.clock import utc_now
from yutang.kernel.fetching import fetcher_of
from yutang.people.customers import service as customers
from yutang.people.visits import service as visits
from yutang.people.visits.schemas import Came, origin_of

STATE = "yt0123456789abcdef"
FIELDS = {"cb": "{click_id}", "who": "{event}/{source}", "id": "{event_id}", "plain": "{}x{not it}"}


@pytest.fixture
async def world(dsn: str, tmp_path: Path) -> AsyncIterator[World]:
    """One corp, its owner signed in."""
    async with open_world(dsn, tmp_path) as world:
        await world.sign_in()
        yield world
        await fetcher_of(world.runtime).close()


async def come(world: World, external_id: str, query: dict[str, str]) -> None:
    """Somebody opens a page with that query and adds a member."""
    async with world.runtime.database.owner() as session:
        origin, before = origin_of(query, ""), BEFORE - timedelta(minutes=2)
        token = await visits.open_visit(session, world.corp_id, STATE, origin, before, page_id=1)
        told = arrival(external_id, "bob")
        await customers.record_arrivals(
            session, world.runtime.vault, world.corp_id, [told], utc_now()
        )
        came = Came(token, STATE, external_id, "bob", BEFORE)
        assert await visits.record_adds(session, world.corp_id, [came]) == 1
        # Told twice it is one.
        assert await visits.record_adds(session, world.corp_id, [came]) == 0


async def follow(world: World) -> list[UUID]:
    """Let the reader pass; the sends there are, the oldest first."""
    await read_all(world.runtime, conversions.FOLLOWING)
    return [row[0] for row in await ask(world, "select id from conversion_sends order by made_at")]


def body_of(receiver: Receiver, secret: str) -> dict[str, Any]:
    """The last call's, whose signature is right."""
    headers, body = receiver.heard[-1]
    stamp, digest = (part.split("=")[1] for part in headers["X-Yutang-Signature"].split(","))
    wanted = hmac.new(secret.encode(), stamp.encode() + b"." + body, hashlib.sha256)
    assert digest == wanted.hexdigest()
    return dict(json.loads(body))


async def test_a_click_that_became_a_customer_is_told_once(world: World) -> None:
    http = world.http
    nothing = (await http.get("/api/conversions/webhook")).json()
    assert (nothing["url"], nothing["enabled"], nothing["sends"]) == (None, False, [])
    refused = await http.post("/api/conversions/webhook/test")
    assert (refused.status_code, refused.json()["type"]) == (409, "conversions.no_hook")
    async with receiving() as receiver:
        equip(world, fetch_allow=f"127.0.0.1:{receiver.port}")
        url = f"http://127.0.0.1:{receiver.port}/hook"
        for body, code in (
            ({"url": "http://10.1.2.3/hook"}, "fetch.refused"),
            ({"url": "javascript:alert(1)"}, "fetch.refused"),
            ({"url": url, "fields": {"x": "{phone}"}}, "conversions.unknown_placeholder"),
            ({"url": url, "fields": {}}, "request.invalid"),
        ):
            refused = await http.put("/api/conversions/webhook", json=body)
            assert (refused.status_code, refused.json()["type"]) == (422, code)
        assert await ask(world, "select count(*) from conversion_hooks") == [(0,)]
        saved = await http.put("/api/conversions/webhook", json={"url": url, "fields": FIELDS})
        secret = saved.json()["secret"]
        again = await http.put("/api/conversions/webhook", json={"url": url, "fields": FIELDS})
        assert (secret[:6], again.json()["secret"]) == ("whsec_", None)

        await come(world, "wm1", {"clickid": "c-1", "utm_source": "{click_id}"})
        await come(world, "wm2", {"utm_source": "no click"})
        [send] = await follow(world)
        receiver.answers = [500]
        with pytest.raises(conversions.LaterError) as later:
            await conversions.send(world.runtime, world.corp_id, send)
        assert timedelta(seconds=9) < later.value.until - utc_now() < timedelta(seconds=11)
        await conversions.send(world.runtime, world.corp_id, send)
        await conversions.send(world.runtime, world.corp_id, send)
        assert len(receiver.heard) == 2
        # What somebody put into an address is a value, never a placeholder.
        assert body_of(receiver, secret) == {
            "cb": "c-1",
            "who": "add/{click_id}",
            "id": str(send),
            "plain": "{}x{not it}",
        }
        [shown] = (await http.get("/api/conversions/webhook")).json()["sends"]
        assert (shown["state"], shown["status"], shown["tries"]) == ("taken", 200, 2)
        renewed = (await http.post("/api/conversions/webhook/secret")).json()["secret"]
        receiver.answers = [418]
        tested = (await http.post("/api/conversions/webhook/test")).json()
        assert (tested["event"], tested["state"], tested["status"]) == ("test", "failed", 418)
        assert body_of(receiver, renewed)["cb"] == "test"
    # Another company sees nothing of it; who is erased is gone from it.
    await add_corp(world.runtime, "other", (1000002,))
    await world.sign_in("other")
    assert (await http.get("/api/conversions/webhook")).json()["sends"] == []


async def test_what_is_off_or_refused_waits_for_a_day(world: World) -> None:
    http = world.http
    async with receiving() as receiver:
        equip(world, fetch_allow=f"127.0.0.1:{receiver.port}")
        wish = {"url": f"http://127.0.0.1:{receiver.port}/hook", "only_clicks": False}
        assert (await http.put("/api/conversions/webhook", json=wish)).status_code == 200
        # All customers, where that is wanted.
        await come(world, "wm3", {})
        [send] = await follow(world)
        # Off, nobody is called; on again, what waited is told, and after a day no more.
        off = await http.put("/api/conversions/webhook", json={**wish, "enabled": False})
        assert off.status_code == 200
        with pytest.raises(conversions.LaterError):
            await conversions.send(world.runtime, world.corp_id, send)
        assert receiver.heard == []
        stands = "select state, tries, reason from conversion_sends"
        assert await ask(world, stands) == [("due", 1, "the webhook is off")]
        assert (await http.put("/api/conversions/webhook", json=wish)).status_code == 200
        receiver.answers = [500, 500]
        with pytest.raises(conversions.LaterError):
            await conversions.send(world.runtime, world.corp_id, send)
        tomorrow = replace(world.runtime, clock=lambda: utc_now() + timedelta(hours=25))
        await conversions.send(tomorrow, world.corp_id, send)
        assert await ask(world, stands) == [("failed", 3, "HTTP 500: said")]


async def test_old_visits_and_sends_are_forgotten(world: World) -> None:
    await come(world, "wm1", {"clickid": "c-1"})
    async with world.runtime.database.owner() as session:
        await session.execute(text("update visits set at = now() - interval '179 days'"))
    assert await visits.forget_old(world.runtime) == 0
    async with world.runtime.database.owner() as session:
        await session.execute(text("update visits set at = now() - interval '181 days'"))
    assert await visits.forget_old(world.runtime) == 1
    assert await ask(world, "select count(*) from visits") == [(0,)]
