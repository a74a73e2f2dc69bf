"""Codes from a file: checked row by row, made within WeCom's room, handed out as a table."""

import io
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from sqlalchemy import text

from tests.yutang.act.loop import Loop, open_loop, until
from yutang.people.room import counting


@pytest.fixture
async def loop(dsn: str, tmp_path: Path) -> AsyncIterator[Loop]:
    """Both sides with a worker at work."""
    async with open_loop(dsn, tmp_path) as loop, loop.working():
        yield loop


def _book(*rows: tuple[str, ...]) -> bytes:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    sink = io.BytesIO()
    book.save(sink)
    return sink.getvalue()


async def _send(loop: Loop, content: bytes, status: int = 201) -> Any:
    answer = await loop.yutang.http.post(
        "/api/channel-batches", params={"name": "活码.xlsx"}, content=content
    )
    assert answer.status_code == status, answer.text
    return answer.json()


async def _write(loop: Loop, statement: str, **values: Any) -> None:
    async with loop.yutang.runtime.database.owner() as session:
        await session.execute(text(statement), {"corp": loop.yutang.corp_id} | values)


async def _codes(loop: Loop) -> int:
    return int((await loop.yutang.http.get("/api/channels")).json()["total"])


async def _stage(loop: Loop) -> bytes:
    """Stores, somebody who left, a crowd; and a file that speaks of them."""
    await loop.act("staff/s2/resign")
    await _write(
        loop,
        "insert into stores (corp_id, number, name, created_by)"
        " values (:corp, '001', '万象城店', 't'), (:corp, '002', '空店', 't')",
    )
    await _write(
        loop,
        "insert into store_staff select :corp, s.id, m.id, false from stores s, staff m"
        " where s.number = '001' and m.account in ('s0', 's1')",
    )

    async def left() -> bool:
        async with loop.yutang.runtime.database.owner() as session:
            status = await session.scalar(text("select status from staff where account = 's2'"))
        return bool(status == "left")

    await until(left)
    await _write(
        loop,
        "insert into staff (corp_id, account, name)"
        " select :corp, 'many' || n, '多' || n from generate_series(1, 101) n",
    )
    crowd = ";".join(f"many{n}" for n in range(1, 102))
    return _book(
        ("活码名称", "员工账号", "门店编号", "备注", "说明"),
        ("", "S0", "", "柜台", "员工自己的码"),
        ("", "", "001", "", ""),
        ("双人", "s0; s1", "", "", ""),
        ("", "nobody", "", "", ""),
        ("离职", "s2", "", "", ""),
        ("台卡", "s0", "", "", ""),
        ("双人", "s1", "", "", ""),
        ("人多", crowd, "", "", ""),
        ("", "", "002", "", ""),
        ("", "", "", "没有人", ""),
    )


