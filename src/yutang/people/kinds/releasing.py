"""Events that were let out of quarantine, judged again as the register is now."""

import json
from datetime import datetime
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.runtime import Runtime

from . import register, repository
from .bounding import count_outcome
from .jobs import ReleaseEvents
from .schemas import QUARANTINED, Said
from .sealing import CONTEXT, agreed_of
from .sorting import Sorter

SIGNAL: Final = "kinds"
"""Notified when events became ready, for who writes them into the log."""
DELETED: Final = "deleted"
"""The outcome of an event that somebody refused after it had waited."""
_CHUNK: Final = 1_000
_ABOUT_HELD: Final = (
    *("unknown", "unknown_sources", "held_sources", "messages", "customers", "saids"),
    *("held_kinds", "reasons", "held_properties", "details", "moments", "sealed"),
)
_DELETED_AT_ONCE: Final = 10_000


async def release(runtime: Runtime, job: ReleaseEvents) -> int:
    """Judge a heap again or delete it, a chunk a transaction; returns how many fit, or went."""
    total = 0
    heap = job.model_dump(include={"corp_id", "reason", "said", "kind", "property"})
    if job.deletes:
        gone = _DELETED_AT_ONCE
        while gone == _DELETED_AT_ONCE:
            async with runtime.database.owner() as session:
                gone = await _delete(session, heap, runtime.clock())
            total += gone
        return total
    after: int | None = 0
    while after is not None:
        async with runtime.database.owner() as session:
            after, fit = await _release(runtime, session, heap | {"after": after})
        total += fit
    return total


async def _delete(session: AsyncSession, heap: dict[str, Any], now: datetime) -> int:
    asked = heap | {"limit": _DELETED_AT_ONCE}
    rows = (await session.execute(repository.DELETE_HEAP, asked)).all()
    await count_outcome(session, heap["corp_id"], now, DELETED, rows)
    return sum(row.events for row in rows)


async def _release(
    runtime: Runtime, session: AsyncSession, heap: dict[str, Any]
) -> tuple[int | None, int]:
    corp_id, now = heap["corp_id"], runtime.clock()
    # Held from the start: what is learnt here is learnt before the next batch of the collector.
    known = await register.lock(runtime, session, corp_id)
    rows = (await session.execute(repository.NEXT, heap | {"limit": _CHUNK})).all()
    if not rows:
        return None, 0
    said = [
        Said(
            source_id=row.source_id,
            message=row.message,
            kind=row.said,
            at=row.at,
            props=json.loads(runtime.vault.unseal(row.sealed, CONTEXT)),
            customer_id=row.customer_id,
        )
        for row in rows
    ]
    sorter = Sorter(known, now)
    sorter.sort(said)
    if sorter.pending:
        sorter.settle(await agreed_of(session, corp_id, sorter.pending))
    await _learn(session, corp_id, sorter, now)
    back = {id(one.said): one for one in sorter.held}
    judged: list[dict[str, Any]] = []
    gone: list[int] = []
    for row, one, verdict in zip(rows, said, sorter.verdicts, strict=True):
        if verdict.refused is None:
            judged.append(
                {
                    "id": row.id,
                    "state": "ready",
                    "ready_kind": verdict.kind,
                    "ready_props": json.dumps(verdict.props),
                    "kind": verdict.kind,
                }
            )
        elif verdict.refused in QUARANTINED:
            held = back[id(one)]
            judged.append(
                {
                    "id": row.id,
                    "state": "waiting",
                    "kind": held.kind,
                    "reason": held.reason,
                    "property": held.property,
                    "detail": held.detail,
                }
            )
        else:
            gone.append(row.id)
    await session.execute(
        repository.JUDGED,
        {
            "corp_id": corp_id,
            "ids": [one["id"] for one in judged],
            "states": [one["state"] for one in judged],
            "ready_kinds": [one.get("ready_kind") for one in judged],
            "ready_props": [one.get("ready_props") for one in judged],
            "kinds": [one["kind"] for one in judged],
            "reasons": [one.get("reason") for one in judged],
            "properties": [one.get("property") for one in judged],
            "details": [one.get("detail") for one in judged],
        },
    )
    if gone:
        await session.execute(repository.DELETE, {"corp_id": corp_id, "ids": gone})
    fit = sum(one["state"] == "ready" for one in judged)
    if fit:
        await session.execute(repository.TELL, {"signal": SIGNAL})
    return rows[-1].id if len(rows) == _CHUNK else None, fit


async def _learn(session: AsyncSession, corp_id: int, sorter: Sorter, now: datetime) -> None:
    """What new properties there were, and counts; rows of the quarantine are changed in place."""
    fresh = sorted(sorter.fresh, key=lambda one: (one.kind, one.name))
    # What waits again was counted when it came; so was what was said.
    counts = {
        (kind, "released" if outcome == "accepted" else outcome, name): events
        for (kind, outcome, name), events in sorted(sorter.counts.items())
        if events and outcome not in QUARANTINED
    }
    empty: dict[str, list[Any]] = {name: [] for name in _ABOUT_HELD}
    await session.execute(
        repository.KEEP,
        {
            **empty,
            "corp_id": corp_id,
            "now": now,
            "learnt": bool(fresh),
            "kinds": [one.kind for one in fresh],
            "names": [one.name for one in fresh],
            "since": [sorter.register.kinds[one.kind].version for one in fresh],
            "types": [one.rules.type for one in fresh],
            "handlings": [one.rules.handling for one in fresh],
            "examples": [one.example for one in fresh],
            "sources": [one.source_id for one in fresh],
            "counted": [kind for kind, _, _ in counts],
            "outcomes": [outcome for _, outcome, _ in counts],
            "of_properties": [name for _, _, name in counts],
            "events": list(counts.values()),
        },
    )
