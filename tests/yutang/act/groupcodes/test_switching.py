"""Which groups a code leads into: five of its queue, the next when one is full, whatever dies."""

import asyncio

import pytest
from sqlalchemy import text

from tests.yutang.act.groupcodes.stage import Codes
from tests.yutang.act.loop import until
from yutang.act.groupcodes import service, tending, ways
from yutang.act.joinways import service as joinways
from yutang.people.deeds.errors import NotKnownYetError


async def test_five_groups_at_a_time_and_the_next_when_one_is_full(codes: Codes) -> None:
    names = [f"鱼塘{n}" for n in range(1, 8)]
    for name in names:
        await codes.group(name)
    code = await codes.code(names, scan_size=3)
    assert (code["status"], code["shows"], code["groups"]["open"]) == ("active", "way", 7)
    assert await codes.led_into(code["id"]) == names[:5]
    made = (await codes.calls("add"))[0]
    assert made["chat_id_list"] == [codes.chats[name] for name in names[:5]]
    assert (made["state"], made["auto_create_room"]) == (code["state"], 0)

    # Two came by this code and one by another: not full yet.
    await codes.fill("鱼塘1", 2, code["state"], first=1)
    await codes.fill("鱼塘1", 1, "gi-other", first=3)
    assert (await codes.settle(code["id"]))["current"] == {
        "id": codes.groups["鱼塘1"],
        "name": "鱼塘1",
        "scanned": 2,
        "present": 4,
    }
    await codes.fill("鱼塘1", 1, code["state"], first=4)
    after = await codes.settle(code["id"])
    assert await codes.led_into(code["id"]) == names[1:6]
    assert (after["groups"]["full"], after["places_left"]) == (1, 18)
    assert (after["config_id"], after["qr_content"]) == (code["config_id"], code["qr_content"])
    # All fields are sent: what is left out WeCom resets.
    [sent] = await codes.calls("update")
    assert sent == made | {
        "config_id": code["config_id"],
        "chat_id_list": [codes.chats[name] for name in names[1:6]],
    }
    # Somebody leaves: it stays full, and nothing is sent again.
    await codes.run(
        "update group_members set left_at = now(), left_how = 'left' where customer_id = 4"
    )
    await codes.run("update group_chats set read_at = now(), people = people - 1")
    await codes.settle(code["id"])
    assert len(await codes.calls("update")) == 1
    events = await codes.run(
        "select props -> 'group_ids' from events where kind = 'group_code.switched' order by id"
    )
    assert [len(ids) for (ids,) in events] == [5, 5]

    # A larger size opens it again, at its old place.
    body = {**code, "scan_size": 4, "version": 1}
    await codes.ask("PUT", f"/group-codes/{code['id']}", 200, body)
    await codes.settle(code["id"])
    assert await codes.led_into(code["id"]) == names[:5]


async def test_who_blinks_is_counted_once_and_a_group_may_be_full_by_others(codes: Codes) -> None:
    for name in ("甲", "乙"):
        await codes.group(name)
    code = await codes.code(["甲", "乙"], scan_size=2, total_size=10)
    await codes.fill("甲", 1, code["state"], first=1)
    await codes.run("update group_members set left_at = joined_at, left_how = 'left'")
    await codes.run(
        "insert into group_members (corp_id, group_id, member, customer_id, joined_at, scene,"
        " code_state) select corp_id, group_id, member, customer_id, joined_at"
        " + interval '1 second', 3, code_state from group_members"
    )
    seen = await codes.settle(code["id"])
    assert (seen["current"]["scanned"], seen["joins_total"], seen["here"]) == (1, 1, 1)
    # Ten in all, invited by members: nobody gets in any more.
    await codes.fill("甲", 9, None, first=20)
    seen = await codes.settle(code["id"])
    assert (seen["current"]["name"], seen["groups"]["full"]) == ("乙", 1)


