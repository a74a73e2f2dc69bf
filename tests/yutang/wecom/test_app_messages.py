"""Messages of the app: what is sent, read and refused."""

from collections.abc import Callable

import pytest

from tests.yutang.wecom.miniature import Miniature
from tests.yutang.wecom.verbs import (
    NEVER,
    WRITE,
    Act,
    Verb,
    refused_by_wecom,
    refused_here,
)
from yutang.wecom.app_messages import Receivers
from yutang.wecom.client import WeCom
from yutang.wecom.errors import (
    ForbiddenError,
    InvalidParameterError,
    InvalidRequestError,
    MediaError,
    NothingToSendError,
    RefusedError,
    TextTooLongError,
    TooLateError,
    TooManyError,
)
from yutang.wecom.messages import (
    Article,
    MarkdownMessage,
    NewsMessage,
    NoticeMessage,
    TextMessage,
)
from yutang.wecom.template_cards import CardAction, TextNotice, Title

MESSAGE = "/cgi-bin/message"
AGENT = 1_000_007
GAO = Receivers(["gao"])
CARD = TextNotice(main_title=Title(title="账单"), card_action=CardAction(url="https://b.test"))
CARD_BODY = {
    "card_type": "text_notice",
    "main_title": {"title": "账单"},
    "card_action": {"type": 1, "url": "https://b.test"},
}
ARTICLE = Article(
    title="新品", description="三款", url="https://n.test", picurl="https://p.test/n.png"
)
VERBS = {
    "send": Verb(
        lambda wecom: wecom.app_messages.send(
            AGENT,
            Receivers(["gao", "yu"], [4, 9], [6]),
            TextMessage("a"),
            safe=1,
            translate_ids=True,
            duplicate_seconds=14_400,
        ),
        f"{MESSAGE}/send",
        WRITE,
        {
            "touser": "gao|yu",
            "toparty": "4|9",
            "totag": "6",
            "msgtype": "text",
            "agentid": 1_000_007,
            "text": {"content": "a"},
            "safe": 1,
            "enable_id_trans": 1,
            "enable_duplicate_check": 1,
            "duplicate_check_interval": 14_400,
        },
    ),
    "send_unchecked": Verb(
        lambda wecom: wecom.app_messages.send(
            AGENT, Receivers(everybody=True), TextMessage("a"), duplicate_seconds=None
        ),
        f"{MESSAGE}/send",
        NEVER,
        {
            "touser": "@all",
            "msgtype": "text",
            "agentid": 1_000_007,
            "text": {"content": "a"},
        },
    ),
    "disable": Verb(
        lambda wecom: wecom.app_messages.disable_button(
            AGENT, "rc1", Receivers(["gao"], [4], [6]), "已领"
        ),
        f"{MESSAGE}/update_template_card",
        NEVER,
        {
            "userids": ["gao"],
            "partyids": [4],
            "tagids": [6],
            "agentid": 1_000_007,
            "response_code": "rc1",
            "button": {"replace_name": "已领"},
        },
    ),
    "replace": Verb(
        lambda wecom: wecom.app_messages.replace_card(
            AGENT,
            "rc1",
            Receivers(everybody=True),
            CARD,
            replace_text="已领",
            translate_ids=True,
        ),
        f"{MESSAGE}/update_template_card",
        NEVER,
        {
            "atall": 1,
            "agentid": 1_000_007,
            "response_code": "rc1",
            "template_card": {**CARD_BODY, "replace_text": "已领"},
            "enable_id_trans": 1,
        },
    ),
    "replace_old": Verb(
        lambda wecom: wecom.app_messages.replace_task_card(AGENT, "t1", ["gao"], "已办"),
        f"{MESSAGE}/update_taskcard",
        WRITE,
        {"userids": ["gao"], "agentid": 1_000_007, "task_id": "t1", "replace_name": "已办"},
    ),
    "recall": Verb(
        lambda wecom: wecom.app_messages.recall("mid1"),
        f"{MESSAGE}/recall",
        WRITE,
        {"msgid": "mid1"},
    ),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_what_is_sent(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.sends(server, wecom)


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_how_often_a_busy_wecom_is_asked(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.asks_again(server, wecom)


async def test_what_came_of_a_message(server: Miniature, wecom: WeCom) -> None:
    server.answer(
        f"{MESSAGE}/send",
        {
            "errcode": 0,
            "invaliduser": "ghost|gone",
            "invalidparty": "77",
            "invalidtag": "",
            "unlicenseduser": "trial",
            "msgid": "mid1",
            "response_code": "rc1",
        },
        {"errcode": 0, "msgid": 12},
    )
    sent = await wecom.app_messages.send(AGENT, GAO, TextMessage("a"))
    assert (sent.unreached, sent.invalidparty) == (("ghost", "gone", "trial"), "77")
    assert (sent.msgid, sent.response_code) == ("mid1", "rc1")
    plain = await wecom.app_messages.send(AGENT, GAO, TextMessage("a"))
    assert (plain.unreached, plain.msgid, plain.response_code) == ((), "12", "")
    path = f"{MESSAGE}/update_template_card"
    server.answer(path, {"errcode": 0, "invaliduser": ["ghost"]})
    changed = await wecom.app_messages.disable_button(AGENT, "rc1", GAO, "已领")
    assert changed.invaliduser == ("ghost",)


@pytest.mark.parametrize(
    ("make", "family"),
    [
        (Receivers, NothingToSendError),
        (lambda: Receivers(["u"] * 1001), TooManyError),
        (lambda: Receivers(departments=[1] * 101), TooManyError),
        (lambda: Receivers(tags=[1] * 101), TooManyError),
    ],
)
def test_receivers_that_cannot_be_made(
    make: Callable[[], object], family: type[InvalidRequestError]
) -> None:
    with pytest.raises(family) as refused:
        make()
    assert type(refused.value) is family


@pytest.mark.parametrize(
    ("act", "family"),
    [
        (
            lambda wecom: wecom.app_messages.send(AGENT, GAO, MarkdownMessage("a" * 2049)),
            TextTooLongError,
        ),
        (
            lambda wecom: wecom.app_messages.send(AGENT, GAO, NewsMessage([ARTICLE]), safe=1),
            InvalidRequestError,
        ),
        (
            lambda wecom: wecom.app_messages.send(
                AGENT, Receivers(everybody=True), NoticeMessage(appid="wx7", title="预约成功")
            ),
            InvalidRequestError,
        ),
        (
            lambda wecom: wecom.app_messages.send(
                AGENT, GAO, TextMessage("a"), duplicate_seconds=14_401
            ),
            InvalidRequestError,
        ),
        (
            lambda wecom: wecom.app_messages.send(
                AGENT, GAO, TextMessage("a"), duplicate_seconds=0
            ),
            InvalidRequestError,
        ),
        (lambda wecom: wecom.app_messages.replace_task_card(AGENT, "t1", [], "n"), TooManyError),
    ],
)
async def test_what_is_not_sent(
    server: Miniature, wecom: WeCom, act: Act, family: type[InvalidRequestError]
) -> None:
    await refused_here(server, wecom, act, family)


@pytest.mark.parametrize(
    ("name", "errcode", "family"),
    [
        ("send", 81013, InvalidParameterError),
        ("send", 82001, InvalidParameterError),
        ("send", 40008, InvalidParameterError),
        ("send", 40056, InvalidParameterError),
        ("send", 45002, InvalidParameterError),
        ("send", 42031, InvalidParameterError),
        ("send", 90207, InvalidParameterError),
        ("send", 40007, MediaError),
        ("send", 301002, ForbiddenError),
        ("disable", 60140, TooLateError),
        ("replace", 42015, TooLateError),
        ("recall", 42052, TooLateError),
    ],
)
async def test_refusals(
    server: Miniature, wecom: WeCom, name: str, errcode: int, family: type[RefusedError]
) -> None:
    verb = VERBS[name]
    assert await refused_by_wecom(server, wecom, verb.act, verb.path, errcode) is family
