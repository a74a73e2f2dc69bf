"""Rules: which hold, what WeCom shows beside them, whom it waits for, and when that ends."""

from datetime import timedelta
from typing import Any

from sqlalchemy import text

from tests.yutang.act.grouprules.stage import (
    NOW,
    Shown,
    audited,
    hear,
    make,
    mind,
    one,
    put,
    read,
    rows_of,
    rules,
    standing,
    tasks,
    told,
)
from tests.yutang.rights.conftest import SHOP, Company

NOTICE = "欢迎，请看群规"


def three(*notices: str, name: str = "读者群") -> list[Shown]:
    """Two groups of Bob, one of Carol."""
    owners = ("bob", "bob", "carol")
    return [
        Shown(f"wr{place}", owner, name, notice)
        for place, (owner, notice) in enumerate(zip(owners, notices, strict=True), 1)
    ]


async def test_owners_are_asked_once_and_the_task_ends_by_what_wecom_shows(
    company: Company,
) -> None:
    await read(company, *three("", "别的", f" {NOTICE}\r\n"))
    await company.sign_in("demo")
    made = await make(company)
    assert made["notices"] == {"same": 1, "differs": 1, "empty": 1, "unknown": 0}
    assert (made["groups"], made["tasks"]) == (3, {"open": 1, "done": 0, "dropped": 0})
    asked = [("bob", "群规「通用群规」：2 个群的公告要改", "open")]
    assert await tasks(company) == asked
    await mind(company)
    assert await tasks(company) == asked

    # One of two is right: he is not done yet.
    await read(company, *three(NOTICE, "别的", NOTICE), at=NOW + timedelta(minutes=1))
    assert [name for name, _ in await hear(company)] == ["grouprules.mind"]
    await mind(company)
    assert await tasks(company) == asked
    listed = (await company.world.http.get(f"/api/group-rules/{made['id']}/owners")).json()["items"]
    assert [(row["owner"]["name"], row["notices"], row["task_state"]) for row in listed] == [
        ("柏", 1, "open"),
        ("何嘉", 0, None),
    ]
    await read(company, *three(NOTICE, NOTICE, NOTICE), at=NOW + timedelta(minutes=2))
    await mind(company)
    assert [state for *_, state in await tasks(company)] == ["done"]
    assert (await one(company, made["id"]))["tasks"] == {"open": 0, "done": 1, "dropped": 0}

    # Once a version: the same group is not asked for again, a new one is.
    await read(company, *three("", NOTICE, NOTICE), at=NOW + timedelta(minutes=3))
    await mind(company)
    assert len(await tasks(company)) == 1
    await read(company, Shown("wr9", "bob"), at=NOW + timedelta(minutes=4))
    await mind(company)
    assert [state for *_, state in await tasks(company)] == ["done", "open"]

    # Another notice is another version: what was asked before is dropped.
    changed = await put(company, await one(company, made["id"]), notice="新公告")
    assert changed.status_code == 200, changed.text
    await mind(company)
    found = await tasks(company)
    assert [(who, state) for who, _, state in found[2:]] == [("bob", "open"), ("carol", "open")]
    assert [state for *_, state in found[:2]] == ["done", "dropped"]
    await company.world.http.delete(f"/api/group-rules/{made['id']}")
    await mind(company)
    assert {state for *_, state in await tasks(company)} == {"done", "dropped"}
    assert await audited(company, "group_rules") == [
        "group_rules.made",
        "group_rules.changed",
        "group_rules.deleted",
    ]
    assert await told(company, "group_rules") == ["group_rules.changed"] * 3


