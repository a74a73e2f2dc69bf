"""Make groups and tags, ours and WeCom's."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from . import telling
from .errors import Apart, NameTakenError, NoRoomError, TagsApartError, UnknownTagGroupError
from .library import count_used
from .models import Tag, TagGroup
from .schemas import TagGroupCreate, TagGroupFacts


async def create_group(runtime: Runtime, corp_id: int, new: TagGroupCreate, actor: str) -> int:
    """Make a group with its tags, in WeCom first where it is one of WeCom's; returns its id.

    Raises NameTakenError, TagsApartError (sensitive ones are ours), NoRoomError, NoAnswerError,
    WeComRefusedError; then nothing was written here.
    """
    names = list(dict.fromkeys(new.tags))
    if new.sensitive and new.kind == "wecom":
        raise TagsApartError(Apart.SENSITIVE)
    positions = list(range(len(names), 0, -1))
    async with runtime.database.corp(corp_id) as session:
        await check_group_name(session, corp_id, new.kind, new.name)
        top = await _top(session, corp_id, new.kind)
        if new.kind == "own":
            group_id = await _write_own(session, corp_id, new, names, positions, top + 1)
            await _audit(session, corp_id, actor, group_id, new)
            return group_id
        limit = await _check_room(session, corp_id, len(names))
    made = await telling.make(
        runtime,
        corp_id,
        names,
        positions,
        group_name=new.name,
        group_position=top + 1,
        limit=limit,
    )
    async with runtime.database.corp(corp_id) as session:
        group_id = await write_made(session, corp_id, made, runtime.clock(), new_group=True)
        await session.execute(
            update(TagGroup)
            .where(TagGroup.corp_id == corp_id, TagGroup.id == group_id)
            .values(exclusive=new.exclusive, ordered=new.ordered)
        )
        await _audit(session, corp_id, actor, group_id, new)
    return group_id


async def add_tags(
    runtime: Runtime, corp_id: int, group_id: int, names: Sequence[str], actor: str
) -> None:
    """Add tags at the end of a group; a group of WeCom's that others made takes them too.

    Raises UnknownTagGroupError, NameTakenError, NoRoomError, NoAnswerError, WeComRefusedError.
    """
    names = list(dict.fromkeys(names))
    async with runtime.database.corp(corp_id) as session:
        group = await find_group(session, corp_id, group_id)
        await check_tag_names(session, corp_id, group_id, names)
        if group.kind == "own":
            lowest = await session.scalar(
                select(func.min(Tag.position)).where(
                    Tag.corp_id == corp_id, Tag.group_id == group_id
                )
            )
            # Ours may stand below zero; WeCom's may not.
            below = lowest if lowest is not None else len(names) + 1
            positions = [below - place for place in range(1, len(names) + 1)]
            await _insert_own(session, corp_id, group_id, names, positions)
            await _audit_added(session, corp_id, actor, group_id, names)
            return
        limit = await _check_room(session, corp_id, len(names))
        wecom_id = group.wecom_id
    made = await telling.make(
        runtime, corp_id, names, [0] * len(names), group_id=wecom_id, limit=limit
    )
    async with runtime.database.corp(corp_id) as session:
        await write_made(session, corp_id, made, runtime.clock(), new_group=False)
        await _audit_added(session, corp_id, actor, group_id, names)


async def find_group(session: AsyncSession, corp_id: int, group_id: int) -> TagGroup:
    """A living group, locked; raises UnknownTagGroupError."""
    group = await session.get(TagGroup, (corp_id, group_id), with_for_update=True)
    if group is None or group.deleted_at is not None:
        raise UnknownTagGroupError(group_id)
    return group


async def check_tag_names(
    session: AsyncSession,
    corp_id: int,
    group_id: int,
    names: Sequence[str],
    but: int | None = None,
) -> None:
    """Raise NameTakenError where the group has living tags of these names, other than `but`."""
    taken = await session.scalars(
        select(Tag.name).where(
            Tag.corp_id == corp_id,
            Tag.group_id == group_id,
            Tag.deleted_at.is_(None),
            Tag.name.in_(names),
            Tag.id != (but or 0),
        )
    )
    if found := sorted(taken):
        raise NameTakenError(found)


async def check_group_name(
    session: AsyncSession, corp_id: int, kind: str, name: str, but: int | None = None
) -> None:
    """Raise NameTakenError where there is a living group of this kind and name."""
    taken = await session.scalar(
        select(TagGroup.id).where(
            TagGroup.corp_id == corp_id,
            TagGroup.kind == kind,
            TagGroup.name == name,
            TagGroup.deleted_at.is_(None),
            TagGroup.id != (but or 0),
        )
    )
    if taken is not None:
        raise NameTakenError([name])


async def _top(session: AsyncSession, corp_id: int, kind: str) -> int:
    top = await session.scalar(
        select(func.max(TagGroup.position)).where(
            TagGroup.corp_id == corp_id, TagGroup.kind == kind, TagGroup.deleted_at.is_(None)
        )
    )
    return max(int(top or 0), 0)


async def _check_room(session: AsyncSession, corp_id: int, wanted: int) -> int:
    """The limit; raises NoRoomError."""
    limit = (await corps.read_preferences(session, corp_id)).tag_limit
    left = max(limit - await count_used(session, corp_id), 0)
    if wanted > left:
        raise NoRoomError(left, wanted, limit)
    return limit


async def _write_own(
    session: AsyncSession,
    corp_id: int,
    new: TagGroupCreate,
    names: Sequence[str],
    positions: Sequence[int],
    position: int,
) -> int:
    group = TagGroup(
        corp_id=corp_id,
        kind="own",
        name=new.name,
        position=position,
        maker="us",
        exclusive=new.exclusive,
        ordered=new.ordered,
        sensitive=new.sensitive,
    )
    session.add(group)
    await session.flush()
    await _insert_own(session, corp_id, group.id, names, positions)
    return group.id


async def _insert_own(
    session: AsyncSession,
    corp_id: int,
    group_id: int,
    names: Sequence[str],
    positions: Sequence[int],
) -> None:
    if names:
        await session.execute(
            insert(Tag),
            [
                {
                    "corp_id": corp_id,
                    "kind": "own",
                    "group_id": group_id,
                    "name": name,
                    "position": position,
                    "maker": "us",
                }
                for name, position in zip(names, positions, strict=True)
            ],
        )


async def write_made(
    session: AsyncSession, corp_id: int, made: TagGroupFacts, now: datetime, *, new_group: bool
) -> int:
    """Write what WeCom made for us, also where its mirror was quicker; returns the group's id."""
    group = insert(TagGroup).values(
        corp_id=corp_id,
        wecom_id=made.wecom_id,
        name=made.name,
        position=made.position,
        maker="us" if new_group else "unknown",
        told_at=now,
    )
    changes = {"deleted_at": None, **({"maker": "us", "told_at": now} if new_group else {})}
    group_id = await session.scalar(
        group.on_conflict_do_update(index_elements=["corp_id", "wecom_id"], set_=changes).returning(
            TagGroup.id
        )
    )
    tags = insert(Tag).values(
        [
            {
                "corp_id": corp_id,
                "group_id": group_id,
                "wecom_id": tag.wecom_id,
                "name": tag.name,
                "position": tag.position,
                "maker": "us",
                "told_at": now,
            }
            for tag in made.tags
        ]
    )
    await session.execute(
        tags.on_conflict_do_update(
            index_elements=["corp_id", "wecom_id"],
            set_={"maker": "us", "told_at": now, "deleted_at": None},
        )
    )
    return int(group_id or 0)


async def _audit(
    session: AsyncSession, corp_id: int, actor: str, group_id: int, new: TagGroupCreate
) -> None:
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="tag_group.created",
        target=f"tag_group:{group_id}",
        after=new.model_dump(mode="json"),
    )


async def _audit_added(
    session: AsyncSession, corp_id: int, actor: str, group_id: int, names: Sequence[str]
) -> None:
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="tags.created",
        target=f"tag_group:{group_id}",
        after={"names": list(names)},
    )