async def test_dismissed_and_ownerless_groups_are_passed_over(codes: Codes) -> None:
    for name in ("甲", "乙", "丙"):
        await codes.group(name)
    code = await codes.code(["甲", "乙", "丙"])
    await codes.run(
        "update group_chats set state = 'dismissed', dismissed_at = now() where name = '甲'"
    )
    await codes.run("update group_chats set state = 'owner_left' where name = '乙'")
    seen = await codes.settle(code["id"])
    assert await codes.led_into(code["id"]) == ["丙"]
    assert (seen["groups"]["gone"], seen["groups"]["paused"], seen["groups"]["open"]) == (1, 1, 1)
    # Somebody took it over.
    await codes.run("update group_chats set state = 'handed_over' where name = '乙'")
    await codes.settle(code["id"])
    assert await codes.led_into(code["id"]) == ["乙", "丙"]
    # The last ones go: the code stays as it is, its page says so.
    await codes.run("update group_chats set state = 'dismissed', dismissed_at = now()")
    seen = await codes.settle(code["id"])
    assert (seen["shows"], seen["status"], seen["warned"]) == ("none", "active", "out")
    assert await codes.led_into(code["id"]) == ["乙", "丙"]


async def test_a_group_that_wecom_no_longer_knows_stops_nothing_for_long(codes: Codes) -> None:
    for name in ("甲", "乙"):
        await codes.group(name)
    code = await codes.code(["甲"])
    await codes.act(f"groups/{codes.chats['乙']}/dismiss")
    await codes.ask(
        "POST", f"/group-codes/{code['id']}/groups", 200, {"group_ids": [codes.groups["乙"]]}
    )
    seen = await codes.settle(code["id"])
    assert (seen["status"], seen["problem"], seen["shows"]) == ("failed", "gone", "way")
    # It is to be read again; what the reading finds lets the queue go on.
    assert await codes.run("select count(*) from group_chats where due_at is not null") == [(2,)]
    assert any(key.startswith("group_code_failed:") for key in await codes.notices())
    await codes.run(
        "update group_chats set state = 'dismissed', dismissed_at = now() where name = '乙'"
    )
    seen = await codes.settle(code["id"])
    assert (seen["status"], seen["problem"]) == ("active", None)
    assert await codes.led_into(code["id"]) == ["甲"]
    refused = await codes.ask("POST", f"/group-codes/{code['id']}/retry", 409)
    assert refused["type"] == "groupcodes.nothing_to_retry"


