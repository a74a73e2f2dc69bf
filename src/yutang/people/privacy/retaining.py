"""For how long each kind of data is kept: what is older goes each night, in short transactions."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import structlog
from sqlalchemy import select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.eventlog import service as eventlog
from yutang.kernel.runtime import Runtime
from yutang.kernel.settings import Settings
from yutang.people.attributes import service as attributes
from yutang.people.consents import service as consents
from yutang.people.consents.schemas import PHONE, SENSITIVE
from yutang.people.corps import service as corps
from yutang.people.customers import service as customers
from yutang.people.suppressions import service as suppressions

from . import persons as people
from .erasing import erase
from .errors import BadRetentionError
from .models import Retention
from .schemas import Kind, RetentionRead
from .tables import identities_last

log = structlog.get_logger(__name__)

ROWS: Final = 2_000
PERSONS: Final = 200
COUNTED: Final = 100_000
LONGEST: Final = 36_500
EXPORT_DAYS: Final = 7


@dataclass(frozen=True, slots=True)
class _Store:
    """One kind: its table, its key, and what is old, with :before and :corp_id."""

    table: str
    key: str
    old: str
    least: int
    """Fewer days would take away what the product itself still needs."""
    act: str = "delete from {table}"


_STORES: Final[dict[Kind, _Store]] = {
    "inbox": _Store("inbox", "id", "received_at < :before and status in ('done', 'kept')", 2),
    "exports": _Store(
        "exports",
        "corp_id, id",
        "created_at < :before and not forgotten and expires_at > now()",
        1,
        "update {table} set expires_at = now()",
    ),
    "events": _Store("events", "corp_id, at, id", "at < :before", 90),
    "notes": _Store(
        "notes", "corp_id, customer_id, id", "coalesce(deleted_at, created_at) < :before", 30
    ),
    "welcomes": _Store("welcomes", "corp_id, id", "received_at < :before", 90),
    # Whom nobody has any more, and whose last relation changed so long ago.
    "lost": _Store(
        "customers",
        "corp_id, id",
        "state = 'lost' and not exists (select from follows f where f.corp_id = :corp_id"
        " and f.customer_id = customers.id and f.changed_at >= :before)",
        365,
    ),
}


def _default(kind: Kind, settings: Settings) -> int | None:
    return {"inbox": settings.callback_days, "exports": EXPORT_DAYS}.get(kind)


def _most(kind: Kind, settings: Settings) -> int:
    """What the installation keeps at all."""
    return {"inbox": settings.callback_days, "exports": EXPORT_DAYS}.get(kind, LONGEST)


async def _chosen(session: AsyncSession, corp_id: int) -> dict[str, Retention]:
    rows = await session.scalars(select(Retention).where(Retention.corp_id == corp_id))
    return {row.kind: row for row in rows}


async def read_retentions(
    session: AsyncSession, corp_id: int, settings: Settings, now: datetime
) -> list[RetentionRead]:
    """Each kind with its days and how much would go, counted up to COUNTED. Owner's session."""
    chosen = await _chosen(session, corp_id)
    found = []
    for kind, store in _STORES.items():
        row = chosen.get(kind)
        default = _default(kind, settings)
        days = row.days if row is not None else default
        older = 0
        if days is not None:
            older = await session.scalar(
                text(
                    f"select count(*) from (select 1 from {store.table}"  # noqa: S608 - constants
                    f" where corp_id = :corp_id and {store.old} limit :most) t"
                ),
                {
                    "corp_id": corp_id,
                    "before": now - timedelta(days=days),
                    "most": COUNTED + 1,
                },
            ) or 0  # fmt: skip
        found.append(
            RetentionRead(
                kind=kind,
                days=days,
                default_days=default,
                least_days=store.least,
                most_days=_most(kind, settings),
                older=older,
                counted_to=COUNTED,
                last_at=row.last_at if row is not None else None,
                last_rows=row.last_rows if row is not None else None,
            )
        )
    return found


async def set_retention(
    session: AsyncSession,
    corp_id: int,
    kind: Kind,
    days: int | None,
    settings: Settings,
    by: str,
    now: datetime,
) -> None:
    """Keep a kind for so many days, None for good. Raises BadRetentionError."""
    least, most = _STORES[kind].least, _most(kind, settings)
    bounded = _default(kind, settings) is not None
    if (days is None and bounded) or (days is not None and not least <= days <= most):
        raise BadRetentionError(kind, least, most)
    before = (await _chosen(session, corp_id)).get(kind)
    values = {"days": days, "updated_by": by, "updated_at": now}
    write = insert(Retention).values(corp_id=corp_id, kind=kind, **values)
    await session.execute(
        write.on_conflict_do_update(index_elements=["corp_id", "kind"], set_=values)
    )
    await audit.record(
        session,
        corp_id,
        actor=by,
        action="retention.set",
        target=f"retention:{kind}",
        before={"days": before.days if before is not None else _default(kind, settings)},
        after={"days": days},
    )