async def test_a_file_becomes_codes_row_by_row(loop: Loop) -> None:
    http = loop.yutang.http
    await loop.channel(name="台卡", welcome=None, tag_ids=[])
    read = await _send(loop, await _stage(loop))
    assert (read["rows"], read["wrong"], read["state"], read["ignored_columns"]) == (
        3, 7, "checked", ["说明"],
    )  # fmt: skip
    assert [(one["row"], one["name"], one["staff"]) for one in read["samples"]] == [
        (2, "员工0", ["员工0"]),
        (3, "万象城店", ["员工0", "员工1"]),
        (4, "双人", ["员工0", "员工1"]),
    ]
    assert [(one["row"], one["fault"], one["about"]) for one in read["errors"]] == [
        (5, "unknown_staff", "nobody"),
        (5, "name_missing", ""),
        (6, "left", "员工2"),
        (7, "name_taken", "台卡"),
        (8, "name_double", "双人 · 4"),
        (9, "too_many", "101"),
        (10, "store_empty", "002"),
        (11, "no_staff", ""),
        (11, "name_missing", ""),
    ]
    assert await _codes(loop) == 1

    await counting.count_room(loop.yutang.runtime, loop.yutang.corp_id, ["codes"])
    # WeCom's room is asked before: one code made since the count, two more fit.
    await _write(
        loop,
        "update room_counts set used = 499997, as_of = now() - interval '1 day'"
        " where corp_id = :corp and kind = 'codes'",
    )
    batch = f"/api/channel-batches/{read['id']}"
    refused = await http.post(f"{batch}/make", json={})
    assert (refused.status_code, refused.json()["type"]) == (409, "codebatches.no_room")
    assert "3 codes and WeCom has room for 2 more" in refused.json()["detail"]
    await _write(loop, "update room_counts set used = 10 where corp_id = :corp and kind = 'codes'")
    wrong_tag = await http.post(f"{batch}/make", json={"tag_ids": [999_999]})
    assert (wrong_tag.status_code, wrong_tag.json()["type"]) == (422, "channels.unknown_tag")
    assert await _codes(loop) == 1

    tags = [loop.tags[0]["id"]]
    begun = await http.post(f"{batch}/make", json={"tag_ids": tags, "skip_verify": False})
    assert (begun.status_code, begun.json()["state"]) == (200, "running"), begun.text

    async def ready() -> Any:
        told = (await http.get(batch)).json()
        return told if told["state"] == "done" and told["ready"] == 3 else None

    told = await until(ready)
    assert (told["made"], told["failed"], told["room_left"]) == (3, 0, 500_000 - 10 - 4)
    again = await http.post(f"{batch}/make", json={})
    assert (again.status_code, again.json()["type"]) == (409, "codebatches.not_now")
    listed = (await http.get("/api/channels")).json()["items"]
    made = {one["name"]: one for one in listed}
    assert set(made) == {"台卡", "员工0", "万象城店", "双人"}
    assert [one["name"] for one in made["万象城店"]["staff"]] == ["员工0", "员工1"]
    assert made["员工0"]["remark"] == "柜台"
    assert {one["skip_verify"] for name, one in made.items() if name != "台卡"} == {False}
    assert [tag["id"] for tag in made["双人"]["tags"]] == tags
    # Who scans one of them comes through it.
    await loop.scan(made["双人"], "阿强", half=False)

    table = load_workbook(io.BytesIO((await http.get(f"{batch}/codes.xlsx")).content)).worksheets[0]
    rows = [[cell.value for cell in row] for row in table.iter_rows()]
    assert rows[0][:5] == ["行", "活码名称", "员工账号", "状态", "二维码内容"]
    assert [row[:4] for row in rows[1:]] == [
        ["2", "员工0", "s0", "可用"],
        ["3", "万象城店", "s0;s1", "可用"],
        ["4", "双人", "s0;s1", "可用"],
    ]
    assert rows[1][4] == made["员工0"]["qr_content"]
    plain = (await http.get(f"{batch}/codes.csv", params={"lang": "en"})).text
    assert plain.startswith("\ufeffRow,Name,Staff,State")
    packed = zipfile.ZipFile(io.BytesIO((await http.get(f"{batch}/codes.zip")).content))
    assert sorted(packed.namelist()) == ["万象城店.png", "双人.png", "员工0.png"]
    assert (await http.get("/api/channel-batches")).json()["items"][0]["id"] == read["id"]


async def test_files_that_are_no_tables_are_refused(loop: Loop) -> None:
    for content, why in (
        (b"", "empty"),
        (b"a,b\n1,2\n", "no column"),
        ("员工账号\n".encode(), "no rows"),
        (b"PK\x03\x04 broken", "cannot be read"),
        (b"\xd0\xcf\x11\xe0 old", "97"),
        (("员工账号\n" + "s0\n" * 10_001).encode(), "10,000 is the most"),
    ):
        status = 413 if b"s0" in content else 422
        refused = await _send(loop, content, status)
        assert why in refused["detail"]
    known = await _send(loop, "员工账号\nnobody\n".encode())
    assert (known["rows"], known["wrong"]) == (0, 1)
    http = loop.yutang.http
    for path, kind in (
        (f"/api/channel-batches/{known['id']}/make", "codebatches.nothing_to_make"),
        (f"/api/channel-batches/{known['id']}/stop", "codebatches.not_now"),
        ("/api/channel-batches/99/make", "codebatches.unknown"),
        ("/api/channel-batches/99/stop", "codebatches.unknown"),
    ):
        answer = await http.post(path, json={})
        assert answer.json()["type"] == kind
    assert (await http.get("/api/channel-batches/99")).status_code == 404
    assert (await http.get("/api/channel-batches/99/codes.zip")).status_code == 404
    assert await _codes(loop) == 0
