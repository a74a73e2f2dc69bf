"""Customer groups: what is sent, read and refused."""

import pytest

from tests.yutang.wecom.miniature import Miniature
from tests.yutang.wecom.verbs import READ, Verb, collect, refused_by_wecom, refused_here
from yutang.wecom.client import WeCom
from yutang.wecom.errors import (
    CorpNotReadyError,
    ForbiddenError,
    InvalidParameterError,
    RefusedError,
    TooManyError,
    UnknownGroupError,
)
from yutang.wecom.groups import GroupStatus

AREA = "/cgi-bin/externalcontact/groupchat"
VERBS = {
    "list": Verb(lambda wecom: collect(wecom.groups.list()), f"{AREA}/list", READ, {"limit": 1000}),
    "list_left": Verb(
        lambda wecom: collect(wecom.groups.list(["gone"], status=GroupStatus.OWNER_LEFT)),
        f"{AREA}/list",
        READ,
        {"limit": 1000, "status_filter": 1, "owner_filter": {"userid_list": ["gone"]}},
    ),
    "get": Verb(
        lambda wecom: wecom.groups.get("wrP1", need_name=False),
        f"{AREA}/get",
        READ,
        {"chat_id": "wrP1", "need_name": 0},
    ),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_what_is_sent(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.sends(server, wecom)


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_how_often_a_busy_wecom_is_asked(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.asks_again(server, wecom)


async def test_rows_of_all_pages(server: Miniature, wecom: WeCom) -> None:
    server.answer(
        f"{AREA}/list",
        {"errcode": 0, "group_chat_list": [{"chat_id": "wrP1", "status": "2"}], "next_cursor": "z"},
        {"errcode": 0, "group_chat_list": [{"chat_id": "wrP2", "color": 1}]},
    )
    rows = await collect(wecom.groups.list(["a"] * 100, status=GroupStatus.IN_HANDOVER))
    assert [(row.chat_id, row.status) for row in rows] == [("wrP1", 2), ("wrP2", 0)]
    assert server.calls(f"{AREA}/list")[1].json() == {
        "limit": 1000,
        "status_filter": 2,
        "owner_filter": {"userid_list": ["a"] * 100},
        "cursor": "z",
    }


async def test_a_group_is_read_whole(server: Miniature, wecom: WeCom) -> None:
    members = [
        {"userid": "tang", "type": "1", "join_time": "1769000000", "join_scene": 1, "name": "唐"},
        {
            "userid": "wmP5",
            "type": 2,
            "unionid": "oU5",
            "join_time": 1769000100,
            "join_scene": "3",
            "state": "hall-5",
            "group_nickname": "小五",
        },
        {"userid": "wmP6", "type": 2, "invitor": {"userid": "tang", "x": 1}, "level": 3},
        {"userid": "wmP7", "type": 2, "invitor": None},
    ]
    group = {
        "chat_id": "wrP1",
        "name": "老客群",
        "owner": "tang",
        "create_time": "1769000000",
        "notice": "勿发广告",
        "member_list": members,
        "admin_list": [{"userid": "fan"}, {"userid": "gao"}],
        "member_version": "9f0c",
        "status": 0,
    }
    server.answer(f"{AREA}/get", {"errcode": 0, "group_chat": group})
    found = await wecom.groups.get("wrP1")
    assert (found.name, found.owner, found.notice) == ("老客群", "tang", "勿发广告")
    assert (found.create_time, found.member_version) == (1769000000, "9f0c")
    assert [admin.userid for admin in found.admin_list] == ["fan", "gao"]
    tang, scanned, invited, plain = found.member_list
    assert (tang.type, tang.join_time, tang.join_scene, tang.name) == (1, 1769000000, 1, "唐")
    assert (scanned.unionid, scanned.join_scene, scanned.state) == ("oU5", 3, "hall-5")
    assert (scanned.group_nickname, scanned.invitor) == ("小五", None)
    assert invited.invitor is not None
    assert (invited.invitor.userid, plain.invitor, plain.state) == ("tang", None, "")


async def test_a_group_of_which_little_is_told(server: Miniature, wecom: WeCom) -> None:
    answer = {"errcode": 0, "group_chat": {"chat_id": "wrP1", "admin_list": None}}
    server.answer(f"{AREA}/get", answer, {"errcode": 0})
    found = await wecom.groups.get("wrP1")
    assert (found.chat_id, found.name, found.member_list, found.admin_list) == ("wrP1", "", (), ())
    assert (await wecom.groups.get("wrP1")).chat_id == ""


async def test_too_many_owners_are_not_sent(server: Miniature, wecom: WeCom) -> None:
    await refused_here(
        server, wecom, lambda client: collect(client.groups.list(["a"] * 101)), TooManyError
    )


@pytest.mark.parametrize(
    ("name", "errcode", "family"),
    [
        ("list", 81017, InvalidParameterError),
        ("list", 50100, InvalidParameterError),
        ("list_left", 60011, ForbiddenError),
        ("get", 40050, UnknownGroupError),
        ("get", 90501, UnknownGroupError),
        ("get", 49008, UnknownGroupError),
        ("get", 90509, UnknownGroupError),
        ("get", 90510, CorpNotReadyError),
        ("get", 90514, ForbiddenError),
    ],
)
async def test_refusals(
    server: Miniature, wecom: WeCom, name: str, errcode: int, family: type[RefusedError]
) -> None:
    verb = VERBS[name]
    assert await refused_by_wecom(server, wecom, verb.act, verb.path, errcode) is family
