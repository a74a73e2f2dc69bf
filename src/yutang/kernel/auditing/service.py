"""The audit, read: searching it, the state of its chain, how long it is kept."""

from collections.abc import AsyncIterator
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.access.schemas import Principal
from yutang.kernel.audit import AuditEntry
from yutang.kernel.db import Database

from . import repository
from .chaining import first_hash
from .cutting import cut_corp
from .errors import BadPlaceError, UnknownEntryError
from .schemas import KEEP_DAYS, AnchorRead, ChainRead, Entry, Search
from .sealing import drop_anchor, find_corps, seal_all, seal_corp
from .verifying import check_corp

__all__ = (
    "check_corp",
    "cut_corp",
    "drop_anchor",
    "export",
    "find_corps",
    "list_actors",
    "read_chain",
    "read_entry",
    "seal_all",
    "seal_corp",
    "search",
    "set_keeping",
)

EXPORT_BATCH_ROWS = 2000
ACTORS_SHOWN = 1000

_KEEP = text(
    "insert into audit_chains (corp_id, hash, keep_days) values (:corp_id, :hash, :days)"
    " on conflict (corp_id) do update set keep_days = excluded.keep_days"
)


def _read(row: AuditEntry) -> Entry:
    return Entry.model_validate(row, from_attributes=True)


def _place(after: str | None) -> tuple[datetime, int] | None:
    if after is None:
        return None
    moment, _, number = after.rpartition("~")
    try:
        return datetime.fromisoformat(moment), int(number)
    except ValueError as error:
        message = "`after` is the `next` of another page of this list, unchanged"
        raise BadPlaceError(message) from error


def place_of(entry: Entry) -> str:
    """Where a page that ends with `entry` goes on."""
    return f"{entry.at.isoformat()}~{entry.id}"


async def search(
    session: AsyncSession, corp_id: int, wanted: Search, after: str | None, limit: int
) -> tuple[list[Entry], str | None]:
    """Entries newest first, and where the next page begins. Raises BadPlaceError."""
    rows = await repository.find_entries(session, corp_id, wanted, _place(after), limit + 1)
    entries = [_read(row) for row in rows[:limit]]
    return entries, place_of(entries[-1]) if len(rows) > limit else None


async def read_entry(session: AsyncSession, corp_id: int, entry_id: int) -> Entry:
    """One entry. Raises UnknownEntryError."""
    row = await repository.find_entry(session, corp_id, entry_id)
    if row is None:
        message = f"there is no entry {entry_id}; it may be past the age that entries are kept"
        raise UnknownEntryError(message)
    return _read(row)


async def list_actors(session: AsyncSession, corp_id: int) -> list[str]:
    """Everybody of the company who did something, as the audit spells it; the first thousand."""
    return await repository.find_actors(session, corp_id, ACTORS_SHOWN)


async def export(database: Database, principal: Principal, wanted: Search) -> AsyncIterator[Entry]:
    """Every entry newest first, a short transaction per batch."""
    after: tuple[datetime, int] | None = None
    while True:
        async with database.corp(principal.corp_id, principal.seer) as session:
            rows = await repository.find_entries(
                session, principal.corp_id, wanted, after, EXPORT_BATCH_ROWS
            )
            entries = [_read(row) for row in rows]
        for entry in entries:
            yield entry
        if len(entries) < EXPORT_BATCH_ROWS:
            return
        after = entries[-1].at, entries[-1].id


async def read_chain(session: AsyncSession, corp_id: int) -> ChainRead:
    """How far the chain is sealed, what the last check said, what was noted apart."""
    chain = await repository.find_chain(session, corp_id)
    anchors = await repository.find_anchors(session, corp_id)
    return ChainRead(
        place=chain.place if chain else 0,
        hash=(chain.hash if chain else first_hash(corp_id)).hex(),
        waiting=await repository.count_waiting(session, corp_id, chain),
        sealed_at=chain.sealed_at if chain else None,
        entry_at=chain.entry_at if chain else None,
        checked_at=chain.checked_at if chain else None,
        checked_place=chain.checked_place if chain else None,
        fault=chain.fault if chain else None,
        fault_entry_id=chain.fault_entry_id if chain else None,
        keep_days=chain.keep_days if chain else KEEP_DAYS,
        anchors=[
            AnchorRead.model_validate(
                {"place": one.place, "kind": one.kind, "hash": one.hash.hex(), "at": one.at}
            )
            for one in anchors
        ],
    )


async def set_keeping(session: AsyncSession, corp_id: int, days: int, actor: str) -> None:
    """Keep entries `days` days. Needs the owner's session."""
    chain = await repository.find_chain(session, corp_id)
    before = chain.keep_days if chain else KEEP_DAYS
    if before == days:
        return
    await session.execute(_KEEP, {"corp_id": corp_id, "hash": first_hash(corp_id), "days": days})
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="audit.keeping_changed",
        target="audit",
        before={"days": before},
        after={"days": days},
    )
