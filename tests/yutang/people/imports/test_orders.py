"""A file of orders is checked without a trace, then taken in with its buyers, and only once."""

import io
from typing import Any

import pytest
from openpyxl import Workbook

from tests.yutang.people.imports.files import again, counts, rows, send, taken, wrong
from tests.yutang.world import World
from yutang.people.imports import service
from yutang.people.orders import service as orders

_TMALL_HEAD = (
    "订单编号", "买家会员名", "买家应付货款", "买家应付邮费", "总金额", "订单状态", "联系手机",
    "订单创建时间", "订单付款时间", "宝贝标题", "宝贝总数量", "退款金额",
)  # fmt: skip
_TMALL_ROWS = (
    (7, "598", "0", "598", "买家已付款，等待卖家发货", "'13800000001", "2026/5/23 22:02",
     "2026/5/23 22:03", "洗面奶", "0"),
    (8, "1200.50", "12", "￥1，212.50", "交易成功", "'13800000002", "2026-05-24 09:00:00",
     "2026-05-24 09:00:10", "面霜", "0.00"),
    (9, "99", "0", "99", "交易关闭", "'138****0003", "2026-05-25 09:00:00", "", "面膜", "0"),
    (10, "99", "0", "99", "退款成功", "'13800000002", "2026-05-26 09:00:00",
     "2026-05-26 09:01:00", "面膜", "0"),
)  # fmt: skip
TMALL = "\n".join(
    [
        ",".join(_TMALL_HEAD),
        *(
            f'"=""{1930679858170640 + place}""",蔓,{",".join(rest[:8])},1,{rest[8]}'
            for place, *rest in _TMALL_ROWS
        ),
    ]
)
ITEMS = """订单号,下单时间,付款时间,状态,这行金额,sku,商品名称,数量,会员号,退款
A1,2026-06-01 10:00,2026-06-01 10:05,已发货,30.00,tea,龙井,2,M1,
A2,2026-06-02 10:00,2026-06-02 10:05,待收款,10.00,cup,杯子,1,M2,
A1,2026-06-01 10:00,2026-06-01 10:05,已完成,20.50,cup,杯子,1,M1,
A3,2026-06-03 10:00,2026-06-03 10:05,已完成,abc,cup,杯子,1,M3,
A3,2026-06-03 10:00,2026-06-03 10:05,已完成,20.00,tea,龙井,1,M3,
A4,2026-06-04 10:00,2026-06-04 10:05,已完成,20.00,tea,龙井,1,,25
,2026-06-04 10:00,2026-06-04 10:05,已完成,20.00,tea,龙井,1,M1,
A5,2099-06-04 10:00,,待付款,20.00,tea,龙井,1,M1,
A6,2026-06-04 10:00,2026-06-04 10:05,已完成,20.00,tea,龙井,1.5,M1,
"""


def guessed(read: dict[str, Any]) -> dict[str, str]:
    """The mapping that the page would begin with."""
    columns = read["shape"]["columns"]
    return {str(c["index"]): c["order_guess"] for c in columns if c["order_guess"]}


async def checked(world: World, read: dict[str, Any], **wish: Any) -> dict[str, Any]:
    """Ask for the dry run and do it; the import afterwards."""
    shop = read["shape"]["shop"] or "file"
    body = {"subject": "orders", "columns": guessed(read), "shop": shop, **wish}
    answer = await world.http.post(f"/api/imports/{read['id']}/check", json=body)
    assert answer.status_code == 202, answer.text
    await service.check(world.runtime, world.corp_id, read["id"])
    return await again(world, read)


async def test_an_export_of_a_shop_is_known_by_its_headers_and_taken_in_once(shop: World) -> None:
    read = await send(shop, TMALL.encode("gb18030"), "ExportOrderList.csv")
    shape = read["shape"]
    assert (shape["shop"], shape["subject"], read["subject"]) == ("taobao", "orders", "orders")
    assert guessed(read) == {
        "0": "number", "3": "freight", "4": "amount", "5": "status", "6": "phone",
        "7": "placed_at", "8": "paid_at", "9": "item_name", "10": "quantity", "11": "refund",
    }  # fmt: skip

    dry = await checked(shop, read)
    assert (dry["state"], dry["reason"], await wrong(shop, read)) == ("checked", None, [])
    assert (counts(dry["found"]), dry["total"]) == ((4, 0, 0, 0), 4)
    assert dry["found"]["people"] == {"known": 0, "fresh": 2, "nameless": 1}
    assert [c["name"] for c in dry["shape"]["columns"] if c["masked"]] == ["联系手机"]
    for table in ("orders", "customers", "events"):
        assert await rows(shop, f"select count(*) from {table}") == [(0,)]  # noqa: S608

    done = await taken(shop, read)
    assert (done["state"], counts(done), done["has_file"]) == ("done", (4, 0, 0, 0), False)
    assert await rows(
        shop,
        "select number, source, status, amount_fen, freight_fen, refunded_fen,"
        " count(*) over (partition by customer_id),"
        " placed_at at time zone 'UTC' || '' from orders order by number",
    ) == [
        ("1930679858170647", "taobao", "paid", 59800, 0, 0, 1, "2026-05-23 14:02:00"),
        ("1930679858170648", "taobao", "completed", 121250, 1200, 0, 2, "2026-05-24 01:00:00"),
        ("1930679858170649", "taobao", "cancelled", 9900, 0, 0, 1, "2026-05-25 01:00:00"),
        ("1930679858170650", "taobao", "paid", 9900, 0, 9900, 2, "2026-05-26 01:00:00"),
    ]
    nobodys = "select number from orders where customer_id is null"
    assert await rows(shop, nobodys) == [("1930679858170649",)]
    assert await rows(shop, "select id, state from customers order by id") == [
        (1, "lead"), (2, "lead"),
    ]  # fmt: skip
    assert await rows(shop, "select to_regclass('staging.import_1_1')::text") == [(None,)]
    assert await rows(shop, "select sku, name, quantity from order_items order by order_id") == [
        (name, name, 1) for name in ("洗面奶", "面霜", "面膜", "面膜")
    ]
    kinds = await rows(shop, "select kind, count(*) from events group by 1 order by 1")

    second = await send(shop, TMALL.replace("买家已付款，等待卖家发货", "卖家已发货"), "again.csv")
    assert second["remembered"]
    again_dry = await checked(shop, second)
    assert counts(again_dry["found"]) == (0, 1, 3, 0)
    assert again_dry["found"]["people"] == {"known": 2, "fresh": 0, "nameless": 1}
    assert counts(await taken(shop, second)) == (0, 1, 3, 0)
    after = dict(await rows(shop, "select kind, count(*) from events group by 1"))
    assert after == {**dict(kinds), "order.shipped": 1}


