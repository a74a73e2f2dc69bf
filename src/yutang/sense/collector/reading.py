"""Sources with their health, the hours of one, the stream."""

from collections import defaultdict
from collections.abc import Mapping as Lookup
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import orjson
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.access import service as access
from yutang.kernel.runtime import Runtime

from . import repository
from .errors import UnknownMessageError, UnknownSourceError
from .mapping import check_mapping, mapped
from .messages import read
from .models import CollectKey, CollectSource, CollectStream
from .outcomes import SEALED
from .schemas import (
    HourRead,
    KeyRead,
    MappingTried,
    SourceHours,
    SourceMapping,
    SourceRead,
    StreamMessage,
    StreamPage,
    StreamRow,
    TriedEvent,
)

HOURS: Final = 48
DAY: Final = timedelta(hours=24)
MOST_TRIED: Final = 20


async def list_sources(session: AsyncSession, corp_id: int, now: datetime) -> list[SourceRead]:
    """All sources of a corp, by name. Needs the owner's session: what waits is everybody's."""
    rows = await session.scalars(
        select(CollectSource)
        .where(CollectSource.corp_id == corp_id, CollectSource.deleted_at.is_(None))
        .order_by(CollectSource.name, CollectSource.id)
    )
    return await _described(session, corp_id, rows.all(), now)


async def read_source(
    session: AsyncSession, corp_id: int, source_id: int, now: datetime
) -> SourceRead:
    """One source. Raises UnknownSourceError."""
    row = await session.scalar(
        select(CollectSource).where(
            CollectSource.corp_id == corp_id,
            CollectSource.id == source_id,
            CollectSource.deleted_at.is_(None),
        )
    )
    if row is None:
        raise UnknownSourceError(source_id)
    [read] = await _described(session, corp_id, [row], now)
    return read


async def _described(
    session: AsyncSession, corp_id: int, rows: Sequence[CollectSource], now: datetime
) -> list[SourceRead]:
    ids = [row.id for row in rows]
    keys: dict[int, list[CollectKey]] = defaultdict(list)
    found = await session.scalars(
        select(CollectKey)
        .where(CollectKey.corp_id == corp_id, CollectKey.source_id.in_(ids))
        .order_by(CollectKey.id.desc())
    )
    for key in found:
        if key.ends_at is None or key.ends_at > now:
            keys[key.source_id].append(key)
    backlogs = await _by_source(session, repository.BACKLOGS, {"corp_id": corp_id})
    asked = {"corp_id": corp_id, "since": now - DAY}
    today = await _by_source(session, repository.TODAY, asked)
    makers = {row.made_by for row in rows} | {
        key.made_by for several in keys.values() for key in several
    }
    names = await _names(session, corp_id, makers)
    described = []
    for row in rows:
        backlog, counts = backlogs.get(row.id, {}), today.get(row.id, {})
        described.append(
            SourceRead(
                id=row.id,
                name=row.name,
                kind=row.kind,  # type: ignore[arg-type] # the table's constraint says so
                origins=list(row.origins),
                events_per_second=row.events_per_second,
                enabled=row.enabled,
                mapping=SourceMapping.model_validate(row.mapping)
                if row.mapping is not None
                else None,
                made_by=names.get(row.made_by, row.made_by),
                made_at=row.made_at,
                seen_at=row.seen_at,
                taken_today=int(counts.get("taken", 0)),
                refused_today=int(counts.get("refused", 0)),
                waiting_events=int(backlog.get("events", 0)),
                lag_seconds=lag(backlog.get("oldest"), now),
                dead_batches=int(backlog.get("dead", 0)),
                keys=[
                    KeyRead(
                        id=key.id,
                        hint=key.hint,
                        made_by=names.get(key.made_by, key.made_by),
                        made_at=key.made_at,
                        ends_at=key.ends_at,
                    )
                    for key in keys[row.id]
                ],
            )
        )
    return described


def lag(oldest: datetime | None, now: datetime) -> float:
    """The age of the oldest that waits."""
    return round(max(0.0, (now - oldest).total_seconds()), 1) if oldest is not None else 0.0


async def _by_source(
    session: AsyncSession, statement: Any, asked: dict[str, Any]
) -> dict[int, Lookup[Any, Any]]:
    found = await session.execute(statement, asked)
    return {row["source_id"]: row for row in found.mappings()}


