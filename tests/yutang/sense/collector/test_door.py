"""What the collector takes, and what it refuses with which words."""

import gzip
import json
import zlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

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
from tests.yutang.world import World, add_corp

NOW = datetime.now(UTC)


async def test_events_are_durable_before_the_answer_and_then_in_the_log(world: World) -> None:
    made = await make(world, name="官网")
    batch = {"batch": [viewed(1), viewed(2), viewed(3)]}
    answer = await post(world, made["key"], "batch", batch)
    assert (answer.status_code, answer.json()) == (200, {"accepted": 3, "refused": []})
    assert await waiting(world) == 1
    await handled(world)
    assert await waiting(world) == 0
    assert sorted(await logged(world)) == [("page.viewed", f"page {n}") for n in (1, 2, 3)]
    [source] = (await world.http.get("/api/sources")).json()["items"]
    assert (source["taken_today"], source["refused_today"], source["waiting_events"]) == (3, 0, 0)
    assert source["seen_at"] is not None


async def test_a_key_may_come_in_three_ways(world: World) -> None:
    made = await make(world)
    key = made["key"]
    basic = await world.http.post("/collect/v1/page", auth=(key, ""), json=viewed(1))
    inside = json.dumps(viewed(2) | {"writeKey": key}).encode()
    # As a page's last words: a beacon is plain text without headers of ours.
    beacon = await post(world, "", "page", inside, Content_Type="text/plain;charset=UTF-8")
    bearer = await post(world, key, "page", viewed(3))
    assert [one.status_code for one in (basic, beacon, bearer)] == [200, 200, 200]
    await handled(world)
    assert len(await logged(world)) == 3


async def test_packed_bodies_are_taken(world: World) -> None:
    made = await make(world)
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    plain = [json.dumps({"batch": [viewed(number)]}).encode() for number in range(3)]
    for body, coding in (
        (gzip.compress(plain[0]), "gzip"),
        (zlib.compress(plain[1]), "deflate"),
        (packer.compress(plain[2]) + packer.flush(), "deflate"),
    ):
        answer = await post(world, made["key"], "batch", body, Content_Encoding=coding)
        assert answer.json() == {"accepted": 1, "refused": []}
    await handled(world)
    assert sorted(await logged(world)) == [("page.viewed", f"page {n}") for n in range(3)]


async def test_the_address_says_what_one_message_is(world: World) -> None:
    made = await make(world)
    person = {"userId": "M1", "anonymousId": "d1"}
    for path, body in (
        ("track", {"event": "Product Viewed", "properties": {"name": "毛衣"}} | person),
        ("identify", {"traits": {"phone": "13800000000"}} | person),
        ("alias", {"userId": "M1", "previousId": "d2"}),
        ("page", {"name": "home"} | person),
    ):
        assert (await post(world, made["key"], path, body)).json()["accepted"] == 1
    await handled(world)
    assert await rows(world, "select kind, props from events where source ^@ 'collect:'") == [
        ("product.seen", {"name": "毛衣"}),
        ("page.viewed", {"name": "home"}),
    ]


async def test_a_wrong_clock_of_the_sender_is_put_right(world: World) -> None:
    """An hour before it was sent is an hour before it came, whatever the clock said."""
    made = await make(world)
    wrong = datetime(2001, 1, 1, 12, tzinfo=UTC)
    body = {
        "sentAt": wrong.isoformat(),
        "batch": [viewed(1, timestamp=(wrong - timedelta(hours=1)).isoformat())],
    }
    await post(world, made["key"], "batch", body)
    await handled(world)
    [(ago,)] = await rows(world, "select now() - at from events where source ^@ 'collect:'")
    assert timedelta(minutes=59) < ago < timedelta(minutes=62)


