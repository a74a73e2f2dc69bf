"""The rows of a page: from the index where that is all there is, else along the bitmaps.

A bitmap says who, not in which order. Each order is cut into pieces (days, first letters) that are
bitmaps too: walked one by one, a piece gives the few whose rows have to be read and sorted.
"""

from collections.abc import Sequence
from itertools import islice
from math import ceil
from time import monotonic

from pyroaring import BitMap
from sqlalchemy import ColumnElement, any_, select
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.facets import service as facets

from .describing import Found, array_of, next_of
from .models import Customer
from .ordering import Order, Place, pieces_from
from .solving import Solution

SORTED_AT_ONCE = 400
"""So many rows are simply read and sorted."""
LOOKED_FOR = 1_000
"""How many at least are read together where each still has to be asked something."""
MOST_PIECES = 400
LONGEST_WALK = 20_000
WALK_SECONDS = 1.0
"""A page that is not full by then ends with what it has: a transaction has five seconds."""

Rows = list[Found]


async def rows_where(
    session: AsyncSession,
    conditions: Sequence[ColumnElement[bool]],
    order: Order,
    place: Place | None,
    limit: int,
) -> Rows:
    """The next rows after a place of all that fulfil the conditions."""
    # Not the ORM's way of execution: plain columns need none of it, and lists are asked often.
    connection = await session.connection()
    found: Rows = []
    for part in order.parts(place):
        statement = select(Customer.id, order.column).where(*conditions, part)
        rows = await connection.execute(statement.order_by(*order.by()).limit(limit - len(found)))
        found += [Found(*row) for row in rows]
        if len(found) >= limit:
            break
    return found


async def rows_of(
    session: AsyncSession,
    corp_id: int,
    solution: Solution,
    order: Order,
    place: Place | None,
    limit: int,
) -> tuple[Rows, bool]:
    """The next rows after a place of those the bitmaps found, and whether time cut them short."""
    walk = _Walk(session, corp_id, solution, order, place, limit)
    if len(solution.ids) <= SORTED_AT_ONCE:
        return await walk.sorted(solution.ids, place, limit), False
    return await walk.run(), walk.is_cut


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
    ) -> None:
        self.session = session
        self.corp_id = corp_id
        self.ids = solution.ids
        self.rest = solution.rest
        self.order = order
        self.place = place
        self.limit = limit
        self.pieces = solution.pieces
        # Whose piece may be another by now: they are sorted in wherever they belong.
        self.moved = solution.moved.copy()
        self.rows: Rows = []
        self.pending = BitMap()
        self.until = monotonic() + WALK_SECONDS
        self.is_cut = False

    async def sorted(self, ids: BitMap, place: Place | None, limit: int) -> Rows:
        """The first of these after a place, read and sorted."""
        if not ids:
            return []
        if self.rest:
            these = [Customer.corp_id == self.corp_id, Customer.id == any_(array_of(ids))]
            conditions = [*these, *self.rest]
            return await rows_where(self.session, conditions, self.order, place, limit)
        return await next_of(self.session, self.corp_id, ids, self.order, place, limit)

    @property
    def missing(self) -> int:
        return self.limit - len(self.rows)

    async def run(self) -> Rows:
        pieces = iter(pieces_from(self.order, self.pieces, self.place))
        each = max(1.0, len(self.ids) / max(1, len(self.pieces)))
        wanted = max(self.limit, LOOKED_FOR if self.rest else 0)
        step = min(MOST_PIECES, max(4, ceil(1.5 * wanted / each)))
        piece = ""
        while self.missing > 0 and not self.is_late() and (batch := list(islice(pieces, step))):
            reading = await facets.read(self.session, self.corp_id, batch)
            for marked in reading.marked.values():
                self.moved |= marked
            for piece in batch:
                await self._visit(piece, reading.drawn_of(piece), wanted)
                if self.missing <= 0 or self.is_late():
                    break
        if self.missing > 0 and not self.is_cut:
            await self._sort_in(None)
        return self.rows[: self.limit]

    def is_late(self) -> bool:
        """Whether the page has to end with what it has; what it has is all up to its last row."""
        self.is_cut = self.is_cut or monotonic() > self.until
        return self.is_cut

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
        found = await self.sorted(candidates, self.place, self.missing)
        self._take([row for row in found if self._is_in(row, piece, before=before)])

    def _is_in(self, row: Found, piece: str | None, *, before: bool) -> bool:
        if piece is None:
            return True
        own = self.order.piece_of(row.value)
        if own == piece:
            return not before
        mine, its = self.order.rank(own), self.order.rank(piece)
        return mine > its if self.order.descending else mine < its

    def _take(self, rows: Rows) -> None:
        self.rows += rows
        if rows:
            self.place = Place(rows[-1].value, rows[-1].id)

    async def _scan(self, piece: str, drawn: BitMap, here: BitMap) -> None:
        """Along the index inside one large piece, past those who are not looked for."""
        candidates = here | (self.moved & self.ids)
        column = self.order.column
        place = self.place
        while self.missing > 0 and not self.is_late():
            wanted = max(self.missing, LOOKED_FOR if self.rest else 0)
            length = ceil(1.3 * wanted * len(drawn) / len(here)) + 20
            statement = select(Customer.id, column).where(
                Customer.corp_id == self.corp_id,
                self.order.within(piece),
                self.order.after(place, nulls=self.order.is_null(piece)),
            )
            passed = list(
                await self.session.execute(
                    statement.order_by(*self.order.by()).limit(min(LONGEST_WALK, length))
                )
            )
            if not passed:
                return
            fitting = BitMap(row.id for row in passed) & candidates
            if fitting:
                self._take(await self.sorted(fitting, None, self.missing))
            place = Place(getattr(passed[-1], column.key), passed[-1].id)
