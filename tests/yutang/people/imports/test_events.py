"""A file of behaviour is checked without a trace, then each row is in its person's log once."""

import io
import json
import zipfile
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from openpyxl import Workbook
from sqlalchemy import text

from tests.yutang.people.imports.files import again, counts, rows, send, taken, wrong
from tests.yutang.people.imports.files import checked as members_checked
from tests.yutang.world import World, add_corp
from yutang.people.imports import service
from yutang.people.kinds import service as kinds
from yutang.people.kinds.jobs import ReleaseEvents
from yutang.people.privacy import service as privacy
from yutang.sense.collector import service as collector

HERE = ZoneInfo("Asia/Shanghai")
NOW = datetime.now(HERE).replace(minute=0, second=0, microsecond=0)
LOG = "select customer_id, kind, props, source from events order by id"


def ago(days: int, hour: int = 9) -> str:
    """A time as a spreadsheet of the company writes it."""
    return f"{NOW - timedelta(days=days):%Y-%m-%d} {hour:02}:00"


def guessed(read: dict[str, Any]) -> dict[str, str]:
    """The mapping that the page would begin with."""
    columns = read["shape"]["columns"]
    return {str(c["index"]): c["event_guess"] for c in columns if c["event_guess"]}


async def checked(
    world: World, read: dict[str, Any], more: dict[str, str] | None = None, **wish: Any
) -> dict[str, Any]:
    """Ask for the dry run and do it; the import afterwards."""
    body = {"subject": "events", "columns": guessed(read) | (more or {}), **wish}
    answer = await world.http.post(f"/api/imports/{read['id']}/check", json=body)
    assert answer.status_code == 202, answer.text
    await service.check(world.runtime, world.corp_id, read["id"])
    return await again(world, read)


MIXED = "\n".join(
    [
        "事件,发生时间,会员号,手机号,页面,价格,试用,备注",
        f'浏览商品,{ago(3)},M1,,龙井,"￥1,280.50",是,',
        f"加入购物车,{ago(3, 10)},M1,,龙井,12,是,",
        f"领优惠卷,{ago(2)},M1,,,3,否,",
        f"浏览商品,{ago(3)},M1,,龙井,1280.5,是,再来",
        f"浏览商品,{ago(1)},,13800000001,面霜,99,否,",
        f"浏览商品,{ago(1)},,138****0002,面霜,99,否,",
        f"下单,{ago(1)},M1,,龙井,9,否,",
        f"浏览商品,{ago(-3)},M1,,龙井,9,否,",
        "浏览商品,,M1,,龙井,9,否,",
        f"page.viewed,{ago(900)},M1,,首页,9,否,",
        f"入会,{ago(3700)},M1,,首页,9,否,",
        f",{ago(1)},M1,,首页,9,否,",
        "浏览商品,昨天,M1,,龙井,9,否,",
        f'浏览商品,{ago(3)},M1,,龙井,"1,280.50",是,',
    ]
)


