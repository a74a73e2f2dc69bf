"""Words that meet: the console answers twice, or with the wrong reply."""

import unicodedata
from collections.abc import Sequence

from .errors import BadWordsError
from .models import KeywordReply
from .schemas import Clash


def folded(word: str) -> str:
    """As a person reads it: wide and narrow forms, capitals and blanks are the same."""
    return "".join(unicodedata.normalize("NFKC", word).casefold().split())


def check_words(words: Sequence[str]) -> None:
    """Raise BadWordsError where two words of one rule are the same to a reader."""
    seen: dict[str, str] = {}
    for word in words:
        key = folded(word)
        if not key:
            message = f"{word!r} is no word"
            raise BadWordsError(message)
        if key in seen:
            message = f"{seen[key]} and {word} are the same word; leave one out"
            raise BadWordsError(message)
        seen[key] = word


def find_clashes(rows: Sequence[KeywordReply]) -> dict[int, list[Clash]]:
    """Of each rule where its words meet those of others, or one of its own holds another."""
    words = [(row, word, folded(word)) for row in rows for word in row.words]
    found: dict[int, list[Clash]] = {row.id: [] for row in rows}
    for row, word, key in words:
        for other, theirs, their_key in words:
            if (row is other and word == theirs) or not (key in their_key or their_key in key):
                continue
            how = "same" if key == their_key else "within" if key in their_key else "contains"
            # In one rule the longer word is told once.
            if row is other and how != "contains":
                continue
            found[row.id].append(
                Clash.model_validate(
                    {
                        "how": how,
                        "word": word,
                        "theirs": theirs,
                        "reply_id": other.id,
                        "reply_name": other.name,
                    }
                )
            )
    return found
