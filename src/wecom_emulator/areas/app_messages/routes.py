"""What an app tells members (documents 90236, 94867, 94888)."""

import hashlib
import secrets
from typing import Any

import orjson

from wecom_emulator import fields
from wecom_emulator.calls import Call, Verb
from wecom_emulator.errors import TOO_OFTEN
from wecom_emulator.state import new_id

from . import errors
from .cards import check_card, takes_answers
from .checks import PARTIES, TAGS, USERS, check_agent, content, receivers
from .state import AppMessage, AppMessages, ResponseCode

DUPLICATE_DEFAULT, DUPLICATE_MOST = 1800, 14_400
CODE_SECONDS, RECALL_SECONDS, DAY = 72 * 3600, 24 * 3600, 86_400
PERSON_TIMES = 200
"""For each member of the corp, a day."""


async def send(call: Call) -> dict[str, Any]:
    """Tell members something; who had too much of the app lately gets nothing, silently."""
    agentid = check_agent(call, call.body)
    kind, body = content(call)
    found, wrong = receivers(call)
    safe = fields.integer(call.body, "safe", 0, least=0, most=2)
    kept = call.corp.of(AppMessages)
    digest = _digest(call)
    if known := _sent_before(call, kept, digest):
        # The first one is the message; this one is dropped and names it again.
        return {"msgid": known, **wrong}
    _count(call, kept, agentid, len(found))
    now, limits = call.world.clock.now(), call.world.limits
    got = [
        userid
        for userid in found
        if kept.may_get(agentid, userid, now, limits.app_messages_minute, limits.app_messages_hour)
    ]
    message = AppMessage(new_id("msg"), agentid, kind, body, now, got, safe)
    kept.messages[message.msgid] = message
    if digest:
        kept.checked[digest] = message.msgid
    call.world.changed()
    answer = {"msgid": message.msgid, **wrong}
    if kind == "template_card" and body.get("task_id"):
        kept.tasks[f"{agentid} {body['task_id']}"] = message.msgid
    if kind == "template_card" and takes_answers(body):
        answer["response_code"] = give_code(call.corp.of(AppMessages), message, "", now)
    return answer


def give_code(kept: AppMessages, message: AppMessage, userid: str, now: float) -> str:
    """A code that changes the card once, of all or of the member who clicked."""
    code = secrets.token_urlsafe(48)
    kept.codes[code] = ResponseCode(
        code, message.msgid, message.agentid, userid, now + CODE_SECONDS
    )
    return code


def _digest(call: Call) -> str:
    """What a message is told apart by where the app asks for it, else nothing."""
    if not fields.flag(call.body, "enable_duplicate_check"):
        return ""
    return hashlib.sha256(orjson.dumps(call.body, option=orjson.OPT_SORT_KEYS)).hexdigest()


def _sent_before(call: Call, kept: AppMessages, digest: str) -> str | None:
    seconds = fields.integer(
        call.body, "duplicate_check_interval", DUPLICATE_DEFAULT, least=0, most=DUPLICATE_MOST
    )
    known = kept.messages.get(kept.checked.get(digest, ""))
    recent = known is not None and known.at > call.world.clock.now() - seconds
    return known.msgid if known is not None and recent else None


def _count(call: Call, kept: AppMessages, agentid: int, people: int) -> None:
    day = int(fields.midnight(call.world.clock.now()) // DAY)
    key = f"{agentid} {day}"
    made = kept.sent.get(key, 0) + people
    if made > PERSON_TIMES * max(1, len(call.corp.staff)):
        raise TOO_OFTEN.error()
    kept.sent[key] = made


def _code(call: Call, kept: AppMessages) -> ResponseCode:
    found = kept.codes.get(fields.optional_text(call.body, "response_code"))
    if found is None or found.used or found.expires_at < call.world.clock.now():
        raise errors.INVALID_RESPONSE_CODE.error()
    if found.agentid != call.app.agentid:
        raise errors.USED_CARD.error()
    return found


async def update_card(call: Call) -> dict[str, Any]:
    """Make a card's button unclickable, or put another card in its place."""
    check_agent(call, call.body)
    kept = call.corp.of(AppMessages)
    users = fields.strings(call.body, "userids", most=USERS)
    fields.integers(call.body, "partyids", most=PARTIES)
    fields.integers(call.body, "tagids", most=TAGS)
    everybody = fields.flag(call.body, "atall")
    code = _code(call, kept)
    message = kept.messages[code.msgid]
    button = fields.optional_object(call.body, "button")
    card = fields.optional_object(call.body, "template_card")
    if card:
        card = check_card(call, card)
    elif not button.get("replace_name"):
        raise errors.INVALID_CARD_FIELD.error()
    else:
        card = {**message.body, "replace_text": button["replace_name"]}
    wanted = message.receivers if everybody else users or [code.userid]
    for userid in wanted:
        if userid in message.receivers:
            message.cards[userid] = card
    code.used = True
    call.world.changed()
    return {"invaliduser": [u for u in users if u not in message.receivers]}


async def recall(call: Call) -> dict[str, Any]:
    """Take a message back within 24 hours."""
    found = call.corp.of(AppMessages).messages.get(fields.text(call.body, "msgid"))
    if found is None or found.agentid != call.app.agentid:
        raise errors.INVALID_TASK.error()
    if found.at + RECALL_SECONDS < call.world.clock.now():
        raise errors.TOO_OLD_TO_RECALL.error()
    found.recalled = True
    call.world.changed()
    return {}


async def update_task_card(call: Call) -> dict[str, Any]:
    """The older card: its button shows what was chosen."""
    check_agent(call, call.body)
    users = fields.strings(call.body, "userids", most=USERS, required=True)
    task, name = fields.text(call.body, "task_id"), fields.text(call.body, "replace_name")
    kept = call.corp.of(AppMessages)
    message = next(
        (
            m
            for m in kept.messages.values()
            if m.agentid == call.app.agentid and m.body.get("task_id") == task
        ),
        None,
    )
    if message is None:
        raise errors.INVALID_TASK.error()
    for userid in users:
        if userid in message.receivers:
            message.cards[userid] = {**message.body, "replace_text": name}
    call.world.changed()
    return {"invaliduser": [u for u in users if u not in message.receivers]}


async def statistics(_: Call) -> dict[str, Any]:
    """WeCom took this call away."""
    raise errors.GONE_API.error()


VERBS = {
    "message/send": Verb(
        "POST",
        send,
        document="90236",
        open="Whether a text above 2,048 bytes is cut or refused: switch text_overflow.",
    ),
    "message/update_template_card": Verb("POST", update_card, document="94888"),
    "message/recall": Verb("POST", recall, document="94867"),
    "message/update_taskcard": Verb("POST", update_task_card),
    "message/get_statistics": Verb("POST", statistics),
}
