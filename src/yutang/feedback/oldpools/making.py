"""Make a code and a tag for each old pool, one transaction each: a cut run goes on where it was."""

from typing import Final

import structlog
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition import service as acquisition
from yutang.act.acquisition.schemas import ChannelCreate
from yutang.kernel.errors import DomainError
from yutang.kernel.runtime import Runtime
from yutang.people.tags import service as tags
from yutang.people.tags.schemas import TagGroupCreate

from .models import OldPool

log = structlog.get_logger(__name__)

GROUP: Final = "老池迁移"
"""Our own tag group: it costs none of WeCom's quota."""
AT_ONCE: Final = 50

_GROUP = text(
    """
    select id from tag_groups
    where corp_id = :corp_id and kind = 'own' and name = :name and deleted_at is null
    """
)
_TAGS = text(
    """
    select name, id from tags
    where corp_id = :corp_id and group_id = :group_id and deleted_at is null
      and name = any(cast(:names as text[]))
    """
)


async def make_waiting(runtime: Runtime, corp_id: int) -> int:
    """Make all that wait; returns how many were made."""
    made = 0
    while True:
        async with runtime.database.corp(corp_id) as session:
            waiting = list(
                await session.scalars(
                    select(OldPool)
                    .where(OldPool.corp_id == corp_id, OldPool.state == "queued")
                    .order_by(OldPool.id)
                    .limit(AT_ONCE)
                )
            )
        if not waiting:
            return made
        ids = await _tags(runtime, corp_id, [one.name for one in waiting], waiting[0].created_by)
        for one in waiting:
            made += await _make(runtime, corp_id, one.id, ids[one.name])


async def _tags(runtime: Runtime, corp_id: int, names: list[str], actor: str) -> dict[str, int]:
    """Ids of the tags of these names; those that are not there are made."""
    async with runtime.database.corp(corp_id) as session:
        group_id = await session.scalar(_GROUP, {"corp_id": corp_id, "name": GROUP})
        known = await _known(session, corp_id, group_id, names)
    missing = [name for name in names if name not in known]
    if group_id is None:
        new = TagGroupCreate(kind="own", name=GROUP, tags=missing)
        group_id = await tags.create_group(runtime, corp_id, new, actor)
    elif missing:
        await tags.add_tags(runtime, corp_id, group_id, missing, actor)
    async with runtime.database.corp(corp_id) as session:
        return await _known(session, corp_id, group_id, names)


async def _known(
    session: AsyncSession, corp_id: int, group_id: int | None, names: list[str]
) -> dict[str, int]:
    asked = {"corp_id": corp_id, "group_id": group_id, "names": names}
    return {row.name: row.id for row in await session.execute(_TAGS, asked)}


async def _make(runtime: Runtime, corp_id: int, pool_id: int, tag_id: int) -> bool:
    async with runtime.database.corp(corp_id) as session:
        pool = await session.get(OldPool, (corp_id, pool_id), with_for_update=True)
        if pool is None or pool.state != "queued":
            return False
        wanted = ChannelCreate(name=pool.name, staff_ids=pool.staff_ids, tag_ids=[tag_id])
        try:
            async with session.begin_nested():
                pool.channel_id = await acquisition.create_channel(
                    session, corp_id, wanted, pool.created_by
                )
        except DomainError as error:
            log.warning("old_pool.failed", corp_id=corp_id, pool_id=pool_id, code=error.code)
            pool.state, pool.error = "failed", str(error)
            return False
        pool.tag_id, pool.state, pool.error = tag_id, "made", None
        return True
