"""What channels cost: typed by month, by their touchpoints, by the gifts that were given."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from tests.yutang.feedback.test_growth import NOW, TODAY, write_history
from tests.yutang.world import World
from yutang.act.touchpoints import service as touchpoints
from yutang.feedback.growth import service as growth
from yutang.feedback.growth.schemas import GrowthFilter
from yutang.kernel.db import Seer

FIRST = TODAY - timedelta(days=20)
GIFT = 500


async def cost(world: World, first: date = FIRST, last: date = TODAY, **query: Any) -> Any:
    """What the report says a span cost."""
    params = {"from": str(first), "to": str(last), **query}
    answer = await world.http.get("/api/growth", params=params)
    assert answer.status_code == 200, answer.text
    return answer.json()["total"]["cost_fen"]


async def touchpoint(world: World, code: int, start: date, **costs: Any) -> dict[str, Any]:
    """A touchpoint of a code."""
    body = {"name": "台卡", "kind": "table", "channel_id": code, "starts_on": str(start), **costs}
    made = await world.http.post("/api/touchpoints", json=body)
    assert made.status_code == 201, made.text
    return dict(made.json())


async def give(world: World, code: int) -> None:
    """Somebody who came through the code got a gift today."""
    async with world.runtime.database.owner() as session:
        await session.execute(
            text(
                "insert into gift_claims (corp_id, gift_id, customer_id, number, channel_id, cost,"
                " claimed_at) values (:corp, 1, 1, 1, :code, :cost, :now)"
            ),
            {"corp": world.corp_id, "code": code, "cost": GIFT, "now": NOW},
        )


async def test_touchpoints_and_gifts_are_in_the_cost_of_who_stayed(world: World) -> None:
    made = await write_history(world)
    await world.sign_in()
    code = made["code"]
    assert await cost(world) is None
    await give(world, code)
    assert await cost(world) == GIFT
    # A first month that has just as many days as lie in the span, and what is paid once.
    card = await touchpoint(world, code, TODAY, cost_once=10_000)
    assert await cost(world) == GIFT + 10_000
    assert await cost(world, last=TODAY - timedelta(days=1)) is None
    path = f"/api/touchpoints/{card['id']}"
    body = {"name": "台卡", "kind": "table", "channel_id": code, "version": card["version"]}
    monthly = body | {
        "cost_monthly": 3_100,
        "starts_on": str(FIRST),
        "ends_on": str(FIRST + timedelta(days=9)),
    }
    changed = await world.http.put(path, json=monthly)
    assert changed.status_code == 200, changed.text
    assert await cost(world) == GIFT + 3_100
    # Half of its ten days.
    assert await cost(world, last=FIRST + timedelta(days=4)) == 1_550
    params = {"from": str(FIRST), "to": str(TODAY), "by": "channel"}
    report = (await world.http.get("/api/growth", params=params)).json()
    told = {row["key"]: row["cost_fen"] for row in report["rows"]}
    assert told == {str(code): GIFT + 3_100, "none": None, "other": None}
    assert report["total"]["cost_per_kept_fen"] == round(
        report["total"]["cost_fen"] / report["total"]["stayed"]
    )
    assert await cost(world, channel_id=code) == GIFT + 3_100
    # By members nobody can divide it.
    assert await cost(world, staff_id=made["ann"]) is None


async def test_a_typed_month_is_all_but_its_gifts(world: World) -> None:
    made = await write_history(world)
    await world.sign_in()
    code = made["code"]
    month = TODAY.replace(day=1)
    last = (month + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    before = month - timedelta(days=1)
    await touchpoint(world, code, before, cost_once=7_000, ends_on=str(before))
    await touchpoint(world, code, month, cost_monthly=9_000, ends_on=str(last))
    await give(world, code)
    assert await cost(world, before, last) == 16_000 + GIFT
    typed = {"months": {str(month): 20_000}}
    put = await world.http.put(f"/api/channels/{code}/costs", json=typed)
    assert put.status_code == 200, put.text
    assert await cost(world, before, last) == 7_000 + 20_000 + GIFT


async def test_who_sees_some_members_only_is_told_no_cost(world: World) -> None:
    made = await write_history(world)
    await world.sign_in()
    await touchpoint(world, made["code"], FIRST, cost_once=10_000)
    await give(world, made["code"])
    wanted = GrowthFilter(first=FIRST, last=TODAY)
    seer = Seer(f"staff:{made['ann']}", staff_ids=(made["ann"],))
    async with world.runtime.database.corp(world.corp_id, seer) as session:
        report = await growth.read_report(session, world.corp_id, wanted, "channel", NOW)
    assert (report.total.adds, report.total.cost_fen) == (3, None)
    assert report.total.cost_per_kept_fen is None
    assert report.untold["cost_fen"] == "per_channel_only"
    assert {row.cost_fen for row in report.rows} == {None}


SPREAD = (
    # The second month of what began on a 31st begins on 1 March.
    (date(2026, 1, 31), None, date(2026, 2, 1), date(2026, 2, 28), 3_000 * 28 / 29),
    (date(2026, 1, 31), None, date(2026, 1, 31), date(2026, 3, 30), 6_000),
    (date(2026, 1, 15), None, date(2026, 1, 1), date(2026, 1, 14), 0),
    (date(2026, 1, 15), date(2026, 2, 19), date(2026, 2, 15), date(2026, 12, 31), 3_000),
    (date(2025, 12, 31), None, date(2025, 12, 31), date(2027, 12, 30), 72_000),
)


async def test_months_are_spread_over_their_days(world: World) -> None:
    async with world.runtime.database.owner() as session:
        for number, (start, end, first, last, fen) in enumerate(SPREAD):
            await session.execute(
                text(
                    "insert into touchpoints (corp_id, name, kind, channel_id, cost_monthly,"
                    " starts_on, ends_on, created_by)"
                    " values (:corp, 'x', 'table', :code, 3000, :start, :end, 't')"
                ),
                {"corp": world.corp_id, "code": number, "start": start, "end": end},
            )
            found = await touchpoints.costs_by_month(
                session, world.corp_id, first, last, "Asia/Shanghai"
            )
            own = sum(cost for (code, _), cost in found.items() if code == number)
            assert own == pytest.approx(fen)