async def test_the_narrowest_rules_hold_of_equals_the_newest(company: Company) -> None:
    ids = await read(company, *three("", "", ""))
    await company.sign_in("demo")
    bob = company.staff["bob"]
    wide = await make(company, name="全部")
    await make(company, name="柏的", reach={"by": "owners", "owner_ids": [bob]})
    await make(company, name="柏的新", reach={"by": "owners", "owner_ids": [bob]})
    picked = {"by": "groups", "group_ids": [ids["wr2"]]}
    await make(company, name="这个群", reach=picked)
    held = {row["id"]: row["rules"]["name"] for row in await standing(company)}
    assert held == {ids["wr1"]: "柏的新", ids["wr2"]: "这个群", ids["wr3"]: "全部"}
    read_one = (await company.world.http.get(f"/api/groups/{ids['wr1']}/rules")).json()
    assert [(row["name"], row["why"]) for row in read_one["others"]] == [
        ("柏的", "older"),
        ("全部", "wider"),
    ]
    wide = await one(company, wide["id"])
    assert (wide["groups"], wide["reached"]) == (1, 3)
    assert (await company.world.http.get("/api/group-rules")).json()["unruled"] == 0


async def test_numbers_are_given_once_and_gaps_stay(company: Company) -> None:
    ids = await read(
        company,
        Shown("wr1", "bob", "青禾福利7群"),
        Shown("wr2", "bob", "随便"),
        Shown("wr3", "carol", "青禾福利7群"),
    )
    await company.sign_in("demo")
    made = await make(company, name_pattern="青禾福利{n:02}群", notice="")

    async def names() -> dict[int, tuple[int, str, str]]:
        return {
            row["id"]: (row["number"], row["wanted_name"], row["name_state"])
            for row in await standing(company)
        }

    first = {
        ids["wr1"]: (7, "青禾福利07群", "wrong"),
        ids["wr2"]: (8, "青禾福利08群", "wrong"),
        ids["wr3"]: (9, "青禾福利09群", "wrong"),
    }
    assert await names() == first
    assert await tasks(company) == [
        ("bob", "群规「通用群规」：2 个群名要改", "open"),
        ("carol", "群规「通用群规」：1 个群名要改", "open"),
    ]
    later = NOW + timedelta(minutes=1)
    await read(company, Shown("wr2", "bob", "青禾福利08群"), Shown("wr4", "carol"), at=later)
    async with company.world.runtime.database.owner() as session:
        await session.execute(
            text("update group_chats set state = 'dismissed' where id = :id"), {"id": ids["wr3"]}
        )
    await mind(company)
    ids = await read(company)
    now = await names()
    assert now[ids["wr2"]] == (8, "青禾福利08群", "right")
    assert now[ids["wr4"]] == (10, "青禾福利10群", "wrong")
    assert ids["wr3"] not in now
    # Renamed away is seen, with the moment.
    await read(company, Shown("wr2", "bob", "福利群"), at=later + timedelta(minutes=1))
    [gone] = [row for row in await standing(company, wrong="name") if row["id"] == ids["wr2"]]
    assert gone["renamed_at"] is not None
    changed = await put(company, await one(company, made["id"]), name_pattern="福利{n}群")
    assert changed.status_code == 200, changed.text
    assert (await names())[ids["wr2"]] == (8, "福利8群", "wrong")


async def test_a_store_in_a_name_is_the_owners_only_one(company: Company) -> None:
    ids = await read(company, Shown("wr1", "bob"), Shown("wr2", "carol"))
    await company.sign_in("demo")
    async with company.world.runtime.database.owner() as session:
        await session.execute(
            text(
                "insert into stores (corp_id, number, name, department_id, created_by)"
                " values (:corp, '1', '南山店', :shop, 'test')"
            ),
            {"corp": company.world.corp_id, "shop": SHOP},
        )
    made = await make(company, name_pattern="{store}{n}群", notice="")
    assert made["name_pattern"] == "{门店}{n}群"
    assert made["names"] == {"right": 0, "wrong": 1, "unknown": 0, "no_store": 1}
    found = {row["id"]: row["wanted_name"] for row in await standing(company)}
    assert found == {ids["wr1"]: "南山店1群", ids["wr2"]: None}


