"""The album of products (document 95096)."""

from wecom_emulator.calls import Verb

VERBS: dict[str, Verb] = {}
