"""What a code may be made of: living staff and tags, and the room that WeCom has for it."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.room import service as room
from yutang.people.staff import service as staff
from yutang.people.tags import service as tags

from .errors import UnknownStaffError, UnknownTagError

_SINCE = text(
    """
    select (select count(*) from channels
            where corp_id = :corp_id and kind = 'direct' and status not in ('deleting', 'deleted')
              and created_at > cast(:as_of as timestamptz))
           + (select count(*) from page_code_ways
              where corp_id = :corp_id and status in ('wanted', 'making'))
    """
)
"""Contact ways that were asked for after WeCom's were counted."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The ids a code is made of, each once and in the order given."""

    staff_ids: list[int]
    tag_ids: list[int]


async def check(
    session: AsyncSession, corp_id: int, staff_ids: Iterable[int], tag_ids: Iterable[int]
) -> Parts:
    """The parts of a code, all of them there.

    Raises UnknownStaffError, UnknownTagError.
    """
    staff_ids = list(dict.fromkeys(staff_ids))
    members = {m.id: m for m in await staff.staff_by_ids(session, corp_id, staff_ids)}
    if left := [m.name for m in members.values() if m.status == "left"]:
        message = f"{', '.join(left)} left the corp; take them out and pick others"
        raise UnknownStaffError(message)
    if missing := [staff_id for staff_id in staff_ids if staff_id not in members]:
        message = f"these members are not here: {missing}; take others"
        raise UnknownStaffError(message)
    tag_ids = list(dict.fromkeys(tag_ids))
    known = await tags.tags_by_ids(session, corp_id, tag_ids)
    if missing := [tag_id for tag_id in tag_ids if tag_id not in known]:
        message = f"these tags are not here or were deleted: {missing}; take others"
        raise UnknownTagError(message)
    return Parts(staff_ids, tag_ids)


async def ways_left(session: AsyncSession, corp_id: int) -> int | None:
    """How many more contact ways WeCom takes; None where they were never counted."""
    overview = await room.read_room(session, corp_id)
    codes = next(one for one in overview.rooms if one.kind == "codes")
    if codes.left is None:
        return None
    since = await session.scalar(_SINCE, {"corp_id": corp_id, "as_of": codes.as_of})
    return max(0, codes.left - int(since or 0))
