"""Gifts are made, filled, published and judged; what is published stays."""

import io
from datetime import timedelta
from typing import Any

import pytest
from openpyxl import Workbook

from tests.yutang.act.gifts.stage import (
    NOW,
    add_gift,
    add_people,
    lose,
    run,
    upload,
    wished,
)
from tests.yutang.act.gifts.test_claims import claim
from tests.yutang.world import World, add_corp
from yutang.act.gifts import service as gifts


async def test_a_published_gift_stays_as_it_is(shop: World) -> None:
    gift = await add_gift(shop, publish=False)
    path = f"/api/gifts/{gift['id']}"
    empty = await shop.http.post(f"{path}/publish", json={"version": 1})
    assert (empty.status_code, empty.json()["type"]) == (409, "gifts.not_ready")
    changed = await shop.http.put(path, json=wished(version=1, name="新名字"))
    assert (changed.json()["name"], changed.json()["version"]) == ("新名字", 2)
    stale = await shop.http.put(path, json=wished(version=1))
    assert (stale.status_code, stale.json()["type"]) == (409, "gifts.changed_meanwhile")
    await upload(shop, gift["id"], "A\nB")
    done = await shop.http.post(f"{path}/publish", json={"version": 2})
    assert (done.json()["phase"], done.json()["stock"]) == ("running", 2)
    assert done.json()["link"].startswith("http://yutang.test/h/gift/")
    for method, end, body in (
        ("PUT", "", wished(version=3)),
        ("POST", "/publish", {"version": 3}),
    ):
        refused = await shop.http.request(method, f"{path}{end}", json=body)
        assert (refused.status_code, refused.json()["type"]) == (409, "gifts.frozen")
    assert (await upload(shop, gift["id"], "C")).json()["codes"] == 3
    assert (await shop.http.post(f"{path}/stop")).status_code == 200
    again = await shop.http.post(f"{path}/stop")
    assert (again.status_code, again.json()["type"]) == (409, "gifts.wrong_state")
    late = await upload(shop, gift["id"], "D")
    assert (late.status_code, late.json()["type"]) == (422, "gifts.bad")
    assert (await shop.http.get("/api/gifts/999")).status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {"ends_at": (NOW - timedelta(days=40)).isoformat()},
        {"starts_at": "2026-01-01T00:00:00"},
        {"all_channels": False},
        {"all_channels": False, "channel_ids": [999]},
        {"cost": 0, "budget": 100},
    ],
)
async def test_what_makes_no_gift_is_refused(shop: World, wrong: dict[str, Any]) -> None:
    refused = await shop.http.post("/api/gifts", json=wished(**wrong))
    assert (refused.status_code, refused.json()["type"]) == (422, "gifts.bad")
    assert await run(shop, "select count(*) from gifts") == [(0,)]


def workbook(rows: list[str]) -> bytes:
    """An .xlsx with codes in its first column."""
    book, sink = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append([row, "x"])
    book.save(sink)
    return sink.getvalue()


async def test_lists_of_codes_are_read_and_told(shop: World) -> None:
    gift_id = (await add_gift(shop, publish=False))["id"]
    told = (await upload(shop, gift_id, "券码\nA1\n\nA2\nA1\nA3,x\n" + "L" * 65 + "\nA 4\n")).json()
    assert told == {
        "lines": 7,
        "added": 2,
        "known": 0,
        "repeated": 1,
        "empty": 1,
        "bad": 3,
        "bad_lines": [6, 7, 8],
        "codes": 2,
    }
    told = (await upload(shop, gift_id, "code,note\nA2,x\nB1,y\n", "码.csv")).json()
    assert (told["added"], told["known"], told["bad"], told["codes"]) == (1, 1, 0, 3)
    told = (await upload(shop, gift_id, workbook(["兑换码", "B1", "B2"]), "码.xlsx")).json()
    assert (told["added"], told["known"], told["codes"]) == (1, 1, 4)
    told = (await upload(shop, gift_id, "礼品一".encode("gbk"))).json()
    assert told["added"] == 1
    for content, name in (
        (b"\n \n", "a.txt"),
        (b"\xd0\xcf\x11\xe0xx", "a.xls"),
        (b"\0\1", "b.txt"),
    ):
        refused = await upload(shop, gift_id, content, name)
        assert (refused.status_code, refused.json()["type"]) == (422, "gifts.bad_codes")
    long = await upload(shop, gift_id, "\n" * 1_000_001)
    assert (long.status_code, long.json()["type"]) == (413, "gifts.codes_too_many")
    assert await run(shop, "select array_agg(number order by number) from gift_codes") == [
        ([1, 2, 3, 4, 5],)
    ]


