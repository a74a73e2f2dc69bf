"""Change, order and archive groups and tags; WeCom is asked first where it has them.

WeCom lets an app change only what it made, and does not tell who made a tag. What is not known is
tried on request by a change that changes nothing (`check_group`); what WeCom refuses is locked.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.runtime import Runtime

from . import telling
from .errors import (
    Apart,
    LockedTagError,
    TagsApartError,
    UnknownTagError,
    UnknownTagGroupError,
    WrongOrderError,
)
from .making import check_group_name, check_tag_names, find_group
from .models import Tag, TagGroup
from .schemas import Kind, TagChange, TagGroupChange

Row = Tag | TagGroup

_OVERLAP = text(
    """
    select exists (
      select from customer_tags a
      join customer_tags b on b.corp_id = :corp_id and b.customer_id = a.customer_id
      join tags t on t.corp_id = :corp_id and t.id = b.tag_id and t.deleted_at is null
      where a.corp_id = :corp_id and a.tag_id = :tag_id and t.group_id = :group_id
        and t.id <> :tag_id)
    """
)


async def change_group(
    runtime: Runtime, corp_id: int, group_id: int, change: TagGroupChange, actor: str
) -> None:
    """Rename (in WeCom too), archive, make exclusive or ordered.

    Exclusive holds from now on: who wears two keeps them until one is put. Raises
    UnknownTagGroupError, NameTakenError, LockedTagError, NoAnswerError, WeComRefusedError.
    """
    async with runtime.database.corp(corp_id) as session:
        group = await find_group(session, corp_id, group_id)
        if change.name is not None and change.name != group.name:
            await check_group_name(session, corp_id, group.kind, change.name, group_id)
        renames = change.name is not None and change.name != group.name
    if renames:
        await _tell(runtime, corp_id, group, name=change.name)
    now = runtime.clock()
    async with runtime.database.corp(corp_id) as session:
        group = await find_group(session, corp_id, group_id)
        before = facts_of(group)
        group.name = change.name or group.name
        group.exclusive = _given(change.exclusive, group.exclusive)
        group.ordered = _given(change.ordered, group.ordered)
        group.archived_at = _archived(change.archived, group.archived_at, now)
        await record_change(
            session, corp_id, actor, f"tag_group:{group_id}", before, facts_of(group)
        )


async def change_tag(
    runtime: Runtime, corp_id: int, tag_id: int, change: TagChange, actor: str
) -> None:
    """Rename (in WeCom too), archive, or move one of ours to another group.

    Raises UnknownTagError, UnknownTagGroupError, NameTakenError, TagsApartError, LockedTagError,
    NoAnswerError, WeComRefusedError.
    """
    async with runtime.database.corp(corp_id) as session:
        tag = await find_tag(session, corp_id, tag_id)
        group_id = change.group_id or tag.group_id
        if group_id != tag.group_id:
            await _check_move(session, corp_id, tag, group_id)
        if group_id != tag.group_id or change.name not in {None, tag.name}:
            await check_tag_names(session, corp_id, group_id, [change.name or tag.name], tag_id)
        renames = change.name is not None and change.name != tag.name
    if renames:
        await _tell(runtime, corp_id, tag, name=change.name)
    now = runtime.clock()
    async with runtime.database.corp(corp_id) as session:
        tag = await find_tag(session, corp_id, tag_id)
        if change.archived is False and tag.merged_into is not None:
            raise TagsApartError(Apart.MERGED)
        before = facts_of(tag)
        tag.name, tag.group_id = change.name or tag.name, group_id
        tag.archived_at = _archived(change.archived, tag.archived_at, now)
        await record_change(session, corp_id, actor, f"tag:{tag_id}", before, facts_of(tag))


async def _check_move(session: AsyncSession, corp_id: int, tag: Tag, group_id: int) -> None:
    if tag.kind == "wecom":
        raise TagsApartError(Apart.WECOM_MOVE)
    target = await find_group(session, corp_id, group_id)
    if target.kind != "own":
        raise TagsApartError(Apart.KINDS)
    source = await find_group(session, corp_id, tag.group_id)
    if target.sensitive != source.sensitive:
        raise TagsApartError(Apart.SENSITIVE)
    asked = {"corp_id": corp_id, "tag_id": tag.id, "group_id": group_id}
    if target.exclusive and await session.scalar(_OVERLAP, asked):
        raise TagsApartError(Apart.EXCLUSIVE)


async def find_tag(session: AsyncSession, corp_id: int, tag_id: int) -> Tag:
    """A living tag, locked; raises UnknownTagError."""
    tag = await session.get(Tag, (corp_id, tag_id), with_for_update=True)
    if tag is None or tag.deleted_at is not None:
        raise UnknownTagError([tag_id])
    return tag


async def order_tags(
    runtime: Runtime, corp_id: int, group_id: int, ids: Sequence[int], actor: str
) -> None:
    """Put the tags of a group in this order; it names every living one once.

    Of WeCom's each that moves is one call; all of them must be ours to change. Raises
    UnknownTagGroupError, WrongOrderError, LockedTagError, NoAnswerError, WeComRefusedError.
    """
    async with runtime.database.corp(corp_id) as session:
        await find_group(session, corp_id, group_id)
        rows = list(
            await session.scalars(
                select(Tag).where(
                    Tag.corp_id == corp_id, Tag.group_id == group_id, Tag.deleted_at.is_(None)
                )
            )
        )
    await _order(runtime, corp_id, rows, ids, actor, f"tag_group:{group_id}")


async def order_groups(
    runtime: Runtime, corp_id: int, kind: Kind, ids: Sequence[int], actor: str
) -> None:
    """Put the groups of a kind in this order, as `order_tags`."""
    async with runtime.database.corp(corp_id) as session:
        rows = list(
            await session.scalars(
                select(TagGroup).where(
                    TagGroup.corp_id == corp_id,
                    TagGroup.kind == kind,
                    TagGroup.deleted_at.is_(None),
                )
            )
        )
    await _order(runtime, corp_id, rows, ids, actor, f"tag_groups:{kind}")


async def _order(
    runtime: Runtime,
    corp_id: int,
    rows: Sequence[Row],
    ids: Sequence[int],
    actor: str,
    target: str,
) -> None:
    by_id = {row.id: row for row in rows}
    if sorted(ids) != sorted(by_id):
        raise WrongOrderError
    wanted = {id_: len(ids) - place for place, id_ in enumerate(ids)}
    moved = [by_id[id_] for id_ in ids if by_id[id_].position != wanted[id_]]
    await _try_unknown(runtime, corp_id, [row for row in moved if row.kind == "wecom"])
    for row in moved:
        await _tell(runtime, corp_id, row, position=wanted[row.id])
    async with runtime.database.corp(corp_id) as session:
        for row in moved:
            await session.execute(
                update(type(row))
                .where(type(row).corp_id == corp_id, type(row).id == row.id)
                .values(position=wanted[row.id])
            )
        await record_change(session, corp_id, actor, target, {}, {"order": list(ids)})


async def check_group(runtime: Runtime, corp_id: int, group_id: int) -> None:
    """Learn which of a group's tags, and whether the group, WeCom lets us change.

    A change that changes nothing is asked for each that is not known, one call a tag. Raises
    UnknownTagGroupError, NoAnswerError, WeComRefusedError.
    """
    async with runtime.database.corp(corp_id) as session:
        group = await find_group(session, corp_id, group_id)
        tags = await session.scalars(
            select(Tag).where(
                Tag.corp_id == corp_id, Tag.group_id == group_id, Tag.deleted_at.is_(None)
            )
        )
        rows: list[Row] = [group, *tags]
    for row in rows:
        if row.kind == "wecom" and row.maker == "unknown":
            await _learn(runtime, corp_id, row)


async def _try_unknown(runtime: Runtime, corp_id: int, rows: Sequence[Row]) -> None:
    """Learn of each whether it is ours before the first is changed; raises LockedTagError."""
    for row in rows:
        if row.maker == "unknown":
            row.maker = await _learn(runtime, corp_id, row)
    if locked := [row.name for row in rows if row.maker == "other"]:
        raise LockedTagError(locked)


async def _learn(runtime: Runtime, corp_id: int, row: Row) -> str:
    maker = "us"
    try:
        await telling.edit(runtime, corp_id, row.wecom_id or "", position=max(row.position, 0))
    except telling.ForeignError:
        maker = "other"
    except telling.GoneError:
        await set_values(runtime, corp_id, row, deleted_at=runtime.clock())
        return "gone"
    await set_values(runtime, corp_id, row, maker=maker)
    return maker


async def _tell(
    runtime: Runtime,
    corp_id: int,
    row: Row,
    *,
    name: str | None = None,
    position: int | None = None,
) -> None:
    """Change it in WeCom; ours need nobody."""
    if row.kind == "own":
        return
    if row.maker == "other":
        raise LockedTagError([row.name])
    try:
        await telling.edit(runtime, corp_id, row.wecom_id or "", name=name, position=position)
    except telling.ForeignError as error:
        await set_values(runtime, corp_id, row, maker="other")
        raise LockedTagError([row.name]) from error
    except telling.GoneError as error:
        await set_values(runtime, corp_id, row, deleted_at=runtime.clock())
        raise _unknown(row) from error
    await set_values(runtime, corp_id, row, maker="us", told_at=runtime.clock())


async def set_values(runtime: Runtime, corp_id: int, row: Row, **values: Any) -> None:
    """Write what was learnt of a row, in a transaction of its own."""
    async with runtime.database.corp(corp_id) as session:
        await session.execute(
            update(type(row))
            .where(type(row).corp_id == corp_id, type(row).id == row.id)
            .values(**values)
        )


def _unknown(row: Row) -> Exception:
    return UnknownTagError([row.id]) if isinstance(row, Tag) else UnknownTagGroupError(row.id)


def _given(wanted: bool | None, now: bool) -> bool:  # noqa: FBT001 - a value, not a switch
    return now if wanted is None else wanted


def _archived(wanted: bool | None, at: datetime | None, now: datetime) -> datetime | None:  # noqa: FBT001 - as above
    if wanted is None:
        return at
    return (at or now) if wanted else None


def facts_of(row: Row) -> dict[str, Any]:
    """What the audit keeps of it."""
    facts: dict[str, Any] = {"name": row.name, "archived": row.archived_at is not None}
    if isinstance(row, TagGroup):
        return facts | {"exclusive": row.exclusive, "ordered": row.ordered}
    return facts | {"group_id": row.group_id}


async def record_change(
    session: AsyncSession,
    corp_id: int,
    actor: str,
    target: str,
    before: dict[str, Any] | None,
    after: dict[str, Any] | None,
) -> None:
    """The audit entry of a change, where there is one; `after` None: deleted."""
    if before == after:
        return
    action = "deleted" if after is None else ("restored" if before is None else "changed")
    kind = "tag" if target.startswith("tag:") else "tag_group"
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action=f"{kind}.{action}",
        target=target,
        before=before,
        after=after,
    )
