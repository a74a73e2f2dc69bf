"""Messages and cards made from what a sample sends."""

from collections.abc import Callable, Mapping
from typing import Any

from yutang.wecom.messages import (
    Article,
    CardMessage,
    FileMessage,
    HostedArticle,
    HostedNewsMessage,
    ImageMessage,
    InlineImageMessage,
    MarkdownMessage,
    MentioningText,
    NewsMessage,
    NoticeMessage,
    RichMarkdownMessage,
    TextCardMessage,
    TextMessage,
    VideoMessage,
    VoiceMessage,
)
from yutang.wecom.template_cards import (
    ActionMenu,
    Button,
    ButtonCard,
    CardAction,
    CardImage,
    Checkbox,
    HorizontalContent,
    ImageText,
    Jump,
    MenuAction,
    NewsNotice,
    Option,
    Quote,
    Select,
    SelectCard,
    Source,
    Submit,
    TextNotice,
    Title,
    VerticalContent,
    VoteCard,
)

KINDS = ("image", "voice", "video", "file", "textcard", "news", "mpnews", "markdown")
CARDS: dict[str, Callable[..., Any]] = {
    "text_notice": TextNotice,
    "news_notice": NewsNotice,
    "button_interaction": ButtonCard,
    "vote_interaction": VoteCard,
    "multiple_interaction": SelectCard,
}
_PARTS: dict[str, Callable[..., Any]] = {
    "source": Source,
    "action_menu": ActionMenu,
    "action_list": MenuAction,
    "main_title": Title,
    "card_action": CardAction,
    "quote_area": Quote,
    "emphasis_content": Title,
    "horizontal_content_list": HorizontalContent,
    "vertical_content_list": VerticalContent,
    "jump_list": Jump,
    "card_image": CardImage,
    "image_text_area": ImageText,
    "button_list": Button,
    "button_selection": Select,
    "select_list": Select,
    "option_list": Option,
    "checkbox": Checkbox,
    "submit_button": Submit,
}
_TOLD_BY_TARGET = {"card_action", "button_list"}
"""Parts whose type the client says itself: by address, mini program or key."""


def _part(name: str, told: Any) -> Any:
    if isinstance(told, list):
        return [_part(name, each) for each in told]
    if not isinstance(told, Mapping):
        return told
    inner = {at: _part(at, value) for at, value in told.items()}
    if name in _TOLD_BY_TARGET:
        inner.pop("type", None)
    return _PARTS[name](**inner)


def _card(told: Mapping[str, Any]) -> CardMessage:
    left_out = {"card_type", "replace_text"}
    parts = {name: _part(name, value) for name, value in told.items() if name not in left_out}
    return CardMessage(CARDS[told["card_type"]](**parts))


def _text(told: Mapping[str, Any]) -> TextMessage | MentioningText:
    return TextMessage(**told) if len(told) == 1 else MentioningText(**told)


def _notice(told: Mapping[str, Any]) -> NoticeMessage:
    items = [(item["key"], item["value"]) for item in told["content_item"]]
    rest = {name: value for name, value in told.items() if name != "content_item"}
    return NoticeMessage(**rest, items=items)


_MAKERS: dict[str, Callable[[Any], Any]] = {
    "text": _text,
    "image": lambda told: ImageMessage(**told),
    "voice": lambda told: VoiceMessage(**told),
    "video": lambda told: VideoMessage(**told),
    "file": lambda told: FileMessage(**told),
    "textcard": lambda told: TextCardMessage(**told),
    "news": lambda told: NewsMessage([Article(**each) for each in told["articles"]]),
    "mpnews": lambda told: HostedNewsMessage([HostedArticle(**each) for each in told["articles"]]),
    "markdown": lambda told: MarkdownMessage(**told),
    "markdown_v2": lambda told: RichMarkdownMessage(**told),
    "miniprogram_notice": _notice,
    "template_card": _card,
    "inline": InlineImageMessage,
}


def message(body: Mapping[str, Any]) -> Any:
    """The message that a request's body holds."""
    return _MAKERS[body["msgtype"]](body[body["msgtype"]])
