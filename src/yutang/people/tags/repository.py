"""Reads of tags."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from .models import FollowTag, Tag, TagGroup
from .schemas import Relation


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
        return {wecom_id: tag_id for wecom_id, tag_id in rows}

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