async def test_a_message_counts_once_within_seven_days(world: World) -> None:
    made = await make(world)
    for _ in range(3):
        await post(world, made["key"], "batch", {"batch": [viewed(1), viewed(1), viewed(2)]})
        await handled(world)
    assert len(await logged(world)) == 2
    other = await make(world, name="another")
    await post(world, other["key"], "batch", {"batch": [viewed(1)]})
    await handled(world)
    assert len(await logged(world)) == 3


async def test_equal_messages_without_an_id_are_one_only_if_their_time_says_so(
    world: World,
) -> None:
    made = await make(world)
    plain = {"anonymousId": "d", "event": "product.seen"}
    timed = plain | {"timestamp": NOW.isoformat()}
    for _ in range(2):
        batch = {"batch": [plain | {"type": "track"}] * 2 + [timed | {"type": "track"}] * 2}
        await post(world, made["key"], "batch", batch)
    await handled(world)
    assert len(await logged(world)) == 5


async def test_a_keyed_batch_is_taken_once_and_its_key_is_for_no_other(world: World) -> None:
    made = await make(world)
    batch = {"batch": [viewed(1)]}
    first = await post(world, made["key"], "batch", batch, Idempotency_Key="a")
    assert first.json() == {"accepted": 1, "refused": []}
    for _ in range(2):
        again = await post(world, made["key"], "batch", batch, Idempotency_Key="a")
        assert again.json() == {"accepted": 1, "refused": [], "repeated": True}
        await handled(world)
    other = await post(world, made["key"], "batch", {"batch": [viewed(2)]}, Idempotency_Key="a")
    assert (other.status_code, other.json()["type"]) == (409, "collect.key_reused")
    await handled(world)
    assert await logged(world) == [("page.viewed", "page 1")]


DEEP: dict[str, Any] = {"a": {"b": {"c": {"d": {"e": {}}}}}}


BAD: list[tuple[Any, str]] = [
    ("text", "not_an_object"),
    (viewed(1, type="group"), "unknown_type"),
    ({"type": "track", "anonymousId": "d"}, "no_event"),
    ({"type": "track", "anonymousId": "d", "event": "e" * 101}, "long_event"),
    (viewed(1, properties={"x": "y" * 40_000}), "too_large"),
    (viewed(1, properties={"n" * 101: 1}), "long_name"),
    (viewed(1, properties={"one": [DEEP]}), "too_deep"),
    (viewed(1, properties=[1]), "bad_properties"),
    (viewed(1, anonymousId=None), "no_id"),
    (viewed(1, anonymousId={"$ne": 1}), "bad_id"),
    (viewed(1, anonymousId="d" * 201), "long_id"),
    (viewed(1, timestamp="yesterday"), "bad_time"),
]


async def test_a_bad_message_is_refused_with_its_place_and_the_others_are_taken(
    world: World,
) -> None:
    made = await make(world)
    for number, (message, code) in enumerate(BAD):
        batch = {"batch": [viewed(10 + number), message, viewed(100 + number)]}
        answer = await post(world, made["key"], "batch", batch)
        told = answer.json()
        assert (answer.status_code, told["accepted"]) == (200, 2)
        assert [(one["index"], one["code"]) for one in told["refused"]] == [(1, code)]
        assert told["refused"][0]["words"]
    await handled(world)
    assert len(await logged(world)) == 2 * len(BAD)
    shown = (await world.http.get("/api/sources/stream", params={"refused": True})).json()
    assert [row["reason"] for row in reversed(shown["items"])] == [code for _, code in BAD]


NO_BATCH: list[tuple[str, bytes, int, str]] = [
    ("batch", b"{", 400, "collect.not_json"),
    ("batch", b'{"batch": [{"a": NaN}]}', 400, "collect.not_json"),
    ("batch", b"[" * 100_000, 400, "collect.not_json"),
    ("batch", b"{}", 422, "collect.shape"),
    ("batch", b'{"batch": []}', 422, "collect.shape"),
    ("track", b"[]", 422, "collect.shape"),
    ("batch", json.dumps([1] * 1001).encode(), 413, "collect.too_many_events"),
    ("nothing", b"{}", 404, "collect.no_address"),
]


