"""Refusals: tags of members."""

from wecom_emulator.errors import Refusal

BOTH_EMPTY = Refusal(40035, "invalid parameter")
INVALID_TAG = Refusal(40068, "invalid tagid")
NOBODY_VALID = Refusal(40070, "all list is invalid")
NAME_TAKEN = Refusal(40071, "invalid tagname: already exist")
NAME_LENGTH = Refusal(40072, "invalid tagname length")
FOREIGN = Refusal(81011, "no permission of the tag")
TOO_MANY = Refusal(81003, "node count exceed limit")
TOO_MANY_AT_ONCE = Refusal(81014, "too many nodes in one call")
