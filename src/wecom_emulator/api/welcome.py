"""The welcome message (document 92137): within 20 s of the event, once a code."""

import time
from typing import Any

from wecom_emulator.acts import receive
from wecom_emulator.state import WelcomeCode

from .calls import Call, RefusalError, Verb

_OBJECTS = {"image", "link", "miniprogram", "video", "file"}


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
        body = attachment[kind]
        media_id = body.get("media_id") or body.get("pic_media_id")
        if kind in {"image", "video", "file"} and not media_id and not body.get("pic_url"):
            raise RefusalError(40058, "missing media_id. invalid Request Parameter")
        if media_id:
            media = call.world.media.get(str(media_id))
            if media is None or media.expires_at < call.world.clock.now():
                raise RefusalError(40007, "invalid media_id")
        if kind == "link" and not (body.get("title") and body.get("url")):
            raise RefusalError(40058, "missing title or url. invalid Request Parameter")
    return text, attachments


def _find(call: Call) -> WelcomeCode:
    code = call.corp.codes.get(call.text("welcome_code", 41049))
    if code is None:
        raise RefusalError(41050, "invalid welcome code")
    code.attempts += 1
    age = call.world.clock.now() - code.issued_at
    relation = call.corp.relation(code.userid, code.external_userid)
    if code.sent_at is not None or (relation is not None and relation.talked):
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
