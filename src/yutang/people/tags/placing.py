"""The statements that put tags on people and relations and take them off, a set in each."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, Final, Literal

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

Push = Literal["now", "bulk"]
Place = tuple[int, int | None, int]
"""Customer, member (None: the person himself), tag."""

# An event's moment may lie ahead, by WeCom's clock: telling of it does not wait for that.
_WAIT: Final = {
    "now": "least(cast(:now as timestamptz), now())",
    "bulk": "cast('9999-01-01Z' as timestamptz)",
}

_JUDGE_OWN = text(
    """
    select w.id, case when c.id is null then 'unknown' when t.tag_id is not null then 'already' end
           as reason
    from unnest(cast(:ids as bigint[])) as w(id)
    left join customers c on c.corp_id = :corp_id and c.id = w.id
    left join customer_tags t
      on t.corp_id = :corp_id and t.customer_id = w.id and t.tag_id = :tag_id
    """
)
_JUDGE = text(
    """
    select w.id, c.id is not null as known, coalesce(l.members, '{}') as members,
           coalesce(l.bare, '{}') as bare, coalesce(l.unsent, '{}') as unsent,
           coalesce(o.there, false) as other_in_wecom
    from unnest(cast(:ids as bigint[])) as w(id)
    left join customers c on c.corp_id = :corp_id and c.id = w.id
    left join lateral (
      select array_agg(f.staff_id order by f.added_at, f.staff_id) as members,
             array_agg(f.staff_id order by f.added_at, f.staff_id)
               filter (where t.tag_id is null) as bare,
             array_agg(f.staff_id)
               filter (where t.tag_id is not null and t.mirrored_at is null
                         and t.push_at is null) as unsent
      from follows f
      left join follow_tags t
        on (t.corp_id, t.customer_id, t.staff_id, t.tag_id)
         = (f.corp_id, f.customer_id, f.staff_id, :tag_id)
      where f.corp_id = :corp_id and f.customer_id = c.id and f.state = 'friend'
    ) l on true
    left join lateral (
      select true as there from follow_tags x
      where x.corp_id = :corp_id and x.customer_id = c.id and x.mirrored_at is not null
        and x.tag_id = any(cast(:siblings as bigint[]))
      limit 1
    ) o on true
    """
)
_PLACE_OWN = text(
    """
    insert into customer_tags (corp_id, customer_id, tag_id, added_at, added_by, why)
    select :corp_id, v.customer, v.tag, :now, :by, :why
    from unnest(cast(:customers as bigint[]), cast(:tags as bigint[])) as v(customer, tag)
    on conflict do nothing
    returning customer_id, tag_id
    """
)
# While the taking-off is under way the putting waits for its end: WeCom would mix them up.
_PLACE = """
    with wanted as (
      select v.*, u.push_at as leaving
      from unnest(cast(:customers as bigint[]), cast(:members as bigint[]), cast(:tags as bigint[]))
           as v(customer, member, tag)
      left join follow_untags u
        on (u.corp_id, u.customer_id, u.staff_id, u.tag_id)
         = (:corp_id, v.customer, v.member, v.tag)
       and u.push_attempts > 0 and u.push_at > :now and u.push_at < '9999-01-01Z'
    ), stays as (
      delete from follow_untags u using wanted v
      where (u.corp_id, u.customer_id, u.staff_id, u.tag_id)
          = (:corp_id, v.customer, v.member, v.tag)
    )
    insert into follow_tags as f
           (corp_id, customer_id, staff_id, tag_id, added_at, added_by, why, push_at)
    select :corp_id, v.customer, v.member, v.tag, :now, :by, :why, {push} from wanted v
    on conflict (corp_id, customer_id, staff_id, tag_id) do update set push_at = excluded.push_at
      where f.mirrored_at is null and f.push_at is null and f.push_error is null
        and excluded.push_at is not null
    returning customer_id, staff_id, tag_id, f.xmax = 0 as fresh
