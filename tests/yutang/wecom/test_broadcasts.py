"""Broadcasts: what is sent, read page by page, and refused."""

import pytest

from tests.yutang.wecom.miniature import Miniature
from tests.yutang.wecom.verbs import (
    NEVER,
    READ,
    WRITE,
    Act,
    Verb,
    collect,
    refused_by_wecom,
    refused_here,
)
from yutang.wecom.attachments import (
    FileAttachment,
    ImageAttachment,
    LinkAttachment,
    MiniProgramAttachment,
    VideoAttachment,
)
from yutang.wecom.broadcasts import CustomerBroadcast, GroupBroadcast
from yutang.wecom.client import WeCom
from yutang.wecom.errors import (
    ForbiddenError,
    InvalidParameterError,
    InvalidRequestError,
    MediaError,
    NobodyToSendError,
    NothingToSendError,
    NotReadyError,
    QuotaError,
    RefusedError,
    TextTooLongError,
    TooLateError,
    TooManyError,
    UnknownCustomerError,
    UnknownIdError,
    UnreadableAnswerError,
)

AREA = "/cgi-bin/externalcontact"
ATTACHMENTS = (
    ImageAttachment(pic_url="https://p.qpic.cn/pic_wework/7/0"),
    LinkAttachment(
        "秋茶到店", "https://shop.test/autumn", desc="新到三款", picurl="https://shop.test/p"
    ),
    MiniProgramAttachment("会员中心", "pic9", "wxapp7", "pages/home.html"),
    VideoAttachment("film3"),
    FileAttachment("list5"),
)
SENT_ATTACHMENTS = [
    {"msgtype": "image", "image": {"pic_url": "https://p.qpic.cn/pic_wework/7/0"}},
    {
        "msgtype": "link",
        "link": {
            "title": "秋茶到店",
            "url": "https://shop.test/autumn",
            "desc": "新到三款",
            "picurl": "https://shop.test/p",
        },
    },
    {
        "msgtype": "miniprogram",
        "miniprogram": {
            "title": "会员中心",
            "pic_media_id": "pic9",
            "appid": "wxapp7",
            "page": "pages/home.html",
        },
    },
    {"msgtype": "video", "video": {"media_id": "film3"}},
    {"msgtype": "file", "file": {"media_id": "list5"}},
]
DAY = 86_400

