"""Messages of every kind: in WeCom's shape, and what cannot be made."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.yutang.wecom.miniature import Miniature
from yutang.wecom.app_messages import Receivers
from yutang.wecom.client import WeCom
from yutang.wecom.errors import (
    InvalidRequestError,
    NothingToSendError,
    TextTooLongError,
    TooManyError,
)
from yutang.wecom.messages import (
    AppMessage,
    Article,
    CardMessage,
    FileMessage,
    HostedArticle,
    HostedNewsMessage,
    ImageMessage,
    MarkdownMessage,
    MentioningText,
    NewsMessage,
    NoticeMessage,
    TextCardMessage,
    TextMessage,
    VideoMessage,
    VoiceMessage,
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
MESSAGES: list[tuple[AppMessage, dict[str, Any]]] = [
    (TextMessage("九点开会"), {"content": "九点开会"}),
    (ImageMessage("m1"), {"media_id": "m1"}),
    (VoiceMessage("m2"), {"media_id": "m2"}),
    (
        VideoMessage("m3", "开业", "剪彩"),
        {"media_id": "m3", "title": "开业", "description": "剪彩"},
    ),
    (VideoMessage("m3"), {"media_id": "m3"}),
    (FileMessage("m4"), {"media_id": "m4"}),
    (
        TextCardMessage("领奖", '<div class="gray">今天</div>', "https://c.test", "去领"),
        {
            "title": "领奖",
            "description": '<div class="gray">今天</div>',
            "url": "https://c.test",
            "btntxt": "去领",
        },
    ),
    (
        NewsMessage([ARTICLE, Article(title="程序", appid="wx7", pagepath="p")]),
        {
            "articles": [
                {
                    "title": "新品",
                    "description": "三款",
                    "url": "https://n.test",
                    "picurl": "https://p.test/n.png",
                },
                {"title": "程序", "appid": "wx7", "pagepath": "p"},
            ]
        },
    ),
    (
        HostedNewsMessage(
            [HostedArticle(title="制度", thumb_media_id="t1", content="<p>一</p>", author="行政")]
        ),
        {
            "articles": [
                {"title": "制度", "thumb_media_id": "t1", "content": "<p>一</p>", "author": "行政"}
            ]
        },
    ),
    (MarkdownMessage("**九点**"), {"content": "**九点**"}),
    (
        NoticeMessage(
            appid="wx7",
            title="预约成功",
            page="p?id=4",
            description="请准时到",
            emphasis_first_item=True,
            items=[("时间", "九点")],
        ),
        {
            "appid": "wx7",
            "page": "p?id=4",
            "title": "预约成功",
            "description": "请准时到",
            "emphasis_first_item": True,
            "content_item": [{"key": "时间", "value": "九点"}],
        },
    ),
    (CardMessage(CARD), CARD_BODY),
]


@pytest.mark.parametrize(("message", "part"), MESSAGES, ids=lambda value: type(value).__name__)
async def test_a_message_of_each_kind(
    server: Miniature, wecom: WeCom, message: AppMessage, part: dict[str, Any]
) -> None:
    await wecom.app_messages.send(AGENT, GAO, message)
    (request,) = server.calls(f"{MESSAGE}/send")
    assert request.json() == {
        "touser": "gao",
        "msgtype": message.msgtype,
        "agentid": 1_000_007,
        message.msgtype: part,
        "enable_duplicate_check": 1,
        "duplicate_check_interval": 1800,
    }


@pytest.mark.parametrize(
    ("make", "family"),
    [
        (lambda: TextMessage(""), NothingToSendError),
        (lambda: TextMessage("茶" * 682 + "abc"), TextTooLongError),
        (lambda: MentioningText(content=""), NothingToSendError),
        (lambda: MentioningText(content="a" * 2049), TextTooLongError),
        (lambda: VideoMessage("m", "a" * 129), TextTooLongError),
        (lambda: VideoMessage("m", None, "a" * 513), TextTooLongError),
        (lambda: TextCardMessage("", "d", "u"), NothingToSendError),
        (lambda: TextCardMessage("t", "", "u"), NothingToSendError),
        (lambda: TextCardMessage("t", "d", ""), NothingToSendError),
        (lambda: TextCardMessage("长" * 129, "d", "u"), TextTooLongError),
        (lambda: TextCardMessage("t", "长" * 513, "u"), TextTooLongError),
        (lambda: TextCardMessage("t", "d", "u" * 2049), TextTooLongError),
        (lambda: TextCardMessage("t", "d", "u", "长长长长长"), TextTooLongError),
        (lambda: NewsMessage([]), TooManyError),
        (lambda: NewsMessage([ARTICLE] * 9), TooManyError),
        (lambda: Article(title="", url="u"), NothingToSendError),
        (lambda: Article(title="t"), InvalidRequestError),
        (lambda: Article(title="t", appid="wx7"), InvalidRequestError),
        (lambda: Article(title="a" * 129, url="u"), TextTooLongError),
        (lambda: Article(title="t", url="u", description="a" * 513), TextTooLongError),
        (lambda: Article(title="t", url="u" * 2049), TextTooLongError),
        (lambda: HostedNewsMessage([]), TooManyError),
        (lambda: HostedArticle(title="", thumb_media_id="m", content="c"), NothingToSendError),
        (
            lambda: HostedArticle(title="t", thumb_media_id="m", content="a" * 681_985),
            TextTooLongError,
        ),
        (
            lambda: HostedArticle(title="t", thumb_media_id="m", content="c", author="a" * 65),
            TextTooLongError,
        ),
        (
            lambda: HostedArticle(title="t", thumb_media_id="m", content="c", digest="a" * 513),
            TextTooLongError,
        ),
        (lambda: MarkdownMessage(""), NothingToSendError),
        (lambda: MarkdownMessage("a" * 4097), TextTooLongError),
        (lambda: NoticeMessage(appid="wx7", title="太短了"), InvalidRequestError),
        (lambda: NoticeMessage(appid="wx7", title="长" * 13), TextTooLongError),
        (
            lambda: NoticeMessage(appid="wx7", title="预约成功", description="短"),
            InvalidRequestError,
        ),
        (
            lambda: NoticeMessage(appid="wx7", title="预约成功", items=[("k", "v")] * 11),
            TooManyError,
        ),
        (
            lambda: NoticeMessage(appid="wx7", title="预约成功", items=[("k" * 11, "v")]),
            TextTooLongError,
        ),
        (
            lambda: NoticeMessage(appid="wx7", title="预约成功", items=[("k", "v" * 31)]),
            TextTooLongError,
        ),
    ],
)
def test_messages_that_cannot_be_made(
    make: Callable[[], object], family: type[InvalidRequestError]
) -> None:
    with pytest.raises(family) as refused:
        make()
    assert type(refused.value) is family