async def test_rows_of_one_order_are_gathered_and_what_is_wrong_is_told(shop: World) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in ITEMS.splitlines():
        sheet.append(line.split(","))
    sink = io.BytesIO()
    book.save(sink)
    read = await send(shop, sink.getvalue(), "订单.xlsx")
    columns = {**guessed(read), "4": "row_amount"}
    dry = await checked(shop, read, columns=columns)
    assert dry["shape"]["unknown_statuses"] == ["待收款"]
    assert counts(dry["found"]) == (1, 0, 0, 7)
    assert await wrong(shop, read) == [
        (3, "状态", "不知道「待收款」是什么状态"),
        (5, "这行金额", "看不懂这个金额"),
        (6, "", "同一单的第 5 行有问题，整单不写入"),
        (7, "", "订单「A4」退的比付的多：25.00 > 20.00"),
        (8, "", "这一行没有订单号"),
        (9, "下单时间", "2099-06-04 10:00 还没有到"),
        (10, "数量", "数量要是 1 到 1,000,000 的整数"),
    ]
    dry = await checked(shop, read, columns=columns, statuses={"待收款": "placed"})
    assert counts(dry["found"]) == (2, 0, 0, 6)
    assert dry["found"]["people"] == {"known": 0, "fresh": 2, "nameless": 1}
    assert counts(await taken(shop, read)) == (2, 0, 0, 6)
    assert await rows(
        shop, "select number, source, status, amount_fen from orders order by number"
    ) == [("A1", "file", "shipped", 5050), ("A2", "file", "placed", 1000)]
    assert await rows(
        shop,
        "select sku, quantity, price_fen from order_items i join orders o on o.id = i.order_id"
        " where o.number = 'A1' order by place",
    ) == [("tea", 2, 1500), ("cup", 1, 2050)]
    ((buyer,),) = await rows(shop, "select customer_id from orders where number = 'A1'")
    life = (await shop.http.get(f"/api/customers/{buyer}/orders")).json()
    assert [one["number"] for one in life["items"]] == ["A1"]


async def test_a_mapping_without_number_time_or_money_is_refused(shop: World) -> None:
    read = await send(shop, ITEMS)
    url = f"/api/imports/{read['id']}/check"
    for columns, words in (
        ({"1": "placed_at", "4": "amount"}, "number"),
        ({"0": "number", "4": "amount"}, "when"),
        ({"0": "number", "1": "placed_at"}, "how much"),
        ({"0": "number", "1": "placed_at", "4": "amount", "9": "row_amount"}, "leave one out"),
        ({"0": "number", "1": "placed_at", "4": "name"}, "no such part"),
    ):
        body = {"subject": "orders", "columns": columns}
        answer = await shop.http.post(url, json=body)
        assert (answer.status_code, answer.json()["type"]) == (422, "imports.mapping")
        assert words in answer.json()["detail"]
    offered = (await shop.http.get("/api/imports/targets", params={"subject": "orders"})).json()
    assert [one["key"] for one in offered["items"] if one["identity"]] == [
        "external", "unionid", "member_number", "phone", "openid",
    ]  # fmt: skip


async def test_what_was_interrupted_goes_on_where_it_stands(
    shop: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [f"N{n % 300},2026-06-01 10:00,{n % 300}.00,M{n % 300},s{n}" for n in range(900)]
    read = await send(shop, "\n".join(["订单号,下单时间,实付金额,会员号,sku", *lines]))
    dry = await checked(shop, read)
    assert counts(dry["found"]) == (300, 0, 0, 0)
    monkeypatch.setattr("yutang.people.imports.running.FIRST_CHUNK", 100)
    monkeypatch.setattr("yutang.people.imports.running.LARGEST_CHUNK", 100)
    monkeypatch.setattr("yutang.people.imports.running.TRIES", 1)
    real, times = service.take_in, 0
    take = orders.take

    async def torn(*args: Any, **named: Any) -> Any:
        nonlocal times
        times += 1
        if times == 2:
            raise ConnectionError
        return await take(*args, **named)

    monkeypatch.setattr(orders, "take", torn)
    assert (await shop.http.post(f"/api/imports/{read['id']}/run")).status_code == 202
    with pytest.raises(ConnectionError):
        await real(shop.runtime, shop.corp_id, read["id"])
    assert await rows(shop, "select count(*) from orders") == [(99,)]
    halted = await again(shop, read)
    assert (halted["state"], halted["place"]) == ("failed", 100)
    assert counts(await taken(shop, read)) == (300, 0, 0, 0)
    assert await rows(shop, "select count(*), sum(amount_fen) from orders") == [
        (300, sum(range(300)) * 100)
    ]
    assert await rows(shop, "select count(*) from order_items") == [(900,)]
