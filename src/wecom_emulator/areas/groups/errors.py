"""Refusals: customer groups and statistics."""

from wecom_emulator.errors import Refusal

NOT_CUSTOMER_GROUP = Refusal(90501, "chat is not external group chat")
NO_GROUP_OF_OURS = Refusal(90509, "chat is not a customer group of wework")
UNKNOWN_OPENGID = Refusal(90511, "invalid opengid")
MISSING_OPENGID = Refusal(40058, "missing opengid. invalid Request Parameter")
UNKNOWN_USERID = Refusal(40003, "invalid userid")
NOBODY = Refusal(40058, "userid and partyid are both empty. invalid Request Parameter")
