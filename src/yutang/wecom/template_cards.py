"""Template cards of all five kinds (document 90236): parts under WeCom's own names.

Lengths are WeCom's advice, it clips what is longer; what has no right structure it refuses
(42027 to 42051), and so do these parts when they are made.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from typing_extensions import override

from yutang.wecom.measuring import check_any, check_bytes, check_count, check_that
from yutang.wecom.shapes import plain

MAX_KEY_BYTES: Final = 1024
MAX_OPTION_ID_BYTES: Final = 128
MAX_HORIZONTAL: Final = 6
MAX_VERTICAL: Final = 4
MAX_JUMPS: Final = 3
MAX_BUTTONS: Final = 6
MAX_VOTE_OPTIONS: Final = 20
MAX_SELECT_OPTIONS: Final = 10
MAX_SELECTS: Final = 3
MAX_ACTIONS: Final = 3
MIN_RATIO: Final = 1.3
MAX_RATIO: Final = 2.25
_TASK_ID: Final = re.compile(r"[0-9A-Za-z_\-@]{1,128}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a card comes from; ``desc_color`` 0 grey, 1 black, 2 red, 3 green."""

    icon_url: str | None = None
    desc: str | None = None
    desc_color: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuAction:
    """An entry of the menu in a card's corner; its key comes back in the event."""

    text: str
    key: str

    def __post_init__(self) -> None:
        """Measure the key."""
        check_bytes("key", self.key, MAX_KEY_BYTES)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionMenu:
    """The menu in a card's corner, of one to three entries; the card needs a task id."""

    action_list: Sequence[MenuAction]
    desc: str | None = None

    def __post_init__(self) -> None:
        """Count the entries."""
        check_count("actions", self.action_list, MAX_ACTIONS, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A line in large and one in small letters; 36 and 44 characters are shown."""

    title: str | None = None
    desc: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of somebody; ``type`` 0 leads nowhere, 1 to ``url``, 2 to a mini program."""

    quote_text: str
    title: str | None = None
    type: int | None = None
    url: str | None = None
    appid: str | None = None
    pagepath: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HorizontalContent:
    """A name and its value in one line; ``type`` 0 text, 1 link, 2 file, 3 a member's details."""

    keyname: str
    value: str | None = None
    type: int | None = None
    url: str | None = None
    media_id: str | None = None
    userid: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VerticalContent:
    """A title and a text below it."""

    title: str
    desc: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Jump:
    """A line that leads on; ``type`` 0 nowhere, 1 to ``url``, 2 to a mini program."""

    title: str
    type: int | None = None
    url: str | None = None
    appid: str | None = None
    pagepath: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CardAction:
    """What a tap on the card does: opens ``url``, or else a mini program."""

    url: str | None = None
    appid: str | None = None
    pagepath: str | None = None

    def __post_init__(self) -> None:
        """Refuse an action that leads nowhere."""
        check_any("an action needs an address or a mini program", self.url, self.appid)

    def json(self) -> dict[str, Any]:
        """Return it in WeCom's shape."""
        return {"type": 1 if self.url else 2, **plain(self)}


@dataclass(frozen=True, slots=True, kw_only=True)
class CardImage:
    """A wide picture; its width is 1.3 to 2.25 times its height."""

    url: str
    aspect_ratio: float | None = None

    def __post_init__(self) -> None:
        """Check the ratio."""
        check_that(
            self.aspect_ratio is None or MIN_RATIO <= self.aspect_ratio <= MAX_RATIO,
            f"the ratio is {MIN_RATIO} to {MAX_RATIO}",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageText:
    """A small picture beside a text, in place of the wide one."""

    image_url: str
    title: str | None = None
    desc: str | None = None
    type: int | None = None
    url: str | None = None
    appid: str | None = None
    pagepath: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A button: it calls back with its key, or opens ``url``; ``style`` is 1 to 4."""

    text: str
    key: str | None = None
    url: str | None = None
    style: int | None = None

    def __post_init__(self) -> None:
        """Refuse a button that does nothing."""
        check_any("a button needs a text", self.text)
        check_any("a button needs a key or an address", self.key, self.url)
        check_bytes("key", self.key, MAX_KEY_BYTES)

    def json(self) -> dict[str, Any]:
        """Return it in WeCom's shape."""
        return {"type": 1 if self.url else 0, **plain(self)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One choice of a list; ``is_checked`` is for votes only."""

    id: str
    text: str
    is_checked: bool | None = None

    def __post_init__(self) -> None:
        """Measure the id."""
        check_any("an option needs an id", self.id)
        check_bytes("option id", self.id, MAX_OPTION_ID_BYTES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Select:
    """A list to choose one of up to ten from."""

    question_key: str
    option_list: Sequence[Option]
    title: str | None = None
    selected_id: str | None = None

    def __post_init__(self) -> None:
        """Count the options and measure the key."""
        check_bytes("key", self.question_key, MAX_KEY_BYTES)
        check_count("options", self.option_list, MAX_SELECT_OPTIONS, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkbox:
    """A vote of up to twenty options; ``mode`` 0 for one of them, 1 for several."""

    question_key: str
    option_list: Sequence[Option]
    mode: int | None = None

    def __post_init__(self) -> None:
        """Count the options and measure the key."""
        check_bytes("key", self.question_key, MAX_KEY_BYTES)
        check_count("options", self.option_list, MAX_VOTE_OPTIONS, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Submit:
    """The button that sends what was chosen."""

    text: str
    key: str

    def __post_init__(self) -> None:
        """Measure the key."""
        check_bytes("key", self.key, MAX_KEY_BYTES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What all kinds have; ``task_id`` is unique in the app."""

    card_type: ClassVar[str] = ""
    needs_task: ClassVar[bool] = False

    source: Source | None = None
    action_menu: ActionMenu | None = None
    task_id: str | None = None
    main_title: Title | None = None

    def __post_init__(self) -> None:
        """Check the task id and what the kind needs."""
        if self.needs_task or self.action_menu is not None:
            check_any("a card that calls back needs a task id", self.task_id)
        check_that(
            self.task_id is None or _TASK_ID.fullmatch(self.task_id),
            "a task id has 1 to 128 of letters, digits and _-@",
        )
        self.check()

    def check(self) -> None:
        """Refuse what the kind does not allow."""

    def json(self) -> dict[str, Any]:
        """Return it in WeCom's shape."""
        return {"card_type": self.card_type, **plain(self)}


@dataclass(frozen=True, slots=True, kw_only=True)
class TextNotice(Card):
    """A notice of words; needs a title or a ``sub_title_text``."""

    card_type: ClassVar[str] = "text_notice"

    card_action: CardAction
    quote_area: Quote | None = None
    emphasis_content: Title | None = None
    sub_title_text: str | None = None
    horizontal_content_list: Sequence[HorizontalContent] | None = None
    jump_list: Sequence[Jump] | None = None

    @override
    def check(self) -> None:
        title = self.main_title.title if self.main_title else None
        check_any("a text notice needs a title or a text", title, self.sub_title_text)
        _check_lines(self.horizontal_content_list, self.jump_list)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsNotice(Card):
    """A notice with a wide picture or a small one beside a text."""

    card_type: ClassVar[str] = "news_notice"

    card_action: CardAction
    card_image: CardImage | None = None
    image_text_area: ImageText | None = None
    quote_area: Quote | None = None
    vertical_content_list: Sequence[VerticalContent] | None = None
    horizontal_content_list: Sequence[HorizontalContent] | None = None
    jump_list: Sequence[Jump] | None = None

    @override
    def check(self) -> None:
        check_any("a news notice needs a picture", self.card_image, self.image_text_area)
        check_count("texts", self.vertical_content_list or (), MAX_VERTICAL)
        _check_lines(self.horizontal_content_list, self.jump_list)


@dataclass(frozen=True, slots=True, kw_only=True)
class ButtonCard(Card):
    """One to six buttons, each of which calls back or opens a page."""

    card_type: ClassVar[str] = "button_interaction"
    needs_task: ClassVar[bool] = True

    button_list: Sequence[Button]
    button_selection: Select | None = None
    quote_area: Quote | None = None
    sub_title_text: str | None = None
    horizontal_content_list: Sequence[HorizontalContent] | None = None
    card_action: CardAction | None = None

    @override
    def check(self) -> None:
        check_count("buttons", self.button_list, MAX_BUTTONS, 1)
        _check_lines(self.horizontal_content_list, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteCard(Card):
    """A vote."""

    card_type: ClassVar[str] = "vote_interaction"
    needs_task: ClassVar[bool] = True

    checkbox: Checkbox
    submit_button: Submit


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectCard(Card):
    """One to three lists to choose from."""

    card_type: ClassVar[str] = "multiple_interaction"
    needs_task: ClassVar[bool] = True

    select_list: Sequence[Select]
    submit_button: Submit

    @override
    def check(self) -> None:
        check_count("lists", self.select_list, MAX_SELECTS, 1)


TemplateCard = TextNotice | NewsNotice | ButtonCard | VoteCard | SelectCard


def _check_lines(
    horizontal: Sequence[HorizontalContent] | None, jumps: Sequence[Jump] | None
) -> None:
    check_count("lines", horizontal or (), MAX_HORIZONTAL)
    check_count("jumps", jumps or (), MAX_JUMPS)
