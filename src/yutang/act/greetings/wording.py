"""The places in a text that stand for something: found, measured, filled. No database here."""

import re
from typing import Final

from .schemas import LINK_BYTES, LINK_PLACE, NAME_PLACE, WelcomeText

# What each may need at most: a WeChat name has 32 characters, a member's 64, a store's and a
# code's 60; as emoji each takes 4 bytes.
PLACE_BYTES: Final = {
    "name": 128,
    "staff": 256,
    "store": 240,
    "channel": 240,
    "refuse_link": LINK_BYTES,
}
FALLEN_BACK: Final = ("staff", "store", "channel")
"""Places that need a word for where there is nothing."""
_BRACES: Final = re.compile(r"\{([^{}]*)\}")


def unknown_places(text: str) -> list[str]:
    """Braces that nothing stands for."""
    return [f"{{{found}}}" for found in _BRACES.findall(text) if found not in PLACE_BYTES]


def holds(text: str, place: str) -> bool:
    """Whether the text has `{place}`."""
    return f"{{{place}}}" in text


def reserved(text: str) -> int:
    """Bytes to keep free of WeCom's 4,000 for what the places of a text may need."""
    return sum(PLACE_BYTES.get(found, 0) for found in _BRACES.findall(text))


def render(content: WelcomeText, words: dict[str, str]) -> str:
    """The text for who is called so, else the one without a name; filled once.

    `words` by place; what is empty there falls back. A name that looks like a place stays a name.
    """
    text = content.text
    if NAME_PLACE in text and not words.get("name"):
        text = content.text_nameless
    told = {**words}
    for place in FALLEN_BACK:
        told[place] = words.get(place) or getattr(content.fallbacks, place)
    return _BRACES.sub(lambda found: told.get(found[1], found[0]), text)


def needs_link(content: WelcomeText) -> bool:
    """Whether the friend needs a number here for his own address."""
    return LINK_PLACE in content.text or LINK_PLACE in content.text_nameless
