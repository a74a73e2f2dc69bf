"""Refusals: group chats of an app."""

from wecom_emulator.errors import Refusal

INVALID_CHAT = Refusal(86001, "chatid invalid")
MISSING_CHAT = Refusal(86003, "missing chatid")
INVALID_NAME = Refusal(86004, "invalid chat name")
INVALID_OWNER = Refusal(86005, "invalid chat owner")
MEMBER_COUNT = Refusal(86006, "invalid chat member count")
INVALID_MEMBER = Refusal(86007, "invalid chat member")
NOT_MY_CHAT = Refusal(86008, "chat is not created by this app")
CHAT_EXISTS = Refusal(86215, "chat id existed")
NOT_ROOT = Refusal(60011, "no privilege to access/modify contact/party/agent")
