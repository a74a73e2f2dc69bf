"""Words from the files, and the small parts that clauses are made of."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Any, Final, Literal

from .schemas import (
    Absolute,
    Before,
    Calendar,
    Compare,
    Ever,
    Language,
    Names,
    Sliding,
    Window,
)

_FILES: Final[dict[Language, str]] = {"zh": "zh-CN", "en": "en"}
_SEAM: Final = re.compile(r"[一-鿿][A-Za-z0-9¥-]|[A-Za-z0-9%][一-鿿]")
SHOWN: Final = 8
"""Of a longer list the first, and how many there are."""
FEN: Final = 100


@cache
def words(language: Language) -> dict[str, dict[str, str]]:
    """All words of a language by group and key."""
    folder = files(__package__).joinpath("words")
    told: dict[str, dict[str, str]] = {}
    for name in (_FILES[language], f"{_FILES[language]}.faults"):
        told |= tomllib.loads(folder.joinpath(f"{name}.toml").read_text("utf-8"))
    return told


@dataclass(frozen=True, slots=True)
class Speech:
    """One language, with the names of what a tree names."""

    names: Names
    language: Language

    def say(self, group: str, key: str, *, count: object = None, **values: Any) -> str:
        """The words of a key with its values; with a `count` of 1 those for one, if there are."""
        if count == 1 and self.has(group, f"{key}_one"):
            key = f"{key}_one"
        return _fill(words(self.language)[group][key], values)

    def has(self, group: str, key: str) -> bool:
        """Whether there are words."""
        return key in words(self.language).get(group, {})

    def quoted(self, name: str) -> str:
        """A name in the marks of the language."""
        return self.say("lists", "quoted", name=name)

    def listed(
        self, names: Iterable[str], join: Literal["or", "and"] = "or", *, quoted: bool = True
    ) -> str:
        """Names one after another, the first of many."""
        every = list(names)
        shown = [self.quoted(one) if quoted else one for one in every[:SHOWN]]
        comma, last = self.say("lists", "join"), self.say("lists", join)
        if len(every) <= SHOWN:
            return joined(filter(None, (joined(shown[:-1], comma), *shown[-1:])), last)
        return self.say("lists", "more", shown=joined(shown, comma), n=number(len(every)))

    def named(
        self,
        group: str,
        ids: Iterable[int],
        known: Mapping[int, str],
        join: Literal["or", "and"] = "or",
    ) -> str:
        """Names of ids; those that are missing are said to be deleted, once each."""
        missing = self.say("missing", group)
        return self.listed(dict.fromkeys(known.get(one, missing) for one in ids), join)

    def value(self, word: str) -> str:
        """A word of ours."""
        return self.say("values", word) if self.has("values", word) else word

    def values(self, found: Iterable[str]) -> str:
        """Words of ours one after another."""
        return self.listed(self.value(one) for one in found)

    def plain(self, value: object) -> str:
        """A value of the user's: texts in marks, numbers without."""
        if isinstance(value, bool):
            return self.say("lists", "yes" if value else "no")
        if isinstance(value, str):
            return self.quoted(value)
        return number(value)

    def plains(self, values: Iterable[object]) -> str:
        """Values of the user's one after another."""
        return self.listed((self.plain(one) for one in values), quoted=False)

    def kind(self, kind: str) -> str:
        """An event kind as the corp calls it, else as we do, else as it is."""
        found = self.names.kinds.get(kind)
        if found is None:
            found = words(self.language)["kinds"].get(kind, kind.removeprefix("custom."))
        return self.quoted(found)

    def stage(self, key: str) -> str:
        """A stage as the corp calls it."""
        return self.names.stages.get(key) or self.value(key)

    def way(self, way: int) -> str:
        """A way of adding."""
        if self.has("ways", str(way)):
            return self.say("ways", str(way))
        return self.say("ways", "other", n=way)

    def compare(self, how: Compare, *, money: bool = False) -> str:
        """At least so many, and the like."""

        def told(end: float | None) -> str:
            return self.money(end or 0) if money else number(end)

        return self.say("compare", how.is_, n=told(how.n), to=told(how.to))

    def ago(self, days: int) -> str:
        """So many days ago."""
        return self.say("lists", "ago_0" if days == 0 else "ago", count=days, n=number(days))

    def money(self, fen: float) -> str:
        """Fen as yuan."""
        sign = "-" if fen < 0 else ""
        return sign + self.say("lists", "money", amount=f"{abs(fen) / FEN:,.2f}")

    def when(self, window: Window | None, ever: str = "ever") -> str:
        """A window as part of a sentence."""
        match window:
            case None | Ever():
                return self.say("windows", ever)
            case Sliding() | Before():
                one = "_one" if window.days == 1 else ""
                return self.say("windows", f"{window.kind}{one}", days=number(window.days))
            case Calendar():
                far = str(window.back) if window.back <= 1 else "n"
                return self.say("windows", f"{window.unit}_{far}", n=number(window.back))
            case Absolute():
                since, until = _moment(window.from_), _moment(window.to)
                key = "span" if since and until else "since" if since else "until"
                return self.say("windows", key, since=since, until=until)


def is_bounded(window: Window | None) -> bool:
    """Whether there is more to say than that it was at some time."""
    return window is not None and window.kind != "ever"


def _fill(template: str, values: Mapping[str, Any]) -> str:
    """Values in their places, with a blank where Chinese and digits or Latin letters meet."""
    told = ""
    for before, name, _, _ in Formatter().parse(template):
        told = _join(told, before)
        if name is not None:
            told = _join(told, str(values[name]))
    return told


def joined(parts: Iterable[str], between: str) -> str:
    """Parts with something between, and blanks where they are needed."""
    told = ""
    for place, part in enumerate(parts):
        told = _join(_join(told, between), part) if place else part
    return told


def _join(left: str, right: str) -> str:
    if left and right and _SEAM.fullmatch(left[-1] + right[0]):
        return f"{left} {right}"
    return left + right


def number(value: object) -> str:
    """With commas; a float without needless zeros."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return f"{value:,}"


def _moment(moment: datetime | None) -> str:
    if moment is None:
        return ""
    if moment.tzinfo is not None:
        return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    return f"{moment:%Y-%m-%d}" if moment.time() == time() else f"{moment:%Y-%m-%d %H:%M}"
