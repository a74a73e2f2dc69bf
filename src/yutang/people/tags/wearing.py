"""Who wears what: the union of WeCom's tags on living relations and our own on the person."""

from collections.abc import Collection, Sequence

from pydantic import TypeAdapter
from sqlalchemy import Select, column, select, table, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from .models import CustomerTag, FollowPrivateTag, FollowTag, Tag, TagGroup
from .repository import TagRepository
from .schemas import PrivateTag, Relation, TagPlace, Wearing, WornTag

LIVING = ("half", "friend")
_FOLLOWS = table(
    "follows", column("corp_id"), column("customer_id"), column("staff_id"), column("state")
)
_CUSTOMERS = table("customers", column("corp_id"), column("id"))

_WORN = text(
    """
    with places as (
      select t.customer_id, t.tag_id, t.added_at, t.added_by, t.why, t.staff_id,
             t.mirrored_at is not null as mirrored
      from follow_tags t
      join follows f on (f.corp_id, f.customer_id, f.staff_id)
                      = (t.corp_id, t.customer_id, t.staff_id)
      where t.corp_id = :corp_id and t.customer_id = any(cast(:ids as bigint[]))
        and f.state in ('half', 'friend')
      union all
      select customer_id, tag_id, added_at, added_by, why, null, false from customer_tags
      where corp_id = :corp_id and customer_id = any(cast(:ids as bigint[]))
    )
    select p.customer_id, t.kind, t.id, t.name, g.id as group_id, g.name as group_name,
           min(p.added_at) as at,
           (array_agg(p.added_by order by p.added_at, p.staff_id))[1] as added_by,
           (array_agg(p.why order by p.added_at, p.staff_id))[1] as why,
           array_remove(array_agg(p.staff_id order by p.added_at, p.staff_id), null) as members,
           bool_or(p.mirrored) as mirrored
    from places p
    join tags t on t.corp_id = :corp_id and t.id = p.tag_id and t.deleted_at is null
    join tag_groups g on g.corp_id = :corp_id and g.id = t.group_id
    group by p.customer_id, t.corp_id, t.id, g.corp_id, g.id
    order by p.customer_id, g.position desc, g.id, t.position desc, t.id
    """
)


WORN_SQL = f"""
(select json_agg(json_build_object(
   'kind', kind, 'id', id, 'name', name, 'group_id', group_id, 'group', group_name,
   'by', added_by, 'at', at, 'why', why, 'staff_ids', members, 'mirrored', mirrored))
 from ({_WORN.text.replace(":ids", "array[cast(:customer_id as bigint)]")}) worn)::text
"""  # noqa: S608 - its part is a constant
"""The tags of one person as one column of another query; see `read_column`."""
_TOLD: TypeAdapter[list[WornTag]] = TypeAdapter(list[WornTag])


def read_column(told: str | None) -> list[WornTag]:
    """What `WORN_SQL` gave: the same as `worn_by` of one person."""
    return _TOLD.validate_json(told) if told is not None else []


async def worn_by(
    session: AsyncSession, corp_id: int, customer_ids: Collection[int]
) -> dict[int, list[WornTag]]:
    """The tags of these people, in the library's order, in one query; who has none is left out.

    `by`, `at` and `why` are those of the place that has it longest. Archived tags are among them,
    deleted ones are not.
    """
    found: dict[int, list[WornTag]] = {}
    asked = {"corp_id": corp_id, "ids": list(customer_ids)}
    for row in await session.execute(_WORN, asked):
        found.setdefault(row.customer_id, []).append(
            WornTag(
                kind=row.kind,
                id=row.id,
                name=row.name,
                group_id=row.group_id,
                group=row.group_name,
                by=row.added_by,
                at=row.at,
                why=row.why,
                staff_ids=row.members,
                mirrored=row.mirrored,
            )
        )
    return found


async def private_tags(session: AsyncSession, corp_id: int, customer_id: int) -> list[PrivateTag]:
    """What members wrote for themselves on their relation with him, as last read."""
    rows = await session.scalars(
        select(FollowPrivateTag)
        .where(FollowPrivateTag.corp_id == corp_id, FollowPrivateTag.customer_id == customer_id)
        .order_by(FollowPrivateTag.staff_id, FollowPrivateTag.group_name, FollowPrivateTag.name)
    )
    return [
        PrivateTag(staff_id=row.staff_id, group=row.group_name, name=row.name, seen_at=row.seen_at)
        for row in rows
    ]


