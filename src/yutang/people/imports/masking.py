"""What a file says, as the database may keep it: its phone numbers are not readable there."""

import re
from typing import Final

_NUMBER: Final = re.compile(r"\+?\d(?:[ \-]?\d){8,}")
"""Nine digits and more: phones of all countries, and the member numbers that are phones."""
_AHEAD: Final = 3
_BEHIND: Final = 4


def hide_numbers(told: str) -> str:
    """The same with the middle of long numbers hidden, enough to know them again."""
    return _NUMBER.sub(_hidden, told)


def _hidden(found: "re.Match[str]") -> str:
    digits = found[0]
    return f"{digits[:_AHEAD]}****{digits[-_BEHIND:]}"
