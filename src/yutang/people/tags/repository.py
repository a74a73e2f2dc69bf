"""Reads of tags."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Boolean, func, literal_column, select, text, tuple_
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from .models import FollowTag, Tag, TagGroup
from .schemas import Push, PushResult, Relation

_LOCK = text("select pg_advisory_xact_lock(hashtextextended('tags.claim', 0))")
# All waiting tags of a relation leave together: WeCom refuses two edits of one at once.
_CLAIM = text(
    """
    with due as (
      select corp_id, customer_id, staff_id from follow_tags where push_at <= :now
      group by corp_id, customer_id, staff_id order by min(push_at) limit :rows
    ), taken as (
      update follow_tags f
      set push_attempts = push_attempts + 1, push_at = :now + make_interval(secs => :lease)
      from due d
      where (f.corp_id, f.customer_id, f.staff_id) = (d.corp_id, d.customer_id, d.staff_id)
        and f.push_at is not null
      returning f.corp_id, f.customer_id, f.staff_id, f.tag_id, f.push_attempts
    )
    select t.corp_id, t.customer_id, t.staff_id, max(t.push_attempts) as attempts, s.account,
           i.value as external_id, jsonb_object_agg(t.tag_id, g.wecom_id) as wecom_ids
    from taken t
    join staff s on (s.corp_id, s.id) = (t.corp_id, t.staff_id)
    join customer_identities i
      on (i.corp_id, i.customer_id, i.kind) = (t.corp_id, t.customer_id, 'external')
    join tags g on (g.corp_id, g.id) = (t.corp_id, t.tag_id)
    group by t.corp_id, t.customer_id, t.staff_id, s.account, i.value
    """
)
_FINISH = text(
    """
    update follow_tags f
    set mirrored_at = case when v.error is null and v.retry_at is null then :now end,
        push_at = v.retry_at, push_error = v.error
    from unnest(cast(:corps as bigint[]), cast(:customers as bigint[]), cast(:members as bigint[]),
                cast(:tags as bigint[]), cast(:attempts as smallint[]), cast(:errors as text[]),
                cast(:retries as timestamptz[]))
         as v(corp_id, customer_id, staff_id, tag_id, attempts, error, retry_at)
    where (f.corp_id, f.customer_id, f.staff_id, f.tag_id)
        = (v.corp_id, v.customer_id, v.staff_id, v.tag_id)
      and f.push_attempts <= v.attempts
    """
)

_DROP_UNSEEN = text(
    """
    delete from follow_tags f
    using unnest(cast(:customers as bigint[]), cast(:members as bigint[])) as r(customer, member)
    where f.corp_id = :corp_id and f.customer_id = r.customer and f.staff_id = r.member
      and f.mirrored_at < :now
      and not exists (
        select from unnest(cast(:shown_customers as bigint[]), cast(:shown_members as bigint[]),
                           cast(:shown_tags as bigint[])) as s(customer, member, tag)
        where (s.customer, s.member, s.tag) = (f.customer_id, f.staff_id, f.tag_id))
    returning f.customer_id, f.staff_id, f.tag_id
    """
)


class TagRepository:
    """Tags of one corp."""

    def __init__(self, session: AsyncSession, corp_id: int) -> None:
        self.session = session
        self.corp_id = corp_id

    async def living(self) -> Sequence[tuple[TagGroup, Tag]]:
        """Every living tag with its group, in WeCom's order: larger positions first."""
        rows = await self.session.execute(
            select(TagGroup, Tag)
            .join(Tag, (Tag.corp_id == TagGroup.corp_id) & (Tag.group_id == TagGroup.id))
            .where(
                TagGroup.corp_id == self.corp_id,
                TagGroup.deleted_at.is_(None),
                Tag.deleted_at.is_(None),
            )
            .order_by(TagGroup.position.desc(), TagGroup.id, Tag.position.desc(), Tag.id)
        )
        return [(group, tag) for group, tag in rows]

    async def by_ids(self, ids: Iterable[int]) -> Sequence[tuple[TagGroup, Tag]]:
        """Living tags by id; unknown and deleted ones are left out."""
        rows = await self.session.execute(
            select(TagGroup, Tag)
            .join(Tag, (Tag.corp_id == TagGroup.corp_id) & (Tag.group_id == TagGroup.id))
            .where(Tag.corp_id == self.corp_id, Tag.id.in_(list(ids)), Tag.deleted_at.is_(None))
        )
        return [(group, tag) for group, tag in rows]

    async def ids_by_wecom(self, wecom_ids: Iterable[str]) -> dict[str, int]:
        """Our ids by WeCom's."""
        rows = await self.session.execute(
            select(Tag.wecom_id, Tag.id).where(
                Tag.corp_id == self.corp_id, Tag.wecom_id.in_(list(wecom_ids))
            )
        )
        return {row.wecom_id: row.id for row in rows}

    async def drop_unseen(
        self, relations: Sequence[Relation], shown: Sequence[tuple[Relation, int]], now: datetime
    ) -> list[tuple[Relation, int]]:
        """Delete what WeCom had before `now` and shows no longer; returns what was deleted."""
        rows = await self.session.execute(
            _DROP_UNSEEN,
            {
                "corp_id": self.corp_id,
                "now": now,
                "customers": [relation.customer_id for relation in relations],
                "members": [relation.staff_id for relation in relations],
                "shown_customers": [relation.customer_id for relation, _ in shown],
                "shown_members": [relation.staff_id for relation, _ in shown],
                "shown_tags": [tag_id for _, tag_id in shown],
            },
        )
        return sorted((Relation(row.customer_id, row.staff_id), row.tag_id) for row in rows)

    async def mark_seen(
        self, shown: Sequence[tuple[Relation, int]], now: datetime
    ) -> list[tuple[Relation, int]]:
        """Write what WeCom shows; returns what was not here before."""
        if not shown:
            return []
        statement = insert(FollowTag).values(
            [
                {
                    "corp_id": self.corp_id,
                    "customer_id": relation.customer_id,
                    "staff_id": relation.staff_id,
                    "tag_id": tag_id,
                    "added_by": "wecom",
                    "mirrored_at": now,
                }
                for relation, tag_id in shown
            ]
        )
        rows = await self.session.execute(
            statement.on_conflict_do_update(
                index_elements=["corp_id", "customer_id", "staff_id", "tag_id"],
                set_={
                    "mirrored_at": func.coalesce(
                        FollowTag.mirrored_at, statement.excluded.mirrored_at
                    ),
                    "push_at": None,
                    "push_error": None,
                },
            ).returning(
                FollowTag.customer_id,
                FollowTag.staff_id,
                FollowTag.tag_id,
                # A row that was updated carries the id of the transaction that updated it.
                literal_column("(follow_tags.xmax = 0)", Boolean).label("fresh"),
            )
        )
        return sorted(
            (Relation(row.customer_id, row.staff_id), row.tag_id) for row in rows if row.fresh
        )

    async def on_relations(self, relations: Iterable[Relation]) -> Sequence[tuple[FollowTag, Tag]]:
        """Tags on these relations."""
        pairs = [(relation.customer_id, relation.staff_id) for relation in relations]
        if not pairs:
            return []
        rows = await self.session.execute(
            select(FollowTag, Tag)
            .join(Tag, (Tag.corp_id == FollowTag.corp_id) & (Tag.id == FollowTag.tag_id))
            .where(
                FollowTag.corp_id == self.corp_id,
                tuple_(FollowTag.customer_id, FollowTag.staff_id).in_(pairs),
            )
            .order_by(FollowTag.added_at, FollowTag.tag_id)
        )
        return [(place, tag) for place, tag in rows]

    @staticmethod
    async def claim_pushes(
        session: AsyncSession, now: datetime, rows: int, lease_seconds: float
    ) -> list[Push]:
        """Take relations with waiting tags; one claim at a time."""
        await session.execute(_LOCK)
        found = await session.execute(_CLAIM, {"now": now, "rows": rows, "lease": lease_seconds})
        return [
            Push(
                corp_id=row.corp_id,
                relation=Relation(row.customer_id, row.staff_id),
                account=row.account,
                external_id=row.external_id,
                wecom_ids={int(tag_id): wecom_id for tag_id, wecom_id in row.wecom_ids.items()},
                attempts=row.attempts,
            )
            for row in found
        ]

    @staticmethod
    async def finish_pushes(
        session: AsyncSession, results: Sequence[tuple[Push, PushResult]], now: datetime
    ) -> None:
        """Write how pushes ended; one that was claimed again meanwhile is left to its claimer."""
        rows = [(push, result, tag_id) for push, result in results for tag_id in push.wecom_ids]
        if rows:
            await session.execute(
                _FINISH,
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
