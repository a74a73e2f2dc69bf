"""What a value may hold: no names and phones, no characters that no database takes."""

import re
from datetime import datetime
from functools import lru_cache
from typing import Any, Final

from .builtin import plainly, usual_handling
from .schemas import DEPTH, LIST_ITEMS, STRING_BYTES

SUSPECT: Final = re.compile(r"1[3-9]\d[ -]?\d{4}[ -]?\d{4}|\d{17}[\dXx]|@|[\x00\ud800-\udfff]")
"""One look at a string that finds whatever must be looked at closer."""
_BROKEN: Final = re.compile(r"[\ud800-\udfff]")
_PHONE: Final = re.compile(r"(?<![\d.])(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\d.]\d|\d)")
_CARD: Final = re.compile(r"(?<!\d)\d{17}[\dXx](?![\dXx])")
_MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS: Final = "10X98765432"
_NAME: Final = re.compile(r"[\w.-]{1,100}")
_TIME: Final = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?"
)
_TIME_CHARS: Final = 10
LEAST_PHONE: Final = 13_000_000_000
_PHONES: Final = range(LEAST_PHONE, 20_000_000_000)
_CARDS: Final = range(10**17, 10**18)
GONE: Final = "•••"
_EXAMPLE_CHARS: Final = 40


def is_card(digits: str) -> bool:
    """Whether 18 characters are an ID-card number: its last one is a checksum."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False))
    return _CHECKS[total % 11] == digits[17].upper()


def mend(words: str) -> str:
    """Without NUL; halves of characters, which cutting an emoji leaves, become a question mark."""
    return _BROKEN.sub("\ufffd", words.replace("\x00", ""))


def redact(words: str) -> str:
    """With phones, ID-card numbers and e-mail addresses replaced; the same object where none is."""
    found = _PHONE.sub(GONE, words)
    found = _CARD.sub(lambda one: GONE if is_card(one.group()) else one.group(), found)
    if "@" in found:
        found = _MAIL.sub(GONE, found)
    return words if found == words else found


def is_personal_number(value: float) -> bool:
    """Whether a number is a phone or an ID-card number."""
    if isinstance(value, float):
        return value.is_integer() and int(value) in _PHONES
    return value in _PHONES or (value in _CARDS and is_card(str(value)))


def is_time(words: str) -> bool:
    """Whether it is a moment or a day as ISO 8601 writes them."""
    if len(words) < _TIME_CHARS or _TIME.fullmatch(words) is None:
        return False
    try:
        datetime.fromisoformat(words)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=4096)
def property_name(said: str) -> str | None:
    """As it is written to the log; null where no rule makes a name of it."""
    name = said.strip().lstrip("$").replace(" ", "_")
    return name if _NAME.fullmatch(name) else None


def too_long(words: str) -> bool:
    """Whether it is over the limit of a string, which counts bytes."""
    if len(words) * 4 <= STRING_BYTES:
        return False
    return len(words) > STRING_BYTES or len(words.encode("utf-8", "replace")) > STRING_BYTES


class UnfitError(Exception):
    """A value that cannot be written as it is; its code is a `Refusal`."""

    def __init__(self, words: str, code: str) -> None:
        super().__init__(words)
        self.code, self.words = code, words


def clean_text(words: str, *, plain: bool) -> tuple[str, bool]:
    """A string as it may be written, and whether something was taken out. Raises UnfitError."""
    if too_long(words):
        message = f"over {STRING_BYTES:,} bytes"
        raise UnfitError(message, "too_long")
    if SUSPECT.search(words) is None:
        return words, False
    words = mend(words)
    if plain:
        return words, False
    cleaned = redact(words)
    return cleaned, cleaned is not words


def clean_list(values: list[Any], *, plain: bool) -> tuple[list[str], bool]:
    """A list of strings, of numbers too, without what is personal. Raises UnfitError."""
    if len(values) > LIST_ITEMS:
        message = f"over {LIST_ITEMS} values"
        raise UnfitError(message, "too_long")
    kept, redacted = [], False
    for value in values:
        if value is None:
            continue
        if isinstance(value, dict | list):
            message = "a list of objects; a list may hold strings"
            raise UnfitError(message, "wrong_type")
        words, gone = clean_text(_in_words(value), plain=plain)
        redacted |= gone
        if words != GONE:
            kept.append(words)
    return kept, redacted


def clean_items(values: Any, depth: int = 2) -> tuple[Any, bool]:
    """Items of a built-in kind, cleaned to their depth. Raises UnfitError."""
    if depth > DEPTH:
        message = f"deeper than {DEPTH} levels"
        raise UnfitError(message, "too_deep")
    if isinstance(values, list):
        if len(values) > LIST_ITEMS:
            message = f"over {LIST_ITEMS} values"
            raise UnfitError(message, "too_long")
        cleaned = [clean_items(one, depth + 1) for one in values]
        return [one for one, _ in cleaned], any(gone for _, gone in cleaned)
    if isinstance(values, dict):
        told, redacted = {}, False
        for said, value in values.items():
            name = property_name(said)
            if name is None or usual_handling(name) != "keep":
                redacted = True
                continue
            told[name], gone = clean_items(value, depth + 1)
            redacted |= gone
        return told, redacted
    if isinstance(values, str):
        return clean_text(values, plain=len(values) <= _EXAMPLE_CHARS and not _is_phone(values))
    if isinstance(values, float) and values - values != 0:
        return None, False
    return values, False


def _is_phone(words: str) -> bool:
    return _PHONE.fullmatch(words) is not None or _MAIL.search(words) is not None


def _in_words(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def convert(value: Any, wanted: str) -> Any:
    """A value of another type as the wanted one; null where it is none."""
    if isinstance(value, dict) or wanted == "items":
        return None
    if wanted == "string":
        return None if isinstance(value, list) else _in_words(value)
    if wanted == "list":
        return [value]
    if not isinstance(value, str):
        return bool(value) if wanted == "boolean" and value in (0, 1) else None
    words = value.strip()
    if wanted == "number":
        try:
            number = float(words.replace(",", ""))
        except ValueError:
            return None
        if number - number != 0:
            return None
        return int(number) if number.is_integer() and "." not in words else number
    if wanted == "boolean":
        return {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}.get(
            words.casefold()
        )
    return words if is_time(words) else None


def example_of(name: str, value: Any) -> str:
    """A value for people's eyes: what may be personal is hidden, what is long is cut."""
    if usual_handling(name) != "keep":
        return GONE
    if isinstance(value, dict):
        return "{" + ", ".join(mend(str(one))[:_EXAMPLE_CHARS] for one in list(value)[:5]) + "}"
    if isinstance(value, list):
        return f"[{len(value)}]"
    words = redact(mend(_in_words(value)[:1000]))
    return words if len(words) <= _EXAMPLE_CHARS else words[: _EXAMPLE_CHARS - 1] + "…"


def examples_of(props: dict[str, Any]) -> dict[str, str]:
    """The first properties of an event, masked."""
    return {
        mend(name)[:100]: example_of(plainly(name), value)
        for name, value in list(props.items())[:12]
    }