async def keep_all(runtime: Runtime) -> None:
    """Each corp's kinds and consents, one after the other."""
    async with runtime.database.owner() as session:
        corp_ids = await corps.every_corp(session)
    for corp_id in corp_ids:
        await keep(runtime, corp_id)


async def keep(runtime: Runtime, corp_id: int) -> dict[str, int]:
    """Delete what is older than the corp keeps it; how many rows by kind."""
    now, settings = runtime.clock(), runtime.settings
    async with runtime.database.owner() as session:
        chosen = await _chosen(session, corp_id)
    gone: dict[str, int] = {}
    for kind, store in _STORES.items():
        row = chosen.get(kind)
        if row is None or row.days is None:
            # Its default is kept elsewhere: by the upkeep of callbacks and of exports.
            continue
        before = now - timedelta(days=min(row.days, _most(kind, settings)))
        gone[kind] = await (
            _drop_lost(runtime, corp_id, before, now)
            if kind == "lost"
            else _drop(runtime, corp_id, store, before)
        )
        if kind == "events":
            async with runtime.database.owner() as session:
                # Files of cold months follow at night, a whole month at a time.
                await eventlog.set_floor(session, corp_id, before)
        async with runtime.database.owner() as session:
            done = await session.get(Retention, (corp_id, kind))
            if done is not None:
                done.last_at, done.last_rows = now, gone[kind]
    gone["consents"] = await _expire_consents(runtime, corp_id, now)
    log.info("privacy.kept", corp_id=corp_id, **gone)
    return gone


async def _drop(runtime: Runtime, corp_id: int, store: _Store, before: datetime) -> int:
    total = 0
    while True:
        async with runtime.database.owner() as session:
            act = store.act.format(table=store.table)
            done = await session.execute(
                text(
                    f"{act} where ({store.key}) in (select {store.key} from {store.table}"  # noqa: S608
                    f" where corp_id = :corp_id and {store.old} limit {ROWS})"
                ),
                {"corp_id": corp_id, "before": before},
            )
        rows = int(getattr(done, "rowcount", 0))
        total += rows
        if rows < ROWS:
            return total


async def _drop_lost(runtime: Runtime, corp_id: int, before: datetime, now: datetime) -> int:
    """Erase whom nobody has any more, some hundred at once; a reading does not bring them back."""
    store = _STORES["lost"]
    total = 0
    while True:
        async with runtime.database.owner() as session:
            ids = list(
                await session.scalars(
                    text(
                        f"select id from customers where corp_id = :corp_id and {store.old}"  # noqa: S608
                        f" order by id limit {PERSONS} for update skip locked"
                    ),
                    {"corp_id": corp_id, "before": before},
                )
            )
            lost = await people.find(session, corp_id, ids)
            digests = lost.digests(runtime.vault)
            await suppressions.suppress(session, corp_id, digests, "erased", now)
        if not ids:
            return total
        for rule in identities_last():
            if not rule.scan:
                await erase(runtime, lost, rule)
        total += len(ids)


async def _expire_consents(runtime: Runtime, corp_id: int, now: datetime) -> int:
    """End consents that are older than their purpose says, with what they allowed."""
    async with runtime.database.owner() as session:
        months = await consents.months_of(session, corp_id)
    total = 0
    for purpose, many in months.items():
        while True:
            async with runtime.database.owner() as session:
                ids: list[int] = await consents.expire(session, corp_id, purpose, many, now, ROWS)
                await end_what_it_allowed(session, corp_id, ids, purpose, "system", now)
            total += len(ids)
            if len(ids) < ROWS:
                break
    return total


async def end_what_it_allowed(
    session: AsyncSession, corp_id: int, ids: list[int], purpose: str, by: str, now: datetime
) -> None:
    """Take away what consents that ended had allowed: sensitive values, phone numbers."""
    if not ids:
        return
    if purpose == SENSITIVE:
        await attributes.end_consents(session, corp_id, ids, by, now)
    elif purpose == PHONE:
        owners = await customers.drop_phones(session, corp_id, ids)
        # WeCom's remarks and next month's file would bring the numbers back.
        await suppressions.suppress_phones(session, corp_id, owners, now)
