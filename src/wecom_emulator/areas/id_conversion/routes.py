"""Ids of one kind for ids of another (documents 90202, 95884, 94822)."""

from wecom_emulator.calls import Verb

VERBS: dict[str, Verb] = {}
