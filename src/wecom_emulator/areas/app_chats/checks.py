"""What WeCom looks at before an app makes or changes a chat."""

import re
from collections.abc import Mapping
from typing import Any

from wecom_emulator import fields
from wecom_emulator.calls import Call
from wecom_emulator.state import ROOT

from . import errors
from .state import AppChat, AppChats

NAME, LEAST, MOST = 50, 2, 2000
_CHATID = re.compile(r"[0-9A-Za-z]{1,32}", re.ASCII)


def check_root(call: Call) -> None:
    """Only an app that sees the whole corp has chats."""
    everybody = call.app.visible is None and call.app.visible_departments is None
    if not everybody and ROOT not in (call.app.visible_departments or ()):
        raise errors.NOT_ROOT.error()


def name_of(call: Call) -> str:
    """The name asked for."""
    name = fields.optional_text(call.body, "name")
    if len(name) > NAME:
        raise errors.INVALID_NAME.error()
    return name


def members_of(call: Call, name: str) -> list[str]:
    """Members who are there, each once."""
    found = [call.corp.member(userid) for userid in fields.strings(call.body, name)]
    if any(member is None for member in found):
        raise errors.INVALID_MEMBER.error()
    return list(dict.fromkeys(member.userid for member in found if member is not None))


def check_count(members: list[str]) -> None:
    """Whether so many may be in one chat."""
    if not LEAST <= len(members) <= MOST:
        raise errors.MEMBER_COUNT.error()


def new_chatid(call: Call) -> str | None:
    """The id asked for."""
    chatid = fields.optional_text(call.body, "chatid")
    if not chatid:
        return None
    if _CHATID.fullmatch(chatid) is None:
        raise errors.INVALID_CHAT.error()
    if chatid in call.corp.of(AppChats).chats:
        raise errors.CHAT_EXISTS.error()
    return chatid


def chat_of(call: Call, told: Mapping[str, Any]) -> AppChat:
    """The chat a call names, one of this app."""
    chatid = fields.text(told, "chatid", missing=errors.MISSING_CHAT)
    chat = call.corp.of(AppChats).chats.get(chatid)
    if chat is None:
        raise errors.INVALID_CHAT.error()
    if chat.agentid != call.app.agentid:
        raise errors.NOT_MY_CHAT.error()
    return chat
