"""Sources as people make, watch, rotate and end them; what came in the stream; webhooks in."""

import hmac
import json
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

import httpx2
from sqlalchemy import text

from tests.yutang.sense.collector.sending import (
    WEB,
    handled,
    logged,
    make,
    post,
    rows,
    viewed,
    waiting,
)
from tests.yutang.world import World
from yutang.kernel import webhooks
from yutang.people.kinds import service as kinds
from yutang.people.kinds.jobs import ReleaseEvents
from yutang.sense.collector import service

HOOK = {
    "each": "orders",
    "message": "number",
    "kind": "state",
    "kinds": {"trade_paid": "order.paid"},
    "at": "paid",
    "ids": {"phone": "buyer.phone"},
    "properties": {"number": "number", "amount": "total"},
}


async def _audited(world: World) -> list[str]:
    return [
        action
        for (action,) in await rows(
            world, "select action from audit_entries where family = 'source' order by id"
        )
    ]


async def test_a_key_is_shown_once_and_kept_as_its_hash(world: World) -> None:
    made = await make(world, name="官网", kind="web", origins=["HTTPS://Shop.Example.com:443/"])
    assert made["source"]["origins"] == [WEB]
    assert made["key"].startswith("yk_")
    listed = (await world.http.get("/api/sources")).text
    assert made["key"] not in listed
    [(hashed,)] = await rows(world, "select hash from collect_keys")
    assert bytes(hashed) == sha256(made["key"].encode()).digest()
    for wish, status, code in (
        ({"name": "官网", "kind": "server"}, 409, "collect.name_taken"),
        ({"name": "a", "kind": "web"}, 422, "collect.no_origin"),
        ({"name": "a", "kind": "web", "origins": ["shop.example.com"]}, 422, "collect.bad_origin"),
        ({"name": "a", "kind": "web", "origins": [f"{WEB}/path"]}, 422, "collect.bad_origin"),
        ({"name": "a", "kind": "other"}, 422, "request.invalid"),
    ):
        answer = await world.http.post("/api/sources", json=wish)
        assert (answer.status_code, answer.json()["type"]) == (status, code)
    assert await rows(world, "select count(*) from collect_sources") == [(1,)]
    assert await _audited(world) == ["source.made"]


async def test_a_former_key_goes_on_for_a_day_or_until_it_is_ended(world: World) -> None:
    made = await make(world)
    path = f"/api/sources/{made['source']['id']}"
    rotated = (await world.http.post(f"{path}/rotation")).json()
    assert rotated["key"] != made["key"]
    for key in (made["key"], rotated["key"]):
        assert (await post(world, key, "page", viewed(1))).status_code == 200
    [new, old] = rotated["source"]["keys"]
    assert new["ends_at"] is None
    left = datetime.fromisoformat(old["ends_at"]) - datetime.now(UTC)
    assert timedelta(hours=23) < left <= timedelta(hours=24)
    ended = (await world.http.delete(f"{path}/former-keys")).json()
    assert [key["hint"] for key in ended["source"]["keys"]] == [rotated["key"][-4:]]
    assert (await post(world, made["key"], "page", viewed(2))).status_code == 401
    assert (await post(world, rotated["key"], "page", viewed(2))).status_code == 200
    assert await _audited(world) == ["source.made", "source.rotated", "source.keys_ended"]


async def test_a_paused_source_waits_and_a_deleted_one_is_nobody(world: World) -> None:
    made = await make(world)
    path = f"/api/sources/{made['source']['id']}"
    await world.http.patch(path, json={"enabled": False})
    paused = await post(world, made["key"], "page", viewed(1))
    assert (paused.status_code, paused.json()["type"]) == (403, "collect.paused")
    await world.http.patch(path, json={"enabled": True, "name": "again"})
    assert (await post(world, made["key"], "page", viewed(2))).status_code == 200
    assert (await world.http.delete(path)).status_code == 204
    assert (await post(world, made["key"], "page", viewed(3))).status_code == 401
    assert (await world.http.delete(path)).status_code == 404
    # What it sent before is still handled.
    await handled(world)
    assert await logged(world) == [("page.viewed", "page 2")]
    assert (await world.http.get("/api/sources")).json()["items"] == []


