"""Mirror the tag library, put tags on relations, remember what WeCom has."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Select, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.events import NewEvent, append

from .events import TagAdded, TagRemoved
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
    now: datetime,
) -> list[Relation]:
    """Put tags on relations, to be pushed to WeCom; tags already there stay untouched.

    An event is written for each new tag. Returns the relations that got at least one.
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
    fresh = [
        (Relation(row.customer_id, row.staff_id), row.tag_id)
        for row in await session.execute(
            insert(FollowTag)
            .values(rows)
            .on_conflict_do_nothing()
            .returning(FollowTag.customer_id, FollowTag.staff_id, FollowTag.tag_id)
        )
    ]
    if fresh:
        await session.execute(select(func.pg_notify(SIGNAL, "")))
    await append(
        session, corp_id, [_changed(TagAdded, place, added_by, now) for place in sorted(fresh)]
    )
    return sorted({relation for relation, _ in fresh})


Place = tuple[Relation, int]


def _changed(kind: type[TagAdded | TagRemoved], place: Place, by: str, now: datetime) -> NewEvent:
    relation, tag_id = place
    return NewEvent(
        customer_id=relation.customer_id,
        at=now,
        actor="system",
        source=by,
        event=kind(staff_id=relation.staff_id, tag_id=tag_id, by=by),
    )


async def record_seen(
    session: AsyncSession,
    corp_id: int,
    seen: Mapping[Relation, Sequence[str]],
    now: datetime,
    *,
    quiet: Collection[Relation] = (),
) -> None:
    """Write the corp tags (WeCom ids) that WeCom shows on these relations.

    Ours that it does not show are dropped, unless their push is still on its way. Ids we do not
    know are left out: the library's own event brings them. `now` is the moment before WeCom was
    asked: what it got from us since then it need not show. Each change is an event, except on
    the `quiet` relations: there a reading found what nobody told us of.
    """
    repository = TagRepository(session, corp_id)
    ids = await repository.ids_by_wecom(
        {wecom_id for wecom_ids in seen.values() for wecom_id in wecom_ids}
    )
    shown = [
        (relation, ids[wecom_id])
        for relation, wecom_ids in seen.items()
        for wecom_id in dict.fromkeys(wecom_ids)
        if wecom_id in ids
    ]
    gone = await repository.drop_unseen(list(seen), shown, now)
    fresh = await repository.mark_seen(shown, now)
    await append(
        session,
        corp_id,
        [_changed(TagRemoved, place, "wecom", now) for place in gone if place[0] not in quiet]
        + [_changed(TagAdded, place, "wecom", now) for place in fresh if place[0] not in quiet],
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


def relations_with(corp_id: int, tag_id: int) -> Select[int, int]:
    """The (customer, staff) pairs that carry a tag, for use inside another query."""
    return select(FollowTag.customer_id, FollowTag.staff_id).where(
        FollowTag.corp_id == corp_id, FollowTag.tag_id == tag_id
    )


async def tag_names(session: AsyncSession, corp_id: int, ids: Collection[int]) -> dict[int, str]:
    """Names by id, of deleted tags too; unknown ids are left out."""
    rows = await session.execute(
        select(Tag.id, Tag.name).where(Tag.corp_id == corp_id, Tag.id.in_(list(ids)))
    )
    return {row.id: row.name for row in rows}


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
