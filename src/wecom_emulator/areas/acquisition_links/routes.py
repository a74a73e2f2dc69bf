"""Customer acquisition links (documents 97297, 97298, 97375)."""

from wecom_emulator.calls import Verb

VERBS: dict[str, Verb] = {}
