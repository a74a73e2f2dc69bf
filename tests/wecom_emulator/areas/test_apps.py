"""What apps tell members, their cards, chats, menus and robots."""

import base64
import hashlib
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.wecom_emulator.corp import CORPID, Emulator, open_emulator
from wecom_emulator.limits import Limits

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 32
BUTTONS = {
    "card_type": "button_interaction",
    "main_title": {"title": "到货了"},
    "task_id": "task-1",
    "button_list": [
        {"text": "去处理", "key": "do"},
        {"text": "看看", "type": 1, "url": "https://e.cn"},
    ],
}


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    async with open_emulator(Limits(app_messages_minute=3, robot_messages_a_minute=2)) as one:
        yield one


def text(**more: Any) -> dict[str, Any]:
    return {
        "touser": "ann|bob",
        "msgtype": "text",
        "agentid": 1,
        "text": {"content": "今天盘点"},
    } | more


async def test_a_text_reaches_those_who_are_there(emulator: Emulator) -> None:
    sent = await emulator.call("message/send", text(touser="ann|Nobody|bob|"))
    assert (sent["errcode"], sent["invaliduser"]) == (0, "nobody")
    assert "response_code" not in sent
    [message] = await emulator.tell("app_messages", userid="ann")
    assert (message["msgid"], message["body"]) == (sent["msgid"], {"content": "今天盘点"})
    assert len(await emulator.tell("app_messages", userid="bob")) == 1


@pytest.mark.parametrize(
    ("body", "errcode"),
    [
        (text(touser=""), 82001),
        (text(touser="nobody"), 81013),
        (text(touser="|".join(["ann"] * 1001)), 40032),
        (text(toparty="|".join(["1"] * 101)), 82002),
        (text(totag="|".join(["1"] * 101)), 82003),
        (text(agentid=None), 41011),
        (text(agentid="one"), 40056),
        (text(agentid=99), 40056),
        (text(agentid=2), 301002),
        (text(msgtype="song"), 40008),
        (text(text={"content": ""}), 44004),
        (text(msgtype="image", image={"media_id": "none"}), 40007),
        (text(msgtype="textcard", textcard={"title": "t", "description": "d"}), 41010),
        (text(msgtype="textcard", textcard={"title": "", "description": "d"}), 41016),
        (text(msgtype="textcard", textcard={"title": "t", "url": "https://e.cn"}), 41033),
        (
            text(msgtype="textcard", textcard={"title": "t", "description": "d", "url": "e.cn"}),
            45034,
        ),
        (text(msgtype="news", news={"articles": []}), 45008),
        (text(msgtype="news", safe=1, news={"articles": [{"title": "t"}]}), 40074),
        (
            text(
                msgtype="miniprogram_notice",
                miniprogram_notice={"appid": "wx1", "title": "太短"},
            ),
            90200,
        ),
        (text(msgtype="template_card", template_card={"card_type": "none"}), 42031),
    ],
)
async def test_what_does_not_fit_is_refused_and_nobody_gets_it(
    emulator: Emulator, body: dict[str, Any], errcode: int
) -> None:
    assert await emulator.code("message/send", body) == errcode
    assert await emulator.tell("app_messages", userid="ann") == []


async def test_departments_tags_and_everybody(emulator: Emulator) -> None:
    sent = await emulator.call("message/send", text(touser="", toparty="1|9", totag="x"))
    assert (sent["invalidparty"], sent["invalidtag"]) == ("9", "x")
    await emulator.call("message/send", text(touser="@all"))
    assert len(await emulator.tell("app_messages", userid="bob")) == 2


async def test_a_long_text_is_cut_or_refused_as_the_switch_says(emulator: Emulator) -> None:
    long = text(text={"content": "长" * 700})
    await emulator.call("message/send", long)
    [message] = await emulator.tell("app_messages", userid="ann")
    assert message["body"]["content"] == "长" * 682
    await emulator.act("switches", text_overflow="refuse")
    assert await emulator.code("message/send", long) == 45002


async def test_who_got_too_much_gets_no_more_and_the_app_is_not_told(emulator: Emulator) -> None:
    for number in range(5):
        body = text(text={"content": str(number)})
        assert await emulator.code("message/send", body) == 0
    assert len(await emulator.tell("app_messages", userid="ann")) == 3
    await emulator.advance(61)
    await emulator.call("message/send", text())
    assert len(await emulator.tell("app_messages", userid="ann")) == 4


