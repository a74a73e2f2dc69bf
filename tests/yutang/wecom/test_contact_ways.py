"""Contact ways, their temporary chats and what these say at the end."""

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
from yutang.wecom.attachments import ImageAttachment, LinkAttachment, MiniProgramAttachment
from yutang.wecom.client import WeCom
from yutang.wecom.conclusions import Conclusions
from yutang.wecom.contact_ways import NewContactWay, Scene, TemporaryChat
from yutang.wecom.errors import (
    ConcurrencyError,
    CorpNotReadyError,
    ForbiddenError,
    FrequencyError,
    InvalidParameterError,
    InvalidRequestError,
    NotFriendError,
    NothingToSendError,
    QuotaError,
    RefusedError,
    StaffNotReadyError,
    TextTooLongError,
    TooManyError,
    UnknownContactWayError,
    UnknownCustomerError,
    UnknownStaffError,
)

AREA = "/cgi-bin/externalcontact"
ADD = f"{AREA}/add_contact_way"
FAREWELL = Conclusions("谢谢咨询", LinkAttachment("复诊", "https://clinic.test/again", desc="预约"))
CHAT = TemporaryChat(3600, 7200, "oUnion7", FAREWELL)


def add(way: NewContactWay) -> Act:
    return lambda wecom: wecom.contact_ways.add(way)


