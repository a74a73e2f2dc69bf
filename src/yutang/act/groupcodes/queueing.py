"""The queue of a code: add groups, take one out, put one before another."""

from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.jobs import enqueue
from yutang.people.groups import service as groups
from yutang.people.groups.schemas import GroupFilter

from .errors import (
    NoGroupsError,
    NotQueuedError,
    TooManyGroupsError,
    UnknownGroupCodeError,
    UnknownGroupsError,
)
from .jobs import TendGroupCodes
from .schemas import AT_ONCE, QUEUE, GroupsToAdd

_LOCK = text(
    "select 1 from group_codes where corp_id = :corp_id and id = :code_id"
    " and status not in ('deleting', 'deleted') for update"
)
_KNOWN = text(
    "select id from group_chats where corp_id = :corp_id and state <> 'dismissed'"
    " and id = any(cast(:ids as bigint[]))"
)
_QUEUED = text(
    "select count(*) from group_code_groups"
    " where corp_id = :corp_id and code_id = :code_id and removed_at is null"
    " and group_id <> all(cast(:ids as bigint[]))"
)
"""Besides those that are to be added."""
_ADD = text(
    """
    insert into group_code_groups as q
      (corp_id, code_id, group_id, place, added_by, added_at)
    select :corp_id, :code_id, v.id,
           coalesce((select max(place) from group_code_groups
                     where corp_id = :corp_id and code_id = :code_id), 0) + v.n, :actor, :now
    from unnest(cast(:ids as bigint[])) with ordinality as v(id, n)
    on conflict (corp_id, code_id, group_id) do update
      set place = excluded.place, added_by = excluded.added_by, added_at = excluded.added_at,
          removed_at = null, counted_at = null, full_at = null
      where q.removed_at is not null
    returning group_id
    """
)
_REMOVE = text(
    "update group_code_groups set removed_at = :now where corp_id = :corp_id"
    " and code_id = :code_id and group_id = :group_id and removed_at is null returning group_id"
)
_STAND = text(
    "select group_id, place from group_code_groups where corp_id = :corp_id"
    " and code_id = :code_id and removed_at is null"
    " and group_id = any(cast(:ids as bigint[]))"
)
# The whole queue is numbered anew: five thousand rows in one statement.
_MOVE = text(
    """
    with others as (
      select group_id, row_number() over (order by place, group_id) as n
      from group_code_groups
      where corp_id = :corp_id and code_id = :code_id and removed_at is null
        and group_id <> :group_id
    ), mark as (
      select coalesce((select n from others where group_id = cast(:before as bigint)),
                      (select count(*) + 1 from others)) as n
    ), places as (
      select o.group_id, o.n + (o.n >= m.n)::int as place from others o, mark m
      union all select :group_id, n from mark
    )
    update group_code_groups q set place = p.place
    from places p
    where q.corp_id = :corp_id and q.code_id = :code_id and q.group_id = p.group_id
      and q.place <> p.place
    """
)


async def add_groups(
    session: AsyncSession,
    corp_id: int,
    code_id: int,
    wanted: GroupsToAdd,
    actor: str,
    now: datetime,
) -> int:
    """Put groups at the end of the queue; returns how many were not in it.

    One that was taken out comes back at the end, and is counted anew. Raises
    UnknownGroupCodeError, UnknownGroupsError, NoGroupsError, TooManyGroupsError.
    """
    await _lock(session, corp_id, code_id)
    ids = await _found(session, corp_id, wanted, now)
    if not ids:
        raise NoGroupsError
    asked = {"corp_id": corp_id, "code_id": code_id, "ids": ids}
    queued = await session.scalar(_QUEUED, asked) or 0
    if len(ids) > AT_ONCE or queued + len(ids) > QUEUE:
        most = AT_ONCE if len(ids) > AT_ONCE else QUEUE
        raise TooManyGroupsError(len(ids) if most == AT_ONCE else queued + len(ids), most)
    added = list(await session.scalars(_ADD, {**asked, "actor": actor, "now": now}))
    if added:
        await audit.record(
            session,
            corp_id,
            actor=actor,
            action="group_code.groups_added",
            target=f"group_code:{code_id}",
            after={"group_ids": sorted(added)},
        )
        await enqueue(session, TendGroupCodes(corp_id=corp_id))
    return len(added)


async def _found(
    session: AsyncSession, corp_id: int, wanted: GroupsToAdd, now: datetime
) -> list[int]:
    if wanted.search is not None:
        search = wanted.search
        asked = GroupFilter(
            q=search.q.strip(),
            owner_ids=tuple(search.owner_ids),
            tiers=tuple(search.tier),
            label=search.label.strip(),
        )
        return await groups.matching_ids(session, corp_id, asked, now, AT_ONCE + 1)
    ids = list(dict.fromkeys(wanted.group_ids))
    known = set(await session.scalars(_KNOWN, {"corp_id": corp_id, "ids": ids}))
    if bad := [one for one in ids if one not in known]:
        raise UnknownGroupsError(bad)
    return ids


async def take_out(
    session: AsyncSession, corp_id: int, code_id: int, group_id: int, actor: str, now: datetime
) -> None:
    """Take one out; who is in it stays. Raises UnknownGroupCodeError, NotQueuedError."""
    await _lock(session, corp_id, code_id)
    asked = {"corp_id": corp_id, "code_id": code_id, "group_id": group_id, "now": now}
    if await session.scalar(_REMOVE, asked) is None:
        raise NotQueuedError(group_id)
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="group_code.group_removed",
        target=f"group_code:{code_id}",
        before={"group_id": group_id},
    )
    await enqueue(session, TendGroupCodes(corp_id=corp_id))


async def move(
    session: AsyncSession,
    corp_id: int,
    code_id: int,
    group_id: int,
    before: int | None,
    actor: str,
) -> None:
    """Put one before another, or at the end. Raises UnknownGroupCodeError, NotQueuedError."""
    await _lock(session, corp_id, code_id)
    ids = [group_id] if before is None else [group_id, before]
    asked = {"corp_id": corp_id, "code_id": code_id}
    rows = (await session.execute(_STAND, {**asked, "ids": ids})).all()
    stand = {row.group_id: row.place for row in rows}
    for one in ids:
        if one not in stand:
            raise NotQueuedError(one)
    if before == group_id:
        return
    await session.execute(_MOVE, {**asked, "group_id": group_id, "before": before})
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="group_code.reordered",
        target=f"group_code:{code_id}",
        after={"group_id": group_id, "before": before},
    )
    await enqueue(session, TendGroupCodes(corp_id=corp_id))


async def _lock(session: AsyncSession, corp_id: int, code_id: int) -> None:
    asked = {"corp_id": corp_id, "code_id": code_id}
    if await session.scalar(_LOCK, asked) is None:
        raise UnknownGroupCodeError(code_id)