async def test_a_kill_between_call_and_writing_costs_nothing(
    codes: Codes, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("甲", "乙"):
        await codes.group(name)
    made = await codes.ask(
        "POST", "/group-codes", 201, {"name": "码", "group_ids": [codes.groups["甲"]]}
    )
    await codes.tend()

    class Killed(BaseException):
        """The process is gone."""

    async def die(*_: object, **__: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(ways, "_end", die)
        with pytest.raises(Killed):
            await codes.keep(made["id"])
    assert (await codes.read(made["id"]))["status"] == "making"
    await codes.ask(
        "POST", f"/group-codes/{made['id']}/groups", 200, {"group_ids": [codes.groups["乙"]]}
    )
    await codes.tend()
    # The way of the first try is used, and gets what is wanted by now: it may hold an older list.
    await codes.keep(made["id"])
    assert (await codes.read(made["id"]))["status"] == "updating"
    await codes.keep(made["id"])
    assert (await codes.read(made["id"]))["status"] == "active"
    assert [len(await codes.calls(verb)) for verb in ("add", "update")] == [1, 1]
    assert await codes.led_into(made["id"]) == ["甲", "乙"]

    # Killed after an update: the same list is sent once more.
    await codes.ask("POST", f"/group-codes/{made['id']}/groups/{codes.groups['乙']}/move", 204,
                    {"before": codes.groups["甲"]})  # fmt: skip
    await codes.tend()
    with monkeypatch.context() as patch:
        patch.setattr(ways, "_end", die)
        with pytest.raises(Killed):
            await codes.keep(made["id"])
    await codes.keep(made["id"])
    calls = await codes.calls("update")
    assert (len(calls), calls[1]) == (3, calls[2])
    assert await codes.led_into(made["id"]) == ["乙", "甲"]


async def test_a_lost_answer_leaves_at_most_a_spare_that_is_counted(codes: Codes) -> None:
    await codes.group("甲")
    made = await codes.ask(
        "POST", "/group-codes", 201, {"name": "码", "group_ids": [codes.groups["甲"]]}
    )
    await codes.tend()
    await codes.lose_answer("add")
    with pytest.raises(NotKnownYetError):
        await codes.keep(made["id"])
    await codes.keep(made["id"])
    seen = await codes.read(made["id"])
    # It may hold an older list for all we know, so it is overwritten once.
    await codes.settle(made["id"])
    assert (await codes.read(made["id"]))["status"] == "active"
    assert seen["config_id"] is not None
    assert await codes.run("select spares, tries from deeds") == [(1, 2)]


async def test_a_way_that_wecom_forgot_is_made_anew(codes: Codes) -> None:
    for name in ("甲", "乙"):
        await codes.group(name)
    code = await codes.code(["甲"])
    await joinways.forget(
        codes.world.runtime, codes.world.corp_id, codes.world.app.agent_id, code["config_id"]
    )
    await codes.ask(
        "POST", f"/group-codes/{code['id']}/groups", 200, {"group_ids": [codes.groups["乙"]]}
    )
    seen = await codes.settle(code["id"])
    assert (seen["status"], seen["config_id"], seen["link"]) == ("making", None, code["link"])
    seen = await codes.settle(code["id"])
    assert seen["status"] == "active"
    assert seen["config_id"] not in {None, code["config_id"]}
    assert await codes.led_into(code["id"]) == ["甲", "乙"]


async def test_a_deleted_code_is_forgotten_by_wecom(codes: Codes) -> None:
    await codes.group("甲")
    code = await codes.code(["甲"])
    await codes.ask("DELETE", f"/group-codes/{code['id']}", 204)
    await codes.drop(code["id"])
    await codes.drop(code["id"])
    assert len(await codes.calls("del")) == 1
    assert (await codes.ask("GET", f"/group-codes/{code['id']}", 404))[
        "type"
    ] == "groupcodes.unknown"
    assert await codes.run("select status, config_id from group_codes") == [("deleted", None)]
    page = await codes.world.http.get(code["link"])
    assert page.status_code == 404
    # A look leaves it alone.
    await codes.tend()
    assert len(await codes.calls("update")) == 0


async def test_wecom_opens_the_next_group_and_it_joins_the_queue(codes: Codes) -> None:
    await codes.group("塘1")
    code = await codes.code(["塘1"], scan_size=2, opens="wecom", room_base_name="塘", next_number=2)
    assert (await codes.calls("add"))[0] | {"state": ""} == {
        "scene": 2,
        "chat_id_list": [codes.chats["塘1"]],
        "auto_create_room": 1,
        "state": "",
        "remark": "鱼塘码",
        "room_base_name": "塘",
        "room_base_id": 2,
    }
    # All are full by our size: WeCom goes on by itself, so the code keeps the last ones.
    await codes.fill("塘1", 2, code["state"], first=1)
    seen = await codes.settle(code["id"])
    assert (seen["shows"], seen["warned"], seen["groups"]["open"]) == ("way", None, 0)
    assert await codes.calls("update") == []
    # One of another owner, one of another name and an old one are none of ours.
    await codes.group("塘2", owner="s1")
    await codes.group("塘 2")
    [(past,)] = await codes.run("select now() - interval '2 hours'")
    await codes.group("塘9", at=past)
    await codes.settle(code["id"])
    assert (await codes.read(code["id"]))["groups"]["all"] == 1
    await codes.group("塘3")
    seen = await codes.settle(code["id"])
    assert (seen["groups"]["all"], seen["next_number"], seen["current"]["name"]) == (2, 4, "塘3")
    [sent] = await codes.calls("update")
    assert (sent["chat_id_list"], sent["room_base_id"], sent["room_base_name"]) == (
        [codes.chats["塘3"]],
        4,
        "塘",
    )
    # Taken out it is not found again.
    await codes.ask("DELETE", f"/group-codes/{code['id']}/groups/{codes.groups['塘3']}", 204)
    await codes.run("update group_chats set read_at = now()")
    assert (await codes.settle(code["id"]))["groups"]["all"] == 1


async def test_a_crowd_is_counted_in_parts_and_once(
    codes: Codes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tending, "JOINS_AT_ONCE", 4)
    for name in ("甲", "乙"):
        await codes.group(name)
    [(kind,)] = await codes.run(
        "insert into tag_groups (corp_id, name, kind) values (:corp, '来源', 'own') returning id"
    )
    [(tag,)] = await codes.run(
        "insert into tags (corp_id, group_id, name, kind) values (:corp, :kind, '群码', 'own')"
        " returning id",
        kind=kind,
    )
    code = await codes.code(["甲", "乙"], scan_size=6, tag_ids=[tag])
    await codes.fill("甲", 6, code["state"], first=1)
    await codes.fill("乙", 2, code["state"], first=6)
    await codes.run("update group_members set joined_at = now()")
    # One transaction writes four of them, and nothing else moves until all are written.
    async with codes.world.runtime.database.owner() as session:
        now = codes.world.runtime.clock()
        assert await service.tend(session, codes.world.corp_id, now) is False
    seen = await codes.read(code["id"])
    assert (seen["joins_total"], seen["current"]["scanned"]) == (4, 0)
    # The rest in one look of the clock: a full part, and one that finds none.
    seen = await codes.settle(code["id"])
    assert (seen["joins_total"], seen["here"], seen["groups"]["full"]) == (8, 8, 1)
    assert (seen["current"]["name"], seen["current"]["scanned"]) == ("乙", 2)
    assert await codes.run(
        "select count(*), count(distinct customer_id) from customer_tags where tag_id = :tag",
        tag=tag,
    ) == [(7, 7)]
    assert await codes.run("select count(*) from events where kind = 'tag.added'") == [(7,)]
    # One who came into both in the same moment stands on both sides of a page's end.
    read: list[tuple[int, int]] = []
    path = after = f"/group-codes/{code['id']}/joins?limit=2"
    while after:
        page = await codes.ask("GET", after)
        read += [(one["customer_id"], one["group"]["id"]) for one in page["items"]]
        after = page["next"] and f"{path}&after={page['next'].replace('+', '%2B')}"
    first, second = codes.groups["甲"], codes.groups["乙"]
    both = [(7, second), (6, second), (6, first)]
    assert read == [*both, *((n, first) for n in range(5, 0, -1))]
    # Who leaves in a crowd is no new one.
    await codes.run("update group_members set left_at = now(), left_how = 'left'")
    await codes.run("update group_chats set read_at = now()")
    seen = await codes.settle(code["id"])
    assert (seen["joins_total"], seen["here"]) == (8, 0)


async def test_a_look_and_a_changed_queue_wait_for_each_other(codes: Codes) -> None:
    for name in ("甲", "乙"):
        await codes.group(name)
    code = await codes.code(["甲", "乙"])
    await codes.fill("甲", 1, code["state"], first=1)
    # Of this test's own database: others may wait in theirs.
    waiting = (
        "select count(*) from pg_stat_activity"
        " where datname = current_database() and wait_event_type = 'Lock'"
    )

    async def is_waiting() -> bool:
        return await codes.run(waiting) != [(0,)]

    # Somebody holds the code, as who moves a group does, and then touches its queue.
    async with codes.world.runtime.database.owner() as session:
        await session.execute(text("select 1 from group_codes for update"))
        look = asyncio.create_task(codes.tend())
        await until(is_waiting)
        await session.execute(text("update group_code_groups set place = place + 1"))
    await look
    assert (await codes.read(code["id"]))["joins_total"] == 1
