"""Join ways: what is sent, read and refused."""

import pytest

from tests.yutang.wecom.miniature import Miniature
from tests.yutang.wecom.verbs import (
    NEVER,
    READ,
    WRITE,
    Act,
    Verb,
    refused_by_wecom,
    refused_here,
)
from yutang.wecom.client import WeCom
from yutang.wecom.contact_ways import Scene
from yutang.wecom.errors import (
    ForbiddenError,
    InvalidRequestError,
    QuotaError,
    RefusedError,
    TextTooLongError,
    TooManyError,
    UnknownContactWayError,
    UnknownGroupError,
)
from yutang.wecom.join_ways import NewJoinWay

AREA = "/cgi-bin/externalcontact/groupchat"
FULL = NewJoinWay(
    ["wrA", "wrB"],
    state="hall-5",
    remark="老客群",
    room_base_name="会员群",
    room_base_id=12,
    scene=Scene.MINI_PROGRAM,
)
FULL_BODY = {
    "scene": 1,
    "chat_id_list": ["wrA", "wrB"],
    "auto_create_room": 1,
    "state": "hall-5",
    "remark": "老客群",
    "room_base_name": "会员群",
    "room_base_id": 12,
}
VERBS = {
    "add": Verb(lambda wecom: wecom.join_ways.add(FULL), f"{AREA}/add_join_way", NEVER, FULL_BODY),
    "add_plain": Verb(
        lambda wecom: wecom.join_ways.add(NewJoinWay(["wrA"], auto_create_room=False)),
        f"{AREA}/add_join_way",
        NEVER,
        {"scene": 2, "chat_id_list": ["wrA"], "auto_create_room": 0},
    ),
    "get": Verb(
        lambda wecom: wecom.join_ways.get("jw1"),
        f"{AREA}/get_join_way",
        READ,
        {"config_id": "jw1"},
    ),
    "update": Verb(
        lambda wecom: wecom.join_ways.update("jw1", FULL),
        f"{AREA}/update_join_way",
        WRITE,
        {"config_id": "jw1", **FULL_BODY},
    ),
    "delete": Verb(
        lambda wecom: wecom.join_ways.delete("jw1"),
        f"{AREA}/del_join_way",
        WRITE,
        {"config_id": "jw1"},
    ),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_what_is_sent(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.sends(server, wecom)


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_how_often_a_busy_wecom_is_asked(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.asks_again(server, wecom)


async def test_a_new_one_is_known_by_its_id(server: Miniature, wecom: WeCom) -> None:
    server.answer(f"{AREA}/add_join_way", {"errcode": 0, "config_id": "jw9", "qr_code": "unasked"})
    assert await wecom.join_ways.add(FULL) == "jw9"


async def test_one_is_read_whole(server: Miniature, wecom: WeCom) -> None:
    way = {
        "config_id": "jw1",
        # One of the documented samples has a scene that the table does not name.
        "scene": 3,
        "remark": "老客群",
        "auto_create_room": 0,
        "room_base_name": "会员群",
        "room_base_id": "12",
        "chat_id_list": ["wrA", "wrB"],
        "qr_code": "https://pic.test/jw1",
        "state": "hall-5",
        "mark_source": 0,
        "later": [],
    }
    server.answer(f"{AREA}/get_join_way", {"errcode": 0, "join_way": way})
    found = await wecom.join_ways.get("jw1")
    assert (found.scene, found.auto_create_room, found.room_base_id) == (3, False, 12)
    assert (found.chat_id_list, found.qr_code) == (("wrA", "wrB"), "https://pic.test/jw1")
    assert (found.state, found.remark, found.room_base_name) == ("hall-5", "老客群", "会员群")
    assert found.mark_source is False


async def test_one_of_which_little_is_told(server: Miniature, wecom: WeCom) -> None:
    answer = {"errcode": 0, "join_way": {"config_id": "jw1", "room_base_id": "", "remark": None}}
    server.answer(f"{AREA}/get_join_way", answer)
    found = await wecom.join_ways.get("jw1")
    assert (found.config_id, found.room_base_id, found.remark) == ("jw1", 0, "")
    assert (found.chat_id_list, found.auto_create_room, found.mark_source) == ((), True, True)


@pytest.mark.parametrize(
    ("way", "family"),
    [
        (NewJoinWay([]), TooManyError),
        (NewJoinWay(["wr"] * 6), TooManyError),
        (NewJoinWay(["wrA"], state="长" * 31), TextTooLongError),
        (NewJoinWay(["wrA"], remark="长" * 31), TextTooLongError),
        (NewJoinWay(["wrA"], room_base_name="长" * 41), TextTooLongError),
    ],
)
@pytest.mark.parametrize("verb", ["add", "update"])
async def test_what_is_not_sent(
    server: Miniature,
    wecom: WeCom,
    verb: str,
    way: NewJoinWay,
    family: type[InvalidRequestError],
) -> None:
    acts: dict[str, Act] = {
        "add": lambda client: client.join_ways.add(way),
        "update": lambda client: client.join_ways.update("jw1", way),
    }
    await refused_here(server, wecom, acts[verb], family)


@pytest.mark.parametrize(
    ("name", "errcode", "family"),
    [
        ("add", 41091, QuotaError),
        ("add", 41045, QuotaError),
        ("add", 40050, UnknownGroupError),
        ("add", 90501, UnknownGroupError),
        ("add", 60011, ForbiddenError),
        ("get", 41044, UnknownContactWayError),
        ("update", 41044, UnknownContactWayError),
        ("update", 41091, QuotaError),
        ("delete", 41044, UnknownContactWayError),
    ],
)
async def test_refusals(
    server: Miniature, wecom: WeCom, name: str, errcode: int, family: type[RefusedError]
) -> None:
    verb = VERBS[name]
    assert await refused_by_wecom(server, wecom, verb.act, verb.path, errcode) is family
