"""What goes wrong on purpose, before a call had its effect or after; the same for the same seed."""

import random
from dataclasses import asdict, dataclass
from typing import Any

API_KINDS = frozenset({"errcode", "http", "latency", "hang"})
CALLBACK_KINDS = frozenset({"drop_callback", "duplicate_callback", "reorder_callback"})
KINDS = API_KINDS | CALLBACK_KINDS


@dataclass(slots=True)
class Fault:
    """Something that goes wrong, `count` more times (None: always).

    `path` is one call or one address of callbacks, `prefix` how they begin; neither is all of
    them. `share` is how often of those it strikes. `after` is once the call had its effect.
    """

    kind: str
    path: str | None
    value: Any
    count: int | None
    prefix: str | None = None
    share: float = 1.0
    after: bool = False
    id: int = 0
    struck: int = 0

    def meets(self, path: str) -> bool:
        """Whether it may strike at `path`."""
        if self.count == 0 or (self.path is not None and self.path != path):
            return False
        return self.prefix is None or path.startswith(self.prefix)


class Faults:
    """All of them, in the order they were asked for, and their own chance."""

    def __init__(self) -> None:
        self._all: list[Fault] = []
        self._made = 0
        self._chance = random.Random()  # noqa: S311 - decides what breaks, guards nothing

    def add(self, fault: Fault) -> int:
        """Keep one; returns its id."""
        self._made += 1
        fault.id = self._made
        self._all.append(fault)
        return fault.id

    def clear(self, number: int | None = None) -> None:
        """All is well again, or only what the one of this id broke."""
        self._all = [] if number is None else [one for one in self._all if one.id != number]

    def seed(self, seed: int | None) -> None:
        """Begin anew: chance too, and with a seed the same each time."""
        self.clear()
        self._made = 0
        self._chance.seed(None if seed is None else f"faults {seed}")

    def rows(self) -> list[dict[str, Any]]:
        """All of them, with how often each has `struck`."""
        return [asdict(fault) for fault in self._all]

    def strike(self, kinds: frozenset[str], path: str) -> Fault | None:
        """The first fault of these kinds that applies to `path` and comes up; counts down."""
        for fault in self._all:
            if fault.kind not in kinds or not fault.meets(path):
                continue
            if fault.share < 1 and self._chance.random() >= fault.share:
                continue
            fault.struck += 1
            if fault.count is not None:
                fault.count -= 1
            return fault
        return None
