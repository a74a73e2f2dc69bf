"""The rows of a page: from the index where that is all there is, else along the bitmaps.

A bitmap says who, not in which order. Each order is cut into pieces (days, first letters) that are
bitmaps too: walked one by one, a piece gives the few whose rows have to be read and sorted.
"""

from collections.abc import Sequence
from itertools import islice
from math import ceil
from typing import Any

from pyroaring import BitMap
from sqlalchemy import ColumnElement, Row, any_, select
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.facets import service as facets
from yutang.people.facets.schemas import Reading

from .models import Customer
from .ordering import Order, Place, pieces_from
from .solving import Solution, array_of

COLUMNS = (
    Customer.id,
    Customer.name,
    Customer.name_sort,
    Customer.state,
    Customer.platform,
    Customer.company,
    Customer.first_added_at,
    Customer.first_added_channel,
    Customer.stage,
    Customer.stage_changed_at,
    Customer.last_active_at,
    Customer.silent_since,
)
SORTED_AT_ONCE = 2_000
"""So many rows are simply read and sorted."""
LOOKED_FOR = 1_000
"""How many at least are read together where each still has to be asked something."""
MOST_PIECES = 400
LONGEST_WALK = 20_000

Rows = list[Row[Any]]


async def rows_where(
    session: AsyncSession,
    conditions: Sequence[ColumnElement[bool]],
    order: Order,
    place: Place | None,
    limit: int,
) -> Rows:
    """The next rows after a place of all that fulfil the conditions."""
    statement = select(*COLUMNS).where(*conditions)
    if place is not None:
        statement = statement.where(order.beyond(place))
    # Not the ORM's way of execution: plain columns need none of it, and lists are asked often.
    connection = await session.connection()
    return list(await connection.execute(statement.order_by(*order.by()).limit(limit)))


async def rows_of(
    session: AsyncSession,
    corp_id: int,
    solution: Solution,
    order: Order,
    place: Place | None,
    limit: int,
) -> Rows:
    """The next rows after a place of those the bitmaps found."""
    if len(solution.ids) <= SORTED_AT_ONCE:
        conditions = [*_these(corp_id, solution.ids), *solution.rest]
        return await rows_where(session, conditions, order, place, limit)
    reading = await facets.read(session, corp_id, (), kind=order.kind)
    return await _Walk(session, corp_id, solution, order, place, limit, reading).run()


def _these(corp_id: int, ids: BitMap) -> list[ColumnElement[bool]]:
    return [Customer.corp_id == corp_id, Customer.id == any_(array_of(ids))]


class _Walk:
    """One page looked for along the pieces of an order."""

    def __init__(
        self,
        session: AsyncSession,
        corp_id: int,
        solution: Solution,
        order: Order,
        place: Place | None,
        limit: int,
        reading: Reading,
    ) -> None:
        self.session = session
        self.corp_id = corp_id
        self.ids = solution.ids
        self.rest = solution.rest
        self.order = order
        self.place = place
        self.limit = limit
        self.pieces = reading.listed.get(order.kind, ())
        # Whose piece may be another by now: they are sorted in wherever they belong.
        self.moved = BitMap.union(BitMap(), *reading.marked.values())
        self.rows: Rows = []
        self.pending = BitMap()

    @property
    def missing(self) -> int:
        return self.limit - len(self.rows)

    async def run(self) -> Rows:
        pieces = iter(pieces_from(self.order, self.pieces, self.place))
        each = max(1.0, len(self.ids) / max(1, len(self.pieces)))
        wanted = max(self.limit, LOOKED_FOR if self.rest else 0)
        step = min(MOST_PIECES, max(4, ceil(1.5 * wanted / each)))
        piece = ""
        while self.missing > 0 and (batch := list(islice(pieces, step))):
            reading = await facets.read(self.session, self.corp_id, batch)
            for marked in reading.marked.values():
                self.moved |= marked
            for piece in batch:
                await self._visit(piece, reading.drawn_of(piece), wanted)
                if self.missing <= 0:
                    break
        if self.missing > 0:
            await self._sort_in(None)
        return self.rows[: self.limit]

    async def _visit(self, piece: str, drawn: BitMap, wanted: int) -> None:
        here = (drawn & self.ids) - self.moved
        if len(here) > SORTED_AT_ONCE:
            await self._sort_in(piece, before=True)
            if self.missing <= 0:
                return
            scanned = self.missing * len(drawn) / len(here)
            if scanned < len(here):
                await self._scan(piece, drawn, here)
                return
        self.pending |= here
        if len(self.pending) >= wanted - len(self.rows):
            await self._sort_in(piece)

    async def _sort_in(self, piece: str | None, *, before: bool = False) -> None:
        """Read and sort who waits, and of the moved ones those up to the end of `piece`."""
        if not self.pending and not self.moved:
            return
        candidates = self.pending | (self.moved & self.ids)
        self.pending = BitMap()
        if not candidates:
            return
        found = await rows_where(
            self.session,
            [*_these(self.corp_id, candidates), *self.rest],
            self.order,
            self.place,
            self.missing,
        )
        self._take([row for row in found if self._is_in(row, piece, before=before)])

    def _is_in(self, row: Row[Any], piece: str | None, *, before: bool) -> bool:
        if piece is None:
            return True
        own = self.order.piece_of(getattr(row, self.order.column.key))
        if own == piece:
            return not before
        return own > piece if self.order.descending else own < piece

    def _take(self, rows: Rows) -> None:
        self.rows += rows
        if rows:
            last = rows[-1]
            self.place = Place(getattr(last, self.order.column.key), last.id)

    async def _scan(self, piece: str, drawn: BitMap, here: BitMap) -> None:
        """Along the index inside one large piece, past those who are not looked for."""
        candidates = here | (self.moved & self.ids)
        column = self.order.column
        place = self.place
        while self.missing > 0:
            length = ceil(1.3 * self.missing * len(drawn) / len(here)) + 20
            statement = select(Customer.id, column).where(
                Customer.corp_id == self.corp_id, self.order.within(piece)
            )
            if place is not None:
                statement = statement.where(self.order.beyond(place))
            passed = list(
                await self.session.execute(
                    statement.order_by(*self.order.by()).limit(min(LONGEST_WALK, length))
                )
            )
            if not passed:
                return
            fitting = BitMap(row.id for row in passed) & candidates
            if fitting:
                self._take(
                    await rows_where(
                        self.session,
                        [*_these(self.corp_id, fitting), *self.rest],
                        self.order,
                        None,
                        self.missing,
                    )
                )
            place = Place(getattr(passed[-1], column.key), passed[-1].id)
