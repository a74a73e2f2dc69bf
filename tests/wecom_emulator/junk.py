"""Bodies that nobody sends on purpose, made of an area's own words so that they lead deep."""

import random
import re
from pathlib import Path
from typing import Any

import wecom_emulator

SOURCE = Path(wecom_emulator.__file__).parent
_WORD = re.compile(r'"([A-Za-z][A-Za-z_]{1,30})"')
TEXTS = (
    "",
    " ",
    "0",
    "-1",
    "²",
    "text",
    "image",
    "@all",
    "wm404",
    "wr404",
    "鱼" * 300,
    "x" * 70_000,
    "😀\u200b\u202e",
    "a\x00b\r\n",
    "${jndi:x}",
    "../../etc/passwd",
    "null",
    "[]",
    "\ufffe\uffff",
)
NUMBERS = (0, 1, 2, 3, -1, 9, 100, 1001, 2**31, 2**63 - 1, -(2**63), 10**15, 0.5, -1e300, 1e300)


def words_of(folder: str) -> list[str]:
    """The words an area's source spells, fields of bodies among them."""
    found: set[str] = set()
    for file in sorted((SOURCE / folder).glob("*.py")):
        found |= set(_WORD.findall(file.read_text(encoding="utf-8")))
    return sorted(found)


class Junk:
    """Values by chance; the same for the same seed."""

    def __init__(self, seed: object, words: list[str], known: list[str]) -> None:
        self.chance = random.Random(repr(seed))
        self._words = words or ["name"]
        self._known = known

    def value(self, depth: int = 0) -> Any:
        """Anything JSON holds, more often something that could be meant."""
        kind = self.chance.randrange(12)
        if kind < 3:
            return self.chance.choice(self._known)
        if kind < 5:
            return self.chance.choice(NUMBERS)
        if kind < 6:
            return self.chance.choice(TEXTS)
        if kind < 7:
            return self.chance.choice((None, True, False))
        if depth > 3:
            return self.chance.choice(self._known)
        if kind < 10:
            return [self.value(depth + 1) for _ in range(self.chance.randrange(4))]
        return self.fields(depth + 1)

    def fields(self, depth: int = 0) -> dict[str, Any]:
        """An object of the area's words."""
        count = self.chance.randrange(1, 9)
        names = self.chance.choices(self._words, k=count)
        return {name: self.value(depth) for name in names}

    def query(self) -> dict[str, str]:
        """What an address may carry."""
        return {name: str(self.value(4))[:2000] for name in self.chance.choices(self._words, k=3)}


def deep(levels: int) -> bytes:
    """JSON that goes down and down."""
    return b'{"a":' * levels + b"1" + b"}" * levels
