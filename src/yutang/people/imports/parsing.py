"""From what stands in a cell to what is stored; every refusal has a code and says what to do."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

NAME_LENGTH = 64
COMPANY_LENGTH = 100
ID_LENGTH = 64
TAG_LENGTH = 30
TAGS_AT_MOST = 50
OLDEST = date(1900, 1, 1)

_SEPARATORS = re.compile(r"[,，;；、|\n]+")
_PHONE_MARKS = re.compile(r"[\s\-‐‑–—.()（）·]+")
_CHINESE_PHONE = re.compile(r"1[3-9]\d{9}")
_FOREIGN_PHONE = re.compile(r"\+[1-9]\d{6,14}")
_ROUNDED = re.compile(r"\d(\.\d+)?e\+?\d+", re.IGNORECASE)
_DATES = (
    re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]0{1,2}:00(?::00(?:\.0+)?)?)?"),
    re.compile(r"(\d{4})(\d{2})(\d{2})"),
)
_GENDERS = {
    "男": "1", "男性": "1", "先生": "1", "m": "1", "male": "1", "1": "1",
    "女": "2", "女性": "2", "女士": "2", "小姐": "2", "f": "2", "female": "2", "2": "2",
    "未知": "0", "保密": "0", "unknown": "0", "0": "0",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wrong:
    """A cell that cannot be stored; `detail` is what its code leaves open."""

    code: str
    detail: str = ""


Parse = Callable[[str], str | Wrong | None]
"""From the trimmed cell, never empty and without control characters, to what is staged."""


def parse_name(text: str) -> str | Wrong:
    """At most 64 characters; emoji are characters."""
    name = " ".join(text.split())
    if len(name) > NAME_LENGTH:
        return Wrong("name.long", str(len(name)))
    return name


def parse_company(text: str) -> str | Wrong:
    """At most 100 characters."""
    name = " ".join(text.split())
    if len(name) > COMPANY_LENGTH:
        return Wrong("company.long", str(len(name)))
    return name


def parse_phone(text: str) -> str | Wrong:
    """Digits only, without +86; other countries keep their + and code."""
    if _ROUNDED.fullmatch(text):
        return Wrong("phone.rounded")
    digits = _PHONE_MARKS.sub("", unicodedata.normalize("NFKC", text))
    if digits.startswith("00"):
        digits = "+" + digits[2:]
    bare = digits.removeprefix("+86") if digits.startswith("+86") else digits
    if bare.startswith("86") and len(bare) == 13:  # noqa: PLR2004 - 86 and eleven digits
        bare = bare[2:]
    if _CHINESE_PHONE.fullmatch(bare):
        return bare
    if _FOREIGN_PHONE.fullmatch(digits) and not digits.startswith("+86"):
        return digits
    if not bare.removeprefix("+").isascii() or not bare.removeprefix("+").isdigit():
        return Wrong("phone.letters")
    return Wrong("phone.digits", str(len(bare)))


def parse_id(text: str) -> str | Wrong:
    """An id of at most 64 characters without blanks, kept as it is written."""
    if len(text) > ID_LENGTH:
        return Wrong("id.long", str(len(text)))
    if any(c.isspace() for c in text):
        return Wrong("id.blank")
    if _ROUNDED.fullmatch(text) and "+" in text:
        return Wrong("id.rounded")
    return text


def parse_gender(text: str) -> str | Wrong:
    """1 male, 2 female, 0 unknown."""
    return _GENDERS.get(text.lower()) or Wrong("gender.unknown")


def birthdays(today: date) -> Parse:
    """A parser of days that were, in ISO."""

    def parse(text: str) -> str | Wrong:
        found = next((m for shape in _DATES if (m := shape.fullmatch(text.replace(" ", "")))), None)
        if found is None:
            found = next((m for shape in _DATES if (m := shape.fullmatch(text))), None)
        if found is None:
            return Wrong("date.unreadable")
        year, month, day = (int(part) for part in found.groups())
        try:
            born = date(year, month, day)
        except ValueError:
            return Wrong("date.impossible", f"{year}-{month}-{day}")
        if born > today:
            return Wrong("date.future", born.isoformat())
        if born < OLDEST:
            return Wrong("date.ancient", born.isoformat())
        return born.isoformat()

    return parse


def chosen(code: str, known: dict[str, str]) -> Parse:
    """A parser of one of several names, in any case; others are wrong with `code`."""
    folded = {name.casefold(): key for name, key in known.items()}

    def parse(text: str) -> str | Wrong:
        key = folded.get(text.casefold())
        if key is None:
            return Wrong(code, "、".join(list(known)[:8]))
        return key

    return parse


def split_tags(text: str) -> list[str]:
    """Names between commas, semicolons, 、 or |, each once."""
    return list(dict.fromkeys(part for raw in _SEPARATORS.split(text) if (part := raw.strip())))


def tag_names(known: dict[str, int], *, create: bool) -> Parse:
    """A parser of tags to their ids with commas between; new ones stay names where `create`.

    A name that is to be made is staged as `+name`.
    """

    def parse(text: str) -> str | Wrong | None:
        names = split_tags(text)
        if len(names) > TAGS_AT_MOST:
            return Wrong("tag.many", str(len(names)))
        parts = []
        for name in names:
            if name in known:
                parts.append(str(known[name]))
            elif not create:
                return Wrong("tag.unknown", name[:TAG_LENGTH])
            elif len(name) > TAG_LENGTH:
                return Wrong("tag.long", name[:TAG_LENGTH])
            else:
                parts.append(f"+{name}")
        return ",".join(dict.fromkeys(parts)) or None

    return parse


def has_control(text: str) -> bool:
    """Whether it holds characters that nobody typed, such as NUL."""
    return not text.isprintable() and any(
        unicodedata.category(c) == "Cc" and c not in "\r\n\t" for c in text
    )
