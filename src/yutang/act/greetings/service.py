"""The front door of welcomes."""

from .reading import list_greetings, plain_of, read_greeting, which_applies
from .writing import change_greeting, create_greeting, delete_greeting, set_plain

__all__ = (
    "change_greeting",
    "create_greeting",
    "delete_greeting",
    "list_greetings",
    "plain_of",
    "read_greeting",
    "set_plain",
    "which_applies",
)
