"""The next group as WeCom opens it by itself: heard of by callbacks, read, put into the queue."""

from typing import Any

from tests.yutang.act.groupcodes.stage import Codes
from tests.yutang.act.loop import until
from yutang.sense.callbacks import service as callbacks
from yutang.sense.callbacks.groups import read_due


async def hear(codes: Codes) -> None:
    """Every callback arrives and is handled; groups that they told of are read."""
    corp = f"/emulator/corps/{codes.world.app.corpid}"

    async def delivered() -> bool:
        told = (await codes.wecom.get(f"{corp}/callbacks")).json()
        return all(one["outcome"] != "under way" for one in told)

    await until(delivered)
    while await callbacks.handle_batch(codes.world.runtime):
        pass
    # Not the seconds later that a busy group waits for more of them.
    await codes.run("update group_chats set due_at = now() where due_at is not null")
    await read_due(codes.world.runtime)


async def come(codes: Codes, code: dict[str, Any], *numbers: int) -> dict[str, Any]:
    """People scan, and all of it is heard of; the code then."""
    for n in numbers:
        person = {"unionid": f"o{n}", "name": f"鱼友{n}"}
        await codes.act("scan", config_id=code["config_id"], person=person)
    await hear(codes)
    return await codes.settle(code["id"])


async def queue(codes: Codes, code_id: int) -> list[tuple[str, int, str, bool]]:
    """Its groups in order: name, who came by the code, how it stands, whether it is led to."""
    found = (await codes.ask("GET", f"/group-codes/{code_id}/groups"))["items"]
    return [(one["name"], one["scanned"], one["standing"], one["in_way"]) for one in found]


async def test_groups_that_wecom_opens_join_the_queue(codes: Codes) -> None:
    # Its owner and two who came are all that a group holds.
    lowered = await codes.wecom.post("/emulator/limits", json={"group_members": 3})
    assert lowered.status_code == 200
    await codes.act("groups", owner="s0", name="塘1")
    await hear(codes)
    [(codes.groups["塘1"],)] = await codes.run("select id from group_chats where name = '塘1'")
    code = await codes.code(
        ["塘1"], total_size=3, scan_size=3, opens="wecom", room_base_name="塘", next_number=2
    )
    # Five come at once, before anybody here knows of a second group.
    seen = await come(codes, code, *range(5))
    assert (seen["status"], seen["joins_total"], seen["next_number"]) == ("active", 5, 4)
    assert await queue(codes, code["id"]) == [
        ("塘1", 2, "full", False),
        ("塘2", 2, "full", False),
        ("塘3", 1, "open", True),
    ]
    # WeCom goes on counting where its own groups ended.
    last = (await codes.calls("update"))[-1]
    assert (last["room_base_name"], last["room_base_id"]) == ("塘", 4)
    seen = await come(codes, code, 5, 6)
    assert (seen["status"], seen["joins_total"], seen["next_number"]) == ("active", 7, 5)
    assert (await queue(codes, code["id"]))[2:] == [
        ("塘3", 2, "full", False),
        ("塘4", 1, "open", True),
    ]
    assert (await codes.way(code["config_id"]))["groups"] == ["塘4"]
    # By which code he came is known of everybody, though WeCom opened the groups.
    joins = (await codes.ask("GET", f"/group-codes/{code['id']}/joins"))["items"]
    assert {one["name"] for one in joins} == {f"鱼友{n}" for n in range(7)}
