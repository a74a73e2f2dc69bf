"""Lists: from numbers of people, from files, from a segment; merged people stay in them."""

import csv
import io
from typing import Any

from openpyxl import Workbook

from tests.yutang.people.segments.stage import (
    code,
    friends,
    make,
    members,
    read,
    rows,
    tag,
    wear,
    write,
)
from tests.yutang.world import World
from yutang.people.audience.engine import Engine
from yutang.people.segments import service

FILE = {"Content-Type": "application/octet-stream"}


async def identities(world: World) -> None:
    """People 1 to 6 with numbers of every kind."""
    await friends(world, *range(1, 7))
    for one in range(1, 7):
        phone = world.runtime.vault.fingerprint(f"1380000000{one}")
        for kind, value in (
            ("phone", phone), ("member_number", f"M{one:03}"), ("external", f"wm{one}"),
        ):  # fmt: skip
            await write(
                world,
                "insert into customer_identities (corp_id, kind, value, customer_id)"
                " values (:c, :kind, :value, :id)",
                kind=kind,
                value=value,
                id=one,
            )


async def listed(world: World, what: str, **more: Any) -> Any:
    """Made over HTTP."""
    told = {"name": f"名单 {what}", "what": what, **more}
    return await world.http.post("/api/segments/lists", json=told)


async def test_lists_of_every_kind_of_number(world: World) -> None:
    await world.sign_in()
    await identities(world)
    phones = (
        "13800000001\n+86 138-0000-0002,13800000003\n\n138 0000 0001x\n13999999999；13800000001\n"
    )
    made = await listed(world, "phones", text=phones)
    assert made.status_code == 201, made.text
    assert made.json()["report"] == {
        "what": "phones",
        "lines": 7,
        "found": 4,
        "people": 3,
        "unknown": 2,
        "duplicates": 1,
        "empty": 1,
        "unknown_lines": [
            {"line": 5, "value": "138 0000 0001x"},
            {"line": 6, "value": "13999999999"},
        ],
    }
    assert (made.json()["kind"], made.json()["size"], made.json()["sentence"]) == (
        "static",
        3,
        None,
    )
    assert await members(world, made.json()["id"]) == [1, 2, 3]
    for what, lines, people in (
        ("ids", ["4", "05", "6", "999", "-1", "4294967296", "0"], [4, 5, 6]),
        ("member_numbers", ["M001", " M002 ", "m003"], [1, 2]),
        ("external_ids", ["wm6", "wm5", "' or 1=1 --"], [5, 6]),
    ):
        answer = await listed(world, what, lines=lines)
        assert await members(world, answer.json()["id"]) == people, what
        assert answer.json()["report"]["unknown"] == len(lines) - len(people), what
    # The phones of strangers are read by nobody in the database, and on record when fetched.
    sealed = await rows(world, "select sealed from segment_reports where what = 'phones'")
    assert b"13999999999" not in bytes(sealed[0][0])
    path = f"/api/segments/{made.json()['id']}"
    sheet = (await world.http.get(f"{path}/unknown.csv")).text
    assert list(csv.reader(io.StringIO(sheet.removeprefix("\ufeff")))) == [
        ["line", "value"],
        ["5", "138 0000 0001x"],
        ["6", "13999999999"],
    ]
    acts = await rows(world, "select action from audit_entries where action ^@ 'segments.'")
    assert sorted(one for (one,) in acts) == [
        *["segments.listed"] * 4,
        "segments.unknown_fetched",
    ]
    # A list takes no conditions, is asked by nobody anew, and keeps its people under a new name.
    change = {"name": "改名", "kind": "static", "version": 1}
    assert (await world.http.put(path, json=change)).json()["version"] == 2
    assert code(await world.http.post(f"{path}/refresh")) == (409, "segments.not_refreshed")
    assert await members(world, made.json()["id"]) == [1, 2, 3]


