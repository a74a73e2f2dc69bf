"""Orders over HTTP: sent, listed, opened, exported; each sees those of whom he may see."""

from datetime import timedelta
from typing import Any

from sqlalchemy import text

from tests.yutang.people.orders.stage import NOW, back
from tests.yutang.rights.conftest import SHOP, Company
from yutang.people.orders import service as orders
from yutang.people.orders.schemas import OrderFilter
from yutang.people.privacy import erasing, handing


def order(number: str, days: float = 1, **more: Any) -> dict[str, Any]:
    """A paid order as a system sends it."""
    return {
        "number": number,
        "status": "paid",
        "at": back(days).isoformat(),
        "placed_at": back(days).isoformat(),
        "amount_fen": 10_000,
        "items": [{"sku": "tea", "name": "龙井", "price_fen": 10_000}],
        **more,
    }


SENT = [
    order("n1", 1, customer={"phone": "+86 138-0000-6627"}),
    order("n2", 2, customer={"external": "wm0002"}, amount_fen=20_000, source="youzan"),
    order("n3", 3, customer={"external": "wm0003"}, staff_account="bob"),
    order("n4", 4, customer={"external": "wm0003", "phone": "13800006627"}),
    order("n5", 5),
    order(
        "n6",
        6,
        customer={"external": "wm0002"},
        refunds=[{"number": "r", "amount_fen": 10_000, "at": back(5).isoformat()}],
    ),
]


async def _numbers(company: Company, **asked: Any) -> list[str]:
    answer = await company.world.http.get("/api/orders", params=asked)
    assert answer.status_code == 200, answer.text
    return [row["number"] for row in answer.json()["items"]]


async def test_orders_over_http(company: Company) -> None:
    await company.sign_in("demo")
    http, people = company.world.http, company.customers
    empty = (await http.get("/api/orders")).json()
    assert (empty["items"], empty["total"], empty["sources"]) == ([], 0, [])
    of_bob = f"/api/customers/{people['wm0002']}/orders"
    assert (await http.get(of_bob)).json() == {
        "known": False,
        "totals": None,
        "items": [],
        "more": False,
        "advice": [],
        "advice_as_of": None,
    }

    bad = order("n7", amount_fen=5, refunds=SENT[5]["refunds"])
    ahead = order("n8") | {"placed_at": (NOW + timedelta(days=26_000)).isoformat()}
    taken = (await http.post("/api/orders", json={"orders": [*SENT, bad, ahead]})).json()["items"]
    assert [(one["number"], one["customer_id"], one["change"]) for one in taken] == [
        ("n1", people["wm0001"], "new"),
        ("n2", people["wm0002"], "new"),
        ("n3", people["wm0003"], "new"),
        ("n4", people["wm0003"], "new"),
        ("n5", None, "new"),
        ("n6", people["wm0002"], "new"),
        ("n7", None, "refused"),
        ("n8", None, "refused"),
    ]
    assert "more than its 0.05" in taken[6]["reason"]
    assert "lies ahead of now" in taken[7]["reason"]
    again = await http.post("/api/orders", json=SENT[0])
    assert [one["change"] for one in again.json()["items"]] == ["same"]
    wrong: tuple[dict[str, Any], ...] = (
        {"orders": []},
        {},
        order("n9") | {"status": "eaten"},
        order("n9", sum=1),
    )
    for body in wrong:
        assert (await http.post("/api/orders", json=body)).status_code == 422

    listed = (await http.get("/api/orders", params={"limit": 4})).json()
    assert [row["number"] for row in listed["items"]] == ["n1", "n2", "n3", "n4"]
    assert (listed["total"], listed["fen"], listed["exact"]) == (6, 60_000, True)
    assert [one["source"] for one in listed["sources"]] == ["api", "youzan"]
    assert await _numbers(company, limit=4, after=listed["next"]) == ["n5", "n6"]
    day = (back(3) + timedelta(hours=8)).date()
    for asked, found in (
        ({"source": "youzan"}, ["n2"]),
        ({"status": ["cancelled", "placed"]}, []),
        ({"staff_id": company.staff["bob"]}, ["n2", "n3", "n6"]),
        ({"customer_id": people["wm0003"]}, ["n3", "n4"]),
        ({"least": 10_001}, ["n2"]),
        ({"most": 10_000, "refunded": "yes"}, ["n6"]),
        ({"number": "n1"}, ["n1"]),
        ({"from": str(day), "to": str(day)}, ["n3"]),
    ):
        assert await _numbers(company, **asked) == found, asked
    for asked, code in (
        ({"after": "x"}, "orders.bad_cursor"),
        ({"from": "2026-02-01", "to": "2026-01-01"}, "orders.bad_span"),
        ({"least": 2, "most": 1}, "orders.bad_span"),
    ):
        refused = await http.get("/api/orders", params=asked)
        assert (refused.status_code, refused.json()["type"]) == (422, code)

    one = (await http.get(f"/api/orders/{taken[5]['order_id']}")).json()
    credited = (one["refunded_fen"], one["credit"], one["staff"]["account"])
    assert credited == (10_000, "holder", "bob")
    assert [item["sku"] for item in one["items"]] == ["tea"]
    assert [refund["number"] for refund in one["refunds"]] == ["r"]
    assert (await http.get("/api/orders/999999")).json()["type"] == "orders.unknown"

    his = (await http.get(of_bob)).json()
    assert (his["known"], [row["number"] for row in his["items"]]) == (True, ["n2", "n6"])
    assert (his["totals"]["count"], his["totals"]["spent_fen"]) == (1, 20_000)
    assert his["totals"]["average_days"] is None

    asked_for = await http.post("/api/orders/export", params={"most": 10_000, "lang": "en"})
    assert (asked_for.status_code, asked_for.json()["total"]) == (202, 5), asked_for.text
    export = asked_for.json()["id"]
    await orders.write_orders(company.world.runtime, company.world.corp_id, export)
    lines = (await http.get(f"/api/exports/{export}/file")).text.splitlines()
    assert lines[0].startswith('\ufeff"Source","Number","Status","Customer id"')
    assert len(lines) == 6
    assert "n2" not in "".join(line.split(",")[1] for line in lines)


