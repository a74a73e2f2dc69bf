"""Sub-owners: how many groups each holds, and which head owners look after them."""

from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from . import repository
from .errors import BadCursorError
from .schemas import SPAN_LEAST, SPAN_MOST
from .sub_owners import SubOwner, SubOwners

DIGITS: Final = 19
# Who left a group holds it no more, whatever he was there.
_HELD: Final = """
    held as materialized (
      select r.staff_id, r.role, r.group_id
      from group_roles r
      join group_chats g on g.corp_id = r.corp_id and g.id = r.group_id and g.state <> 'dismissed'
      where r.corp_id = :corp_id and r.role in ('sub_owner', 'head_owner')
        and exists (select from group_members m
                    where m.corp_id = r.corp_id and m.group_id = r.group_id
                      and m.member = r.member and m.left_at is null) {mine}
    ), subs as (
      select h.staff_id, count(*) as groups from held h
      where h.role = 'sub_owner' {of_head}
      group by h.staff_id
    )"""
_OF_HEAD: Final = """and h.staff_id in (
        select o.staff_id from held o join held d on d.group_id = o.group_id
        where o.role = 'sub_owner' and d.role = 'head_owner' and d.staff_id = :head_id)"""
_PAGE: Final = f"""
    with {_HELD}
    select s.id, s.name, s.status = 'left' as "left", u.groups,
           array(select json_build_object('id', g.id, 'name', g.name, 'owner',
                        case when o.id is not null then json_build_object(
                          'id', o.id, 'name', o.name, 'left', o.status = 'left') end)
                 from held h join group_chats g on g.corp_id = :corp_id and g.id = h.group_id
                 left join staff o on o.corp_id = g.corp_id and o.id = g.owner_staff_id
                 where h.staff_id = u.staff_id and h.role = 'sub_owner'
                 order by g.name_sort, g.id limit 20) as held,
           array(select json_build_object('id', d.id, 'name', d.name)
                 from staff d
                 where d.corp_id = :corp_id and d.id in (
                   select y.staff_id from held x join held y on y.group_id = x.group_id
                   where x.staff_id = u.staff_id and x.role = 'sub_owner'
                     and y.role = 'head_owner')
                 order by d.name, d.id limit 20) as heads
    from subs u join staff s on s.corp_id = :corp_id and s.id = u.staff_id
    where true {{more}}
    order by u.groups desc, u.staff_id limit :limit
"""  # noqa: S608 - of this file's own texts
_SUMS: Final = f"""
    with {_HELD}
    select count(*) as total, count(*) filter (where groups > :most) as over,
           count(*) filter (where groups < :least) as under
    from subs
"""  # noqa: S608 - of this file's own texts


async def list_sub_owners(
    session: AsyncSession, corp_id: int, head_id: int | None, after: str | None, limit: int
) -> SubOwners:
    """One page, who holds most first. Raises BadCursorError."""
    asked: dict[str, Any] = {"corp_id": corp_id, "least": SPAN_LEAST, "most": SPAN_MOST}
    parts = {"mine": repository.seen(session, asked, "r.group_id"), "of_head": ""}
    if head_id is not None:
        asked["head_id"] = head_id
        parts["of_head"] = _OF_HEAD
    sums = (await session.execute(text(_SUMS.format(**parts)), asked)).one()
    more = ""
    if after is not None:
        count, _, staff_id = after.partition("~")
        if not all(
            one.isascii() and one.isdigit() and len(one) < DIGITS for one in (count, staff_id)
        ):
            raise BadCursorError
        asked |= {"after_count": int(count), "after_id": int(staff_id)}
        more = "and (u.groups < :after_count or u.groups = :after_count and u.staff_id > :after_id)"
    statement = _PAGE.format(**parts, more=more)
    rows = (await session.execute(text(statement), {**asked, "limit": limit + 1})).mappings().all()
    last = rows[limit - 1] if len(rows) > limit else None
    return SubOwners(
        items=[
            SubOwner.model_validate(
                {
                    **row,
                    "staff": {"id": row["id"], "name": row["name"]},
                    "span": _span(row["groups"]),
                }
            )
            for row in rows[:limit]
        ],
        next=None if last is None else f"{last['groups']}~{last['id']}",
        over=sums.over,
        under=sums.under,
        total=sums.total,
    )


def _span(groups: int) -> str:
    if groups > SPAN_MOST:
        return "over"
    return "under" if groups < SPAN_LEAST else "fit"
