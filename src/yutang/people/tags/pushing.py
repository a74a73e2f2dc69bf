"""What WeCom is still to be told of tags: claims for the lane, chunks for the bulk run.

Two ways, so that a million never stand before the one that somebody waits for: `push_at` a moment
is claimed by the lane (`workers.lane`), oldest first, at interactive urgency; in the year 9999 it
is worked off by relation in the bulk run (`tags.mirror`), which takes the quota that is over.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from .models import FollowTag
from .schemas import Push, PushResult, Relation

RUN_KIND: Final = "tags.mirror"
PATH: Final = "/cgi-bin/externalcontact/mark_tag"

_LOCK = text("select pg_advisory_xact_lock(hashtextextended('tags.claim', 0))")
# Looked for a little beyond the limit, not over all that wait: several tags are one relation's.
_DUE = """
    select corp_id, customer_id, staff_id from (
      (select corp_id, customer_id, staff_id, push_at from follow_tags
       where push_at <= :now order by push_at limit 4 * :rows)
      union all
      (select corp_id, customer_id, staff_id, push_at from follow_untags
       where push_at <= :now order by push_at limit 4 * :rows)
    ) w group by corp_id, customer_id, staff_id order by min(push_at) limit :rows
"""
_BULK = """
    select corp_id, customer_id, staff_id from (
      (select corp_id, customer_id, staff_id from follow_tags
       where corp_id = :corp_id and push_at = '9999-01-01Z'
         and (customer_id, staff_id) > (:after_customer, :after_member)
       order by customer_id, staff_id limit 4 * :rows)
      union
      (select corp_id, customer_id, staff_id from follow_untags
       where corp_id = :corp_id and push_at = '9999-01-01Z'
         and (customer_id, staff_id) > (:after_customer, :after_member)
       order by customer_id, staff_id limit 4 * :rows)
    ) w order by customer_id, staff_id limit :rows
"""
_TAKE = """
    with due as ({due}), adds as (
      update follow_tags f set push_attempts = push_attempts + 1, push_at = {until}
      from due d
      where (f.corp_id, f.customer_id, f.staff_id) = (d.corp_id, d.customer_id, d.staff_id)
        and f.push_at is not null
      returning f.corp_id, f.customer_id, f.staff_id, f.tag_id, f.push_attempts, true as adds
    ), removes as (
      update follow_untags f set push_attempts = push_attempts + 1, push_at = {until}
      from due d
      where (f.corp_id, f.customer_id, f.staff_id) = (d.corp_id, d.customer_id, d.staff_id)
        and f.push_at is not null
      returning f.corp_id, f.customer_id, f.staff_id, f.tag_id, f.push_attempts, false as adds
    ), taken as (select * from adds union all select * from removes)
    select t.corp_id, t.customer_id, t.staff_id, max(t.push_attempts) as attempts, s.account,
           i.value as external_id,
           coalesce(jsonb_object_agg(t.tag_id, g.wecom_id) filter (where t.adds), '{{}}') as adds,
           coalesce(jsonb_object_agg(t.tag_id, g.wecom_id) filter (where not t.adds), '{{}}')
             as removes
    from taken t
    join staff s on (s.corp_id, s.id) = (t.corp_id, t.staff_id)
    join customer_identities i
      on (i.corp_id, i.customer_id, i.kind) = (t.corp_id, t.customer_id, 'external')
    join tags g on (g.corp_id, g.id) = (t.corp_id, t.tag_id)
    group by t.corp_id, t.customer_id, t.staff_id, s.account, i.value
    order by t.corp_id, t.customer_id, t.staff_id
"""
_CLAIM = text(_TAKE.format(due=_DUE, until=":now + make_interval(secs => :lease)"))
_CLAIM_BULK = text(_TAKE.format(due=_BULK, until="'9999-01-01Z'"))
_RESULTS = """
    unnest(cast(:corps as bigint[]), cast(:customers as bigint[]), cast(:members as bigint[]),
           cast(:tags as bigint[]), cast(:attempts as smallint[]), cast(:errors as text[]),
           cast(:retries as timestamptz[]))
      as v(corp_id, customer_id, staff_id, tag_id, attempts, error, retry_at)
    where (f.corp_id, f.customer_id, f.staff_id, f.tag_id)
        = (v.corp_id, v.customer_id, v.staff_id, v.tag_id)
      and f.push_attempts <= v.attempts