"""
_LEAVE = """
    ), leave as (
      insert into follow_untags as u
             (corp_id, customer_id, staff_id, tag_id, asked_at, asked_by, push_at)
      select :corp_id, t.customer_id, t.staff_id, t.tag_id, :now, :by,
             case when t.push_attempts > 0 and t.push_at > :now and t.push_at < '9999-01-01Z'
                  then t.push_at else {push} end
      from took t
      join follows l on (l.corp_id, l.customer_id, l.staff_id)
                      = (:corp_id, t.customer_id, t.staff_id)
      where (t.mirrored_at is not null or t.push_attempts > 0)
        and l.state in ('friend', 'half', 'deleted_by_customer')
      on conflict (corp_id, customer_id, staff_id, tag_id) do update
        set asked_at = excluded.asked_at, asked_by = excluded.asked_by,
            push_at = excluded.push_at, push_attempts = 0, push_error = null, done_at = null
    )
    select customer_id, staff_id, tag_id from took
"""
_SIBLINGS = """
    unnest(cast(:customers as bigint[]), cast(:tags as bigint[])) as p(customer, tag)
    join tags t on t.corp_id = :corp_id and t.id = p.tag
    join tag_groups g on g.corp_id = :corp_id and g.id = t.group_id and g.exclusive
    join tags s on s.corp_id = :corp_id and s.group_id = g.id and s.id <> t.id
