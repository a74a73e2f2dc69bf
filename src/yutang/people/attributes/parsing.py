"""From what people write to a value that fits its field, and back."""

import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from .errors import FieldValueError
from .schemas import (
    LONG_TEXT_LENGTH,
    NO_VALUE,
    TEXT_LENGTH,
    FieldRead,
    Kind,
    Operator,
    Pattern,
    Raw,
    Value,
)

OPERATORS: dict[Kind, tuple[Operator, ...]] = {
    "text": ("eq", "in", "empty", "present"),
    "long_text": ("empty", "present"),
    "number": ("eq", "in", "lt", "lte", "gt", "gte", "between", "empty", "present"),
    "money": ("eq", "in", "lt", "lte", "gt", "gte", "between", "empty", "present"),
    "date": ("eq", "in", "lt", "lte", "gt", "gte", "between", "empty", "present"),
    "yes_no": ("eq", "empty", "present"),
    "one_of": ("eq", "in", "empty", "present"),
    "several_of": ("eq", "in", "empty", "present"),
}
"""For several_of `eq` asks for all of the given options, `in` for any."""

TOLD_KINDS: frozenset[Kind] = frozenset(
    {"number", "money", "date", "yes_no", "one_of", "several_of"}
)
"""Kinds whose values cannot be a name: they may stand in the event log."""

PATTERNS: dict[Pattern, re.Pattern[str]] = {
    "digits": re.compile(r"[0-9]+"),
    "letters_digits": re.compile(r"[A-Za-z0-9]+"),
    "email": re.compile(r"[^@\s]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,4}"),
    "web_address": re.compile(r"https?://[^\s/?#]{1,253}[^\s]*"),
}
PATTERN_WORDS: dict[Pattern, str] = {
    "digits": "digits only",
    "letters_digits": "letters and digits only",
    "email": "an e-mail address like name@example.com",
    "web_address": "an address like https://example.com",
}

YES = frozenset({"yes", "y", "true", "1", "是", "有", "对"})
NO = frozenset({"no", "n", "false", "0", "否", "无", "没有", "不是"})
SEPARATORS = re.compile(r"[,，;；、|\n]+")
DATE_SHAPES = (
    re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2})?)?"),
    re.compile(r"(\d{4})(\d{2})(\d{2})"),
    re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?"),
)
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2100, 12, 31)
LARGEST = 10**17
"""In parts: far inside 64 bits, so that sums of many stay there too."""
FEN = 2


def parse(field: FieldRead, raw: Raw) -> Value:
    """The value that `raw` means for this field; blank text, None and an empty list mean none.

    Raises FieldValueError with what is wrong and what would fit.
    """
    if raw is None or (isinstance(raw, str) and not raw.strip()) or raw == []:
        return NO_VALUE
    match field.kind:
        case "text":
            return Value(word=_text(field, raw, TEXT_LENGTH))
        case "long_text":
            return Value(prose=_text(field, raw, LONG_TEXT_LENGTH, lines=True))
        case "number":
            return Value(number=_number(field, raw, field.decimals))
        case "money":
            return Value(number=_number(field, raw, FEN))
        case "date":
            return Value(day=_day(field, raw))
        case "yes_no":
            return Value(number=_yes_no(field, raw))
        case "one_of":
            return Value(word=_option(field, str(raw).strip()))
        case "several_of":
            return Value(choices=_options(field, raw))


def _text(field: FieldRead, raw: Raw, longest: int, *, lines: bool = False) -> str:
    if isinstance(raw, list | bool):
        raise _wrong(field, "this is no text")
    text = str(raw).replace("\r\n", "\n").strip()
    if any(unicodedata.category(c) == "Cc" and not (lines and c in "\n\t") for c in text):
        raise _wrong(field, "line breaks and control characters do not fit here")
    longest = min(field.rules.max_length or longest, longest)
    if len(text) > longest:
        raise _wrong(field, f"at most {longest} characters fit, these are {len(text)}")
    shortest = field.rules.min_length or 0
    if len(text) < shortest:
        raise _wrong(field, f"at least {shortest} characters are needed, these are {len(text)}")
    pattern = field.rules.pattern
    if pattern is not None and not PATTERNS[pattern].fullmatch(text):
        raise _wrong(field, f"write {PATTERN_WORDS[pattern]}")
    return text


