"""Keep what is told of customers' own messages; say who is activated, and who fell silent."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.clock import day_bounds
from yutang.people.corps import service as corps

from . import repository
from .errors import BadCursorError, BadSpanError
from .models import ActivitySource, SilenceTally
from .schemas import (
    ActivationRead,
    ActivationReport,
    ActivationShare,
    ActivityRead,
    Heard,
    LinkWord,
    ReportKey,
    SilencePage,
    SilenceRead,
    SilenceRow,
    SourceName,
)
from .silence import judge_silence

__all__ = (
    "LINKS",
    "ORDERS",
    "judge_silence",
    "list_silences",
    "list_sources",
    "note_reading",
    "note_source",
    "of",
    "read_report",
    "read_silence",
    "record_heard",
    "record_read",
    "saw_signs",
)

LINKS: Final[SourceName] = "links"
ORDERS: Final[SourceName] = "orders"
MOST_DAYS: Final = 92
_ORDER: Final[tuple[SourceName, ...]] = (
    "archive",
    "links",
    "service_accounts",
    "orders",
    "visits",
)


async def record_heard(session: AsyncSession, corp_id: int, heard: Sequence[Heard]) -> None:
    """Store that customers' messages reached members; order and repetition do not matter.

    A sign of life ends a customer's silence.
    """
    if not heard:
        return
    arrays = {
        "corp_id": corp_id,
        "source": LINKS,
        "customers": [one.customer_id for one in heard],
        "staff": [one.staff_id for one in heard],
        "messages": [one.messages for one in heard],
        "moments": [one.at for one in heard],
    }
    await session.execute(repository.RECORD_HEARD, arrays)
    await session.execute(
        repository.SAW_SIGNS,
        {name: arrays[name] for name in ("corp_id", "customers", "moments")},
    )


async def saw_signs(
    session: AsyncSession, corp_id: int, signs: Sequence[tuple[int, datetime]]
) -> None:
    """Customers gave a sign of life, as an order is; it ends a silence that began before it."""
    if not signs:
        return
    asked = {
        "corp_id": corp_id,
        "customers": [customer_id for customer_id, _ in signs],
        "moments": [at for _, at in signs],
    }
    # In one order, so that two who write of the same people wait instead of ending each other.
    await session.execute(repository.TAKE_TURNS, asked)
    await session.execute(repository.SAW_SIGNS, asked)


async def record_read(
    session: AsyncSession, corp_id: int, words: Sequence[LinkWord], now: datetime
) -> None:
    """Store what reading a link's customers shows; who is not known here yet is left out."""
    if not words:
        return
    await session.execute(
        repository.RECORD_READ,
        {
            "corp_id": corp_id,
            "source": LINKS,
            "external_ids": [one.external_id for one in words],
            "accounts": [one.account.lower() for one in words],
            "spoke": [one.spoke for one in words],
            "at": now,
        },
    )


async def note_source(
    session: AsyncSession, corp_id: int, at: datetime, source: SourceName = LINKS
) -> None:
    """A callback of links, or news of orders, came: since the first the source is known to tell."""
    await session.execute(repository.NOTE_SOURCE, {"corp_id": corp_id, "source": source, "at": at})


async def note_reading(
    session: AsyncSession, corp_id: int, now: datetime, reason: str | None = None
) -> None:
    """The customers of all links were read, or WeCom refused with `reason`."""
    await session.execute(
        repository.NOTE_READING,
        {"corp_id": corp_id, "source": LINKS, "at": now, "reason": reason},
    )


async def of(
    session: AsyncSession, corp_id: int, customer_ids: Collection[int]
) -> dict[int, ActivationRead]:
    """Whether each of these customers is activated, by the corp's number of messages.

    Every id is answered: where nobody tells, `activated` is None with the reason.
    """
    needed = (await corps.read_preferences(session, corp_id)).activation_messages
    rows = await session.execute(
        repository.OF_CUSTOMERS,
        {"corp_id": corp_id, "ids": list(customer_ids), "needed": needed},
    )
    told = {row.customer_id: row for row in rows}
    return {one: _activation(needed, told.get(one)) for one in customer_ids}


def _activation(needed: int, row: Any) -> ActivationRead:
    if row is None:
        return ActivationRead(
            needed=needed,
            activated=None,
            messages_at_least=None,
            at=None,
            source=None,
            as_of=None,
            reason="no_source",
        )
    if row.messages >= needed:
        activated: bool | None = True
    else:
        activated = False if row.messages == 0 or row.counted else None
    return ActivationRead(
        needed=needed,
        activated=activated,
        messages_at_least=row.messages,
        at=row.at,
        source=LINKS,
        as_of=row.as_of,
        reason="not_all_told" if activated is None else None,
    )