"""
_FINISH = text(
    f"""
    update follow_tags f
    set mirrored_at = case when v.error is null and v.retry_at is null then :now end,
        push_at = v.retry_at, push_error = v.error
    from {_RESULTS}
    """  # noqa: S608 - a constant
)
# What a reading brought back meanwhile goes with it; refused for good, the next reading tells.
_FINISH_UNTAGS = text(
    f"""
    with ended as (
      update follow_untags f
      set push_at = v.retry_at, push_error = v.error,
          done_at = case when v.retry_at is null then cast(:now as timestamptz) end
      from {_RESULTS}
      returning f.corp_id, f.customer_id, f.staff_id, f.tag_id, f.done_at, f.push_error
    )
    delete from follow_tags t using ended e
    where (t.corp_id, t.customer_id, t.staff_id, t.tag_id)
        = (e.corp_id, e.customer_id, e.staff_id, e.tag_id)
      and e.done_at is not null and e.push_error is null
    """  # noqa: S608 - as above
)
_WAITING = text(
    """
    select (select count(*) from follow_tags
            where corp_id = :corp_id and push_at = '9999-01-01Z')
         + (select count(*) from follow_untags
            where corp_id = :corp_id and push_at = '9999-01-01Z')
    """
)
_CORPS_WAITING = text(
    """
    select id from corps c
    where (exists (select from follow_tags where corp_id = c.id and push_at = '9999-01-01Z')
           or exists (select from follow_untags where corp_id = c.id and push_at = '9999-01-01Z'))
      and not exists (
        select from procrastinate.procrastinate_jobs j
        where j.task_name = :task and j.status in ('todo', 'doing')
          and j.args ->> 'corp_id' = cast(c.id as text))
    """
)
_FORGET = text("delete from follow_untags where done_at < :before")


def _pushes(rows: Any) -> list[Push]:
    return [
        Push(
            corp_id=row.corp_id,
            relation=Relation(row.customer_id, row.staff_id),
            account=row.account,
            external_id=row.external_id,
            adds=_numbered(row.adds),
            removes=_numbered(row.removes),
            attempts=row.attempts,
        )
        for row in rows
    ]


def _numbered(wecom_ids: Mapping[str, str]) -> dict[int, str]:
    return {int(tag_id): wecom_id for tag_id, wecom_id in wecom_ids.items()}


async def claim_pushes(
    session: AsyncSession, now: datetime, rows: int, lease_seconds: float
) -> list[Push]:
    """Take relations, over all corps, whose tags WeCom does not have yet; oldest first.

    A killed claimer's come back when their lease ends. One claim at a time.
    """
    await session.execute(_LOCK)
    found = await session.execute(_CLAIM, {"now": now, "rows": rows, "lease": lease_seconds})
    return _pushes(found)


async def take_bulk(session: AsyncSession, corp_id: int, after: Relation, rows: int) -> list[Push]:
    """The next relations above `after` that the bulk run is to tell WeCom of.

    They keep waiting until `finish_pushes`: one run of a corp at a time, so nobody else takes
    them, and a killed run tells WeCom of a few again.
    """
    found = await session.execute(
        _CLAIM_BULK,
        {
            "corp_id": corp_id,
            "rows": rows,
            "after_customer": after.customer_id,
            "after_member": after.staff_id,
        },
    )
    return _pushes(found)


async def finish_pushes(
    session: AsyncSession, results: Sequence[tuple[Push, PushResult]], now: datetime
) -> None:
    """Write which tags WeCom has now and has no longer, and why not the others."""
    for statement, of in ((_FINISH, _adds), (_FINISH_UNTAGS, _removes)):
        rows = [(push, result, tag_id) for push, result in results for tag_id in of(push)]
        if rows:
            await session.execute(
                statement,
                {
                    "now": now,
                    "corps": [push.corp_id for push, _, _ in rows],
                    "customers": [push.relation.customer_id for push, _, _ in rows],
                    "members": [push.relation.staff_id for push, _, _ in rows],
                    "tags": [tag_id for _, _, tag_id in rows],
                    "attempts": [push.attempts for push, _, _ in rows],
                    "errors": [result.error for _, result, _ in rows],
                    "retries": [result.retry_at for _, result, _ in rows],
                },
            )


def _adds(push: Push) -> dict[int, str]:
    return push.adds


def _removes(push: Push) -> dict[int, str]:
    return push.removes


async def count_waiting(session: AsyncSession, corp_id: int) -> int:
    """Tags that wait for the bulk run, to be set or taken."""
    return int(await session.scalar(_WAITING, {"corp_id": corp_id}) or 0)


async def corps_waiting(session: AsyncSession, task: str) -> list[int]:
    """Corps with work for the bulk run and no job `task` that does it. Needs the owner."""
    return list(await session.scalars(_CORPS_WAITING, {"task": task}))


async def forget_untags(session: AsyncSession, before: datetime) -> None:
    """Drop the memory of what WeCom took off before that moment. Needs the owner's session."""
    await session.execute(_FORGET, {"before": before})


async def refused_pushes(session: AsyncSession, corp_id: int) -> tuple[int, datetime | None]:
    """How many tags WeCom refused for good, and since when the oldest stands there."""
    row = await session.execute(
        select(func.count(), func.min(FollowTag.added_at)).where(
            FollowTag.corp_id == corp_id,
            FollowTag.push_error.is_not(None),
            FollowTag.push_at.is_(None),
        )
    )
    count, since = row.one()
    return count, since
