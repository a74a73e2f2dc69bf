"""Rows of months without a table stand in the default partition: here they move into months.

They are copied, piece by piece, into tables apart while everybody reads and writes on; a trigger
notes what changes meanwhile. Then one short transaction exchanges the default partition for the
copies, whose checks spare PostgreSQL the looking. (era, xid, id) stay as they are, so a reader
misses nothing and sees nothing twice.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

import structlog
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.runtime import Runtime

from . import months
from .errors import ChangingMonthError
from .months import COLUMNS, DEFAULT
from .schemas import add_months, month_of

log = structlog.get_logger(__name__)

PAGES: Final = 200
"""Pages of 8 kB that are copied in one transaction."""
CHANGES: Final = 2_000
"""Changes taken over in one transaction; the last one, in which all wait, takes no more."""
ROUNDS: Final = 50
BACK, AHEAD = 300, 12
"""Months from now within which one gets a table; a clock in 2099 stays in the default partition."""
REST: Final = "events_rest"

_FOUND = text(
    "select distinct date_trunc('month', at at time zone 'UTC')::date"  # noqa: S608
    f" from {DEFAULT} where at >= :first and at < :last"
)
_CHANGES = text(
    "delete from log_changes where (corp_id, place, n) in ("
    "  select corp_id, place, n from log_changes where place = :place order by n limit :most)"
    " returning corp_id, at, event_id"
)
_KEYS = (
    "unnest(cast(:corps as bigint[]), cast(:moments as timestamptz[]), cast(:ids as bigint[]))"
    " as k(corp_id, at, id)"
)


@dataclass(frozen=True, slots=True)
class _Target:
    """Where rows of a month, or of no month of its own, are copied to."""

    name: str
    month: date | None
    starts: datetime
    stops: datetime


async def settle(runtime: Runtime) -> int:
    """Move what fell into the default partition; how many months got a table. For who is alone."""
    found = await _months_in_default(runtime)
    if not found:
        return 0
    await months.watch(runtime, DEFAULT)
    try:
        targets = await _make_targets(runtime, found)
        await _copy(runtime, targets)
        await _exchange(runtime, targets)
    except BaseException:
        await months.tidy(runtime)
        raise
    log.info("eventlog.settled", months=[f"{month:%Y-%m}" for month in found])
    return len(found)


async def _months_in_default(runtime: Runtime) -> list[date]:
    now = month_of(runtime.clock())
    first, last = add_months(now, -BACK), add_months(now, AHEAD + 1)
    bounds = {"first": _midnight(first), "last": _midnight(last)}
    async with runtime.database.unhurried() as session:
        there = {month.month for month in await months.find_months(session)}
        return sorted(set(await session.scalars(_FOUND, bounds)) - there)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


async def _make_targets(runtime: Runtime, found: Sequence[date]) -> list[_Target]:
    targets = []
    for month in found:
        name = f"events_new_{month:%Y%m}"
        async with runtime.database.owner() as session:
            await months.make_apart(session, name, month)
            targets.append(_Target(name, month, *await months.bounds_of(session, month)))
    async with runtime.database.owner() as session:
        await months.make_apart(session, REST, None)
    return targets


async def _copy(runtime: Runtime, targets: Sequence[_Target]) -> None:
    parts = _parts(targets)

    async def act(session: AsyncSession, stretch: str) -> None:
        for name, where in parts:
            # A row that is changed meanwhile may be met twice; what it became is noted.
            await session.execute(
                text(
                    f"insert into {name} ({COLUMNS}) select {COLUMNS} from {DEFAULT}"  # noqa: S608
                    f" where {stretch} and {where} on conflict do nothing"
                )
            )

    await months.in_stretches(runtime, DEFAULT, PAGES, act)


def _parts(targets: Iterable[_Target]) -> list[tuple[str, str]]:
    """Each table apart with which rows are its own."""
    parts = [
        (one.name, f"at >= '{one.starts.isoformat()}' and at < '{one.stops.isoformat()}'")
        for one in targets
    ]
    return [*parts, (REST, " and ".join(f"not ({where})" for _, where in parts))]


async def _exchange(runtime: Runtime, targets: Sequence[_Target]) -> None:
    """Take over what changed, until so little is left that everybody can wait for it."""
    for _ in range(ROUNDS):
        while await _catch_up(runtime, targets) == CHANGES:
            pass

        async def act(session: AsyncSession) -> bool:
            await months.lock_log(session)
            await session.execute(text(f"lock table {DEFAULT} in access exclusive mode"))
            if await _take_over(session, targets) == CHANGES:
                return False
            await _replace(session, targets)
            return True

        if await months.briefly(runtime, act):
            return
    raise ChangingMonthError(targets[0].starts.date())


async def _catch_up(runtime: Runtime, targets: Sequence[_Target]) -> int:
    async with runtime.database.owner() as session:
        return await _take_over(session, targets)


async def _take_over(session: AsyncSession, targets: Sequence[_Target]) -> int:
    rows = (await session.execute(_CHANGES, {"place": DEFAULT, "most": CHANGES})).all()
    keys = {(row.corp_id, row.at, row.event_id) for row in rows}
    apart: dict[str, list[tuple[int, datetime, int]]] = {}
    for key in keys:
        home = next((one.name for one in targets if one.starts <= key[1] < one.stops), REST)
        apart.setdefault(home, []).append(key)
    for name, some in apart.items():
        corps, moments, ids = (list(column) for column in zip(*some, strict=True))
        asked = {"corps": corps, "moments": moments, "ids": ids}
        same = "t.corp_id = k.corp_id and t.at = k.at and t.id = k.id"
        await session.execute(text(f"delete from {name} t using {_KEYS} where {same}"), asked)  # noqa: S608
        columns = ", ".join(f"t.{column}" for column in COLUMNS.split(", "))
        await session.execute(
            text(
                f"insert into {name} ({COLUMNS}) select {columns} from {DEFAULT} t, {_KEYS}"  # noqa: S608
                f" where {same}"
            ),
            asked,
        )
    return len(rows)


async def _replace(session: AsyncSession, targets: Sequence[_Target]) -> None:
    await session.execute(text(f"alter table events detach partition {DEFAULT}"))
    await session.execute(text(f"drop table {DEFAULT}"))
    for one in targets:
        if one.month is not None:
            await months.attach(session, one.name, one.month)
    await session.execute(text(f"alter table {REST} rename to {DEFAULT}"))
    await session.execute(text(f"alter table events attach partition {DEFAULT} default"))
