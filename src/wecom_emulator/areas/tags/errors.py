"""Refusals: corp and strategy tags."""

from wecom_emulator.errors import Refusal, RefusalError

UNKNOWN_TAG = Refusal(40068, "invalid tagid")
NAMELESS = Refusal(40068, "missing or invalid id")
NAME_LENGTH = Refusal(40072, "invalid tag name length")
NAME_TAKEN = Refusal(40071, "tag name already exist")
LIBRARY_FULL = Refusal(40126, "tag count reaches the limit")
NO_IDS = Refusal(40063, "tag_id and group_id are both empty")
NO_MARKS = Refusal(40058, "add_tag and remove_tag are both empty. invalid Request Parameter")
TOO_MANY_IDS = Refusal(41111, "invalid tag count")
TOO_MANY_TAGS = Refusal(40144, "too many tags on the external contact")
NO_RIGHT = Refusal(81011, "no permission to the tag")
NOT_FIRST_LEVEL = Refusal(40058, "strategy_id is not of the first level. invalid Request Parameter")


def unknown(id_: str) -> RefusalError:
    """40068 as WeCom words it when it names the id."""
    return Refusal(40068, f"invalid string value `{id_}`. invalid tagid/groupid").error()
