"""What is stored beside a name so that it can be found and sorted."""

GRAM_CHARACTERS = 64


def sort_key(name: str) -> str:
    """The name in pinyin, lower-cased; other scripts stay as they are."""
    # Its tables take 0.3 s and 50 MB, which only the process that writes names shall pay.
    from pypinyin import lazy_pinyin  # noqa: PLC0415

    return " ".join(lazy_pinyin(name)).lower()[:200]


def grams(*texts: str) -> list[str]:
    """Every character and every pair of each text's first 64 characters, lower-cased.

    Two characters is the usual Chinese query, and trigrams need three.
    """
    found: set[str] = set()
    for text in texts:
        folded = text.lower()[:GRAM_CHARACTERS]
        found |= {*folded, *(folded[i : i + 2] for i in range(len(folded) - 1))}
    return sorted(found - {" ", ""})


def query_grams(query: str) -> list[str]:
    """What a text must hold to contain `query`: its pairs, or its one character."""
    folded = query.lower()[:GRAM_CHARACTERS]
    if len(folded) == 1:
        return [folded]
    return sorted({folded[i : i + 2] for i in range(len(folded) - 1)})
