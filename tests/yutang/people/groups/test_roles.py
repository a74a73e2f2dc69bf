"""Roles in groups: staff are staff, customers customers; sub-owners and how much each holds."""

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx2
from sqlalchemy import text

from tests.yutang.world import World
from yutang.people.groups import service as groups
from yutang.people.groups.service import GroupFacts, MemberFacts

NOW = datetime.now(UTC).replace(microsecond=0)
BEFORE = NOW - timedelta(days=3)


def group(number: int, *members: str, at: datetime = NOW) -> GroupFacts:
    """Zhou's group of these; `wm…` are customers."""
    return GroupFacts(
        chat_id=f"wr{number}",
        name=f"群{number}",
        owner="zhou",
        created_at=BEFORE,
        notice="",
        version=f"v{at.timestamp()}",
        members=tuple(
            MemberFacts(who, is_staff=who[:2] != "wm", joined_at=BEFORE, name=who)
            for who in ("zhou", *members)
        ),
        admins=frozenset({"wu"}),
        asked_at=at,
    )


async def read(world: World, *shown: GroupFacts) -> dict[str, int]:
    """Write these; ids by name."""
    async with world.runtime.database.owner() as session:
        await groups.record_readings(
            session, world.runtime.vault, world.corp_id, shown, NOW, source="test"
        )
        return {
            row.name: row.id
            for row in await session.execute(text("select id, name from group_chats"))
        }


async def put(world: World, group_id: int, role: str | None, *members: str) -> httpx2.Response:
    """Say what these are."""
    body = {"members": list(members), "role": role}
    return await world.http.put(f"/api/groups/{group_id}/roles", json=body)


async def told(world: World, group_id: int, **query: Any) -> dict[str, tuple[str, str | None]]:
    """Members with WeCom's role and ours."""
    found = await world.http.get(f"/api/groups/{group_id}/members", params=query)
    assert found.status_code == 200, found.text
    return {one["member"]: (one["role"], one["own_role"]) for one in found.json()["items"]}


async def test_staff_are_never_customers_nor_customers_staff(world: World) -> None:
    ids = await read(world, group(1, "wu", "wm1", "wm2"))
    one = ids["群1"]
    await world.sign_in()
    assert (await put(world, one, "core", "wm1")).json() == {"changed": 1}
    assert (await put(world, one, "core", "wm1")).json() == {"changed": 0}
    assert (await put(world, one, "expert", "wu", "zhou")).json() == {"changed": 2}
    both = {
        "zhou": ("owner", "expert"),
        "wu": ("admin", "expert"),
        "wm1": ("person", "core"),
        "wm2": ("person", None),
    }
    assert await told(world, one) == both
    for role, members, kind in (
        ("core", ("wm2", "wu"), "groups.role_of_customers"),
        ("host", ("wu", "wm2"), "groups.role_of_staff"),
        ("host", ("wu", "nobody"), "groups.unknown_member"),
    ):
        refused = await put(world, one, role, *members)
        assert refused.json()["type"] == kind
        assert refused.status_code == (404 if kind == "groups.unknown_member" else 422)
    assert (await put(world, one + 9, "host", "wu")).json()["type"] == "groups.unknown"
    assert (await put(world, one, "customer", "wm2")).status_code == 422
    assert (await put(world, one, "core", *(f"wm{n}" for n in range(501)))).status_code == 422
    assert await told(world, one) == both
    assert await told(world, one, own_role="core") == {"wm1": ("person", "core")}
    assert await told(world, one, own_role="customer") == {"wm2": ("person", None)}

    # A member's own WeChat is one of us: he loses what customers are, and gets it no more.
    async with world.runtime.database.owner() as session:
        found = await session.execute(
            text("select customer_id from group_members where member = 'wm1'")
        )
        customer = found.scalar_one()
        wu = await session.scalar(text("select id from staff where account = 'wu'"))
    wish = {"customer_id": customer, "staff_id": wu}
    assert (await world.http.put("/api/groups/insiders", json=wish)).status_code == 204
    assert (await told(world, one))["wm1"] == ("person", None)
    assert (await put(world, one, "core", "wm1")).json()["type"] == "groups.role_of_customers"
    assert await told(world, one, own_role="customer") == {"wm2": ("person", None)}
    shown = (await world.http.get(f"/api/groups/{one}/members", params={"q": "wm1"})).json()
    assert shown["items"][0]["insider"]["id"] == wu
    unknown = await world.http.put("/api/groups/insiders", json=wish | {"staff_id": 999})
    assert (unknown.status_code, unknown.json()["type"]) == (404, "groups.unknown_insider")
    wish["staff_id"] = None
    assert (await world.http.put("/api/groups/insiders", json=wish)).status_code == 204
    assert (await put(world, one, "core", "wm1")).json() == {"changed": 1}

    # Who leaves and comes back is what he was.
    left = group(1, "wu", "wm2", at=NOW + timedelta(minutes=1))
    await read(world, left)
    assert "wm1" not in await told(world, one)
    again = group(1, "wu", "wm1", "wm2", at=NOW + timedelta(minutes=2))
    await read(world, again)
    assert (await told(world, one))["wm1"] == ("person", "core")
    entries = (await world.http.get("/api/audit", params={"family": "groups"})).json()["items"]
    assert [entry["action"] for entry in entries] == [
        "groups.roles_set",
        "groups.insider_set",
        "groups.insider_set",
        "groups.roles_set",
        "groups.roles_set",
    ]


async def test_a_sub_owner_holds_three_or_four_groups(world: World) -> None:
    ids = await read(world, *(group(n, "li", "wu", "wang") for n in range(6)))
    await world.sign_in()
    for n in range(6):
        await put(world, ids[f"群{n}"], "head_owner", "zhou")
        await put(world, ids[f"群{n}"], "sub_owner", *(["li", "wu"] if n < 3 else ["li"]))
    await put(world, ids["群5"], "sub_owner", "wang")
    page = (await world.http.get("/api/groups/sub-owners", params={"limit": 2})).json()
    assert (page["total"], page["over"], page["under"]) == (3, 1, 1)
    rows = [(one["staff"]["name"], one["groups"], one["span"]) for one in page["items"]]
    assert rows == [("li", 6, "over"), ("wu", 3, "fit")]
    assert [one["name"] for one in page["items"][0]["heads"]] == ["zhou"]
    assert [one["name"] for one in page["items"][1]["held"]] == ["群0", "群1", "群2"]
    query = {"limit": 2, "after": page["next"]}
    rest = (await world.http.get("/api/groups/sub-owners", params=query)).json()
    assert [(one["staff"]["name"], one["span"]) for one in rest["items"]] == [("wang", "under")]
    assert rest["next"] is None
    head = page["items"][0]["heads"][0]["id"]
    mine = (await world.http.get("/api/groups/sub-owners", params={"head_id": head})).json()
    assert mine["total"] == 3
    none = {"head_id": page["items"][0]["staff"]["id"]}
    assert (await world.http.get("/api/groups/sub-owners", params=none)).json()["total"] == 0
    # Who left a group holds it no more.
    await read(world, group(5, "li", "wu", at=NOW + timedelta(minutes=1)))
    assert (await world.http.get("/api/groups/sub-owners")).json()["total"] == 2
    bad = await world.http.get("/api/groups/sub-owners", params={"after": "x"})
    assert (bad.status_code, bad.json()["type"]) == (422, "groups.bad_cursor")
