"""The welcome message (document 92137): within 20 s of the event, once a code."""

import asyncio
import time
from typing import Any

from wecom_emulator import fields
from wecom_emulator.acts import receive
from wecom_emulator.calls import Call, Verb
from wecom_emulator.errors import Refusal, RefusalError
from wecom_emulator.state import WelcomeCode

MISSING_CODE = Refusal(41049, "missing welcome_code")
_OBJECTS = {"image", "link", "miniprogram", "video", "file"}
_REQUIRED = {
    "image": (),
    "link": ("title", "url"),
    "miniprogram": ("title", "pic_media_id", "appid", "page"),
    "video": ("media_id",),
    "file": ("media_id",),
}
_MOST_BYTES = {
    "link": {"title": 128, "desc": 512, "picurl": 2048, "url": 2048},
    "miniprogram": {"title": 64},
}
_KINDS = {"image": {"image"}, "miniprogram": {"image"}, "video": {"video"}}
"""Which uploads each may show; a file may be any."""


def _check(call: Call) -> tuple[str, list[dict[str, Any]]]:
    text = str((call.body.get("text") or {}).get("content") or "")
    attachments = call.body.get("attachments") or []
    if not text and not attachments:
        raise RefusalError(40058, "text and attachments are both empty. invalid Request Parameter")
    if len(text.encode()) > call.world.limits.text_bytes:
        raise RefusalError(
            40058, "field `content` exceed max length 4000. invalid Request Parameter"
        )
    if len(attachments) > call.world.limits.attachments:
        raise RefusalError(41064, "too many attachments")
    for attachment in attachments:
        kind = attachment.get("msgtype")
        if kind not in _OBJECTS or not isinstance(attachment.get(kind), dict):
            raise RefusalError(41065, "invalid attachment type")
        _check_attachment(call, kind, attachment[kind])
    return text, attachments


def _check_attachment(call: Call, kind: str, body: dict[str, Any]) -> None:
    for name in _REQUIRED[kind]:
        if not body.get(name):
            raise RefusalError(40058, f"missing {name}. invalid Request Parameter")
    for name, most in _MOST_BYTES.get(kind, {}).items():
        if len(str(body.get(name, "")).encode()) > most:
            raise RefusalError(
                40058, f"field `{name}` exceed max length {most}. invalid Request Parameter"
            )
    media_id = body.get("media_id") or body.get("pic_media_id")
    if kind == "image" and not media_id and not body.get("pic_url"):
        raise RefusalError(40058, "missing media_id. invalid Request Parameter")
    if media_id:
        media = call.world.state.media.get(str(media_id))
        if (
            media is None
            or media.corpid != call.corp.corpid
            or media.expires_at < call.world.clock.now()
            or media.kind not in _KINDS.get(kind, {media.kind})
        ):
            raise RefusalError(40007, "invalid media_id")


def _between(call: Call, code: WelcomeCode) -> tuple[str, str, str]:
    return call.corp.corpid, code.userid, code.external_userid


def _find(call: Call) -> WelcomeCode:
    code = call.corp.codes.get(
        fields.text(
            call.body, "welcome_code", missing=Refusal(41049, "missing or invalid welcome_code")
        )
    )
    if code is None:
        raise RefusalError(41050, "invalid welcome code")
    code.attempts += 1
    age = call.world.clock.now() - code.issued_at
    relation = call.corp.relation(code.userid, code.external_userid)
    if _between(call, code) in call.world.distributing:
        code.last_errcode = 41096
        raise RefusalError(41096, "welcome msg is being distributed")
    chatting = relation is not None and (relation.talked or relation.welcomed)
    if code.sent_at is not None or chatting:
        code.last_errcode = 41051
        raise RefusalError(41051, "externaluser has started chatting")
    if age > call.world.limits.welcome_seconds:
        code.last_errcode = 41050
        raise RefusalError(41050, "invalid welcome code")
    return code


async def send(call: Call) -> dict[str, Any]:
    """Deliver the welcome to the person."""
    text, attachments = _check(call)
    code = _find(call)
    relation = call.corp.relation(code.userid, code.external_userid)
    if call.world.limits.distributing_seconds:
        between = _between(call, code)
        call.world.distributing.add(between)
        try:
            await asyncio.sleep(call.world.limits.distributing_seconds)
        finally:
            call.world.distributing.discard(between)
    if relation is not None:
        relation.welcomed = True
    code.sent_at, code.last_errcode = time.time(), 0
    shown = [_shown(call, attachment) for attachment in attachments]
    receive(
        call.world,
        call.corp,
        code.userid,
        code.external_userid,
        "welcome",
        {"welcome_code": code.code, "text": text, "attachments": shown},
    )
    return {}


def _shown(call: Call, attachment: dict[str, Any]) -> dict[str, Any]:
    kind = attachment["msgtype"]
    body = dict(attachment[kind])
    if kind == "image" and body.get("media_id"):
        body["url"] = f"{call.base_url}/media/{body['media_id']}"
    return {"msgtype": kind, kind: body}


VERBS = {"externalcontact/send_welcome_msg": Verb("POST", send)}
