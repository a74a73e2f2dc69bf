"""Broadcasts: to whom, what is refused, that nothing arrives before a member sends it."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.wecom_emulator.areas.sending import (
    DAY,
    FEBRUARY,
    friend,
    impossible,
    media,
    received,
    travel,
)
from tests.wecom_emulator.corp import Emulator, open_emulator

ADD = "externalcontact/add_msg_template"
LIST = "externalcontact/get_groupmsg_list_v2"
TASKS = "externalcontact/get_groupmsg_task"
RESULTS = "externalcontact/get_groupmsg_send_result"
REMIND = "externalcontact/remind_groupmsg_send"
CANCEL = "externalcontact/cancel_groupmsg_send"
OLD_RESULTS = "externalcontact/get_group_msg_result"
TEXT = {"content": "周末开张"}
OK = {"errcode": 0, "errmsg": "ok"}


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """One on a Monday in February."""
    async with open_emulator() as one:
        await travel(one, FEBRUARY)
        yield one


async def made(emulator: Emulator, **body: Any) -> str:
    answer = await emulator.call(ADD, {"text": TEXT, **body})
    assert answer["errcode"] == 0, answer
    return str(answer["msgid"])


async def results(emulator: Emulator, msgid: str, userid: str = "ann") -> list[dict[str, Any]]:
    found = await emulator.call(RESULTS, {"msgid": msgid, "userid": userid})
    assert found["errcode"] == 0, found
    return list(found["send_list"])


async def test_nothing_arrives_before_the_member_sends_it(emulator: Emulator) -> None:
    one = await friend(emulator)
    picture = await media(emulator)
    body = {
        "external_userid": [one, "wm-nobody"],
        "text": TEXT,
        "attachments": [{"msgtype": "image", "image": {"media_id": picture}}],
    }
    answer = await emulator.call(ADD, body)
    msgid = answer["msgid"]
    assert answer == {**OK, "fail_list": ["wm-nobody"], "msgid": msgid}
    assert msgid.startswith("msg")
    assert await received(emulator, one) == []
    tasks = {"task_list": [{"userid": "ann", "status": 0}], "next_cursor": ""}
    assert await emulator.call(TASKS, {"msgid": msgid}) == {**OK, **tasks}
    row = {"external_userid": one, "userid": "ann", "status": 0}
    assert await results(emulator, msgid) == [row]
    [todo] = await emulator.tell("todos", userid="ann")
    assert (todo["kind"], todo["msgid"], todo["recipients"]) == ("broadcast", msgid, 1)
    assert [part["kind"] for part in todo["parts"]] == ["text", "image"]
    assert await emulator.tell("todos", userid="bob") == []
    sent = await emulator.act("confirm", userid="ann", msgid=msgid)
    assert sent == {"sent": 1, "no_friend": 0, "had_too_many": 0}
    [got] = await emulator.tell("received", external_userid=one)
    assert (got["kind"], got["userid"], got["body"]["text"]) == ("broadcast", "ann", "周末开张")
    assert got["body"]["attachments"][0]["image"]["media_id"] == picture
    [task] = (await emulator.call(TASKS, {"msgid": msgid}))["task_list"]
    assert task == {"userid": "ann", "status": 2, "send_time": task["send_time"]}
    assert abs(task["send_time"] - FEBRUARY) < 60
    [row] = await results(emulator, msgid)
    assert row == {
        "external_userid": one,
        "userid": "ann",
        "status": 1,
        "send_time": task["send_time"],
    }
    assert await emulator.tell("todos", userid="ann") == []
    status, words = await impossible(emulator, "confirm", userid="ann", msgid=msgid)
    assert (status, "already" in words) == (409, True)
    old = await emulator.call(OLD_RESULTS, {"msgid": msgid})
    assert old == {**OK, "detail_list": [row], "next_cursor": ""}


async def test_a_customer_of_two_is_written_by_who_talked_last(emulator: Emulator) -> None:
    one = await friend(emulator)
    await emulator.advance(2)
    await friend(emulator, "bob")
    msgid = await made(emulator, external_userid=[one, one])
    # Nobody talked yet: who met him last.
    assert await results(emulator, msgid, "bob") != []
    await emulator.act("say", **{"from": one, "to": "bob", "text": "在吗"})
    await emulator.act("say", **{"from": "ann", "to": one, "text": "你好"})
    msgid = await made(emulator, external_userid=[one])
    assert await results(emulator, msgid, "bob") == []
    [row] = await results(emulator, msgid, "ANN")
    assert row["userid"] == "ann"
    named = await made(emulator, external_userid=[one], sender="bob")
    assert [r["external_userid"] for r in await results(emulator, named, "bob")] == [one]


async def test_a_sender_alone_reaches_all_his_customers(emulator: Emulator) -> None:
    mine = [await friend(emulator, "ann", f"o{n}") for n in range(3)]
    await friend(emulator, "bob", "o9")
    msgid = await made(emulator, sender="Ann")
    found = await results(emulator, msgid)
    assert sorted(row["external_userid"] for row in found) == sorted(mine)
    page = await emulator.call(RESULTS, {"msgid": msgid, "userid": "ann", "limit": 2})
    rest = {"msgid": msgid, "userid": "ann", "limit": 2, "cursor": page["next_cursor"]}
    last = await emulator.call(RESULTS, rest)
    assert (len(page["send_list"]), len(last["send_list"]), last["next_cursor"]) == (2, 1, "")
    assert await emulator.code(RESULTS, rest | {"userid": "bob"}) == 50100


async def test_tags_are_any_of_a_list_and_one_of_each_list(emulator: Emulator) -> None:
    tags = [{"name": name} for name in ("金", "银", "北京")]
    group = await emulator.call("externalcontact/add_corp_tag", {"group_name": "级别", "tag": tags})
    gold, silver, north = (tag["id"] for tag in group["tag_group"]["tag"])
    wanted = {"o1": [gold, north], "o2": [silver, north], "o3": [gold], "o4": [north]}
    ids = {}
    for unionid, marks in wanted.items():
        ids[unionid] = await friend(emulator, "ann", unionid)
        mark = {"userid": "ann", "external_userid": ids[unionid], "add_tag": marks}
        assert await emulator.code("externalcontact/mark_tag", mark) == 0

    async def matching(*lists: list[str], **more: Any) -> set[str]:
        rows = [{"tag_list": tags} for tags in lists]
        msgid = await made(emulator, tag_filter={"group_list": rows}, **more)
        return {row["external_userid"] for row in await results(emulator, msgid)}

    assert await matching([gold, silver]) == {ids["o1"], ids["o2"], ids["o3"]}
    assert await matching([gold, silver], [north]) == {ids["o1"], ids["o2"]}
    # Customers that are named win.
    assert await matching([north], external_userid=[ids["o3"]]) == {ids["o3"]}
    nobody = {"text": TEXT, "tag_filter": {"group_list": [{"tag_list": ["et-unknown"]}]}}
    assert await emulator.code(ADD, nobody) == 41048
    nobody["sender"] = "bob"
    nobody["tag_filter"] = {"group_list": [{"tag_list": [gold]}]}
    assert await emulator.code(ADD, nobody) == 41048


async def test_groups_are_those_of_the_owner_and_he_may_choose(emulator: Emulator) -> None:
    one = await friend(emulator)
    mine = [
        (await emulator.act("groups", owner="ann", name=name))["chat_id"] for name in ("一", "二")
    ]
    other = (await emulator.act("groups", owner="bob", name="三"))["chat_id"]
    for chat_id in mine:
        await emulator.act(f"groups/{chat_id}/join", external_userid=one)
    group = {"chat_type": "group", "text": TEXT, "sender": "ann"}
    answer = await emulator.call(ADD, group | {"chat_id_list": [mine[0], other, "wr-none"]})
    assert answer["fail_list"] == [other, "wr-none"]
    named = answer["msgid"]
    # Of groups only sent ones are told.
    assert await results(emulator, named) == []
    await emulator.act("confirm", userid="ann", msgid=named)
    [row] = await results(emulator, named)
    assert (row["chat_id"], row["status"], "external_userid" in row) == (mine[0], 1, False)
    [got] = await emulator.tell("received", external_userid=one)
    assert (got["kind"], got["body"]["chat_id"]) == ("group_broadcast", mine[0])
    [phone] = (await emulator.tell("phone", external_userid=one))["chats"]
    assert phone["items"] == []
    chosen = await made(emulator, chat_type="group", sender="ann")
    status, _ = await impossible(emulator, "confirm", userid="ann", msgid=chosen, chat_ids=[other])
    assert status == 409
    await emulator.act("confirm", userid="ann", msgid=chosen, chat_ids=[mine[1]])
    assert [row["chat_id"] for row in await results(emulator, chosen)] == [mine[1]]
    await emulator.act(f"groups/{mine[1]}/dismiss")
    gone = await emulator.call(ADD, group | {"chat_id_list": [mine[1]]})
    assert (gone["errcode"], gone["fail_list"]) == (41048, [])
    assert await emulator.code(ADD, {"chat_type": "group", "text": TEXT}) == 40058


async def test_one_more_than_the_customers_share_is_not_sent(emulator: Emulator) -> None:
    one = await friend(emulator)
    for rule, share in (("day", 1), ("week", 7), ("old", 4)):
        await emulator.act("switches", broadcasts_per_customer=rule)
        await travel(emulator, FEBRUARY + 40 * DAY * (["day", "week", "old"].index(rule)))
        for n in range(share + 1):
            msgid = await made(emulator, external_userid=[one])
            sent = await emulator.act("confirm", userid="ann", msgid=msgid)
            assert sent["had_too_many"] == (n == share)
        [row] = await results(emulator, msgid)
        assert row == {"external_userid": one, "userid": "ann", "status": 3}


async def test_a_month_has_room_for_its_days_whoever_sends(emulator: Emulator) -> None:
    one = await friend(emulator)
    for _ in range(27):
        msgid = await made(emulator, external_userid=[one])
        assert (await emulator.act("confirm", userid="ann", msgid=msgid))["sent"] == 1
    own = await emulator.act("broadcasts", userid="ann", text="自己的", external_userid=[one])
    assert own["sent"] == 1
    msgid = await made(emulator, external_userid=[one])
    assert (await emulator.act("confirm", userid="ann", msgid=msgid))["had_too_many"] == 1
    assert len(await received(emulator, one)) == 28
    # 2026-02-28 24:00 in Shanghai.
    await travel(emulator, 1_772_294_400 - 60)
    msgid = await made(emulator, external_userid=[one])
    assert (await emulator.act("confirm", userid="ann", msgid=msgid))["had_too_many"] == 1
    await emulator.advance(61)
    msgid = await made(emulator, external_userid=[one])
    assert (await emulator.act("confirm", userid="ann", msgid=msgid))["sent"] == 1


async def test_who_deleted_the_member_gets_nothing(emulator: Emulator) -> None:
    one, two = await friend(emulator), await friend(emulator, unionid="o2")
    await emulator.act("unfollow", userid="ann", external_userid=one, by="customer")
    msgid = await made(emulator, external_userid=[one, two])
    await emulator.act("unfollow", userid="ann", external_userid=two, by="staff")
    sent = await emulator.act("confirm", userid="ann", msgid=msgid)
    assert sent == {"sent": 0, "no_friend": 2, "had_too_many": 0}
    assert [row["status"] for row in await results(emulator, msgid)] == [2, 2]
    answer = await emulator.call(ADD, {"text": TEXT, "external_userid": [two]})
    assert (answer["errcode"], answer["fail_list"]) == (41048, [])


async def test_a_choice_stands_unless_the_member_may_change_it(emulator: Emulator) -> None:
    one, two = await friend(emulator), await friend(emulator, unionid="o2")
    fixed = await made(emulator, external_userid=[one, two])
    told = {"userid": "ann", "msgid": fixed, "except": [two]}
    assert (await impossible(emulator, "confirm", **told))[0] == 409
    free = await made(emulator, external_userid=[one, two], allow_select=True)
    await emulator.act("confirm", **(told | {"msgid": free}))
    assert [row["status"] for row in await results(emulator, free)] == [1, 0]
    assert await received(emulator, two) == []


async def test_the_list_knows_who_made_which(emulator: Emulator) -> None:
    one = await friend(emulator)
    picture = await media(emulator)
    card = {"title": "店", "pic_media_id": picture, "appid": "wx1", "page": "p"}
    msgid = await made(
        emulator,
        external_userid=[one],
        attachments=[{"msgtype": "miniprogram", "miniprogram": card}],
    )
    own = (await emulator.act("broadcasts", userid="ann", text="自己的"))["msgid"]
    window = {"chat_type": "single", "start_time": FEBRUARY - 60, "end_time": FEBRUARY + 600}
    found = await emulator.call(LIST, window)
    first, second = found["group_msg_list"]
    assert first == {
        "msgid": msgid,
        "create_time": first["create_time"],
        "create_type": 0,
        "text": TEXT,
        "attachments": [
            {"msgtype": "miniprogram", "miniprogram": {"title": "店", "appid": "wx1", "page": "p"}}
        ],
    }
    assert (second["msgid"], second["creator"], second["create_type"]) == (own, "ann", 1)

    async def ids(**more: Any) -> list[str]:
        rows = (await emulator.call(LIST, window | more))["group_msg_list"]
        return [row["msgid"] for row in rows]

    assert await ids(filter_type=0) == [msgid]
    assert await ids(filter_type=1) == [own]
    assert await ids(creator="ann") == [own]
    assert await ids(chat_type="group") == []
    assert await ids(limit=1) == [msgid]
    assert await ids(limit=101) == [msgid, own]
    await emulator.act("switches", broadcast_time_quoted=True)
    quoted = (await emulator.call(LIST, window))["group_msg_list"][0]["create_time"]
    assert quoted == str(first["create_time"])
    old = await emulator.call("externalcontact/get_groupmsg_list", window)
    assert old["group_msg_list"][0]["miniprogram"]["appid"] == "wx1"


async def test_a_message_on_its_way_has_no_tasks_yet(emulator: Emulator) -> None:
    await emulator.act("switches", dispatch_takes_seconds=30.0)
    msgid = await made(emulator, external_userid=[await friend(emulator)])
    for name in (TASKS, RESULTS, OLD_RESULTS):
        assert await emulator.code(name, {"msgid": msgid, "userid": "ann"}) == 41063
    assert await emulator.tell("todos", userid="ann") == []
    assert (await impossible(emulator, "confirm", userid="ann", msgid=msgid))[0] == 409
    await emulator.advance(31)
    assert await emulator.code(TASKS, {"msgid": msgid}) == 0
    assert (await emulator.act("confirm", userid="ann", msgid=msgid))["sent"] == 1


async def test_three_reminders_a_day_and_one_cancel(emulator: Emulator) -> None:
    msgid = await made(emulator, external_userid=[await friend(emulator)])
    for _ in range(3):
        assert await emulator.call(REMIND, {"msgid": msgid}) == OK
    assert await emulator.code(REMIND, {"msgid": msgid}) == 41094
    [todo] = await emulator.tell("todos", userid="ann")
    assert todo["reminders"] == 3
    await emulator.advance(DAY + 1)
    await emulator.sign_in()
    assert await emulator.code(REMIND, {"msgid": msgid}) == 0
    assert await emulator.call(CANCEL, {"msgid": msgid}) == OK
    assert await emulator.code(CANCEL, {"msgid": msgid}) == 41093
    assert await emulator.code(REMIND, {"msgid": msgid}) == 41093
    assert await emulator.tell("todos", userid="ann") == []
    assert (await impossible(emulator, "confirm", userid="ann", msgid=msgid))[0] == 409
    [row] = await results(emulator, msgid)
    assert row["status"] == 0
