"""Customer acquisition links: what is sent, read and refused, and their addresses."""

from collections.abc import Callable

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
from yutang.wecom.acquisition_links import (
    LinkPriority,
    LinkRange,
    PriorityKind,
    channel_url,
    scheme_url,
)
from yutang.wecom.client import WeCom
from yutang.wecom.errors import (
    ChatKeyGoneError,
    CorpNotReadyError,
    ForbiddenError,
    InvalidParameterError,
    InvalidRequestError,
    NothingToSendError,
    QuotaError,
    RefusedError,
    TextTooLongError,
    TooManyError,
)

AREA = "/cgi-bin/externalcontact/customer_acquisition"
DAY = 86_400
VERBS = {
    "list": Verb(
        lambda wecom: collect(wecom.acquisition_links.list()),
        f"{AREA}/list_link",
        READ,
        {"limit": 100},
    ),
    "get": Verb(
        lambda wecom: wecom.acquisition_links.get("caL1"), f"{AREA}/get", READ, {"link_id": "caL1"}
    ),
    "create": Verb(
        lambda wecom: wecom.acquisition_links.create("春季", LinkRange(["wu"])),
        f"{AREA}/create_link",
        NEVER,
        {"link_name": "春季", "range": {"user_list": ["wu"]}, "skip_verify": True},
    ),
    "create_full": Verb(
        lambda wecom: wecom.acquisition_links.create(
            "春季",
            LinkRange(["wu"], [3]),
            skip_verify=False,
            priority=LinkPriority(PriorityKind.FRIEND_AMONG, ["xu", "wu"]),
        ),
        f"{AREA}/create_link",
        NEVER,
        {
            "link_name": "春季",
            "range": {"user_list": ["wu"], "department_list": [3]},
            "skip_verify": False,
            "priority_option": {"priority_type": 2, "priority_userid_list": ["xu", "wu"]},
        },
    ),
    "update": Verb(
        lambda wecom: wecom.acquisition_links.update("caL1", skip_verify=False),
        f"{AREA}/update_link",
        WRITE,
        {"link_id": "caL1", "skip_verify": False},
    ),
    "update_full": Verb(
        lambda wecom: wecom.acquisition_links.update(
            "caL1",
            name="夏季",
            range_=LinkRange(departments=[3, 5]),
            skip_verify=True,
            priority=LinkPriority(PriorityKind.FRIEND_IN_CORP),
        ),
        f"{AREA}/update_link",
        WRITE,
        {
            "link_id": "caL1",
            "link_name": "夏季",
            "range": {"department_list": [3, 5]},
            "skip_verify": True,
            "priority_option": {"priority_type": 1},
        },
    ),
    "delete": Verb(
        lambda wecom: wecom.acquisition_links.delete("caL1"),
        f"{AREA}/delete_link",
        WRITE,
        {"link_id": "caL1"},
    ),
    "customers": Verb(
        lambda wecom: collect(wecom.acquisition_links.customers("caL1")),
        f"{AREA}/customer",
        READ,
        {"link_id": "caL1", "limit": 1000},
    ),
    "quota": Verb(lambda wecom: wecom.acquisition_links.quota(), f"{AREA}_quota", READ),
    "statistic": Verb(
        lambda wecom: wecom.acquisition_links.statistic("caL1", 30 * DAY, 60 * DAY),
        f"{AREA}/statistic",
        READ,
        {"link_id": "caL1", "start_time": 30 * DAY, "end_time": 60 * DAY},
    ),
    "chat_info": Verb(
        lambda wecom: wecom.acquisition_links.chat_info("key-5"),
        f"{AREA}/get_chat_info",
        READ,
        {"chat_key": "key-5"},
    ),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_what_is_sent(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.sends(server, wecom)


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_how_often_a_busy_wecom_is_asked(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.asks_again(server, wecom)


async def test_all_pages_of_links(server: Miniature, wecom: WeCom) -> None:
    path = f"{AREA}/list_link"
    server.answer(
        path,
        {"errcode": 0, "link_id_list": ["caL1", "caL2"], "next_cursor": "x"},
        {"errcode": 0, "link_id_list": ["caL3"]},
    )
    assert await collect(wecom.acquisition_links.list()) == ["caL1", "caL2", "caL3"]
    assert [call.json() for call in server.calls(path)] == [
        {"limit": 100},
        {"limit": 100, "cursor": "x"},
    ]


async def test_a_link_is_read_whole(server: Miniature, wecom: WeCom) -> None:
    server.answer(
        f"{AREA}/get",
        {
            "errcode": 0,
            "link": {
                "link_name": "春季",
                "url": "https://work.weixin.qq.com/ca/caL1",
                "create_time": "1769000000",
                "skip_verify": False,
                "mark_source": False,
            },
            "range": {"user_list": ["wu"], "department_list": ["3"]},
            "priority_option": {"priority_type": "2", "priority_userid_list": ["xu"]},
            "surprise": True,
        },
    )
    found = await wecom.acquisition_links.get("caL1")
    assert (found.link.link_id, found.link.link_name) == ("", "春季")
    assert (found.link.create_time, found.link.skip_verify) == (1769000000, False)
    assert (found.link.url, found.link.mark_source) == ("https://work.weixin.qq.com/ca/caL1", False)
    assert (found.range.user_list, found.range.department_list) == (("wu",), (3,))
    assert found.priority_option.priority_type == 2
    assert found.priority_option.priority_userid_list == ("xu",)


@pytest.mark.parametrize(
    ("answer", "skip_verify"),
    [
        ({"skip_verify": False, "link": {"link_name": "n"}}, False),
        ({"skip_verify": False, "link": None}, False),
        ({"skip_verify": True, "link": {"skip_verify": False}}, False),
        ({"skip_verify": None, "link": {"skip_verify": False}}, False),
        ({"link": {"link_name": "n"}, "range": None}, True),
        ({}, True),
    ],
)
async def test_skip_verify_wherever_it_stands(
    server: Miniature, wecom: WeCom, answer: dict[str, object], *, skip_verify: bool
) -> None:
    server.answer(f"{AREA}/get", {"errcode": 0, **answer})
    found = await wecom.acquisition_links.get("caL1")
    assert found.link.skip_verify is skip_verify
    assert (found.range.user_list, found.priority_option.priority_type) == ((), 0)


async def test_what_was_created(server: Miniature, wecom: WeCom) -> None:
    link = {"link_id": "caL9", "link_name": "春季", "url": "https://u/caL9", "create_time": 17}
    server.answer(f"{AREA}/create_link", {"errcode": 0, "link": link})
    made = await wecom.acquisition_links.create("春季", LinkRange(["wu"]))
    assert (made.link_id, made.url, made.create_time) == ("caL9", "https://u/caL9", 17)


async def test_customers_of_all_pages(server: Miniature, wecom: WeCom) -> None:
    first = {"external_userid": "wmA", "userid": "wu", "chat_status": "1", "state": "banner"}
    server.answer(
        f"{AREA}/customer",
        {"errcode": 0, "customer_list": [first], "next_cursor": "n"},
        {"errcode": 0, "customer_list": [{"external_userid": "wmA", "userid": "xu"}]},
    )
    found = await collect(wecom.acquisition_links.customers("caL1"))
    assert [(row.external_userid, row.userid, row.chat_status, row.state) for row in found] == [
        ("wmA", "wu", 1, "banner"),
        ("wmA", "xu", 0, ""),
    ]
    assert server.calls(f"{AREA}/customer")[1].json()["cursor"] == "n"


async def test_quota_counts_and_chat(server: Miniature, wecom: WeCom) -> None:
    parts = [{"expire_date": "1780000000", "balance": 40}, {"balance": "2"}]
    server.answer(
        f"{AREA}_quota", {"errcode": 0, "total": 900, "balance": "42", "quota_list": parts}
    )
    server.answer(
        f"{AREA}/statistic",
        {"errcode": 0, "click_link_customer_cnt": 20, "new_customer_cnt": "7"},
        {"errcode": 0},
    )
    chat = {"recv_msg_cnt": "3", "link_id": "caL1", "state": "banner"}
    server.answer(
        f"{AREA}/get_chat_info",
        {"errcode": 0, "userid": "wu", "external_userid": "wmA", "chat_info": chat},
        {"errcode": 0, "userid": "wu"},
    )
    links = wecom.acquisition_links
    quota = await links.quota()
    assert (quota.total, quota.balance) == (900, 42)
    assert [(part.expire_date, part.balance) for part in quota.quota_list] == [
        (1780000000, 40),
        (0, 2),
    ]
    counted = await links.statistic("caL1", 0, 0)
    assert (counted.click_link_customer_cnt, counted.new_customer_cnt) == (20, 7)
    assert (await links.statistic("caL1", 0, 0)).new_customer_cnt == 0
    info = await links.chat_info("key-5")
    assert (info.userid, info.external_userid) == ("wu", "wmA")
    assert (info.chat_info.recv_msg_cnt, info.chat_info.link_id) == (3, "caL1")
    assert (await links.chat_info("key-5")).chat_info.state == ""


@pytest.mark.parametrize(
    ("act", "family"),
    [
        (lambda wecom: wecom.acquisition_links.create("", LinkRange(["a"])), NothingToSendError),
        (
            lambda wecom: wecom.acquisition_links.create("长" * 31, LinkRange(["a"])),
            TextTooLongError,
        ),
        (lambda wecom: wecom.acquisition_links.update("c", name="长" * 31), TextTooLongError),
        (lambda wecom: wecom.acquisition_links.statistic("c", 2, 1), InvalidRequestError),
        (
            lambda wecom: wecom.acquisition_links.statistic("c", 0, 30 * DAY + 1),
            InvalidRequestError,
        ),
    ],
)
async def test_what_is_not_sent(
    server: Miniature, wecom: WeCom, act: Act, family: type[InvalidRequestError]
) -> None:
    await refused_here(server, wecom, act, family)


@pytest.mark.parametrize(
    ("make", "family"),
    [
        (LinkRange, NothingToSendError),
        (lambda: LinkRange(["a"] * 501), TooManyError),
        (lambda: LinkPriority(PriorityKind.FRIEND_AMONG), TooManyError),
        (lambda: LinkPriority(PriorityKind.FRIEND_AMONG, ["a"] * 1001), TooManyError),
        (lambda: channel_url("https://u", "鱼" * 21 + "ab"), TextTooLongError),
    ],
)
def test_what_cannot_be_made(make: Callable[[], object], family: type[InvalidRequestError]) -> None:
    with pytest.raises(family):
        make()


@pytest.mark.parametrize(
    ("name", "errcode", "family"),
    [
        ("create", 41095, QuotaError),
        ("create_full", 41200, CorpNotReadyError),
        ("create", 41305, CorpNotReadyError),
        ("create", 60011, ForbiddenError),
        ("create", 40058, InvalidParameterError),
        ("update_full", 41200, CorpNotReadyError),
        ("list", 48002, ForbiddenError),
        ("customers", 50100, InvalidParameterError),
        ("chat_info", 41201, ChatKeyGoneError),
    ],
)
async def test_refusals(
    server: Miniature, wecom: WeCom, name: str, errcode: int, family: type[RefusedError]
) -> None:
    verb = VERBS[name]
    assert await refused_by_wecom(server, wecom, verb.act, verb.path, errcode) is family


def test_addresses_of_a_link() -> None:
    plain = "https://work.weixin.qq.com/ca/caL1"
    marked = channel_url(plain, "展位 5&6")
    assert marked == f"{plain}?customer_channel=%E5%B1%95%E4%BD%8D%205%266"
    assert channel_url(f"{plain}?x=1", "b") == f"{plain}?x=1&customer_channel=b"
    assert channel_url(plain, "鱼" * 21 + "a").endswith("%E9%B1%BCa")
    assert scheme_url(f"{plain}?customer_channel=b") == (
        "weixin://biz/ww/profile/"
        "https%3A%2F%2Fwork.weixin.qq.com%2Fca%2FcaL1%3Fcustomer_channel%3Db"
    )
