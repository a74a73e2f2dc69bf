"""Chats of the app: what is sent, read and refused."""

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
from yutang.wecom.errors import (
    ForbiddenError,
    InvalidParameterError,
    InvalidRequestError,
    NameTakenError,
    NothingToSendError,
    RefusedError,
    TextTooLongError,
    TooManyError,
    UnknownGroupError,
)
from yutang.wecom.messages import (
    MarkdownMessage,
    MentioningText,
)

CHAT = "/cgi-bin/appchat"
VERBS = {
    "create": Verb(
        lambda wecom: wecom.app_chats.create(
            ["gao", "yu"], name="门店", owner="yu", chat_id="shop7"
        ),
        f"{CHAT}/create",
        NEVER,
        {"name": "门店", "owner": "yu", "userlist": ["gao", "yu"], "chatid": "shop7"},
    ),
    "update": Verb(
        lambda wecom: wecom.app_chats.update(
            "shop7", name="总店", owner="gao", add=["lin"], remove=["yu"]
        ),
        f"{CHAT}/update",
        WRITE,
        {
            "chatid": "shop7",
            "name": "总店",
            "owner": "gao",
            "add_user_list": ["lin"],
            "del_user_list": ["yu"],
        },
    ),
    "get": Verb(
        lambda wecom: wecom.app_chats.get("shop7"), f"{CHAT}/get", READ, query={"chatid": "shop7"}
    ),
    "send": Verb(
        lambda wecom: wecom.app_chats.send(
            "shop7", MentioningText(content="开会", mentioned_list=["@all"]), safe=True
        ),
        f"{CHAT}/send",
        NEVER,
        {
            "chatid": "shop7",
            "msgtype": "text",
            "text": {"content": "开会", "mentioned_list": ["@all"]},
            "safe": 1,
        },
    ),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_what_is_sent(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.sends(server, wecom)


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_how_often_a_busy_wecom_is_asked(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.asks_again(server, wecom)


async def test_a_chat_is_read(server: Miniature, wecom: WeCom) -> None:
    server.answer(f"{CHAT}/create", {"errcode": 0, "chatid": "shop7"})
    chat = {"chatid": "shop7", "name": "门店", "owner": "yu", "userlist": ["gao"], "chat_type": 0}
    server.answer(f"{CHAT}/get", {"errcode": 0, "chat_info": chat})
    assert await wecom.app_chats.create(["gao", "yu"]) == "shop7"
    found = await wecom.app_chats.get("shop7")
    assert (found.name, found.owner, found.userlist) == ("门店", "yu", ("gao",))


@pytest.mark.parametrize(
    ("act", "family"),
    [
        (lambda wecom: wecom.app_chats.create(["gao"]), TooManyError),
        (lambda wecom: wecom.app_chats.create(["u"] * 2001), TooManyError),
        (lambda wecom: wecom.app_chats.create(["a", "b"], name="长" * 51), TextTooLongError),
        (lambda wecom: wecom.app_chats.create(["a", "b"], owner="c"), InvalidRequestError),
        (lambda wecom: wecom.app_chats.create(["a", "b"], chat_id="a-b"), InvalidRequestError),
        (lambda wecom: wecom.app_chats.create(["a", "b"], chat_id="a" * 33), InvalidRequestError),
        (lambda wecom: wecom.app_chats.update("shop7"), NothingToSendError),
        (lambda wecom: wecom.app_chats.update("shop7", name="长" * 51), TextTooLongError),
        (
            lambda wecom: wecom.app_chats.send("shop7", MarkdownMessage("a" * 2049)),
            TextTooLongError,
        ),
    ],
)
async def test_what_is_not_sent(
    server: Miniature, wecom: WeCom, act: Act, family: type[InvalidRequestError]
) -> None:
    await refused_here(server, wecom, act, family)


@pytest.mark.parametrize(
    ("name", "errcode", "family"),
    [
        ("create", 86215, NameTakenError),
        ("create", 86006, InvalidParameterError),
        ("update", 86101, ForbiddenError),
        ("get", 86001, UnknownGroupError),
        ("get", 86008, ForbiddenError),
        ("send", 49008, UnknownGroupError),
        ("send", 86217, InvalidParameterError),
    ],
)
async def test_refusals(
    server: Miniature, wecom: WeCom, name: str, errcode: int, family: type[RefusedError]
) -> None:
    verb = VERBS[name]
    assert await refused_by_wecom(server, wecom, verb.act, verb.path, errcode) is family
