"""Rules of groups and the book of breaches: the front door."""

from .book import Asked as AskedBreaches
from .book import find_members, list_breaches, read_breach
from .breaches import change_settings, forgive_breach, read_settings, record_breach
from .hearing import HEARING
from .reading import list_owners, list_rules, read_rules
from .sets import change_rules, create_rules, delete_rules
from .skeletons import ready as read_skeletons
from .standing import Asked as AskedGroups
from .standing import (
    find_chat,
    list_groups,
    list_nicknames,
    list_own,
    read_of_chat,
    read_of_group,
)

__all__ = (
    "HEARING",
    "AskedBreaches",
    "AskedGroups",
    "change_rules",
    "change_settings",
    "create_rules",
    "delete_rules",
    "find_chat",
    "find_members",
    "forgive_breach",
    "list_breaches",
    "list_groups",
    "list_nicknames",
    "list_own",
    "list_owners",
    "list_rules",
    "read_breach",
    "read_of_chat",
    "read_of_group",
    "read_rules",
    "read_settings",
    "read_skeletons",
    "record_breach",
)
