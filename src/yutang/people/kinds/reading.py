"""Kinds, properties and the quarantine as people read them."""

import json
from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.eventlog import service as eventlog
from yutang.kernel.eventlog.schemas import Kept
from yutang.kernel.runtime import Runtime

from . import register, repository
from .bounding import DROPPED
from .builtin import ALIASES, BUILT_IN
from .cleaning import examples_of
from .errors import UnknownKindError
from .register import KindRules
from .schemas import (
    KEPT_DAYS,
    LEFT_OUT,
    QUARANTINED,
    DayCount,
    Heap,
    KindDetail,
    KindList,
    KindRead,
    NamedKind,
    PropertyRead,
    Quarantine,
)
from .sealing import CONTEXT

_LOOKED: Final = 100_000
"""So many of the newest quarantined events are put into heaps."""
_WITHIN: Final = frozenset({"accepted", "released"})
_ASIDE: Final = frozenset({"redacted", "converted", "ignored", DROPPED, "deleted"}) | LEFT_OUT


class _Volume:
    """What was counted, by kind."""

    def __init__(self) -> None:
        self.days: dict[str, dict[date, int]] = defaultdict(lambda: defaultdict(int))
        self.sums: dict[tuple[str, str], int] = defaultdict(int)
        self.of_property: dict[tuple[str, str, str], int] = defaultdict(int)
        self.last_at: dict[str, datetime] = {}

    def total(self, kind: str, outcomes: Collection[str]) -> int:
        """Of these outcomes together."""
        return sum(self.sums.get((kind, outcome), 0) for outcome in outcomes)


async def _volume(session: AsyncSession, corp_id: int, now: datetime) -> tuple[_Volume, date]:
    today: date = (
        await session.execute(repository.TODAY, {"corp_id": corp_id, "now": now})
    ).scalar_one()
    asked = {"corp_id": corp_id, "since": today - timedelta(days=KEPT_DAYS - 1)}
    found = _Volume()
    for row in await session.execute(repository.VOLUME, asked):
        events = int(row.events)
        if row.outcome in _WITHIN:
            found.days[row.kind][row.day] += events
        if row.property:
            found.of_property[row.kind, row.outcome, row.property] += events
        # Beside an event's own outcome, no_consent counts values that were left out.
        outcome = row.outcome
        if row.property and outcome == "no_consent":
            outcome = "sensitive_without_purpose"
        found.sums[row.kind, outcome] += events
        found.last_at[row.kind] = max(found.last_at.get(row.kind, row.last_at), row.last_at)
    return found, today


async def list_kinds(
    runtime: Runtime, session: AsyncSession, corp_id: int, now: datetime
) -> KindList:
    """Every kind, those with events first."""
    known = await register.read(runtime, session, corp_id)
    volume, today = await _volume(session, corp_id, now)
    names = await _names(session, corp_id)
    kept = await eventlog.read_kept(runtime, corp_id, known.kinds)
    items = [
        _read(kind, volume, today, names.get(name, []), kept[name])
        for name, kind in known.kinds.items()
    ]
    items.sort(key=lambda one: (-one.accepted, not one.built_in, one.name))
    states = (await session.execute(repository.STATES, {"corp_id": corp_id})).one()
    return KindList(items=items, quarantined=states.waiting, aliases=ALIASES)


async def names_of(runtime: Runtime, session: AsyncSession, corp_id: int) -> list[NamedKind]:
    """For choices: every kind by name."""
    known = await register.read(runtime, session, corp_id)
    return [NamedKind(name=kind.name, label=kind.label) for kind in known.kinds.values()]


async def _names(session: AsyncSession, corp_id: int) -> dict[str, list[str]]:
    names: dict[str, list[str]] = defaultdict(list)
    for row in await session.execute(repository.NAMES, {"corp_id": corp_id}):
        names[row.kind].append(row.said)
    return names


