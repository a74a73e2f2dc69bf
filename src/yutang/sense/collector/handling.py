"""Handle what sources sent: whose it is, which event it is, into the log; in one transaction."""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

import orjson
import structlog
from sqlalchemy import RowMapping
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import events
from yutang.kernel.runtime import Runtime
from yutang.people.kinds import service as kinds
from yutang.people.kinds.schemas import FILES, Said, Verdict
from yutang.people.orders import service as orders
from yutang.people.orders.errors import BadOrderError
from yutang.people.persons import service as persons
from yutang.people.persons.schemas import Claim

from . import bodies, repository
from .mapping import mapped
from .messages import EVENT_BYTES, Fault, Message, parse, read
from .outcomes import count, show
from .schemas import SourceMapping
from .showing import One, Refused, rows_of

if TYPE_CHECKING:
    from yutang.people.orders.schemas import OrderNews

log = structlog.get_logger(__name__)

BATCH_ROWS: Final = 200
BATCH_EVENTS: Final = 300
"""Batches are taken together until they hold so many: where the processors are busy with others a
claim of ids takes ten times as long as alone, and a transaction may last five seconds."""
CLAIMS: Final = 1_000
ATTEMPTS: Final = 8


async def handle_batch(runtime: Runtime) -> int:
    """Take the oldest waiting batches and handle them; returns how many events they hold."""
    rows: Sequence[RowMapping] = ()
    try:
        async with runtime.database.owner() as session:
            asked = {"now": runtime.clock(), "rows": BATCH_ROWS, "events": BATCH_EVENTS}
            rows = (await session.execute(repository.CLAIM, asked)).mappings().all()
            await _handle(runtime, session, rows)
    except Exception as error:
        if not rows:
            raise
        # Whatever it is, it must end as a retry or a dead batch of the one that caused it.
        log.warning("collect.chunk_failed", batches=len(rows), error=type(error).__name__)
        for row in rows:
            await _handle_alone(runtime, row["id"])
    return sum(row["events"] for row in rows)


async def _handle_alone(runtime: Runtime, batch_id: int) -> None:
    """One bad batch spoils no other."""
    try:
        async with runtime.database.owner() as session:
            rows = (await session.execute(repository.CLAIM_ONE, {"id": batch_id})).mappings().all()
            await _handle(runtime, session, rows)
    except Exception as error:
        log.exception("collect.failed", batch_id=batch_id)
        reason = f"{type(error).__name__}: {error}"[:500].replace("\0", "")
        async with runtime.database.owner() as session:
            await session.execute(
                repository.PUT_OFF,
                {
                    "id": batch_id,
                    "reason": reason,
                    "next_at": runtime.clock() + timedelta(seconds=10),
                    "most": ATTEMPTS,
                },
            )


async def _handle(runtime: Runtime, session: AsyncSession, rows: Sequence[RowMapping]) -> None:
    by_corp: dict[int, list[RowMapping]] = defaultdict(list)
    for row in rows:
        by_corp[row["corp_id"]].append(row)
    for corp_id, own in by_corp.items():
        await _handle_corp(runtime, session, corp_id, own)
    ids = {"ids": [row["id"] for row in rows]}
    if any(row["proof"] for row in rows):
        await session.execute(repository.KNOWN, ids)
    if rows:
        await session.execute(repository.DONE, ids)


async def _handle_corp(
    runtime: Runtime, session: AsyncSession, corp_id: int, batches: Sequence[RowMapping]
) -> None:
    now = runtime.clock()
    mappings = {}
    if any(batch["shape"] == "hook" for batch in batches):
        found = await session.execute(repository.MAPPINGS, {"corp_id": corp_id})
        mappings = {row.id: SourceMapping.model_validate(row.mapping) for row in found}
    told: list[One] = []
    refused: list[Refused] = []
    for batch in batches:
        taken, faults = _read(batch, mappings)
        told += [One(batch, message) for message in taken]
        refused += [Refused(batch, *fault) for fault in faults]
        # Others on the loop have a turn: a batch may hold a thousand events.
        await asyncio.sleep(0)
    fresh = await _unseen(session, corp_id, told, now)
    await _settle(runtime, session, corp_id, fresh, now)
    await _sort_out(runtime, session, corp_id, fresh, now)
    await _take_orders(runtime, session, corp_id, fresh)
    await _append(session, corp_id, [one for one in fresh if one.in_log])
    await _tell(runtime, session, corp_id, batches, fresh, refused)


def _read(
    batch: RowMapping, mappings: dict[int, SourceMapping]
) -> tuple[list[Message], list[tuple[int, Any, Fault]]]:
    body = bodies.unpack(bytes(batch["body"]), batch["coding"])
    document = parse(body)
    is_long = len(body) > EVENT_BYTES
    if batch["shape"] != "hook":
        return read(document, batch["shape"], batch["received_at"], is_long=is_long)
    mapping = mappings[batch["source_id"]]
    return read(mapped(mapping, document), "batch", batch["received_at"], is_long=is_long)


async def _unseen(
    session: AsyncSession, corp_id: int, told: Sequence[One], now: datetime
) -> list[One]:
    """Those that were not here within seven days, in order."""
    first: dict[tuple[int, Any], One] = {}
    for one in told:
        first.setdefault((one.batch["source_id"], one.message.key), one)
    if not first:
        return []
    found = await session.execute(
        repository.SEE,
        {
            "corp_id": corp_id,
            "sources": [source_id for source_id, _ in first],
            "messages": [key for _, key in first],
            "now": now,
        },
    )
    fresh = {(row.source_id, row.message) for row in found}
    return [one for key, one in first.items() if key in fresh]


