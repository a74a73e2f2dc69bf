"""The front door of welcomes."""

from .checking import check as check_content
from .media import upload
from .reading import list_greetings, plain_of, read_greeting, refs_of, which_applies
from .writing import (
    change_greeting,
    create_greeting,
    delete_greeting,
    greet_new,
    set_plain,
)

__all__ = (
    "change_greeting",
    "check_content",
    "create_greeting",
    "delete_greeting",
    "greet_new",
    "list_greetings",
    "plain_of",
    "read_greeting",
    "refs_of",
    "set_plain",
    "upload",
    "which_applies",
)
