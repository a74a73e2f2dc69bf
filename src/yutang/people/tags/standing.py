"""What who means to put tags by himself must know of them, and of whom they sit on."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.events import append

from .events import TagAdded
from .library import lock_of
from .models import Tag, TagGroup
from .placing import Place
from .putting import changed
from .repository import TagRepository
from .schemas import Kind, Lock


@dataclass(frozen=True, slots=True)
class Standing:
    """One tag: what it is, and what goes when it comes."""

    id: int
    name: str
    group: str
    kind: Kind
    lock: Lock
    archived: bool
    sensitive: bool
    exclusive: bool
    group_id: int
    heir: int | None
    """The tag into which it was merged."""
    siblings: tuple[int, ...]
    """The other tags of its group, where that is exclusive."""


async def stand_of(
    session: AsyncSession, corp_id: int, ids: Collection[int]
) -> dict[int, Standing]:
    """These tags, archived ones too; unknown and deleted ones are left out."""
    found = await TagRepository(session, corp_id).by_ids(list(ids))
    strict = {group.id for group, _ in found if group.exclusive}
    others: dict[int, list[int]] = {}
    if strict:
        rows = await session.execute(
            select(Tag.group_id, Tag.id).where(
                Tag.corp_id == corp_id, Tag.group_id.in_(strict), Tag.deleted_at.is_(None)
            )
        )
        for row in rows:
            others.setdefault(row.group_id, []).append(row.id)
    return {tag.id: _standing(group, tag, others.get(group.id, [])) for group, tag in found}


def _standing(group: TagGroup, tag: Tag, members: Sequence[int]) -> Standing:
    return Standing(
        id=tag.id,
        name=tag.name,
        group=group.name,
        kind="own" if tag.kind == "own" else "wecom",
        lock=lock_of(tag),
        archived=tag.archived_at is not None or group.archived_at is not None,
        sensitive=group.sensitive,
        exclusive=group.exclusive,
        group_id=group.id,
        heir=tag.merged_into,
        siblings=tuple(one for one in members if one != tag.id),
    )


@dataclass(frozen=True, slots=True)
class Sitting:
    """A tag where it sits: who put it there, when and why."""

    by: str
    at: datetime
    why: str | None


_SITTING = text(
    """
    select customer_id, null::bigint as staff_id, tag_id, added_by, added_at, why
    from customer_tags
    where corp_id = :corp_id and customer_id = any(cast(:ids as bigint[]))
      and tag_id = any(cast(:tags as bigint[]))
    union all
    select customer_id, staff_id, tag_id, added_by, added_at, why
    from follow_tags
    where corp_id = :corp_id and customer_id = any(cast(:ids as bigint[]))
      and tag_id = any(cast(:tags as bigint[]))
    """
)
_BACK = text(
    """
    insert into customer_tags (corp_id, customer_id, tag_id, added_at, added_by, why)
    select :corp_id, v.customer, v.tag, v.at, v.by, v.why
    from unnest(cast(:customers as bigint[]), cast(:tags as bigint[]),
                cast(:moments as timestamptz[]), cast(:bys as text[]), cast(:whys as text[]))
         as v(customer, tag, at, by, why)
    join tags t on t.corp_id = :corp_id and t.id = v.tag and t.deleted_at is null
    join customers c on c.corp_id = :corp_id and c.id = v.customer
    on conflict do nothing
    returning customer_id, tag_id
    """
)


async def sitting(
    session: AsyncSession, corp_id: int, customer_ids: Collection[int], tag_ids: Collection[int]
) -> dict[Place, Sitting]:
    """Where these tags sit on these people, on relations of any state too, in one statement."""
    rows = await session.execute(
        _SITTING, {"corp_id": corp_id, "ids": list(customer_ids), "tags": list(tag_ids)}
    )
    return {
        (row.customer_id, row.staff_id, row.tag_id): Sitting(row.added_by, row.added_at, row.why)
        for row in rows
    }


async def put_back(
    session: AsyncSession,
    corp_id: int,
    places: Sequence[tuple[Place, Sitting]],
    actor: str,
    now: datetime,
) -> set[Place]:
    """Have tags of ours on persons again as they were, with who put them and why.

    The events say that `actor` did it. Returns the places that were not there meanwhile.
    """
    if not places:
        return set()
    rows = await session.execute(
        _BACK,
        {
            "corp_id": corp_id,
            "customers": [place[0] for place, _ in places],
            "tags": [place[2] for place, _ in places],
            "moments": [was.at for _, was in places],
            "bys": [was.by for _, was in places],
            "whys": [was.why for _, was in places],
        },
    )
    fresh: list[Place] = sorted(
        ((row.customer_id, None, row.tag_id) for row in rows), key=lambda one: (one[0], one[2])
    )
    events = [changed(TagAdded, place, actor, now) for place in fresh]
    await append(session, corp_id, events)
    return set(fresh)