def _number(field: FieldRead, raw: Raw, decimals: int) -> int:
    if isinstance(raw, bool | list | date):
        raise _wrong(field, "this is no number")
    text = unicodedata.normalize("NFKC", str(raw)).strip().lstrip("¥").replace(",", "").strip()
    if field.unit:
        text = text.removesuffix(field.unit).strip()
    if field.kind == "money":
        text = text.removesuffix("元").strip()
    try:
        number = Decimal(text)
    except InvalidOperation as error:
        raise _wrong(field, f"{_cut(str(raw))} is no number") from error
    if not number.is_finite():
        raise _wrong(field, f"{_cut(str(raw))} is no number")
    # Asked before scaling: a huge exponent would be worked out digit by digit.
    if number and not -(decimals + 40) <= number.adjusted() < len(str(LARGEST)) - decimals:
        raise _wrong(field, "the number is too large or too small")
    parts = number.scaleb(decimals)
    if parts != parts.to_integral_value():
        raise _wrong(field, f"at most {decimals} digits behind the point")
    least, most = field.rules.least, field.rules.most
    if least is not None and number < least:
        raise _wrong(field, f"at least {least:f}, this is {_cut(f'{number:f}')}")
    if most is not None and number > most:
        raise _wrong(field, f"at most {most:f}, this is {_cut(f'{number:f}')}")
    return int(parts)


def _day(field: FieldRead, raw: Raw) -> date:
    if isinstance(raw, datetime):
        day = raw.date()
    elif isinstance(raw, date):
        day = raw
    else:
        text = unicodedata.normalize("NFKC", str(raw)).strip()
        found = next((m for shape in DATE_SHAPES if (m := shape.fullmatch(text))), None)
        if found is None:
            raise _wrong(field, f"{_cut(text)} is no day: write it like 2026-11-26")
        year, month, number = (int(part) for part in found.groups()[:3])
        try:
            day = date(year, month, number)
        except ValueError as error:
            raise _wrong(field, f"there is no {year}-{month:02}-{number:02}") from error
    earliest = field.rules.earliest or FIRST_DAY
    latest = field.rules.latest or LAST_DAY
    if not earliest <= day <= latest:
        raise _wrong(field, f"a day from {earliest} to {latest}, this is {day}")
    return day


def _yes_no(field: FieldRead, raw: Raw) -> int:
    word = unicodedata.normalize("NFKC", str(raw)).strip().lower()
    if word in YES:
        return 1
    if word in NO:
        return 0
    raise _wrong(field, f"{_cut(word)} is neither yes (是) nor no (否)")


def _option(field: FieldRead, word: str) -> str:
    living = [option for option in field.options if not option.archived]
    for option in living:
        if word in {option.key, option.label}:
            return option.key
    shown = "、".join(option.label for option in living[:10])
    raise _wrong(field, f"{_cut(word)} is none of its options ({shown})")


def _options(field: FieldRead, raw: Raw) -> tuple[str, ...]:
    words = raw if isinstance(raw, list) else SEPARATORS.split(str(raw))
    chosen = {_option(field, str(word).strip()) for word in words if str(word).strip()}
    return tuple(option.key for option in field.options if option.key in chosen)


def _cut(text: str) -> str:
    """Enough of it to be found again."""
    return text if len(text) <= 40 else f"{text[:40]}…"  # noqa: PLR2004 - a line's width


def _wrong(field: FieldRead, problem: str) -> FieldValueError:
    return FieldValueError(field.id, field.name, problem)


def tell(field: FieldRead, value: Value) -> str | list[str]:
    """The value as the parser takes it back; see `ValueRead`."""
    if value.choices is not None:
        return list(value.choices)
    if value.day is not None:
        return value.day.isoformat()
    if value.number is not None:
        if field.kind == "yes_no":
            return "yes" if value.number else "no"
        decimals = FEN if field.kind == "money" else field.decimals
        return f"{Decimal(value.number).scaleb(-decimals):f}"
    return value.word or value.prose or ""


def words(field: FieldRead, value: Value) -> list[str]:
    """The value as people read it: options by their labels, a number with its unit.

    Of yes_no "yes" or "no", which the page says in its reader's language.
    """
    told = tell(field, value)
    if field.kind in {"one_of", "several_of"}:
        labels = {option.key: option.label for option in field.options}
        return [labels.get(key, key) for key in (told if isinstance(told, list) else [told])]
    if isinstance(told, list):
        return told
    if field.kind == "number":
        short = told.rstrip("0").rstrip(".") if "." in told else told
        return [f"{short} {field.unit}".strip()]
    return [told]


def from_event(field: FieldRead, told: object) -> Value:
    """The value that an event holds of a field of a told kind."""
    match told:
        case list():
            return Value(choices=tuple(str(key) for key in told))
        case int():
            return Value(number=told)
        case str() if field.kind == "date":
            return Value(day=date.fromisoformat(told))
        case str():
            return Value(word=told)
        case _:
            return NO_VALUE