async def test_lists_without_anybody_are_refused_and_files_are_read(world: World) -> None:
    await world.sign_in()
    await identities(world)
    http = world.http
    nobody: list[dict[str, Any]] = [
        {"lines": []},
        {"text": "\n \n"},
        {"lines": ["13912345678", ""]},
    ]
    for more in nobody:
        assert code(await listed(world, "phones", **more)) == (422, "segments.empty_list")
    long = await listed(world, "ids", text="1\n" * 1_000_001)
    assert code(long) == (413, "segments.list_too_long")
    assert await rows(world, "select count(*) from segments") == [(0,)]

    book = Workbook()
    sheet = book.worksheets[0]
    for value in ("M001", None, "M009"):
        sheet.append([value, "其他"])
    packed = io.BytesIO()
    book.save(packed)
    for name, what, body, found in (
        ("文本", "external_ids", "wm1,甲\r\nwm2\r\n\r\nwm9".encode(), (2, 1, 1)),
        ("GBK", "external_ids", "wm3,甲".encode("gbk"), (1, 0, 0)),
        ("表格", "member_numbers", packed.getvalue(), (1, 1, 1)),
    ):
        answer = await http.post(
            "/api/segments/lists/file",
            params={"name": name, "what": what},
            content=body,
            headers=FILE,
        )
        report = answer.json()["report"]
        assert (report["people"], report["unknown"], report["empty"]) == found, name
    for body in (b"\x00\x01\x02", b"PK nothing of the kind", b"\xff\xfe\x00"):
        answer = await http.post(
            "/api/segments/lists/file",
            params={"name": "坏", "what": "ids"},
            content=body,
            headers=FILE,
        )
        assert code(answer) == (422, "segments.bad_list"), body


async def test_a_segment_freezes_into_a_list_that_later_changes_leave_alone(
    world: World, audience: Engine
) -> None:
    await world.sign_in()
    await friends(world, *range(1, 11))
    await wear(world, 5, range(1, 6))
    await audience.catch_up()
    made = await make(world, "现问的", tag(5), "dynamic")
    frozen = await world.http.post(f"/api/segments/{made['id']}/freeze", json={"name": "冻结"})
    assert (frozen.status_code, frozen.json()["size"], frozen.json()["kind"]) == (201, 5, "static")
    await wear(world, 5, [9])
    await audience.catch_up()
    assert await members(world, made["id"]) == [1, 2, 3, 4, 5, 9]
    assert await members(world, frozen.json()["id"]) == [1, 2, 3, 4, 5]
    counted = await world.http.post(
        "/api/segments/count", json={"tree": {"leaf": "list", "segment": frozen.json()["id"]}}
    )
    assert counted.json()["count"] == 5
    nobody = await make(world, "没人", tag(77), "dynamic")
    empty = await world.http.post(f"/api/segments/{nobody['id']}/freeze", json={"name": "空"})
    assert code(empty) == (422, "segments.empty_list")


async def test_people_who_are_merged_or_erased_are_what_they_are_now(world: World) -> None:
    await world.sign_in()
    await identities(world)
    made = (await listed(world, "ids", lines=["1", "2", "3"])).json()["id"]
    await write(
        world,
        "insert into person_merges (corp_id, from_id, into_id, at, by, why)"
        " values (:c, 2, 6, now(), 'test', 'ids')",
    )
    await write(world, "delete from customers where corp_id = :c and id in (2, 3)")
    await write(
        world,
        "insert into erasures (corp_id, customer_id, state, reason, asked_by, asked_by_name,"
        " asked_at, updated_at, ended_at)"
        " values (:c, 3, 'done', '', 'x', 'x', now(), now(), now())",
    )
    # At once nobody is told who is no more; the next settling brings who he is now.
    assert await members(world, made) == [1]
    assert await service.settle_lists(world.runtime) == 1
    assert await members(world, made) == [1, 6]
    assert (await read(world, made))["latest"]["why"] == "settled"
    assert await service.settle_lists(world.runtime) == 0
    # Told apart again he is himself again.
    await write(world, "update person_merges set undone_at = now() where corp_id = :c")
    await write(
        world,
        "insert into customers (corp_id, id, state, name, name_sort, grams)"
        " values (:c, 2, 'friend', '', '', '{}')",
    )
    assert await service.settle_lists(world.runtime) == 1
    assert await members(world, made) == [1, 2]
    assert await rows(
        world, "select count(*) from events where corp_id = :c and kind ^@ 'segment.'"
    ) == [(0,)]
