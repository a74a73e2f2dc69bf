"""Stores, asked as the admin asks; whose they are is asked of the database."""

import csv
import io
from typing import Any

import openpyxl
import pytest
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

from tests.yutang.world import PASSWORD, World, add_corp
from yutang.kernel.access import service as access
from yutang.kernel.db import Seer
from yutang.people.staff import service as staff
from yutang.people.staff.schemas import DepartmentFacts, Member
from yutang.people.stores import importing, service, wording

SHENZHEN = {"number": "SZ001", "name": "南山店", "city": "深圳", "hours": "9:00–21:00"}


async def company(world: World, corp_id: int | None = None) -> dict[str, int]:
    """A tree 1 → 2 (south) → 3 (Nanshan), and its members by account."""
    corp_id = corp_id or world.corp_id
    async with world.runtime.database.owner() as session:
        await staff.mirror_departments(
            session,
            corp_id,
            [
                DepartmentFacts(1, "总部", None, 1),
                DepartmentFacts(2, "华南", 1, 1),
                DepartmentFacts(3, "南山", 2, 1),
                DepartmentFacts(4, "南山", 1, 1),
            ],
        )
        await staff.record_members(
            session,
            corp_id,
            [
                Member("alice", "周可欣", "active", departments=(3,)),
                Member("bob", "陈屿", "active", departments=(2,)),
                Member("carol", "林夏", "active", departments=(4,)),
                Member("dave", "何遇", "left", departments=(3,)),
            ],
        )
        return await staff.identify(session, corp_id, ["alice", "bob", "carol", "dave"])


async def add(world: World, **facts: Any) -> dict[str, Any]:
    """Make one and return it."""
    answer = await world.http.post("/api/stores", json=SHENZHEN | facts)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def change_of(store: dict[str, Any], **facts: Any) -> dict[str, Any]:
    """A read store as a change of it."""
    keys = ("number", "name", "city", "address", "phone", "hours", "latitude", "longitude")
    return {
        **{key: store[key] for key in (*keys, "version")},
        "department_id": (store["department"] or {}).get("id"),
        "manager_ids": [one["id"] for one in store["named"] if one["is_manager"]],
        "member_ids": [one["id"] for one in store["named"] if not one["is_manager"]],
        **facts,
    }


async def books(world: World) -> list[tuple[Any, ...]]:
    """All stores and posts as they stand, to see that a refusal changed nothing."""
    async with world.runtime.database.owner() as session:
        rows = await session.execute(
            text(
                "select s.number, s.name, s.city, s.latitude, s.department_id, s.version,"
                " s.closed_at is null, (select array_agg((m.staff_id, m.is_manager)"
                " order by m.staff_id)::text from store_staff m where m.corp_id = s.corp_id"
                " and m.store_id = s.id) from stores s order by s.corp_id, s.number"
            )
        )
        return [tuple(row) for row in rows]


async def audited(world: World, action: str) -> list[Any]:
    """(target, before, after) of each entry."""
    async with world.runtime.database.owner() as session:
        rows = await session.execute(
            text("select target, before, after from audit_entries where action = :a order by id"),
            {"a": action},
        )
        return [tuple(row) for row in rows]


async def test_a_store_is_made_changed_closed_and_opened_again(world: World) -> None:
    await world.sign_in()
    ids = await company(world)
    store = await add(
        world,
        department_id=2,
        manager_ids=[ids["bob"]],
        member_ids=[ids["carol"]],
        latitude=22.5,
        longitude=113.9,
    )
    assert store["department"] == {"id": 2, "name": "华南"}
    # Bob is named and of the department: one person; Dave has left.
    assert (store["members"], store["from_department"]) == (3, 2)
    assert [(one["account"], one["is_manager"]) for one in store["named"]] == [
        ("bob", True),
        ("carol", False),
    ]
    path = f"/api/stores/{store['id']}"
    change = change_of(store, name="南山旗舰店", member_ids=[], manager_ids=[ids["alice"]])
    changed = (await world.http.put(path, json=change)).json()
    assert (changed["name"], changed["version"], changed["members"]) == ("南山旗舰店", 2, 2)
    assert await audited(world, "stores.changed") == [
        (
            f"store:{store['id']}",
            {"name": "南山店", "manager_ids": [ids["bob"]], "member_ids": [ids["carol"]]},
            {"name": "南山旗舰店", "manager_ids": [ids["alice"]], "member_ids": []},
        )
    ]
    late = await world.http.put(path, json=change_of(store, name="别的"))
    assert (late.status_code, late.json()["type"]) == (409, "stores.changed_meanwhile")
    same = await world.http.put(path, json=change_of(changed))
    assert same.json()["version"] == 2
    for act, version, closed in (("close", 2, True), ("reopen", 3, False)):
        answer = await world.http.post(f"{path}/{act}", json={"version": version})
        assert (answer.json()["version"], answer.json()["closed_at"] is not None) == (
            version + 1,
            closed,
        )
        listed = (await world.http.get("/api/stores")).json()
        assert listed["total"] == (0 if closed else 1)
    assert len(await audited(world, "stores.closed")) == 1
    assert len(await audited(world, "stores.reopened")) == 1


@pytest.mark.parametrize(
    ("facts", "status", "code"),
    [
        ({"number": "SZ001"}, 422, "stores.number_taken"),
        ({"manager_ids": [999_999]}, 422, "stores.unknown_staff"),
        ({"department_id": 99}, 422, "stores.unknown_department"),
        ({"latitude": 22.5}, 422, "request.invalid"),
        ({"latitude": 91, "longitude": 0}, 422, "request.invalid"),
        ({"number": "  "}, 422, "request.invalid"),
    ],
)
async def test_what_cannot_be_is_refused_and_changes_nothing(
    world: World, facts: dict[str, Any], status: int, code: str
) -> None:
    await world.sign_in()
    await company(world)
    await add(world)
    before = await books(world)
    answer = await world.http.post("/api/stores", json=SHENZHEN | {"number": "B"} | facts)
    assert (answer.status_code, answer.json()["type"]) == (status, code)
    assert await books(world) == before


