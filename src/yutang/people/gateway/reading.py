"""What the page shows: the buckets' levels, who waits, what is braked."""

from collections import defaultdict
from datetime import datetime, timedelta
from typing import Final, cast

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.wecom.admission import Urgency

from .limits import Limits
from .models import Brake, Quota, Slot, Wait
from .schemas import ApiRead, BrakeRead, UrgencyName, WaitRead, WindowRead

SHOWN_FOR: Final = timedelta(hours=24)
_WAITS_SECONDS: Final = 15
"""Three times as long as a waiting process is silent: an older word is that of a killed one."""


async def list_apis(
    session: AsyncSession, corp_id: int, now: datetime, limits: Limits
) -> list[ApiRead]:
    """The corp's APIs, those with trouble first. Needs the owner's session."""
    quotas: dict[str, dict[int, Quota]] = defaultdict(dict)
    for quota in await session.scalars(select(Quota).where(Quota.corp_id == corp_id)):
        quotas[quota.path][quota.seconds] = quota
    brakes: dict[str, list[Brake]] = defaultdict(list)
    for brake in await session.scalars(
        select(Brake).where(Brake.corp_id == corp_id, Brake.until > now).order_by(Brake.kind.desc())
    ):
        brakes[brake.path].append(brake)
    waits = await _waits(session, corp_id)
    held = await session.execute(
        select(Slot.path, func.count().label("held"))
        .where(Slot.corp_id == corp_id, Slot.until > func.clock_timestamp())
        .group_by(Slot.path)
    )
    under_way: dict[str, int] = {row.path: row.held for row in held}
    shown = {
        path
        for path, windows in quotas.items()
        if any(one.window_at > now - SHOWN_FOR for one in windows.values())
    }
    apis = [
        ApiRead(
            path=path,
            windows=_windows(corp_id, path, quotas[path], now, limits),
            at_once=limits.at_once(path),
            under_way=under_way.get(path, 0),
            waits=waits[path],
            brakes=[BrakeRead.model_validate(one, from_attributes=True) for one in brakes[path]],
        )
        for path in sorted(shown | set(brakes) | set(waits))
    ]
    return sorted(apis, key=lambda api: (not api.brakes, not api.waits, -_use(api), api.path))


async def _waits(session: AsyncSession, corp_id: int) -> dict[str, list[WaitRead]]:
    # By the database's clock, as they were written: processes may live in other times.
    rows = await session.execute(
        select(
            Wait.path,
            Wait.urgency,
            func.sum(Wait.waiting).label("waiting"),
            func.max(Wait.reason).label("reason"),
            func.max(Wait.until).label("until"),
        )
        .where(
            Wait.corp_id == corp_id,
            Wait.seen_at > func.clock_timestamp() - text(f"interval '{_WAITS_SECONDS} seconds'"),
        )
        .group_by(Wait.path, Wait.urgency)
        .order_by(Wait.urgency.desc())
    )
    found: dict[str, list[WaitRead]] = defaultdict(list)
    for row in rows:
        found[row.path].append(
            WaitRead(
                urgency=cast("UrgencyName", Urgency(row.urgency).name.lower()),
                waiting=int(row.waiting),
                reason=row.reason,
                until=row.until,
            )
        )
    return found


def _windows(
    corp_id: int, path: str, kept: dict[int, Quota], now: datetime, limits: Limits
) -> list[WindowRead]:
    found = []
    for bucket in limits.buckets(corp_id, path):
        if bucket.owner != corp_id:
            continue
        quota = kept.get(bucket.seconds)
        used = (
            quota.used if quota and now < quota.window_at + timedelta(seconds=bucket.seconds) else 0
        )
        level = float(bucket.limit - used)
        if bucket.rate:
            late = max(0.0, (quota.full_at - now).total_seconds()) if quota is not None else 0.0
            level = bucket.burst - bucket.rate * late
        found.append(
            WindowRead(
                seconds=bucket.seconds, used=used, limit=bucket.limit, free=max(0, int(level))
            )
        )
    return found


def _use(api: ApiRead) -> float:
    return max((one.used / one.limit for one in api.windows), default=0.0)


def count_waiting(apis: list[ApiRead]) -> dict[UrgencyName, int]:
    """Calls that wait now, by class, the most urgent first."""
    counts = {cast("UrgencyName", one.name.lower()): 0 for one in sorted(Urgency, reverse=True)}
    for wait in (one for api in apis for one in api.waits):
        counts[wait.urgency] += wait.waiting
    return counts
