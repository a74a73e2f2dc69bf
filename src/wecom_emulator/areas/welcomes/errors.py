"""Refusals: the welcome message: within 20 s of the event, once a code."""

from wecom_emulator.errors import Refusal

MISSING_CODE = Refusal(41049, "missing or invalid welcome_code")
INVALID_CODE = Refusal(41050, "invalid welcome code")
CHATTING = Refusal(41051, "externaluser has started chatting")
NO_CONSENT = Refusal(41053, "the archive is not agreed to")
DISTRIBUTING = Refusal(41096, "welcome msg is being distributed")
