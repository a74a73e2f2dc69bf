"""Gifts for adding: the front door."""

from .editing import change_gift, create_gift, publish_gift, stop_gift
from .outsiders import clear_outsider, list_outsiders, mark_outsider
from .reading import (
    PATH,
    costs_by_channel,
    export_claims,
    find_by_slug,
    list_claims,
    list_gifts,
    names_of,
    over_among,
    read_gift,
    read_page,
)
from .stocking import add_codes
from .taking import change_rules, judge, list_takers, read_rules
from .till import claim
from .watching import tell_low

__all__ = (
    "PATH",
    "add_codes",
    "change_gift",
    "change_rules",
    "claim",
    "clear_outsider",
    "costs_by_channel",
    "create_gift",
    "export_claims",
    "find_by_slug",
    "judge",
    "list_claims",
    "list_gifts",
    "list_outsiders",
    "list_takers",
    "mark_outsider",
    "names_of",
    "over_among",
    "publish_gift",
    "read_gift",
    "read_page",
    "read_rules",
    "stop_gift",
    "tell_low",
)
