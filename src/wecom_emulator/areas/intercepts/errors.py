"""Refusals: rules against words in chats."""

from wecom_emulator.errors import Refusal

TOO_MANY_WORDS = Refusal(41068, "word_list reaches the limit")
TOO_MANY_RULES = Refusal(41069, "intercept rules reach the limit")
UNKNOWN_ID = Refusal(41070, "invalid rule_id")
DELETED = Refusal(41071, "the rule is deleted")
TOO_WIDE = Refusal(41076, "applicable_range reaches the limit")
SAME_NAME = Refusal(41077, "rule_name exists already")
BAD_WORD = Refusal(41083, "invalid word in word_list")
BAD_MEANING = Refusal(41084, "invalid semantics_list")
