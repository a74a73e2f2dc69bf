"""Broadcasts that members confirm (documents 92135, 93338, 97610, 97611)."""

from wecom_emulator.calls import Verb

VERBS: dict[str, Verb] = {}
