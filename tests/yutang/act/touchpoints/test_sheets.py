"""Touchpoints from a file: tried, refused row by row, written whole, found again by name."""

import io
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.yutang.act.gifts.stage import NOW, add_channel, add_gift, run
from tests.yutang.world import World, add_corp, open_world
from yutang.act.touchpoints import sheets
from yutang.act.touchpoints.schemas import Kind

FIRST = (NOW - timedelta(days=5)).date()
HEAD = (
    "触点名称", "类型", "位置", "门店编号", "客户得到什么", "加好友礼", "活码", "负责人账号",
    "一次性成本（元）", "每月成本（元）", "开始日期", "结束日期", "说明",
)  # fmt: skip


@pytest.fixture
async def shop(dsn: str, tmp_path: Path) -> AsyncIterator[World]:
    """Its owner is signed in; a code, a gift, a store, a member and one who left."""
    async with open_world(dsn, tmp_path) as world:
        await world.sign_in()
        await add_channel(world, "台卡码", "yt1")
        for state in ("yt2", "yt3"):
            await add_channel(world, "双生", state)
        await add_gift(world, ["A"])
        await run(
            world,
            "insert into staff (corp_id, account, name, status)"
            " values (:corp, 'ann', '周岚', 'active'), (:corp, 'gone', '走了', 'left')",
        )
        await run(
            world,
            "insert into stores (corp_id, number, name, created_by)"
            " values (:corp, '001', '南山店', 't')",
        )
        yield world


def book(*rows: tuple[object, ...]) -> bytes:
    """A workbook."""
    made = Workbook()
    for row in rows:
        made.worksheets[0].append(row)
    sink = io.BytesIO()
    made.save(sink)
    return sink.getvalue()


async def send(world: World, content: str | bytes, **query: Any) -> Any:
    """Send a sheet."""
    body = content.encode() if isinstance(content, str) else content
    params = {"name": "触点.xlsx", **query}
    return await world.http.post("/api/touchpoints/import", params=params, content=body)


async def kept(world: World) -> list[dict[str, Any]]:
    """All that stand, the first one first."""
    return list(reversed((await world.http.get("/api/touchpoints")).json()["items"]))


async def test_a_sheet_is_tried_then_written_and_a_second_time_changes_nothing(
    shop: World,
) -> None:
    template = (await shop.http.get("/api/touchpoints/template.csv")).content.decode("utf-8-sig")
    assert template.strip().split(",")[:3] == ["触点名称", "类型", "位置"]
    sheet = book(
        HEAD,
        ("台卡", "桌贴", "一层", "001", None, "到店试用装", "台卡码", "ANN", 1200.5, "¥1,000",
         f"{FIRST:%Y/%m/%d}", "2199年12月31日", "x"),
        ("门口立牌", "door", "", "", "满 99 减 10", *[""] * 8),
    )  # fmt: skip
    tried = (await send(shop, sheet)).json()
    assert (tried["rows"], tried["created"], tried["errors"], tried["written"]) == (2, 2, [], False)
    assert tried["ignored_columns"] == ["说明"]
    assert await kept(shop) == []
    assert (await send(shop, sheet, write=True)).json()["written"] is True
    card, sign = await kept(shop)
    assert (card["name"], card["kind"], card["place"], card["hook"]) == (
        "台卡", "table", "一层", "gift",
    )  # fmt: skip
    assert (card["store"]["name"], card["gift"]["name"]) == ("南山店", "到店试用装")
    assert (card["channel"]["name"], card["owner"]["account"]) == ("台卡码", "ann")
    assert (card["cost_once"], card["cost_monthly"]) == (120_050, 100_000)
    assert (card["starts_on"], card["ends_on"]) == (str(FIRST), "2199-12-31")
    assert (sign["kind"], sign["hook"], sign["hook_text"]) == ("door", "text", "满 99 减 10")
    again = (await send(shop, sheet, write=True)).json()
    assert (again["created"], again["changed"], again["unchanged"]) == (0, 0, 2)
    # A column that is missing changes nothing; an empty cell empties; a gift takes a text's place.
    change = "Name,Gift,Place\n门口立牌,到店试用装,\n台卡,,二层\n新的,,\n"
    changed = (await send(shop, change, name="a.csv", write=True, lang="en")).json()
    assert (changed["created"], changed["changed"], changed["unchanged"]) == (1, 2, 0)
    card, sign, new = await kept(shop)
    assert (card["place"], card["hook"], card["gift"], card["version"]) == ("二层", "none", None, 2)
    assert (sign["hook"], sign["hook_text"], sign["gift"]["name"]) == ("gift", "", "到店试用装")
    assert (new["name"], new["kind"], new["hook"]) == ("新的", "other", "none")
    found = await run(
        shop,
        "select action, count(*), min(target) from audit_entries"
        " where action like 'touchpoint.%' group by 1 order by 1",
    )
    assert found == [
        ("touchpoint.changed", 2, f"touchpoint:{card['id']}"),
        ("touchpoint.created", 3, f"touchpoint:{card['id']}"),
    ]


