"""Delete groups and tags, WeCom's for good, ours so that they can be restored."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.runtime import Runtime

from . import telling
from .curating import Row, facts_of, find_tag, record_change, set_values
from .errors import LockedTagError, UnknownTagError, UnknownTagGroupError
from .making import check_group_name, check_tag_names, find_group
from .models import Tag, TagGroup

CHUNK: Final = 10_000

_DROP_PUSHES = {
    table: text(
        f"""
        update {table} set push_at = null
        where ctid in (select ctid from {table}
                       where corp_id = :corp_id and push_at is not null
                         and tag_id = any(cast(:tags as bigint[])) limit :rows)
        """  # noqa: S608 - one of two names
    )
    for table in ("follow_tags", "follow_untags")
}


async def delete_tag(runtime: Runtime, corp_id: int, tag_id: int, actor: str) -> None:
    """Delete a tag: WeCom's for good and off everybody, ours so that it can be restored.

    Raises UnknownTagError, LockedTagError, NoAnswerError, WeComRefusedError.
    """
    async with runtime.database.corp(corp_id) as session:
        tag = await find_tag(session, corp_id, tag_id)
    await _delete(runtime, corp_id, tag, [tag_id])
    now = runtime.clock()
    async with runtime.database.corp(corp_id) as session:
        await _mark_deleted(session, corp_id, [tag_id], now)
        await record_change(session, corp_id, actor, f"tag:{tag_id}", facts_of(tag), None)
        if tag.kind == "wecom":
            await _close_empty(session, corp_id, tag.group_id, now)


async def delete_group(runtime: Runtime, corp_id: int, group_id: int, actor: str) -> None:
    """Delete a group with its tags, as `delete_tag`. Raises UnknownTagGroupError too."""
    async with runtime.database.corp(corp_id) as session:
        group = await find_group(session, corp_id, group_id)
        ids = list(
            await session.scalars(
                select(Tag.id).where(
                    Tag.corp_id == corp_id, Tag.group_id == group_id, Tag.deleted_at.is_(None)
                )
            )
        )
    await _delete(runtime, corp_id, group, ids)
    now = runtime.clock()
    async with runtime.database.corp(corp_id) as session:
        await _mark_deleted(session, corp_id, ids, now)
        group = await find_group(session, corp_id, group_id)
        await record_change(session, corp_id, actor, f"tag_group:{group_id}", facts_of(group), None)
        group.deleted_at = group.told_at = now


async def _delete(runtime: Runtime, corp_id: int, row: Row, tag_ids: Sequence[int]) -> None:
    if row.kind == "own":
        return
    if row.maker == "other":
        raise LockedTagError([row.name])
    try:
        await telling.delete(
            runtime, corp_id, row.wecom_id or "", is_group=isinstance(row, TagGroup)
        )
    except telling.ForeignError as error:
        await set_values(runtime, corp_id, row, maker="other")
        raise LockedTagError([row.name]) from error
    # What waits to be told of it would only cost calls that WeCom refuses.
    for statement in _DROP_PUSHES.values():
        left = True
        while left:
            async with runtime.database.corp(corp_id) as session:
                asked = {"corp_id": corp_id, "tags": list(tag_ids), "rows": CHUNK}
                done = await session.execute(statement, asked)
                left = getattr(done, "rowcount", 0) == CHUNK


async def _mark_deleted(
    session: AsyncSession, corp_id: int, ids: Sequence[int], now: datetime
) -> None:
    await session.execute(
        update(Tag)
        .where(Tag.corp_id == corp_id, Tag.id.in_(list(ids)))
        .values(deleted_at=now, told_at=now)
    )


async def _close_empty(session: AsyncSession, corp_id: int, group_id: int, now: datetime) -> None:
    """WeCom's groups go with their last tag."""
    left = await session.scalar(
        select(Tag.id)
        .where(Tag.corp_id == corp_id, Tag.group_id == group_id, Tag.deleted_at.is_(None))
        .limit(1)
    )
    if left is None:
        group = await find_group(session, corp_id, group_id)
        group.deleted_at = group.told_at = now


async def restore_group(runtime: Runtime, corp_id: int, group_id: int, actor: str) -> None:
    """Bring back a group of ours with the tags that went with it.

    Raises UnknownTagGroupError, NameTakenError.
    """
    async with runtime.database.corp(corp_id) as session:
        group = await session.get(TagGroup, (corp_id, group_id), with_for_update=True)
        if group is None or group.kind != "own" or group.deleted_at is None:
            raise UnknownTagGroupError(group_id)
        await check_group_name(session, corp_id, "own", group.name, group_id)
        await session.execute(
            update(Tag)
            .where(
                Tag.corp_id == corp_id,
                Tag.group_id == group_id,
                Tag.deleted_at == group.deleted_at,
            )
            .values(deleted_at=None)
        )
        group.deleted_at = None
        await record_change(session, corp_id, actor, f"tag_group:{group_id}", None, facts_of(group))


async def restore_tag(runtime: Runtime, corp_id: int, tag_id: int, actor: str) -> None:
    """Bring back one of ours with everybody who wore it, and its group where that went too.

    Raises UnknownTagError (also for WeCom's: they are gone), NameTakenError.
    """
    async with runtime.database.corp(corp_id) as session:
        tag = await session.get(Tag, (corp_id, tag_id), with_for_update=True)
        if tag is None or tag.kind != "own" or tag.deleted_at is None:
            raise UnknownTagError([tag_id])
        await check_tag_names(session, corp_id, tag.group_id, [tag.name], tag_id)
        group = await session.get(TagGroup, (corp_id, tag.group_id), with_for_update=True)
        if group is not None and group.deleted_at is not None:
            await check_group_name(session, corp_id, "own", group.name, group.id)
            group.deleted_at = None
        tag.deleted_at = None
        await record_change(session, corp_id, actor, f"tag:{tag_id}", None, facts_of(tag))
