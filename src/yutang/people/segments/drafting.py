"""Segments by conditions: made, changed, restored, deleted; each change is a version."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.access.schemas import Principal
from yutang.kernel.jobs import enqueue
from yutang.people.conditions import service as conditions

from .describing import detail_of
from .errors import (
    KindFixedError,
    NameTakenError,
    NoConditionsError,
    SegmentChangedError,
    SegmentUsedError,
    TooManySegmentsError,
    UnknownVersionError,
)
from .expanding import clean, expand
from .fields import demand_fields
from .jobs import RefreshSegment
from .models import Segment, SegmentVersion
from .repository import SegmentRepository
from .schemas import (
    SEGMENTS,
    NewSegment,
    SegmentChange,
    SegmentDetail,
    SegmentFacts,
    Tree,
)
from .using import check_change, uses_of

_TOLD = ("name", "kind", "folder", "description", "tree", "every_minutes")


async def create_segment(
    session: AsyncSession, principal: Principal, new: NewSegment, now: datetime
) -> SegmentDetail:
    """Make one by conditions; who is in it is asked at once, in the background.

    Raises ConditionError, NoConditionsError, NameTakenError, NamedSegmentError,
    NestedTooDeepError, TooManySegmentsError.
    """
    tree = await _checked(session, principal, new, None)
    row = await add_row(session, principal, new, tree, now)
    await record(session, principal, "segments.made", row, after=picture_of(row))
    await _ask(session, row, now)
    return await detail_of(session, row, now)


async def add_row(
    session: AsyncSession,
    principal: Principal,
    facts: SegmentFacts,
    tree: Tree | None,
    now: datetime,
) -> Segment:
    """The row and its first version. Raises NameTakenError, TooManySegmentsError."""
    corp_id = principal.corp_id
    count = await session.scalar(
        select(func.count()).select_from(Segment).where(Segment.corp_id == corp_id)
    )
    if (count or 0) >= SEGMENTS:
        raise TooManySegmentsError(SEGMENTS)
    row = Segment(
        corp_id=corp_id,
        name=facts.name,
        kind=facts.kind,
        folder=facts.folder,
        description=facts.description,
        tree=tree,
        every_minutes=facts.every_minutes,
        version=1,
        created_by=principal.actor,
        created_by_name=principal.name,
        created_at=now,
        updated_at=now,
    )
    await _write(session, row)
    session.add(_version_of(row, principal, now))
    await session.flush()
    return row


async def change_segment(
    session: AsyncSession,
    principal: Principal,
    segment_id: int,
    change: SegmentChange,
    now: datetime,
) -> SegmentDetail:
    """Make it what the change says.

    Raises UnknownSegmentError, SegmentChangedError, KindFixedError, SegmentUsedError and what
    `create_segment` does, also SegmentCycleError and what who uses it has against it
    (`register_check`).
    """
    row = await SegmentRepository(session, principal.corp_id).find(segment_id, lock=True)
    return await _change(session, principal, row, change, now, None)


async def restore_version(
    session: AsyncSession,
    principal: Principal,
    segment_id: int,
    number: int,
    version: int,
    now: datetime,
) -> SegmentDetail:
    """Make it again what it was at a version, as a version of its own; the name stays.

    Raises UnknownVersionError and what `change_segment` does: what it names may be gone.
    """
    repository = SegmentRepository(session, principal.corp_id)
    row = await repository.find(segment_id, lock=True)
    old = await repository.version(segment_id, number)
    if old is None:
        raise UnknownVersionError(number)
    said = {name: getattr(old, name) for name in _TOLD}
    change = SegmentChange.model_validate({**said, "name": row.name, "version": version})
    return await _change(session, principal, row, change, now, number)


async def _change(
    session: AsyncSession,
    principal: Principal,
    row: Segment,
    change: SegmentChange,
    now: datetime,
    restored: int | None,
) -> SegmentDetail:
    if change.version != row.version:
        raise SegmentChangedError(change.version, row.version)
    if (change.kind == "static") != (row.kind == "static"):
        raise KindFixedError
    tree = await _checked(session, principal, change, row)
    if change.kind != row.kind:
        await _turn(session, row)
    before = picture_of(row)
    wanted = {**change.model_dump(include={*_TOLD}), "tree": tree}
    changed = [name for name in _TOLD if wanted[name] != before[name]]
    if not changed:
        return await detail_of(session, row, now)
    for name in changed:
        setattr(row, name, wanted[name])
    row.version += 1
    row.updated_at = now
    if row.kind != "kept":
        row.due_at = None
    await _write(session, row)
    session.add(_version_of(row, principal, now, restored))
    await session.flush()
    if "tree" in changed:
        await check_change(session, row.corp_id, row.id, before["tree"])
    after = {name: wanted[name] for name in changed}
    await record(
        session,
        principal,
        "segments.changed" if restored is None else "segments.restored",
        row,
        before={name: before[name] for name in changed},
        after=after if restored is None else {**after, "restored": restored},
    )
    if {"tree", "kind"} & set(changed):
        await _ask(session, row, now)
    return await detail_of(session, row, now)


async def _turn(session: AsyncSession, row: Segment) -> None:
    """Begin or end to tell who comes and goes. Raises SegmentUsedError where somebody waits."""
    uses = await uses_of(session, row.corp_id, row.id)
    if watching := [use.name for use in uses if use.watches]:
        raise SegmentUsedError(watching)
    # Nobody was told to have entered: whom the first refresh of a kept one finds enters.
    row.run = None


async def delete_segment(session: AsyncSession, principal: Principal, segment_id: int) -> None:
    """Away with it and its history. Raises UnknownSegmentError, SegmentUsedError."""
    repository = SegmentRepository(session, principal.corp_id)
    row = await repository.find(segment_id, lock=True)
    uses = await uses_of(session, principal.corp_id, segment_id)
    if uses:
        raise SegmentUsedError([use.name for use in uses])
    before = picture_of(row)
    await repository.drop(segment_id)
    await record(session, principal, "segments.deleted", row, before=before)


async def _checked(
    session: AsyncSession, principal: Principal, facts: SegmentFacts, own: Segment | None
) -> Tree | None:
    """The tree as it is kept; what it names is there and names it not."""
    if (facts.tree is None) != (facts.kind == "static"):
        raise NoConditionsError(facts.kind)
    if facts.tree is None:
        return None
    tree = clean(facts.tree)
    await demand_fields(session, principal, conditions.parse(tree))
    await expand(session, principal.corp_id, tree, own)
    return tree


async def _ask(session: AsyncSession, row: Segment, now: datetime) -> None:
    if row.kind == "kept":
        # The clock looks after it even if the job should fail for good.
        row.due_at = now + timedelta(minutes=row.every_minutes)
    if row.kind != "static":
        await enqueue(session, RefreshSegment(corp_id=row.corp_id, segment_id=row.id, why="made"))


async def _write(session: AsyncSession, row: Segment) -> None:
    name = row.name
    try:
        async with session.begin_nested():
            session.add(row)
            await session.flush()
    except IntegrityError as error:
        if "uq_segments_corp_id_name" in str(error.orig):
            raise NameTakenError(name) from error
        raise


def _version_of(
    row: Segment, principal: Principal, now: datetime, restored: int | None = None
) -> SegmentVersion:
    return SegmentVersion(
        corp_id=row.corp_id,
        segment_id=row.id,
        number=row.version,
        restored=restored,
        made_by=principal.actor,
        made_by_name=principal.name,
        made_at=now,
        **picture_of(row),
    )


def picture_of(row: Segment) -> dict[str, Any]:
    """What is said of it, for versions and the audit."""
    return {name: getattr(row, name) for name in _TOLD}


async def record(
    session: AsyncSession,
    principal: Principal,
    action: str,
    row: Segment,
    *,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    """The audit's entry of an act on a segment."""
    await audit.record(
        session,
        principal.corp_id,
        actor=principal.actor,
        action=action,
        target=f"segment:{row.id}",
        before=before,
        after=after,
    )
