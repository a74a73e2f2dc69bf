"""Reads of tags."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import select, text, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from .models import FollowTag, Tag, TagGroup
from .schemas import Relation

_MARK_SEEN = text(
    """
    insert into follow_tags as f
           (corp_id, customer_id, staff_id, tag_id, added_by, mirrored_at)
    select :corp_id, v.customer, v.member, v.tag, 'wecom', :now
    from unnest(cast(:customers as bigint[]), cast(:members as bigint[]), cast(:tags as bigint[]))
         as v(customer, member, tag)
    where not exists (
      select from follow_untags u
      where (u.corp_id, u.customer_id, u.staff_id, u.tag_id)
          = (:corp_id, v.customer, v.member, v.tag)
        and (u.done_at is null or u.done_at >= :now))
    on conflict (corp_id, customer_id, staff_id, tag_id) do update
      set mirrored_at = coalesce(f.mirrored_at, excluded.mirrored_at),
          push_at = null, push_error = null
      where f.mirrored_at is null or f.push_at is not null or f.push_error is not null
    returning f.customer_id, f.staff_id, f.tag_id,
              -- A row that was updated carries the id of the transaction that updated it.
              f.xmax = 0 as fresh
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
        """Every tag that can be put, with its group, in order: larger positions first."""
        rows = await self.session.execute(
            select(TagGroup, Tag)
            .join(Tag, (Tag.corp_id == TagGroup.corp_id) & (Tag.group_id == TagGroup.id))
            .where(
                TagGroup.corp_id == self.corp_id,
                TagGroup.deleted_at.is_(None),
                TagGroup.archived_at.is_(None),
                Tag.deleted_at.is_(None),
                Tag.archived_at.is_(None),
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
        rows = await self.session.execute(
            _MARK_SEEN,
            {
                "corp_id": self.corp_id,
                "now": now,
                "customers": [relation.customer_id for relation, _ in shown],
                "members": [relation.staff_id for relation, _ in shown],
                "tags": [tag_id for _, tag_id in shown],
            },
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
