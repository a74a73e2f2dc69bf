"""Words that members may not send (document 95097)."""

from wecom_emulator.calls import Verb

VERBS: dict[str, Verb] = {}
