"""What an app or a robot can say: messages of every kind (documents 90236, 91770)."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import md5
from typing import Any, ClassVar, Final

from yutang.wecom.errors import FileSizeError
from yutang.wecom.measuring import check_any, check_bytes, check_characters, check_count, check_that
from yutang.wecom.shapes import given, plain
from yutang.wecom.template_cards import TemplateCard

MAX_TEXT_BYTES: Final = 2048
MAX_ROBOT_MARKDOWN_BYTES: Final = 4096
MAX_TITLE_BYTES: Final = 128
MAX_DESCRIPTION_BYTES: Final = 512
MAX_URL_BYTES: Final = 2048
MAX_CARD_CHARACTERS: Final = (128, 512)
MAX_BUTTON_CHARACTERS: Final = 4
MAX_ARTICLES: Final = 8
MAX_AUTHOR_BYTES: Final = 64
MAX_ARTICLE_BYTES: Final = 666 * 1024
MAX_NOTICE_ITEMS: Final = 10
NOTICE_TITLE_CHARACTERS: Final = (4, 12)
MAX_NOTICE_CHARACTERS: Final = (10, 30)
MAX_ROBOT_IMAGE_BYTES: Final = 2 * 1024 * 1024


class _Plain:
    """A message whose part in the request holds its own fields, those that are None left out."""

    __slots__ = ()

    def json(self) -> dict[str, Any]:
        """Return the part named by ``msgtype``."""
        return plain(self)


@dataclass(frozen=True, slots=True)
class TextMessage(_Plain):
    """A text of up to 2,048 bytes; links as ``<a href>``. WeCom cuts a longer one."""

    content: str
    msgtype: ClassVar[str] = "text"

    def __post_init__(self) -> None:
        """Measure the text."""
        check_any("a text message needs a text", self.content)
        check_bytes("text", self.content, MAX_TEXT_BYTES)


@dataclass(frozen=True, slots=True, kw_only=True)
class MentioningText(_Plain):
    """A text into a group that calls members by ``@``; "@all" calls everybody.

    Mobiles are understood of robots only.
    """

    content: str
    mentioned_list: Sequence[str] | None = None
    mentioned_mobile_list: Sequence[str] | None = None
    msgtype: ClassVar[str] = "text"

    def __post_init__(self) -> None:
        """Measure the text."""
        check_any("a text message needs a text", self.content)
        check_bytes("text", self.content, MAX_TEXT_BYTES)


@dataclass(frozen=True, slots=True)
class ImageMessage(_Plain):
    """A picture by the media id of ``media.upload``."""

    media_id: str
    msgtype: ClassVar[str] = "image"


@dataclass(frozen=True, slots=True)
class VoiceMessage(_Plain):
    """A recording by media id."""

    media_id: str
    msgtype: ClassVar[str] = "voice"


@dataclass(frozen=True, slots=True)
class VideoMessage(_Plain):
    """A film by media id, with a title of 128 and a description of 512 bytes."""

    media_id: str
    title: str | None = None
    description: str | None = None
    msgtype: ClassVar[str] = "video"

    def __post_init__(self) -> None:
        """Measure both texts."""
        check_bytes("title", self.title, MAX_TITLE_BYTES)
        check_bytes("description", self.description, MAX_DESCRIPTION_BYTES)


@dataclass(frozen=True, slots=True)
class FileMessage(_Plain):
    """A file by media id."""

    media_id: str
    msgtype: ClassVar[str] = "file"


@dataclass(frozen=True, slots=True)
class TextCardMessage(_Plain):
    """A card of words that opens a page; the description takes gray, normal and highlight divs."""

    title: str
    description: str
    url: str
    btntxt: str | None = None
    msgtype: ClassVar[str] = "textcard"

    def __post_init__(self) -> None:
        """Measure each part."""
        check_any("a card needs a title", self.title)
        check_any("a card needs a description", self.description)
        check_any("a card needs an address", self.url)
        check_characters("title", self.title, MAX_CARD_CHARACTERS[0])
        check_characters("description", self.description, MAX_CARD_CHARACTERS[1])
        check_bytes("address", self.url, MAX_URL_BYTES)
        check_characters("button", self.btntxt, MAX_BUTTON_CHARACTERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One of the news: it opens ``url``, or a mini program (``appid`` and ``pagepath``)."""

    title: str
    description: str | None = None
    url: str | None = None
    picurl: str | None = None
    appid: str | None = None
    pagepath: str | None = None

    def __post_init__(self) -> None:
        """Measure each part."""
        check_any("an article needs a title", self.title)
        check_that(
            self.url or (self.appid and self.pagepath),
            "an article needs an address, or a mini program and its page",
        )
        check_bytes("title", self.title, MAX_TITLE_BYTES)
        check_bytes("description", self.description, MAX_DESCRIPTION_BYTES)
        check_bytes("address", self.url, MAX_URL_BYTES)


