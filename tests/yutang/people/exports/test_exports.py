"""What is exported is what the list shows, and each export stands in the register."""

import io
from datetime import UTC, datetime, timedelta
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
from sqlalchemy import text

from tests.yutang.people.imports.files import checked, send, taken
from tests.yutang.world import PASSWORD, World, add_corp
from yutang.kernel.access import service as access
from yutang.people.exports import service
from yutang.people.exports.workbooks import ExcelTable

FILE = "姓名,手机,标签\n张三,13800000001,老客\n=1+1,+85261234567,\n"
COLUMNS = ["id", "name", "phone", "state", "tags"]
MASKED = [
    ["编号", "姓名", "手机", "状态", "标签"],
    ["1", "张三", "138 **** 0001", "线索", "老客"],
    ["2", "=1+1", "+85 **** 4567", "线索", None],
]


async def write(world: World, wish: dict[str, object], **query: str) -> dict[str, object]:
    """Ask for a file and write it; the entry."""
    answer = await world.http.post("/api/exports", params=query, json=wish)
    assert answer.status_code == 202, answer.text
    await service.write(world.runtime, world.corp_id, answer.json()["id"])
    read: dict[str, object] = (await world.http.get(f"/api/exports/{answer.json()['id']}")).json()
    return read


async def test_people_go_out_in_three_formats_and_stand_in_the_register(world: World) -> None:
    await world.sign_in()
    read = await send(world, FILE)
    await checked(world, read, unknown_tags="create")
    await taken(world, read)

    wish: dict[str, object] = {"format": "csv", "columns": COLUMNS}
    one = await write(world, wish, state="lead")
    assert (one["state"], one["done"], one["question"]) == ("done", 2, "state=lead")
    content = (await world.http.get(f"/api/exports/{one['id']}/file")).content
    assert content.decode("utf-8-sig").splitlines() == [
        '"编号","姓名","手机","状态","标签"',
        '"1","张三","138 **** 0001","线索","老客"',
        '"2","\'=1+1","+85 **** 4567","线索",',
    ]
    book = await write(world, {**wish, "format": "xlsx"})
    content = (await world.http.get(f"/api/exports/{book['id']}/file")).content
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == MASKED
    chosen = await write(world, {**wish, "format": "parquet", "phones": True, "ids": [2, 99]})
    content = (await world.http.get(f"/api/exports/{chosen['id']}/file")).content
    assert pq.read_table(io.BytesIO(content)).to_pylist() == [
        {"编号": "2", "姓名": "=1+1", "手机": "+85261234567", "状态": "线索", "标签": None}
    ]
    nobody = await write(world, wish, state="lost")
    assert (nobody["state"], nobody["done"]) == ("done", 0)

    register = (await world.http.get("/api/exports")).json()["items"]
    assert [(e["done"], e["phones"], e["selected"], e["downloads"]) for e in register] == [
        (0, False, None, 0), (1, True, 2, 1), (2, False, None, 1), (2, False, None, 1),
    ]  # fmt: skip
    bad = await world.http.post("/api/exports", json={"columns": ["password"]})
    assert (bad.status_code, bad.json()["type"]) == (422, "exports.column")

    async with world.runtime.database.owner() as session:
        await access.add_user(
            session, world.corp_id, login="op", name="运营", role="operator", password=PASSWORD
        )
        await session.execute(
            text("update exports set expires_at = :past where id = :id"),
            {"past": datetime.now(UTC) - timedelta(seconds=1), "id": one["id"]},
        )
    await service.forget_old(world.runtime)
    gone = await world.http.get(f"/api/exports/{one['id']}/file")
    assert (gone.status_code, gone.json()["type"]) == (410, "exports.no_file")
    await add_corp(world.runtime, "other", (1,))
    for login, status in (("op", 403), ("other", 404)):
        await world.http.delete("/api/session")
        await world.sign_in(login)
        assert (await world.http.get(f"/api/exports/{book['id']}/file")).status_code == status


def test_a_full_sheet_is_followed_by_the_next(tmp_path: Path) -> None:
    table = ExcelTable(tmp_path / "x.xlsx", ["n"], sheet_rows=3)
    table.add([[str(n) for n in range(5)]])
    table.close()
    sheets = openpyxl.load_workbook(tmp_path / "x.xlsx").worksheets
    assert [[row[0].value for row in sheet.iter_rows()] for sheet in sheets] == [
        ["n", "0", "1"], ["n", "2", "3"], ["n", "4"],
    ]  # fmt: skip
