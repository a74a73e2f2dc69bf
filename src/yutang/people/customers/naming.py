"""What is stored beside a name so that it can be found and sorted."""

from operator import add

from .pinyin import syllables

GRAM_CHARACTERS = 64
TOKEN_CHARACTERS = 40
SOUND = "~"
"""Begins what stands for a sound: no gram is longer than two characters, tokens mostly are."""


def sort_key(name: str) -> str:
    """The name in pinyin, lower-cased; other scripts stay as they are."""
    return " ".join(syllables(name)).lower()[:200]


def grams(*texts: str) -> list[str]:
    """What a person is found by: of each text every character and pair, and how it sounds.

    Two characters is the usual Chinese query, and trigrams need three. For the first 64
    characters, lower-cased.
    """
    found: set[str] = set()
    for text in texts:
        folded = text.lower()[:GRAM_CHARACTERS]
        found.update(folded, map(add, folded, folded[1:]))
        if not text.isascii():
            found.update(_tokens(text[:GRAM_CHARACTERS]))
    found.discard(" ")
    return sorted(found)


def query_grams(query: str) -> list[str]:
    """What a text must hold to contain `query`: its pairs, or its one character."""
    folded = query.lower()[:GRAM_CHARACTERS]
    if len(folded) == 1:
        return [folded]
    return sorted({folded[i : i + 2] for i in range(len(folded) - 1)})


def query_tokens(query: str) -> list[str]:
    """The sound asked for: `zhangsan`, `zhang san` or `zs` of 张三; none for other scripts."""
    sound = query.lower().replace(" ", "").replace("'", "")
    if not (sound.isascii() and sound.isalpha()):
        return []
    return [SOUND + sound[:TOKEN_CHARACTERS]]


def _tokens(text: str) -> set[str]:
    """Whole pinyin, initials, and the whole without the surname; only where there is Chinese."""
    sounding = [part.lower() for part in syllables(text) if part.isascii() and part.isalpha()]
    if not sounding:
        return set()
    sounds = ["".join(sounding), "".join([part[0] for part in sounding]), sounding[0]]
    if len(sounding) > 1:
        sounds.append("".join(sounding[1:]))
    return {SOUND + sound[:TOKEN_CHARACTERS] for sound in sounds}
