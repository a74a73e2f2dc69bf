"""pypinyin's readings, three to ten times as fast: ten million names are read here.

What makes it slow is looking for the phrases that are read as a whole (重庆 chóng). Where no two
characters begin one, each character is read alone.
"""

import re
from functools import cache, lru_cache
from operator import add

_RUNS = re.compile(r"[\u4e00-\u9fff]+|[^\u4e00-\u9fff]+")
# Characters that pypinyin reads too, outside of the block that nearly all names are in.
_RARE = re.compile(r"[\u3007\u3400-\u4dbf\ue000-\uf8ff\uf900-\ufaff\U00020000-\U0003ffff]")
_KEPT = 100_000


@lru_cache(maxsize=_KEPT)
def syllables(text: str) -> tuple[str, ...]:
    """As `lazy_pinyin`: a syllable for each Chinese character, other runs as they are."""
    # Its tables take 0.3 s and 50 MB, which only the process that writes names shall pay.
    from pypinyin import lazy_pinyin  # noqa: PLC0415

    if _RARE.search(text):
        return tuple(lazy_pinyin(text))
    beginnings = _beginnings()
    found: list[str] = []
    for run in _RUNS.findall(text):
        if not "\u4e00" <= run[0] <= "\u9fff":
            found.append(run)
        elif not beginnings.isdisjoint(map(add, run, run[1:])):
            return tuple(lazy_pinyin(text))
        else:
            found += map(_reading, run)
    return tuple(found)


@cache
def _reading(character: str) -> str:
    from pypinyin import lazy_pinyin  # noqa: PLC0415

    return str(lazy_pinyin(character)[0])


@cache
def _beginnings() -> frozenset[str]:
    """The first two characters of every phrase with a reading of its own."""
    from pypinyin.constants import PHRASES_DICT  # noqa: PLC0415

    return frozenset(phrase[:2] for phrase in PHRASES_DICT)
