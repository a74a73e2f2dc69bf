"""Moments that members confirm (documents 93506, 95094, 97612, 93333)."""

from wecom_emulator.calls import Verb

VERBS: dict[str, Verb] = {}
