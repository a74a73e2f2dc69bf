"""What WeCom looks at before an app changes itself."""

from collections.abc import Mapping
from typing import Any

from wecom_emulator import fields
from wecom_emulator.calls import Call
from wecom_emulator.errors import Refusal

from . import errors

NAME, DESCRIPTION_LEAST, DESCRIPTION_MOST = 32, 4, 120
BUTTONS, SUB_BUTTONS, NAME_BYTES, SUB_NAME_BYTES, KEY_BYTES, URL_BYTES = 3, 5, 16, 40, 128, 1024
KEYED = frozenset(
    {
        "click",
        "scancode_push",
        "scancode_waitmsg",
        "pic_sysphoto",
        "pic_photo_or_album",
        "pic_weixin",
        "location_select",
    }
)
TYPES = KEYED | {"view", "view_miniprogram"}
TEMPLATES = {"keydata": 4, "image": 0, "list": 3, "webview": 0, "normal": 0}
"""Kinds, and the items a kind may have."""


def check_agent(call: Call, told: Mapping[str, Any]) -> int:
    """The app itself: a token speaks for no other."""
    agentid = fields.integer(told, "agentid", missing=errors.INVALID_AGENT)
    if agentid != call.app.agentid:
        known = any(app.agentid == agentid for app in call.corp.apps)
        raise (errors.FOREIGN_AGENT if known else errors.INVALID_AGENT).error()
    return agentid


def settings(call: Call) -> dict[str, Any]:
    """What agent/set gives, checked; only what is there."""
    body = call.body
    found: dict[str, Any] = {}
    for name in ("report_location_flag", "isreportenter"):
        if name in body:
            found[name] = fields.integer(body, name, least=0, most=1)
    if "name" in body:
        found["name"] = fields.text(body, "name", missing=errors.INVALID_NAME)
        if len(found["name"]) > NAME:
            raise errors.INVALID_NAME.error()
    if "description" in body:
        found["description"] = fields.optional_text(body, "description")
        if not DESCRIPTION_LEAST <= len(found["description"]) <= DESCRIPTION_MOST:
            raise errors.INVALID_NAME.error()
    for name in ("redirect_domain", "home_url"):
        if name in body:
            found[name] = fields.optional_text(body, name, most=URL_BYTES, unit="bytes")
    if "/" in found.get("redirect_domain", ""):
        raise errors.INVALID_DOMAIN.error()
    return found


def menu(call: Call) -> list[dict[str, Any]]:
    """A menu of up to three buttons with up to five below each."""
    buttons = fields.objects(call.body, "button")
    if not 1 <= len(buttons) <= BUTTONS:
        raise errors.INVALID_BUTTONS.error()
    for button in buttons:
        _check_name(button, NAME_BYTES, errors.BUTTON_NAME)
        below = fields.objects(button, "sub_button")
        if len(below) > SUB_BUTTONS:
            raise errors.SUB_BUTTONS.error()
        if not below:
            _check_button(button)
        for inner in below:
            _check_name(inner, SUB_NAME_BYTES, errors.SUB_BUTTON_NAME)
            _check_button(inner)
    return buttons


def _check_name(button: dict[str, Any], most: int, refusal: Refusal) -> None:
    name = fields.optional_text(button, "name")
    if not name or len(name.encode()) > most:
        raise refusal.error()


def _check_button(button: dict[str, Any]) -> None:
    kind = button.get("type")
    if kind not in TYPES:
        raise errors.INVALID_BUTTON_TYPE.error()
    if kind in KEYED:
        key = fields.optional_text(button, "key")
        if not key or len(key.encode()) > KEY_BYTES:
            raise errors.BUTTON_KEY.error()
    elif kind == "view":
        url = fields.optional_text(button, "url")
        if not url or len(url.encode()) > URL_BYTES:
            raise errors.BUTTON_URL.error()
    else:
        fields.text(button, "pagepath")
        fields.text(button, "appid")


def template(call: Call) -> dict[str, Any]:
    """What the workbench shows: its kind and the object of that name."""
    kind = fields.optional_text(call.body, "type")
    if kind not in TEMPLATES:
        raise errors.INVALID_TEMPLATE.error()
    told = fields.optional_object(call.body, kind)
    most = TEMPLATES[kind]
    if most and len(fields.objects(told, "items")) > most:
        raise errors.INVALID_TEMPLATE.error()
    return {"type": kind} | ({} if kind == "normal" else {kind: told})
