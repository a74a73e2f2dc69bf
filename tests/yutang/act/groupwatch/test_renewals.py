"""Renewal: planned, made, moving, done; found by its name, followed, ended by the dismissal."""

from tests.yutang.act.groupwatch.stage import (
    DAY,
    NOW,
    column,
    dismiss,
    facts,
    read,
    tasks,
    turned,
    watch,
)
from tests.yutang.world import World
from yutang.act.groupwatch import service as groupwatch
from yutang.act.groupwatch.schemas import NewRenewal, OwnerSheet

SOURCE = "group_renewal"


async def test_a_group_is_renewed_from_plan_to_dismissal(world: World) -> None:
    names = await read(
        world,
        facts("旧", "zhou", {"wm1": 50, "wm2": 50, "wm3": 5}),
        facts("别人", "wu", {"wm4": 50}),
    )
    http = world.http
    await world.sign_in()
    old = names["旧"]
    core = {"members": ["wm1"], "role": "core"}
    assert (await http.put(f"/api/groups/{old}/roles", json=core)).status_code == 200
    body = {"name": "旧 2 群", "notice": "只聊正事"}
    made = await http.post(f"/api/groups/{old}/renewal", json=body)
    assert made.status_code == 201, made.text
    one = made.json()
    people = [(p["name"], p["why"], p["arrived_at"]) for p in one["people"]]
    # Who was there for long, is nobody's friend and has no role is not carried over.
    assert people == [("wm1", "core", None), ("wm3", "recent", None)]
    assert (one["state"], one["persons"], one["arrived"], one["days"]) == ("planned", 2, 0, 7)
    assert await tasks(world, SOURCE) == [(f"{one['id']}:make", "open")]
    again = await http.post(f"/api/groups/{old}/renewal", json=body)
    assert (again.status_code, again.json()["type"]) == (409, "groupwatch.renewing")
    foreign = await http.post("/api/groups/999/renewal", json=body)
    assert (foreign.status_code, foreign.json()["type"]) == (404, "groups.unknown")
    path = f"/api/group-renewals/{one['id']}"
    for wrong, kind in ((names["别人"], "groupwatch.unfit_group"), (999, "groups.unknown")):
        refused = await http.put(f"{path}/new-group", json={"group_id": wrong})
        assert refused.json()["type"] == kind
    assert await column(world, "select state from group_renewals") == ["planned"]

    await _goes_on(world, one["id"])
    late = await http.post(f"{path}/stop")
    assert (late.status_code, late.json()["type"]) == (409, "groupwatch.closed")
    over = await http.post(f"/api/groups/{old}/renewal", json=body)
    assert (over.status_code, over.json()["type"]) == (409, "groupwatch.nobody_to_ask")
    actions = "select action from audit_entries where action like 'groupwatch.renewal%' order by id"
    assert await column(world, actions) == [
        f"groupwatch.renewal_{state}" for state in ("planned", "made", "moving", "done")
    ]


async def _goes_on(world: World, renewal_id: int) -> None:
    """From the making of the new group to the end of the old one."""
    http, path = world.http, f"/api/group-renewals/{renewal_id}"
    # A group of another name is offered; one of that name is found by itself.
    names = await read(world, facts("另一个", "zhou", {}, made=0))
    seen = (await http.get(path)).json()
    assert [choice["name"] for choice in seen["choices"]] == ["另一个"]
    await watch(world)
    assert (await http.get(path)).json()["state"] == "planned"
    names = await read(world, facts("旧 2 群", "zhou", {}, made=0))
    await watch(world)
    seen = (await http.get(path)).json()
    assert (seen["state"], seen["new"]["name"], seen["arrived"]) == ("made", "旧 2 群", 0)
    assert await tasks(world, SOURCE) == [(f"{renewal_id}:make", "done")]

    await read(world, facts("旧 2 群", "zhou", {"wm1": 0}, made=0, at=NOW + DAY))
    await watch(world, 1)
    seen = (await http.get(path)).json()
    assert (seen["state"], seen["arrived"]) == ("moving", 1)
    assert [(p["name"], p["arrived_at"] is not None) for p in seen["people"]] == [
        ("wm3", False),
        ("wm1", True),
    ]
    sheet = await _sheet(world, renewal_id, "zhou")
    assert (sheet.total, sheet.done, len(sheet.texts)) == (2, 1, 4)
    await watch(world, 6.9)
    assert len(await tasks(world, SOURCE)) == 1
    await watch(world, 7)
    await watch(world, 8)
    assert (await tasks(world, SOURCE))[1:] == [(f"{renewal_id}:goodbye", "open")]

    await dismiss(world, "旧")
    await watch(world, 8)
    seen = (await http.get(path)).json()
    assert seen["state"] == "done"
    assert (await tasks(world, SOURCE))[1:] == [(f"{renewal_id}:goodbye", "done")]
    listed = (await http.get("/api/group-renewals", params={"which": "over"})).json()["items"]
    assert [row["id"] for row in listed] == [renewal_id]
    shown = (await http.get(f"/api/groups/{names['旧 2 群']}/watch")).json()
    assert shown["renewal"]["id"] == renewal_id


async def test_a_stopped_renewal_takes_its_task_back(world: World) -> None:
    names = await read(world, facts("旧", "zhou", {"wm1": 5}))
    runtime = turned(world)
    async with runtime.database.owner() as session:
        one = await groupwatch.plan_renewal(
            session, world.corp_id, names["旧"], NewRenewal(name="新"), "user:1", NOW
        )
    await world.sign_in()
    assert (await world.http.post(f"/api/group-renewals/{one}/stop")).status_code == 204
    await watch(world)
    assert await tasks(world, SOURCE) == [(f"{one}:make", "dropped")]
    unknown = await world.http.get("/api/group-renewals/999")
    assert (unknown.status_code, unknown.json()["type"]) == (404, "groupwatch.unknown_renewal")


async def _sheet(world: World, of: int, account: str) -> OwnerSheet:
    ids = await column(world, "select id from staff where account = :account", account=account)
    async with world.runtime.database.owner() as session:
        return await groupwatch.read_sheet(session, world.corp_id, ids[0], "renewal", of, NOW)