async def _names(session: AsyncSession, corp_id: int, makers: set[str]) -> dict[str, str]:
    ids = {
        int(one.removeprefix("user:")): one
        for one in makers
        if one.startswith("user:") and one.removeprefix("user:").isdigit()
    }
    names = await access.names_of(session, corp_id, ids)
    return {ids[number]: name for number, name in names.items()}


async def read_hours(
    session: AsyncSession, corp_id: int, source_id: int, now: datetime
) -> SourceHours:
    """The last 48 hours. Raises UnknownSourceError."""
    await read_source(session, corp_id, source_id, now)
    since = (now - timedelta(hours=HOURS - 1)).replace(minute=0, second=0, microsecond=0)
    asked = {"corp_id": corp_id, "source_id": source_id, "since": since}
    hours: dict[datetime, dict[str, int]] = {}
    for row in await session.execute(repository.HOURS, asked):
        hours.setdefault(row.hour, {})[row.reason] = int(row.events)
    return SourceHours(
        items=[
            HourRead(
                hour=hour,
                taken=counts.get("", 0),
                refused={reason: events for reason, events in counts.items() if reason},
            )
            for hour, counts in hours.items()
        ]
    )


_STREAM: Final = """
select t.id, t.source_id, coalesce(s.name, '') as source, t.received_at, t.at, t.kind, t.message,
       t.customer_id, t.reason, t.words, t.outline, t.events
from collect_stream t
left join collect_sources s on s.corp_id = t.corp_id and s.id = t.source_id
where t.corp_id = :corp_id {where}
order by t.id desc limit :limit
"""


async def read_stream(
    session: AsyncSession,
    corp_id: int,
    *,
    source_id: int | None,
    kind: str | None,
    is_refused: bool | None,
    before: int | None,
    limit: int,
    may_open: bool,
) -> StreamPage:
    """What came, newest first, under the scope of the session."""
    wanted = {
        "and t.source_id = :source_id": source_id is not None,
        "and t.kind = :kind": kind is not None,
        "and t.reason <> ''": is_refused is True,
        "and t.reason = ''": is_refused is False,
        "and t.id < :before": before is not None,
    }
    where = " ".join(condition for condition, is_wanted in wanted.items() if is_wanted)
    found = await session.execute(
        text(_STREAM.format(where=where)),
        {
            "corp_id": corp_id,
            "source_id": source_id,
            "kind": kind,
            "before": before,
            "limit": limit,
        },
    )
    items = [
        StreamRow(**row, openable=may_open and row["message"] != "") for row in found.mappings()
    ]
    return StreamPage(items=items, next=items[-1].id if len(items) == limit else None)


async def open_message(
    runtime: Runtime, session: AsyncSession, corp_id: int, row_id: int, actor: str
) -> StreamMessage:
    """A message as it came; that it was opened is audited. Raises UnknownMessageError.

    Needs the owner's session.
    """
    sealed = await session.scalar(
        select(CollectStream.sealed).where(
            CollectStream.corp_id == corp_id, CollectStream.id == row_id
        )
    )
    if sealed is None:
        raise UnknownMessageError(row_id)
    await audit.record(
        session, corp_id, actor=actor, action="source.message_opened", target=f"stream:{row_id}"
    )
    return StreamMessage(id=row_id, message=orjson.loads(runtime.vault.unseal(sealed, SEALED)))


def try_mapping(mapping: SourceMapping, example: Any, now: datetime) -> MappingTried:
    """What a mapping makes of an example. Raises BadMappingError, ShapeError."""
    check_mapping(mapping)
    taken, refused = read(mapped(mapping, example), "batch", now, is_long=True)
    items = {
        one.index: TriedEvent(
            kind=one.kind,
            at=one.at,
            message=one.message,
            ids=dict(one.ids),
            props=one.props,
            reason="",
            words="",
        )
        for one in taken
    }
    for index, raw, fault in refused:
        items[index] = TriedEvent(
            kind=str(raw.get("event", "")),
            at=None,
            message="",
            ids={},
            props=raw.get("properties", {}),
            reason=fault.code,
            words=fault.words,
        )
    return MappingTried(items=[items[index] for index in sorted(items)][:MOST_TRIED])