async def test_the_same_message_is_sent_once_where_the_app_asks_for_it(emulator: Emulator) -> None:
    checked = text(enable_duplicate_check=1, duplicate_check_interval=60)
    first = await emulator.call("message/send", checked)
    assert (await emulator.call("message/send", checked))["msgid"] == first["msgid"]
    assert len(await emulator.tell("app_messages", userid="ann")) == 1
    await emulator.advance(61)
    assert (await emulator.call("message/send", checked))["msgid"] != first["msgid"]


async def test_a_message_is_recalled_within_a_day(emulator: Emulator) -> None:
    sent = await emulator.call("message/send", text())
    await emulator.call("message/recall", {"msgid": sent["msgid"]})
    assert await emulator.tell("app_messages", userid="ann") == []
    old = await emulator.call("message/send", text(text={"content": "旧"}))
    await emulator.advance(24 * 3600 + 1)
    await emulator.sign_in()
    assert await emulator.code("message/recall", {"msgid": old["msgid"]}) == 42052
    assert await emulator.code("message/get_statistics", {}) == 48005


def card(**more: Any) -> dict[str, Any]:
    return {"touser": "ann|bob", "msgtype": "template_card", "agentid": 1, "template_card": more}


async def test_a_card_is_clicked_told_and_changed_once(emulator: Emulator) -> None:
    sent = await emulator.call("message/send", card(**BUTTONS))
    assert sent["response_code"]
    clicked = await emulator.act("cards/click", userid="ann", msgid=sent["msgid"], key="do")
    [row] = await emulator.delivered(1)
    for part in (
        "<FromUserName><![CDATA[ann]]></FromUserName>",
        "<Event><![CDATA[template_card_event]]></Event>",
        "<EventKey><![CDATA[do]]></EventKey>",
        "<TaskId><![CDATA[task-1]]></TaskId>",
        f"<ResponseCode><![CDATA[{clicked['response_code']}]]></ResponseCode>",
        "<AgentID>1</AgentID>",
    ):
        assert part in row["xml"]
    update = {
        "agentid": 1,
        "userids": ["ann", "carl"],
        "response_code": clicked["response_code"],
        "button": {"replace_name": "已处理"},
    }
    changed = await emulator.call("message/update_template_card", update)
    assert changed["invaliduser"] == ["carl"]
    [mine] = await emulator.tell("app_messages", userid="ann")
    [other] = await emulator.tell("app_messages", userid="bob")
    assert mine["body"]["replace_text"] == "已处理"
    assert "replace_text" not in other["body"]
    assert await emulator.code("message/update_template_card", update) == 60140
    again = await emulator.http.post(
        f"/emulator/corps/{CORPID}/cards/click",
        json={"userid": "ann", "msgid": sent["msgid"], "key": "do"},
    )
    assert again.status_code == 409


async def test_a_response_code_dies_after_three_days(emulator: Emulator) -> None:
    sent = await emulator.call("message/send", card(**BUTTONS))
    await emulator.advance(72 * 3600 + 1)
    await emulator.sign_in()
    update = {
        "agentid": 1,
        "atall": 1,
        "response_code": sent["response_code"],
        "button": {"replace_name": "晚了"},
    }
    assert await emulator.code("message/update_template_card", update) == 60140


async def test_a_vote_tells_what_was_chosen(emulator: Emulator) -> None:
    vote = {
        "card_type": "vote_interaction",
        "task_id": "vote",
        "checkbox": {
            "question_key": "q",
            "mode": 1,
            "option_list": [{"id": "a", "text": "早"}, {"id": "b", "text": "晚"}],
        },
        "submit_button": {"text": "提交", "key": "ok"},
    }
    sent = await emulator.call("message/send", card(**vote))
    selected = [{"question_key": "q", "option_ids": ["a", "b"]}]
    await emulator.act(
        "cards/click", userid="bob", msgid=sent["msgid"], key="ok", selected=selected
    )
    [row] = await emulator.delivered(1)
    assert (
        "<SelectedItems><SelectedItem><QuestionKey><![CDATA[q]]></QuestionKey><OptionIds>"
        "<OptionId><![CDATA[a]]></OptionId><OptionId><![CDATA[b]]></OptionId>"
        "</OptionIds></SelectedItem></SelectedItems>"
    ) in row["xml"]