async def test_what_is_wrong_is_told_by_row_and_nothing_is_written(shop: World) -> None:
    sheet = book(
        HEAD,
        ("", "墙", "长" * 101, "9", "字", "没有", "没有", "nobody", "1.234", "x", "昨天", "", ""),
        ("一", "", "", "", "", "", "双生", "gone", "-1", "", "2026-02-30", "", ""),
        ("一", "", "", "", "", "", "", "", "", "", "2026-03-02", "2026-03-01", ""),
        ("名" * 41, "", "", "", "", "", "", "", "", "", "", "", ""),
    )
    tried = (await send(shop, sheet)).json()
    assert [(one["row"], one["column"], one["code"]) for one in tried["errors"]] == [
        (2, "触点名称", "name.missing"),
        (2, "位置", "long"),
        (2, "类型", "kind.unknown"),
        (2, "门店编号", "store.unknown"),
        (2, "活码", "channel.unknown"),
        (2, "负责人账号", "owner.unknown"),
        (2, "客户得到什么", "hook.both"),
        (2, "加好友礼", "gift.unknown"),
        (2, "一次性成本（元）", "amount.unreadable"),
        (2, "每月成本（元）", "amount.unreadable"),
        (2, "开始日期", "day.unreadable"),
        (3, "活码", "channel.several"),
        (3, "负责人账号", "owner.left"),
        (3, "一次性成本（元）", "amount.unreadable"),
        (3, "开始日期", "day.unreadable"),
        (4, "结束日期", "day.order"),
        (4, "触点名称", "name.double"),
        (5, "触点名称", "long"),
    ]
    assert tried["error_count"] == 18
    refused = await send(shop, sheet, write=True)
    assert (refused.status_code, refused.json()["type"]) == (422, "touchpoints.rows")
    for wrong, status, code in (
        ("位置\n一层\n", 422, "touchpoints.sheet"),
        ("触点名称\n" + "x\n" * 1001, 413, "touchpoints.sheet_too_large"),
    ):
        refused = await send(shop, wrong, name="a.csv", write=True)
        assert (refused.status_code, refused.json()["type"]) == (status, code)
    assert await kept(shop) == []
    full = "触点名称\n" + "".join(f"触点{n}\n" for n in range(1000))
    assert (await send(shop, full, name="a.csv", write=True)).json()["created"] == 1000
    refused = await send(shop, "触点名称\n再一个\n", name="a.csv", write=True)
    assert (refused.status_code, refused.json()["type"]) == (409, "touchpoints.too_many")
    await add_corp(shop.runtime, "rival", (1000009,))
    await shop.sign_in("rival")
    assert (await send(shop, "触点名称,活码\n触点1,台卡码\n", name="a.csv")).json()["errors"][0][
        "code"
    ] == "channel.unknown"


def test_every_fault_and_kind_has_its_words() -> None:
    shapes = {code: sorted(words) for code, words in sheets.WORDS.items()}
    assert all(shape == ["en", "zh-CN"] for shape in shapes.values())
    assert set(sheets.KINDS.values()) == set(Kind.__args__)
    folder = Path(__file__).parents[4] / "web/apps/admin/src/locales/zh-CN"
    page = json.loads((folder / "later-touchpoints.json").read_text())["touchpoints"]["kinds"]
    assert {sheets.KINDS[word] for word in page.values()} == set(page)
