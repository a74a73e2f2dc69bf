"""Webhooks of notices against a real HTTP server."""

import asyncio
import hashlib
import hmac
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from aiohttp import web
from sqlalchemy import text

from tests.yutang.people.doors.doing import KIND, NOON, OTHER, ask, at, equip, me, tell
from tests.yutang.world import PASSWORD, World, add_corp
from yutang.kernel.notices import service as notices
from yutang.kernel.notices.schemas import NewNotice
from yutang.people.doors import service as doors


@dataclass
class Receiver:
    """Somebody's system: what it heard, and what it says next."""

    port: int = 0
    heard: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)
    is_mute: bool = False
    got: asyncio.Event = field(default_factory=asyncio.Event)

    async def hear(self, request: web.Request) -> web.Response:
        """Keep it, then say the next status, by default 200."""
        self.heard.append((dict(request.headers), await request.read()))
        self.got.set()
        if self.is_mute:
            await asyncio.Event().wait()
        return web.Response(status=self.answers.pop(0) if self.answers else 200, text="said")

    def check(self, secret: str, place: int = -1) -> dict[str, Any]:
        """The body of one call whose signature is right."""
        headers, body = self.heard[place]
        stamp, digest = (part.split("=")[1] for part in headers["X-Yutang-Signature"].split(","))
        wanted = hmac.new(secret.encode(), stamp.encode() + b"." + body, hashlib.sha256)
        assert digest == wanted.hexdigest()
        told: dict[str, Any] = json.loads(body)
        assert headers["X-Yutang-Delivery"] == told["id"]
        return told


@asynccontextmanager
async def receiving() -> AsyncIterator[Receiver]:
    """Run one on this machine."""
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.hear)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        receiver.port = runner.addresses[0][1]
        yield receiver
    finally:
        await runner.cleanup()


async def test_a_webhook_is_told_each_notice_once_signed_and_again_after_a_failure(
    world: World,
) -> None:
    http = world.http
    async with receiving() as receiver:
        equip(world, fetch_allow=f"127.0.0.1:{receiver.port}")
        url = f"http://127.0.0.1:{receiver.port}/hook"
        for body, why in (
            ({"url": "http://10.1.2.3/hook"}, "fetch.refused"),
            ({"url": url, "kinds": ["no_such"]}, "notices.unknown_kind"),
        ):
            refused = await http.post("/api/notices/webhooks", json=body)
            assert (refused.status_code, refused.json()["type"]) == (422, why)
        made = await http.post("/api/notices/webhooks", json={"url": url, "kinds": [KIND.name]})
        assert made.status_code == 201, made.text
        hook, secret = made.json()["id"], made.json()["secret"]
        listed = (await http.get("/api/notices/webhooks")).json()["items"]
        assert [(row["id"], row["last"], "secret" in row) for row in listed] == [
            (hook, None, False)
        ]
        more: dict[str, Any] = {
            "body": "新来的",
            "link": "/customers/1",
            "customer_ids": [1],
            "ref": "task:7",
        }
        assert await tell(world, "a", **more) == 1
        assert await tell(world, "a", **more) == 0
        await tell(world, "other", kind=OTHER.name)
        assert await doors.deliver_webhooks(at(world, NOON)) == 1
        assert await doors.deliver_webhooks(at(world, NOON + timedelta(hours=1))) == 0
        told = receiver.check(secret)
        assert told == {
            "id": told["id"],
            "at": NOON.isoformat(),
            "kind": KIND.name,
            "title": {"zh": "标题 a", "en": "Title a"},
            "body": {"zh": "新来的", "en": "新来的"},
            "link": "http://yutang.test/customers/1",
            "staff_link": None,
            "about": "task:7",
            "customer_ids": [1],
            "urgent": False,
            "to": [{"staff_id": None, "user_id": await me(world), "name": "周岚"}],
            "receivers": 1,
        }
        await _tried_again(world, receiver, hook, secret)
        await _killed(world, receiver, secret)
        # Another secret holds from the next call on; a test says at once what came of it.
        renewed = (await http.post(f"/api/notices/webhooks/{hook}/secret")).json()["secret"]
        assert renewed != secret
        tested = (await http.post(f"/api/notices/webhooks/{hook}/test")).json()
        assert (tested["state"], tested["kind"], tested["status"]) == ("taken", "test", 200)
        assert receiver.check(renewed)["kind"] == "test"
        receiver.answers = [404]
        tested = (await http.post(f"/api/notices/webhooks/{hook}/test")).json()
        assert (tested["state"], tested["reason"]) == ("failed", "HTTP 404: said")
        shown = (await http.get(f"/api/notices/webhooks/{hook}/deliveries")).json()["items"]
        assert len(shown) == 5
        assert tested["id"] in [row["id"] for row in shown]
        await _turned_off(world, receiver, hook)
        entries = str(await ask(world, "select before, after from audit_entries"))
        assert secret not in entries
        assert renewed not in entries
        await _another_tenant(world, hook)
        assert (await http.get("/api/notices/webhooks")).json()["items"] == []


