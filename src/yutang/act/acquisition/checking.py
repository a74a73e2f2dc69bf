"""What a code may be made of: living staff and tags."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.staff import service as staff
from yutang.people.tags import service as tags

from .errors import UnknownStaffError, UnknownTagError
from .schemas import ChannelCreate


@dataclass(frozen=True, slots=True)
class Parts:
    """The ids a code is made of, each once and in the order given."""

    staff_ids: list[int]
    tag_ids: list[int]


async def check(session: AsyncSession, corp_id: int, wanted: ChannelCreate) -> Parts:
    """The parts of a code, all of them there.

    Raises UnknownStaffError, UnknownTagError.
    """
    staff_ids = list(dict.fromkeys(wanted.staff_ids))
    members = {m.id: m for m in await staff.staff_by_ids(session, corp_id, staff_ids)}
    if left := [m.name for m in members.values() if m.status == "left"]:
        message = f"{', '.join(left)} left the corp; take them out and pick others"
        raise UnknownStaffError(message)
    if missing := [staff_id for staff_id in staff_ids if staff_id not in members]:
        message = f"these members are not here: {missing}; take others"
        raise UnknownStaffError(message)
    tag_ids = list(dict.fromkeys(wanted.tag_ids))
    known = await tags.tags_by_ids(session, corp_id, tag_ids)
    if missing := [tag_id for tag_id in tag_ids if tag_id not in known]:
        message = f"these tags are not here or were deleted: {missing}; take others"
        raise UnknownTagError(message)
    return Parts(staff_ids, tag_ids)
