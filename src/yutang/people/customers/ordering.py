"""A page of many: its rows in their order, from any place, forwards and backwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, false, or_, tuple_
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
    nulls_high: bool
    """Whether who has no value counts as above all others or as below."""

    def reversed(self) -> "Order":
        """The same list from its end."""
        return Order(self.kind, self.column, not self.descending, self.nulls_high)

    def by(self) -> tuple[ColumnElement[Any], ...]:
        """For `order by`; the index on the column reads it forwards or backwards."""
        if self.descending:
            value = self.column.desc()
            return (value.nulls_first() if self.nulls_high else value.nulls_last(), _ID.desc())
        value = self.column.asc()
        return (value.nulls_last() if self.nulls_high else value.nulls_first(), _ID.asc())

    def beyond(self, place: "Place") -> ColumnElement[bool]:
        """What comes after a place."""
        if place.value is None:
            same = place.id > _ID if self.descending else place.id < _ID
            return or_(
                and_(self.column.is_(None), same),
                self.column.is_not(None) if self.descending == self.nulls_high else false(),
            )
        at = (self.column, _ID)
        other = (place.value, place.id)
        further = tuple_(*at) < other if self.descending else tuple_(*at) > other
        nulls_follow = self.descending != self.nulls_high
        return or_(further, self.column.is_(None)) if nulls_follow else further

    def piece_of(self, value: Any) -> str:
        """The facet that a value lies in."""
        if self.kind == "name":
            return f"name:{value[:_PIECE_CHARACTERS]}"
        if value is None:
            return f"{self.kind}:{NEVER_ADDED if self.kind == 'added' else NEVER_ACTIVE}"
        return day_facet(self.kind, day_of(value))

    def within(self, piece: str) -> ColumnElement[bool]:
        """The part of the index that holds a facet."""
        _, _, label = piece.partition(":")
        if self.kind == "name":
            if len(label) < _PIECE_CHARACTERS:
                return self.column == label
            return and_(self.column >= label, self.column < label + _HIGHEST)
        if not label.isdigit():
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
    "-added": Order("added", Customer.first_added_at, descending=True, nulls_high=True),
    "added": Order("added", Customer.first_added_at, descending=False, nulls_high=True),
    "name": Order("name", Customer.name_sort, descending=False, nulls_high=True),
    "-active": Order("active", Customer.last_active_at, descending=True, nulls_high=False),
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
    ordered = sorted(pieces, reverse=order.descending)
    if place is None:
        return ordered
    here = order.piece_of(place.value)
    return [one for one in ordered if (one <= here if order.descending else one >= here)]
