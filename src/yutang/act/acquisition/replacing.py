"""Put others into codes in the place of a member: who left, or does something else now."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.db import staff_in_scope
from yutang.kernel.jobs import Job, enqueue
from yutang.people.staff import service as staff

from .errors import FullListError, UnknownChannelError, UnknownMemberError, UnknownStaffError
from .jobs import asking
from .schemas import (
    CODES_AT_ONCE,
    STAFF_OF_A_CODE,
    STAFF_OF_A_LINK,
    ChannelMember,
    MemberCode,
    MemberCodes,
    MemberReplacement,
)

_HELD: Final = """
    select c.id, c.name, c.kind, c.status, c.config_id,
           (select array_agg(o.staff_id order by o.staff_id) from channel_staff o
            where o.corp_id = c.corp_id and o.channel_id = c.id) as staff_ids
    from channels c
    where c.corp_id = :corp_id and c.status not in ('deleting', 'deleted')
      and exists (select from channel_staff m where m.corp_id = c.corp_id
                  and m.channel_id = c.id and m.staff_id = :staff_id)
      {more}
    order by c.id
"""
_PAGE = text(_HELD.format(more="") + " limit :limit")
_LOCK = text(_HELD.format(more="and c.id = any(cast(:ids as bigint[]))") + " for update")
_TAKE_OUT = text(
    """
    delete from channel_staff
    where corp_id = :corp_id and staff_id = :staff_id
      and channel_id = any(cast(:ids as bigint[]))
    """
)
_PUT_IN = text(
    """
    insert into channel_staff (corp_id, channel_id, staff_id)
    select :corp_id, c, s
    from unnest(cast(:ids as bigint[])) as c cross join unnest(cast(:takers as bigint[])) as s
    on conflict do nothing
    """
)
_TOUCH = text(
    """
    update channels
    set version = version + 1, error = null,
        status = case when config_id is null and kind <> 'page' then 'creating'
                      else 'updating' end
    where corp_id = :corp_id and id = any(cast(:ids as bigint[]))
    """
)


async def codes_of(session: AsyncSession, corp_id: int, staff_id: int) -> MemberCodes:
    """Codes in whose list a member is, the oldest first. Raises UnknownMemberError."""
    await _demand_member(session, corp_id, staff_id)
    asked = {"corp_id": corp_id, "staff_id": staff_id, "limit": CODES_AT_ONCE + 1}
    rows = (await session.execute(_PAGE, asked)).all()
    shown = rows[:CODES_AT_ONCE]
    ids = {one for row in shown for one in row.staff_ids}
    members = {one.id: one for one in await staff.staff_by_ids(session, corp_id, list(ids))}
    return MemberCodes(
        items=[
            MemberCode(
                id=row.id,
                name=row.name,
                status=row.status,
                staff=[
                    ChannelMember(
                        id=one,
                        name=members[one].name,
                        account=members[one].account,
                        left=members[one].status == "left",
                    )
                    for one in row.staff_ids
                    if one in members
                ],
                sole=not any(
                    members[one].status != "left"
                    for one in row.staff_ids
                    if one != staff_id and one in members
                ),
            )
            for row in shown
        ],
        more=len(rows) > CODES_AT_ONCE,
    )


async def replace_member(
    session: AsyncSession, corp_id: int, staff_id: int, wish: MemberReplacement, actor: str
) -> list[int]:
    """Put others into these codes in his place; returns their ids. WeCom learns of it by and by.

    All of it or nothing; a code always keeps somebody who works here. Raises UnknownMemberError,
    UnknownStaffError, UnknownChannelError for a code he is not in, FullListError.
    """
    await _demand_member(session, corp_id, staff_id)
    takers = await _takers(session, corp_id, staff_id, wish.staff_ids)
    ids = sorted(set(wish.channel_ids))
    asked: dict[str, Any] = {"corp_id": corp_id, "staff_id": staff_id, "ids": ids}
    rows = (await session.execute(_LOCK, asked)).all()
    known = {row.id for row in rows}
    for channel_id in ids:
        if channel_id not in known:
            raise UnknownChannelError(channel_id)
    after = {row.id: sorted({*row.staff_ids, *takers} - {staff_id}) for row in rows}
    for most, is_link in ((STAFF_OF_A_CODE, False), (STAFF_OF_A_LINK, True)):
        own = [row for row in rows if (row.kind == "link") == is_link]
        if full := [row.name for row in own if len(after[row.id]) > most]:
            raise FullListError(full, most)
    await session.execute(_TAKE_OUT, asked)
    await session.execute(_PUT_IN, asked | {"takers": takers})
    await session.execute(_TOUCH, asked)
    await audit.record_many(
        session,
        corp_id,
        actor=actor,
        action="channel.updated",
        changes=[
            audit.Change(
                target=f"channel:{row.id}",
                before={"staff_ids": row.staff_ids},
                after={"staff_ids": after[row.id]},
            )
            for row in rows
        ],
    )
    await enqueue(session, *(_job(corp_id, row) for row in rows))
    return ids


def _job(corp_id: int, row: Row[Any]) -> Job:
    which = asking(row.kind, is_new=row.config_id is None)
    return which(corp_id=corp_id, channel_id=row.id)


async def _demand_member(session: AsyncSession, corp_id: int, staff_id: int) -> None:
    scope = staff_in_scope(session)
    found = await staff.staff_by_ids(session, corp_id, [staff_id])
    if not found or (scope is not None and staff_id not in scope):
        raise UnknownMemberError(staff_id)


async def _takers(
    session: AsyncSession, corp_id: int, staff_id: int, wanted: Sequence[int]
) -> list[int]:
    takers = sorted(set(wanted))
    scope = staff_in_scope(session)
    members = {
        one.id: one
        for one in await staff.staff_by_ids(session, corp_id, takers)
        if scope is None or one.id in scope
    }
    if staff_id in takers:
        message = "a member cannot take his own place; choose others"
        raise UnknownStaffError(message)
    if missing := [one for one in takers if one not in members]:
        message = f"these members are not here: {missing}; take others"
        raise UnknownStaffError(message)
    if left := [one.name for one in members.values() if one.status == "left"]:
        message = f"{', '.join(left)} left the corp; choose members who work here"
        raise UnknownStaffError(message)
    return takers
