"""Customers: what is sent, read and refused beyond what test_client walks through."""

from typing import Any

import pytest

from tests.yutang.wecom.miniature import Miniature
from tests.yutang.wecom.verbs import READ, WRITE, Act, Verb, collect, refused_by_wecom, refused_here
from yutang.wecom.client import WeCom
from yutang.wecom.errors import (
    BusyError,
    ConcurrencyError,
    ForbiddenError,
    FrequencyError,
    InvalidParameterError,
    InvalidRequestError,
    MediaError,
    NotFriendError,
    NothingToSendError,
    QuotaError,
    RefusedError,
    TextTooLongError,
    UnknownCustomerError,
    UnknownStaffError,
    UnreadableAnswerError,
)

AREA = "/cgi-bin/externalcontact"
VERBS = {
    "followers": Verb(
        lambda wecom: wecom.customers.follow_user_list(), f"{AREA}/get_follow_user_list", READ
    ),
    "list": Verb(
        lambda wecom: wecom.customers.list_ids("sun"),
        f"{AREA}/list",
        READ,
        query={"userid": "sun"},
    ),
    "get": Verb(
        lambda wecom: wecom.customers.get("wmK1"),
        f"{AREA}/get",
        READ,
        query={"external_userid": "wmK1"},
    ),
    "batch": Verb(
        lambda wecom: collect(wecom.customers.batch_by_user(["sun", "li"])),
        f"{AREA}/batch/get_by_user",
        READ,
        {"userid_list": ["sun", "li"], "cursor": "", "limit": 100},
    ),
    "contacts": Verb(
        lambda wecom: collect(wecom.customers.contact_list()),
        f"{AREA}/contact_list",
        READ,
        {"limit": 1000},
    ),
    "remark": Verb(
        lambda wecom: wecom.customers.remark(
            "sun",
            "wmK1",
            remark="",
            description="长" * 150,
            company="司" * 20,
            mobiles=["13000000001", "13000000002"],
            picture_media_id="med4",
        ),
        f"{AREA}/remark",
        WRITE,
        {
            "userid": "sun",
            "external_userid": "wmK1",
            "remark": "",
            "description": "长" * 150,
            "remark_company": "司" * 20,
            "remark_mobiles": ["13000000001", "13000000002"],
            "remark_pic_mediaid": "med4",
        },
    ),
    "picture": Verb(
        lambda wecom: wecom.customers.remark("sun", "wmK1", picture_media_id="med4"),
        f"{AREA}/remark",
        WRITE,
        {"userid": "sun", "external_userid": "wmK1", "remark_pic_mediaid": "med4"},
    ),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_what_is_sent(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.sends(server, wecom)


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_how_often_a_busy_wecom_is_asked(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.asks_again(server, wecom)


async def test_a_wecom_user_with_his_profile(server: Miniature, wecom: WeCom) -> None:
    attributes = [
        {"type": 0, "name": "专长", "text": {"value": "轴承"}},
        {"type": "1", "name": "官网", "web": {"url": "https://bearing.test", "title": "看看"}},
        {
            "type": 2,
            "name": "商城",
            "miniprogram": {"appid": "wx3", "pagepath": "/shop", "title": "店"},
        },
        {"type": 9, "name": "later"},
    ]
    person = {
        "external_userid": "woZ7",
        "name": "Qian",
        "type": 2,
        "gender": "1",
        "position": "采购",
        "corp_name": "轴承厂",
        "corp_full_name": "某市轴承厂",
        "external_profile": {
            "external_corp_name": "轴承",
            "wechat_channels": {"nickname": "轴承说", "status": "1"},
            "external_attr": attributes,
        },
        "hobby": "chess",
    }
    channels = {"nickname": "直播间", "source": "2"}
    follow = {"userid": "sun", "createtime": "1769100000", "add_way": "10", "state": None}
    server.answer(
        f"{AREA}/get",
        {
            "errcode": 0,
            "external_contact": person,
            "follow_user": [{**follow, "wechat_channels": channels}, {"userid": "li"}],
        },
    )
    found = await wecom.customers.get("woZ7")
    person_found = found.external_contact
    assert (person_found.type, person_found.gender, person_found.position) == (2, 1, "采购")
    assert (person_found.corp_name, person_found.corp_full_name) == ("轴承厂", "某市轴承厂")
    profile = person_found.external_profile
    assert profile is not None
    assert profile.wechat_channels is not None
    assert (profile.external_corp_name, profile.wechat_channels.status) == ("轴承", 1)
    text, web, mini, later = profile.external_attr
    assert text.text is not None
    assert web.web is not None
    assert mini.miniprogram is not None
    assert (text.text.value, web.web.title, mini.miniprogram.pagepath) == ("轴承", "看看", "/shop")
    assert (web.type, later.type, later.text, later.web) == (1, 9, None, None)
    first, second = found.follow_user
    assert first.wechat_channels is not None
    assert (first.createtime, first.add_way, first.state) == (1769100000, 10, "")
    assert (first.wechat_channels.nickname, first.wechat_channels.source) == ("直播间", 2)
    assert (second.userid, second.wechat_channels, second.tags) == ("li", None, ())


async def test_three_kinds_of_tags(server: Miniature, wecom: WeCom) -> None:
    tags = [
        {"group_name": "级别", "tag_name": "A", "tag_id": "etA", "type": 1},
        {"group_name": "自己的", "tag_name": "钓鱼", "type": "2"},
        {"group_name": "区域", "tag_name": "南", "tag_id": "stN", "type": 3},
    ]
    server.answer(
        f"{AREA}/get",
        {"errcode": 0, "external_contact": {}, "follow_user": [{"userid": "sun", "tags": tags}]},
    )
    (follow,) = (await wecom.customers.get("wmK1")).follow_user
    assert [(tag.tag_id, tag.type) for tag in follow.tags] == [("etA", 1), ("", 2), ("stN", 3)]


async def test_a_pair_of_the_batch_call(server: Miniature, wecom: WeCom) -> None:
    info = {
        "userid": "sun",
        "remark": "钱工",
        "description": "要样品",
        "createtime": "1769100000",
        "tag_id": ["etA", "stN"],
        "remark_corp_name": "轴承厂",
        "remark_mobiles": [13000000001],
        "oper_userid": "wmK1",
        "add_way": 10,
        "state": "expo",
        "wechat_channels": {"nickname": "轴承说", "source": 1},
    }
    rows = [
        {"external_contact": {"external_userid": "wmK1", "name": 42}, "follow_info": info},
        {"external_contact": {"external_userid": "wmK2"}},
    ]
    server.answer(
        f"{AREA}/batch/get_by_user",
        {"errcode": 0, "external_contact_list": rows, "next_cursor": "", "fail_info": None},
    )
    (page,) = await collect(wecom.customers.batch_by_user(["sun"]))
    first, second = page.external_contact_list
    assert (first.external_contact.name, first.follow_info.remark) == ("42", "钱工")
    assert first.follow_info.remark_mobiles == ("13000000001",)
    assert first.follow_info.wechat_channels is not None
    assert first.follow_info.wechat_channels.source == 1
    assert (second.follow_info.userid, second.follow_info.tag_id) == ("", ())
    assert page.fail_info.unlicensed_userid_list == ()


async def test_nobody_to_ask_for_is_no_call(server: Miniature, wecom: WeCom) -> None:
    assert await collect(wecom.customers.batch_by_user([])) == []
    assert server.requests == []


async def test_everybody_who_was_served(server: Miniature, wecom: WeCom) -> None:
    customer = {
        "is_customer": True,
        "tmp_openid": "tmp1",
        "external_userid": "wmK1",
        "follow_userid": "sun",
        "add_time": "1769100000",
    }
    guest = {
        "is_customer": False,
        "tmp_openid": "tmp2",
        "name": "王**",
        "follow_userid": "li",
        "chat_name": "篮球",
        "add_time": 1769100001,
    }
    member = {"is_customer": 1, "external_userid": "wmK3", "chat_id": "wrG1", "more": {}}
    path = f"{AREA}/contact_list"
    server.answer(
        path,
        {"errcode": 0, "info_list": [customer, guest], "next_cursor": "p2"},
        {"errcode": 0, "info_list": [member]},
    )
    one, two, three = await collect(wecom.customers.contact_list())
    assert (one.is_customer, one.external_userid, one.add_time) == (True, "wmK1", 1769100000)
    assert (two.is_customer, two.name, two.chat_name, two.chat_id) == (False, "王**", "篮球", "")
    assert (three.is_customer, three.chat_id, three.tmp_openid) == (True, "wrG1", "")
    assert [call.json() for call in server.calls(path)] == [
        {"limit": 1000},
        {"limit": 1000, "cursor": "p2"},
    ]


async def test_a_cursor_that_stands_still_ends_the_walk(server: Miniature, wecom: WeCom) -> None:
    server.answer(f"{AREA}/contact_list", {"errcode": 0, "info_list": [], "next_cursor": "p"})
    with pytest.raises(UnreadableAnswerError):
        await collect(wecom.customers.contact_list())
    assert len(server.calls(f"{AREA}/contact_list")) == 2


@pytest.mark.parametrize(
    ("act", "family"),
    [
        (lambda wecom: wecom.customers.remark("a", "b"), NothingToSendError),
        (lambda wecom: wecom.customers.remark("a", "b", company="长" * 21), TextTooLongError),
        (lambda wecom: wecom.customers.remark("a", "b", remark="长" * 21), TextTooLongError),
    ],
)
async def test_what_is_not_sent(
    server: Miniature, wecom: WeCom, act: Act, family: type[InvalidRequestError]
) -> None:
    await refused_here(server, wecom, act, family)


REFUSALS: list[tuple[str, int, type[RefusedError]]] = [
    ("followers", 48002, ForbiddenError),
    ("list", 60011, ForbiddenError),
    ("list", 60111, UnknownStaffError),
    ("get", 84061, NotFriendError),
    ("get", 40096, UnknownCustomerError),
    ("get", 48011, ForbiddenError),
    ("get", 41035, InvalidParameterError),
    ("get", 610023, QuotaError),
    ("get", 610024, QuotaError),
    ("batch", 701008, ForbiddenError),
    ("batch", 45033, ConcurrencyError),
    ("batch", 45009, FrequencyError),
    ("batch", 40058, InvalidParameterError),
    ("contacts", 50100, InvalidParameterError),
    ("contacts", 90304, BusyError),
    ("remark", 84061, NotFriendError),
    ("remark", 45035, ConcurrencyError),
    ("remark", 40003, UnknownStaffError),
    ("picture", 40007, MediaError),
]


@pytest.mark.parametrize(("name", "errcode", "family"), REFUSALS)
async def test_refusals(
    server: Miniature, wecom: WeCom, name: str, errcode: int, family: type[RefusedError]
) -> None:
    verb = VERBS[name]
    assert await refused_by_wecom(server, wecom, verb.act, verb.path, errcode) is family


@pytest.mark.parametrize("shape", [{"follow_user": "sun"}, {"follow_user": [["sun"]]}])
async def test_a_shape_that_cannot_be_read(
    server: Miniature, wecom: WeCom, shape: dict[str, Any]
) -> None:
    server.answer(f"{AREA}/get_follow_user_list", {"errcode": 0, **shape})
    with pytest.raises(UnreadableAnswerError):
        await wecom.customers.follow_user_list()
