"""A member's card for people outside: what `user/create` and `user/update` take for it.

The facts name the codes 90100 to 90106; which of the last two is for which field they leave open.
"""

from typing import Any

from wecom_emulator import fields
from wecom_emulator.calls import Call
from wecom_emulator.errors import Refusal

NOT_CERTIFIED = Refusal(41036, "external corp name is not certified")
ATTRIBUTE_TYPE = Refusal(90100, "invalid external attr type")
ATTRIBUTE_TEXT = Refusal(90101, "invalid external attr text")
WEB_TITLE = Refusal(90102, "invalid external attr web title")
WEB_URL = Refusal(90103, "invalid external attr web url")
PROGRAM_TITLE = Refusal(90104, "invalid external attr miniprogram title")
PROGRAM_APPID = Refusal(90105, "invalid external attr miniprogram appid")
TEXT, WEB, PROGRAM = 0, 1, 2
TEXT_CHARACTERS, TITLE_CHARACTERS = 32, 12
WAITING = 1
"""The status of a name in WeChat Channels that its owner has not confirmed."""


def external_profile(call: Call, name: str) -> dict[str, Any]:
    """The card of a body, checked; a web page or program without both its parts is taken away."""
    given = fields.optional_object(call.body, name)
    told: dict[str, Any] = {}
    corp_name = fields.optional_text(given, "external_corp_name")
    if corp_name:
        if corp_name != call.corp.name:
            raise NOT_CERTIFIED.error()
        told["external_corp_name"] = corp_name
    nickname = fields.optional_text(fields.optional_object(given, "wechat_channels"), "nickname")
    if nickname:
        told["wechat_channels"] = {"nickname": nickname, "status": WAITING}
    if given.get("external_attr") is not None:
        rows = fields.objects(given, "external_attr")
        told["external_attr"] = [row for row in map(_attribute, rows) if row is not None]
    return told


def _attribute(row: dict[str, Any]) -> dict[str, Any] | None:
    kind = row.get("type")
    if type(kind) is not int or kind not in {TEXT, WEB, PROGRAM}:
        raise ATTRIBUTE_TYPE.error()
    head = {"type": kind, "name": fields.text(row, "name")}
    if kind == TEXT:
        value = fields.optional_text(fields.optional_object(row, "text"), "value")
        if len(value) > TEXT_CHARACTERS:
            raise ATTRIBUTE_TEXT.error()
        return head | {"text": {"value": value}} if value else None
    if kind == WEB:
        return _web(head, fields.optional_object(row, "web"))
    return _program(head, fields.optional_object(row, "miniprogram"))


def _web(head: dict[str, Any], web: dict[str, Any]) -> dict[str, Any] | None:
    url, title = fields.optional_text(web, "url"), fields.optional_text(web, "title")
    if not url and not title:
        return None
    if not 0 < len(title) <= TITLE_CHARACTERS:
        raise WEB_TITLE.error()
    if not url.startswith(("http://", "https://")):
        raise WEB_URL.error()
    return head | {"web": {"url": url, "title": title}}


def _program(head: dict[str, Any], program: dict[str, Any]) -> dict[str, Any] | None:
    appid, title = fields.optional_text(program, "appid"), fields.optional_text(program, "title")
    if not appid and not title:
        return None
    if not 0 < len(title) <= TITLE_CHARACTERS:
        raise PROGRAM_TITLE.error()
    if not appid:
        raise PROGRAM_APPID.error()
    pagepath = fields.optional_text(program, "pagepath")
    return head | {"miniprogram": {"appid": appid, "pagepath": pagepath, "title": title}}
