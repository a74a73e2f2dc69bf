"""Adds by day, channel and member against a plain walk; targets and attribution from the same."""

import asyncio
import os
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from tests.yutang.feedback.naive import Add, walk
from tests.yutang.people.losses.stage import Step, add_staff, write
from tests.yutang.world import World
from yutang.feedback.growth import service as growth
from yutang.feedback.growth.jobs import ReckonGrowth
from yutang.feedback.targets import service as targets
from yutang.kernel.db import Database
from yutang.kernel.jobs import enqueue
from yutang.people.orders import service as orders
from yutang.people.orders.schemas import OrderNews, RefundNews

CHANGES = (
    "added",
    "half_added",
    "synced",
    "assigned",
    "deleted_by_customer",
    "deleted_by_staff",
    "transferred",
)
CUSTOMERS = 30
STORED = text(
    """
    select customer_id, staff_id, at, half, ended_at, first from growth_adds
    where corp_id = :corp_id order by customer_id, at, staff_id
    """
)
CELLS = text(
    """
    select day, staff_id, adds, firsts, halves, kept1, kept7, kept30, stayed
    from growth_days where corp_id = :corp_id
    """
)

READ = text("update corps set synced_at = now() where id = :c")


@st.composite
def histories(draw: st.DrawFn) -> list[Step]:
    """Some steps of many customers with up to three members each, each at its own second."""
    found = []
    for customer_id in range(1, CUSTOMERS + 1):
        # Far apart and close together: a minute is what one add's two tidings may differ by.
        times = draw(
            st.lists(
                st.one_of(st.integers(0, 200), st.integers(0, 4_000_000)),
                min_size=1,
                max_size=7,
                unique=True,
            )
        )
        found += [
            Step(customer_id, draw(st.integers(0, 2)), draw(st.sampled_from(CHANGES)), at)
            for at in times
        ]
    return draw(st.permutations(found))


def of_day(adds: list[Add]) -> dict[tuple[date, int], tuple[int, ...]]:
    """The cells that these adds make."""
    cells: dict[tuple[date, int], list[Add]] = {}
    for add in adds:
        cells.setdefault((add.day, add.staff_id), []).append(add)
    return {
        key: (
            sum(not one.half for one in own),
            sum(one.first for one in own),
            sum(one.half for one in own),
            sum(one.kept(1) for one in own),
            sum(one.kept(7) for one in own),
            sum(one.kept(30) for one in own),
            sum(not one.half and one.ended_at is None for one in own),
        )
        for key, own in cells.items()
    }


