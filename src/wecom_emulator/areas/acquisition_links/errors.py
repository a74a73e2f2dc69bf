"""How acquisition links are refused (document 97297)."""

from wecom_emulator.errors import INVALID_PARAMETER, Refusal

UNKNOWN_LINK = Refusal(INVALID_PARAMETER.errcode, "invalid link_id. invalid Request Parameter")
TOO_MANY_LINKS = Refusal(41095, "customer acquisition link count over limit")
PRIORITY_NOT_ALLOWED = Refusal(41200, "priority option is not allowed")
NO_CATEGORY = Refusal(41305, "business category is not set")
INVALID_KEY = Refusal(41201, "invalid chat key")
NO_PROVIDER = Refusal(846000, "not a third-party app")