def _read(kind: KindRules, volume: _Volume, today: date, names: list[str], kept: Kept) -> KindRead:
    days = volume.days.get(kind.name, {})
    refused = sum(
        events
        for (name, outcome), events in volume.sums.items()
        if name == kind.name and outcome not in _WITHIN | QUARANTINED | _ASIDE
    ) + volume.total(kind.name, ("no_consent",))
    return KindRead(
        name=kind.name,
        family=kind.name.split(".")[0],
        label=kind.label,
        built_in=kind.name in BUILT_IN,
        version=kind.version,
        purpose=kind.purpose,
        main=kind.main,
        closed=kind.closed,
        properties=len(kind.properties),
        accepted=volume.total(kind.name, _WITHIN),
        quarantined=volume.total(kind.name, QUARANTINED),
        refused=refused,
        redacted=volume.total(kind.name, ("redacted",)),
        left_out=volume.total(kind.name, ("sensitive_without_purpose",)),
        last_at=volume.last_at.get(kind.name),
        days=[
            DayCount(day=day, events=days.get(day, 0))
            for day in (today - timedelta(days=ago) for ago in reversed(range(KEPT_DAYS)))
        ],
        names=names,
        kept_months=kept.months,
        kept_by=kept.by,
    )


async def read_kind(
    runtime: Runtime, session: AsyncSession, corp_id: int, name: str, now: datetime
) -> KindDetail:
    """One kind with its properties. Raises UnknownKindError."""
    known = await register.read(runtime, session, corp_id)
    kind = known.kinds.get(name)
    if kind is None:
        raise UnknownKindError(name)
    volume, today = await _volume(session, corp_id, now)
    names = await _names(session, corp_id)
    kept = await eventlog.read_kept(runtime, corp_id, [name])
    read = _read(kind, volume, today, names.get(name, []), kept[name])
    rows: dict[str, list[Any]] = defaultdict(list)
    for row in await session.execute(repository.PROPERTIES, {"corp_id": corp_id, "kind": name}):
        rows[row.name].append(row)
    shipped = BUILT_IN[name].properties if name in BUILT_IN else {}
    items = []
    for called, rules in kind.properties.items():
        told = rows.get(called, [])
        items.append(
            PropertyRead(
                name=called,
                type=rules.type,
                since=rules.since,
                declared=called in shipped,
                handling=rules.handling,
                purpose=rules.purpose,
                converts=rules.converts,
                plain=rules.plain,
                example=told[-1].example if told else None,
                first_at=told[0].first_at if told else None,
                former=[one.type for one in told[:-1]],
                redacted=volume.of_property.get((name, "redacted", called), 0),
                left_out=sum(
                    volume.of_property.get((name, outcome, called), 0) for outcome in LEFT_OUT
                ),
            )
        )
    items.sort(key=lambda one: (one.first_at is None and one.declared, one.name))
    return KindDetail(**read.model_dump(), items=items)


async def read_quarantine(
    runtime: Runtime, session: AsyncSession, corp_id: int, now: datetime
) -> Quarantine:
    """Heaps of what waits, the largest first, with masked examples; in the owner's session."""
    asked = {"corp_id": corp_id, "looked": _LOOKED}
    rows = (await session.execute(repository.HEAPS, asked)).all()
    ids = [one for row in rows for one in row.ids]
    examples = {}
    for row in await session.execute(repository.EXAMPLES, {"corp_id": corp_id, "ids": ids}):
        props = json.loads(runtime.vault.unseal(row.sealed, CONTEXT))
        examples[row.id] = examples_of(props)
    states = (await session.execute(repository.STATES, {"corp_id": corp_id})).one()
    volume, _ = await _volume(session, corp_id, now)
    return Quarantine(
        items=[
            Heap(
                said=row.said,
                kind=row.kind,
                reason=row.reason,
                property=row.property,
                detail=row.detail,
                events=row.events,
                first_at=row.first_at,
                last_at=row.last_at,
                sources=row.sources,
                examples=[examples[one] for one in row.ids if one in examples],
            )
            for row in rows
        ],
        events=states.waiting,
        released=states.released,
        dropped=sum(n for (_, outcome), n in volume.sums.items() if outcome == DROPPED),
    )