async def test_what_was_not_read_is_unknown_and_nobody_is_asked(company: Company) -> None:
    async with company.world.runtime.database.owner() as session:
        await session.execute(
            text(
                "insert into group_chats (corp_id, chat_id, owner_staff_id, created_at)"
                " values (:corp, 'wr1', :bob, now())"
            ),
            {"corp": company.world.corp_id, "bob": company.staff["bob"]},
        )
    await company.sign_in("demo")
    made = await make(company, name_pattern="{n}群", nickname_form={"parts": ["name"]})
    assert made["notices"]["unknown"] == 1
    assert (made["names"]["unknown"], made["nicknames"]) == (1, None)
    assert await tasks(company) == []


async def test_who_sees_a_part_reads_rules_beside_his_groups_and_changes_none(
    company: Company,
) -> None:
    ids = await read(company, *three("", "", ""))
    await company.sign_in("demo")
    made = await make(company)
    await company.everything("shop", department=[SHOP])
    await company.sign_in("shop")
    http = company.world.http
    seen = (await http.get("/api/group-rules")).json()
    assert [(row["groups"], row["tasks"]["open"]) for row in seen["items"]] == [(2, 1)]
    assert {row["id"] for row in await standing(company)} == {ids["wr1"], ids["wr2"]}
    owners = (await http.get(f"/api/group-rules/{made['id']}/owners")).json()["items"]
    assert [row["owner"]["name"] for row in owners] == ["柏"]
    foreign = await http.get(f"/api/groups/{ids['wr3']}/rules")
    assert (foreign.status_code, foreign.json()["type"]) == (404, "groups.unknown")
    unknown = await http.get(f"/api/groups/{ids['wr3']}/nicknames")
    assert unknown.status_code == 404
    for refused in (
        await http.post("/api/group-rules", json=rules(name="我的")),
        await put(company, await one(company, made["id"]), notice="x"),
        await http.delete(f"/api/group-rules/{made['id']}"),
    ):
        assert refused.status_code == 403, refused.text
    assert await rows_of(company, "group_rule_sets") == 1


async def test_what_cannot_be_followed_is_refused(company: Company) -> None:
    await company.sign_in("demo")
    http = company.world.http
    made = await make(company)
    nothing: dict[str, Any] = {"rules": "", "notice": ""}
    for changes, status, code in (
        (nothing, 422, "grouprules.empty"),
        ({"name_pattern": "福利群"}, 422, "grouprules.bad_pattern"),
        ({"name_pattern": "{n}{n}"}, 422, "grouprules.bad_pattern"),
        ({"name_pattern": "{n}{城市}"}, 422, "grouprules.bad_pattern"),
        ({"nickname_form": {"parts": ["name", "name"]}}, 422, "grouprules.bad_pattern"),
        ({"nickname_form": {"parts": []}}, 422, "request.invalid"),
        ({"notice": "长" * 5_001}, 422, "request.invalid"),
        ({"reach": {"by": "groups", "group_ids": [987_654]}}, 422, "groupcare.bad_reach"),
        ({}, 409, "grouprules.name_taken"),
    ):
        answer = await http.post("/api/group-rules", json=rules(**changes))
        told_code = answer.json()["type"]
        assert (answer.status_code, told_code) == (status, code), (changes, answer.text)
    late = await put(company, made | {"version": 9}, notice="x")
    assert (late.status_code, late.json()["type"]) == (409, "grouprules.changed_meanwhile")
    for path in ("/api/group-rules/987", "/api/group-rules/987/owners"):
        assert (await http.get(path)).json()["type"] == "grouprules.unknown"
    long = await http.post("/api/group-rules", json=rules(name="长", notice="长" * 5_000))
    assert long.status_code == 201
    assert await rows_of(company, "group_rule_sets") == 2
    found = await http.get("/api/group-rules/groups", params={"after": "x"})
    assert (found.status_code, found.json()["type"]) == (422, "grouprules.bad_cursor")
    empty = (await http.get("/api/group-rules/groups")).json()
    assert empty == {"items": [], "next": None, "total": 0}
    ready = (await http.get("/api/group-rules/skeletons")).json()
    assert [one_form["shown"]["zh"] for one_form in ready["presets"]] == [
        "姓名-性别-区域",
        "城市-行业-昵称",
    ]
    assert "%NICKNAME%" in ready["en"]["welcome"]
