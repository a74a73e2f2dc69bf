"""Refusals: robots of group chats."""

from wecom_emulator.errors import Refusal

INVALID_TYPE = Refusal(40008, "invalid message type")
UNFIT_PICTURE = Refusal(40009, "invalid image size")
LONG_TEXT = Refusal(45002, "content size out of limit")
EMPTY_TEXT = Refusal(44004, "empty content")
UNKNOWN_KEY = Refusal(93000, "invalid webhook url")
DISABLED = Refusal(93004, "robot is disabled")
ARTICLES = Refusal(45008, "article size out of limit")
