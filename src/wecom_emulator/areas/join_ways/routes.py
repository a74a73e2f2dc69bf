"""Codes that lead into a customer group (document 92229)."""

from wecom_emulator.calls import Verb

VERBS: dict[str, Verb] = {}