async def _settle(
    runtime: Runtime, session: AsyncSession, corp_id: int, told: Sequence[One], now: datetime
) -> None:
    for start in range(0, len(told), CLAIMS):
        some = told[start : start + CLAIMS]
        claims = [
            Claim(
                ids=one.message.ids,  # type: ignore[arg-type] # messages.ID_KINDS are these
                at=one.message.at,
                said=f"collect:{one.batch['source_id']}:{one.message.message}",
            )
            for one in some
        ]
        settled = await persons.settle(runtime, session, corp_id, claims, now)
        for one, customer_id in zip(some, settled, strict=True):
            one.customer_id = customer_id
            if customer_id is None:
                one.reason, one.words = "no_person", "none of its ids can be used"


async def _sort_out(
    runtime: Runtime, session: AsyncSession, corp_id: int, told: Sequence[One], now: datetime
) -> None:
    events = [one for one in told if not one.reason and one.message.kind]
    verdicts: list[Verdict] = await kinds.sort_out(
        runtime,
        session,
        corp_id,
        [
            Said(
                source_id=one.batch["source_id"],
                message=one.message.message,
                kind=one.message.kind,
                at=one.message.at,
                props=one.message.props,
                customer_id=one.customer_id,
            )
            for one in events
        ],
        now,
    )
    for one, verdict in zip(events, verdicts, strict=True):
        one.kind, one.props, one.words = verdict.kind, verdict.props, verdict.words or ""
        one.reason = verdict.refused or ""
        one.in_log = verdict.refused is None


async def _take_orders(
    runtime: Runtime, session: AsyncSession, corp_id: int, told: Sequence[One]
) -> None:
    by_source: dict[int, list[tuple[One, OrderNews]]] = defaultdict(list)
    for one in told:
        if not one.in_log or not one.kind.startswith("order."):
            continue
        one.in_log = False
        source = _shop(one.batch["source_id"])
        try:
            news = orders.from_props(source, one.kind, one.props, one.message.at)
        except BadOrderError as error:
            one.reason, one.words = "bad_order", error.detail
        else:
            by_source[one.batch["source_id"]].append((one, news))
    for source_id, pairs in by_source.items():
        for start in range(0, len(pairs), CLAIMS):
            some = pairs[start : start + CLAIMS]
            results = await orders.take(
                runtime,
                session,
                corp_id,
                [news for _, news in some],
                [one.customer_id for one, _ in some],
                actor="customer",
                source=_shop(source_id),
            )
            for (one, _), result in zip(some, results, strict=True):
                if result.change == "refused":
                    one.reason, one.words = "bad_order", result.reason or ""


def _shop(source_id: int) -> str:
    """The source of orders; those out of files come by default from `file`."""
    return "file" if source_id == FILES else f"collect:{source_id}"


def _signed(one: One) -> str:
    """The source as the log says it: of an event out of a file, its import."""
    if one.batch["source_id"] == FILES:
        return one.message.message.rpartition(":")[0]
    return f"collect:{one.batch['source_id']}"


async def _append(session: AsyncSession, corp_id: int, told: Sequence[One]) -> None:
    lines = [
        events.Line(
            one.customer_id,
            one.kind,
            one.message.at,
            "customer",
            orjson.dumps(one.props).decode(),
            _signed(one),
        )
        for one in told
    ]
    await events.write(session, corp_id, lines)


async def _tell(
    runtime: Runtime,
    session: AsyncSession,
    corp_id: int,
    batches: Sequence[RowMapping],
    told: Sequence[One],
    refused: Sequence[Refused],
) -> None:
    counts: Counter[tuple[int, int, datetime, str]] = Counter()
    for batch, reason in (
        *((one.batch, one.reason) for one in told),
        *((one.batch, one.reason) for one in refused),
    ):
        counts[corp_id, batch["source_id"], batch["received_at"], reason] += 1
    await count(session, counts)
    await show(session, rows_of(runtime, corp_id, told, refused))
    seen = {batch["source_id"]: batch["received_at"] for batch in batches}
    sources = sorted(seen)
    moments = [seen[source_id] for source_id in sources]
    await session.execute(
        repository.SEEN_AT, {"corp_id": corp_id, "sources": sources, "moments": moments}
    )


async def write_released(runtime: Runtime) -> int:
    """Write what operators accepted after the fact into the log; returns how many."""
    async with runtime.database.owner() as session:
        corp_ids = await kinds.corps_with_released(session)
    total = 0
    for corp_id in corp_ids:
        total += await _write_released(runtime, corp_id)
    return total


async def _write_released(runtime: Runtime, corp_id: int) -> int:
    async with runtime.database.owner() as session:
        found = await kinds.released(session, corp_id, CLAIMS)
        if not found:
            return 0
        known = {one.customer_id for one in found if one.customer_id is not None}
        now_are = await persons.current(session, corp_id, known)
        batches = {
            one.source_id: {"source_id": one.source_id, "received_at": runtime.clock()}
            for one in found
        }
        told = [
            One(
                batches[one.source_id],  # type: ignore[arg-type] # the two columns that are read
                Message(0, "track", one.message, one.kind, one.at, one.props, ()),
                customer_id=now_are.get(one.customer_id) if one.customer_id is not None else None,
                kind=one.kind,
                props=one.props,
                in_log=True,
            )
            for one in found
        ]
        await _take_orders(runtime, session, corp_id, told)
        await _append(session, corp_id, [one for one in told if one.in_log])
        await kinds.forget_released(session, corp_id, [one.id for one in found])
    return len(found)
