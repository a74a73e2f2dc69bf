"""Which groups a welcome or a reply is for, as SQL over all of them at once."""

from collections.abc import Iterable, Sequence
from typing import Any, Final, Protocol

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.groups.schemas import GroupOwner, GroupRef
from yutang.people.staff import service as staff

from .errors import BadReachError
from .schemas import Reach, ReachCount, ReachNamed


class Reaching(Protocol):
    """A row that is for groups: a welcome, a reply, rules."""

    @property
    def id(self) -> int:
        """Its own."""

    @property
    def reach(self) -> str:
        """all, owners, kinds, tiers or groups."""

    @property
    def owner_ids(self) -> list[int]:
        """Whose groups."""

    @property
    def kinds(self) -> list[str]:
        """Groups about what."""

    @property
    def tiers(self) -> list[str]:
        """Groups of which tiers."""

    @property
    def group_ids(self) -> list[int]:
        """Picked ones."""


GROUPS: Final = """
    groups as materialized (
      select g.id, g.name, g.name_sort, g.owner_staff_id, g.kind, g.tier,
             s.id is not null and s.status <> 'left' as owned
      from group_chats g
      left join staff s on s.corp_id = g.corp_id and s.id = g.owner_staff_id
      where g.corp_id = :corp_id and g.state <> 'dismissed')
    """
"""Living groups that may be seen; `owned`: somebody who works here can be asked."""
REACHED: Final = """
    (w.reach = 'all'
     or w.reach = 'owners' and g.owner_staff_id = any(w.owner_ids)
     or w.reach = 'kinds' and g.kind = any(w.kinds)
     or w.reach = 'tiers' and g.tier = any(w.tiers)
     or w.reach = 'groups' and g.id = any(w.group_ids))
    """
"""Whether `g` of GROUPS is among those of `w`."""
_COUNT = text(
    f"""
    with {GROUPS},
    w as (select cast(:reach as text) as reach, cast(:owner_ids as bigint[]) as owner_ids,
                 cast(:kinds as text[]) as kinds, cast(:tiers as text[]) as tiers,
                 cast(:group_ids as bigint[]) as group_ids)
    select count(*) as groups,
           count(distinct g.owner_staff_id) filter (where g.owned) as owners,
           count(*) filter (where not g.owned) as ownerless
    from groups g cross join w where {REACHED}
    """  # noqa: S608 - two constants
)
_COUNT_REPLIES = text(
    f"""
    with {GROUPS}
    select w.id, count(g.id) as groups
    from keyword_replies w join groups g on {REACHED}
    where w.corp_id = :corp_id and (w.deleted_at is null or w.entered is not null)
    group by w.id
    """  # noqa: S608 - two constants
)
_KNOWN = text(
    """
    select g.id, g.name, s.id as owner_id, s.name as owner_name, s.status = 'left' as owner_left
    from group_chats g
    left join staff s on s.corp_id = g.corp_id and s.id = g.owner_staff_id
    where g.corp_id = :corp_id and g.id = any(cast(:ids as bigint[]))
    """
)
_LISTS: Final = {"owners": "owner_ids", "kinds": "kinds", "tiers": "tiers", "groups": "group_ids"}


def columns(reach: Reach) -> dict[str, Any]:
    """A reach as the columns of a row: only the list that counts."""
    kept = _LISTS.get(reach.by)
    return {
        "reach": reach.by,
        **{
            name: list(dict.fromkeys(getattr(reach, name))) if name == kept else []
            for name in _LISTS.values()
        },
    }


async def check(session: AsyncSession, corp_id: int, reach: Reach) -> None:
    """Raise BadReachError for a list that is empty, or names who is not here."""
    kept = _LISTS.get(reach.by)
    if kept is None:
        return
    wanted = set(getattr(reach, kept))
    if not wanted:
        message = f"choose at least one of the {reach.by}"
        raise BadReachError(message)
    found: set[Any] = wanted
    if reach.by == "owners":
        found = {one.id for one in await staff.staff_by_ids(session, corp_id, sorted(wanted))}
    elif reach.by == "groups":
        found = {one.id for one in await _groups(session, corp_id, wanted)}
    if missing := sorted(wanted - found):
        message = f"these {reach.by} are not here: {missing}; choose others"
        raise BadReachError(message)


async def count(session: AsyncSession, corp_id: int, reach: Reach) -> ReachCount:
    """How many groups and owners a reach has now."""
    row = (await session.execute(_COUNT, {"corp_id": corp_id, **columns(reach)})).one()
    return ReachCount(groups=row.groups, owners=row.owners, ownerless=row.ownerless)


async def count_of_replies(session: AsyncSession, corp_id: int) -> dict[int, int]:
    """Groups by keyword reply; what reaches none is left out."""
    rows = await session.execute(_COUNT_REPLIES, {"corp_id": corp_id})
    return {row.id: row.groups for row in rows}


async def name_all(
    session: AsyncSession, corp_id: int, rows: Sequence[Reaching]
) -> dict[int, ReachNamed]:
    """Reaches with names, by the row's id."""
    members = await staff.staff_by_ids(
        session, corp_id, sorted({one for row in rows for one in row.owner_ids})
    )
    owners = {
        one.id: GroupOwner(id=one.id, name=one.name, left=one.status == "left") for one in members
    }
    found = await _groups(session, corp_id, {one for row in rows for one in row.group_ids})
    groups = {one.id: one for one in found}
    return {
        row.id: ReachNamed.model_validate(
            {
                "by": row.reach,
                "owner_ids": row.owner_ids,
                "kinds": row.kinds,
                "tiers": row.tiers,
                "group_ids": row.group_ids,
                "owners": [owners[one] for one in row.owner_ids if one in owners],
                "picked": [groups[one] for one in row.group_ids if one in groups],
            }
        )
        for row in rows
    }


async def _groups(session: AsyncSession, corp_id: int, ids: Iterable[int]) -> list[GroupRef]:
    wanted = sorted(ids)
    if not wanted:
        return []
    rows = await session.execute(_KNOWN, {"corp_id": corp_id, "ids": wanted})
    return [
        GroupRef(
            id=row.id,
            name=row.name,
            owner=GroupOwner(id=row.owner_id, name=row.owner_name, left=row.owner_left)
            if row.owner_id is not None
            else None,
        )
        for row in rows
    ]
