"""Statements over the tables about the log."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from .models import LogCold, LogMonth
from .schemas import Tally, Written, add_months

_KEEP_MONTH = text(
    "insert into log_months (month, rows, bytes, mark, counted_at)"
    " values (:month, :rows, :bytes, :mark, now())"
    " on conflict (month) do update set rows = excluded.rows, bytes = excluded.bytes,"
    " mark = excluded.mark, counted_at = now()"
)
_ZERO_COUNTS = text("update log_counts set rows = 0 where month = :month and rows <> 0")
_KEEP_COUNTS = text(
    "insert into log_counts (corp_id, month, kind, rows)"
    " select v.corp_id, :month, v.kind, v.rows from unnest(cast(:corps as bigint[]),"
    " cast(:kinds as text[]), cast(:rows as bigint[])) as v(corp_id, kind, rows)"
    " on conflict (corp_id, month, kind) do update set rows = excluded.rows"
)
_KEEP_FILE = text(
    "insert into log_months (month, file, sha256, file_rows, file_bytes, frozen_at)"
    " values (:month, :file, :sha256, :rows, :bytes, now())"
    " on conflict (month) do update set file = excluded.file, sha256 = excluded.sha256,"
    " file_rows = excluded.file_rows, file_bytes = excluded.file_bytes,"
    " frozen_at = now(), thawed_at = null"
)
_NO_FILE = text(
    "update log_months set file = null, sha256 = null, file_rows = 0, file_bytes = 0,"
    " frozen_at = null where month = :month"
)
_KEEP_COLD_COUNTS = text(
    "insert into log_counts (corp_id, month, kind, cold)"
    " select v.corp_id, :month, v.kind, v.rows from unnest(cast(:corps as bigint[]),"
    " cast(:kinds as text[]), cast(:rows as bigint[])) as v(corp_id, kind, rows)"
    " on conflict (corp_id, month, kind) do update set cold = excluded.cold"
)
_KEEP_COLD = text(
    "insert into log_cold (corp_id, month, rows, last_person)"
    " select v.corp_id, :month, v.rows, v.last from unnest(cast(:corps as bigint[]),"
    " cast(:rows as bigint[]), cast(:lasts as bigint[])) as v(corp_id, rows, last)"
)
_DROPPED = text(
    "update log_counts c set dropped = c.dropped + v.rows,"
    " rows = case when :hot then greatest(c.rows - v.rows, 0) else c.rows end"
    " from unnest(cast(:corps as bigint[]), cast(:kinds as text[]), cast(:rows as bigint[]))"
    " as v(corp_id, kind, rows)"
    " where c.corp_id = v.corp_id and c.kind = v.kind and c.month = :month"
)
_READ_SINCE = (
    "select name from event_readers r where exists (select from {place} e"
    " where (e.era, e.xid, e.id) > (r.era, r.xid, r.id)) order by name limit 1"
)
_ERASED = text("select corp_id, person from log_erased")
_OPEN_ERASED = text("select corp_id, person from log_erased where done_at is null")

Pairs = Mapping[tuple[int, str], int]
"""A number by corp and kind."""


def _columns(pairs: Pairs) -> dict[str, list[int] | list[str]]:
    return {
        "corps": [corp_id for corp_id, _ in pairs],
        "kinds": [kind for _, kind in pairs],
        "rows": list(pairs.values()),
    }


async def read_month(session: AsyncSession, month: date) -> LogMonth | None:
    """What is known of a month."""
    return await session.get(LogMonth, month, populate_existing=True)


async def frozen_months(session: AsyncSession) -> Sequence[LogMonth]:
    """Those with a file, the oldest first."""
    found = await session.scalars(
        select(LogMonth).where(LogMonth.file.is_not(None)).order_by(LogMonth.month)
    )
    return found.all()


async def keep_counts(
    session: AsyncSession, month: date, pairs: Pairs, size: int, mark: int | None
) -> None:
    """What was counted of a month in the database."""
    asked = {"month": month, "rows": sum(pairs.values()), "bytes": size, "mark": mark}
    await session.execute(_KEEP_MONTH, asked)
    await session.execute(_ZERO_COUNTS, {"month": month})
    await session.execute(_KEEP_COUNTS, {"month": month, **_columns(pairs)})


async def keep_file(session: AsyncSession, month: date, written: Written) -> None:
    """A month's file stands, and what it holds."""
    asked = {
        "month": month,
        "file": written.path.name,
        "sha256": written.sha256,
        "rows": written.tally.rows,
        "bytes": written.bytes,
    }
    await session.execute(_KEEP_FILE, asked)
    await _keep_cold(session, month, written.tally)


