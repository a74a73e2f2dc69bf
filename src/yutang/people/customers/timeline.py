"""A customer's life here: the event log and his welcomes, as one list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ARRAY, ColumnElement, Text, cast, func, or_, select, true, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute, aliased

from yutang.kernel.events import EventRow, known_kinds
from yutang.people.welcomes import service as welcomes
from yutang.people.welcomes.schemas import AddOutcome

from .errors import BadCursorError, UnknownCustomerError
from .models import Customer, FollowHistory
from .repository import EXTERNAL, CustomerRepository
from .schemas import HappeningKind, HappeningPage, Watcher
from .telling import describe


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a page ended. Of one moment welcomes stand first, found relations, then events."""

    at: datetime
    source: str
    id: int

    @classmethod
    def parse(cls, after: str) -> "_Place":
        moment, _, tail = after.partition("~")
        if tail[:1] not in {"e", "h", "w"} or not tail[1:].isascii() or not tail[1:].isdigit():
            raise BadCursorError
        try:
            return cls(datetime.fromisoformat(moment), tail[0], int(tail[1:]))
        except ValueError as error:
            raise BadCursorError from error


async def read_timeline(
    session: AsyncSession,
    corp_id: int,
    customer_id: int,
    watcher: Watcher,
    kinds: Sequence[HappeningKind],
    after: str | None,
    limit: int,
) -> HappeningPage:
    """One page, newest first; `kinds` narrows it, none of them means all.

    A page costs the same at any depth and for any kinds, however many events there are. Raises
    UnknownCustomerError, BadCursorError.
    """
    if await session.get(Customer, (corp_id, customer_id)) is None:
        raise UnknownCustomerError(customer_id)
    place = None if after is None else _Place.parse(after)
    reader = _Reader(session, corp_id, customer_id, watcher, place, limit + 1)
    rows: list[tuple[datetime, str, int, Any]] = []
    families = [kind for kind in kinds if kind != "welcome"]
    if families or not kinds:
        rows += [(row.at, "e", row.id, row) for row in await reader.events(families)]
    if not kinds or "relation" in kinds:
        rows += [(row.at, "h", row.id, row) for row in await reader.found_relations()]
    if not kinds or "welcome" in kinds:
        rows += [(row.at, "w", row.id, row) for row in await reader.welcomes()]
    rows.sort(key=lambda row: row[:3], reverse=True)
    shown = rows[:limit]
    last = shown[-1] if len(rows) > limit else None
    return HappeningPage(
        items=await describe(session, corp_id, customer_id, watcher, [row for *_, row in shown]),
        next=f"{last[0].isoformat()}~{last[1]}{last[2]}" if last is not None else None,
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the newest `rows` entries of each source that stand behind `place`."""

    session: AsyncSession
    corp_id: int
    customer_id: int
    watcher: Watcher
    place: _Place | None
    rows: int

    async def events(self, families: Sequence[HappeningKind]) -> Sequence[EventRow]:
        """From the log; of each kind at most `rows` are looked at, each by its own index walk."""
        row: type[EventRow] = EventRow
        statement = select(EventRow).where(*self._of(EventRow))
        if families:
            kinds = [kind for family in families for kind in known_kinds(family)]
            known = (
                func.unnest(cast(kinds, ARRAY(Text)))
                .table_valued("kind", name="wanted")
                .render_derived()
            )
            newest = (
                select(EventRow)
                .where(*self._of(EventRow), EventRow.kind == known.c.kind)
                .order_by(EventRow.at.desc(), EventRow.id.desc())
                .limit(self.rows)
                .lateral("newest")
            )
            row = aliased(EventRow, newest)
            statement = select(row).select_from(known).join(newest, true())
        found = await self.session.scalars(
            statement.order_by(row.at.desc(), row.id.desc()).limit(self.rows)
        )
        return found.all()

    def _of(self, row: type[EventRow]) -> list[ColumnElement[bool]]:
        asked: list[ColumnElement[bool]] = [
            row.corp_id == self.corp_id,
            row.customer_id == self.customer_id,
            *self._before(row.at, row.id, "e"),
        ]
        if self.watcher.staff_id is not None:
            # Another member's relation is none of his; what is nobody's in particular he sees.
            member = row.props["staff_id"].astext
            asked.append(or_(member.is_(None), member == str(self.watcher.staff_id)))
        return asked

    async def found_relations(self) -> Sequence[FollowHistory]:
        """Relations that a reading found and no callback told of."""
        statement = select(FollowHistory).where(
            FollowHistory.corp_id == self.corp_id,
            FollowHistory.customer_id == self.customer_id,
            FollowHistory.change == "synced",
            *self._before(FollowHistory.at, FollowHistory.id, "h"),
        )
        if self.watcher.staff_id is not None:
            statement = statement.where(FollowHistory.staff_id == self.watcher.staff_id)
        found = await self.session.scalars(
            statement.order_by(FollowHistory.at.desc(), FollowHistory.id.desc()).limit(self.rows)
        )
        return found.all()

    async def welcomes(self) -> list[AddOutcome]:
        """How his adds were welcomed."""
        identities = await CustomerRepository(self.session, self.corp_id).identities(
            self.customer_id
        )
        external_ids = [one.value for one in identities if one.kind == EXTERNAL]
        before = None
        if self.place is not None:
            # Welcomes stand before all else of their moment.
            before = (self.place.at, self.place.id if self.place.source == "w" else 0)
        return await welcomes.outcomes_of(
            self.session,
            self.corp_id,
            external_ids,
            account=self.watcher.account,
            before=before,
            limit=self.rows,
        )

    def _before(
        self, at: InstrumentedAttribute[datetime], row_id: InstrumentedAttribute[int], source: str
    ) -> list[ColumnElement[bool]]:
        place = self.place
        if place is None:
            return []
        if place.source == source:
            # The bound on `at` alone leaves newer partitions out; a row comparison does not.
            return [at <= place.at, tuple_(at, row_id) < (place.at, place.id)]
        if source < place.source:
            return [at <= place.at]
        return [at < place.at]
