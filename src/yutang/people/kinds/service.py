"""Judge events as sources say them; keep what fits nothing; hand out what was released."""

import asyncio
import json
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.runtime import Runtime

from . import register, repository
from .bounding import make_room, tidy
from .builtin import ALIASES, BUILT_IN, FAMILIES
from .cleaning import mend, property_name
from .deciding import add_kind, change_kind, change_property, decide
from .foreseeing import Outlook, foresee, held_among, look
from .reading import list_kinds, names_of, read_kind, read_quarantine
from .releasing import SIGNAL, release
from .schemas import Released, Said, Verdict
from .sealing import CONTEXT, agreed_of
from .sorting import Sorter
from .telling import kinds_of_family, shipped_properties, told_of

__all__ = (
    "ALIASES",
    "BUILT_IN",
    "FAMILIES",
    "SIGNAL",
    "Outlook",
    "add_kind",
    "change_kind",
    "change_property",
    "corps_with_released",
    "decide",
    "foresee",
    "forget_released",
    "held_among",
    "kinds_of_family",
    "list_kinds",
    "look",
    "names_of",
    "property_name",
    "read_kind",
    "read_quarantine",
    "release",
    "released",
    "shipped_properties",
    "sort_out",
    "tidy",
    "told_of",
)

_TURN: Final = 2_000
"""So many events are judged before others on the loop have a turn."""


async def sort_out(
    runtime: Runtime, session: AsyncSession, corp_id: int, said: Sequence[Said], now: datetime
) -> list[Verdict]:
    """What is to become of each event, in order; in the owner's session.

    Types of new properties are those of their first accepted event by arrival; what fits none is
    in quarantine when the transaction commits, everything is counted. Give `Said.customer_id`
    where it is known: what needs a consent is else left out, and `service.*` refused.
    """
    if not said:
        return []
    known = await register.read(runtime, session, corp_id)
    sorter = await _sorted(known, said, now)
    if sorter.fresh or sorter.unknown:
        # Others may have learnt meanwhile: from here on nobody does until this commits.
        latest = await register.lock(runtime, session, corp_id)
        if latest.version != known.version:
            sorter = await _sorted(latest, said, now)
    if sorter.pending:
        sorter.settle(await agreed_of(session, corp_id, sorter.pending))
    await _keep(runtime, session, corp_id, sorter, now)
    return sorter.verdicts


async def _sorted(known: register.Register, said: Sequence[Said], now: datetime) -> Sorter:
    sorter = Sorter(known, now)
    for start in range(0, len(said), _TURN):
        if start:
            await asyncio.sleep(0)
        sorter.sort(said[start : start + _TURN])
    return sorter


async def _keep(
    runtime: Runtime, session: AsyncSession, corp_id: int, sorter: Sorter, now: datetime
) -> None:
    fresh = sorted(sorter.fresh, key=lambda one: (one.kind, one.name))
    counts = {key: events for key, events in sorted(sorter.counts.items()) if events}
    unknown = sorted(sorter.unknown.items())
    held, kinds = sorter.held, sorter.register.kinds
    asked: dict[str, Any] = {
        "corp_id": corp_id,
        "now": now,
        "learnt": bool(fresh or unknown),
        "kinds": [one.kind for one in fresh],
        "names": [one.name for one in fresh],
        "since": [kinds[one.kind].version for one in fresh],
        "types": [one.rules.type for one in fresh],
        "handlings": [one.rules.handling for one in fresh],
        "examples": [one.example for one in fresh],
        "sources": [one.source_id for one in fresh],
        "unknown": [called for called, _ in unknown],
        "unknown_sources": [source for _, source in unknown],
        "held_sources": [one.said.source_id for one in held],
        "messages": [mend(one.said.message)[:200] for one in held],
        "customers": [one.said.customer_id for one in held],
        "saids": [one.said.kind for one in held],
        "held_kinds": [one.kind for one in held],
        "reasons": [one.reason for one in held],
        "held_properties": [one.property for one in held],
        "details": [one.detail for one in held],
        "moments": [one.said.at for one in held],
        "sealed": [runtime.vault.seal(one.raw, CONTEXT) for one in held],
        "counted": [kind for kind, _, _ in counts],
        "outcomes": [outcome for _, outcome, _ in counts],
        "of_properties": [name for _, _, name in counts],
        "events": list(counts.values()),
    }
    await session.execute(repository.KEEP, asked)
    if held:
        await make_room(runtime, session, corp_id, len(held), now)


async def released(session: AsyncSession, corp_id: int, limit: int) -> list[Released]:
    """Events that were accepted after the fact, oldest first, as they go into the log.

    Locked until the transaction ends; who writes them calls `forget_released` in it.
    """
    rows = await session.execute(repository.READY, {"corp_id": corp_id, "limit": limit})
    return [
        Released(
            source_id=row.source_id,
            message=row.message,
            kind=row.ready_kind,
            at=row.at,
            props=row.ready_props
            if isinstance(row.ready_props, dict)
            else json.loads(row.ready_props or "{}"),
            customer_id=row.customer_id,
            id=row.id,
        )
        for row in rows
    ]


async def corps_with_released(session: AsyncSession) -> list[int]:
    """Of all corps those of which something waits to be written. Owner's session."""
    return list(await session.scalars(repository.CORPS_READY))


async def forget_released(session: AsyncSession, corp_id: int, ids: Collection[int]) -> None:
    """They are in the log."""
    if ids:
        await session.execute(repository.FORGET, {"corp_id": corp_id, "ids": sorted(ids)})