async def test_a_mixed_file_in_gbk_is_foreseen_taken_in_and_doubles_nothing(shop: World) -> None:
    read = await send(shop, MIXED.encode("gb18030"), "行为.csv")
    assert (read["subject"], read["shape"]["encoding"]) == ("events", "gb18030")
    assert guessed(read) == {
        "0": "kind", "1": "at", "2": "member_number", "3": "phone", "4": "prop:title",
        "5": "prop:price",
    }  # fmt: skip
    assert [c["prop"] for c in read["shape"]["columns"]][5:] == ["价格", "试用", "备注"]
    dry = await checked(shop, read, {"6": "prop:试用"})
    assert (dry["state"], dry["reason"], dry["total"]) == ("checked", None, 14)
    # The fourth row says the first again but for a column that is not kept; so does the last.
    assert counts(dry["found"]) == (3, 0, 2, 9)
    assert dry["found"]["people"] == {"known": 0, "fresh": 2, "nameless": 0}
    assert dry["shape"]["looks"] == {"4": "string", "5": "number", "6": "boolean"}
    refusals = [
        (4, "", "没有「领优惠卷」这种事件，进隔离区"),
        (7, "", "这一行没有能认人的编号"),
        (8, "", "「下单」是订单的事"),
        (9, "发生时间", f"{ago(-3)} 还没有到"),
        (10, "", "这一行没有时间"),
        (11, "", "「page.viewed」只保留 24 个月，这一条已经过期"),
        (12, "", "「入会」发生在十年以前"),
        (13, "", "这一行没写发生了什么"),
        (14, "发生时间", "看不懂这个时间"),
    ]
    assert await wrong(shop, read) == refusals
    for table in ("customers", "events", "event_quarantine", "event_kind_days"):
        assert await rows(shop, f"select count(*) from {table}") == [(0,)]  # noqa: S608

    done = await taken(shop, read)
    assert (done["state"], counts(done)) == ("done", (3, 0, 2, 9))
    assert await wrong(shop, read) == refusals
    price = {"title": "龙井", "试用": True}
    assert await rows(shop, LOG) == [
        (1, "product.seen", {**price, "price": 1280.5}, "import:1"),
        (1, "cart.added", {**price, "price": 12}, "import:1"),
        (2, "product.seen", {"title": "面霜", "price": 99, "试用": False}, "import:1"),
    ]
    [(at, actor)] = await rows(shop, "select at, actor from events where kind = 'cart.added'")
    assert (at, actor) == (datetime.fromisoformat(ago(3, 10)).replace(tzinfo=HERE), "customer")
    assert await rows(shop, "select id, state from customers order by id") == [
        (1, "lead"), (2, "lead"),
    ]  # fmt: skip

    # The same file again changes nothing, nor does it wait twice.
    second = await send(shop, MIXED, "又一次.csv")
    assert second["remembered"]
    dry = await checked(shop, second, {"6": "prop:试用"})
    assert counts(dry["found"]) == (0, 0, 5, 9)
    assert dry["found"]["people"] == {"known": 2, "fresh": 0, "nameless": 0}
    assert counts(await taken(shop, second)) == (0, 0, 5, 9)
    assert await rows(shop, "select count(*) from events") == [(3,)]
    quarantine = "select source_id, customer_id, said, reason from event_quarantine"
    assert await rows(shop, quarantine) == [(0, 1, "领优惠卷", "unknown_kind")]

    # What waits is written when somebody decided, as a part of its import.
    heaps = (await shop.http.get("/api/event-kinds/quarantine")).json()["items"]
    assert [(one["said"], one["sources"]) for one in heaps] == [("领优惠卷", [0])]
    decision = {"said": "领优惠卷", "reason": "unknown_kind", "choice": "existing"}
    answer = await shop.http.post(
        "/api/event-kinds/quarantine/decisions", json={**decision, "kind": "coupon.received"}
    )
    assert answer.status_code == 200, answer.text
    job = "select args from procrastinate.procrastinate_jobs where task_name = 'kinds.release'"
    [(args,)] = await rows(shop, job)
    assert await kinds.release(shop.runtime, ReleaseEvents.model_validate(args)) == 1
    assert await collector.write_released(shop.runtime) == 1
    assert (await rows(shop, LOG))[3:] == [
        (1, "coupon.received", {"price": 3, "试用": False}, "import:1")
    ]
    third = await send(shop, MIXED, "第三次.csv")
    assert counts((await checked(shop, third, {"6": "prop:试用"}))["found"]) == (0, 0, 6, 8)
    life = (await shop.http.get("/api/customers/1/timeline")).json()["items"]
    assert [(one["kind"], one["main"]) for one in life] == [
        ("coupon.received", None), ("cart.added", "龙井"), ("product.seen", "龙井"),
    ]  # fmt: skip


