"""Rows of a list as they are shown: with owners, remark and tags, in one statement.

PostgreSQL writes each row as JSON and pydantic reads a page of them at once: an object for each
tag and relation on the way cost three times what finding the people does.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

from pydantic import TypeAdapter
from sqlalchemy import ARRAY, BigInteger, ColumnElement, Text, TextClause, cast, literal, text
from sqlalchemy.ext.asyncio import AsyncSession

from .ordering import Order, Place
from .schemas import CustomerRow


class Found(NamedTuple):
    """A person at his place in an order; `told` is his row as JSON, where it was read already."""

    id: int
    value: Any
    told: str | None = None


_ROWS: TypeAdapter[list[CustomerRow]] = TypeAdapter(list[CustomerRow])

# Of a living person those who follow him now are told; of a lost one, who did.
_TOLD = """
with page as materialized (
  select id, name, state, platform, company, first_added_at, first_added_channel, stage,
         last_active_at, silent_since, {value} as value
  from customers
  where corp_id = :corp_id and id = any(cast(:ids as bigint[])){beyond}
  {order}
), bonds as materialized (
  select f.customer_id, f.staff_id, f.state, f.state in ('half', 'friend') as lives, f.added_at,
         f.channel, f.remark
  from page join follows f on f.corp_id = :corp_id and f.customer_id = page.id
), owners as materialized (
  select b.customer_id, max(b.added_at) as added_at,
         (array_agg(b.remark order by b.added_at desc) filter (where b.remark <> ''))[1] as remark,
         (array_agg(b.channel order by b.added_at) filter (where b.channel <> ''))[1] as channel,
         json_agg(json_build_object('id', s.id, 'name', s.name, 'state', b.state)
                  order by b.added_at) filter (where b.lives) as living,
         json_agg(json_build_object('id', s.id, 'name', s.name, 'state', b.state)
                  order by b.added_at) as every
  from bonds b join staff s on s.corp_id = :corp_id and s.id = b.staff_id
  group by b.customer_id
), worn as materialized (
  select w.customer_id, json_agg(json_build_object('id', t.id, 'name', t.name)
                                 order by g.position desc, g.id, t.position desc, t.id) as tags
  from (
    select b.customer_id, t.tag_id
    from bonds b
    join follow_tags t on t.corp_id = :corp_id and t.customer_id = b.customer_id
                      and t.staff_id = b.staff_id
    where b.lives
    union
    select t.customer_id, t.tag_id
    from page join customer_tags t on t.corp_id = :corp_id and t.customer_id = page.id
  ) w
  join tags t on t.corp_id = :corp_id and t.id = w.tag_id and t.deleted_at is null
  join tag_groups g on g.corp_id = :corp_id and g.id = t.group_id
  group by w.customer_id
)
select p.id, p.value, cast(json_build_object(
  'id', p.id, 'name', p.name, 'remark', coalesce(o.remark, ''), 'state', p.state,
  'platform', p.platform, 'company', p.company, 'tags', coalesce(w.tags, '[]'),
  'owners', coalesce(o.living, o.every, '[]'), 'first_added_at', p.first_added_at,
  'added_at', o.added_at, 'first_channel', coalesce(nullif(p.first_added_channel, ''), o.channel),
  'stage', p.stage, 'last_active_at', p.last_active_at, 'silent_since', p.silent_since
) as text) as told
from page p
left join owners o on o.customer_id = p.id
left join worn w on w.customer_id = p.id
"""
_OF_IDS = text(_TOLD.format(value="null::text", beyond="", order=""))


async def describe(
    session: AsyncSession, corp_id: int, found: Sequence[Found]
) -> list[CustomerRow]:
    """The rows of these people, in their order; reads those that were not read yet."""
    missing = [one.id for one in found if one.told is None]
    told = {one.id: one.told for one in found}
    if missing:
        connection = await session.connection()
        rows = await connection.execute(_OF_IDS, {"corp_id": corp_id, "ids": as_array(missing)})
        told |= {row.id: row.told for row in rows}
    return _ROWS.validate_json("[" + ",".join(one for one in told.values() if one) + "]")


async def rows_by_ids(session: AsyncSession, corp_id: int, ids: Sequence[int]) -> list[CustomerRow]:
    """The rows of these people that the session sees."""
    return await describe(session, corp_id, [Found(one, None) for one in ids]) if ids else []


async def next_of(
    session: AsyncSession,
    corp_id: int,
    ids: Iterable[int],
    order: Order,
    place: Place | None,
    limit: int,
) -> list[Found]:
    """The first `limit` of these people behind a place, in order and told."""
    connection = await session.connection()
    statement = _statement(
        order, placed=place is not None, at_null=place is not None and place.value is None
    )
    rows = await connection.execute(
        statement,
        {
            "corp_id": corp_id,
            "ids": as_array(ids),
            "limit": limit,
            **({"place_id": place.id} if place is not None else {}),
            **({"place": place.value} if place is not None and place.value is not None else {}),
        },
    )
    return [Found(*row) for row in rows]


def array_of(ids: Iterable[int]) -> ColumnElement[Any]:
    """Ids as one parameter."""
    return cast(literal(as_array(ids), Text), ARRAY(BigInteger))


def as_array(ids: Iterable[int]) -> str:
    """Ids as PostgreSQL writes an array: a list of thousands is converted number by number."""
    return "{" + ",".join(map(str, ids)) + "}"


@cache
def _statement(order: Order, *, placed: bool, at_null: bool) -> TextClause:
    # Written once for each order: building it anew for each page cost more than its answer.
    column = order.column.key
    direction = "desc" if order.descending else "asc"
    nulls = "first" if order.nulls_first else "last"
    page = _TOLD.format(
        value=column,
        beyond=f" and ({_beyond(order, at_null=at_null)})" if placed else "",
        order=f"order by {column} {direction} nulls {nulls}, id {direction} limit :limit",
    )
    return text(f"{page}order by p.value {direction} nulls {nulls}, p.id {direction}")


def _beyond(order: Order, *, at_null: bool) -> str:
    """`Order.parts` in words of SQL, for few people both together."""
    column, sign = order.column.key, "<" if order.descending else ">"
    if at_null:
        same = f"{column} is null and id {sign} :place_id"
        return f"({same}) or {column} is not null" if order.nulls_first else same
    further = f"({column}, id) {sign} (:place, :place_id)"
    return further if order.nulls_first else f"{further} or {column} is null"
