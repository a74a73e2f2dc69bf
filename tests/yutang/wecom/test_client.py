"""Each verb: what it sends, what it reads, what it refuses before sending."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from tests.yutang.wecom.miniature import Miniature
from yutang.wecom.attachments import (
    Attachment,
    ImageAttachment,
    LinkAttachment,
    MiniProgramAttachment,
)
from yutang.wecom.auth import sign_js
from yutang.wecom.client import WeCom
from yutang.wecom.contact_ways import NewContactWay
from yutang.wecom.errors import (
    AlreadyChattingError,
    FileSizeError,
    InvalidRequestError,
    NotFriendError,
    NothingToSendError,
    TextTooLongError,
    TooManyError,
    UnknownContactWayError,
    UnknownStaffError,
)
from yutang.wecom.tags import NewTag

EXTERNAL = "/cgi-bin/externalcontact"


def sent(server: Miniature, path: str) -> list[Any]:
    return [request.json() for request in server.calls(path)]


def asked(server: Miniature, path: str) -> list[dict[str, str]]:
    return [
        {name: value for name, value in request.query.items() if name != "access_token"}
        for request in server.calls(path)
    ]


async def test_contact_way_of_one_member(server: Miniature, wecom: WeCom) -> None:
    path = f"{EXTERNAL}/add_contact_way"
    server.answer(path, {"errcode": 0, "config_id": "c1", "qr_code": "https://x/0"})
    made = await wecom.contact_ways.add(NewContactWay(["alice"], state="s1", remark="展会"))
    assert (made.config_id, made.qr_code) == ("c1", "https://x/0")
    assert sent(server, path) == [
        {
            "type": 1,
            "scene": 2,
            "skip_verify": True,
            "user": ["alice"],
            "state": "s1",
            "remark": "展会",
        }
    ]


async def test_contact_way_of_several(server: Miniature, wecom: WeCom) -> None:
    await wecom.contact_ways.add(
        NewContactWay(["alice", "bob"], skip_verify=False, departments=[7])
    )
    assert sent(server, f"{EXTERNAL}/add_contact_way") == [
        {"type": 2, "scene": 2, "skip_verify": False, "user": ["alice", "bob"], "party": [7]}
    ]


@pytest.mark.parametrize(
    ("way", "family"),
    [
        (NewContactWay(["a"], state="长" * 31), TextTooLongError),
        (NewContactWay(["a"], remark="长" * 31), TextTooLongError),
        (NewContactWay([]), TooManyError),
        (NewContactWay(["a"] * 101), TooManyError),
    ],
)
async def test_contact_ways_beyond_the_limits_are_not_sent(
    server: Miniature, wecom: WeCom, way: NewContactWay, family: type[InvalidRequestError]
) -> None:
    with pytest.raises(family):
        await wecom.contact_ways.add(way)
    assert server.requests == []


async def test_contact_way_is_read_changed_and_deleted(server: Miniature, wecom: WeCom) -> None:
    way = {"config_id": "c1", "type": 1, "scene": 2, "state": "s1", "user": ["a"], "party": None}
    server.answer(f"{EXTERNAL}/get_contact_way", {"errcode": 0, "contact_way": way})
    found = await wecom.contact_ways.get("c1")
    assert (found.state, found.user, found.party, found.skip_verify) == ("s1", ("a",), (), True)
    await wecom.contact_ways.update("c1", userids=["b"], skip_verify=False)
    await wecom.contact_ways.delete("c1")
    assert sent(server, f"{EXTERNAL}/update_contact_way") == [
        {"config_id": "c1", "user": ["b"], "skip_verify": False}
    ]
    assert sent(server, f"{EXTERNAL}/del_contact_way") == [{"config_id": "c1"}]
    server.answer(f"{EXTERNAL}/del_contact_way", {"errcode": 41044, "errmsg": "invalid"})
    with pytest.raises(UnknownContactWayError):
        await wecom.contact_ways.delete("c1")


async def test_contact_way_ids_of_all_pages(server: Miniature, wecom: WeCom) -> None:
    path = f"{EXTERNAL}/list_contact_way"
    first = {"errcode": 0, "contact_way": [{"config_id": "c1"}], "next_cursor": "n"}
    server.answer(path, first, {"errcode": 0, "contact_way": [{"config_id": "c2"}]})
    found = [config_id async for config_id in wecom.contact_ways.config_ids(10, 20)]
    assert found == ["c1", "c2"]
    window = {"limit": 1000, "start_time": 10, "end_time": 20}
    assert sent(server, path) == [window, {**window, "cursor": "n"}]


async def test_followers_and_customer_ids(server: Miniature, wecom: WeCom) -> None:
    server.answer(f"{EXTERNAL}/get_follow_user_list", {"errcode": 0, "follow_user": ["a", "b"]})
    server.answer(
        f"{EXTERNAL}/list",
        {"errcode": 0, "external_userid": ["wm1"]},
        {"errcode": 84061, "errmsg": "not external contact", "external_userid": []},
    )
    assert await wecom.customers.follow_user_list() == ("a", "b")
    assert await wecom.customers.list_ids("a") == ("wm1",)
    assert await wecom.customers.list_ids("b") == ()
    assert asked(server, f"{EXTERNAL}/list") == [{"userid": "a"}, {"userid": "b"}]


async def test_a_customer_with_two_pages_of_followers(server: Miniature, wecom: WeCom) -> None:
    person = {"external_userid": "wm1", "name": "Lin", "type": 1, "unionid": "o1"}
    tag = {"group_name": "Level", "tag_name": "VIP", "tag_id": "et1", "type": 1}
    first = {"userid": "a", "createtime": 1770000000, "tags": [tag], "add_way": 1, "state": "s"}
    path = f"{EXTERNAL}/get"
    server.answer(
        path,
        {"errcode": 0, "external_contact": person, "follow_user": [first], "next_cursor": "n"},
        {"errcode": 0, "external_contact": person, "follow_user": [{"userid": "b"}]},
    )
    found = await wecom.customers.get("wm1")
    assert (found.external_contact.name, found.external_contact.unionid) == ("Lin", "o1")
    assert [follow.userid for follow in found.follow_user] == ["a", "b"]
    assert (found.follow_user[0].tags[0].tag_id, found.follow_user[0].state) == ("et1", "s")
    assert found.next_cursor == ""
    assert asked(server, path) == [
        {"external_userid": "wm1"},
        {"external_userid": "wm1", "cursor": "n"},
    ]
    server.answer(path, {"errcode": 84061, "errmsg": "not external contact"})
    server.answers[path].popleft()
    with pytest.raises(NotFriendError):
        await wecom.customers.get("wm1")


async def test_batches_of_100_members_and_all_their_pages(server: Miniature, wecom: WeCom) -> None:
    path = f"{EXTERNAL}/batch/get_by_user"
    row = {
        "external_contact": {"external_userid": "wm1", "name": "Lin"},
        "follow_info": {"userid": "u0", "tag_id": ["et1"], "createtime": 5},
    }
    server.answer(
        path,
        {"errcode": 0, "external_contact_list": [row], "next_cursor": "n"},
        {"errcode": 0, "fail_info": {"unlicensed_userid_list": ["u3"]}, "next_cursor": ""},
    )
    members = [f"u{number}" for number in range(101)]
    pages = [page async for page in wecom.customers.batch_by_user(members)]
    assert [len(page.external_contact_list) for page in pages] == [1, 0, 0]
    assert pages[0].external_contact_list[0].follow_info.tag_id == ("et1",)
    assert pages[1].fail_info.unlicensed_userid_list == ("u3",)
    assert sent(server, path) == [
        {"userid_list": members[:100], "cursor": "", "limit": 100},
        {"userid_list": members[:100], "cursor": "n", "limit": 100},
        {"userid_list": members[100:], "cursor": "", "limit": 100},
    ]


async def test_remark_changes_what_is_given(server: Miniature, wecom: WeCom) -> None:
    await wecom.customers.remark("a", "wm1", remark="林", mobiles=[])
    assert sent(server, f"{EXTERNAL}/remark") == [
        {"userid": "a", "external_userid": "wm1", "remark": "林", "remark_mobiles": [""]}
    ]
    with pytest.raises(NothingToSendError):
        await wecom.customers.remark("a", "wm1")
    for name, length in (("remark", 21), ("description", 151), ("company", 21)):
        with pytest.raises(TextTooLongError):
            await wecom.customers.remark("a", "wm1", **{name: "长" * length})
    assert len(server.calls(f"{EXTERNAL}/remark")) == 1


async def test_tag_library_is_read_and_changed(server: Miniature, wecom: WeCom) -> None:
    group = {"group_id": "g1", "group_name": "Level", "tag": [{"id": "t1", "name": "VIP"}]}
    server.answer(f"{EXTERNAL}/get_corp_tag_list", {"errcode": 0, "tag_group": [group]})
    server.answer(f"{EXTERNAL}/add_corp_tag", {"errcode": 0, "tag_group": group})
    assert [(g.group_id, g.tag[0].name) for g in await wecom.tags.list()] == [("g1", "VIP")]
    await wecom.tags.list(tag_ids=["t1"])
    await wecom.tags.list(group_ids=["g1"])
    made = await wecom.tags.add([NewTag("VIP", 2)], group_name="Level", order=3)
    await wecom.tags.add([NewTag("New")], group_id="g1", group_name="ignored")
    await wecom.tags.edit("t1", name="Gold")
    await wecom.tags.edit("g1", order=0)
    await wecom.tags.delete(tag_ids=["t1"])
    assert made.tag[0].id == "t1"
    assert sent(server, f"{EXTERNAL}/get_corp_tag_list") == [
        {},
        {"tag_id": ["t1"]},
        {"group_id": ["g1"]},
    ]
    assert sent(server, f"{EXTERNAL}/add_corp_tag") == [
        {"tag": [{"name": "VIP", "order": 2}], "group_name": "Level", "order": 3},
        {"tag": [{"name": "New", "order": 0}], "group_id": "g1"},
    ]
    assert sent(server, f"{EXTERNAL}/edit_corp_tag") == [
        {"id": "t1", "name": "Gold"},
        {"id": "g1", "order": 0},
    ]
    assert sent(server, f"{EXTERNAL}/del_corp_tag") == [{"tag_id": ["t1"], "group_id": []}]


async def test_tags_are_marked(server: Miniature, wecom: WeCom) -> None:
    await wecom.tags.mark("a", "wm1", add=["t1"])
    await wecom.tags.mark("a", "wm1", add=["t1"], remove=["t2"])
    pair = {"userid": "a", "external_userid": "wm1", "add_tag": ["t1"]}
    assert sent(server, f"{EXTERNAL}/mark_tag") == [pair, {**pair, "remove_tag": ["t2"]}]


Refused = Callable[[WeCom], Awaitable[object]]


@pytest.mark.parametrize(
    ("call", "family"),
    [
        (lambda wecom: wecom.tags.mark("a", "wm1"), NothingToSendError),
        (lambda wecom: wecom.tags.add([], group_name="g"), NothingToSendError),
        (lambda wecom: wecom.tags.add([NewTag("x")]), NothingToSendError),
        (lambda wecom: wecom.tags.add([NewTag("长" * 31)], group_id="g"), TextTooLongError),
        (lambda wecom: wecom.tags.edit("t", name="长" * 31), TextTooLongError),
        (lambda wecom: wecom.tags.delete(), NothingToSendError),
        (lambda wecom: wecom.welcome.send("c"), NothingToSendError),
        (lambda wecom: wecom.welcome.send("c", "鱼" * 1333 + "ab"), TextTooLongError),
        (lambda wecom: wecom.welcome.send("c", "", [ImageAttachment("m")] * 10), TooManyError),
        (lambda wecom: wecom.contact_ways.update("c", state="长" * 31), TextTooLongError),
        (lambda wecom: wecom.contact_ways.update("c", userids=["a"] * 101), TooManyError),
        (lambda wecom: wecom.media.upload("image", "a", b"12345", "image/png"), FileSizeError),
        (
            lambda wecom: wecom.media.upload("voice", "a", b"x" * (2 * 1024**2 + 1), "voice/amr"),
            FileSizeError,
        ),
    ],
)
async def test_what_breaks_a_limit_is_not_sent(
    server: Miniature, wecom: WeCom, call: Refused, family: type[InvalidRequestError]
) -> None:
    with pytest.raises(family) as refused:
        await call(wecom)
    assert isinstance(refused.value, ValueError)
    assert server.requests == []


async def test_welcome_with_everything(server: Miniature, wecom: WeCom) -> None:
    attachments: list[Attachment] = [
        ImageAttachment("m1"),
        LinkAttachment("新品", "https://e.test/1", desc="d", picurl="https://e.test/p"),
        LinkAttachment("t", "https://e.test/2"),
        MiniProgramAttachment("t", "m2", "wx1", "p.html"),
    ]
    await wecom.welcome.send("code", "鱼" * 1333, attachments)
    link = {"title": "新品", "url": "https://e.test/1", "desc": "d", "picurl": "https://e.test/p"}
    card = {"title": "t", "pic_media_id": "m2", "appid": "wx1", "page": "p.html"}
    assert sent(server, f"{EXTERNAL}/send_welcome_msg") == [
        {
            "welcome_code": "code",
            "text": {"content": "鱼" * 1333},
            "attachments": [
                {"msgtype": "image", "image": {"media_id": "m1"}},
                {"msgtype": "link", "link": link},
                {"msgtype": "link", "link": {"title": "t", "url": "https://e.test/2"}},
                {"msgtype": "miniprogram", "miniprogram": card},
            ],
        }
    ]


async def test_welcome_refusal_is_typed_and_not_repeated(server: Miniature, wecom: WeCom) -> None:
    path = f"{EXTERNAL}/send_welcome_msg"
    server.answer(path, {"errcode": 41051, "errmsg": "externaluser has started chatting"})
    with pytest.raises(AlreadyChattingError):
        await wecom.welcome.send("code", "hello", timeout=5.0)
    assert sent(server, path) == [{"welcome_code": "code", "text": {"content": "hello"}}]


@pytest.mark.parametrize(
    "make",
    [
        lambda: LinkAttachment("鱼" * 42 + "abc", "https://e.test"),
        lambda: LinkAttachment("t", "https://e.test", desc="鱼" * 171),
        lambda: LinkAttachment("t", "https://e.test/" + "x" * 2034),
        lambda: LinkAttachment("t", "https://e.test", picurl="x" * 2049),
        lambda: MiniProgramAttachment("鱼" * 22, "m", "a", "p"),
    ],
)
def test_attachments_are_measured_in_bytes(make: Callable[[], object]) -> None:
    with pytest.raises(TextTooLongError):
        make()


def test_a_link_needs_title_and_address() -> None:
    for title, url in (("", "https://e.test"), ("t", "")):
        with pytest.raises(NothingToSendError):
            LinkAttachment(title, url)
    assert LinkAttachment("鱼" * 42 + "ab", "https://e.test").desc == ""


async def test_departments_and_members(server: Miniature, wecom: WeCom) -> None:
    server.answer(
        "/cgi-bin/department/list",
        {"errcode": 0, "department": [{"id": 1, "name": "总部", "parentid": 0, "order": 1}]},
    )
    member = {"userid": "a", "name": "Alice", "department": [1, 2], "gender": 2, "status": 1}
    server.answer("/cgi-bin/user/list", {"errcode": 0, "userlist": [member]})
    server.answer("/cgi-bin/user/simplelist", {"errcode": 0, "userlist": [member]})
    server.answer("/cgi-bin/user/get", {**member, "errcode": 0}, {"errcode": 60111, "errmsg": "no"})
    departments = await wecom.contacts.departments()
    users = await wecom.contacts.users(1, fetch_child=True)
    simple = await wecom.contacts.users_simple(1)
    user = await wecom.contacts.user("a")
    assert [(found.id, found.name) for found in departments] == [(1, "总部")]
    assert [(found.userid, found.department, found.gender) for found in users] == [
        ("a", (1, 2), "2")
    ]
    assert [found.name for found in simple] == ["Alice"]
    assert (user.name, user.status) == ("Alice", 1)
    assert asked(server, "/cgi-bin/user/list") == [{"department_id": "1", "fetch_child": "1"}]
    assert asked(server, "/cgi-bin/user/simplelist") == [{"department_id": "1", "fetch_child": "0"}]
    with pytest.raises(UnknownStaffError):
        await wecom.contacts.user("a")


async def test_groups(server: Miniature, wecom: WeCom) -> None:
    list_path, get_path = f"{EXTERNAL}/groupchat/list", f"{EXTERNAL}/groupchat/get"
    server.answer(
        list_path,
        {"errcode": 0, "group_chat_list": [{"chat_id": "wr1", "status": 0}], "next_cursor": "n"},
        {"errcode": 0, "group_chat_list": [{"chat_id": "wr2", "status": 1}], "next_cursor": ""},
    )
    member = {"userid": "wm1", "type": 2, "join_scene": 3, "invitor": {"userid": "a"}}
    group = {
        "chat_id": "wr1",
        "name": "G",
        "member_list": [member],
        "admin_list": [{"userid": "b"}],
    }
    server.answer(get_path, {"errcode": 0, "group_chat": group})
    assert [row.chat_id async for row in wecom.groups.list(["a"])] == ["wr1", "wr2"]
    found = await wecom.groups.get("wr1")
    assert found.member_list[0].invitor is not None
    assert (found.name, found.member_list[0].invitor.userid, found.admin_list[0].userid) == (
        "G",
        "a",
        "b",
    )
    owners = {"limit": 1000, "owner_filter": {"userid_list": ["a"]}}
    assert sent(server, list_path) == [owners, {**owners, "cursor": "n"}]
    assert sent(server, get_path) == [{"chat_id": "wr1", "need_name": 1}]


async def test_sign_in_and_tickets(server: Miniature, wecom: WeCom) -> None:
    server.answer("/cgi-bin/auth/getuserinfo", {"errcode": 0, "userid": "a"})
    server.answer("/cgi-bin/get_jsapi_ticket", {"errcode": 0, "ticket": "t1", "expires_in": 7200})
    server.answer("/cgi-bin/ticket/get", {"errcode": 0, "ticket": "t2", "expires_in": 7200})
    assert (await wecom.auth.userinfo("c0de")).userid == "a"
    assert (await wecom.auth.jsapi_ticket()).ticket == "t1"
    assert (await wecom.auth.agent_ticket()).ticket == "t2"
    assert asked(server, "/cgi-bin/auth/getuserinfo") == [{"code": "c0de"}]
    assert asked(server, "/cgi-bin/ticket/get") == [{"type": "agent_config"}]


@pytest.mark.parametrize("fragment", ["", "#top", "#a#b"])
def test_js_signature_of_the_published_vector(fragment: str) -> None:
    # wenerme/go-wecom, wecom/sign_test.go.
    ticket = (
        "sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg"
    )
    url = "http://mp.weixin.qq.com?params=value" + fragment
    assert (
        sign_js(ticket, "Wm3WZYTPz0wzccnW", 1414587457, url)
        == "0f9de62fce790f9a083d5c99e95740ceb90c27ed"
    )
