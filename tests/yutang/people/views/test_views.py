"""Saved views, asked as the admin asks."""

from typing import Any

from sqlalchemy import text

from tests.yutang.world import PASSWORD, World, add_corp
from yutang.kernel.access import service as access

VIEW = {
    "page": "customers",
    "name": "南山好友",
    "filters": {"state": "friend"},
    "columns": ["tags"],
}


async def tabs(world: World) -> list[tuple[str, bool, bool]]:
    """(name, shared, default) of what the signed-in person sees."""
    answer = await world.http.get("/api/views")
    assert answer.status_code == 200, answer.text
    return [(v["name"], v["is_shared"], v["is_default"]) for v in answer.json()["items"]]


async def keep(world: World, **more: Any) -> dict[str, Any]:
    """Keep one and return it."""
    answer = await world.http.post("/api/views", json=VIEW | more)
    assert answer.status_code == 201, answer.text
    kept: dict[str, Any] = answer.json()
    return kept


async def sign_in_as(world: World, role: str) -> None:
    """Another account of the same corp."""
    async with world.runtime.database.owner() as session:
        await access.add_user(
            session, world.corp_id, login=role, name=role, role=role, password=PASSWORD
        )
    await world.http.delete("/api/session")
    await world.sign_in(role)


async def test_the_first_look_finds_views_to_start_with_and_only_once(world: World) -> None:
    await world.sign_in()
    first = await tabs(world)
    assert [name for name, _, _ in first] == [
        "starter:recent", "starter:half", "starter:untagged", "starter:silent", "starter:lost",
    ]  # fmt: skip
    items = (await world.http.get("/api/views")).json()["items"]
    for item in items:
        assert (await world.http.delete(f"/api/views/{item['id']}")).status_code == 204
    assert await tabs(world) == []


async def test_a_view_is_kept_changed_and_forgotten(world: World) -> None:
    await world.sign_in()
    view = await keep(world, is_shared=True, is_default=True)
    change = {**VIEW, "name": "好友", "filters": {"tag": "3"}, "sort": "name", "version": 1}
    change.pop("page")
    path = f"/api/views/{view['id']}"
    changed = (await world.http.put(path, json=change | {"is_shared": True})).json()
    assert (changed["name"], changed["filters"], changed["version"]) == ("好友", {"tag": "3"}, 2)
    stale = await world.http.put(path, json=change)
    assert (stale.status_code, stale.json()["type"]) == (409, "views.changed_meanwhile")
    assert ("好友", True, False) in await tabs(world)
    async with world.runtime.database.owner() as session:
        audited = await session.scalars(
            text("select action from audit_entries where target = :target order by id"),
            {"target": f"view:{view['id']}"},
        )
    assert list(audited) == ["views.added", "views.changed"]


async def test_one_default_among_the_shared_and_one_of_ones_own(world: World) -> None:
    await world.sign_in()
    for name, shared in (("a", True), ("b", True), ("c", False), ("d", False)):
        await keep(world, name=name, is_shared=shared, is_default=True)
    assert [tab for tab in await tabs(world) if tab[2]] == [("b", True, True), ("d", False, True)]


async def test_an_own_view_is_nobody_elses_and_a_shared_one_needs_a_right(world: World) -> None:
    await world.sign_in()
    own = await keep(world, name="我的")
    shared = await keep(world, name="大家的", is_shared=True)
    await sign_in_as(world, "manager")
    seen = await tabs(world)
    assert ("大家的", True, False) in seen
    assert "我的" not in {name for name, _, _ in seen}
    change = {key: VIEW[key] for key in ("name", "filters", "columns")} | {"version": 1}
    answers = [
        await world.http.put(f"/api/views/{own['id']}", json=change),
        await world.http.put(f"/api/views/{shared['id']}", json=change),
        await world.http.delete(f"/api/views/{shared['id']}"),
        await world.http.post("/api/views", json=VIEW | {"is_shared": True}),
        await world.http.post(
            "/api/views/order",
            json={"page": "customers", "ids": [shared["id"], shared["id"] - 2]},
        ),
    ]
    assert [(a.status_code, a.json()["type"]) for a in answers] == [
        (404, "views.unknown"),
        (403, "views.shared"),
        (403, "views.shared"),
        (403, "views.shared"),
        (404, "views.unknown"),
    ]
    assert await tabs(world) == seen
    await keep(world, name="主管的")
    assert ("主管的", False, False) in await tabs(world)


async def test_tabs_are_moved_among_themselves(world: World) -> None:
    await world.sign_in()
    await tabs(world)
    kept = [(await keep(world, name=name))["id"] for name in "abc"]
    moved = {"page": "customers", "ids": [kept[2], kept[0], kept[1]]}
    assert (await world.http.post("/api/views/order", json=moved)).status_code == 204
    assert [name for name, _, _ in await tabs(world)][-3:] == ["c", "a", "b"]


async def test_what_no_view_can_hold_is_refused(world: World) -> None:
    await world.sign_in()
    await keep(world)
    wrong: list[dict[str, Any]] = [
        {},
        {"name": "  "},
        {"name": "x" * 31},
        {"name": "x", "page": "groups"},
        {"name": "x", "filters": {"tag": "x" * 401}},
        {"name": "x", "filters": {"<b>": "1"}},
        {"name": "x", "surprise": 1},
    ]
    before = await tabs(world)
    answers = [await world.http.post("/api/views", json=VIEW | one) for one in wrong]
    assert [a.json()["type"] for a in answers] == ["views.name_taken"] + ["request.invalid"] * 6
    assert await tabs(world) == before


async def test_another_corp_has_views_of_its_own(world: World) -> None:
    await world.sign_in()
    own = await keep(world, is_shared=True)
    await add_corp(world.runtime, "other", (7,))
    await world.http.delete("/api/session")
    await world.sign_in("other")
    assert VIEW["name"] not in {name for name, _, _ in await tabs(world)}
    assert (await world.http.delete(f"/api/views/{own['id']}")).status_code == 404