async def test_what_is_no_batch_is_refused_whole(world: World) -> None:
    made = await make(world)
    for path, body, status, code in NO_BATCH:
        answer = await post(world, made["key"], path, body)
        assert (answer.status_code, answer.json()["type"]) == (status, code)
    assert await waiting(world) == 0


async def test_two_gigabytes_are_refused_after_the_bytes_of_the_limit(world: World) -> None:
    made = await make(world)
    said = await world.http.post(
        "/collect/v1/batch",
        headers={"Authorization": f"Bearer {made['key']}", "Content-Length": str(2 << 30)},
        content=b"",
    )
    read = 0

    async def flood() -> AsyncIterator[bytes]:
        nonlocal read
        while read < 2 << 30:
            read += 65_536
            yield b"x" * 65_536

    endless = await world.http.post(
        "/collect/v1/batch", headers={"Authorization": f"Bearer {made['key']}"}, content=flood()
    )
    for answer in (said, endless):
        assert (answer.status_code, answer.json()["type"]) == (413, "collect.too_large")
        assert "2,097,152 bytes" in answer.json()["detail"]
    assert await waiting(world) == 0


async def test_a_bomb_is_not_unpacked_and_a_broken_pack_is_named(world: World) -> None:
    made = await make(world)
    bomb = gzip.compress(b" " * (64 << 20))
    answer = await post(world, made["key"], "batch", bomb, Content_Encoding="gzip")
    assert (answer.status_code, answer.json()["type"]) == (413, "collect.too_large")
    for body, coding in ((bomb[:1000], "gzip"), (b"{}", "gzip"), (b"{}", "br")):
        broken = await post(world, made["key"], "batch", body, Content_Encoding=coding)
        assert (broken.status_code, broken.json()["type"]) == (415, "collect.coding")
    assert await waiting(world) == 0


async def test_a_property_of_ten_megabytes_is_refused(world: World) -> None:
    made = await make(world)
    huge = viewed(1, properties={"text": "长" * 3_400_000})
    body = json.dumps({"batch": [huge]}, ensure_ascii=False).encode()
    answer = await post(world, made["key"], "batch", body)
    assert (answer.status_code, answer.json()["type"]) == (413, "collect.too_large")
    # Packed it passes the line, and is as large again here.
    packed = await post(world, made["key"], "batch", gzip.compress(body), Content_Encoding="gzip")
    assert (packed.status_code, packed.json()["type"]) == (413, "collect.too_large")
    assert await waiting(world) == 0


async def test_a_clock_in_2099_is_refused_and_seen(world: World) -> None:
    made = await make(world)
    batch = {"batch": [viewed(1, timestamp="2099-01-01T00:00:00Z"), viewed(2)]}
    assert (await post(world, made["key"], "batch", batch)).json()["accepted"] == 2
    await handled(world)
    assert await logged(world) == [("page.viewed", "page 2")]
    [row] = (await world.http.get("/api/sources/stream?refused=true")).json()["items"]
    assert row["reason"] == "future"


async def test_sql_and_script_in_names_and_values_are_text(world: World) -> None:
    made = await make(world, name="<script>alert(1)</script>")
    nasty = "'); drop table events; --"
    body = viewed(
        1,
        messageId=nasty,
        anonymousId=nasty,
        properties={"title": "<script>alert(1)</script>", "nul": "a\0b", "url": nasty},
    )
    answer = await post(world, made["key"], "batch", {"batch": [body]})
    assert answer.json() == {"accepted": 1, "refused": []}
    await handled(world)
    assert await logged(world) == [("page.viewed", "<script>alert(1)</script>")]
    [row] = (await world.http.get("/api/sources/stream")).json()["items"]
    assert (row["message"], row["source"]) == (nasty, "<script>alert(1)</script>")