def holders(corp_id: int, tag_ids: Sequence[int], mode: Wearing = "any") -> Select[int]:
    """Ids of the customers who wear any, all or none of these tags, for use inside a query.

    A tag of WeCom counts on living relations, one of ours wherever it is. Index-backed and
    leakproof under row-level security; an id may come twice for `any`.
    """
    if mode == "all":
        first, *others = dict.fromkeys(tag_ids)
        found = _any(corp_id, [first])
        worn = found.subquery()
        return select(worn.c.customer_id).where(
            *(worn.c.customer_id.in_(_any(corp_id, [other])) for other in others)
        )
    if mode == "none":
        return select(_CUSTOMERS.c.id).where(
            _CUSTOMERS.c.corp_id == corp_id, _CUSTOMERS.c.id.not_in(_any(corp_id, tag_ids))
        )
    return _any(corp_id, tag_ids)


def _any(corp_id: int, tag_ids: Sequence[int]) -> Select[int]:
    on_relations = (
        select(FollowTag.customer_id)
        .join(
            _FOLLOWS,
            (_FOLLOWS.c.corp_id == FollowTag.corp_id)
            & (_FOLLOWS.c.customer_id == FollowTag.customer_id)
            & (_FOLLOWS.c.staff_id == FollowTag.staff_id),
        )
        .where(
            FollowTag.corp_id == corp_id,
            FollowTag.tag_id.in_(list(tag_ids)),
            _FOLLOWS.c.state.in_(LIVING),
        )
    )
    on_persons = select(CustomerTag.customer_id).where(
        CustomerTag.corp_id == corp_id, CustomerTag.tag_id.in_(list(tag_ids))
    )
    both = on_relations.union_all(on_persons).subquery()
    return select(both.c.customer_id)


async def at_least(
    session: AsyncSession, corp_id: int, tag_ids: Collection[int]
) -> dict[int, list[int]]:
    """Each tag with the higher levels of its ordered group, lowest first; alone where unordered.

    Levels rise in the order shown: the first is the lowest. Unknown and deleted ones are left out.
    """
    higher = aliased(Tag)
    rows = await session.execute(
        select(Tag.id, higher.id)
        .join(TagGroup, (TagGroup.corp_id == Tag.corp_id) & (TagGroup.id == Tag.group_id))
        .join(
            higher,
            (higher.corp_id == Tag.corp_id)
            & (higher.group_id == Tag.group_id)
            & higher.deleted_at.is_(None),
        )
        .where(
            Tag.corp_id == corp_id,
            Tag.id.in_(tag_ids),
            Tag.deleted_at.is_(None),
            (higher.id == Tag.id)
            | TagGroup.ordered
            & (
                (higher.position < Tag.position)
                | (higher.position == Tag.position) & (higher.id > Tag.id)
            ),
        )
        .order_by(higher.position.desc(), higher.id)
    )
    found: dict[int, list[int]] = {}
    for tag_id, level in rows:
        found.setdefault(tag_id, []).append(level)
    return found


async def places_on_relations(
    session: AsyncSession, corp_id: int, relations: Sequence[Relation]
) -> dict[Relation, list[TagPlace]]:
    """WeCom's tags by relation, oldest first."""
    places: dict[Relation, list[TagPlace]] = {}
    for place, tag in await TagRepository(session, corp_id).on_relations(relations):
        places.setdefault(Relation(place.customer_id, place.staff_id), []).append(
            TagPlace(
                tag_id=tag.id,
                name=tag.name,
                added_by=place.added_by,
                added_at=place.added_at,
                mirrored=place.mirrored_at is not None,
                error=place.push_error,
            )
        )
    return places


async def tag_names(session: AsyncSession, corp_id: int, ids: Collection[int]) -> dict[int, str]:
    """Names by id, of deleted tags too; unknown ids are left out."""
    rows = await session.execute(
        select(Tag.id, Tag.name).where(Tag.corp_id == corp_id, Tag.id.in_(list(ids)))
    )
    return {row.id: row.name for row in rows}
