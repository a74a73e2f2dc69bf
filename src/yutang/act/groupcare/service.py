"""Welcomes of groups and keyword replies: the front door."""

from .reaching import REACHED as REACHED_SQL
from .reaching import check as check_reach
from .reaching import columns as reach_columns
from .reaching import count as count_reach
from .reaching import name_all as name_reaches
from .reading import list_owners, list_welcomes, read_welcome
from .replies import (
    change_reply,
    create_reply,
    delete_reply,
    enter_reply,
    list_replies,
    read_reply,
)
from .writing import (
    change_welcome,
    check_welcomes,
    create_welcome,
    delete_welcome,
    retry_welcome,
)

__all__ = (
    "REACHED_SQL",
    "change_reply",
    "change_welcome",
    "check_reach",
    "check_welcomes",
    "count_reach",
    "create_reply",
    "create_welcome",
    "delete_reply",
    "delete_welcome",
    "enter_reply",
    "list_owners",
    "list_replies",
    "list_welcomes",
    "name_reaches",
    "reach_columns",
    "read_reply",
    "read_welcome",
    "retry_welcome",
)
