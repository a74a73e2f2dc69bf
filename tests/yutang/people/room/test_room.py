"""Members' lists: the fullest first, warned of from the corp's share on."""

from sqlalchemy import text

from tests.yutang.people.losses.stage import Step, add_staff, write
from tests.yutang.world import World, add_corp
from yutang.people.room import service as room

LOAD = text(
    """
    update staff_loads set used = :used, friends = :used
    where corp_id = :corp_id and staff_id = :staff_id
    """
)


async def test_lists_are_counted_and_the_fullest_come_first(world: World) -> None:
    corp_id = world.corp_id
    async with world.runtime.database.owner() as session:
        ids = await add_staff(session, corp_id, "alice", "bob", "carol", "dave")
        await write(
            session,
            corp_id,
            [
                Step(1, ids[0], "added", 0),
                Step(2, ids[0], "added", 0),
                Step(2, ids[0], "deleted_by_customer", 5),
                Step(3, ids[0], "added", 0),
                Step(3, ids[0], "transferred", 5),
                Step(4, ids[1], "deleted_by_staff", 5),
            ],
        )
    assert await room.count_loads(world.runtime, corp_id) == 4
    await world.sign_in()
    page = (await world.http.get("/api/room/staff")).json()["items"]
    assert [(row["name"], row["friends"], row["used"]) for row in page] == [
        ("alice", 1, 2),
        ("dave", 0, 0),
        ("carol", 0, 0),
        ("bob", 0, 0),
    ]
    async with world.runtime.database.owner() as session:
        for staff_id, used in zip(ids, (3999, 4000, 5000, 5200), strict=True):
            await session.execute(LOAD, {"corp_id": corp_id, "staff_id": staff_id, "used": used})
    read = (await world.http.get("/api/room")).json()["staff"]
    assert (read["counted"], read["warned"], read["full"]) == (4, 3, 2)
    seen, after = [], None
    while True:
        params = {"limit": "2"} | ({"after": after} if after else {})
        found = (await world.http.get("/api/room/staff", params=params)).json()
        seen += [(row["name"], row["left"], row["warned"]) for row in found["items"]]
        after = found["next"]
        if after is None:
            break
    assert seen == [
        ("dave", 0, True),
        ("carol", 0, True),
        ("bob", 1000, True),
        ("alice", 1001, False),
    ]
    for params, names in (
        ({"which": "warned"}, ["dave", "carol", "bob"]),
        ({"q": "ca"}, ["carol"]),
        ({"q": "%"}, []),
    ):
        found = (await world.http.get("/api/room/staff", params=params)).json()
        assert [row["name"] for row in found["items"]] == names
    refused = await world.http.get("/api/room/staff", params={"after": "1~b"})
    assert (refused.status_code, refused.json()["type"]) == (422, "room.bad_cursor")
    overview = (await world.http.get("/api/overview")).json()["attention"]
    assert [(one["key"], one["count"]) for one in overview] == [("room_short", 3)]


async def test_a_corp_sees_its_own_room_only(world: World) -> None:
    async with world.runtime.database.owner() as session:
        await add_staff(session, world.corp_id, "alice")
    await room.count_loads(world.runtime, world.corp_id)
    await add_corp(world.runtime, "other", (1,))
    await world.sign_in("other")
    assert (await world.http.get("/api/room/staff")).json()["items"] == []
    staff = (await world.http.get("/api/room")).json()["staff"]
    assert (staff["counted"], staff["as_of"]) == (None, None)