async def forget_file(session: AsyncSession, month: date) -> None:
    """A month has no file any more."""
    await session.execute(_NO_FILE, {"month": month})
    await _keep_cold(session, month, Tally())


async def _keep_cold(session: AsyncSession, month: date, tally: Tally) -> None:
    await session.execute(
        text("update log_counts set cold = 0 where month = :month and cold <> 0"), {"month": month}
    )
    await session.execute(text("delete from log_cold where month = :month"), {"month": month})
    await session.execute(_KEEP_COLD_COUNTS, {"month": month, **_columns(tally.kinds)})
    rows: dict[int, int] = {}
    for (corp_id, _), count in tally.kinds.items():
        rows[corp_id] = rows.get(corp_id, 0) + count
    asked = {
        "month": month,
        "corps": list(rows),
        "rows": list(rows.values()),
        "lasts": [tally.last_person.get(corp_id, 0) for corp_id in rows],
    }
    await session.execute(_KEEP_COLD, asked)


async def note_dropped(session: AsyncSession, month: date, pairs: Pairs, *, hot: bool) -> None:
    """Rows that went for their age from the table or the file, in the same transaction."""
    if pairs:
        await session.execute(_DROPPED, {"month": month, "hot": hot, **_columns(pairs)})


async def unread_by(session: AsyncSession, place: str) -> str | None:
    """A reader that has not read all of a table; None when all have."""
    found: str | None = await session.scalar(text(_READ_SINCE.format(place=place)))
    return found


async def erased(session: AsyncSession, *, open_only: bool = False) -> dict[int, set[int]]:
    """Erased persons by corp; `open_only`: those whom files may still hold."""
    found: dict[int, set[int]] = {}
    for row in await session.execute(_OPEN_ERASED if open_only else _ERASED):
        found.setdefault(row.corp_id, set()).add(row.person)
    return found


async def cold_until(session: AsyncSession, corp_id: int, customer_id: int) -> date | None:
    """Up to which day, exclusive, events of a customer may lie in cold storage; None: nowhere."""
    newest = await session.scalar(
        select(LogCold.month)
        .where(LogCold.corp_id == corp_id, LogCold.last_person >= customer_id)
        .order_by(LogCold.month.desc())
        .limit(1)
    )
    return None if newest is None else add_months(newest, 1)


async def months_with(
    session: AsyncSession, corp_id: int, customer_ids: Collection[int]
) -> list[LogMonth]:
    """Frozen months in which these customers may stand."""
    found = await session.scalars(
        select(LogMonth)
        .join(LogCold, LogCold.month == LogMonth.month)
        .where(
            LogCold.corp_id == corp_id,
            LogCold.last_person >= min(customer_ids),
            LogMonth.file.is_not(None),
        )
        .order_by(LogMonth.month)
    )
    return list(found)


async def change_mark(session: AsyncSession, place: str) -> int | None:
    """How many changes PostgreSQL has counted in a table; None: it does not count."""
    found: int | None = await session.scalar(
        text(
            "select n_tup_ins + n_tup_upd + n_tup_del from pg_stat_all_tables"
            " where schemaname = 'public' and relname = :place"
        ),
        {"place": place},
    )
    return found


async def count_kinds(session: AsyncSession, place: str) -> dict[tuple[int, str], int]:
    """Rows of a table by corp and kind: reads all of it."""
    found = await session.execute(
        text(f"select corp_id, kind, count(*) as rows from {place} group by 1, 2")  # noqa: S608
    )
    return {(row.corp_id, row.kind): row.rows for row in found}


async def size_of(session: AsyncSession, place: str) -> int:
    """Bytes of a table with its indexes."""
    found = await session.scalar(text("select pg_total_relation_size(:place)"), {"place": place})
    return int(found or 0)
