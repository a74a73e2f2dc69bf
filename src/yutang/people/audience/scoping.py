"""Whom somebody sees, by whose customers he sees: as the policy on `customers` says it."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import text

from yutang.kernel.runtime import Runtime
from yutang.people.conditions.schemas import Compiled

# As sees_group does: of an owner among them, or with one of them in it.
_GROUPS: Final = text(
    """
    select id from group_chats
    where corp_id = :corp_id and owner_staff_id = any(:members)
    union
    select group_id from group_members
    where corp_id = :corp_id and left_at is null and staff_id = any(:members)
    order by 1
    """
)
# As sees_customer does: a handed over relation shows nobody any more; who is nobody's friend is
# seen through the groups he sits in.
_SEEN: Final = """
arrayExists((s, st) -> st != 'transferred' and has({{{staff}:Array(UInt32)}}, s),
            rel_staff, rel_state)
or (state = 'group_member'
    and arrayExists((g, gone) -> gone is null and has({{{groups}:Array(UInt32)}}, g),
                    grp_id, grp_left))
"""


async def groups_of(runtime: Runtime, corp_id: int, members: Sequence[int]) -> list[int]:
    """Groups through which these members' manager sees people."""
    async with runtime.database.owner() as session:
        found = await session.scalars(_GROUPS, {"corp_id": corp_id, "members": list(members)})
        return list(found)


def seen_by(members: Sequence[int], groups: Sequence[int], prefix: str) -> Compiled:
    """A condition over one row of `people`."""
    staff, theirs = f"{prefix}staff", f"{prefix}groups"
    return Compiled(
        _SEEN.format(staff=staff, groups=theirs),
        {staff: sorted(set(members)), theirs: list(groups)},
        "person",
        frozenset({"people"}),
    )
