"""Phone numbers as they are kept: one way of writing for one number."""

import re
import unicodedata
from typing import Final

_MARKS: Final = re.compile(r"[\s\-()·.\u2010-\u2015]")
_CHINESE: Final = re.compile(r"1[3-9]\d{9}", re.ASCII)
_FOREIGN: Final = re.compile(r"\+[1-9]\d{6,14}", re.ASCII)
_WITH_CODE: Final = 13
"""86 and eleven digits."""


def phone_of(told: str) -> str | None:
    """Eleven digits without +86, other countries with + and code; None for what is no phone.

    The same as files are read with, so that a number is known again wherever it came from.
    """
    digits = _MARKS.sub("", unicodedata.normalize("NFKC", told))
    if digits.startswith("00"):
        digits = "+" + digits[2:]
    bare = digits.removeprefix("+86") if digits.startswith("+86") else digits
    if bare.startswith("86") and len(bare) == _WITH_CODE:
        bare = bare[2:]
    if _CHINESE.fullmatch(bare):
        return bare
    if _FOREIGN.fullmatch(digits) and not digits.startswith("+86"):
        return digits
    return None
