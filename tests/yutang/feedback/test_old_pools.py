"""Old accounts and groups: a code and a tag each, made in the background, and who came."""

import io
import zipfile

from sqlalchemy import text

from tests.yutang.people.losses.stage import add_staff
from tests.yutang.world import World
from yutang.feedback.oldpools import service as oldpools


async def test_a_list_gets_its_codes_and_tags_and_goes_on_where_it_was_cut(world: World) -> None:
    corp_id, http = world.corp_id, world.http
    async with world.runtime.database.owner() as session:
        [ann] = await add_staff(session, corp_id, "ann")
    await world.sign_in()
    asked = {
        "items": [
            {"name": "老号一", "estimate": 4800},
            {"name": "宝妈群", "kind": "group", "estimate": 200},
            {"name": "老号二"},
        ],
        "staff_ids": [ann],
    }
    for wrong, status, code in (
        ({**asked, "staff_ids": [ann + 999]}, 422, "old_pools.unknown_staff"),
        ({**asked, "items": [{"name": "a"}, {"name": "a"}]}, 409, "old_pools.names_taken"),
    ):
        refused = await http.post("/api/old-pools", json=wrong)
        assert (refused.status_code, refused.json()["type"]) == (status, code)
    assert (await http.get("/api/old-pools")).json()["items"] == []
    taken = await http.post("/api/old-pools", json=asked)
    assert (taken.status_code, taken.json()["queued"]) == (202, 3)
    assert (await http.post("/api/old-pools", json=asked)).status_code == 409

    assert await oldpools.make_waiting(world.runtime, corp_id) == 3
    assert await oldpools.make_waiting(world.runtime, corp_id) == 0
    board = (await http.get("/api/old-pools")).json()
    assert [one["state"] for one in board["items"]] == ["made"] * 3
    assert (board["estimate"], board["adds"], board["queued"]) == (5000, 0, 0)
    async with world.runtime.database.owner() as session:
        rows = await session.execute(
            text(
                "select c.name, t.name as tag, g.kind from channels c"
                " join channel_tags k on k.corp_id = c.corp_id and k.channel_id = c.id"
                " join tags t on t.corp_id = c.corp_id and t.id = k.tag_id"
                " join tag_groups g on g.corp_id = c.corp_id and g.id = t.group_id order by c.id"
            )
        )
        assert [tuple(row) for row in rows] == [
            ("老号一", "老号一", "own"),
            ("宝妈群", "宝妈群", "own"),
            ("老号二", "老号二", "own"),
        ]
        # As WeCom's answer and two days of adds would leave it.
        await session.execute(
            text("update channels set status = 'active', qr_content = 'https://q/' || id")
        )
        await session.execute(
            text(
                "insert into growth_days (corp_id, day, channel, staff_id, adds, stayed)"
                " select corp_id, d, state, :ann, 30, 25 from channels,"
                " (values (date '2026-11-01'), (date '2026-11-02')) v(d) where name <> '老号二'"
            ),
            {"ann": ann},
        )
    board = (await http.get("/api/old-pools")).json()
    assert [(one["adds"], one["stayed"], one["share"]) for one in board["items"]] == [
        (60, 50, 0.0125),
        (60, 50, 0.3),
        (0, 0, None),
    ]
    assert board["days"] == [
        {"day": "2026-11-01", "adds": 60},
        {"day": "2026-11-02", "adds": 60},
    ]
    archive = await http.get("/api/old-pools/codes.zip")
    with zipfile.ZipFile(io.BytesIO(archive.content)) as opened:
        assert opened.namelist() == ["001-老号一.png", "002-宝妈群.png", "003-老号二.png"]

    last = board["items"][-1]["id"]
    assert (await http.patch(f"/api/old-pools/{last}", json={"estimate": 70})).status_code == 204
    assert (await http.get("/api/old-pools")).json()["estimate"] == 5070
    assert (await http.delete(f"/api/old-pools/{last}")).status_code == 204
    assert (await http.delete(f"/api/old-pools/{last}")).status_code == 404
    assert (await http.post("/api/old-pools/retry")).json()["type"] == "old_pools.nothing_failed"