async def test_a_workbook_of_one_kind_with_wrong_types(shop: World) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["时间", "openid", "设备", "得分", "到期"])
    day = NOW.replace(tzinfo=None) - timedelta(days=2)
    for n, score in enumerate((4, 4.5, "很好")):
        sheet.append([day + timedelta(hours=n), f"o{n}", f"d{n}", score, day.date()])
    sink = io.BytesIO()
    book.save(sink)
    new = {"name": "rated", "label": "评分"}
    assert (await shop.http.post("/api/event-kinds", json=new)).status_code == 201
    first = "\n".join(["时间,openid,得分", f"{ago(4)},o9,5"])
    read = await send(shop, first)
    assert read["subject"] == "members"
    more = {"2": "prop:得分"}
    await checked(shop, read, more, kind="custom.rated")
    assert counts(await taken(shop, read)) == (1, 0, 0, 0)

    read = await send(shop, sink.getvalue(), "评分.xlsx")
    url = f"/api/imports/{read['id']}/check"
    columns = guessed(read) | {"3": "prop:得分", "4": "prop:到期"}
    assert columns == {
        "0": "at", "1": "openid", "2": "device", "3": "prop:得分", "4": "prop:到期",
    }  # fmt: skip
    for wish, words in (
        ({}, "nothing says what happened"),
        ({"kind": "custom.other"}, "there is no kind of event"),
        ({"kind": "order.paid"}, "import this as a file of orders"),
        ({"kind": "支付"}, "import this as a file of orders"),
        ({"kind": "custom.rated", "columns": {**columns, "3": "prop:a b"}}, "cannot be called"),
        ({"kind": "custom.rated", "columns": {**columns, "3": "number"}}, "no such part"),
        ({"kind": "custom.rated", "columns": {"1": "openid"}}, "no column says when"),
        ({"kind": "custom.rated", "columns": {"0": "at"}}, "no column says who"),
        ({"kind": "custom.rated", "columns": {**columns, "3": "kind"}}, "leave one out"),
    ):
        body = {"subject": "events", "columns": columns, **wish}
        answer = await shop.http.post(url, json=body)
        assert (answer.status_code, answer.json()["type"]) == (422, "imports.mapping"), wish
        assert words in answer.json()["detail"]
    dry = await checked(shop, read, columns, kind="custom.rated")
    assert counts(dry["found"]) == (2, 0, 0, 1)
    assert counts(await taken(shop, read)) == (2, 0, 0, 1)
    assert await wrong(shop, read, "en") == [
        (
            4,
            "",
            "“得分” of “custom.rated” is of another type than is known; it goes into quarantine",
        )
    ]
    props = "select props from events where source = 'import:2' order by id"
    until = f"{day:%Y-%m-%d}"
    assert [one for (one,) in await rows(shop, props)] == [
        {"得分": 4, "到期": until}, {"得分": 4.5, "到期": until},
    ]  # fmt: skip
    offered = (await shop.http.get("/api/imports/targets", params={"subject": "events"})).json()
    assert [one["key"] for one in offered["items"]][:2] == ["kind", "at"]
    names = {one["name"]: one["label"] for one in offered["kinds"]}
    assert names["custom.rated"] == "评分"
    assert "order.paid" not in names

    # Another company has neither the kind nor the file.
    other, _ = await add_corp(shop.runtime, "other", (1,))
    async with shop.runtime.database.owner() as session:
        theirs = await service.list_kinds(shop.runtime, session, other)
    assert "custom.rated" not in {one.name for one in theirs}
    await shop.sign_in("other")
    assert (await shop.http.get(f"/api/imports/{read['id']}")).status_code == 404
    assert (await shop.http.post(f"/api/imports/{read['id']}/run")).status_code == 404