VERBS = {
    "add_button": Verb(
        add(NewContactWay(["zhou"], scene=Scene.MINI_PROGRAM, style=3, is_exclusive=True)),
        ADD,
        NEVER,
        {
            "type": 1,
            "scene": 1,
            "style": 3,
            "skip_verify": True,
            "is_exclusive": True,
            "user": ["zhou"],
        },
    ),
    "add_departments": Verb(
        add(NewContactWay([], departments=[4, 9], state="q3", remark="季")),
        ADD,
        NEVER,
        {
            "type": 2,
            "scene": 2,
            "skip_verify": True,
            "user": [],
            "party": [4, 9],
            "state": "q3",
            "remark": "季",
        },
    ),
    "add_temporary": Verb(
        add(NewContactWay(["zhou"], temporary=CHAT)),
        ADD,
        NEVER,
        {
            "type": 1,
            "scene": 2,
            "skip_verify": True,
            "user": ["zhou"],
            "is_temp": True,
            "expires_in": 3600,
            "chat_expires_in": 7200,
            "unionid": "oUnion7",
            "conclusions": {
                "text": {"content": "谢谢咨询"},
                "link": {"title": "复诊", "url": "https://clinic.test/again", "desc": "预约"},
            },
        },
    ),
    "add_temporary_with_defaults": Verb(
        add(NewContactWay(["zhou"], temporary=TemporaryChat())),
        ADD,
        NEVER,
        {"type": 1, "scene": 2, "skip_verify": True, "user": ["zhou"], "is_temp": True},
    ),
    "get": Verb(
        lambda wecom: wecom.contact_ways.get("cfg1"),
        f"{AREA}/get_contact_way",
        READ,
        {"config_id": "cfg1"},
    ),
    "list": Verb(
        lambda wecom: collect(wecom.contact_ways.config_ids(end_time=1769990000)),
        f"{AREA}/list_contact_way",
        READ,
        {"limit": 1000, "end_time": 1769990000},
    ),
    "update_all": Verb(
        lambda wecom: wecom.contact_ways.update(
            "cfg1",
            userids=[],
            departments=[4],
            state="",
            remark="",
            skip_verify=True,
            style=1,
            temporary=TemporaryChat(60, conclusions=Conclusions("再见")),
        ),
        f"{AREA}/update_contact_way",
        WRITE,
        {
            "config_id": "cfg1",
            "user": [],
            "party": [4],
            "state": "",
            "remark": "",
            "skip_verify": True,
            "style": 1,
            "expires_in": 60,
            "conclusions": {"text": {"content": "再见"}},
        },
    ),
    "update_nothing": Verb(
        lambda wecom: wecom.contact_ways.update("cfg1"),
        f"{AREA}/update_contact_way",
        WRITE,
        {"config_id": "cfg1"},
    ),
    "delete": Verb(
        lambda wecom: wecom.contact_ways.delete("cfg1"),
        f"{AREA}/del_contact_way",
        WRITE,
        {"config_id": "cfg1"},
    ),
    "close": Verb(
        lambda wecom: wecom.contact_ways.close_temporary_chat("zhou", "wmQ1"),
        f"{AREA}/close_temp_chat",
        WRITE,
        {"userid": "zhou", "external_userid": "wmQ1"},
    ),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_what_is_sent(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.sends(server, wecom)


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_how_often_a_busy_wecom_is_asked(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.asks_again(server, wecom)


async def test_a_button_has_no_picture(server: Miniature, wecom: WeCom) -> None:
    server.answer(ADD, {"errcode": "0", "config_id": "cfg9", "new_field": {"a": 1}})
    made = await wecom.contact_ways.add(NewContactWay(["zhou"], scene=Scene.MINI_PROGRAM))
    assert (made.config_id, made.qr_code) == ("cfg9", "")


async def test_a_temporary_contact_way_is_read_whole(server: Miniature, wecom: WeCom) -> None:
    way = {
        "config_id": "cfg1",
        "type": "1",
        "scene": 1,
        "style": "2",
        "remark": "门诊",
        "skip_verify": False,
        "state": "ward-3",
        "user": ["zhou"],
        "party": ["4", 9],
        "is_temp": 1,
        "expires_in": "86400",
        "chat_expires_in": 43200,
        "unionid": "oUnion7",
        "mark_source": False,
        "is_exclusive": True,
        "conclusions": {
            "text": {"content": "再见"},
            "image": {"pic_url": "https://pic.test/7"},
            "link": {"title": "t", "picurl": "https://pic.test/8", "desc": "d", "url": "https://u"},
            "miniprogram": {"title": "m", "pic_media_id": "med1", "appid": "wx7", "page": "/p"},
        },
    }
    server.answer(f"{AREA}/get_contact_way", {"errcode": 0, "errmsg": "ok", "contact_way": way})
    found = await wecom.contact_ways.get("cfg1")
    assert (found.type, found.scene, found.style, found.party) == (1, 1, 2, (4, 9))
    assert (found.is_temp, found.expires_in, found.chat_expires_in) == (True, 86400, 43200)
    assert (found.unionid, found.mark_source, found.skip_verify) == ("oUnion7", False, False)
    farewell = found.conclusions
    assert farewell is not None
    assert farewell.text is not None
    assert farewell.image is not None
    assert farewell.link is not None
    assert farewell.miniprogram is not None
    assert farewell.text.content == "再见"
    assert farewell.image.pic_url == "https://pic.test/7"
    assert (farewell.link.picurl, farewell.link.url) == ("https://pic.test/8", "https://u")
    assert (farewell.miniprogram.appid, farewell.miniprogram.page) == ("wx7", "/p")


async def test_a_contact_way_of_which_little_is_told(server: Miniature, wecom: WeCom) -> None:
    path = f"{AREA}/get_contact_way"
    server.answer(path, {"errcode": 0, "contact_way": {"config_id": "cfg1", "conclusions": None}})
    found = await wecom.contact_ways.get("cfg1")
    assert (found.config_id, found.is_temp, found.conclusions) == ("cfg1", False, None)
    assert (found.mark_source, found.expires_in, found.style) == (True, 0, 0)


async def test_an_empty_page_does_not_end_the_list(server: Miniature, wecom: WeCom) -> None:
    path = f"{AREA}/list_contact_way"
    server.answer(
        path,
        {"errcode": 0, "contact_way": [{"config_id": "a"}, {"config_id": "b"}], "next_cursor": "1"},
        {"errcode": 0, "contact_way": [], "next_cursor": "2"},
        {"errcode": 0, "contact_way": [{"config_id": "c", "extra": 1}], "next_cursor": ""},
    )
    assert await collect(wecom.contact_ways.config_ids()) == ["a", "b", "c"]
    assert [call.json() for call in server.calls(path)] == [
        {"limit": 1000},
        {"limit": 1000, "cursor": "1"},
        {"limit": 1000, "cursor": "2"},
    ]


@pytest.mark.parametrize(
    ("way", "family"),
    [
        (NewContactWay(["a"], scene=Scene.MINI_PROGRAM, style=4), InvalidRequestError),
        (NewContactWay(["a"], scene=Scene.MINI_PROGRAM, style=0), InvalidRequestError),
        (NewContactWay(["a", "b"], scene=Scene.MINI_PROGRAM, style=3), InvalidRequestError),
        (NewContactWay(["a", "b"], temporary=TemporaryChat()), InvalidRequestError),
        (NewContactWay(["a"], multiple=True, temporary=TemporaryChat()), InvalidRequestError),
        (NewContactWay(["a"], departments=[1], temporary=TemporaryChat()), InvalidRequestError),
        (NewContactWay(["a"] * 101, departments=[1]), TooManyError),
    ],
)
async def test_what_is_not_sent(
    server: Miniature, wecom: WeCom, way: NewContactWay, family: type[InvalidRequestError]
) -> None:
    await refused_here(server, wecom, add(way), family)


@pytest.mark.parametrize(
    ("act", "family"),
    [
        (lambda wecom: wecom.contact_ways.update("c", style=4), InvalidRequestError),
        (lambda wecom: wecom.contact_ways.update("c", remark="长" * 31), TextTooLongError),
    ],
)
async def test_changes_that_are_not_sent(
    server: Miniature, wecom: WeCom, act: Act, family: type[InvalidRequestError]
) -> None:
    await refused_here(server, wecom, act, family)


@pytest.mark.parametrize(
    ("make", "family"),
    [
        (lambda: TemporaryChat(0), InvalidRequestError),
        (lambda: TemporaryChat(14 * 86_400 + 1), InvalidRequestError),
        (lambda: TemporaryChat(60, 14 * 86_400 + 1), InvalidRequestError),
        (Conclusions, NothingToSendError),
        (lambda: Conclusions("鱼" * 1333 + "ab"), TextTooLongError),
    ],
)
def test_temporary_chats_within_bounds(
    make: Callable[[], object], family: type[InvalidRequestError]
) -> None:
    with pytest.raises(family):
        make()


def test_the_longest_temporary_chat_and_farewell() -> None:
    assert TemporaryChat(14 * 86_400, 14 * 86_400).json() == {
        "expires_in": 1_209_600,
        "chat_expires_in": 1_209_600,
    }
    assert Conclusions("鱼" * 1333 + "a").json() == {"text": {"content": "鱼" * 1333 + "a"}}
    assert Conclusions(attachment=ImageAttachment("med1")).json() == {"image": {"media_id": "med1"}}
    assert Conclusions("t", MiniProgramAttachment("m", "med2", "wx7", "/p")).json() == {
        "text": {"content": "t"},
        "miniprogram": {"title": "m", "pic_media_id": "med2", "appid": "wx7", "page": "/p"},
    }


@pytest.mark.parametrize(
    ("name", "errcode", "family"),
    [
        ("add_button", 41042, InvalidParameterError),
        ("add_button", 41041, QuotaError),
        ("add_button", 41045, QuotaError),
        ("add_button", 41054, StaffNotReadyError),
        ("add_button", 40098, StaffNotReadyError),
        ("add_temporary", 41057, CorpNotReadyError),
        ("add_departments", 60011, ForbiddenError),
        ("add_departments", 48002, ForbiddenError),
        ("add_departments", 45009, FrequencyError),
        ("get", 41044, UnknownContactWayError),
        ("get", 41043, InvalidParameterError),
        ("list", 50100, InvalidParameterError),
        ("update_all", 41044, UnknownContactWayError),
        ("update_all", 45033, ConcurrencyError),
        ("delete", 41044, UnknownContactWayError),
        ("close", 84061, NotFriendError),
        ("close", 40096, UnknownCustomerError),
        ("close", 40003, UnknownStaffError),
        ("close", 60111, UnknownStaffError),
    ],
)
async def test_refusals(
    server: Miniature, wecom: WeCom, name: str, errcode: int, family: type[RefusedError]
) -> None:
    verb = VERBS[name]
    assert await refused_by_wecom(server, wecom, verb.act, verb.path, errcode) is family