def test_adds_and_their_days_are_those_of_a_plain_walk(world: World) -> None:
    """In any order of news, told in two halves, and read through as a whole."""

    async def both(steps: list[Step], half: int) -> None:
        database = Database(world.runtime.database.url)
        try:
            async with database.owner() as session:
                for table in ("follow_history", "follows", "growth_adds", "growth_days", "targets"):
                    await session.execute(text(f"delete from {table}"))  # noqa: S608 - as listed
                await session.execute(text("delete from staff where account like 'm%'"))
                members = await add_staff(session, world.corp_id, "m1", "m2", "m3")
                told = [
                    Step(one.customer_id, members[one.staff_id], one.change, one.at)
                    for one in steps
                ]
                for part in (told[:half], told[half:]):
                    await write(session, world.corp_id, part)
                    ids = sorted({one.customer_id for one in part})
                    await growth.reckon(session, world.corp_id, ids)
                asked = {"corp_id": world.corp_id}
                rows = [tuple(row) for row in await session.execute(STORED, asked)]
                cells = {
                    tuple(row[:2]): tuple(row[2:]) for row in await session.execute(CELLS, asked)
                }
            adds = walk(told)
            assert rows == sorted(
                ((a.customer_id, a.staff_id, a.at, a.half, a.ended_at, a.first) for a in adds),
                key=lambda row: (row[0], row[2], row[1]),
            )
            assert cells == of_day(adds)
        finally:
            await database.close()

    @settings(
        max_examples=200 if os.environ.get("YUTANG_PROOF") else 8,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(histories(), st.integers(0, 60))
    def check(steps: list[Step], half: int) -> None:
        asyncio.run(both(steps, half))

    check()


NOW = datetime.now(UTC)
TODAY = (NOW + timedelta(hours=8)).date()


async def write_history(world: World) -> dict[str, Any]:
    """Two members of a shop, a code of ours and one of somebody else's, adds of all kinds."""
    corp_id = world.corp_id
    async with world.runtime.database.owner() as session:
        one, two = await add_staff(session, corp_id, "ann", "bob")
        code = await session.scalar(
            text(
                "insert into channels (corp_id, name, state, status, agent_id, skip_verify, remark,"
                " created_by) values (:c, '台卡', 'yt1', 'active', 1, true, '', 'user:1')"
                " returning id"
            ),
            {"c": corp_id},
        )
        shop = await session.scalar(
            text(
                "insert into stores (corp_id, number, name, created_by)"
                " values (:c, '001', '南山店', 'test') returning id"
            ),
            {"c": corp_id},
        )
        for member in (one, two):
            await session.execute(
                text("insert into store_staff values (:c, :shop, :staff, false)"),
                {"c": corp_id, "shop": shop, "staff": member},
            )
        rows = (
            # customer, member, days back, channel, way, ended how many days back
            (1, one, 10, "yt1", 1, None),
            (2, one, 10, "yt1", 1, 5),
            (3, two, 10, "ad-7", None, None),
            (4, two, 3, None, 2, None),
            (5, two, 3, None, 0, None),
            (6, one, 3, None, None, 2),
            (6, two, 3, None, None, None),
            (7, one, 40, "yt1", 1, 1),
        )
        for customer, member, back, channel, way, ended in rows:
            at = NOW - timedelta(days=back)
            values = {"c": corp_id, "id": customer, "staff": member, "at": at}
            await session.execute(
                text(
                    "insert into customers (corp_id, id, state, name, name_sort, grams)"
                    " values (:c, :id, 'friend', '客户', 'k', '{}') on conflict do nothing"
                ),
                {"c": corp_id, "id": customer},
            )
            await session.execute(
                text(
                    "insert into follow_history (corp_id, customer_id, staff_id, change, at,"
                    " source) values (:c, :id, :staff, 'added', :at, 't')"
                ),
                values,
            )
            await session.execute(
                text(
                    "insert into follows (corp_id, customer_id, staff_id, state, changed_at,"
                    " added_at, channel, add_way)"
                    " values (:c, :id, :staff, 'friend', :at, :at, :channel, :way)"
                ),
                {**values, "channel": channel, "way": way},
            )
            if ended is not None:
                await session.execute(
                    text(
                        "insert into follow_history (corp_id, customer_id, staff_id, change, at,"
                        " source) values (:c, :id, :staff, 'deleted_by_customer', :at, 't')"
                    ),
                    {**values, "at": NOW - timedelta(days=ended)},
                )
    await growth.reckon_all(world.runtime, corp_id)
    return {"ann": one, "bob": two, "code": code, "shop": shop}


async def test_who_was_read_is_reckoned_once(world: World) -> None:
    async with world.runtime.database.owner() as session:
        assert await growth.unreckoned(session) == []
        await session.execute(READ, {"c": world.corp_id})
        assert await growth.unreckoned(session) == [world.corp_id]
        await enqueue(session, ReckonGrowth(corp_id=world.corp_id))
        assert await growth.unreckoned(session) == []
        await session.execute(text("delete from procrastinate.procrastinate_jobs"))
    await growth.reckon_all(world.runtime, world.corp_id)
    async with world.runtime.database.owner() as session:
        assert await growth.unreckoned(session) == []
        await session.execute(READ, {"c": world.corp_id})
        assert await growth.unreckoned(session) == [world.corp_id]


async def test_report_attribution_and_targets(world: World) -> None:
    made = await write_history(world)
    await world.sign_in()
    http = world.http
    span = {"from": str(TODAY - timedelta(days=20)), "to": str(TODAY)}

    report = (await http.get("/api/growth", params={**span, "by": "channel"})).json()
    total = report["total"]
    assert (total["adds"], total["firsts"], total["stayed"]) == (7, 6, 5)
    assert total["kept"] == [
        {"days": 1, "kept": 7, "of": 7},
        {"days": 7, "kept": 2, "of": 3},
        {"days": 30, "kept": None, "of": 0},
    ]
    assert report["untold"] == {
        "replied": "archive_off",
        "orders": "no_orders",
        "cost_fen": "no_cost",
        "cost_per_kept_fen": "no_cost",
        "kept30": "not_yet",
    }
    assert report["before"]["adds"] == 1
    rows = {row["key"]: (row["name"], row["adds"]) for row in report["rows"]}
    assert rows == {str(made["code"]): ("台卡", 2), "none": ("", 4), "other": ("", 1)}
    by_staff = (await http.get("/api/growth", params={**span, "by": "staff"})).json()["rows"]
    assert {row["name"]: row["adds"] for row in by_staff} == {"ann": 3, "bob": 4}
    by_store = (await http.get("/api/growth", params={**span, "by": "store"})).json()["rows"]
    assert [(row["name"], row["adds"], row["stayed"]) for row in by_store] == [("南山店", 7, 5)]
    by_day = (await http.get("/api/growth", params={**span, "staff_id": made["bob"]})).json()
    assert len(by_day["rows"]) == 21
    assert Counter(row["adds"] for row in by_day["rows"]) == {0: 19, 1: 1, 3: 1}
    assert by_day["untold"]["cost_fen"] == "per_channel_only"
    too_long = await http.get("/api/growth", params={"from": "2020-01-01", "to": "2026-01-01"})
    assert (too_long.status_code, too_long.json()["type"]) == (422, "growth.bad_span")

    month = TODAY.replace(day=1)
    costs = f"/api/channels/{made['code']}/costs"
    put = await http.put(costs, json={"months": {str(month): 90_000}})
    assert put.json() == {"items": [{"month": str(month), "fen": 90_000}]}
    assert (await http.put(costs, json={"months": {"2026-01-02": 1}})).status_code == 422
    last = (month + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    whole = {"from": str(month), "to": str(last), "by": "channel"}
    assert (await http.get("/api/growth", params=whole)).json()["total"]["cost_fen"] == 90_000

    sheet = await http.get("/api/growth/export.csv", params={**span, "by": "staff", "lang": "en"})
    assert sheet.text.splitlines()[0].startswith("\ufeffMember,Adds,First adds")
    assert {line.split(",")[0] for line in sheet.text.splitlines()[1:]} == {"ann", "bob"}

    told = (await http.get("/api/attribution", params=span)).json()
    assert (told["adds"], told["known"]) == (7, 4)
    assert {(one["kind"], one["way"]): one["adds"] for one in told["ways"]} == {
        ("channel", None): 2,
        ("other_code", None): 1,
        ("way", 2): 1,
        ("unknown", None): 3,
    }
    unknown = (await http.get("/api/attribution/unknown", params={**span, "limit": 2})).json()
    more = (
        await http.get("/api/attribution/unknown", params={**span, "after": unknown["next"]})
    ).json()
    listed = [*unknown["items"], *more["items"]]
    assert sorted((one["customer_id"], one["why"]) for one in listed) == [
        (5, "not_told"),
        (6, "gone"),
        (6, "not_read"),
    ]
    await _targets(world, made)
    await _orders_count(world, made, span)


async def _targets(world: World, made: dict[str, Any]) -> None:
    http = world.http
    span = {"first": str(TODAY - timedelta(days=20)), "last": str(TODAY + timedelta(days=20))}
    wrong = {"kind": "staff", **span, "items": [{"who": "ann", "aim": 2}, {"who": "x", "aim": 1}]}
    refused = await http.post("/api/targets", json=wrong)
    assert (refused.status_code, refused.json()["type"]) == (422, "targets.unknown_holder")
    assert (await http.get("/api/targets")).json()["items"] == []
    pasted = [{"who": " Ann ", "aim": 2}, {"ref_id": made["bob"], "aim": 2}]
    await http.post("/api/targets", json={"kind": "staff", **span, "items": pasted})
    await http.post(
        "/api/targets",
        json={"kind": "store", **span, "kept_days": 7, "items": [{"who": "001", "aim": 9}]},
    )
    board = (await http.get("/api/targets")).json()
    found = {
        one["holder"]["name"]: [one[key] for key in ("kept", "added", "pending", "lost", "rank")]
        for one in board["items"]
    }
    # Customer 6 was added by both and stayed with one: the shop counts him once.
    assert found == {"ann": [1, 3, 0, 2, 2], "bob": [4, 4, 0, 0, 1], "南山店": [2, 6, 3, 1, 1]}
    own = await targets.read_own(world.runtime, world.corp_id, made["ann"])
    assert [(one.kept, one.left, one.rank, one.of) for one in own.items] == [(1, 1, 2, 2)]
    assert [(one.name, one.kept) for one in own.items[0].above] == [("bob", 4)]

    rules = await http.put("/api/targets/rules", json={"digest": True, "hour": 0})
    assert rules.json() == {"digest": True, "hour": 0}
    assert await targets.tell_progress(world.runtime, world.corp_id) == 1
    assert await targets.tell_progress(world.runtime, world.corp_id) == 0
    notice = (await http.get("/api/notices")).json()["items"][0]
    assert notice["title"]["en"] == "Targets: 1 of 3 reached"

    first = board["items"][0]["id"]
    assert (await http.delete(f"/api/targets/{first}")).status_code == 204
    assert (await http.delete(f"/api/targets/{first}")).status_code == 404


async def _orders_count(world: World, made: dict[str, Any], span: dict[str, str]) -> None:
    """Once anybody tells of orders: by day, first code, credited member, store; less refunds."""
    http = world.http
    told: list[tuple[str, int | None, int, int, dict[str, Any]]] = [
        # number, buyer, days back, fen, what is said beside
        ("o1", 1, 5, 10_000, {"staff_account": "bob"}),
        ("o2", 2, 6, 5_000, {"status": "cancelled"}),
        ("o3", 3, 4, 3_000, {"refunds": (RefundNews("r", 1_000, NOW),)}),
        ("o4", None, 4, 700, {"store_number": "002"}),
        ("o5", 3, 40, 9_000, {}),
    ]
    async with world.runtime.database.owner() as session:
        other = await session.scalar(
            text(
                "insert into stores (corp_id, number, name, created_by)"
                " values (:c, '002', '福田店', 'test') returning id"
            ),
            {"c": world.corp_id},
        )
        await session.execute(
            text(
                "insert into credits (corp_id, customer_id, first_at, first_staff_id,"
                " first_channel, last_at, last_staff_id)"
                " values (:c, 1, :at, :ann, 'yt1', :at, :ann),"
                " (:c, 3, :at, :bob, 'ad-7', :at, :bob)"
            ),
            {"c": world.corp_id, "at": NOW - timedelta(days=10), **made},
        )
        news = [
            OrderNews(
                source="shop",
                number=number,
                at=NOW - timedelta(days=days),
                placed_at=NOW - timedelta(days=days),
                paid_at=NOW - timedelta(days=days),
                amount_fen=fen,
                status=more.pop("status", "paid"),
                **more,
            )
            for number, _, days, fen, more in told
        ]
        buyers = [customer for _, customer, *_ in told]
        await orders.take(
            world.runtime, session, world.corp_id, news, buyers, actor="system", source="test"
        )
    total = (await http.get("/api/growth", params={**span, "by": "day"})).json()
    assert (total["total"]["orders"], total["total"]["orders_fen"]) == (3, 12_700)
    assert "orders" not in total["untold"]
    found: dict[str, dict[str, tuple[int, int]]] = {}
    for by in ("day", "channel", "staff", "store"):
        rows = (await http.get("/api/growth", params={**span, "by": by})).json()["rows"]
        found[by] = {
            row["key"]: (row["orders"], row["orders_fen"]) for row in rows if row["orders"]
        }
    day = [str((NOW + timedelta(hours=8) - timedelta(days=back)).date()) for back in (5, 4)]
    assert found == {
        "day": {day[0]: (1, 10_000), day[1]: (2, 2_700)},
        "channel": {str(made["code"]): (1, 10_000), "other": (1, 2_000), "none": (1, 700)},
        "staff": {str(made["bob"]): (2, 12_000), "none": (1, 700)},
        "store": {str(made["shop"]): (2, 12_000), str(other): (1, 700)},
    }
    one = {**span, "by": "store", "store_id": other}
    rows = (await http.get("/api/growth", params=one)).json()
    assert (rows["total"]["orders"], rows["total"]["adds"]) == (1, 0)