"""
_DISPLACE_OWN = text(
    f"""
    delete from customer_tags x using {_SIBLINGS}
    where x.corp_id = :corp_id and x.customer_id = p.customer and x.tag_id = s.id
    returning x.customer_id, x.tag_id
    """  # noqa: S608 - both parts are constants
)
_DISPLACE = f"""
    with took as (
      delete from follow_tags x using {_SIBLINGS}
      where x.corp_id = :corp_id and x.customer_id = p.customer and x.tag_id = s.id
      returning x.customer_id, x.staff_id, x.tag_id, x.mirrored_at, x.push_attempts, x.push_at
    {_LEAVE}
"""  # noqa: S608 - as above
_TAKE_OWN = text(
    """
    delete from customer_tags x
    where x.corp_id = :corp_id and x.customer_id = any(cast(:customers as bigint[]))
      and x.tag_id = :tag_id
    returning x.customer_id, x.tag_id
    """
)
_TAKE = f"""
    with took as (
      delete from follow_tags x
      where x.corp_id = :corp_id and x.customer_id = any(cast(:customers as bigint[]))
        and x.tag_id = :tag_id
        and (cast(:members as bigint[]) is null or x.staff_id = any(cast(:members as bigint[])))
      returning x.customer_id, x.staff_id, x.tag_id, x.mirrored_at, x.push_attempts, x.push_at
    {_LEAVE}
"""  # noqa: S608 - as above
_WORN = text(
    """
    select w.id, c.id is not null as known, count(t.tag_id) as places,
           count(t.tag_id) filter (where t.mirrored_at is not null or t.push_attempts > 0) as told
    from unnest(cast(:ids as bigint[])) as w(id)
    left join customers c on c.corp_id = :corp_id and c.id = w.id
    left join (
      select corp_id, customer_id, tag_id, mirrored_at, push_attempts from follow_tags
      union all
      select corp_id, customer_id, tag_id, null, 0 from customer_tags
    ) t on t.corp_id = :corp_id and t.customer_id = w.id and t.tag_id = :tag_id
    group by w.id, c.id
    """
)
_HOLD = text(
    """
    select id from customers where corp_id = :corp_id and id = any(cast(:ids as bigint[]))
    order by id for no key update
    """
)


class Placing:
    """Places of tags of one corp."""

    def __init__(self, session: AsyncSession, corp_id: int) -> None:
        self.session = session
        self.corp_id = corp_id

    async def _rows(self, statement: Any, **values: Any) -> list[Any]:
        return list(await self.session.execute(statement, {"corp_id": self.corp_id} | values))

    async def hold(self, customer_ids: Collection[int]) -> None:
        """Keep others from putting tags of exclusive groups on these until the end."""
        await self._rows(_HOLD, ids=sorted(customer_ids))

    async def judge_own(self, customer_ids: Sequence[int], tag_id: int) -> list[Any]:
        """Rows of id and reason; none where one of our own tags can be put."""
        return await self._rows(_JUDGE_OWN, ids=_once(customer_ids), tag_id=tag_id)

    async def judge(
        self, customer_ids: Sequence[int], tag_id: int, siblings: Sequence[int]
    ) -> list[Any]:
        """Rows of id, known, his members, those without the tag, those it is unsent for."""
        return await self._rows(
            _JUDGE, ids=_once(customer_ids), tag_id=tag_id, siblings=list(siblings)
        )

    async def worn(self, customer_ids: Sequence[int], tag_id: int) -> list[Any]:
        """Rows of id, known, places, and of those the ones that WeCom has or may have."""
        return await self._rows(_WORN, ids=_once(customer_ids), tag_id=tag_id)

    async def place(
        self, places: Sequence[Place], by: str, why: str | None, now: datetime, push: Push | None
    ) -> list[Place]:
        """Write them; returns those that were not there."""
        common = {"by": by, "why": why, "now": now}
        own, theirs = _apart(places)
        fresh: list[Place] = []
        if own:
            rows = await self._rows(_PLACE_OWN, **common, **_columns(own))
            fresh += [(row.customer_id, None, row.tag_id) for row in rows]
        if theirs:
            wait = f"coalesce(v.leaving, {_WAIT[push]})" if push else "null::timestamptz"
            rows = await self._rows(text(_PLACE.format(push=wait)), **common, **_columns(theirs))
            fresh += [(row.customer_id, row.staff_id, row.tag_id) for row in rows if row.fresh]
        return sorted(fresh, key=_in_order)

    async def displace(
        self, places: Sequence[Place], by: str, now: datetime, push: Push | None
    ) -> list[Place]:
        """Take the other tags of these tags' exclusive groups off these people."""
        own, theirs = _apart(places)
        gone: list[Place] = []
        if own:
            rows = await self._rows(_DISPLACE_OWN, **_columns(own))
            gone += [(row.customer_id, None, row.tag_id) for row in rows]
        if theirs:
            statement = text(_DISPLACE.format(push=_WAIT[push or "bulk"]))
            rows = await self._rows(statement, by=by, now=now, **_columns(theirs))
            gone += [(row.customer_id, row.staff_id, row.tag_id) for row in rows]
        return sorted(gone, key=_in_order)

    async def take_own(self, customer_ids: Sequence[int], tag_id: int) -> list[Place]:
        """Take one of ours off; returns what was there."""
        rows = await self._rows(_TAKE_OWN, customers=list(customer_ids), tag_id=tag_id)
        return sorted(((row.customer_id, None, row.tag_id) for row in rows), key=_in_order)

    async def take(
        self,
        customer_ids: Sequence[int],
        tag_id: int,
        by: str,
        now: datetime,
        push: Push,
        members: Sequence[int] | None,
    ) -> list[Place]:
        """Take one of WeCom's off the relations, of `members` only where given."""
        rows = await self._rows(
            text(_TAKE.format(push=_WAIT[push])),
            customers=list(customer_ids),
            tag_id=tag_id,
            by=by,
            now=now,
            members=list(members) if members is not None else None,
        )
        return sorted(((row.customer_id, row.staff_id, row.tag_id) for row in rows), key=_in_order)


def _once(ids: Sequence[int]) -> list[int]:
    return list(dict.fromkeys(ids))


def _apart(places: Sequence[Place]) -> tuple[list[Place], list[Place]]:
    """Those on persons and those on relations."""
    return [p for p in places if p[1] is None], [p for p in places if p[1] is not None]


def _columns(places: Sequence[Place]) -> dict[str, Any]:
    return {
        "customers": [customer for customer, _, _ in places],
        "members": [member for _, member, _ in places],
        "tags": [tag for _, _, tag in places],
    }


def _in_order(place: Place) -> tuple[int, int, int]:
    return place[0], place[1] or 0, place[2]