async def _tried_again(world: World, receiver: Receiver, hook: int, secret: str) -> None:
    """A 500 is tried again after a pause, under the same id; a day later no more."""
    receiver.answers = [500]
    await tell(world, "b")
    await doors.deliver_webhooks(at(world, NOON))
    shown = (await world.http.get(f"/api/notices/webhooks/{hook}/deliveries")).json()["items"]
    failed = next(row for row in shown if row["state"] == "due")
    assert (failed["status"], failed["tries"], failed["reason"]) == (500, 1, "HTTP 500: said")
    assert await doors.deliver_webhooks(at(world, NOON + timedelta(seconds=9))) == 0
    assert await doors.deliver_webhooks(at(world, NOON + timedelta(seconds=11))) == 1
    first, second = receiver.check(secret, -2), receiver.check(secret)
    assert first == second
    [(state, tries)] = await ask(
        world, "select state, tries from webhook_deliveries where source_key = 'b'"
    )
    assert (state, tries) == ("taken", 2)
    assert await ask(world, "select failures, failing_since from notice_webhooks") == [(0, None)]


async def _killed(world: World, receiver: Receiver, secret: str) -> None:
    """Whoever dies while he waits for the answer lets go of it; the other side knows the id."""
    before = len(receiver.heard)
    receiver.is_mute = True
    receiver.got.clear()
    await tell(world, "c")
    task = asyncio.create_task(doors.deliver_webhooks(at(world, NOON)))
    async with asyncio.timeout(60):
        await receiver.got.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    receiver.is_mute = False
    assert await doors.deliver_webhooks(at(world, NOON + timedelta(seconds=30))) == 0
    assert await doors.deliver_webhooks(at(world, NOON + timedelta(seconds=61))) == 1
    assert len(receiver.heard) == before + 2
    assert receiver.check(secret, -2)["id"] == receiver.check(secret)["id"]


async def _turned_off(world: World, receiver: Receiver, hook: int) -> None:
    """The guard looks again when it is sent; the fiftieth failure turns it off, and it is told."""
    http, path = world.http, f"/api/notices/webhooks/{hook}"
    await ask(world, "update notice_webhooks set url = 'http://169.254.169.254/'")
    await tell(world, "d")
    heard = len(receiver.heard)
    await doors.deliver_webhooks(at(world, NOON))
    [(state, reason)] = await ask(
        world, "select state, reason from webhook_deliveries where source_key = 'd'"
    )
    assert (state, bool(reason)) == ("failed", True)
    assert len(receiver.heard) == heard
    await http.patch(path, json={"url": f"http://127.0.0.1:{receiver.port}/hook"})
    await ask(world, "update notice_webhooks set failures = 49, failing_since = :since", since=NOON)
    receiver.answers = [503]
    late = NOON + timedelta(hours=2)
    await tell(world, "e", now=late)
    await doors.deliver_webhooks(at(world, late))
    [read_] = (await http.get("/api/notices/webhooks")).json()["items"]
    assert (read_["enabled"], read_["failures"], read_["off_reason"]) == (
        False,
        50,
        "HTTP 503: said",
    )
    newest = (await http.get("/api/notices?limit=1")).json()["items"][0]
    assert newest["kind"] == "webhook_off"
    # While it is off nothing is tried; a day later what waited failed. Turned on it begins anew.
    assert await doors.deliver_webhooks(at(world, late + timedelta(hours=1))) == 0
    await doors.deliver_webhooks(at(world, late + timedelta(hours=25)))
    assert await ask(world, "select count(*) from webhook_deliveries where state = 'due'") == [(0,)]
    on = (await http.patch(path, json={"enabled": True, "kinds": None})).json()
    assert (on["enabled"], on["failures"], on["kinds"]) == (True, 0, None)


async def _another_tenant(world: World, hook: int) -> None:
    """Another corp sees, tests and changes nothing; its notices do not come here."""
    http, path = world.http, f"/api/notices/webhooks/{hook}"
    other, _ = await add_corp(world.runtime, "other", (1000012,))
    before = await ask(world, "select count(*) from webhook_deliveries")
    async with world.runtime.database.corp(other) as session:
        for table in ("notice_webhooks", "notice_addresses", "notice_mail_kinds"):
            rows = await session.execute(text(f"select corp_id from {table}"))  # noqa: S608
            assert rows.all() == []
        assert (await session.execute(text("select id from webhook_deliveries"))).all() == []
    await world.sign_in("other", PASSWORD)
    calls: tuple[Callable[[], Any], ...] = (
        lambda: http.get(f"{path}/deliveries"),
        lambda: http.post(f"{path}/test"),
        lambda: http.post(f"{path}/secret"),
        lambda: http.patch(path, json={"enabled": False}),
        lambda: http.delete(path),
    )
    for call in calls:
        answer = await call()
        assert (answer.status_code, answer.json()["type"]) == (404, "notices.unknown_webhook")
    async with world.runtime.database.owner() as session:
        told = NewNotice(kind=KIND.name, key="x", title="x", user_ids=[await me(world)])
        assert await notices.tell(session, other, told) == 1
    assert await ask(world, "select count(*) from webhook_deliveries") == before
    await world.sign_in()
    assert (await http.delete(path)).status_code == 204
