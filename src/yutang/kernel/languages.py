"""The languages that Yutang speaks, and which of them a reader wants."""

from typing import Final, Literal

Language = Literal["zh", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")


def choose_language(header: str, otherwise: Language) -> Language:
    """The first of our languages in an Accept-Language header by weight."""
    ranked: list[tuple[float, Language]] = []
    for part in header.split(","):
        name, _, weight = part.strip().partition(";q=")
        known = (one for one in LANGUAGES if one == name.lower().partition("-")[0])
        ranked.extend((_weight(weight), language) for language in known)
    best = max(ranked, key=lambda one: one[0], default=None)
    return best[1] if best is not None and best[0] > 0 else otherwise


def _weight(text: str) -> float:
    try:
        return float(text) if text else 1.0
    except ValueError:
        return 0.0
