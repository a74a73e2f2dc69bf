"""Groups whose lives are written as they shall be, and a clock that is turned."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import text

from tests.yutang.world import World
from yutang.act.groupwatch import service as groupwatch
from yutang.kernel.runtime import Runtime
from yutang.people.groups import service as groups
from yutang.people.groups.service import GoneFacts, GroupFacts, MemberFacts

NOW = datetime.now(UTC).replace(microsecond=0)
DAY = timedelta(days=1)


def facts(
    name: str, owner: str, people: dict[str, int], *, made: int = 60, at: datetime = NOW
) -> GroupFacts:
    """A group made so many days ago; when each person came, in days before now."""
    return GroupFacts(
        chat_id=f"wr{name}",
        name=name,
        owner=owner,
        created_at=NOW - made * DAY,
        notice="",
        version=f"v{at.timestamp()}",
        members=(
            MemberFacts(owner, is_staff=True, joined_at=NOW - made * DAY, name=owner),
            *(
                MemberFacts(who, is_staff=False, joined_at=NOW - days * DAY, scene=3, name=who)
                for who, days in people.items()
            ),
        ),
        admins=frozenset(),
        asked_at=at,
    )


async def read(world: World, *shown: GroupFacts) -> dict[str, int]:
    """Write these readings; ids by name."""
    async with world.runtime.database.owner() as session:
        await groups.record_readings(
            session, world.runtime.vault, world.corp_id, shown, NOW, source="test"
        )
        rows = await session.execute(text("select id, name from group_chats"))
        return {row.name: row.id for row in rows}


async def dismiss(world: World, name: str) -> None:
    """WeCom shows it no more."""
    async with world.runtime.database.owner() as session:
        gone = [GoneFacts(f"wr{name}", NOW, dismissed=True)]
        await groups.record_gone(session, world.runtime.vault, world.corp_id, gone, NOW)


async def known_for(world: World, days: int) -> None:
    """All groups were read first so long ago, and their phases reckoned."""
    async with world.runtime.database.owner() as session:
        await session.execute(
            text("update group_phases set known_from = :at"), {"at": NOW - days * DAY}
        )


def turned(world: World, days: float = 0) -> Runtime:
    """The same so many days later."""
    return replace(world.runtime, clock=lambda: NOW + days * DAY)


async def watch(world: World, days: float = 0) -> None:
    """A look at all that is watched."""
    await groupwatch.watch(turned(world, days), world.corp_id)


async def tasks(world: World, source: str) -> list[tuple[str, str]]:
    """Source keys and states of tasks."""
    async with world.runtime.database.owner() as session:
        rows = await session.execute(
            text("select source_key, state from tasks where source = :source order by id"),
            {"source": source},
        )
        return [tuple(row) for row in rows]


async def column(world: World, statement: str, **asked: Any) -> Sequence[Any]:
    """The first column."""
    async with world.runtime.database.owner() as session:
        return list(await session.scalars(text(statement), asked))
