"""The library of welcomes for groups (document 92366)."""

from wecom_emulator.calls import Verb

VERBS: dict[str, Verb] = {}