async def test_no_key_and_a_wrong_key_are_refused_before_the_body_is_read(world: World) -> None:
    await make(world)

    async def unread() -> AsyncIterator[bytes]:
        yield b"{}"
        pytest.fail("the body was read")

    for given in ("Bearer yk_wrong", "Basic !!", "Basic eWtfd3Jvbmc6"):
        answer = await world.http.post(
            "/collect/v1/batch", headers={"Authorization": given}, content=unread()
        )
        assert (answer.status_code, answer.json()["type"]) == (401, "collect.unknown_key")
    nobody = await post(world, "", "batch", {"batch": [viewed(1)]})
    assert nobody.status_code == 401


async def test_another_corps_key_writes_into_its_own_corp_only(world: World) -> None:
    first = await make(world)
    other_id, _ = await add_corp(world.runtime, "other", (1,))
    await world.sign_in("other")
    second = await make(world)
    await post(world, second["key"], "batch", {"batch": [viewed(1)]})
    await handled(world)
    assert await rows(world, "select corp_id from events where source ^@ 'collect:'") == [
        (other_id,)
    ]
    theirs = f"/api/sources/{first['source']['id']}"
    for method, path in (
        ("PATCH", theirs),
        ("DELETE", theirs),
        ("POST", f"{theirs}/rotation"),
        ("GET", f"{theirs}/hours"),
    ):
        answer = await world.http.request(method, path, json={"enabled": False})
        assert (answer.status_code, answer.json()["type"]) == (404, "collect.unknown_source")
    assert (await post(world, first["key"], "batch", {"batch": [viewed(2)]})).status_code == 200


async def test_only_pages_of_a_site_may_send_and_read_the_answer(world: World) -> None:
    made = await make(world, kind="web", origins=[f"{WEB}/"])
    server = await make(world)
    preflight = await world.http.options(
        "/collect/v1/batch",
        headers={"Origin": WEB, "Access-Control-Request-Method": "POST"},
    )
    assert (preflight.status_code, preflight.headers["access-control-allow-origin"]) == (204, WEB)
    strange = await world.http.options("/collect/v1/batch", headers={"Origin": "https://evil.cn"})
    assert "access-control-allow-origin" not in strange.headers
    own = await post(world, made["key"], "page", viewed(1), Origin=WEB)
    assert (own.status_code, own.headers["access-control-allow-origin"]) == (200, WEB)
    for key, origin in ((made["key"], "https://evil.cn"), (server["key"], WEB)):
        answer = await post(world, key, "page", viewed(2), Origin=origin)
        assert (answer.status_code, answer.json()["type"]) == (403, "collect.origin")
    assert await waiting(world) == 1


async def test_too_many_events_a_second_are_told_to_wait(world: World) -> None:
    made = await make(world, events_per_second=10)
    answers = [
        await post(world, made["key"], "batch", {"batch": [viewed(n) for n in range(30)]})
        for _ in range(3)
    ]
    assert [one.status_code for one in answers] == [200, 429, 429]
    assert 1 <= int(answers[1].headers["retry-after"]) <= 2
    assert "10 events a second" in answers[1].json()["detail"]
    await handled(world)
    await world.api.collector.doors.flush()
    hours = (await world.http.get(f"/api/sources/{made['source']['id']}/hours")).json()
    assert [(one["taken"], one["refused"]) for one in hours["items"]] == [(30, {"too_fast": 60})]


async def test_a_backlog_tells_sources_to_wait(world: World) -> None:
    made = await make(world)
    world.api.collector.doors.waiting_bytes = world.runtime.settings.collect_backlog_bytes + 1
    answer = await post(world, made["key"], "batch", {"batch": [viewed(1)]})
    assert (answer.status_code, answer.json()["type"]) == (429, "collect.backlog")
    assert answer.headers["retry-after"] == "5"
    assert await waiting(world) == 0
