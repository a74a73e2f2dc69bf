"""The staff side: requests that wait, chats as the member sees them, who reaches whom."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.wecom_emulator.corp import CORP, Emulator, open_emulator
from wecom_emulator.limits import Limits

SEND = "externalcontact/send_welcome_msg"


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """One whose pauses are short."""
    async with open_emulator(Limits(pause_seconds=0.01)) as emulator:
        yield emulator


async def asked(emulator: Emulator, unionid: str = "o1", **more: Any) -> dict[str, Any]:
    """A person scanned a code of ann's that wants a confirmation."""
    way = await emulator.way(type=1, user=["ann"], skip_verify=False)
    person = {"unionid": unionid, "name": "林小满"}
    return await emulator.act("scan", config_id=way, person=person, **more)


def pair(scan: dict[str, Any]) -> dict[str, Any]:
    return {"userid": scan["userid"], "external_userid": scan["external_userid"]}


async def chat_of(emulator: Emulator, scan: dict[str, Any]) -> dict[str, Any]:
    return dict(await emulator.tell("desk/chat", **pair(scan)))


async def test_a_request_is_unknown_to_wecom_until_the_member_confirms(emulator: Emulator) -> None:
    scan = await asked(emulator)
    assert (scan["relation"], scan["welcome_code"], scan["state"]) == ("asked", None, "st")
    assert await emulator.tell("callbacks") == []
    assert await emulator.tell("welcome_codes") == []
    external = {"external_userid": scan["external_userid"]}
    assert await emulator.code("externalcontact/get", **external) == 84061
    [waiting] = (await emulator.tell("desk", userid="ann"))["requests"]
    assert (waiting["name"], waiting["state"], waiting["channel"]) == ("林小满", "asked", "st")
    again = await asked(emulator)
    assert (again["relation"], again["userid"]) == ("asked", "ann")
    whole = await emulator.act("complete", **pair(scan))
    assert (whole["relation"], whole["state"]) == ("whole", "st")
    [told] = await emulator.delivered(1)
    assert told["change_type"] == "add_external_contact"
    assert "<UserID><![CDATA[ann]]></UserID>" in told["xml"]
    assert "<State><![CDATA[st]]></State>" in told["xml"]
    assert f"<WelcomeCode><![CDATA[{whole['welcome_code']}]]></WelcomeCode>" in told["xml"]
    assert await emulator.code("externalcontact/get", **external) == 0
    desk = await emulator.tell("desk", userid="ann")
    assert (desk["requests"], desk["requests_total"], desk["chats_total"]) == ([], 0, 1)


async def test_a_half_add_waits_beside_the_requests_and_is_told_twice(emulator: Emulator) -> None:
    half = await asked(emulator, half=True)
    assert (half["relation"], half["welcome_code"] is None) == ("half", False)
    [waiting] = (await emulator.tell("desk", userid="ann"))["requests"]
    assert waiting["state"] == "half"
    await emulator.delivered(1)
    await emulator.act("complete", **pair(half))
    log = await emulator.delivered(2)
    assert [row["change_type"] for row in log] == [
        "add_half_external_contact",
        "add_external_contact",
    ]


@pytest.mark.parametrize("by", ["customer", "staff"])
async def test_a_request_that_is_taken_back_or_refused_is_told_to_nobody(
    emulator: Emulator, by: str
) -> None:
    scan = await asked(emulator)
    await emulator.act("unfollow", **pair(scan), by=by)
    assert (await emulator.tell("desk", userid="ann"))["requests"] == []
    answer = await emulator.http.post(f"{CORP}/complete", json=pair(scan))
    assert answer.status_code == 409
    assert await emulator.tell("callbacks") == []
    assert (await chat_of(emulator, scan))["ended_by"] == by
    assert (await asked(emulator))["relation"] == "asked"


async def test_who_was_never_deleted_by_the_member_needs_no_confirmation(
    emulator: Emulator,
) -> None:
    scan = await asked(emulator)
    await emulator.act("complete", **pair(scan))
    await emulator.act("unfollow", **pair(scan), by="customer")
    assert (await asked(emulator))["relation"] == "whole"
    await emulator.act("unfollow", **pair(scan), by="staff")
    assert (await asked(emulator))["relation"] == "asked"


