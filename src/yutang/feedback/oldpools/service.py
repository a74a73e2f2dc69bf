"""Take old pools in, tell how far their people have moved."""

import asyncio
import io
import zipfile
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition import service as acquisition
from yutang.feedback.growth import service as growth
from yutang.kernel import audit
from yutang.kernel.db import Seer
from yutang.kernel.jobs import enqueue
from yutang.kernel.runtime import Runtime
from yutang.people.staff import service as staff

from .errors import NamesTakenError, NothingFailedError, UnknownPoolError, UnknownStaffError
from .jobs import MakePools
from .making import make_waiting
from .models import OldPool
from .schemas import NewPools, PoolBoard, PoolDay, PoolRead

__all__ = (
    "add_pools",
    "change_estimate",
    "forget_pool",
    "make_waiting",
    "read_board",
    "retry_failed",
    "zip_codes",
)

ZIPPED: Final = 200
SIDE: Final = 600

_LIST = text(
    """
    select p.id, p.name, p.kind, p.estimate, p.state, p.error, p.channel_id,
           c.status as channel_status, c.state as channel, c.qr_content as link
    from old_pools p
    left join channels c on c.corp_id = p.corp_id and c.id = p.channel_id
    where p.corp_id = :corp_id order by p.id
    """
)


async def add_pools(session: AsyncSession, corp_id: int, new: NewPools, actor: str) -> None:
    """Take a list in, all or none, and ask for their codes.

    Raises NamesTakenError, UnknownStaffError.
    """
    names = Counter(one.name for one in new.items)
    known = await session.scalars(
        select(OldPool.name).where(OldPool.corp_id == corp_id, OldPool.name.in_(list(names)))
    )
    if taken := sorted({*known, *(name for name, times in names.items() if times > 1)}):
        raise NamesTakenError(taken)
    members = await staff.staff_by_ids(session, corp_id, set(new.staff_ids))
    working = {one.id for one in members if one.status != "left"}
    if missing := sorted(set(new.staff_ids) - working):
        raise UnknownStaffError(missing)
    session.add_all(
        OldPool(
            corp_id=corp_id,
            name=one.name,
            kind=one.kind,
            estimate=one.estimate,
            staff_ids=sorted(set(new.staff_ids)),
            state="queued",
            created_by=actor,
        )
        for one in new.items
    )
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="old_pools.added",
        target="old_pools",
        after=new.model_dump(mode="json"),
    )
    await enqueue(session, MakePools(corp_id=corp_id))


async def retry_failed(session: AsyncSession, corp_id: int, actor: str) -> None:
    """Ask once more for the codes that could not be made. Raises NothingFailedError."""
    failed = list(
        await session.scalars(
            select(OldPool)
            .where(OldPool.corp_id == corp_id, OldPool.state == "failed")
            .with_for_update()
        )
    )
    if not failed:
        raise NothingFailedError
    for one in failed:
        one.state, one.error = "queued", None
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="old_pools.retried",
        target="old_pools",
        after={"ids": [one.id for one in failed]},
    )
    await enqueue(session, MakePools(corp_id=corp_id))


async def change_estimate(
    session: AsyncSession, corp_id: int, pool_id: int, estimate: int | None, actor: str
) -> None:
    """Say anew how many people are there. Raises UnknownPoolError."""
    pool = await _find(session, corp_id, pool_id)
    if pool.estimate == estimate:
        return
    before, pool.estimate = pool.estimate, estimate
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="old_pools.estimated",
        target=f"old_pool:{pool_id}",
        before={"estimate": before},
        after={"estimate": estimate},
    )


async def forget_pool(session: AsyncSession, corp_id: int, pool_id: int, actor: str) -> None:
    """Take one off the list; its code, its tag and who came stay. Raises UnknownPoolError."""
    pool = await _find(session, corp_id, pool_id)
    await session.delete(pool)
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="old_pools.forgotten",
        target=f"old_pool:{pool_id}",
        before={"name": pool.name, "channel_id": pool.channel_id},
    )


async def _find(session: AsyncSession, corp_id: int, pool_id: int) -> OldPool:
    pool = await session.get(OldPool, (corp_id, pool_id), with_for_update=True)
    if pool is None:
        raise UnknownPoolError(pool_id)
    return pool


async def read_board(session: AsyncSession, corp_id: int, now: datetime) -> PoolBoard:
    """All of them, in the order in which they were entered."""
    rows = (await session.execute(_LIST, {"corp_id": corp_id})).all()
    came = await growth.adds_of_channels(
        session, corp_id, [row.channel for row in rows if row.channel is not None]
    )
    days: dict[date, int] = {}
    for one in came.values():
        for day, adds, _ in one:
            days[day] = days.get(day, 0) + adds
    items = [_read(row, came.get(row.channel, [])) for row in rows]
    estimated = [one for one in items if one.estimate is not None]
    return PoolBoard(
        as_of=now,
        items=items,
        queued=sum(one.state == "queued" for one in items),
        estimate=sum(one.estimate or 0 for one in estimated),
        adds=sum(one.adds for one in items),
        adds_of_estimated=sum(one.adds for one in estimated),
        days=[PoolDay(day=day, adds=adds) for day, adds in sorted(days.items())],
    )


def _read(row: Any, days: Sequence[tuple[date, int, int]]) -> PoolRead:
    adds = sum(adds for _, adds, _ in days)
    return PoolRead(
        id=row.id,
        name=row.name,
        kind=row.kind,
        estimate=row.estimate,
        state=row.state,
        error=row.error,
        channel_id=row.channel_id,
        channel_status=row.channel_status,
        link=row.link,
        adds=adds,
        stayed=sum(stayed for _, _, stayed in days),
        share=adds / row.estimate if row.estimate else None,
    )


async def zip_codes(runtime: Runtime, corp_id: int, seer: Seer | None) -> bytes:
    """The pictures of the first 200 codes that are there, named by their old pool."""
    # Drawing them takes longer than a transaction may.
    async with runtime.database.corp(corp_id, seer) as session:
        rows = (await session.execute(_LIST, {"corp_id": corp_id})).all()
    codes = [(row.name, row.link) for row in rows if row.link][:ZIPPED]
    return await asyncio.to_thread(_zip, codes)


def _zip(codes: Sequence[tuple[str, str]]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for place, (name, link) in enumerate(codes, 1):
            safe = "".join(sign if sign.isalnum() or sign in "-_ " else "_" for sign in name)
            archive.writestr(f"{place:03d}-{safe}.png", acquisition.draw_png(link, SIDE))
    return buffer.getvalue()
