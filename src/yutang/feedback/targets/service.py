"""Tell how far targets are: all of a day, or one member's own."""

from datetime import date, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.clock import today
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from . import repository
from .importing import import_sheet, template
from .schemas import AddTarget, Ahead, HolderKind, OwnTarget, OwnTargets, TargetBoard, TargetHolder
from .setting import change_rules, delete_target, read_rules, set_targets
from .sheets import FORM
from .telling import tell_progress

__all__ = (
    "FORM",
    "change_rules",
    "delete_target",
    "import_sheet",
    "read_board",
    "read_own",
    "read_rules",
    "set_targets",
    "tell_progress",
    "template",
)

ABOVE = 2


async def read_board(
    runtime: Runtime,
    session: AsyncSession,
    corp_id: int,
    kind: HolderKind | None,
    on: date | None,
    *,
    leads: bool,
    staff_id: int | None,
) -> TargetBoard:
    """Targets of a day that the session sees, with their places among all of their period.

    Without `leads` those who are behind their pace are only counted, except one's own.
    """
    now = runtime.clock()
    day = on or today(now, (await corps.describe(session, corp_id)).timezone)
    asked = {"corp_id": corp_id, "on": day, "kind": kind}
    seen = set(await session.scalars(repository.SEEN, asked))
    rules = await read_rules(session, corp_id)
    # A place is one among all, whomever of them one sees.
    async with runtime.database.owner() as owner:
        rows = (await owner.execute(repository.PROGRESS, {**asked, "now": now})).all()
    items = [_read(row, day, staff_id) for row in rows if row.id in seen]
    shown = [one for one in items if leads or one.mine or one.kept >= one.aim * one.pace]
    return TargetBoard(as_of=now, on=day, items=shown, hidden=len(items) - len(shown), rules=rules)


def _read(row: Any, on: date, staff_id: int | None) -> AddTarget:
    return AddTarget(
        id=row.id,
        holder=TargetHolder(kind=row.kind, id=row.ref_id, name=row.name),
        first=row.first,
        last=row.last,
        aim=row.aim,
        kept_days=row.kept_days,
        kept=row.kept,
        added=row.added,
        pending=row.pending,
        lost=row.added - row.kept - row.pending,
        left=max(0, row.aim - row.kept),
        rank=row.rank,
        of=row.of,
        pace=((on - row.first).days + 1) / ((row.last - row.first).days + 1),
        mine=row.kind == "staff" and row.ref_id == staff_id,
    )


async def read_own(runtime: Runtime, corp_id: int, staff_id: int) -> OwnTargets:
    """A member's own targets of today, with the two who are just ahead of him."""
    now: datetime = runtime.clock()
    async with runtime.database.owner() as session:
        day = today(now, (await corps.describe(session, corp_id)).timezone)
        asked = {"corp_id": corp_id, "on": day, "now": now, "kind": "staff"}
        rows = (await session.execute(repository.PROGRESS, asked)).all()
    return OwnTargets(as_of=now, items=[_own(row, rows) for row in rows if row.ref_id == staff_id])


def _own(row: Any, rows: Any) -> OwnTarget:
    ahead = [
        other
        for other in rows
        if (other.first, other.last) == (row.first, row.last) and other.kept > row.kept
    ]
    ahead.sort(key=lambda other: (other.kept, other.id))
    return OwnTarget(
        first=row.first,
        last=row.last,
        aim=row.aim,
        kept_days=row.kept_days,
        kept=row.kept,
        added=row.added,
        pending=row.pending,
        left=max(0, row.aim - row.kept),
        rank=row.rank,
        of=row.of,
        above=[Ahead(name=other.name, kept=other.kept) for other in reversed(ahead[:ABOVE])],
    )
