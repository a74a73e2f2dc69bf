"""What customers read, in both languages."""

import tomllib
from functools import cache
from html import escape
from importlib.resources import files
from typing import Final, Literal

Language = Literal["zh-CN", "en"]
OTHER: Final[dict[Language, Language]] = {"zh-CN": "en", "en": "zh-CN"}


@cache
def _words(language: Language) -> dict[str, dict[str, str]]:
    found = files(__package__).joinpath("words", f"{language}.toml").read_text("utf-8")
    return tomllib.loads(found)


def say(key: str, language: Language, **values: str) -> str:
    """The words of `group.name`, fit to stand in a page."""
    group, _, name = key.partition(".")
    return escape(_words(language)[group][name].format(**values))


def knows(key: str) -> bool:
    """Whether there are words of `group.name`."""
    group, _, name = key.partition(".")
    return name in _words("zh-CN")[group]
