"""What an app tells members (documents 90236, 94867, 94888)."""

from wecom_emulator.calls import Verb

VERBS: dict[str, Verb] = {}
