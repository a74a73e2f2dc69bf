"""Mirror the tag library, put tags on relations, remember what WeCom has."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from .models import FollowTag, Tag, TagGroup
from .repository import TagRepository
from .schemas import (
    Push,
    PushResult,
    Relation,
    TagGroupFacts,
    TagGroupRead,
    TagOption,
    TagPlace,
    TagRef,
)

SIGNAL = "tags"


async def mirror_library(
    session: AsyncSession, corp_id: int, groups: Sequence[TagGroupFacts], now: datetime
) -> None:
    """Make our library equal to WeCom's; what is gone there is marked deleted here."""
    kept = [group.wecom_id for group in groups]
    for table, gone in (
        (TagGroup, TagGroup.wecom_id.not_in(kept)),
        (Tag, Tag.wecom_id.not_in([tag.wecom_id for group in groups for tag in group.tags])),
    ):
        await session.execute(
            update(table)
            .where(table.corp_id == corp_id, table.deleted_at.is_(None), gone)
            .values(deleted_at=now)
        )
    if not groups:
        return
    statement = insert(TagGroup)
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=["corp_id", "wecom_id"],
            set_={
                "name": statement.excluded.name,
                "position": statement.excluded.position,
                "deleted_at": None,
            },
        ),
        [
            {
                "corp_id": corp_id,
                "wecom_id": group.wecom_id,
                "name": group.name,
                "position": group.position,
            }
            for group in groups
        ],
    )
    ids = {
        row.wecom_id: row.id
        for row in await session.execute(
            select(TagGroup.wecom_id, TagGroup.id).where(
                TagGroup.corp_id == corp_id, TagGroup.wecom_id.in_(kept)
            )
        )
    }
    rows = [
        {
            "corp_id": corp_id,
            "group_id": ids[group.wecom_id],
            "wecom_id": tag.wecom_id,
            "name": tag.name,
            "position": tag.position,
        }
        for group in groups
        for tag in group.tags
    ]
    if rows:
        place = insert(Tag)
        await session.execute(
            place.on_conflict_do_update(
                index_elements=["corp_id", "wecom_id"],
                set_={
                    "group_id": place.excluded.group_id,
                    "name": place.excluded.name,
                    "position": place.excluded.position,
                    "deleted_at": None,
                },
            ),
            rows,
        )


async def list_groups(session: AsyncSession, corp_id: int) -> list[TagGroupRead]:
    """The living library."""
    groups: dict[int, TagGroupRead] = {}
    for group, tag in await TagRepository(session, corp_id).living():
        read = groups.setdefault(group.id, TagGroupRead(id=group.id, name=group.name, tags=[]))
        read.tags.append(TagOption(id=tag.id, name=tag.name))
    return list(groups.values())


async def tags_by_ids(session: AsyncSession, corp_id: int, ids: Sequence[int]) -> dict[int, TagRef]:
    """Living tags by id; unknown and deleted ones are left out."""
    return {
        tag.id: TagRef(id=tag.id, name=tag.name, group=group.name)
        for group, tag in await TagRepository(session, corp_id).by_ids(ids)
    }


async def tag_relations(
    session: AsyncSession,
    corp_id: int,
    wanted: Mapping[Relation, Sequence[int]],
    added_by: str,
) -> list[Relation]:
    """Put tags on relations, to be pushed to WeCom; tags already there stay untouched.

    Returns the relations that got at least one new tag.
    """
    rows = [
        {
            "corp_id": corp_id,
            "customer_id": relation.customer_id,
            "staff_id": relation.staff_id,
            "tag_id": tag_id,
            "added_by": added_by,
            "push_at": func.now(),
        }
        for relation, tag_ids in wanted.items()
        for tag_id in dict.fromkeys(tag_ids)
    ]
    if not rows:
        return []
    fresh = await session.execute(
        insert(FollowTag)
        .values(rows)
        .on_conflict_do_nothing()
        .returning(FollowTag.customer_id, FollowTag.staff_id)
    )
    relations = sorted({(row.customer_id, row.staff_id) for row in fresh})
    if relations:
        await session.execute(select(func.pg_notify(SIGNAL, "")))
    return [Relation(customer_id, staff_id) for customer_id, staff_id in relations]


async def record_seen(
    session: AsyncSession,
    corp_id: int,
    seen: Mapping[Relation, Sequence[str]],
    now: datetime,
) -> None:
    """Write the corp tags (WeCom ids) that WeCom shows on these relations.

    Ours that it does not show are dropped, unless their push is still on its way. Ids we do not
    know are left out: the library's own event brings them.
    """
    ids = await TagRepository(session, corp_id).ids_by_wecom(
        {wecom_id for wecom_ids in seen.values() for wecom_id in wecom_ids}
    )
    for relation, wecom_ids in seen.items():
        shown = [ids[wecom_id] for wecom_id in wecom_ids if wecom_id in ids]
        await session.execute(
            delete(FollowTag).where(
                FollowTag.corp_id == corp_id,
                FollowTag.customer_id == relation.customer_id,
                FollowTag.staff_id == relation.staff_id,
                FollowTag.mirrored_at.is_not(None),
                FollowTag.mirrored_at < now,
                FollowTag.tag_id.not_in(shown),
            )
        )
    rows = [
        {
            "corp_id": corp_id,
            "customer_id": relation.customer_id,
            "staff_id": relation.staff_id,
            "tag_id": ids[wecom_id],
            "added_by": "wecom",
            "mirrored_at": now,
        }
        for relation, wecom_ids in seen.items()
        for wecom_id in dict.fromkeys(wecom_ids)
        if wecom_id in ids
    ]
    if rows:
        statement = insert(FollowTag)
        await session.execute(
            statement.on_conflict_do_update(
                index_elements=["corp_id", "customer_id", "staff_id", "tag_id"],
                set_={
                    "mirrored_at": func.coalesce(
                        FollowTag.mirrored_at, statement.excluded.mirrored_at
                    ),
                    "push_at": None,
                    "push_error": None,
                },
            ),
            rows,
        )


async def claim_pushes(
    session: AsyncSession, now: datetime, rows: int, lease_seconds: float
) -> list[Push]:
    """Take relations, over all corps, whose tags WeCom does not have yet; oldest first.

    A killed claimer's come back when their lease ends.
    """
    return await TagRepository.claim_pushes(session, now, rows, lease_seconds)


async def finish_pushes(
    session: AsyncSession, results: Sequence[tuple[Push, PushResult]], now: datetime
) -> None:
    """Write, in one statement, which tags WeCom has now, and why not the others."""
    await TagRepository.finish_pushes(session, results, now)


async def places_on_relations(
    session: AsyncSession, corp_id: int, relations: Sequence[Relation]
) -> dict[Relation, list[TagPlace]]:
    """Tags by relation, oldest first."""
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
