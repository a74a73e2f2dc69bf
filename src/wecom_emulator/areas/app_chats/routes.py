"""Group chats of an app (documents 90244, 90245, 90248)."""

from wecom_emulator.calls import Verb

VERBS: dict[str, Verb] = {}
