"""Rule groups of customers and of Moments (documents 94883, 94890)."""

from wecom_emulator.calls import Verb

VERBS: dict[str, Verb] = {}
