"""Template cards: each kind in WeCom's shape, and what cannot be made."""

from collections.abc import Callable
from typing import Any

import pytest

from yutang.wecom.errors import (
    InvalidRequestError,
    NothingToSendError,
    TextTooLongError,
    TooManyError,
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
    TemplateCard,
    TextNotice,
    Title,
    VerticalContent,
    VoteCard,
)

OPEN = CardAction(url="https://b.test")
OPTIONS = [Option(id="a", text="上午"), Option(id="b", text="下午")]
SUBMIT = Submit(text="交", key="go")


@pytest.mark.parametrize(
    ("card", "shape"),
    [
        (
            TextNotice(
                source=Source(icon_url="https://i.test", desc="账房", desc_color=0),
                action_menu=ActionMenu(
                    desc="更多", action_list=[MenuAction(text="不再看", key="mute")]
                ),
                task_id="bill-7@a_b",
                main_title=Title(title="账单", desc="二月"),
                quote_area=Quote(type=1, url="https://q.test", title="说明", quote_text="已付"),
                emphasis_content=Title(title="128", desc="元"),
                sub_title_text="谢谢",
                horizontal_content_list=[
                    HorizontalContent(keyname="门店", value="南京路"),
                    HorizontalContent(keyname="店长", type=3, userid="gao"),
                ],
                jump_list=[Jump(type=2, title="进店", appid="wx7", pagepath="p")],
                card_action=CardAction(appid="wx7", pagepath="p"),
            ),
            {
                "card_type": "text_notice",
                "source": {"icon_url": "https://i.test", "desc": "账房", "desc_color": 0},
                "action_menu": {"desc": "更多", "action_list": [{"text": "不再看", "key": "mute"}]},
                "task_id": "bill-7@a_b",
                "main_title": {"title": "账单", "desc": "二月"},
                "quote_area": {
                    "type": 1,
                    "url": "https://q.test",
                    "title": "说明",
                    "quote_text": "已付",
                },
                "emphasis_content": {"title": "128", "desc": "元"},
                "sub_title_text": "谢谢",
                "horizontal_content_list": [
                    {"keyname": "门店", "value": "南京路"},
                    {"keyname": "店长", "type": 3, "userid": "gao"},
                ],
                "jump_list": [{"type": 2, "title": "进店", "appid": "wx7", "pagepath": "p"}],
                "card_action": {"type": 2, "appid": "wx7", "pagepath": "p"},
            },
        ),
        (
            NewsNotice(
                card_image=CardImage(url="https://i.test", aspect_ratio=1.8),
                image_text_area=ImageText(image_url="https://i.test/s", title="秋茶"),
                vertical_content_list=[VerticalContent(title="产地", desc="福鼎")],
                card_action=OPEN,
            ),
            {
                "card_type": "news_notice",
                "card_image": {"url": "https://i.test", "aspect_ratio": 1.8},
                "image_text_area": {"image_url": "https://i.test/s", "title": "秋茶"},
                "vertical_content_list": [{"title": "产地", "desc": "福鼎"}],
                "card_action": {"type": 1, "url": "https://b.test"},
            },
        ),
        (
            ButtonCard(
                task_id="t1",
                button_list=[
                    Button(text="同意", key="yes", style=1),
                    Button(text="看看", url="https://b.test"),
                ],
                button_selection=Select(
                    question_key="when", title="何时", option_list=OPTIONS, selected_id="a"
                ),
            ),
            {
                "card_type": "button_interaction",
                "task_id": "t1",
                "button_list": [
                    {"type": 0, "text": "同意", "key": "yes", "style": 1},
                    {"type": 1, "text": "看看", "url": "https://b.test"},
                ],
                "button_selection": {
                    "question_key": "when",
                    "title": "何时",
                    "option_list": [{"id": "a", "text": "上午"}, {"id": "b", "text": "下午"}],
                    "selected_id": "a",
                },
            },
        ),
        (
            VoteCard(
                task_id="t1",
                checkbox=Checkbox(
                    question_key="when",
                    mode=1,
                    option_list=[Option(id="a", text="上午", is_checked=False)],
                ),
                submit_button=SUBMIT,
            ),
            {
                "card_type": "vote_interaction",
                "task_id": "t1",
                "checkbox": {
                    "question_key": "when",
                    "mode": 1,
                    "option_list": [{"id": "a", "text": "上午", "is_checked": False}],
                },
                "submit_button": {"text": "交", "key": "go"},
            },
        ),
        (
            SelectCard(
                task_id="t1",
                select_list=[Select(question_key="when", option_list=OPTIONS)],
                submit_button=SUBMIT,
            ),
            {
                "card_type": "multiple_interaction",
                "task_id": "t1",
                "select_list": [
                    {
                        "question_key": "when",
                        "option_list": [{"id": "a", "text": "上午"}, {"id": "b", "text": "下午"}],
                    }
                ],
                "submit_button": {"text": "交", "key": "go"},
            },
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_card_of_each_kind(card: TemplateCard, shape: dict[str, Any]) -> None:
    assert card.json() == shape


LINE = HorizontalContent(keyname="a")
SELECT = Select(question_key="q", option_list=OPTIONS)
TITLE = Title(title="t")
YES = Button(text="y", key="k")


@pytest.mark.parametrize(
    ("make", "family"),
    [
        (CardAction, NothingToSendError),
        (lambda: TextNotice(card_action=OPEN), NothingToSendError),
        (lambda: TextNotice(card_action=OPEN, main_title=Title(desc="d")), NothingToSendError),
        (
            lambda: TextNotice(
                card_action=OPEN, main_title=TITLE, horizontal_content_list=[LINE] * 7
            ),
            TooManyError,
        ),
        (
            lambda: TextNotice(card_action=OPEN, main_title=TITLE, jump_list=[Jump(title="j")] * 4),
            TooManyError,
        ),
        (
            lambda: TextNotice(
                card_action=OPEN,
                main_title=TITLE,
                action_menu=ActionMenu(action_list=[MenuAction(text="t", key="k")]),
            ),
            NothingToSendError,
        ),
        (
            lambda: TextNotice(card_action=OPEN, main_title=TITLE, task_id="长"),
            InvalidRequestError,
        ),
        (
            lambda: TextNotice(card_action=OPEN, main_title=TITLE, task_id="t" * 129),
            InvalidRequestError,
        ),
        (lambda: NewsNotice(card_action=OPEN), NothingToSendError),
        (
            lambda: NewsNotice(
                card_action=OPEN,
                card_image=CardImage(url="u"),
                vertical_content_list=[VerticalContent(title="t")] * 5,
            ),
            TooManyError,
        ),
        (lambda: CardImage(url="u", aspect_ratio=1.2), InvalidRequestError),
        (lambda: CardImage(url="u", aspect_ratio=2.3), InvalidRequestError),
        (lambda: ButtonCard(button_list=[YES]), NothingToSendError),
        (lambda: ButtonCard(task_id="t", button_list=[]), TooManyError),
        (lambda: ButtonCard(task_id="t", button_list=[YES] * 7), TooManyError),
        (
            lambda: ButtonCard(task_id="t", button_list=[YES], horizontal_content_list=[LINE] * 7),
            TooManyError,
        ),
        (lambda: Button(text="", key="k"), NothingToSendError),
        (lambda: Button(text="t"), NothingToSendError),
        (lambda: Button(text="t", key="k" * 1025), TextTooLongError),
        (lambda: MenuAction(text="t", key="k" * 1025), TextTooLongError),
        (lambda: ActionMenu(action_list=[]), TooManyError),
        (lambda: ActionMenu(action_list=[MenuAction(text="t", key="k")] * 4), TooManyError),
        (lambda: Option(id="", text="t"), NothingToSendError),
        (lambda: Option(id="i" * 129, text="t"), TextTooLongError),
        (lambda: Select(question_key="q", option_list=[]), TooManyError),
        (lambda: Select(question_key="q", option_list=OPTIONS * 6), TooManyError),
        (lambda: Select(question_key="q" * 1025, option_list=OPTIONS), TextTooLongError),
        (lambda: Checkbox(question_key="q", option_list=[]), TooManyError),
        (lambda: Checkbox(question_key="q", option_list=OPTIONS * 11), TooManyError),
        (lambda: Checkbox(question_key="q" * 1025, option_list=OPTIONS), TextTooLongError),
        (lambda: Submit(text="t", key="k" * 1025), TextTooLongError),
        (lambda: SelectCard(task_id="t", select_list=[], submit_button=SUBMIT), TooManyError),
        (
            lambda: SelectCard(task_id="t", select_list=[SELECT] * 4, submit_button=SUBMIT),
            TooManyError,
        ),
        (
            lambda: VoteCard(
                checkbox=Checkbox(question_key="q", option_list=OPTIONS), submit_button=SUBMIT
            ),
            NothingToSendError,
        ),
    ],
)
def test_cards_that_cannot_be_made(
    make: Callable[[], object], family: type[InvalidRequestError]
) -> None:
    with pytest.raises(family) as refused:
        make()
    assert type(refused.value) is family
