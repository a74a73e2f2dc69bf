"""Customers and groups handed to another member (documents 92124, 92125, 94096, 92127, 95703)."""

from wecom_emulator.calls import Verb

VERBS: dict[str, Verb] = {}
