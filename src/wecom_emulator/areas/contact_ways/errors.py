"""How contact ways are refused (document 92228)."""

from wecom_emulator.errors import Refusal

MISSING_TYPE = Refusal(41037, "missing contact way type")
MISSING_SCENE = Refusal(41038, "missing contact way scene")
INVALID_TYPE = Refusal(41039, "invalid contact way type")
INVALID_SCENE = Refusal(41040, "invalid contact way scene")
TOO_MANY_MEMBERS = Refusal(41041, "too many users in contact way")
INVALID_STYLE = Refusal(41042, "invalid contact way style")
MISSING_ID = Refusal(41043, "missing config_id")
UNKNOWN_ID = Refusal(41044, "invalid config_id")
QUOTA_FULL = Refusal(41045, "contact way reaches the limit")
NOT_ACTIVATED = Refusal(41054, "user is not activated")
NOT_VERIFIED = Refusal(40098, "user is not real-name verified")
NO_DEVELOPER = Refusal(41057, "no wechat developer account is bound")
NO_TEMPORARY_CHATS = Refusal(48001, "api unauthorized")
"""For a corp that is no medical one."""
