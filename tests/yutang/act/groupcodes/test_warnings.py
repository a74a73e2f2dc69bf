"""Word before groups run out, once a state; the member who opens the next one."""

from datetime import timedelta

from tests.yutang.act.groupcodes.stage import Codes, qr
from yutang.kernel.clock import utc_now


async def test_a_state_is_told_once_and_the_next_group_ends_the_task(codes: Codes) -> None:
    for name in ("塘1", "塘2", "塘3"):
        await codes.group(name)
    code = await codes.code(
        ["塘1", "塘2", "塘3"],
        scan_size=2,
        opens="member",
        opener_staff_id=codes.staff["s1"],
        room_base_name="塘",
        next_number=4,
    )
    assert (code["warned"], await codes.notices()) == (None, [])
    await codes.fill("塘1", 2, code["state"], first=1)
    await codes.settle(code["id"])
    assert await codes.notices() == []
    await codes.fill("塘2", 2, code["state"], first=3)
    low = await codes.settle(code["id"])
    await codes.settle(code["id"])
    assert (low["warned"], low["places_left"]) == ("low", 2)
    assert await codes.notices() == [f"group_code:{code['id']}:1:low"]
    tasks = "select title, staff_id, state, link from tasks where source = 'group_code' order by id"
    asked = [
        (
            "新建客户群「塘4」，群名在链接里可复制",
            codes.staff["s1"],
            "open",
            f"/m/watch/group_code/{code['id']}",
        )
    ]
    assert await codes.run(tasks) == asked
    await codes.fill("塘3", 2, code["state"], first=5)
    assert (await codes.settle(code["id"]))["warned"] == "out"
    assert (await codes.notices())[1:] == [f"group_code:{code['id']}:2:out"]
    assert await codes.run(tasks) == asked

    # The member opens it as it was asked for: it queues by itself, the task is done.
    await codes.group("塘4", owner="s1")
    seen = await codes.settle(code["id"])
    assert (seen["warned"], seen["groups"]["open"], seen["next_number"]) == ("low", 1, 5)
    # Only one group is open again, and that was told: the next one is asked for at once.
    await codes.tend()
    assert [(row[0][:9], row[2]) for row in await codes.run(tasks)] == [
        ("新建客户群「塘4」", "done"),
        ("新建客户群「塘5」", "open"),
    ]
    assert len(await codes.notices()) == 2
    # Other groups are added by hand: all is well, and the next time is told anew.
    for number in range(10, 20):
        await codes.group(f"备{number}")
    ids = [id_ for name, id_ in codes.groups.items() if name.startswith("备")]
    await codes.ask("POST", f"/group-codes/{code['id']}/groups", 200, {"group_ids": ids})
    assert (await codes.settle(code["id"]))["warned"] is None
    for id_ in ids[1:]:
        await codes.ask("DELETE", f"/group-codes/{code['id']}/groups/{id_}", 204)
    await codes.run("update group_code_groups set full_at = now() where group_id = :id", id=ids[0])
    assert (await codes.settle(code["id"]))["warned"] == "low"
    assert (await codes.notices())[2:] == [f"group_code:{code['id']}:3:low"]


async def test_an_empty_queue_asks_for_its_first_group(codes: Codes) -> None:
    code = await codes.code(
        [], opens="member", opener_staff_id=codes.staff["s0"], room_base_name="新塘"
    )
    assert (code["status"], code["shows"], code["warned"]) == ("idle", "none", None)
    assert await codes.calls("add") == []
    titles = "select title from tasks where source = 'group_code'"
    assert await codes.run(titles) == [("新建客户群「新塘1」，群名在链接里可复制",)]
    await codes.group("新塘1")
    seen = await codes.settle(code["id"])
    assert (seen["status"], seen["shows"], seen["next_number"]) == ("active", "way", 2)


async def test_a_picture_that_ends_is_told_a_day_before(codes: Codes) -> None:
    code = await codes.code([])
    path = f"/api/group-codes/{code['id']}/pictures"
    soon = (utc_now() + timedelta(hours=23)).isoformat()
    for until in (None, soon):
        data = {} if until is None else {"expires_at": until}
        answer = await codes.world.http.post(
            path,
            files={"file": ("a.png", qr("https://weixin.example/g/1"), "image/png")},
            data=data,
        )
        assert answer.status_code == 201, answer.text
    [_, second] = answer.json()["items"]
    await codes.tend()
    await codes.tend()
    assert await codes.notices() == [f"group_code_picture:{second['id']}"]
