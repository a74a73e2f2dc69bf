"""The tag library as its page reads it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, func, select, text, tuple_
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from .errors import UnknownTagGroupError
from .models import Tag, TagCount, TagGroup
from .pushing import count_waiting
from .schemas import (
    Kind,
    Lock,
    TagDetail,
    TagGroupDetail,
    TagGroupRow,
    TagLibrary,
    TagRef,
    TagRoom,
    TagSource,
)

PAGE: Final = 60
SAMPLE: Final = 6
LOOKED_AT: Final = 300_000
"""So many wearings of a group are looked through for doubles while a page loads."""
DOUBLES_SHOWN: Final = 100

_DOUBLES = text(
    """
    select count(*) from (
      select customer_id from (
        select t.customer_id, t.tag_id from follow_tags t
        join follows f on (f.corp_id, f.customer_id, f.staff_id)
                        = (t.corp_id, t.customer_id, t.staff_id)
        where t.corp_id = :corp_id and t.tag_id = any(cast(:tags as bigint[]))
          and f.state in ('half', 'friend')
        union all
        select customer_id, tag_id from customer_tags
        where corp_id = :corp_id and tag_id = any(cast(:tags as bigint[]))
      ) worn group by customer_id having count(distinct tag_id) > 1 limit :most
    ) doubles
    """
)


async def read_library(
    session: AsyncSession,
    corp_id: int,
    tag_limit: int,
    *,
    query: str = "",
    kind: Kind | None = None,
    archived: bool = False,
    after: str | None = None,
) -> TagLibrary:
    """Up to 60 groups, WeCom's first, in order; `query` is any part of a group's or tag's name.

    `archived` shows what is archived instead: groups that are, or that hold such a tag.
    """
    tags = select(Tag.group_id).where(Tag.corp_id == corp_id, Tag.deleted_at.is_(None))
    wanted: list[ColumnElement[bool]] = [
        TagGroup.corp_id == corp_id,
        TagGroup.deleted_at.is_(None),
    ]
    if kind is not None:
        wanted.append(TagGroup.kind == kind)
    if archived:
        wanted.append(
            TagGroup.archived_at.is_not(None)
            | TagGroup.id.in_(tags.where(Tag.archived_at.is_not(None)))
        )
    else:
        wanted.append(TagGroup.archived_at.is_(None))
    if query:
        wanted.append(
            (func.strpos(func.lower(TagGroup.name), query.lower()) > 0)
            | TagGroup.id.in_(tags.where(func.strpos(func.lower(Tag.name), query.lower()) > 0))
        )
    place = tuple_(TagGroup.kind, TagGroup.position, -TagGroup.id)
    if after is not None:
        wanted.append(place < tuple_(*_place(after)))
    groups = (
        await session.scalars(
            select(TagGroup)
            .where(*wanted)
            .order_by(TagGroup.kind.desc(), TagGroup.position.desc(), TagGroup.id)
            .limit(PAGE + 1)
        )
    ).all()
    shown = groups[:PAGE]
    names = await _names(session, corp_id, [group.id for group in shown])
    last = shown[-1] if len(groups) > PAGE else None
    return TagLibrary(
        items=[_row(group, names.get(group.id, (0, []))) for group in shown],
        next=f"{last.kind}:{last.position}:{last.id}" if last is not None else None,
        room=TagRoom(used=await count_used(session, corp_id), limit=tag_limit),
        as_of=await session.scalar(
            select(func.max(TagCount.as_of)).where(TagCount.corp_id == corp_id)
        ),
        waiting=await count_waiting(session, corp_id),
    )


def _place(after: str) -> tuple[str, int, int]:
    """The group that `next` told of; what is no such place is read as the beginning."""
    kind, _, rest = after.partition(":")
    position, _, group_id = rest.partition(":")
    if not (position.isdigit() and group_id.isdigit()):
        return "~", 0, 0
    return kind, int(position), -int(group_id)


async def _names(
    session: AsyncSession, corp_id: int, group_ids: Sequence[int]
) -> dict[int, tuple[int, list[str]]]:
    rows = await session.execute(
        select(
            Tag.group_id,
            func.count().label("tags"),
            func.array_agg(aggregate_order_by(Tag.name, Tag.position.desc(), Tag.id)).label(
                "names"
            ),
        )
        .where(Tag.corp_id == corp_id, Tag.group_id.in_(group_ids), Tag.deleted_at.is_(None))
        .group_by(Tag.group_id)
    )
    return {row.group_id: (row.tags, row.names) for row in rows}


def _row(group: TagGroup, names: tuple[int, list[str]]) -> TagGroupRow:
    return TagGroupRow(**_facts(group), tags=names[0], sample=names[1][:SAMPLE])


def _facts(group: TagGroup) -> dict[str, Any]:
    return {
        "id": group.id,
        "kind": group.kind,
        "name": group.name,
        "lock": lock_of(group),
        "exclusive": group.exclusive,
        "ordered": group.ordered,
        "sensitive": group.sensitive,
        "archived": group.archived_at is not None,
    }


def lock_of(row: Tag | TagGroup) -> Lock:
    """Whether it can be changed."""
    if row.kind == "own" or row.maker == "us":
        return "none"
    return "other" if row.maker == "other" else "unknown"


async def count_used(session: AsyncSession, corp_id: int) -> int:
    """Corp tags that WeCom holds, as last read."""
    return int(
        await session.scalar(
            select(func.count()).where(
                Tag.corp_id == corp_id, Tag.kind == "wecom", Tag.deleted_at.is_(None)
            )
        )
        or 0
    )


async def read_group(session: AsyncSession, corp_id: int, group_id: int) -> TagGroupDetail:
    """A group with its tags and who wears them. Raises UnknownTagGroupError."""
    group = await session.get(TagGroup, (corp_id, group_id))
    if group is None or group.deleted_at is not None:
        raise UnknownTagGroupError(group_id)
    heir, heirs_group = aliased(Tag), aliased(TagGroup)
    rows = (
        await session.execute(
            select(Tag, TagCount, heir, heirs_group)
            .outerjoin(TagCount, (TagCount.corp_id == Tag.corp_id) & (TagCount.tag_id == Tag.id))
            .outerjoin(heir, (heir.corp_id == Tag.corp_id) & (heir.id == Tag.merged_into))
            .outerjoin(
                heirs_group,
                (heirs_group.corp_id == heir.corp_id) & (heirs_group.id == heir.group_id),
            )
            .where(Tag.corp_id == corp_id, Tag.group_id == group_id, Tag.deleted_at.is_(None))
            .order_by(Tag.position.desc(), Tag.id)
        )
    ).all()
    items = [_detail(tag, count, into, of) for tag, count, into, of in rows]
    return TagGroupDetail(
        **_facts(group),
        tags=len(items),
        sample=[item.name for item in items[:SAMPLE]],
        items=items,
        doubles=await _doubles(session, corp_id, items) if group.exclusive else None,
    )


def _detail(tag: Tag, count: TagCount | None, into: Tag | None, of: TagGroup | None) -> TagDetail:
    return TagDetail(
        id=tag.id,
        name=tag.name,
        lock=lock_of(tag),
        archived=tag.archived_at is not None,
        merged_into=TagRef(id=into.id, name=into.name, group=of.name)
        if into is not None and of is not None
        else None,
        customers=count.customers if count is not None else None,
        sources=_sources(count),
        as_of=count.as_of if count is not None else None,
    )


def _sources(count: TagCount | None) -> list[TagSource]:
    if count is None:
        return []
    found = [
        TagSource(
            source=source,
            customers=one["count"],
            last_at=datetime.fromisoformat(one["last_at"]),
        )
        for source, one in count.sources.items()
    ]
    return sorted(found, key=lambda one: (-one.customers, one.source))


async def _doubles(session: AsyncSession, corp_id: int, items: Sequence[TagDetail]) -> int | None:
    if sum(item.customers or 0 for item in items) > LOOKED_AT:
        return None
    return int(
        await session.scalar(
            _DOUBLES,
            {"corp_id": corp_id, "tags": [item.id for item in items], "most": DOUBLES_SHOWN},
        )
        or 0
    )
