"""Words from the files, and the small parts that clauses are made of."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cache
from importlib.resources import files
from typing import Any, Final

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
SHOWN: Final = 8
"""Of a longer list the first, and how many there are."""
FEN: Final = 100


@cache
def words(language: Language) -> dict[str, dict[str, str]]:
    """All words of a language by group and key."""
    found = files(__package__).joinpath("words", f"{_FILES[language]}.toml").read_text("utf-8")
    return tomllib.loads(found)


@dataclass(frozen=True, slots=True)
class Speech:
    """One language, with the names of what a tree names."""

    names: Names
    language: Language

    def say(self, group: str, key: str, **values: Any) -> str:
        """The words of a key with its values."""
        return words(self.language)[group][key].format(**values)

    def has(self, group: str, key: str) -> bool:
        """Whether there are words."""
        return key in words(self.language).get(group, {})

    def quoted(self, name: str) -> str:
        """A name in the marks of the language."""
        return self.say("lists", "quoted", name=name)

    def listed(self, names: Iterable[str], *, quoted: bool = True) -> str:
        """Names one after another, the first of many."""
        every = list(names)
        shown = [self.quoted(one) if quoted else one for one in every[:SHOWN]]
        joined = self.say("lists", "join").join(shown)
        if len(every) <= SHOWN:
            return joined
        return self.say("lists", "more" if quoted else "plain_more", shown=joined, n=len(every))

    def named(self, group: str, ids: Iterable[int], known: Mapping[int, str]) -> str:
        """Names of ids; those that are missing are said to be deleted, once each."""
        missing = self.say("missing", group)
        return self.listed(dict.fromkeys(known.get(one, missing) for one in ids))

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

    def money(self, fen: float) -> str:
        """Fen as yuan."""
        return self.say("lists", "money", amount=f"{fen / FEN:,.2f}")

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
