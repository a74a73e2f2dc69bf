"""Write what WeCom shows: its library, the tags on relations, members' private tags."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import func, or_, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.events import append

from .events import TagAdded, TagRemoved
from .models import Tag, TagGroup
from .placing import Place
from .putting import changed
from .repository import TagRepository
from .schemas import Relation, TagGroupFacts

_PRIVATE = text(
    """
    with shown as (
      select * from unnest(cast(:shown_customers as bigint[]), cast(:shown_members as bigint[]),
                           cast(:groups as text[]), cast(:names as text[]))
                    as v(customer, member, group_name, name)
    ), gone as (
      delete from follow_private_tags p
      using unnest(cast(:customers as bigint[]), cast(:members as bigint[])) as r(customer, member)
      where p.corp_id = :corp_id and p.customer_id = r.customer and p.staff_id = r.member
        and not exists (select from shown s
                        where (s.customer, s.member, s.group_name, s.name)
                            = (p.customer_id, p.staff_id, p.group_name, p.name))
    )
    insert into follow_private_tags (corp_id, customer_id, staff_id, group_name, name, seen_at)
    select distinct :corp_id, customer, member, group_name, name, cast(:now as timestamptz)
    from shown
    on conflict do nothing
    """
)


async def mirror_library(
    session: AsyncSession, corp_id: int, groups: Sequence[TagGroupFacts], now: datetime
) -> None:
    """Make our copy equal to WeCom's; what is gone there is marked deleted here.

    `now` is the moment before WeCom was asked: what we changed there since then stays as we
    changed it. Our own tags are not touched, rows that are equal are not written.
    """
    # A library is read by many: two mirrors at once would wait for each other's rows.
    await session.execute(
        select(func.pg_advisory_xact_lock(func.hashtextextended(f"tags.library:{corp_id}", 0)))
    )
    kept = [group.wecom_id for group in groups]
    for table, gone in (
        (TagGroup, TagGroup.wecom_id.not_in(kept)),
        (Tag, Tag.wecom_id.not_in([tag.wecom_id for group in groups for tag in group.tags])),
    ):
        await session.execute(
            update(table)
            .where(
                table.corp_id == corp_id,
                table.kind == "wecom",
                table.deleted_at.is_(None),
                or_(table.told_at.is_(None), table.told_at < now),
                gone,
            )
            .values(deleted_at=now)
        )
    if groups:
        await _write_groups(session, corp_id, groups, now)
        await _write_tags(session, corp_id, groups, now)


async def _write_groups(
    session: AsyncSession, corp_id: int, groups: Sequence[TagGroupFacts], now: datetime
) -> None:
    statement = insert(TagGroup)
    new = statement.excluded
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=["corp_id", "wecom_id"],
            set_={"name": new.name, "position": new.position, "deleted_at": None},
            where=or_(TagGroup.told_at.is_(None), TagGroup.told_at < now)
            & or_(
                TagGroup.name != new.name,
                TagGroup.position != new.position,
                TagGroup.deleted_at.is_not(None),
            ),
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


async def _write_tags(
    session: AsyncSession, corp_id: int, groups: Sequence[TagGroupFacts], now: datetime
) -> None:
    ids = {
        row.wecom_id: row.id
        for row in await session.execute(
            select(TagGroup.wecom_id, TagGroup.id).where(
                TagGroup.corp_id == corp_id,
                TagGroup.wecom_id.in_([group.wecom_id for group in groups]),
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
    if not rows:
        return
    statement = insert(Tag)
    new = statement.excluded
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=["corp_id", "wecom_id"],
            set_={
                "group_id": new.group_id,
                "name": new.name,
                "position": new.position,
                "deleted_at": None,
            },
            where=or_(Tag.told_at.is_(None), Tag.told_at < now)
            & or_(
                Tag.group_id != new.group_id,
                Tag.name != new.name,
                Tag.position != new.position,
                Tag.deleted_at.is_not(None),
            ),
        ),
        rows,
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

    The rules, which every writer of readings keeps; `now` is the moment *before* WeCom was asked:

    * a shown tag is written as `wecom`; one that is here is mirrored now, and no push of it waits;
    * one that is here and not shown is deleted if WeCom had it before `now` (`mirrored_at < now`):
      what it got from us since then it need not show, and what is not pushed yet stays;
    * a shown tag that was taken off here is left out while a row of `follow_untags` says that
      WeCom is still to take it off, or took it off after `now` (`done_at is null or >= now`).
      A writer that misses this one is mended: when WeCom took the tag off, it goes here too;
    * ids we do not know are left out: the library's own event brings them.

    Each change is an event, except on the `quiet` relations: there a reading found what nobody
    told us of.
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
    told = [(TagRemoved, place) for place in gone] + [(TagAdded, place) for place in fresh]
    await append(
        session,
        corp_id,
        [
            changed(kind, _place(relation, tag_id), "wecom", now)
            for kind, (relation, tag_id) in told
            if relation not in quiet
        ],
    )


def _place(relation: Relation, tag_id: int) -> Place:
    return relation.customer_id, relation.staff_id, tag_id


async def record_private(
    session: AsyncSession,
    corp_id: int,
    seen: Mapping[Relation, Sequence[tuple[str, str]]],
    now: datetime,
) -> None:
    """Write the (group, name) of the tags that members made for themselves, as just read.

    Only the reading of one customer (`externalcontact/get`) shows them; the batch call does not,
    so do not hand its relations in: they would lose theirs.
    """
    if not seen:
        return
    shown = [(relation, *tag) for relation, tags in seen.items() for tag in tags]
    await session.execute(
        _PRIVATE,
        {
            "corp_id": corp_id,
            "now": now,
            "customers": [relation.customer_id for relation in seen],
            "members": [relation.staff_id for relation in seen],
            "shown_customers": [relation.customer_id for relation, _, _ in shown],
            "shown_members": [relation.staff_id for relation, _, _ in shown],
            "groups": [group for _, group, _ in shown],
            "names": [name for _, _, name in shown],
        },
    )