@dataclass(frozen=True, slots=True)
class NewsMessage(_Plain):
    """One to eight articles that open pages."""

    articles: Sequence[Article]
    msgtype: ClassVar[str] = "news"

    def __post_init__(self) -> None:
        """Count the articles."""
        check_count("articles", self.articles, MAX_ARTICLES, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class HostedArticle:
    """An article that WeCom keeps: HTML of up to 666 KB and a picture by media id."""

    title: str
    thumb_media_id: str
    content: str
    author: str | None = None
    content_source_url: str | None = None
    digest: str | None = None

    def __post_init__(self) -> None:
        """Measure each part."""
        check_any("an article needs a title", self.title)
        check_bytes("title", self.title, MAX_TITLE_BYTES)
        check_bytes("author", self.author, MAX_AUTHOR_BYTES)
        check_bytes("content", self.content, MAX_ARTICLE_BYTES)
        check_bytes("digest", self.digest, MAX_DESCRIPTION_BYTES)


@dataclass(frozen=True, slots=True)
class HostedNewsMessage(_Plain):
    """One to eight articles that WeCom keeps (``mpnews``)."""

    articles: Sequence[HostedArticle]
    msgtype: ClassVar[str] = "mpnews"

    def __post_init__(self) -> None:
        """Count the articles."""
        check_count("articles", self.articles, MAX_ARTICLES, 1)


@dataclass(frozen=True, slots=True)
class MarkdownMessage(_Plain):
    """Markdown of up to 2,048 bytes (a robot's 4,096), seen in WeCom only."""

    content: str
    msgtype: ClassVar[str] = "markdown"

    def __post_init__(self) -> None:
        """Measure it by the larger limit; where it is sent the smaller one is checked."""
        check_any("a text message needs a text", self.content)
        check_bytes("markdown", self.content, MAX_ROBOT_MARKDOWN_BYTES)


@dataclass(frozen=True, slots=True)
class RichMarkdownMessage(_Plain):
    """A robot's Markdown with tables, lists and pictures, without colours and mentions."""

    content: str
    msgtype: ClassVar[str] = "markdown_v2"

    def __post_init__(self) -> None:
        """Measure it."""
        check_any("a text message needs a text", self.content)
        check_bytes("markdown", self.content, MAX_ROBOT_MARKDOWN_BYTES)


@dataclass(frozen=True, slots=True)
class InlineImageMessage:
    """A robot's picture, JPG or PNG of up to 2 MB, that travels within the message."""

    data: bytes
    msgtype: ClassVar[str] = "image"

    def __post_init__(self) -> None:
        """Measure it."""
        if not 0 < len(self.data) <= MAX_ROBOT_IMAGE_BYTES:
            message = f"the picture has {len(self.data)} bytes, WeCom takes {MAX_ROBOT_IMAGE_BYTES}"
            raise FileSizeError(message)

    def json(self) -> dict[str, Any]:
        """Return the part named by ``msgtype``."""
        return {
            "base64": base64.b64encode(self.data).decode(),
            "md5": md5(self.data, usedforsecurity=False).hexdigest(),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeMessage:
    """A mini program's notice: ``items`` are up to ten names (10) and values (30 characters)."""

    appid: str
    title: str
    page: str | None = None
    description: str | None = None
    emphasis_first_item: bool | None = None
    items: Sequence[tuple[str, str]] = ()
    msgtype: ClassVar[str] = "miniprogram_notice"

    def __post_init__(self) -> None:
        """Measure each part."""
        least, most = NOTICE_TITLE_CHARACTERS
        for name, text in (("title", self.title), ("description", self.description)):
            check_characters(name, text, most)
            check_that(text is None or len(text) >= least, f"{name} has at least {least} letters")
        check_count("lines", self.items, MAX_NOTICE_ITEMS)
        for key, value in self.items:
            check_characters("name", key, MAX_NOTICE_CHARACTERS[0])
            check_characters("value", value, MAX_NOTICE_CHARACTERS[1])

    def json(self) -> dict[str, Any]:
        """Return the part named by ``msgtype``."""
        items = [{"key": key, "value": value} for key, value in self.items]
        return given(
            appid=self.appid,
            page=self.page,
            title=self.title,
            description=self.description,
            emphasis_first_item=self.emphasis_first_item,
            content_item=items or None,
        )


@dataclass(frozen=True, slots=True)
class CardMessage:
    """A template card; robots take ``TextNotice`` and ``NewsNotice`` only."""

    card: TemplateCard
    msgtype: ClassVar[str] = "template_card"

    def json(self) -> dict[str, Any]:
        """Return the part named by ``msgtype``."""
        return self.card.json()


AppMessage = (
    TextMessage
    | ImageMessage
    | VoiceMessage
    | VideoMessage
    | FileMessage
    | TextCardMessage
    | NewsMessage
    | HostedNewsMessage
    | MarkdownMessage
    | NoticeMessage
    | CardMessage
)
ChatMessage = (
    TextMessage
    | MentioningText
    | ImageMessage
    | VoiceMessage
    | VideoMessage
    | FileMessage
    | TextCardMessage
    | NewsMessage
    | HostedNewsMessage
    | MarkdownMessage
)
RobotMessage = (
    TextMessage
    | MentioningText
    | MarkdownMessage
    | RichMarkdownMessage
    | InlineImageMessage
    | NewsMessage
    | FileMessage
    | VoiceMessage
    | CardMessage
)


def app_markdown(message: AppMessage | ChatMessage) -> None:
    """Raise TextTooLongError for Markdown that only a robot may send."""
    if isinstance(message, MarkdownMessage):
        check_bytes("markdown", message.content, MAX_TEXT_BYTES)
