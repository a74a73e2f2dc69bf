"""Refusals: customers as the API shows them."""

from wecom_emulator.errors import Refusal

NOTHING_TO_CHANGE = Refusal(40058, "nothing to change. invalid Request Parameter")
UNLICENSED = Refusal(701008, "no licensed user")
EXPIRED_CURSOR = Refusal(50100, "cursor expired")