async def test_both_sides_see_the_same_words(emulator: Emulator) -> None:
    scan = await asked(emulator)
    code = (await emulator.act("complete", **pair(scan)))["welcome_code"]
    hello = {"welcome_code": code, "text": {"content": "欢迎"}}
    assert await emulator.code(SEND, hello) == 0
    external = scan["external_userid"]
    await emulator.act("say", **{"from": external, "to": "ann", "text": "在吗"})
    said = {"from": "ann", "to": external, "text": {"content": "在的"}}
    assert await emulator.act("say", **said) == {"reached": True}
    [theirs] = (await emulator.tell("phone", external_userid=external))["chats"]
    ours = await chat_of(emulator, scan)
    assert [(i["text"], i["mine"]) for i in theirs["items"]] == [
        ("欢迎", False),
        ("在吗", True),
        ("在的", False),
    ]
    assert [(i["text"], i["mine"]) for i in ours["items"]] == [
        ("欢迎", True),
        ("在吗", False),
        ("在的", True),
    ]
    [row] = (await emulator.tell("desk", userid="ann"))["chats"]
    assert row["last"] == ours["items"][-1]


async def test_a_member_is_not_told_who_deleted_him_but_his_words_stay(emulator: Emulator) -> None:
    scan = await asked(emulator)
    external = scan["external_userid"]
    to_ann = {"from": external, "to": "ann", "text": "在吗"}
    to_him = {"from": "ann", "to": external, "text": "在吗"}
    for said in (to_ann, to_him):
        assert (await emulator.http.post(f"{CORP}/say", json=said)).status_code == 409
    await emulator.act("complete", **pair(scan))
    await emulator.act("unfollow", **pair(scan), by="customer")
    assert (await emulator.http.post(f"{CORP}/say", json=to_ann)).status_code == 409
    assert await emulator.act("say", **to_him) == {"reached": False}
    [theirs] = (await emulator.tell("phone", external_userid=external))["chats"]
    assert theirs["items"] == []
    [kept] = (await chat_of(emulator, scan))["items"]
    assert (kept["text"], kept["mine"], kept["reached"]) == ("在吗", True, False)
    assert (await emulator.tell("desk", userid="ann"))["chats_total"] == 1


async def test_a_chat_shows_remark_and_tags_and_lists_are_searched(emulator: Emulator) -> None:
    await emulator.act("populate", seed=3, customers=40, tag_groups=1)
    friend = await emulator.act("add", userid="ann", person={"unionid": "o1", "name": "特别的人"})
    tag = (await emulator.http.get(CORP)).json()["tags"][0]
    external = friend["external_userid"]
    await emulator.act("staff/ann/tag", external_userid=external, add=[tag])
    await emulator.act("staff/ann/remark", external_userid=external, remark="邻居")
    card = await chat_of(emulator, friend)
    assert (card["remark"], card["tags"]) == ("邻居", [{"group": "标签组 1", "name": "标签 1-1"}])
    for wanted in ("特别", "邻居"):
        found = await emulator.tell("desk", userid="ann", q=wanted)
        assert [row["external_userid"] for row in found["chats"]] == [external]
    page = await emulator.tell("desk", userid="ann", limit=2)
    assert (len(page["chats"]), page["chats"][0]["name"]) == (2, "特别的人")
    assert page["chats_total"] > 2
    assert [m["userid"] for m in await emulator.tell("staff", q="博")] == ["bob"]
    assert len(await emulator.tell("staff", limit=1)) == 1
    assert [p["name"] for p in await emulator.tell("people", q="特别")] == ["特别的人"]
    way = await emulator.way(remark="南山店")
    [shown] = await emulator.tell("contact_ways", q="南山", limit=5)
    assert (shown["config_id"], shown["names"]) == (way, ["安", "博"])


async def test_who_is_not_here_has_no_desk(emulator: Emulator) -> None:
    for path, query in (
        ("desk", {"userid": "nobody"}),
        ("desk/chat", {"userid": "ann", "external_userid": "wm-nobody"}),
    ):
        answer = await emulator.http.get(f"{CORP}/{path}", params=query)
        assert (answer.status_code, list(answer.json())) == (404, ["error"])
    assert (await emulator.http.get(f"{CORP}/desk")).status_code == 400