async def test_a_buyer_whom_nobody_knows_is_new_unless_his_order_is_refused(
    company: Company,
) -> None:
    await company.sign_in("demo")
    http = company.world.http
    fresh = order("n5", customer={"phone": "13900001111"})
    [lead] = (await http.post("/api/orders", json=fresh)).json()["items"]
    assert (await http.get(f"/api/customers/{lead['customer_id']}")).json()["state"] == "lead"
    more = order("n9", customer={"phone": "13900001111", "member_number": "M9"})
    [same] = (await http.post("/api/orders", json=more)).json()["items"]
    assert same["customer_id"] == lead["customer_id"]
    nobody = order("n10", amount_fen=5, refunds=SENT[5]["refunds"]) | {
        "customer": {"member_number": "M10"}
    }
    assert (await http.post("/api/orders", json=nobody)).json()["items"][0]["change"] == "refused"
    async with company.world.runtime.database.owner() as session:
        told = text("select value from customer_identities where kind = 'member_number'")
        assert list(await session.scalars(told)) == ["M9"]


async def test_who_sees_which_orders(company: Company) -> None:
    await company.sign_in("demo")
    assert (await company.world.http.post("/api/orders", json={"orders": SENT})).status_code == 200
    await company.person("shop", department=[SHOP])
    await company.sign_in("shop")
    http = company.world.http
    # Bob's customer's, and what names Bob of whom only Carol has: without its buyer's name.
    rows = (await http.get("/api/orders")).json()
    assert [
        (row["number"], row["customer"] and row["customer"]["name"]) for row in rows["items"]
    ] == [
        ("n2", "柏的客人"),
        ("n3", None),
        ("n6", "柏的客人"),
    ]
    assert (rows["total"], rows["fen"]) == (3, 30_000)
    async with company.world.runtime.database.owner() as session:
        found = await session.execute(text("select number, id from orders"))
        ids = {row.number: row.id for row in found}
    for number, status in (("n2", 200), ("n3", 200), ("n1", 404), ("n4", 404), ("n5", 404)):
        assert (await http.get(f"/api/orders/{ids[number]}")).status_code == status, number
    foreign = await http.get(f"/api/customers/{company.customers['wm0003']}/orders")
    assert foreign.status_code == 404
    # Systems' business, and of who sees the whole company.
    sent = await http.post("/api/orders", json=SENT[0] | {"amount_fen": 1})
    assert sent.status_code == 403
    async with company.world.runtime.database.owner() as session:
        page = await orders.list_orders(
            session, company.world.corp_id, OrderFilter(number="n1"), None, 5, NOW
        )
    assert [row.amount_fen for row in page.items] == [10_000]


async def test_erased_and_handed_out_with_the_person(company: Company) -> None:
    world = company.world
    await company.sign_in("demo")
    await world.http.post("/api/orders", json={"orders": SENT})
    customer = company.customers["wm0002"]
    facts = await handing.gather(world.runtime, world.corp_id, customer)
    assert sorted(row["number"] for row in facts["orders"]) == ["n2", "n6"]
    assert len(facts["order_items"]) == 2
    assert [row["number"] for row in facts["order_refunds"]] == ["r"]
    assert "said" not in facts["orders"][0]
    await erasing.erase_persons(world.runtime, world.corp_id, [customer])
    kept = "select number, customer_id, erased, said ? 'customer_id' from orders"
    async with world.runtime.database.owner() as session:
        rows = await session.execute(text(kept + " where number in ('n2', 'n6') order by 1"))
        assert [tuple(row) for row in rows] == [
            ("n2", None, True, False),
            ("n6", None, True, False),
        ]
    # Later news of it changes its state and ties it to nobody.
    later = SENT[1] | {
        "status": "completed",
        "at": back(0.5).isoformat(),
        "customer": {"external": "wm0003"},
    }
    await world.http.post("/api/orders", json=later)
    async with world.runtime.database.owner() as session:
        rows = await session.execute(
            text("select status, customer_id from orders where number = 'n2'")
        )
        assert [tuple(row) for row in rows] == [("completed", None)]
