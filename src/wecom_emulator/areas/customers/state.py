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
    return page_of_member(corp, userid, 0, 1 << _SHIFT)[0]


def page_of_member(
    corp: Corp, userid: str, offset: int, size: int
) -> tuple[list[Relation], int | None]:
    """A part of the member's list and where the next one begins, if there is any; for reading."""
    made = corp.derived.page(userid, offset, size) if corp.derived is not None else None
    if made is not None:
        return made
    shown = [r for r in corp.relations_by(userid) if r.state in SHOWN]
    return part_of(sorted(shown, key=_ORDER), offset, size)


def part_of(rows: Sequence[T], offset: int, size: int) -> tuple[list[T], int | None]:
    """A part of a list and where the next one begins, if there is any."""
    end = offset + size
    return list(rows[offset:end]), end if end < len(rows) else None


@dataclass(slots=True)
class Walk(Generic[T]):
    """Rows of many sources in a row.

    A source answers a page from an offset on, and the offset of the next row if there is one.
    """

    sources: Sequence[Callable[[int, int], tuple[list[T], int | None]]]

    def page(self, place: int, size: int) -> tuple[list[T], int | None]:
        """Rows from a place on, and the place of the next one, None at the end."""
        source, offset = place >> _SHIFT, place & ((1 << _SHIFT) - 1)
        found: list[T] = []
        while source < len(self.sources):
            rows, after = self.sources[source](offset, size - len(found))
            found += rows
            if after is not None:
                return found, (source << _SHIFT) + after
            source, offset = source + 1, 0
            if len(found) == size and self._any_left(source):
                return found, source << _SHIFT
        return found, None

    def _any_left(self, source: int) -> bool:
        return any(self.sources[place](0, 1)[0] for place in range(source, len(self.sources)))