VERBS = {
    "to_customers": Verb(
        lambda wecom: wecom.broadcasts.add_to_customers(
            CustomerBroadcast(
                "新茶",
                ATTACHMENTS,
                external_userids=["wmA", "wmB"],
                sender="gao",
                allow_select=True,
            )
        ),
        f"{AREA}/add_msg_template",
        NEVER,
        {
            "chat_type": "single",
            "external_userid": ["wmA", "wmB"],
            "sender": "gao",
            "allow_select": True,
            "text": {"content": "新茶"},
            "attachments": SENT_ATTACHMENTS,
        },
    ),
    "to_tagged": Verb(
        lambda wecom: wecom.broadcasts.add_to_customers(
            CustomerBroadcast("新茶", tag_lists=[["etA", "etB"], ["etC"]])
        ),
        f"{AREA}/add_msg_template",
        NEVER,
        {
            "chat_type": "single",
            "tag_filter": {"group_list": [{"tag_list": ["etA", "etB"]}, {"tag_list": ["etC"]}]},
            "text": {"content": "新茶"},
        },
    ),
    "to_all_of_one": Verb(
        lambda wecom: wecom.broadcasts.add_to_customers(
            CustomerBroadcast(attachments=[VideoAttachment("film3")], sender="gao")
        ),
        f"{AREA}/add_msg_template",
        NEVER,
        {"chat_type": "single", "sender": "gao", "attachments": SENT_ATTACHMENTS[3:4]},
    ),
    "to_groups": Verb(
        lambda wecom: wecom.broadcasts.add_to_groups(
            GroupBroadcast("gao", "新茶", chat_ids=["wrA"])
        ),
        f"{AREA}/add_msg_template",
        NEVER,
        {
            "chat_type": "group",
            "sender": "gao",
            "chat_id_list": ["wrA"],
            "text": {"content": "新茶"},
        },
    ),
    "to_chosen_groups": Verb(
        lambda wecom: wecom.broadcasts.add_to_groups(GroupBroadcast("gao", "新茶")),
        f"{AREA}/add_msg_template",
        NEVER,
        {"chat_type": "group", "sender": "gao", "text": {"content": "新茶"}},
    ),
    "list": Verb(
        lambda wecom: collect(
            wecom.broadcasts.list("group", 5 * DAY, 36 * DAY, creator="gao", filter_type=0)
        ),
        f"{AREA}/get_groupmsg_list_v2",
        READ,
        {
            "chat_type": "group",
            "start_time": 432_000,
            "end_time": 3_110_400,
            "creator": "gao",
            "filter_type": 0,
            "limit": 100,
        },
    ),
    "tasks": Verb(
        lambda wecom: collect(wecom.broadcasts.tasks("msgA")),
        f"{AREA}/get_groupmsg_task",
        READ,
        {"msgid": "msgA", "limit": 1000},
    ),
    "results": Verb(
        lambda wecom: collect(wecom.broadcasts.results("msgA", "gao")),
        f"{AREA}/get_groupmsg_send_result",
        READ,
        {"msgid": "msgA", "userid": "gao", "limit": 1000},
    ),
    "old_results": Verb(
        lambda wecom: collect(wecom.broadcasts.old_results("msgA")),
        f"{AREA}/get_group_msg_result",
        READ,
        {"msgid": "msgA", "limit": 10_000},
    ),
    "remind": Verb(
        lambda wecom: wecom.broadcasts.remind("msgA"),
        f"{AREA}/remind_groupmsg_send",
        NEVER,
        {"msgid": "msgA"},
    ),
    "cancel": Verb(
        lambda wecom: wecom.broadcasts.cancel("msgA"),
        f"{AREA}/cancel_groupmsg_send",
        WRITE,
        {"msgid": "msgA"},
    ),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_what_is_sent(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.sends(server, wecom)


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_how_often_a_busy_wecom_is_asked(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.asks_again(server, wecom)


async def test_what_was_made(server: Miniature, wecom: WeCom) -> None:
    path = f"{AREA}/add_msg_template"
    server.answer(path, {"errcode": 0, "fail_list": ["wmB"], "msgid": "msgA", "later": 1})
    made = await wecom.broadcasts.add_to_customers(CustomerBroadcast("新茶", sender="gao"))
    assert (made.msgid, made.fail_list) == ("msgA", ("wmB",))


async def test_a_list_of_three_pages(server: Miniature, wecom: WeCom) -> None:
    full = {
        "msgid": "msgA",
        "creator": "gao",
        "create_time": "1770300000",
        "create_type": 1,
        "text": {"content": "新茶"},
        "attachments": [
            {"msgtype": "image", "image": {"media_id": "m7", "pic_url": "https://p.test/7"}},
            {
                "msgtype": "miniprogram",
                "miniprogram": {"title": "会员", "appid": "wx7", "page": "p"},
            },
            {"msgtype": "hologram", "hologram": {}},
        ],
    }
    path = f"{AREA}/get_groupmsg_list_v2"
    server.answer(
        path,
        {"errcode": 0, "group_msg_list": [full], "next_cursor": "c1"},
        {"errcode": 0, "group_msg_list": [], "next_cursor": "c2"},
        {"errcode": 0, "group_msg_list": [{"msgid": "msgB", "create_time": 1770300009}]},
    )
    first, second = await collect(wecom.broadcasts.list("single", 0, 31 * DAY))
    assert (first.msgid, first.creator, first.create_time, first.create_type) == (
        "msgA",
        "gao",
        1_770_300_000,
        1,
    )
    assert first.text.content == "新茶"
    assert [part.msgtype for part in first.attachments] == ["image", "miniprogram", "hologram"]
    assert first.attachments[0].image.media_id == "m7"
    assert first.attachments[1].miniprogram.pic_media_id == ""
    assert (second.msgid, second.creator, second.create_time) == ("msgB", "", 1_770_300_009)
    assert [call.json().get("cursor") for call in server.calls(path)] == [None, "c1", "c2"]


async def test_tasks_and_results_of_all_pages(server: Miniature, wecom: WeCom) -> None:
    server.answer(
        f"{AREA}/get_groupmsg_task",
        {"errcode": 0, "task_list": [{"userid": "gao", "status": 0}], "next_cursor": "c"},
        {"errcode": 0, "task_list": [{"userid": "yu", "status": 2, "send_time": 1_770_300_111}]},
    )
    tasks = await collect(wecom.broadcasts.tasks("msgA"))
    assert [(task.userid, task.status, task.send_time) for task in tasks] == [
        ("gao", 0, 0),
        ("yu", 2, 1_770_300_111),
    ]
    rows = [
        {"external_userid": "wmA", "userid": "gao", "status": 1, "send_time": 1_770_300_111},
        {"external_userid": "wmB", "userid": "gao", "status": 3},
    ]
    server.answer(
        f"{AREA}/get_groupmsg_send_result",
        {"errcode": 0, "send_list": rows, "next_cursor": "c"},
        {"errcode": 0, "send_list": [{"chat_id": "wrA", "userid": "gao", "status": 1}]},
    )
    results = await collect(wecom.broadcasts.results("msgA", "gao"))
    assert [(row.external_userid, row.chat_id, row.status) for row in results] == [
        ("wmA", "", 1),
        ("wmB", "", 3),
        ("", "wrA", 1),
    ]
    server.answer(f"{AREA}/get_group_msg_result", {"errcode": 0, "detail_list": rows})
    assert [row.status for row in await collect(wecom.broadcasts.old_results("m"))] == [1, 3]


async def test_a_cursor_that_stands_still_ends_the_walk(server: Miniature, wecom: WeCom) -> None:
    server.answer(f"{AREA}/get_groupmsg_task", {"errcode": 0, "next_cursor": "same"})
    with pytest.raises(UnreadableAnswerError, match="cursor"):
        await collect(wecom.broadcasts.tasks("msgA"))
    assert len(server.calls(f"{AREA}/get_groupmsg_task")) == 2


@pytest.mark.parametrize(
    ("act", "family"),
    [
        (
            lambda wecom: wecom.broadcasts.add_to_customers(CustomerBroadcast("a")),
            NothingToSendError,
        ),
        (
            lambda wecom: wecom.broadcasts.add_to_customers(CustomerBroadcast(sender="gao")),
            NothingToSendError,
        ),
        (
            lambda wecom: wecom.broadcasts.add_to_customers(
                CustomerBroadcast("茶" * 1333 + "ab", sender="gao")
            ),
            TextTooLongError,
        ),
        (
            lambda wecom: wecom.broadcasts.add_to_customers(
                CustomerBroadcast("a", external_userids=["wm"] * 10_001)
            ),
            TooManyError,
        ),
        (
            lambda wecom: wecom.broadcasts.add_to_customers(
                CustomerBroadcast("a", tag_lists=[["et"] * 101])
            ),
            TooManyError,
        ),
        (
            lambda wecom: wecom.broadcasts.add_to_customers(CustomerBroadcast("a", tag_lists=[[]])),
            TooManyError,
        ),
        (
            lambda wecom: wecom.broadcasts.add_to_customers(
                CustomerBroadcast("a", [VideoAttachment("v")] * 10, sender="gao")
            ),
            TooManyError,
        ),
        (
            lambda wecom: wecom.broadcasts.add_to_groups(GroupBroadcast("", "a")),
            NothingToSendError,
        ),
        (
            lambda wecom: wecom.broadcasts.add_to_groups(GroupBroadcast("gao")),
            NothingToSendError,
        ),
        (
            lambda wecom: wecom.broadcasts.add_to_groups(
                GroupBroadcast("gao", "a", chat_ids=["wr"] * 2001)
            ),
            TooManyError,
        ),
        (
            lambda wecom: collect(wecom.broadcasts.list("single", 0, 31 * DAY + 1)),
            InvalidRequestError,
        ),
        (lambda wecom: collect(wecom.broadcasts.list("single", 2, 1)), InvalidRequestError),
    ],
)
async def test_what_is_not_sent(
    server: Miniature, wecom: WeCom, act: Act, family: type[InvalidRequestError]
) -> None:
    await refused_here(server, wecom, act, family)


@pytest.mark.parametrize(
    ("name", "errcode", "family"),
    [
        ("to_customers", 41048, NobodyToSendError),
        ("to_customers", 40096, UnknownCustomerError),
        ("to_customers", 40007, MediaError),
        ("to_customers", 41064, InvalidParameterError),
        ("to_customers", 90207, InvalidParameterError),
        ("to_customers", 60011, ForbiddenError),
        ("to_groups", 86214, InvalidParameterError),
        ("tasks", 41046, InvalidParameterError),
        ("tasks", 41047, UnknownIdError),
        ("tasks", 41063, NotReadyError),
        ("results", 41063, NotReadyError),
        ("list", 50100, InvalidParameterError),
        ("remind", 41094, QuotaError),
        ("cancel", 41093, TooLateError),
    ],
)
async def test_refusals(
    server: Miniature, wecom: WeCom, name: str, errcode: int, family: type[RefusedError]
) -> None:
    verb = VERBS[name]
    assert await refused_by_wecom(server, wecom, verb.act, verb.path, errcode) is family
