"""Refusals: product albums."""

from wecom_emulator.errors import Refusal

TOO_MANY_PICTURES = Refusal(41064, "too many attachments")
UNKNOWN_KIND = Refusal(41065, "invalid attachment type")
DELETED = Refusal(41074, "the product album is deleted")
UNKNOWN_ID = Refusal(41075, "invalid product_id")
BAD_NUMBER = Refusal(41085, "invalid product_sn")
BAD_PRICE = Refusal(41086, "invalid price")
BAD_DESCRIPTION = Refusal(41087, "invalid description")
NO_PICTURES = Refusal(41088, "attachments are empty")
LIBRARY_FULL = Refusal(41202, "product albums reach the limit")
