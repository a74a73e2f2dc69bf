"""What a file says, as the database may keep it: its phone numbers are not readable there."""

import re
from typing import Final

_DAY: Final = r"(?<!\d)(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!-?\d)"
_NUMBER: Final = re.compile(rf"(?P<day>{_DAY})|\+?\d(?:[ \-]?\d){{8,}}")
"""Nine digits and more: phones of all countries, and the member numbers that are phones.

A day as it is usually written is none, also where a time follows it.
"""
_AHEAD: Final = 3
_BEHIND: Final = 4


def hide_numbers(told: str) -> str:
    """The same with the middle of long numbers hidden, enough to know them again."""
    return _NUMBER.sub(_hidden, told)


def _hidden(found: "re.Match[str]") -> str:
    digits = found[0]
    if found["day"]:
        return digits
    return f"{digits[:_AHEAD]}****{digits[-_BEHIND:]}"