async def test_the_workbench_tells_whom_a_to_do_reaches_and_what_came_of_it(
    emulator: Emulator,
) -> None:
    people = {
        name: (await emulator.act("add", userid="ann", person={"unionid": name, "name": name}))[
            "external_userid"
        ]
        for name in ("林小满", "王果果妈", "赵一一")
    }
    await emulator.act("staff/ann/remark", external_userid=people["赵一一"], remark="邻居")
    text = {"content": "周末到店有礼"}
    made = await emulator.call(
        "externalcontact/add_msg_template",
        {
            "chat_type": "single",
            "external_userid": list(people.values()),
            "sender": "ann",
            "allow_select": True,
            "text": text,
        },
    )
    about = {"userid": "ann", "msgid": made["msgid"]}
    whom = await emulator.tell("desk/recipients", **about)
    assert (whom["total"], {row["name"] for row in whom["rows"]}) == (3, set(people))
    found = await emulator.tell("desk/recipients", **about, q="邻居")
    assert [(row["name"], row["remark"], row["members"]) for row in found["rows"]] == [
        ("赵一一", "邻居", None)
    ]
    assert await emulator.tell("desk/done", userid="ann") == []
    await emulator.act("unfollow", userid="ann", external_userid=people["王果果妈"], by="customer")
    left_out = [people["赵一一"]]
    await emulator.act("confirm", **about, **{"except": left_out})
    [row] = await emulator.tell("desk/done", userid="ann")
    assert (row["kind"], row["parts"], row["cancelled"], row["own"]) == (
        "broadcast",
        [{"kind": "text", "text": "周末到店有礼"}],
        False,
        False,
    )
    assert row["outcomes"] == {"sent": 1, "no_friend": 1, "had_too_many": 0, "left_out": 1}
    answer = await emulator.http.get(
        f"{CORP}/desk/recipients", params={"userid": "bob", "msgid": made["msgid"]}
    )
    assert answer.status_code == 404


async def test_a_moment_and_a_group_welcome_are_told_with_what_came_of_them(
    emulator: Emulator,
) -> None:
    friend = await emulator.act("add", userid="ann", person={"unionid": "o1", "name": "林小满"})
    external = friend["external_userid"]
    posted = await emulator.act("moments", userid="ann", text="秋天")
    react = f"moments/{posted['moment_id']}/react"
    await emulator.act(react, external_userid=external, kind="like")
    await emulator.act(react, external_userid=external, kind="comment", text="真好")
    await emulator.advance(60)
    group = (await emulator.act("groups", owner="ann", name="妈妈群", members=[]))["chat_id"]
    template = await emulator.call(
        "externalcontact/group_welcome_template/add", {"text": {"content": "欢迎"}, "notify": 1}
    )
    mine = await emulator.tell("desk/recipients", userid="ann")
    assert [(row["id"], row["name"], row["members"]) for row in mine["rows"]] == [
        (group, "妈妈群", 1)
    ]
    await emulator.act(f"groups/{group}/welcome", template_id=template["template_id"])
    welcome, moment = await emulator.tell("desk/done", userid="ann")
    assert (welcome["kind"], welcome["groups"]) == ("group_welcome", ["妈妈群"])
    assert (moment["kind"], moment["own"], moment["reached"]) == ("moment", True, 1)
    assert [(like["name"], like["customer"]) for like in moment["likes"]] == [("林小满", True)]
    assert [(one["name"], one["text"]) for one in moment["comments"]] == [("林小满", "真好")]
    assert await emulator.tell("desk/done", userid="bob") == []
    assert len(await emulator.tell("desk/done", userid="ann", limit=1)) == 1


async def test_a_to_do_that_was_called_off_is_told_as_such(emulator: Emulator) -> None:
    await emulator.act("add", userid="ann", person={"unionid": "o1"})
    made = await emulator.call(
        "externalcontact/add_msg_template",
        {"chat_type": "single", "sender": "ann", "text": {"content": "上新"}},
    )
    await emulator.call("externalcontact/cancel_groupmsg_send", {"msgid": made["msgid"]})
    [row] = await emulator.tell("desk/done", userid="ann")
    assert (row["cancelled"], row["outcomes"]["sent"]) == (True, 0)
    assert await emulator.tell("todos", userid="ann") == []


async def test_groups_stand_on_a_members_desk_newest_first(emulator: Emulator) -> None:
    friend = await emulator.act("add", userid="ann", person={"unionid": "o1", "name": "林小满"})
    external = friend["external_userid"]
    chats = [
        (await emulator.act("groups", owner="ann", name=name, members=[external]))["chat_id"]
        for name in ("一群", "二群")
    ]
    # A broadcast into a group is one message to who sent it, however many read it.
    await emulator.act(
        "broadcasts", userid="ann", text="答疑", chat_type="group", chat_ids=chats[:1]
    )
    desk = await emulator.tell("desk", userid="ann")
    assert [(g["name"], g["members"]) for g in desk["groups"]] == [("一群", 2), ("二群", 2)]
    assert (desk["groups"][0]["last"]["text"], desk["groups"][0]["last"]["mine"]) == ("答疑", True)
    assert (await emulator.tell("desk", userid="bob"))["groups"] == []
    found = await emulator.tell("desk", userid="ann", q="二")
    assert ([g["name"] for g in found["groups"]], found["groups_total"]) == (["二群"], 1)
