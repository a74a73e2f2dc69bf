"""A page of many: its rows in their order, from any place, forwards and backwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, tuple_
from sqlalchemy.orm import InstrumentedAttribute

from .errors import BadCursorError
from .models import Customer
from .schemas import Sort
from .traits import NEVER_ACTIVE, NEVER_ADDED, day_facet, day_of, start_of


@dataclass(frozen=True, slots=True)
class Order:
    """One way through the list: by `column`, equal ones by id."""

    kind: str
    """Of the facets that cut the list into pieces: added, active or name."""
    column: InstrumentedAttribute[Any]
    descending: bool
    nulls_first: bool = False
    """Where who has no value stands: at the end, unless the list is read from there."""

    def reversed(self) -> "Order":
        """The same list from its end."""
        return Order(self.kind, self.column, not self.descending, not self.nulls_first)

    def by(self) -> tuple[ColumnElement[Any], ...]:
        """For `order by` of one of the `parts`: the column's index is read so or backwards."""
        if self.descending:
            return (self.column.desc(), _ID.desc())
        return (self.column.asc(), _ID.asc())

    def parts(self, place: "Place | None") -> list[ColumnElement[bool]]:
        """What comes after a place: those with a value and those without, in the list's order.

        Apart, for an index knows nothing of an `or`: it would be read from its beginning.
        """
        turns = [self.nulls_first, not self.nulls_first] if self.kind != "name" else [False]
        if place is not None:
            turns = turns[turns.index(place.value is None) :]
        return [self.after(place, nulls=nulls) for nulls in turns]

    def after(self, place: "Place | None", *, nulls: bool) -> ColumnElement[bool]:
        """What of one part comes after a place; all of it where the place is not in it."""
        part = self.column.is_(None) if nulls else self.column.is_not(None)
        if place is None or (place.value is None) != nulls:
            return part
        if nulls:
            return and_(part, place.id > _ID if self.descending else place.id < _ID)
        at, other = tuple_(self.column, _ID), (place.value, place.id)
        return at < other if self.descending else at > other

    def piece_of(self, value: Any) -> str:
        """The facet that a value lies in."""
        if self.kind == "name":
            return f"name:{value[:_PIECE_CHARACTERS]}"
        if value is None:
            return f"{self.kind}:{NEVER_ADDED if self.kind == 'added' else NEVER_ACTIVE}"
        return day_facet(self.kind, day_of(value))

    def rank(self, piece: str) -> tuple[bool, str]:
        """To sort facets by: ascending, or descending where the order is."""
        nulls_high = self.descending == self.nulls_first
        return (self.is_null(piece) == nulls_high, piece)

    def is_null(self, piece: str) -> bool:
        """Whether it is the facet of those without a value."""
        return self.kind != "name" and not piece.partition(":")[2].isdigit()

    def within(self, piece: str) -> ColumnElement[bool]:
        """The part of the index that holds a facet."""
        _, _, label = piece.partition(":")
        if self.kind == "name":
            if len(label) < _PIECE_CHARACTERS:
                return self.column == label
            return and_(self.column >= label, self.column < label + _HIGHEST)
        if self.is_null(piece):
            return self.column.is_(None)
        day = int(label)
        return and_(self.column >= start_of(day), self.column < start_of(day + 1))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page ends: the last row's value and id."""

    value: Any
    id: int


_ID = Customer.id
_HIGHEST = "\U0010ffff"
_PIECE_CHARACTERS = 2
_LONGEST_ID = 18
ORDERS: dict[Sort, Order] = {
    "-added": Order("added", Customer.first_added_at, descending=True),
    "added": Order("added", Customer.first_added_at, descending=False),
    "name": Order("name", Customer.name_sort, descending=False),
    "-active": Order("active", Customer.last_active_at, descending=True),
}


def cursor_of(place: Any) -> str:
    """Where something with an `id` and a `value` stands, for the address of the next page."""
    value = place.value
    return f"{place.id}~{value.isoformat() if isinstance(value, datetime) else value or ''}"


def place_of(order: Order, cursor: str) -> Place:
    """Raises BadCursorError for what no page gave out."""
    head, mark, tail = cursor.partition("~")
    if not (mark and head.isascii() and head.isdigit() and len(head) <= _LONGEST_ID):
        raise BadCursorError
    if order.kind == "name":
        return Place(tail, int(head))
    if not tail:
        return Place(None, int(head))
    try:
        moment = datetime.fromisoformat(tail)
    except ValueError as error:
        raise BadCursorError from error
    if moment.tzinfo is None:
        raise BadCursorError
    return Place(moment, int(head))


def pieces_from(order: Order, pieces: Sequence[str], place: Place | None) -> list[str]:
    """The facets that come from a place on, in the list's order."""
    ordered = sorted(pieces, key=order.rank, reverse=order.descending)
    if place is None:
        return ordered
    here = order.rank(order.piece_of(place.value))
    return [
        one
        for one in ordered
        if (order.rank(one) <= here if order.descending else order.rank(one) >= here)
    ]
