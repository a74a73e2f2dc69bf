"""A customer's life here: the event log and his welcomes, as one list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    Select,
    Text,
    cast,
    func,
    or_,
    select,
    text,
    true,
    tuple_,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from yutang.kernel.db import table_of
from yutang.kernel.eventlog import service as eventlog
from yutang.kernel.events import EventRow, known_kinds
from yutang.people.kinds import service as event_kinds
from yutang.people.welcomes import service as welcomes
from yutang.people.welcomes.schemas import AddOutcome

from .aliases import whole_of
from .errors import BadCursorError, UnknownCustomerError
from .schemas import HappeningKind, HappeningPage, Watcher
from .telling import FoundRelation, LoggedEvent, describe


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

    def bound(self, source: str) -> int:
        """The lowest id of that source at this moment that stood before this place."""
        if source == self.source:
            return self.id
        return _ABOVE_ALL if source < self.source else 0


_ABOVE_ALL = 2**62
_FOUND: TypeAdapter[list[FoundRelation]] = TypeAdapter(list[FoundRelation])
_IDS = """
select value from customer_identities
where corp_id = :corp_id and customer_id = :customer_id and kind = 'external'
"""
_SORTING = text("select set_config('enable_sort', :sorting, true)")
_AROUND = text(
    f"""
    select
      (select json_agg(told) from (
         select id, staff_id, at, props ->> 'channel' as channel from follow_history
         where corp_id = :corp_id and customer_id = :customer_id and change = 'synced'
           and (cast(:staff_id as bigint) is null or staff_id = :staff_id)
           and (cast(:found_at as timestamptz) is null or (at, id) < (:found_at, :found_id))
         order by at desc, id desc limit :rows
       ) told)::text as found,
      {welcomes.outcomes_sql(_IDS)} as welcomed
    from customers where corp_id = :corp_id and id = :customer_id
    """  # noqa: S608 - its parts are constants
)


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
    place = None if after is None else _Place.parse(after)
    customer_id, parts = await whole_of(session, corp_id, customer_id)
    reader = _Reader(session, corp_id, customer_id, parts, watcher, place, limit + 1)
    relations, outcomes = await reader.around()
    rows: list[tuple[datetime, str, int, Any]] = []
    families = [kind for kind in kinds if kind != "welcome"]
    if families or not kinds:
        rows += [(row.at, "e", row.id, row) for row in await reader.events(families)]
    if not kinds or "relation" in kinds:
        rows += [(row.at, "h", row.id, row) for row in relations]
    if not kinds or "welcome" in kinds:
        rows += [(row.at, "w", row.id, row) for row in outcomes]
    rows.sort(key=lambda row: row[:3], reverse=True)
    shown = rows[:limit]
    last = shown[-1] if len(rows) > limit else None
    # Where the list ends here, the life may go on in files.
    cold = await eventlog.cold_until(session, corp_id, customer_id) if last is None else None
    return HappeningPage(
        items=await describe(session, corp_id, customer_id, watcher, [row for *_, row in shown]),
        next=f"{last[0].isoformat()}~{last[1]}{last[2]}" if last is not None else None,
        cold_before=cold,
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the newest `rows` entries of each source that stand behind `place`."""

    session: AsyncSession
    corp_id: int
    customer_id: int
    parts: Sequence[int]
    """His numbers: the log of who was merged into him names them as they were."""
    watcher: Watcher
    place: _Place | None
    rows: int

    async def events(self, families: Sequence[HappeningKind]) -> list[LoggedEvent]:
        """From the log; of each kind at most `rows` are looked at, each by its own index walk."""
        columns = [getattr(EventRow, name) for name in LoggedEvent._fields]
        walks = bool(families) or len(self.parts) > 1
        if not walks:
            statement = select(*columns).where(
                EventRow.customer_id == self.customer_id, *self._asked(EventRow)
            )
            at: ColumnElement[Any] = table_of(EventRow).c.at
            row_id: ColumnElement[Any] = table_of(EventRow).c.id
        else:
            statement, at, row_id = self._walks(columns, await self._kinds(families))
        connection = await self.session.connection()
        if walks:
            # Of a life it does not know while it plans the planner takes it to be of average
            # length, and would read and sort all of a long one.
            await connection.execute(_SORTING, {"sorting": "off"})
        found = await connection.execute(
            statement.order_by(at.desc(), row_id.desc()).limit(self.rows)
        )
        if walks:
            await connection.execute(_SORTING, {"sorting": "on"})
        return [LoggedEvent(*row) for row in found]

    async def _kinds(self, families: Sequence[HappeningKind]) -> list[str] | None:
        """The kinds of these families; None where all are asked for."""
        if not families:
            return None
        return [
            kind
            for family in families
            for kind in (
                await event_kinds.kinds_of_family(self.session, self.corp_id, family)
                if family in event_kinds.FAMILIES
                else known_kinds(family)
            )
        ]

    def _walks(
        self, columns: Sequence[Any], kinds: Sequence[str] | None
    ) -> tuple[Select[Any], ColumnElement[Any], ColumnElement[Any]]:
        """One walk for each of his numbers, and of each kind where some are asked for."""
        part = (
            func.unnest(cast(list(self.parts), ARRAY(BigInteger)))
            .table_valued("id", name="part")
            .render_derived()
        )
        asked = [EventRow.customer_id == part.c.id, *self._asked(EventRow)]
        source: Any = part
        if kinds is not None:
            known = (
                func.unnest(cast(list(kinds), ARRAY(Text)))
                .table_valued("kind", name="wanted")
                .render_derived()
            )
            asked.append(EventRow.kind == known.c.kind)
            source = part.join(known, true())
        newest = (
            select(*columns)
            .where(*asked)
            .order_by(EventRow.at.desc(), EventRow.id.desc())
            .limit(self.rows)
            .lateral("newest")
        )
        statement = select(*newest.c).select_from(source).join(newest, true())
        return statement, newest.c.at, newest.c.id

    def _asked(self, row: type[EventRow]) -> list[ColumnElement[bool]]:
        asked: list[ColumnElement[bool]] = [
            row.corp_id == self.corp_id,
            *self._before(row.at, row.id, "e"),
        ]
        if self.watcher.staff_id is not None:
            # Another member's relation is none of his; what is nobody's in particular he sees.
            member = row.props["staff_id"].astext
            asked.append(or_(member.is_(None), member == str(self.watcher.staff_id)))
            # Whom the company counts among whom is for those who work with segments.
            asked.append(~row.kind.startswith("segment."))
        return asked

    async def around(self) -> tuple[list[FoundRelation], list[AddOutcome]]:
        """What the log does not hold: relations found by reading, and how adds were welcomed."""
        place = self.place
        connection = await self.session.connection()
        row = (
            await connection.execute(
                _AROUND,
                {
                    "corp_id": self.corp_id,
                    "customer_id": self.customer_id,
                    "staff_id": self.watcher.staff_id,
                    "account": self.watcher.account,
                    "found_at": place and place.at,
                    "found_id": place and place.bound("h"),
                    "welcome_at": place and place.at,
                    "welcome_id": place and place.bound("w"),
                    "rows": self.rows,
                },
            )
        ).one_or_none()
        if row is None:
            raise UnknownCustomerError(self.customer_id)
        found = _FOUND.validate_json(row.found) if row.found is not None else []
        return found, welcomes.read_outcomes(row.welcomed)

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
