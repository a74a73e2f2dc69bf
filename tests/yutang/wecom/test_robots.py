"""Robots speak with their key, never with the app's token."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.yutang.wecom.miniature import Miniature
from tests.yutang.wecom.verbs import Act, refused_here
from yutang.wecom.client import WeCom
from yutang.wecom.errors import (
    BusyError,
    FileSizeError,
    ForbiddenError,
    FrequencyError,
    InvalidParameterError,
    InvalidRequestError,
    NothingToSendError,
    RefusedError,
    TextTooLongError,
    UnknownIdError,
)
from yutang.wecom.messages import (
    Article,
    CardMessage,
    FileMessage,
    InlineImageMessage,
    MarkdownMessage,
    MentioningText,
    NewsMessage,
    RichMarkdownMessage,
    RobotMessage,
    TextMessage,
    VoiceMessage,
)
from yutang.wecom.template_cards import Button, ButtonCard, CardAction, TextNotice, Title

KEY = "7f-robot-key"
SEND = "/cgi-bin/webhook/send"


@pytest.mark.parametrize(
    ("message", "part"),
    [
        (TextMessage("九点"), {"content": "九点"}),
        (
            MentioningText(content="九点", mentioned_list=["gao"], mentioned_mobile_list=["@all"]),
            {"content": "九点", "mentioned_list": ["gao"], "mentioned_mobile_list": ["@all"]},
        ),
        (MarkdownMessage("m" * 4096), {"content": "m" * 4096}),
        (RichMarkdownMessage("| a |"), {"content": "| a |"}),
        (
            InlineImageMessage(b"fish"),
            {"base64": "ZmlzaA==", "md5": "83e4a96aed96436c621b9809e258b309"},
        ),
        (
            NewsMessage([Article(title="新品", url="https://n.test")]),
            {"articles": [{"title": "新品", "url": "https://n.test"}]},
        ),
        (FileMessage("m1"), {"media_id": "m1"}),
        (VoiceMessage("m2"), {"media_id": "m2"}),
        (
            CardMessage(TextNotice(main_title=Title(title="t"), card_action=CardAction(url="u"))),
            {
                "card_type": "text_notice",
                "main_title": {"title": "t"},
                "card_action": {"type": 1, "url": "u"},
            },
        ),
    ],
    ids=lambda value: type(value).__name__,
)
async def test_a_message_of_each_kind(
    server: Miniature, wecom: WeCom, message: RobotMessage, part: dict[str, Any]
) -> None:
    server.valid_tokens.add("")
    await wecom.robots.send(KEY, message)
    (request,) = server.requests
    assert (request.method, request.path, request.query) == ("POST", SEND, {"key": KEY})
    assert request.json() == {"msgtype": message.msgtype, message.msgtype: part}


async def test_a_file_of_a_robot(server: Miniature, wecom: WeCom) -> None:
    server.valid_tokens.add("")
    path = "/cgi-bin/webhook/upload_media"
    answer = {"errcode": 0, "type": "file", "media_id": "m1", "created_at": "1770300000"}
    server.answer(path, answer)
    made = await wecom.robots.upload(KEY, "file", "价目.txt", b"12345", "text/plain")
    assert (made.media_id, made.created_at) == ("m1", 1_770_300_000)
    (request,) = server.requests
    assert request.query == {"key": KEY, "type": "file"}
    assert 'name="media"; filename="价目.txt"'.encode() in request.body


@pytest.mark.parametrize(
    ("errcode", "family", "calls"),
    [
        (93000, UnknownIdError, 1),
        (93004, ForbiddenError, 1),
        (93008, InvalidParameterError, 1),
        (45009, FrequencyError, 1),
        # WeCom may have said it all the same, and knows no duplicates.
        (-1, BusyError, 1),
    ],
)
async def test_refusals(
    server: Miniature, wecom: WeCom, errcode: int, family: type[RefusedError], calls: int
) -> None:
    server.valid_tokens.add("")
    server.answer(SEND, {"errcode": errcode, "errmsg": "no, hint: [7_1_a]"})
    with pytest.raises(family) as refused:
        await wecom.robots.send(KEY, TextMessage("a"))
    assert (refused.value.errcode, refused.value.hint) == (errcode, "7_1_a")
    assert KEY not in str(refused.value)
    assert len(server.calls(SEND)) == calls


@pytest.mark.parametrize(
    ("act", "family"),
    [
        (
            lambda wecom: wecom.robots.send(
                KEY,
                CardMessage(ButtonCard(task_id="t", button_list=[Button(text="y", key="k")])),
            ),
            InvalidRequestError,
        ),
        (lambda wecom: wecom.robots.upload(KEY, "file", "a", b"1234", "a/b"), FileSizeError),
        (
            lambda wecom: wecom.robots.upload(
                KEY, "voice", "a", b"1" * (2 * 1024 * 1024 + 1), "voice/amr"
            ),
            FileSizeError,
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
        (lambda: RichMarkdownMessage(""), NothingToSendError),
        (lambda: RichMarkdownMessage("a" * 4097), TextTooLongError),
        (lambda: InlineImageMessage(b""), FileSizeError),
        (lambda: InlineImageMessage(b"1" * (2 * 1024 * 1024 + 1)), FileSizeError),
    ],
)
def test_messages_that_cannot_be_made(
    make: Callable[[], object], family: type[InvalidRequestError]
) -> None:
    with pytest.raises(family):
        make()
