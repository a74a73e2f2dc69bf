"""Group chats of an app (documents 90244 to 90248)."""

import secrets
from typing import Any

from wecom_emulator import fields
from wecom_emulator.areas.app_messages.checks import content
from wecom_emulator.calls import Call, Verb
from wecom_emulator.errors import TOO_OFTEN

from . import errors
from .checks import chat_of, check_count, check_root, members_of, name_of, new_chatid
from .state import AppChat, AppChats

MINUTE, HOUR, DAY = 60, 3600, 86_400


def _count(call: Call, what: str, seconds: int, most: int, more: int = 1) -> None:
    kept = call.corp.of(AppChats)
    if not kept.count(what, call.world.clock.now(), seconds, most, more):
        raise TOO_OFTEN.error()


async def create(call: Call) -> dict[str, Any]:
    """Make one; without an owner one of its members is it."""
    check_root(call)
    name, chatid, members = name_of(call), new_chatid(call), members_of(call, "userlist")
    check_count(members)
    owner = fields.optional_text(call.body, "owner") or call.world.chance.choice(members)
    if owner not in members:
        raise errors.INVALID_OWNER.error()
    _count(call, "create", DAY, call.world.limits.app_chats_a_day)
    chatid = chatid or secrets.token_hex(16)
    call.corp.of(AppChats).chats[chatid] = AppChat(chatid, name, owner, members, call.app.agentid)
    call.world.changed()
    return {"chatid": chatid}


async def update(call: Call) -> dict[str, Any]:
    """Change its name, owner or members."""
    chat = chat_of(call, call.body)
    name = name_of(call) or chat.name
    gone = set(members_of(call, "del_user_list"))
    members = [userid for userid in chat.userlist if userid not in gone]
    members += [userid for userid in members_of(call, "add_user_list") if userid not in members]
    check_count(members)
    owner = fields.optional_text(call.body, "owner") or chat.owner
    if owner not in members:
        raise errors.INVALID_OWNER.error()
    _count(call, "change", HOUR, call.world.limits.app_chat_changes_an_hour)
    chat.name, chat.owner, chat.userlist = name, owner, members
    call.world.changed()
    return {}


async def get(call: Call) -> dict[str, Any]:
    """One with its members."""
    chat = chat_of(call, call.query)
    return {
        "chat_info": {
            "chatid": chat.chatid,
            "name": chat.name,
            "owner": chat.owner,
            "userlist": chat.userlist,
            "chat_type": 0,
        }
    }


async def send(call: Call) -> dict[str, Any]:
    """Say something in it."""
    chat = chat_of(call, call.body)
    kind, body = content(call, chat=True)
    fields.integer(call.body, "safe", 0, least=0, most=1)
    _count(call, "push", MINUTE, call.world.limits.app_chat_pushes_a_minute, len(chat.userlist))
    chat.said.append({"at": call.world.clock.now(), "msgtype": kind, "body": body})
    call.world.changed()
    return {}


VERBS = {
    "appchat/create": Verb("POST", create, document="90245"),
    "appchat/update": Verb("POST", update, document="90246"),
    "appchat/get": Verb("GET", get, document="90247"),
    "appchat/send": Verb("POST", send, document="90248"),
}
