"""How codes into customer groups are refused (document 92229)."""

from wecom_emulator.errors import Refusal

MISSING_ID = Refusal(41043, "missing config_id")
UNKNOWN_ID = Refusal(41044, "invalid config_id")
QUOTA_FULL = Refusal(41045, "contact way reaches the limit")
TOO_MANY_GROUPS = Refusal(41091, "too many groups in join way")
NO_CUSTOMER_GROUP = Refusal(90501, "chat is not external group chat")
