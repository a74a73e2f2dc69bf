"""Welcomes of groups and keyword replies: the front door."""

from .reaching import count as count_reach
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
    "change_reply",
    "change_welcome",
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
    "read_reply",
    "read_welcome",
    "retry_welcome",
)
