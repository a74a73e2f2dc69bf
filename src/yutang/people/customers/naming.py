"""What is stored beside a name so that it can be found and sorted."""

GRAM_CHARACTERS = 64
TOKEN_CHARACTERS = 40
SOUND = "~"
"""Begins what stands for a sound: no gram is longer than two characters, tokens mostly are."""


def sort_key(name: str) -> str:
    """The name in pinyin, lower-cased; other scripts stay as they are."""
    return " ".join(_syllables(name)).lower()[:200]


def grams(*texts: str) -> list[str]:
    """What a person is found by: of each text every character and pair, and how it sounds.

    Two characters is the usual Chinese query, and trigrams need three. For the first 64
    characters, lower-cased.
    """
    found: set[str] = set()
    for text in texts:
        folded = text.lower()[:GRAM_CHARACTERS]
        found |= {*folded, *(folded[i : i + 2] for i in range(len(folded) - 1))}
        found |= _tokens(text[:GRAM_CHARACTERS])
    return sorted(found - {" ", ""})


def query_grams(query: str) -> list[str]:
    """What a text must hold to contain `query`: its pairs, or its one character."""
    folded = query.lower()[:GRAM_CHARACTERS]
    if len(folded) == 1:
        return [folded]
    return sorted({folded[i : i + 2] for i in range(len(folded) - 1)})


def query_tokens(query: str) -> list[str]:
    """The sound that is asked for: `zhangsan`, `zhang san`, `zs` of 张三; none for other scripts."""
    sound = query.lower().replace(" ", "").replace("'", "")
    if not (sound.isascii() and sound.isalpha()):
        return []
    return [SOUND + sound[:TOKEN_CHARACTERS]]


def _tokens(text: str) -> set[str]:
    """Whole pinyin, initials, and the whole without the surname; only where there is Chinese."""
    if text.isascii():
        return set()
    syllables = [part.lower() for part in _syllables(text) if part.isascii() and part.isalpha()]
    if not syllables:
        return set()
    whole = "".join(syllables)
    sounds = {whole, "".join(part[0] for part in syllables), syllables[0]}
    if len(syllables) > 1:
        sounds.add("".join(syllables[1:]))
    return {SOUND + sound[:TOKEN_CHARACTERS] for sound in sounds}


def _syllables(text: str) -> list[str]:
    # Its tables take 0.3 s and 50 MB, which only the process that writes names shall pay.
    from pypinyin import lazy_pinyin  # noqa: PLC0415

    return list(lazy_pinyin(text))
