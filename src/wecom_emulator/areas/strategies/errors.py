"""Refusals: rule groups of customers and of Moments."""

from wecom_emulator.errors import Refusal

OUT_OF_RANGE = Refusal(60030, "not in the visible range")
UNKNOWN_STRATEGY = Refusal(40058, "invalid strategy_id. invalid Request Parameter")
OUTSIDE_PARENT = Refusal(40058, "range exceeds that of the parent. invalid Request Parameter")
TOO_DEEP = Refusal(40058, "too many levels of rule groups. invalid Request Parameter")
TOO_MANY_NODES = Refusal(40058, "too many range nodes. invalid Request Parameter")
