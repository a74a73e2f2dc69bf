"""What adds and leavers mean for page codes."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition.jobs import SettlePageCode
from yutang.act.rota.events import RotaChanged
from yutang.kernel.clock import today
from yutang.kernel.jobs import enqueue
from yutang.kernel.readers import Reader, Recorded
from yutang.people.corps import service as corps
from yutang.people.customers.events import RelationAdded, RelationHalfAdded
from yutang.people.staff.events import StaffLeft

from . import repository

_ADDS: Final = frozenset({RelationAdded.kind, RelationHalfAdded.kind})
_COMPLETED_WITHIN: Final = timedelta(days=31)
"""A half add that its member confirms later is no second one."""


async def hear(session: AsyncSession, events: Sequence[Recorded]) -> None:
    """Each add takes one of the places held for its member; leavers and rotas change ways."""
    await _settle_anew(session, events)
    adds = [event for event in events if event.kind in _ADDS and event.props.get("channel")]
    if adds:
        await _count_adds(session, adds)


HEARING = Reader("pagecodes.hearing", _ADDS | {StaffLeft.kind, RotaChanged.kind}, hear)


async def _settle_anew(session: AsyncSession, events: Sequence[Recorded]) -> None:
    """Who left needs no way any more; a stand-in who is new in a rota needs one."""
    left = [event for event in events if event.kind == StaffLeft.kind]
    rotas = [event for event in events if event.kind == RotaChanged.kind]
    if not left and not rotas:
        return
    asked = {
        "corps": [event.corp_id for event in left],
        "staff": [event.props["staff_id"] for event in left],
        "rota_corps": [event.corp_id for event in rotas],
        "channels": [event.props["channel_id"] for event in rotas],
    }
    rows = (await session.execute(repository.UNSETTLE, asked)).all()
    jobs = [SettlePageCode(corp_id=row.corp_id, channel_id=row.id) for row in rows]
    await enqueue(session, *jobs)


async def _count_adds(session: AsyncSession, events: Sequence[Recorded]) -> None:
    asked = {
        "corps": [event.corp_id for event in events],
        "states": [event.props["channel"] for event in events],
    }
    pages = {
        (row.corp_id, row.state): row.id for row in await session.execute(repository.PAGES, asked)
    }
    by_corp: dict[int, list[tuple[int, Recorded]]] = {}
    for event in events:
        channel_id = pages.get((event.corp_id, event.props["channel"]))
        if channel_id is not None and event.customer_id is not None:
            by_corp.setdefault(event.corp_id, []).append((channel_id, event))
    for corp_id in sorted(by_corp):
        zone = (await corps.describe(session, corp_id)).timezone
        new = await _without_completions(session, corp_id, by_corp[corp_id])
        told: list[tuple[int, int, date]] = []
        # Places before counts, as openings of the page do: neither waits for the other in a ring.
        for channel_id, event in new:
            staff_id = int(event.props["staff_id"])
            await _use_place(session, corp_id, channel_id, staff_id, event.at)
            told.append((channel_id, staff_id, today(event.at, zone)))
        if told:
            channels, staff_ids, days = zip(*told, strict=True)
            counted: dict[str, Any] = {
                "corp_id": corp_id,
                "channels": list(channels),
                "staff": list(staff_ids),
                "days": list(days),
            }
            await session.execute(repository.ADDS, counted)


async def _use_place(
    session: AsyncSession, corp_id: int, channel_id: int, staff_id: int, at: datetime
) -> None:
    await session.execute(
        repository.USE_HOLD,
        {"corp_id": corp_id, "channel_id": channel_id, "staff_id": staff_id, "at": at},
    )


async def _without_completions(
    session: AsyncSession, corp_id: int, told: Sequence[tuple[int, Recorded]]
) -> list[tuple[int, Recorded]]:
    """Without the adds that complete a half one, which was counted when it came."""
    whole = [event for _, event in told if event.kind == RelationAdded.kind]
    if not whole:
        return list(told)
    rows = await session.execute(
        repository.HALVES,
        {
            "corp_id": corp_id,
            "customers": [event.customer_id for event in whole],
            "staff": [event.props["staff_id"] for event in whole],
            "since": min(event.at for event in whole) - _COMPLETED_WITHIN,
        },
    )
    halves = {(row.customer_id, row.staff_id) for row in rows}
    return [
        (channel_id, event)
        for channel_id, event in told
        if event.kind == RelationHalfAdded.kind
        or (event.customer_id, event.props["staff_id"]) not in halves
    ]