async def test_the_stream_hides_values_from_who_may_not_open_them(world: World) -> None:
    made = await make(world, name="官网")
    body = viewed(1, traits={"phone": "13812345678"})
    await post(world, made["key"], "batch", {"batch": [body, viewed(2, timestamp="never")]})
    await handled(world)
    answer = await world.http.get("/api/sources/stream")
    assert "13812345678" not in answer.text
    assert f"{WEB}/1" not in answer.text
    [refused, taken] = answer.json()["items"]
    assert (refused["reason"], taken["reason"], taken["kind"]) == ("bad_time", "", "page.viewed")
    assert taken["outline"] == {
        "ids": ["device", "phone"],
        "props": {"title": "string", "url": "string"},
        "more": 0,
    }
    assert taken["openable"]
    opened = await world.http.get(f"/api/sources/stream/{taken['id']}/message")
    assert ["phone", "13812345678"] in opened.json()["message"]["ids"]
    assert (await _audited(world))[-1] == "source.message_opened"
    for query, count in (
        ({"refused": True}, 1),
        ({"refused": False}, 1),
        ({"kind": "page.viewed"}, 1),
        ({"kind": "page.left"}, 0),
        ({"source_id": made["source"]["id"] + 1}, 0),
        ({"before": refused["id"]}, 1),
    ):
        found = await world.http.get("/api/sources/stream", params=query)
        assert len(found.json()["items"]) == count, query
    async with world.runtime.database.owner() as session:
        await session.execute(text("update users set role = 'auditor'"))
    again = await world.http.get(f"/api/sources/stream/{taken['id']}/message")
    assert again.status_code == 403


async def test_a_batch_that_cannot_be_handled_ends_dead_and_may_be_tried_again(
    world: World,
) -> None:
    made = await make(world)
    await post(world, made["key"], "batch", {"batch": [viewed(1)]})
    await post(world, made["key"], "batch", {"batch": [viewed(2)]})
    async with world.runtime.database.owner() as session:
        await session.execute(
            text(
                "update collect_batches set body = '{'"
                " where id = (select min(id) from collect_batches)"
            )
        )
    for _ in range(8):
        await handled(world)
        async with world.runtime.database.owner() as session:
            await session.execute(text("update collect_batches set next_at = now()"))
    assert await logged(world) == [("page.viewed", "page 2")]
    [source] = (await world.http.get("/api/sources")).json()["items"]
    assert (source["dead_batches"], source["waiting_events"]) == (1, 0)
    async with world.runtime.database.owner() as session:
        body = json.dumps({"batch": [viewed(1)]}).encode()
        await session.execute(text("update collect_batches set body = :body"), {"body": body})
    retried = await world.http.post(f"/api/sources/{source['id']}/retry")
    assert retried.json() == {"batches": 1}
    await handled(world)
    assert len(await logged(world)) == 2


async def test_what_an_operator_accepts_later_comes_into_the_log(world: World) -> None:
    made = await make(world)
    trial = {"type": "track", "event": "Trial Started", "anonymousId": "d1", "messageId": "m1"}
    await post(world, made["key"], "batch", {"batch": [trial | {"properties": {"plan": "pro"}}]})
    await handled(world)
    assert await logged(world) == []
    assert await service.write_released(world.runtime) == 0
    decided = await world.http.post(
        "/api/event-kinds/quarantine/decisions",
        json={"said": "Trial Started", "reason": "unknown_kind", "choice": "custom"}
        | {"name": "trial", "label": "试用"},
    )
    assert decided.json() == {"events": 1}
    asked = "select args from procrastinate.procrastinate_jobs where task_name = 'kinds.release'"
    [(args,)] = await rows(world, asked)
    await kinds.release(world.runtime, ReleaseEvents.model_validate(args))
    assert await service.write_released(world.runtime) == 1
    assert await service.write_released(world.runtime) == 0
    told = "select kind, props, source from events where kind like 'custom.%'"
    assert await rows(world, told) == [
        ("custom.trial", {"plan": "pro"}, f"collect:{made['source']['id']}")
    ]
    # Said of the visitor whom the message named, as the tie of its ids has him.
    [(customer_id,)] = await rows(world, "select customer_id from events")
    assert await rows(world, "select state from customers where id = :id", id=customer_id) == [
        ("visitor",)
    ]


async def test_what_is_old_is_forgotten(world: World) -> None:
    made = await make(world)
    await post(world, made["key"], "batch", {"batch": [viewed(1)]}, Idempotency_Key="a")
    await handled(world)
    await service.forget_old(world.runtime)
    tables = ("collect_seen", "collect_stream", "collect_hours", "collect_batches")
    for table in tables:
        assert await rows(world, f"select count(*) from {table}") == [(1,)], table  # noqa: S608 - ours
    async with world.runtime.database.owner() as session:
        for table, column in zip(tables, ("at", "received_at", "hour", "received_at"), strict=True):
            moved = f"update {table} set {column} = {column} - interval '401 days'"  # noqa: S608 - ours
            await session.execute(text(moved))
    await service.forget_old(world.runtime)
    for table in tables:
        assert await rows(world, f"select count(*) from {table}") == [(0,)], table  # noqa: S608 - ours