@pytest.mark.parametrize(
    ("change", "errcode"),
    [
        ({"task_id": ""}, 42014),
        ({"task_id": "no spaces"}, 42016),
        ({"button_list": []}, 42038),
        ({"button_list": [{"text": "x"}]}, 42039),
        ({"button_list": [{"text": "", "key": "k"}]}, 42038),
        ({"horizontal_content_list": [{}] * 7}, 42027),
        ({"card_type": "text_notice", "card_action": {"type": 1}}, 42045),
        ({"card_type": "text_notice", "main_title": {}}, 42027),
        ({"card_type": "news_notice"}, 42027),
        ({"card_type": "multiple_interaction", "select_list": []}, 42047),
    ],
)
async def test_a_card_names_its_bad_field(
    emulator: Emulator, change: dict[str, Any], errcode: int
) -> None:
    assert await emulator.code("message/send", card(**(BUTTONS | change))) == errcode


async def test_a_task_id_is_used_once_by_an_app(emulator: Emulator) -> None:
    await emulator.call("message/send", card(**BUTTONS))
    assert await emulator.code("message/send", card(**BUTTONS)) == 42017


async def test_group_chats_of_an_app(emulator: Emulator) -> None:
    made = await emulator.call(
        "appchat/create",
        {"name": "晨会", "owner": "ann", "userlist": ["ann", "bob"], "chatid": "c1"},
    )
    assert made["chatid"] == "c1"
    for body, errcode in (
        ({"userlist": ["ann", "bob"], "chatid": "c1"}, 86215),
        ({"userlist": ["ann"]}, 86006),
        ({"userlist": ["ann", "nobody"]}, 86007),
        ({"userlist": ["ann", "bob"], "owner": "carl"}, 86005),
        ({"userlist": ["ann", "bob"], "name": "长" * 51}, 86004),
        ({"userlist": ["ann", "bob"], "chatid": "not an id"}, 86001),
    ):
        assert await emulator.code("appchat/create", body) == errcode
    said = {"chatid": "c1", "msgtype": "text", "text": {"content": "早"}}
    assert await emulator.code("appchat/send", said) == 0
    assert await emulator.code("appchat/send", said | {"msgtype": "template_card"}) == 40008
    assert await emulator.code("appchat/send", said | {"chatid": ""}) == 86003
    await emulator.call("appchat/update", {"chatid": "c1", "name": "晚会", "owner": "bob"})
    info = (await emulator.call("appchat/get", chatid="c1"))["chat_info"]
    assert (info["name"], info["owner"], info["userlist"]) == ("晚会", "bob", ["ann", "bob"])
    gone = {"chatid": "c1", "del_user_list": ["ann"]}
    assert await emulator.code("appchat/update", gone) == 86006
    assert await emulator.code("appchat/get", chatid="none") == 86001
    [chat] = await emulator.tell("app_chats")
    assert [row["body"] for row in chat["said"]] == [{"content": "早"}]


async def test_an_app_shows_and_changes_itself(emulator: Emulator) -> None:
    await emulator.call(
        "agent/set", {"agentid": 1, "name": "鱼塘", "redirect_domain": "scrm.example.com"}
    )
    got = await emulator.call("agent/get", agentid=1)
    assert (got["name"], got["redirect_domain"], got["close"]) == ("鱼塘", "scrm.example.com", 0)
    assert got["allow_partys"] == {"partyid": [1]}
    listed = await emulator.call("agent/list")
    assert [row["agentid"] for row in listed["agentlist"]] == [1]
    for body, errcode in (
        ({"agentid": 2}, 301002),
        ({"agentid": 9}, 40056),
        ({"agentid": 1, "name": "长" * 33}, 45004),
        ({"agentid": 1, "description": "短"}, 45004),
        ({"agentid": 1, "redirect_domain": "https://e.cn"}, 85005),
    ):
        assert await emulator.code("agent/set", body) == errcode