async def read_report(
    session: AsyncSession, corp_id: int, first: date, last: date, by: ReportKey
) -> ActivationReport:
    """Shares among those added from day `first` to `last` of the corp's zone.

    Members and channels with most adds come first, at most 200 of them. Raises BadSpanError.
    """
    if not first <= last <= first + timedelta(days=MOST_DAYS - 1):
        raise BadSpanError(MOST_DAYS)
    corp = await corps.describe(session, corp_id)
    needed = (await corps.read_preferences(session, corp_id)).activation_messages
    asked = {
        "corp_id": corp_id,
        "needed": needed,
        "start": day_bounds(first, corp.timezone)[0],
        "stop": day_bounds(last, corp.timezone)[1],
    }
    if by == "day":
        asked["zone"] = corp.timezone
    found = await session.execute(repository.REPORT[by], asked)
    rows = [ActivationShare.model_validate(dict(row)) for row in found.mappings()]
    return ActivationReport(
        needed=needed,
        by=by,
        total=ActivationShare(
            adds=sum(row.adds for row in rows),
            known=sum(row.known for row in rows),
            activated=sum(row.activated for row in rows),
        ),
        rows=rows[:200],
        sources=await list_sources(session, corp_id),
    )


async def list_sources(session: AsyncSession, corp_id: int) -> list[ActivityRead]:
    """What may tell of customers' acts, in the order in which it is believed."""
    rows = await session.scalars(select(ActivitySource).where(ActivitySource.corp_id == corp_id))
    kept = {row.source: row for row in rows}
    return [_source(name, kept.get(name)) for name in _ORDER]


def _source(name: SourceName, row: ActivitySource | None) -> ActivityRead:
    if name == ORDERS and row is not None:
        return ActivityRead(
            source=name, state="telling", since=row.since, read_at=None, reason=None
        )
    if name != LINKS:
        return ActivityRead(source=name, state="absent", since=None, read_at=None, reason=None)
    if row is None:
        return ActivityRead(source=name, state="waiting", since=None, read_at=None, reason=None)
    return ActivityRead(
        source=name,
        state="failing" if row.reason else "telling",
        since=row.since,
        read_at=row.read_at,
        reason=row.reason,
    )


async def read_silence(session: AsyncSession, corp_id: int) -> SilenceRead:
    """How many are silent, as judged last night."""
    tally = await session.get(SilenceTally, corp_id)
    days = (await corps.read_preferences(session, corp_id)).silent_days
    whole = tally is not None and tally.judged_on is not None
    known = whole and tally is not None and tally.judged > 0
    return SilenceRead(
        days=tally.days if tally is not None and whole else days,
        friends=tally.friends if tally is not None and whole else None,
        judged=tally.judged if tally is not None and whole else None,
        silent=tally.silent if tally is not None and known else None,
        as_of=tally.as_of if tally is not None and whole else None,
        sources=await list_sources(session, corp_id),
    )


async def list_silences(
    session: AsyncSession,
    corp_id: int,
    *,
    customer_id: int | None,
    open_only: bool,
    after: str | None,
    limit: int,
) -> SilencePage:
    """Times of silence, the newest first; of one customer his whole history. BadCursorError."""
    more, asked = [], {"corp_id": corp_id, "limit": limit + 1}
    if customer_id is not None:
        more.append("and s.customer_id = :customer_id")
        asked["customer_id"] = customer_id
    if open_only:
        more.append("and s.ended_at is null")
    values: dict[str, Any] = asked
    if after is not None:
        head, _, tail = after.partition("~")
        if not (head.isascii() and head.isdigit()):
            raise BadCursorError
        try:
            values |= {"before_id": int(head), "before": datetime.fromisoformat(tail)}
        except ValueError as error:
            raise BadCursorError from error
        more.append("and (s.began_at, s.id) < (:before, :before_id)")
    rows = (
        await session.execute(text(repository.SILENCES.format(more=" ".join(more))), values)
    ).all()
    items = [SilenceRow.model_validate(row, from_attributes=True) for row in rows[:limit]]
    last = items[-1] if items else None
    return SilencePage(
        items=items,
        next=f"{last.id}~{last.began_at.isoformat()}" if last and len(rows) > limit else None,
    )
