"""How customers are found: one member after the other, so that no page looks at everybody."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Generic, TypeVar

from wecom_emulator.state import SHOWN, Corp, Relation

T = TypeVar("T")
_ORDER = attrgetter("createtime", "external_userid")
_SHIFT = 32
"""A place among sources: the number of the source above these bits, its offset below."""


def relations_of_member(corp: Corp, userid: str) -> list[Relation]:
    """What the member's list shows, in a fixed order."""
    shown = [r for r in corp.relations_by(userid) if r.state in SHOWN]
    return sorted(shown, key=_ORDER)


@dataclass(slots=True)
class Walk(Generic[T]):
    """Rows of many sources in a row."""

    sources: Sequence[Callable[[], list[T]]]

    def page(self, place: int, size: int) -> tuple[list[T], int | None]:
        """Rows from a place on, and the place of the next one, None at the end."""
        source, offset = place >> _SHIFT, place & ((1 << _SHIFT) - 1)
        found: list[T] = []
        while source < len(self.sources):
            rows = self.sources[source]()
            part = rows[offset : offset + size - len(found)]
            found += part
            offset += len(part)
            if offset < len(rows):
                return found, (source << _SHIFT) + offset
            source, offset = source + 1, 0
            if len(found) == size and self._any_left(source):
                return found, source << _SHIFT
        return found, None

    def _any_left(self, source: int) -> bool:
        return any(self.sources[place]() for place in range(source, len(self.sources)))