async def test_what_was_interrupted_goes_on_where_it_stands(
    shop: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [f"浏览商品,{ago(1 + n % 30)},M{n % 100},s{n}" for n in range(500)]
    read = await send(shop, "\n".join(["事件,时间,会员号,sku", *lines]))
    assert counts((await checked(shop, read))["found"]) == (500, 0, 0, 0)
    monkeypatch.setattr("yutang.people.imports.running.FIRST_CHUNK", 100)
    monkeypatch.setattr("yutang.people.imports.running.LARGEST_CHUNK", 100)
    monkeypatch.setattr("yutang.people.imports.running.TRIES", 1)
    real, times = kinds.sort_out, 0

    async def torn(*args: Any, **named: Any) -> Any:
        nonlocal times
        times += 1
        if times == 3:
            raise ConnectionError
        return await real(*args, **named)

    monkeypatch.setattr(kinds, "sort_out", torn)
    assert (await shop.http.post(f"/api/imports/{read['id']}/run")).status_code == 202
    with pytest.raises(ConnectionError):
        await service.take_in(shop.runtime, shop.corp_id, read["id"])
    halted = await again(shop, read)
    assert (halted["state"], counts(halted)) == ("failed", (halted["place"] - 1, 0, 0, 0))
    # The server forgets the staged rows, as an unlogged table does in a crash.
    assert await rows(shop, "delete from staging.import_1_1 returning 1") != []
    assert counts(await taken(shop, read)) == (500, 0, 0, 0)
    assert await rows(shop, "select count(*), count(distinct props) from events") == [(500, 500)]


async def test_a_merged_person_and_a_frozen_month(shop: World) -> None:
    lines = "\n".join(["事件,时间,会员号", f"入会,{ago(200)},M1", f"入会,{ago(100)},M2"])
    read = await send(shop, lines)
    await checked(shop, read)
    assert counts(await taken(shop, read)) == (2, 0, 0, 0)
    wish = {"from_id": 1, "why": "同一个人"}
    answer = await shop.http.post("/api/customers/2/merges", json=wish)
    assert answer.status_code == 200, answer.text
    second = await send(shop, lines)
    assert counts((await checked(shop, second))["found"]) == (0, 0, 2, 0)
    month = (NOW.astimezone(UTC) - timedelta(days=200)).strftime("%Y-%m")
    async with shop.runtime.database.owner() as session:
        await session.execute(text("delete from events where customer_id = 1"))
        await session.execute(
            text(
                "insert into log_cold (corp_id, month, rows, last_person)"
                " values (:corp_id, cast(:month as date), 1, 2)"
            ),
            {"corp_id": shop.corp_id, "month": f"{month}-01"},
        )
    assert counts((await checked(shop, second))["found"]) == (0, 0, 1, 1)
    assert await wrong(shop, second) == [
        (2, "", f"{month} 这个月已存成文件，查不到这一条是不是写过")
    ]


async def test_who_did_it_gets_it_and_can_have_it_erased(shop: World) -> None:
    people = await send(shop, "姓名,会员号\n张三,M1\n李四,M2")
    await taken(shop, await members_checked(shop, people))
    lines = [f"{kind},{ago(2)},M{n},龙井CANARY" for n in (1, 2) for kind in ("浏览商品", "试饮")]
    read = await send(shop, "\n".join(["事件,时间,会员号,页面", *lines]))
    await checked(shop, read)
    assert counts(await taken(shop, read)) == (2, 0, 0, 2)
    wish = {"reason": "客户本人要求", "language": "zh-CN"}
    asked = await shop.http.post("/api/privacy/customers/1/export", json=wish)
    export_id = asked.json()["export_id"]
    await privacy.write_person(shop.runtime, shop.corp_id, export_id)
    answer = await shop.http.get(f"/api/privacy/exports/{export_id}/file")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as pack:
        facts = json.loads(pack.read("data.json"))
    mine = [one for one in facts["events"] if one["kind"] == "product.seen"]
    assert [(one["props"], one["source"]) for one in mine] == [
        ({"title": "龙井CANARY"}, "import:2")
    ]
    assert [one["props"] for one in facts["event_quarantine"]] == [{"title": "龙井CANARY"}]

    asked = await shop.http.post(
        "/api/privacy/customers/1/erasure", json={"reason": "客户本人要求"}
    )
    request = asked.json()["id"]
    url = f"/api/privacy/erasures/{request}/confirm"
    assert (await shop.http.post(url, json={"name": "张三"})).status_code == 202
    await privacy.carry_on(shop.runtime, shop.corp_id, request)
    seen = "select customer_id from events where kind = 'product.seen' order by id"
    assert await rows(shop, seen) == [(None,), (2,)]
    assert await rows(shop, "select customer_id from event_quarantine") == [(2,)]
    second = await send(shop, "\n".join(["事件,时间,会员号,页面", *lines]))
    assert counts((await checked(shop, second))["found"]) == (0, 0, 1, 3)
    assert (await wrong(shop, second))[:2] == [
        (2, "", "这一行的编号都不能用"), (3, "", "这一行的编号都不能用"),
    ]  # fmt: skip
