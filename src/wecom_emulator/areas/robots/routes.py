"""Robots of group chats (document 91770)."""

from wecom_emulator.calls import Verb

VERBS: dict[str, Verb] = {}