async def test_the_list_is_searched_filtered_and_paged_by_number(world: World) -> None:
    await world.sign_in()
    ids = await company(world)
    for number, name, city in (
        ("C3", "福田店", "深圳"),
        ("A1", "静安店", "上海"),
        ("B2", "B 座", "深圳"),
    ):
        await add(world, number=number, name=name, city=city, manager_ids=[ids["alice"]])

    async def found(**asked: Any) -> list[str]:
        items = (await world.http.get("/api/stores", params=asked)).json()["items"]
        return [one["number"] for one in items]

    assert await found() == ["A1", "B2", "C3"]
    assert await found(q="B") == ["B2"]
    assert await found(q="深") == await found(city="深圳") == ["B2", "C3"]
    assert await found(q="静安", city="深圳") == []
    first = (await world.http.get("/api/stores", params={"limit": 2})).json()
    assert (first["next"], first["total"]) == ("B2", 3)
    assert await found(limit=2, after="B2") == ["C3"]
    assert [one["name"] for one in first["items"][0]["managers"]] == ["周可欣"]
    cities = (await world.http.get("/api/stores/cities")).json()["items"]
    assert cities == [{"name": "深圳", "stores": 2}, {"name": "上海", "stores": 1}]


async def scoped(world: World, role: str, *scopes: tuple[str, int]) -> None:
    """Sign in as somebody who sees only so much."""
    async with world.runtime.database.owner() as session:
        user = await access.add_user(
            session, world.corp_id, login="shop", name="店长", role=role, password=PASSWORD,
            sees_all=False,
        )  # fmt: skip
        for kind, ref_id in scopes:
            await session.execute(
                text(
                    "insert into user_scopes (corp_id, user_id, kind, ref_id) values (:c,:u,:k,:r)"
                ),
                {"c": world.corp_id, "u": user.id, "k": kind, "r": ref_id},
            )
    await world.http.delete("/api/session")
    assert (await world.sign_in("shop")).status_code == 200


async def test_who_sees_some_members_sees_their_stores_only(world: World) -> None:
    await world.sign_in()
    ids = await company(world)
    named = await add(world, number="1", manager_ids=[ids["alice"]])
    await add(world, number="2", department_id=2)
    foreign = await add(world, number="3", member_ids=[ids["carol"]])
    empty = await add(world, number="4")
    before = await books(world)
    # Alice works in 3, which lies below 2; that an admin may write does not help who sees a part.
    await scoped(world, "admin", ("department", 3))
    listed = (await world.http.get("/api/stores")).json()
    assert [one["number"] for one in listed["items"]] == ["1", "2"]
    assert listed["total"] == 2
    assert len((await world.http.get("/api/stores/export.csv")).text.splitlines()) == 3
    assert (await world.http.get("/api/stores/cities")).json()["items"][0]["stores"] == 2
    for other in (foreign, empty):
        answer = await world.http.get(f"/api/stores/{other['id']}")
        assert (answer.status_code, answer.json()["type"]) == (404, "stores.unknown")
    for store in (named, foreign):
        path = f"/api/stores/{store['id']}"
        answer = await world.http.put(path, json=change_of(store, member_ids=[ids["carol"]]))
        assert (answer.status_code, answer.json()["type"]) == (403, "access.forbidden")
    # The database itself refuses, whatever a right would allow.
    seer = Seer("user:0", staff_ids=(ids["alice"],))
    with pytest.raises(ProgrammingError, match="row-level security"):
        async with world.runtime.database.corp(world.corp_id, seer) as session:
            await session.execute(
                text("insert into store_staff (corp_id, store_id, staff_id) values (:c, :s, :m)"),
                {"c": world.corp_id, "s": foreign["id"], "m": ids["alice"]},
            )
    assert await books(world) == before


async def test_members_of_a_store_are_the_named_and_those_of_its_departments(world: World) -> None:
    await world.sign_in()
    ids = await company(world)
    store = await add(world, department_id=2, member_ids=[ids["carol"]])
    other, _ = await add_corp(world.runtime, "other", (1000009,))
    await company(world, other)
    async with world.runtime.database.corp(world.corp_id) as session:
        found = set(await session.scalars(service.members_of(world.corp_id, store["id"])))
        assert found == {ids["alice"], ids["bob"], ids["carol"], ids["dave"]}
    async with world.runtime.database.corp(other) as session:
        assert not list(await session.scalars(service.members_of(other, store["id"])))


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
    for code in wording.CODES:
        for language in ("zh-CN", "en"):
            what, todo = wording.word(code, "x", language)
            assert what
            assert todo


async def test_reading_needs_its_right_and_changing_another(world: World) -> None:
    await world.sign_in()
    store = await add(world)
    before = await books(world)
    await scoped(world, "operator", ("corp", 0))
    assert (await world.http.get("/api/stores")).json()["total"] == 1
    for answer in (
        await world.http.post("/api/stores", json=SHENZHEN | {"number": "9"}),
        await world.http.put(f"/api/stores/{store['id']}", json=change_of(store, name="x")),
        await world.http.post(f"/api/stores/{store['id']}/close", json={"version": 1}),
        await send(world, SHEET, write=True),
    ):
        assert (answer.status_code, answer.json()["type"]) == (403, "access.forbidden")
    assert await books(world) == before
