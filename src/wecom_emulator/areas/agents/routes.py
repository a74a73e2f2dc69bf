"""The app itself: settings, menu, workbench (documents 90227, 90228, 90231)."""

from wecom_emulator.calls import Verb

VERBS: dict[str, Verb] = {}