async def test_a_menu_is_pressed_and_the_app_told(emulator: Emulator) -> None:
    assert await emulator.code("menu/get", agentid=1) == 46003
    button = {
        "name": "更多",
        "sub_button": [
            {"type": "click", "name": "签到", "key": "sign"},
            {"type": "view", "name": "官网", "url": "https://e.cn"},
        ],
    }
    made = await emulator.http.post(
        "/cgi-bin/menu/create",
        params={"access_token": emulator.token, "agentid": 1},
        json={"button": [button]},
    )
    assert made.json()["errcode"] == 0
    assert (await emulator.call("menu/get", agentid=1))["button"] == [button]
    await emulator.act("apps/1/menu", userid="ann", key="sign")
    await emulator.call("agent/set", {"agentid": 1, "isreportenter": 1})
    assert await emulator.act("apps/1/enter", userid="ann") == {"told": True}
    await emulator.act("apps/1/say", userid="bob", text="在吗")
    rows = [row["xml"] for row in await emulator.delivered(3)]
    assert "<Event><![CDATA[click]]></Event><EventKey><![CDATA[sign]]></EventKey>" in rows[0]
    assert "<Event><![CDATA[enter_agent]]></Event>" in rows[1]
    assert "<MsgType><![CDATA[text]]></MsgType>" in rows[2]
    assert "<Content><![CDATA[在吗]]></Content>" in rows[2]
    for wrong, errcode in (
        ([], 40016),
        ([{"name": "", "type": "click", "key": "k"}], 40018),
        ([{"name": "a", "type": "none"}], 40017),
        ([{"name": "a", "type": "click"}], 40019),
        ([{"name": "a", "type": "view"}], 40020),
        ([{"name": "a", "sub_button": [{"name": "b", "type": "view", "url": "u"}] * 6}], 40023),
    ):
        answer = await emulator.http.post(
            "/cgi-bin/menu/create",
            params={"access_token": emulator.token, "agentid": 1},
            json={"button": wrong},
        )
        assert answer.json()["errcode"] == errcode
    assert await emulator.code("menu/delete", agentid=1) == 0
    assert await emulator.code("menu/get", agentid=1) == 46003


async def test_the_workbench_shows_each_member_his_own(emulator: Emulator) -> None:
    data = {"agentid": 1, "userid": "ann", "type": "keydata", "keydata": {"items": [{"data": "3"}]}}
    assert await emulator.code("agent/set_workbench_data", data) == 94001
    template = {"agentid": 1, "type": "keydata", "keydata": {"items": [{"key": "待办"}]}}
    assert await emulator.code("agent/set_workbench_template", template) == 0
    got = await emulator.call("agent/get_workbench_template", {"agentid": 1})
    assert (got["type"], got["keydata"]) == ("keydata", {"items": [{"key": "待办"}]})
    for _ in range(10):
        assert await emulator.code("agent/set_workbench_data", data) == 0
    assert await emulator.code("agent/set_workbench_data", data) == 45009
    assert await emulator.code("agent/set_workbench_data", data | {"userid": "bob"}) == 0
    many = template | {"keydata": {"items": [{}] * 5}}
    assert await emulator.code("agent/set_workbench_template", many) == 94000


async def test_a_robot_speaks_with_its_key_alone(emulator: Emulator) -> None:
    key = (await emulator.act("robots", chat="店群"))["key"]

    async def say(body: dict[str, Any], with_key: str = key) -> int:
        answer = await emulator.http.post(
            "/cgi-bin/webhook/send", params={"key": with_key}, json=body
        )
        return int(answer.json()["errcode"])

    assert await say({"msgtype": "text", "text": {"content": "早"}}, "none") == 93000
    assert await say({"msgtype": "song"}) == 40008
    assert await say({"msgtype": "markdown", "markdown": {"content": "长" * 1366}}) == 45002
    picture = {"base64": base64.b64encode(PNG).decode(), "md5": hashlib.md5(PNG).hexdigest()}  # noqa: S324 - WeCom's own check of a picture
    assert await say({"msgtype": "image", "image": picture | {"md5": "0"}}) == 40058
    assert await say({"msgtype": "image", "image": picture}) == 0
    upload = await emulator.http.post(
        "/cgi-bin/webhook/upload_media",
        params={"key": key, "type": "file"},
        files={"media": ("a.txt", b"hello there", "text/plain")},
    )
    media_id = upload.json()["media_id"]
    assert await say({"msgtype": "file", "file": {"media_id": media_id}}) == 0
    assert await say({"msgtype": "text", "text": {"content": "三"}}) == 45009
    await emulator.advance(61)
    assert await say({"msgtype": "text", "text": {"content": "三"}}) == 0
    await emulator.act("robots", key=key)
    assert await say({"msgtype": "text", "text": {"content": "四"}}) == 93004
    [robot] = await emulator.tell("robots")
    assert [row["msgtype"] for row in robot["said"]] == ["image", "file", "text"]
