"""Chinese words for what generated pages take from the source's English: one file, all used."""

import functools
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

FILE = Path(__file__).with_name("chinese.json")


@functools.cache
def words() -> dict[str, str]:
    """The Chinese of each English text."""
    found: dict[str, str] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


def said(text: str, language: str) -> str:
    """A text in a language; English where the Chinese is missing, which the check tells."""
    return words().get(text, text) if language == "zh" else text


def find_untranslated(used: Iterable[str], known: dict[str, str] | None = None) -> Iterator[str]:
    """Texts without Chinese, and Chinese whose English is no more."""
    known, needed = (
        words() if known is None else known,
        dict.fromkeys(text for text in used if text),
    )
    where = f"tools/{FILE.name}"
    for text in needed:
        if not known.get(text):
            yield f"{where}: no Chinese for: {text}"
    for text in sorted(set(known) - set(needed)):
        yield f"{where}: nothing says any more: {text}"
