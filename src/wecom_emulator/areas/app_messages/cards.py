"""The five kinds of template cards, checked by structure; lengths are advice that clients cut."""

import re
from collections.abc import Callable
from typing import Any

from wecom_emulator import fields
from wecom_emulator.calls import Call
from wecom_emulator.errors import Refusal

from . import errors
from .state import AppMessages

_TASK = re.compile(r"[0-9A-Za-z_\-@]{1,128}", re.ASCII)
KEY_BYTES = 1024
LINES, JUMPS, BUTTONS, SELECTS, OPTIONS, CHOICES, MENU, COLUMNS = 6, 3, 6, 3, 10, 20, 3, 4
NOTICES = frozenset({"text_notice", "news_notice"})
INTERACTIVE = frozenset({"button_interaction", "vote_interaction", "multiple_interaction"})


def check_card(call: Call, card: dict[str, Any]) -> dict[str, Any]:
    """A new card; refused with the code that names its bad field."""
    kind = fields.optional_text(card, "card_type")
    if kind not in NOTICES | INTERACTIVE:
        raise errors.INVALID_CARD.error()
    _check_common(card)
    _check_task(call, card, needed=kind in INTERACTIVE or "action_menu" in card)
    _CHECKS[kind](card)
    return card


def takes_answers(card: dict[str, Any]) -> bool:
    """Whether a card of this kind is given a response_code."""
    return card.get("card_type") in INTERACTIVE or bool(card.get("action_menu"))


def _check_common(card: dict[str, Any]) -> None:
    menu = fields.optional_object(card, "action_menu")
    if menu:
        _sized(menu, "action_list", MENU, errors.INVALID_CARD_FIELD, least=1)
        for action in fields.objects(menu, "action_list"):
            _key(action, "key")
    _sized(card, "horizontal_content_list", LINES, errors.INVALID_CARD_FIELD)
    _sized(card, "vertical_content_list", COLUMNS, errors.INVALID_CARD_FIELD)
    _sized(card, "jump_list", JUMPS, errors.INVALID_CARD_FIELD)


def _check_task(call: Call, card: dict[str, Any], *, needed: bool) -> None:
    task = fields.optional_text(card, "task_id")
    if not task:
        if needed:
            raise errors.MISSING_TASK.error()
        return
    if _TASK.fullmatch(task) is None:
        raise errors.INVALID_TASK.error()
    if f"{call.app.agentid} {task}" in call.corp.of(AppMessages).tasks:
        raise errors.TAKEN_TASK.error()


def _sized(
    told: dict[str, Any], name: str, most: int, refusal: Refusal, *, least: int = 0
) -> list[dict[str, Any]]:
    found = fields.objects(told, name)
    if not least <= len(found) <= most:
        raise refusal.error()
    return found


def _key(told: dict[str, Any], name: str) -> str:
    key = fields.optional_text(told, name)
    if not key or len(key.encode()) > KEY_BYTES:
        raise errors.INVALID_BUTTON_KEY.error()
    return key


def _action(card: dict[str, Any]) -> None:
    action = fields.optional_object(card, "card_action")
    needed = {1: "url", 2: "appid"}.get(fields.integer(action, "type", 0), "")
    if not needed or not action.get(needed):
        raise errors.INVALID_ACTION.error()


def _text_notice(card: dict[str, Any]) -> None:
    title = fields.optional_object(card, "main_title").get("title")
    if not title and not card.get("sub_title_text"):
        raise errors.INVALID_CARD_FIELD.error()
    _action(card)


def _news_notice(card: dict[str, Any]) -> None:
    image = fields.optional_object(card, "card_image")
    beside = fields.optional_object(card, "image_text_area")
    if not image.get("url") and not beside.get("image_url"):
        raise errors.INVALID_CARD_FIELD.error()
    _action(card)


def _buttons(card: dict[str, Any]) -> None:
    for button in _sized(card, "button_list", BUTTONS, errors.INVALID_BUTTONS, least=1):
        if not button.get("text"):
            raise errors.INVALID_BUTTONS.error()
        if fields.integer(button, "type", 0) == 0:
            _key(button, "key")
        elif not button.get("url"):
            raise errors.INVALID_BUTTON_KEY.error()
    selection = fields.optional_object(card, "button_selection")
    if selection:
        _options(selection, OPTIONS)


def _options(told: dict[str, Any], most: int) -> None:
    _key(told, "question_key")
    found = _sized(told, "option_list", most, errors.INVALID_SELECT, least=1)
    ids = [fields.text(option, "id") for option in found]
    if len(ids) != len(set(ids)):
        raise errors.INVALID_SELECT.error()


def _submit(card: dict[str, Any]) -> None:
    button = fields.optional_object(card, "submit_button")
    if not button.get("text"):
        raise errors.INVALID_BUTTONS.error()
    _key(button, "key")


def _vote(card: dict[str, Any]) -> None:
    _options(fields.optional_object(card, "checkbox"), CHOICES)
    _submit(card)


def _multiple(card: dict[str, Any]) -> None:
    for select in _sized(card, "select_list", SELECTS, errors.INVALID_SELECT, least=1):
        _options(select, OPTIONS)
    _submit(card)


_CHECKS: dict[str, Callable[[dict[str, Any]], None]] = {
    "text_notice": _text_notice,
    "news_notice": _news_notice,
    "button_interaction": _buttons,
    "vote_interaction": _vote,
    "multiple_interaction": _multiple,
}