def _order(number: str, phone: str = "13812345678") -> dict[str, Any]:
    return {
        "number": number,
        "state": "trade_paid",
        "paid": datetime.now(UTC).isoformat(),
        "total": "128.50",
        "buyer": {"phone": phone},
    }


async def _hook(
    world: World,
    made: dict[str, Any],
    body: Any,
    *,
    at: datetime | None = None,
    delivery: str = "d1",
    secret: str | None = None,
) -> httpx2.Response:
    content = json.dumps(body).encode()
    signed = webhooks.sign((secret or made["secret"]).encode(), content, at or datetime.now(UTC))
    return await world.http.post(
        f"/collect/v1/hooks/{made['source']['id']}",
        headers={webhooks.SIGNATURE: signed, webhooks.DELIVERY: delivery},
        content=content,
    )


async def test_a_signed_webhook_becomes_orders_by_its_mapping(world: World) -> None:
    made = await make(world, kind="webhook", name="收银")
    assert made["key"] is None
    path = f"/api/sources/{made['source']['id']}"
    body = {"orders": [_order("A1"), _order("A2", "")]}
    early = await _hook(world, made, body)
    assert (early.status_code, early.json()["type"]) == (409, "collect.not_mapped")
    tried = await world.http.post(
        "/api/sources/mapping-tries", json={"mapping": HOOK, "example": body}
    )
    first, second = tried.json()["items"]
    assert (first["kind"], first["ids"]) == ("order.paid", {"phone": "13812345678"})
    assert first["props"] == {"number": "A1", "amount": "128.50"}
    assert second["reason"] == "no_id"
    bads: list[dict[str, Any]] = [
        {"ids": {"phone": "a..b"}},
        {"ids": {"email": "a"}},
        {"ids": {}},
        {"kind": ""},
    ]
    for bad in bads:
        refused = await world.http.put(f"{path}/mapping", json=HOOK | bad)
        assert (refused.status_code, refused.json()["type"]) == (422, "collect.bad_mapping"), bad
    assert (await world.http.put(f"{path}/mapping", json=HOOK)).status_code == 200
    answer = await _hook(world, made, body)
    assert (answer.status_code, answer.json()["accepted"]) == (200, 1)
    await handled(world)
    assert await rows(world, "select number, status, amount_fen from orders") == [
        ("A1", "paid", 12850)
    ]
    # The order keeps the source's number, people read its name.
    listed = (await world.http.get("/api/orders")).json()
    key = f"collect:{made['source']['id']}"
    for one in (listed["sources"][0], await _first(world, listed)):
        assert (one["source"], one.get("source_name", one.get("name"))) == (key, "收银")


async def _first(world: World, listed: dict[str, Any]) -> dict[str, Any]:
    """The first order of a list, opened."""
    answer = await world.http.get(f"/api/orders/{listed['items'][0]['id']}")
    assert answer.json()["source_name"] == listed["items"][0]["source_name"]
    read: dict[str, Any] = answer.json()
    return read


async def test_a_webhook_that_is_forged_old_or_replayed_is_refused(world: World) -> None:
    made = await make(world, kind="webhook")
    await world.http.put(f"/api/sources/{made['source']['id']}/mapping", json=HOOK)
    body = {"orders": [_order("A1")]}
    now = datetime.now(UTC)
    for answer, status, code in (
        (await _hook(world, made, body, secret="whsec_wrong"), 403, "collect.signature"),
        (await _hook(world, made, body, at=now - timedelta(minutes=6)), 403, "collect.stale"),
        (await _hook(world, made, body, at=now + timedelta(minutes=6)), 403, "collect.stale"),
    ):
        assert (answer.status_code, answer.json()["type"]) == (status, code)
    assert await waiting(world) == 0
    assert (await _hook(world, made, body, at=now)).json() == {"accepted": 1, "refused": []}
    await handled(world)
    replayed = await _hook(world, made, body, at=now)
    assert (replayed.status_code, replayed.json()["type"]) == (409, "collect.replayed")
    # The sender's own repeat is signed anew and knows its delivery's id: it is told yes.
    repeated = await _hook(world, made, body, at=now + timedelta(seconds=2))
    assert repeated.json() == {"accepted": 1, "refused": [], "repeated": True}
    await handled(world)
    assert await rows(world, "select count(*) from orders") == [(1,)]
    unknown = await world.http.post("/collect/v1/hooks/999999", content=b"{}")
    assert (unknown.status_code, unknown.json()["type"]) == (404, "collect.no_address")
    rotated = (await world.http.post(f"/api/sources/{made['source']['id']}/rotation")).json()
    assert (await _hook(world, made, body, delivery="d2")).status_code == 403
    made["secret"] = rotated["secret"]
    assert (await _hook(world, made, body, delivery="d2")).status_code == 200
    assert hmac.compare_digest(rotated["secret"][:6], "whsec_")
