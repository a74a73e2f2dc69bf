"""The register of touchpoints: hooks, gaps, and what came of each."""

from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.yutang.act.gifts.stage import NOW, add_channel, add_gift, add_people, lose, run
from tests.yutang.act.gifts.test_claims import claim
from tests.yutang.world import World, add_corp, open_world
from yutang.act.touchpoints.counting import months_begun

FIRST = (NOW - timedelta(days=40)).date()


@pytest.fixture
async def shop(dsn: str, tmp_path: Path) -> AsyncIterator[World]:
    """Its owner is signed in; one code, one member."""
    async with open_world(dsn, tmp_path) as world:
        await world.sign_in()
        await add_channel(world, "包裹卡", "yt1")
        await run(
            world,
            "insert into staff (corp_id, account, name, status)"
            " values (:corp, 'a', '周岚', 'active')",
        )
        yield world


async def ids(world: World, table: str) -> list[int]:
    """All of a table."""
    return [one for (one,) in await run(world, f"select id from {table} order by id")]  # noqa: S608


def wished(**changes: Any) -> dict[str, Any]:
    """A touchpoint as its form sends it."""
    return {
        "name": "包裹卡",
        "kind": "parcel",
        "place": "华南仓",
        "starts_on": FIRST.isoformat(),
        **changes,
    }


async def post(world: World, **changes: Any) -> dict[str, Any]:
    """One that is taken."""
    made = await world.http.post("/api/touchpoints", json=wished(**changes))
    assert made.status_code == 201, made.text
    return dict(made.json())


async def test_gaps_and_numbers(shop: World) -> None:
    (channel,), (member,) = await ids(shop, "channels"), await ids(shop, "staff")
    bare = await post(shop, name="门口立牌", kind="door")
    assert bare["gaps"] == ["no_hook", "no_code", "owner_gone"]
    assert bare["funnel"] is None
    added = NOW - timedelta(days=20)
    await add_people(shop, [1, 2, 3], at=added)
    await run(
        shop,
        "insert into welcomes (corp_id, inbox_id, agent_id, account, external_id, half, channel,"
        " occurred_at, received_at, outcome) select :corp, i, 1, 'a', 'w' || i, i = 1, 'yt1',"
        " :at, :at, 'sent' from generate_series(1, 4) i",
        at=added,
    )
    gift = await add_gift(shop, ["A", "B"], cost=500)
    await claim(shop, gift["id"], 1)
    await lose(shop, 2, added + timedelta(days=2))
    full = await post(
        shop,
        hook="gift",
        gift_id=gift["id"],
        channel_id=channel,
        owner_id=member,
        cost_once=10_000,
        cost_monthly=1_000,
    )
    funnel = full["funnel"]
    assert (full["gaps"], full["shared"]) == (["silent"], False)
    assert [funnel[one] for one in ("adds", "half", "firsts", "lost", "ripe_7", "kept_7")] == [
        4, 1, 3, 1, 3, 2,
    ]  # fmt: skip
    months = months_begun(FIRST, None, NOW.date())
    assert (funnel["gifts"], funnel["cost"]) == (1, 10_500 + 1_000 * months)
    assert funnel["cost_per_kept_7"] == round(funnel["cost"] / 2)

    # Two on one code at the same time: whose people they are nobody can say.
    twin = await post(shop, name="订单页", kind="order_page", channel_id=channel)
    assert (twin["shared"], twin["funnel"]) == (True, None)
    listed = (await shop.http.get("/api/touchpoints")).json()
    assert [(one["name"], one["shared"]) for one in listed["items"]] == [
        ("订单页", True),
        ("包裹卡", True),
        ("门口立牌", False),
    ]
    assert {one["gap"]: one["touchpoints"] for one in listed["gaps"]} == {
        "no_hook": 2,
        "hook_over": 0,
        "no_code": 1,
        "owner_gone": 2,
        "silent": 0,
    }
    await shop.http.post(f"/api/touchpoints/{twin['id']}/archive")
    alone = (await shop.http.get(f"/api/touchpoints/{full['id']}")).json()
    assert alone["funnel"]["adds"] == 4
    only = (await shop.http.get("/api/touchpoints?gap=no_hook&kind=door&q=立牌")).json()
    assert [one["id"] for one in only["items"]] == [bare["id"]]
    put_away = (await shop.http.get("/api/touchpoints?standing=archived")).json()
    assert [one["id"] for one in put_away["items"]] == [twin["id"]]
    await shop.http.post(f"/api/touchpoints/{twin['id']}/restore")
    await run(shop, "update staff set status = 'left'")
    await shop.http.post(f"/api/gifts/{gift['id']}/stop")
    left = (await shop.http.get(f"/api/touchpoints/{full['id']}")).json()
    assert left["gaps"] == ["hook_over", "owner_gone"]


async def test_what_cannot_be_is_refused(shop: World) -> None:
    made = await post(shop, hook="text", hook_text="满 99 减 10")
    path = f"/api/touchpoints/{made['id']}"
    for wrong in (
        {"hook": "text"},
        {"hook": "none", "hook_text": "x"},
        {"hook": "gift"},
        {"hook": "gift", "gift_id": 9},
        {"channel_id": 9},
        {"owner_id": 9},
        {"store_id": 9},
        {"ends_on": (FIRST - timedelta(days=1)).isoformat()},
    ):
        refused = await shop.http.post("/api/touchpoints", json=wished(**wrong))
        assert (refused.status_code, refused.json()["type"]) == (422, "touchpoints.bad"), wrong
    assert await ids(shop, "touchpoints") == [made["id"]]
    changed = await shop.http.put(path, json=wished(version=1, name="新卡"))
    assert (changed.json()["name"], changed.json()["version"]) == ("新卡", 2)
    stale = await shop.http.put(path, json=wished(version=1))
    assert (stale.status_code, stale.json()["type"]) == (409, "touchpoints.changed_meanwhile")
    await add_corp(shop.runtime, "rival", (1000009,))
    await shop.sign_in("rival")
    assert (await shop.http.get(path)).status_code == 404
    assert (await shop.http.put(path, json=wished(version=2))).status_code == 404
    assert (await shop.http.post(f"{path}/archive")).status_code == 404
    assert (await shop.http.get("/api/touchpoints")).json()["items"] == []


@pytest.mark.parametrize(
    ("start", "end", "last", "months"),
    [
        (date(2026, 1, 15), None, date(2026, 1, 15), 1),
        (date(2026, 1, 15), None, date(2026, 2, 14), 1),
        (date(2026, 1, 15), None, date(2026, 2, 15), 2),
        (date(2026, 1, 31), date(2026, 3, 1), date(2026, 9, 1), 2),
        (date(2026, 5, 1), None, date(2026, 4, 1), 0),
    ],
)
def test_months_that_began(start: date, end: date | None, last: date, months: int) -> None:
    assert months_begun(start, end, last) == months
