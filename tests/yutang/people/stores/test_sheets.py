"""Sheets of stores: tried, refused row by row, written whole, handed out."""

import csv
import io
from typing import Any

import openpyxl
import pytest

from tests.yutang.people.stores.books import add, audited, books, company
from tests.yutang.world import World
from yutang.people.stores import importing, wording

SHEET = """门店编号,名称,城市,纬度,经度,部门,店长账号,员工账号,状态,备注
SZ001,南山店,深圳,22.5431,113.9298,华南,alice,bob；carol、ALICE,营业,a
SH001,静安店,上海,,,,,,关店,b
"""


async def send(
    world: World,
    content: str | bytes,
    *,
    write: bool = False,
    name: str = "stores.csv",
    lang: str = "zh-CN",
) -> Any:
    """Send a sheet."""
    body = content.encode() if isinstance(content, str) else content
    return await world.http.post(
        "/api/stores/import", params={"name": name, "write": write, "lang": lang}, content=body
    )


async def test_a_sheet_is_tried_then_written_and_a_second_time_changes_nothing(
    world: World,
) -> None:
    await world.sign_in()
    ids = await company(world)
    kept = await add(world, number="SH001", name="静安旧店", manager_ids=[ids["bob"]])
    before = await books(world)
    tried = (await send(world, SHEET)).json()
    assert (tried["created"], tried["changed"], tried["unchanged"], tried["errors"]) == (
        1,
        1,
        0,
        [],
    )
    assert (tried["ignored_columns"], tried["written"]) == (["备注"], False)
    assert await books(world) == before
    written = (await send(world, SHEET.encode("gb18030"), write=True)).json()
    assert (written["created"], written["changed"], written["written"]) == (1, 1, True)
    listed = (await world.http.get("/api/stores", params={"state": "all"})).json()["items"]
    shanghai, shenzhen = listed
    assert (shanghai["name"], shanghai["managers"], shanghai["closed_at"] is None) == (
        "静安店", [], False,
    )  # fmt: skip
    # The sheet has no column of hours.
    assert shanghai["hours"] == kept["hours"]
    detail = (await world.http.get(f"/api/stores/{shenzhen['id']}")).json()
    assert {(one["account"], one["is_manager"]) for one in detail["named"]} == {
        ("alice", True), ("bob", False), ("carol", False),
    }  # fmt: skip
    assert (detail["latitude"], detail["department"]["name"]) == (22.5431, "华南")
    again = (await send(world, SHEET, write=True)).json()
    assert (again["created"], again["changed"], again["unchanged"]) == (0, 0, 2)
    ((target, was, now),) = await audited(world, "stores.imported")
    assert (target, now["file"]) == ("stores", "stores.csv")
    assert was["stores"][str(kept["id"])]["manager_ids"] == [ids["bob"]]
    assert now["stores"][str(shenzhen["id"])]["city"] == "深圳"
    exported = (await world.http.get("/api/stores/export.csv?state=all")).content
    assert (await send(world, exported)).json()["unchanged"] == 2
    assert len(await audited(world, "stores.exported")) == 1


async def test_what_is_wrong_is_told_by_row_and_nothing_is_half_written(world: World) -> None:
    await world.sign_in()
    await company(world)
    sheet = (
        "Number,Name,City,Latitude,Longitude,Department,Managers,Members,State\n"
        "1,One,,,,,,,\n"
        "\n"
        ",Two,,,,,,,\n"
        "1,Three,,,,,,,\n"
        "4,,,,,,,,\n"
        f"5,Five,{'长' * 31},,,,,,\n"
        "6,Six,,north,1,,,,\n"
        "7,Seven,,113.9,22.5,,,,\n"
        "8,Eight,,22.5,,,,,\n"
        "9,Nine,,nan,1,,,,\n"
        "10,Ten,,,,财务,nobody;alice,dave,\n"
        "11,Eleven,,,,南山,,,maybe\n"
    )
    tried = (await send(world, sheet, lang="en")).json()
    told = [(one["row"], one["column"], one["code"]) for one in tried["errors"]]
    assert told == [
        (4, "Number", "number.missing"),
        (5, "Number", "number.double"),
        (6, "Name", "name.missing"),
        (7, "City", "long"),
        (8, "Latitude", "coordinate.unreadable"),
        (9, "Latitude", "coordinate.range"),
        (10, "Longitude", "coordinate.half"),
        (11, "Latitude", "coordinate.unreadable"),
        (12, "Department", "department.unknown"),
        (12, "Members", "account.left"),
        (12, "Managers", "account.unknown"),
        (13, "Department", "department.several"),
        (13, "State", "state.unknown"),
    ]
    assert (tried["rows"], tried["created"], tried["error_count"]) == (11, 1, 13)
    assert tried["errors"][1]["what"] == "The same number as row 2"
    refused = await send(world, sheet, write=True)
    assert (refused.status_code, refused.json()["type"]) == (422, "stores.rows")
    assert await books(world) == []


def workbook(rows: list[list[Any]]) -> bytes:
    """Rows on the second sheet of a workbook; the first is about something else."""
    book = openpyxl.Workbook()
    book.create_sheet("说明", 0).append(["说明"])
    sheet = book.create_sheet("门店", 1)
    sheet.append([])
    for row in rows:
        sheet.append(row)
    sink = io.BytesIO()
    book.save(sink)
    return sink.getvalue()


async def test_workbooks_are_read_and_files_of_other_kinds_named(world: World) -> None:
    await world.sign_in()
    await company(world)
    book = workbook([["门店编号（必填）", "名称", "纬度", "经度"], [1001, "一号店", 22.5, 113.9]])
    assert (await send(world, book, write=True, name="a.xlsx")).json()["created"] == 1
    (store,) = (await world.http.get("/api/stores")).json()["items"]
    assert (store["number"], store["latitude"]) == ("1001", 22.5)
    for content, code in (
        (b"", "stores.sheet"),
        (b"PK\x03\x04 damaged", "stores.sheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "stores.sheet"),
        (b"a,b\n1,2\n", "stores.sheet"),
        ("门店编号,名称\n".encode(), "stores.sheet"),
        (b"number,name\n\xff\xfe\xff,x\n", "stores.sheet"),
        (b"number,name\n" + b"1,x\n" * 10_001, "stores.sheet_too_large"),
        (b"n" * ((10 << 20) + 1), "stores.sheet_too_large"),
    ):
        answer = await send(world, content)
        assert answer.json()["type"] == code, answer.text
    template = (await world.http.get("/api/stores/template.csv?lang=en")).text
    (head,) = csv.reader(io.StringIO(template.removeprefix("\ufeff")))
    assert head[0] == "Number"
    assert len(head) == 12


@pytest.mark.proof
async def test_ten_thousand_stores_are_one_transaction(world: World) -> None:
    await world.sign_in()
    await company(world)
    rows = "".join(f"N{n:05},店 {n},深圳,{'alice' if n % 2 else 'bob'}\n" for n in range(10_000))
    written = (await send(world, "编号,名称,城市,店长\n" + rows, write=True)).json()
    assert (written["created"], written["error_count"]) == (10_000, 0)
    changed = (await send(world, "编号,城市\n" + rows.replace(",深圳", ""), write=True)).json()
    assert changed["changed"] == 10_000
    entries = await audited(world, "stores.imported")
    assert len(entries) == 2 * 10_000 // importing.STORES_AN_ENTRY


def test_every_refusal_of_a_row_has_words_in_both_languages() -> None:
    for words in wording.WORDS.values():
        for what, todo in (words["zh-CN"], words["en"]):
            assert what.format(detail="x")
            assert todo
