"""What proofs, files and customers' pages say, in both languages."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

Language = Literal["zh-CN", "en"]


@cache
def _words(language: Language) -> dict[str, dict[str, str]]:
    found = files(__package__).joinpath("words", f"{language}.toml").read_text("utf-8")
    return tomllib.loads(found)


def say(key: str, language: Language, **values: str) -> str:
    """The words of `group.name`."""
    group, _, name = key.partition(".")
    return _words(language)[group][name].format(**values)


def table_name(table: str, language: Language) -> str:
    """What a table holds; its own name where nobody worded it yet."""
    return _words(language)["tables"].get(table, table)
