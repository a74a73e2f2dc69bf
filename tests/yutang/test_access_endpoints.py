"""Who looks after accounts gives no more than he holds, and touches nobody who holds more."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx2
import pytest
from sqlalchemy import text

from tests.yutang.world import PASSWORD, World, add_corp
from yutang.kernel.access import service as access
from yutang.kernel.access.permissions import ROLES
from yutang.people.staff import service as staff
from yutang.people.staff.schemas import DepartmentFacts, Member

Json = dict[str, Any]
CORP = {"kind": "corp", "ref_id": 0}


@asynccontextmanager
async def signed_in(
    world: World, login: str, password: str = PASSWORD
) -> AsyncIterator[httpx2.AsyncClient]:
    """The browser of somebody else."""
    async with httpx2.AsyncClient(
        transport=httpx2.ASGITransport(app=world.api), base_url="http://yutang.test"
    ) as http:
        answer = await http.post("/api/session", json={"login": login, "password": password})
        assert answer.status_code == 200, answer.text
        http.headers["X-CSRF-Token"] = answer.json()["csrf_token"]
        yield http


@pytest.fixture
async def corp(world: World) -> World:
    """Departments 1 → 2 (华南) → 3 and 4 (华北), one member in each; a store in 3 and one in 4."""
    async with world.runtime.database.owner() as session:
        await staff.mirror_departments(
            session,
            world.corp_id,
            [
                DepartmentFacts(1, "总部", None, 1),
                DepartmentFacts(2, "华南", 1, 1),
                DepartmentFacts(3, "南山", 2, 1),
                DepartmentFacts(4, "华北", 1, 1),
            ],
        )
        members = [
            Member(f"m{department}", f"员工{department}", "active", departments=(department,))
            for department in (1, 2, 3, 4)
        ]
        await staff.record_members(session, world.corp_id, members)
        await session.execute(
            text(
                "insert into stores (corp_id, number, name, department_id, created_by) values"
                " (:corp, '1', '南山店', 3, 'x'), (:corp, '2', '朝阳店', 4, 'x')"
            ),
            {"corp": world.corp_id},
        )
    await world.sign_in()
    return world


async def ids(world: World, table: str, name: str) -> dict[str, int]:
    """Ids of rows by their name."""
    async with world.runtime.database.owner() as session:
        rows = await session.execute(
            text(f"select {name}, id from {table} where corp_id = :corp"),  # noqa: S608
            {"corp": world.corp_id},
        )
        return {row[0]: row[1] for row in rows}


async def dump(world: World) -> list[str]:
    """All that tells who may do what."""
    async with world.runtime.database.owner() as session:
        rows = await session.execute(
            text(
                "select (u.*)::text from users u union all select (r.*)::text from roles r"
                " union all select (s.*)::text from user_scopes s order by 1"
            )
        )
        return list(rows.scalars())


async def add(world: World, login: str, role: str, *, sees_all: bool = True) -> int:
    """An account with the usual password."""
    async with world.runtime.database.owner() as session:
        user = await access.add_user(
            session,
            world.corp_id,
            login=login,
            name=login,
            role=role,
            password=PASSWORD,
            sees_all=sees_all,
        )
        return user.id


async def invited(http: httpx2.AsyncClient, **new: Any) -> Json:
    """The answer to an invitation that is let through."""
    answer = await http.post("/api/users", json=new)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def delegate(world: World) -> None:
    """Wang looks after the accounts of 华南."""
    made = await world.http.post(
        "/api/roles",
        json={
            "name": "大区管理",
            "based_on": "manager",
            "permissions": [*sorted(ROLES["manager"]), "users.read", "users.write"],
        },
    )
    assert made.status_code == 201, made.text
    invitation = await invited(
        world.http,
        login="wang",
        name="王敏",
        role_id=made.json()["id"],
        scopes=[{"kind": "department", "ref_id": 2}],
    )
    async with signed_in(world, "wang", invitation["first_password"]) as wang:
        change = {"current": invitation["first_password"], "new": PASSWORD}
        assert (await wang.post("/api/session/password", json=change)).status_code == 204


async def test_who_is_invited_chooses_a_password_and_sees_his_own(corp: World) -> None:
    member = (await ids(corp, "staff", "account"))["m3"]
    made = await invited(
        corp.http,
        login="li",
        name="李雷",
        role="manager",
        scopes=[{"kind": "department", "ref_id": 3}],
        staff_id=member,
    )
    assert made["person"]["scopes"] == [{"kind": "department", "ref_id": 3, "name": "南山"}]
    assert made["person"]["member"] == {"id": member, "name": "员工3", "account": "m3"}
    assert made["person"]["may_change"]
    first = made["first_password"]
    assert len(first) == 19
    async with signed_in(corp, "li", first) as li:
        early = await li.get("/api/customers")
        assert (early.status_code, early.json()["type"]) == (403, "access.change_password_first")
        new = {"current": first, "new": "a password of mine"}
        assert (await li.post("/api/session/password", json=new)).status_code == 204
        user = (await li.get("/api/session")).json()["user"]
        assert (user["role"], user["sees_all"], user["staff_id"]) == ("manager", False, member)
        assert (await li.get("/api/users")).status_code == 403
        assert (await li.post("/api/users", json={})).status_code == 403
    before = await dump(corp)
    for code, body in (
        ("access.login_taken", {"login": "li", "name": "x", "role": "staff"}),
        ("access.member_taken", {"login": "l2", "name": "x", "role": "staff", "staff_id": member}),
        ("access.unknown_member", {"login": "l2", "name": "x", "role": "staff", "staff_id": 99}),
        ("access.unknown_role", {"login": "l2", "name": "x", "role_id": 99}),
        ("access.no_door", {"login": "l2", "name": "x", "role": "staff", "with_password": False}),
        ("request.invalid", {"login": "l 2", "name": "x", "role": "staff"}),
        ("request.invalid", {"login": "l2", "name": "x", "role": "staff", "role_id": 1}),
        (
            "access.unknown_scope",
            {
                "login": "l2",
                "name": "x",
                "role": "staff",
                "scopes": [{"kind": "store", "ref_id": 99}],
            },
        ),
    ):
        refused = await corp.http.post("/api/users", json=body)
        assert (refused.status_code // 100, refused.json()["type"]) == (4, code)
    assert await dump(corp) == before
    async with corp.runtime.database.owner() as session:
        entry = (
            await session.execute(
                text(
                    "select actor, after from audit_entries"
                    " where target = :who and action = 'user.added'"
                ),
                {"who": f"user:{made['person']['id']}"},
            )
        ).one()
    assert entry.actor.startswith("user:")
    assert entry.after["scopes"] == ["department:3"]


async def test_nobody_gives_more_than_he_holds_nor_touches_who_holds_more(corp: World) -> None:
    await delegate(corp)
    admin = await add(corp, "admin", "admin")
    peer = await add(corp, "peer", "manager", sees_all=False)
    roles = await ids(corp, "roles", "name")
    users = await ids(corp, "users", "login")
    members = await ids(corp, "staff", "account")
    stores = await ids(corp, "stores", "name")
    async with signed_in(corp, "wang") as wang:
        before = await dump(corp)
        one = {"login": "x", "name": "x", "role": "manager"}
        everybody = {"name": "x", "based_on": "manager", "permissions": ["settings.read"]}
        own = roles["大区管理"]
        for code, method, path, body in (
            ("access.beyond_own", "post", "/api/users", one | {"role": "admin"}),
            ("access.beyond_own", "post", "/api/users", one | {"role": "owner"}),
            ("access.beyond_own", "post", "/api/users", one | {"role": "operator"}),
            ("access.scope_beyond_own", "post", "/api/users", one | {"scopes": [CORP]}),
            (
                "access.scope_beyond_own",
                "post",
                "/api/users",
                one | {"scopes": [{"kind": "department", "ref_id": 4}]},
            ),
            (
                "access.scope_beyond_own",
                "post",
                "/api/users",
                one | {"scopes": [{"kind": "store", "ref_id": stores["朝阳店"]}]},
            ),
            ("access.scope_beyond_own", "post", "/api/users", one | {"staff_id": members["m4"]}),
            ("access.holds_more", "patch", f"/api/users/{users['demo']}", {"name": "x"}),
            ("access.holds_more", "post", f"/api/users/{users['demo']}/disable", None),
            ("access.holds_more", "post", f"/api/users/{admin}/password", None),
            ("access.holds_more", "delete", f"/api/users/{admin}/sessions", None),
            ("access.holds_more", "delete", f"/api/users/{admin}/second-factor", None),
            ("access.beyond_own", "patch", f"/api/users/{users['wang']}", {"role": "admin"}),
            ("access.scope_beyond_own", "patch", f"/api/users/{users['wang']}", {"scopes": [CORP]}),
            ("access.scope_beyond_own", "patch", f"/api/users/{peer}", {"staff_id": members["m1"]}),
            ("access.oneself", "post", f"/api/users/{users['wang']}/disable", None),
            ("access.beyond_own", "post", "/api/roles", everybody),
            (
                "access.beyond_own",
                "post",
                "/api/roles",
                {"name": "x", "based_on": "admin", "permissions": []},
            ),
            ("access.beyond_own", "patch", f"/api/roles/{own}", {"permissions": ["audit.read"]}),
            ("access.role_in_use", "delete", f"/api/roles/{own}", None),
        ):
            refused = await wang.request(method, path, json=body)
            told = refused.json()["type"]
            assert (refused.status_code in {403, 409}, told) == (True, code), (path, body)
        assert await dump(corp) == before

        given = {
            "scopes": [
                {"kind": "department", "ref_id": 3},
                {"kind": "store", "ref_id": stores["南山店"]},
            ],
            "staff_id": members["m3"],
        }
        made = await invited(wang, **one | given)
        assert {scope["name"] for scope in made["person"]["scopes"]} == {"南山", "南山店"}
        may = {
            row["login"]: row["may_change"]
            for row in (await wang.get("/api/users")).json()["items"]
        }
        assert may == {"demo": False, "wang": True, "admin": False, "peer": True, "x": True}
        choices = (await wang.get("/api/scopes?kind=department")).json()["items"]
        assert {one["ref_id"] for one in choices} == {2, 3}
        choices = (await wang.get("/api/scopes?kind=store")).json()["items"]
        assert [one["name"] for one in choices] == ["南山店"]
        answer = (await wang.get("/api/roles")).json()
        assert {row["name"] for row in answer["items"] if row["may_give"]} == {
            "manager",
            "staff",
            "大区管理",
        }
        held = {row["name"] for row in answer["permissions"] if row["held"]}
        assert {"users.write", "customers.read"} <= held
        assert "settings.read" not in held
    # Narrowed while he is signed in, he is narrow at his next request.
    async with signed_in(corp, "wang") as wang:
        changed = await corp.http.patch(
            f"/api/users/{users['wang']}", json={"scopes": [{"kind": "department", "ref_id": 3}]}
        )
        assert changed.status_code == 200
        choices = (await wang.get("/api/scopes?kind=department")).json()["items"]
        assert [one["ref_id"] for one in choices] == [3]


async def test_a_role_of_ones_own_holds_at_once_and_stays_while_it_is_used(corp: World) -> None:
    new = {"name": "客服", "based_on": "staff", "permissions": ["customers.read"]}
    role = (await corp.http.post("/api/roles", json=new)).json()
    taken = await corp.http.post("/api/roles", json=new)
    assert (taken.status_code, taken.json()["type"]) == (409, "access.role_name_taken")
    odd = await corp.http.post("/api/roles", json=new | {"name": "y", "permissions": ["fly"]})
    assert (odd.status_code, odd.json()["type"]) == (422, "access.unknown_permission")
    person = await add(corp, "kefu", "staff")
    await corp.http.patch(f"/api/users/{person}", json={"role_id": role["id"]})
    async with signed_in(corp, "kefu") as kefu:
        assert (await kefu.get("/api/tags")).status_code == 403
        change = {"name": "客服组", "permissions": ["customers.read", "tags.read"]}
        changed = await corp.http.patch(f"/api/roles/{role['id']}", json=change)
        assert (changed.json()["name"], changed.json()["people"]) == ("客服组", 1)
        assert (await kefu.get("/api/tags")).status_code == 200
        used = await corp.http.delete(f"/api/roles/{role['id']}")
        assert (used.status_code, used.json()["type"]) == (409, "access.role_in_use")
        await corp.http.patch(f"/api/users/{person}", json={"role": "staff"})
        assert (await kefu.get("/api/tags")).status_code == 403
    assert (await corp.http.delete(f"/api/roles/{role['id']}")).status_code == 204
    assert (await corp.http.patch(f"/api/roles/{role['id']}", json={})).status_code == 404


async def test_the_last_owner_stays_however_two_shut_each_other_out(corp: World) -> None:
    users = await ids(corp, "users", "login")
    admin = await add(corp, "admin", "admin")
    alone = await corp.http.patch(f"/api/users/{users['demo']}", json={"role": "admin"})
    assert (alone.status_code, alone.json()["type"]) == (409, "access.last_owner")
    async with signed_in(corp, "admin") as other:
        refused = await other.post(f"/api/users/{users['demo']}/disable")
        assert (refused.status_code, refused.json()["type"]) == (403, "access.holds_more")
        assert (await other.patch(f"/api/users/{admin}", json={"role": "owner"})).status_code == 403
    second = await add(corp, "second", "owner")
    async with signed_in(corp, "second") as other:
        answers = await asyncio.gather(
            corp.http.post(f"/api/users/{second}/disable"),
            other.post(f"/api/users/{users['demo']}/disable"),
        )
        won, lost = sorted(answer.status_code for answer in answers)
        assert won == 200
        assert lost in {401, 409}
    async with corp.runtime.database.owner() as session:
        left = await session.scalar(
            text("select count(*) from users where role = 'owner' and disabled_at is null")
        )
    assert left == 1


async def test_who_is_shut_out_is_out_at_once_and_comes_back_with_a_new_password(
    corp: World,
) -> None:
    person = await add(corp, "li", "manager")
    async with signed_in(corp, "li") as li:
        told = (await corp.http.get(f"/api/users/{person}/sessions")).json()["items"]
        assert [row["is_current"] for row in told] == [False]
        assert (await corp.http.post(f"/api/users/{person}/disable")).json()["disabled_at"]
        assert (await li.get("/api/session")).status_code == 401
    refused = await corp.http.post("/api/session", json={"login": "li", "password": PASSWORD})
    assert (refused.status_code, refused.json()["type"]) == (401, "access.wrong_credentials")
    assert (await corp.http.post(f"/api/users/{person}/enable")).json()["disabled_at"] is None
    async with signed_in(corp, "li") as li:
        new = (await corp.http.post(f"/api/users/{person}/password")).json()["first_password"]
        assert (await li.get("/api/session")).status_code == 401
    async with signed_in(corp, "li", new) as li:
        assert (await li.get("/api/session")).json()["user"]["must_change_password"]
        (row,) = (await corp.http.get(f"/api/users/{person}/sessions")).json()["items"]
        ended = await corp.http.delete(f"/api/users/{person}/sessions/{row['id']}")
        assert ended.status_code == 204
        assert (await li.get("/api/session")).status_code == 401


async def test_people_of_another_corp_are_nobody(corp: World) -> None:
    await add_corp(corp.runtime, "other", (1000002,))
    async with corp.runtime.database.owner() as session:
        stranger = await session.scalar(text("select id from users where login = 'other'"))
    listed = (await corp.http.get("/api/users?q=DEM")).json()
    assert ([row["login"] for row in listed["items"]], listed["total"]) == (["demo"], 1)
    before = await dump(corp)
    for method, path in (
        ("get", ""),
        ("patch", ""),
        ("post", "/disable"),
        ("post", "/password"),
        ("get", "/sessions"),
        ("delete", "/sessions"),
        ("delete", "/second-factor"),
    ):
        body = {"name": "x"} if method == "patch" else None
        answer = await corp.http.request(method, f"/api/users/{stranger}{path}", json=body)
        assert (answer.status_code, answer.json()["type"]) == (404, "access.unknown_person")
    assert await dump(corp) == before
