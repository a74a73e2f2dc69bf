"""A customer's life here: the event log and his welcomes, as one list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.events import EventRow
from yutang.people.staff import service as staff
from yutang.people.tags import service as tags
from yutang.people.tags.schemas import TagOption
from yutang.people.welcomes import service as welcomes
from yutang.people.welcomes.schemas import AddOutcome

from .errors import BadCursorError, UnknownCustomerError
from .models import Customer, FollowHistory
from .repository import EXTERNAL, CustomerRepository
from .schemas import Happening, HappeningKind, HappeningPage, OwnerRef


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
    kind: HappeningKind | None,
    after: str | None,
    limit: int,
) -> HappeningPage:
    """One page, newest first. Raises UnknownCustomerError, BadCursorError."""
    if await session.get(Customer, (corp_id, customer_id)) is None:
        raise UnknownCustomerError(customer_id)
    place = None if after is None else _Place.parse(after)
    rows: list[tuple[datetime, str, int, Any]] = []
    if kind != "welcome":
        events = await _events(session, corp_id, customer_id, kind, place, limit + 1)
        rows += [(event.at, "e", event.id, event) for event in events]
    if kind in {None, "relation"}:
        known = await CustomerRepository(session, corp_id).found_relations(customer_id)
        rows += [(row.at, "h", row.id, row) for row in known if _before(row.at, "h", row.id, place)]
    if kind in {None, "welcome"}:
        sent = await _welcomes(session, corp_id, customer_id, place)
        rows += [(welcome.at, "w", welcome.id, welcome) for welcome in sent]
    rows.sort(key=lambda row: row[:3], reverse=True)
    shown = rows[:limit]
    last = shown[-1] if len(rows) > limit else None
    return HappeningPage(
        items=await _describe(session, corp_id, [row for *_, row in shown]),
        next=f"{last[0].isoformat()}~{last[1]}{last[2]}" if last is not None else None,
    )


async def _events(
    session: AsyncSession,
    corp_id: int,
    customer_id: int,
    kind: HappeningKind | None,
    place: _Place | None,
    limit: int,
) -> Sequence[EventRow]:
    statement = select(EventRow).where(
        EventRow.corp_id == corp_id, EventRow.customer_id == customer_id
    )
    if kind is not None:
        statement = statement.where(EventRow.kind.startswith(f"{kind}."))
    if place is not None and place.source == "e":
        statement = statement.where(tuple_(EventRow.at, EventRow.id) < (place.at, place.id))
    elif place is not None:
        statement = statement.where(EventRow.at <= place.at)
    rows = await session.scalars(
        statement.order_by(EventRow.at.desc(), EventRow.id.desc()).limit(limit)
    )
    return rows.all()


async def _welcomes(
    session: AsyncSession, corp_id: int, customer_id: int, place: _Place | None
) -> list[AddOutcome]:
    identities = await CustomerRepository(session, corp_id).identities(customer_id)
    external_ids = [identity.value for identity in identities if identity.kind == EXTERNAL]
    found = await welcomes.outcomes_of(session, corp_id, external_ids)
    return [row for row in found if _before(row.at, "w", row.id, place)]


def _before(at: datetime, source: str, row_id: int, place: _Place | None) -> bool:
    return place is None or (at, source, row_id) < (place.at, place.source, place.id)


async def _describe(
    session: AsyncSession, corp_id: int, rows: Sequence[EventRow | FollowHistory | AddOutcome]
) -> list[Happening]:
    events = [row for row in rows if isinstance(row, EventRow)]
    sent = [row for row in rows if isinstance(row, AddOutcome)]
    known = [row for row in rows if isinstance(row, FollowHistory)]
    by_id = {
        member.id: OwnerRef(id=member.id, name=member.name, state=member.status)
        for member in await staff.staff_by_ids(
            session,
            corp_id,
            {row.props["staff_id"] for row in events if "staff_id" in row.props}
            | {row.staff_id for row in known},
        )
    }
    by_account = {
        member.account: OwnerRef(id=member.id, name=member.name, state=member.status)
        for member in await staff.staff_by_accounts(session, corp_id, {row.account for row in sent})
    }
    names = await tags.tag_names(
        session, corp_id, {row.props["tag_id"] for row in events if "tag_id" in row.props}
    )
    return [
        _of_event(row, by_id, names)
        if isinstance(row, EventRow)
        else _of_found(row, by_id.get(row.staff_id))
        if isinstance(row, FollowHistory)
        else _of_welcome(row, by_account.get(row.account))
        for row in rows
    ]


def _of_event(row: EventRow, members: dict[int, OwnerRef], names: dict[int, str]) -> Happening:
    tag_id = row.props.get("tag_id")
    return Happening(
        id=f"e{row.id}",
        kind=row.kind,
        at=row.at,
        by_customer=row.actor == "customer",
        staff=members.get(row.props.get("staff_id", 0)),
        tag=TagOption(id=tag_id, name=names[tag_id]) if tag_id in names else None,
        channel=row.props.get("channel"),
        by=row.props.get("by"),
        first=row.props.get("first"),
        ending=row.props.get("ending"),
    )


def _of_found(row: FollowHistory, member: OwnerRef | None) -> Happening:
    return Happening(
        id=f"h{row.id}",
        kind="relation.found",
        at=row.at,
        staff=member,
        channel=row.props.get("channel"),
    )


def _of_welcome(row: AddOutcome, member: OwnerRef | None) -> Happening:
    return Happening(
        id=f"w{row.id}",
        kind="welcome",
        at=row.at,
        staff=member,
        channel=row.channel,
        outcome=row.outcome,
        reason=row.reason,
        detail=row.detail,
    )
