"""The front door of segments: defined, listed, counted, refreshed, used."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.access.schemas import Principal
from yutang.kernel.db import staff_in_scope
from yutang.kernel.jobs import enqueue
from yutang.kernel.runtime import Runtime
from yutang.people.conditions import service as conditions
from yutang.people.corps import service as corps
from yutang.people.customers import service as customers
from yutang.people.customers.schemas import CustomerFilter
from yutang.people.exports import service as exports
from yutang.people.exports.schemas import ExportRead, ExportWish

from . import sweeping
from .counting import count, explain, overlap, profile, sample, say
from .describing import detail_of, list_segments, run_read, versions_of
from .drafting import (
    change_segment,
    create_segment,
    delete_segment,
    restore_version,
)
from .errors import NotKeptError
from .expanding import clean, expand, named_by
from .jobs import RefreshSegment
from .lists import freeze, make_list, settle_lists, unknown_of
from .membership import members_of
from .naming import register_names, sentences_of
from .offering import list_leaves
from .refreshing import count_daily, make_ready, refresh, tell, tick
from .repository import SegmentRepository
from .schemas import (
    REPORT_DAYS,
    MemberPage,
    RunList,
    SegmentDetail,
    SegmentExport,
    SizeList,
    SizePoint,
    UseList,
    UseRead,
    VersionList,
)
from .templates import list_templates
from .using import register_check, register_use, uses_of

__all__ = (
    "change_segment",
    "clean",
    "count",
    "create_segment",
    "delete_segment",
    "expand",
    "explain",
    "export",
    "freeze",
    "language",
    "list_leaves",
    "list_members",
    "list_runs",
    "list_segments",
    "list_sizes",
    "list_templates",
    "list_uses",
    "list_versions",
    "make_list",
    "make_ready",
    "members_of",
    "named_by",
    "overlap",
    "profile",
    "read_segment",
    "refresh",
    "register_check",
    "register_names",
    "register_use",
    "request_refresh",
    "restore_version",
    "sample",
    "say",
    "sentences_of",
    "settle_lists",
    "tell",
    "tick",
    "tidy",
    "unknown_of",
)

RUNS_SHOWN = 50
SIZES_DAYS = 7
"""Of days longer ago only the last size of each is kept."""
RUNS_DAYS = 30


def language() -> dict[str, Any]:
    """The conditions' JSON schema."""
    return conditions.json_schema()


async def read_segment(
    session: AsyncSession, corp_id: int, segment_id: int, now: datetime
) -> SegmentDetail:
    """One segment, whole. Raises UnknownSegmentError."""
    return await detail_of(session, await SegmentRepository(session, corp_id).find(segment_id), now)


async def list_versions(session: AsyncSession, corp_id: int, segment_id: int) -> VersionList:
    """What it was said to be, the newest first. Raises UnknownSegmentError."""
    repository = SegmentRepository(session, corp_id)
    await repository.find(segment_id)
    rows = await repository.versions(segment_id)
    return VersionList(items=await versions_of(session, corp_id, rows))


async def list_uses(session: AsyncSession, corp_id: int, segment_id: int) -> UseList:
    """Who uses it. Raises UnknownSegmentError."""
    await SegmentRepository(session, corp_id).find(segment_id)
    found = await uses_of(session, corp_id, segment_id)
    return UseList(items=[UseRead(kind=one.kind, id=one.id, name=one.name) for one in found])


async def list_sizes(
    session: AsyncSession, corp_id: int, segment_id: int, days: int, now: datetime
) -> SizeList:
    """Sizes over time; none for who does not see everybody. Raises UnknownSegmentError."""
    repository = SegmentRepository(session, corp_id)
    await repository.find(segment_id)
    if staff_in_scope(session) is not None:
        return SizeList(items=[], hidden=True)
    rows = await repository.sizes(segment_id, now - timedelta(days=days))
    items = [SizePoint.model_validate(row, from_attributes=True) for row in rows]
    return SizeList(items=items, hidden=False)


async def list_runs(session: AsyncSession, corp_id: int, segment_id: int) -> RunList:
    """Refreshes, the newest first; none for who does not see everybody."""
    repository = SegmentRepository(session, corp_id)
    await repository.find(segment_id)
    if staff_in_scope(session) is not None:
        return RunList(items=[])
    rows = await repository.runs(segment_id, RUNS_SHOWN)
    return RunList(items=[run_read(row) for row in rows])


async def list_members(
    runtime: Runtime, principal: Principal, segment_id: int, after: str | None, limit: int
) -> MemberPage:
    """Customers of it that one may see, newest add first; one by conditions is asked first.

    Raises UnknownSegmentError and what `make_ready` and lists of customers do.
    """
    corp_id = principal.corp_id
    await make_ready(runtime, corp_id, segment_id)
    wanted = CustomerFilter(segment_id=segment_id)
    async with runtime.database.corp(corp_id, principal.seer) as session:
        row = await SegmentRepository(session, corp_id).find(segment_id)
        page = await customers.list_customers(session, runtime.vault, corp_id, wanted, after, limit)
        return MemberPage(items=page.items, next=page.next, as_of=row.as_of)


async def request_refresh(
    session: AsyncSession, principal: Principal, segment_id: int, now: datetime
) -> SegmentDetail:
    """Have it asked anew in the background. Raises UnknownSegmentError, NotKeptError."""
    corp_id = principal.corp_id
    row = await SegmentRepository(session, corp_id).find(segment_id)
    if row.kind == "static":
        raise NotKeptError
    await enqueue(
        session,
        RefreshSegment(corp_id=corp_id, segment_id=segment_id, why="asked", by=principal.actor),
    )
    await audit.record(
        session,
        corp_id,
        actor=principal.actor,
        action="segments.refreshed",
        target=f"segment:{segment_id}",
    )
    return await detail_of(session, row, now)


async def export(
    runtime: Runtime, principal: Principal, segment_id: int, wish: SegmentExport
) -> ExportRead:
    """Ask for a file of those of it one may see; rights are the door's to demand.

    Raises UnknownSegmentError, UnknownColumnError and what `make_ready` does.
    """
    corp_id = principal.corp_id
    await make_ready(runtime, corp_id, segment_id)
    wanted = CustomerFilter(segment_id=segment_id)
    async with runtime.database.corp(corp_id, principal.seer) as session:
        export_id = await exports.ask(
            runtime,
            session,
            ExportWish(**wish.model_dump()),
            wanted,
            f"segment_id={segment_id}",
            principal,
        )
        return await exports.read_export(runtime, session, corp_id, export_id, principal.actor)


async def tidy(runtime: Runtime, now: datetime) -> None:
    """Once a day: sizes of long ago to one a day, refreshes and reports of long ago away.

    Then those by conditions are counted, so that their size over time can be told.
    """
    async with runtime.database.owner() as session:
        days = {"sizes": SIZES_DAYS, "runs": RUNS_DAYS, "reports": REPORT_DAYS}
        await sweeping.tidy(session, now, days)
        every = await corps.every_corp(session)
    await count_daily(runtime, every)