async def test_what_came_of_a_gift_and_who_only_takes(shop: World) -> None:
    added = NOW - timedelta(days=20)
    await add_people(shop, [1, 2, 3, 4], at=added)
    await add_people(shop, [5])
    gift = await add_gift(shop, ["A", "B", "C", "D", "E"])
    for person in range(1, 6):
        await claim(shop, gift["id"], person)
    await run(shop, "update gift_claims set claimed_at = :at where customer_id < 5", at=added)
    await lose(shop, 1, added + timedelta(days=3))
    await lose(shop, 2, added + timedelta(days=3), back=added + timedelta(days=5))
    await lose(shop, 3, added + timedelta(days=10))
    read = (await shop.http.get(f"/api/gifts/{gift['id']}")).json()
    assert [read[one] for one in ("people", "lost", "ripe_7", "kept_7", "ripe_30", "kept_30")] == [
        5, 2, 4, 3, 0, 0,
    ]  # fmt: skip
    assert (read["cost_per_kept_7"], read["cost_per_kept_30"]) == (1_067, None)

    made = await shop.http.post(
        "/api/tags/groups", json={"kind": "own", "name": "领取", "tags": ["只领不留"]}
    )
    assert made.status_code == 201, made.text
    groups = (await shop.http.get("/api/tags")).json()["items"]
    tag = groups[0]["tags"][0]["id"]
    rules = {"days": 7, "claims": 3, "tag_id": tag}
    assert (await shop.http.put("/api/gifts/taker-rules", json=rules)).status_code == 200
    assert await gifts.judge(shop.runtime, shop.corp_id) == 1
    takers = (await shop.http.get("/api/gifts/takers")).json()
    assert [(one["customer_id"], one["reason"]) for one in takers["items"]] == [(1, "left")]
    worn = (await shop.http.get("/api/customers", params={"tag_id": tag, "state": "lost"})).json()
    assert [one["id"] for one in worn["items"]] == [1]
    claims = (await shop.http.get(f"/api/gifts/{gift['id']}/claims?limit=2")).json()
    assert ([one["customer_id"] for one in claims["items"]], claims["next"]) == ([5, 4], "4")
    sheet = await shop.http.get(f"/api/gifts/{gift['id']}/claims.csv")
    assert len(sheet.text.splitlines()) == 6

    # Who came back takes no longer; who claims again and again and never spoke does.
    await run(shop, "update losses set person_returned_at = :at where customer_id = 1", at=NOW)
    more = [await add_gift(shop, [f"{n}"], name=f"{n}") for n in range(2)]
    for one in more:
        assert await claim(shop, one["id"], 5) != "sold_out"
    assert await gifts.judge(shop.runtime, shop.corp_id) == 0
    assert (await shop.http.get("/api/gifts/takers")).json()["total"] == 0
    await run(
        shop,
        "insert into activations (corp_id, customer_id, staff_id, source, messages, as_of)"
        " values (:corp, 5, 1, 'links', 0, now())",
    )
    assert await gifts.judge(shop.runtime, shop.corp_id) == 1
    takers = (await shop.http.get("/api/gifts/takers?reason=many")).json()
    assert [(one["customer_id"], one["gifts"]) for one in takers["items"]] == [(5, 3)]
    bad = await shop.http.put("/api/gifts/taker-rules", json=rules | {"tag_id": 999})
    assert (bad.status_code, bad.json()["type"]) == (422, "gifts.unknown_tag")


async def test_who_may_add_codes_hears_of_a_low_stock_once(shop: World) -> None:
    await add_people(shop, range(1, 12))
    gift = await add_gift(shop, [f"N{n}" for n in range(10)])
    heard = []
    for person in range(1, 11):
        await claim(shop, gift["id"], person)
        heard.append(await gifts.tell_low(shop.runtime))
    assert heard == [0, 0, 0, 0, 0, 0, 0, 0, 1, 1]
    assert await gifts.tell_low(shop.runtime) == 0
    told = (await shop.http.get("/api/notices")).json()["items"]
    assert [one["title"]["zh"] for one in told] == [
        "「到店试用装」领完了",
        "「到店试用装」只剩 1 份",
    ]
    await upload(shop, gift["id"], "NEW")
    assert await gifts.tell_low(shop.runtime) == 1


async def test_another_company_sees_and_reaches_nothing(shop: World) -> None:
    await add_people(shop, [1])
    gift = await add_gift(shop, ["A"])
    await claim(shop, gift["id"], 1)
    await add_corp(shop.runtime, "rival", (1000009,))
    await shop.sign_in("rival")
    for method, path in (
        ("GET", f"/api/gifts/{gift['id']}"),
        ("GET", f"/api/gifts/{gift['id']}/claims"),
        ("POST", f"/api/gifts/{gift['id']}/stop"),
        ("DELETE", "/api/gifts/outsiders/1"),
    ):
        assert (await shop.http.request(method, path)).status_code == 404, path
    assert (await upload(shop, gift["id"], "B")).status_code == 404
    assert (await shop.http.put("/api/gifts/outsiders/1", json={"why": "x"})).status_code == 404
    assert (await shop.http.get("/api/gifts")).json()["items"] == []
    own = await shop.http.post("/api/gifts", json=wished())
    assert own.json()["link"] != gift["link"]
