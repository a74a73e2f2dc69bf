"""Refusals: broadcasts that members confirm."""

from wecom_emulator.errors import Refusal

MISSING_ID = Refusal(41046, "missing msgid")
UNKNOWN_ID = Refusal(41047, "invalid msgid")
NOBODY = Refusal(41048, "no customer to send to")
DISPATCHING = Refusal(41063, "the message is still being dispatched")
CANCELLED = Refusal(41093, "the message is cancelled already")
REMINDED_ENOUGH = Refusal(41094, "reminders reach the limit")
UNKNOWN_CHAT_TYPE = Refusal(86214, "invalid chat_type")
NO_RECIPIENTS = Refusal(
    40058, "sender, external_userid and tag_filter are all empty. invalid Request Parameter"
)
