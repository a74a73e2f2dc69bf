"""A company with an engine, people with tags, and segments made over HTTP."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import text

from tests.yutang.people.orders.stage import add_customers
from tests.yutang.world import World
from yutang.people.segments import service
from yutang.people.segments.repository import SegmentRepository

NOW = datetime.now(UTC).replace(microsecond=0)
Tree = dict[str, Any]


def tag(*tags: int, how: str = "any") -> Tree:
    """Wears any of these."""
    return {"leaf": "tag", "how": how, "tags": list(tags)}


def both(*of: Tree) -> Tree:
    """All of these."""
    return {"op": "all", "of": list(of)}


def nobody_of(*of: Tree) -> Tree:
    """None of these."""
    return {"op": "none", "of": list(of)}


def segment(segment_id: int) -> Tree:
    """Is in another segment."""
    return {"leaf": "segment", "segment": segment_id}


async def write(world: World, sql: str, corp_id: int | None = None, **asked: Any) -> None:
    """Change what is true."""
    async with world.runtime.database.owner() as session:
        await session.execute(text(sql), {"c": corp_id or world.corp_id, "now": NOW, **asked})


async def rows(world: World, sql: str, **asked: Any) -> list[tuple[Any, ...]]:
    """What the owner reads; `:c` is the corp."""
    async with world.runtime.database.owner() as session:
        found = await session.execute(text(sql), {"c": world.corp_id, **asked})
        return [tuple(row) for row in found]


async def friends(world: World, *ids: int, staff_id: int = 7, corp_id: int | None = None) -> None:
    """Friends of one member."""
    async with world.runtime.database.owner() as session:
        await add_customers(session, corp_id or world.corp_id, *ids)
    await write(
        world,
        "insert into follows (corp_id, customer_id, staff_id, state, changed_at, added_at)"
        " select :c, id, :staff, 'friend', :now, :now from unnest(cast(:ids as bigint[])) id",
        corp_id,
        staff=staff_id,
        ids=list(ids),
    )


async def wear(world: World, tag_id: int, ids: Iterable[int], corp_id: int | None = None) -> None:
    """A tag of ours."""
    await write(
        world,
        "insert into customer_tags (corp_id, customer_id, tag_id, added_by)"
        " select :c, id, :tag, 'user:1' from unnest(cast(:ids as bigint[])) id",
        corp_id,
        ids=list(ids),
        tag=tag_id,
    )


async def take_off(world: World, tag_id: int, ids: Iterable[int]) -> None:
    """They wear it no more."""
    await write(
        world,
        "delete from customer_tags where corp_id = :c and tag_id = :tag"
        " and customer_id = any(cast(:ids as bigint[]))",
        ids=list(ids),
        tag=tag_id,
    )


async def make(
    world: World, name: str, tree: Tree, kind: str = "kept", **more: Any
) -> dict[str, Any]:
    """A segment by conditions."""
    told = {"name": name, "kind": kind, "tree": tree, **more}
    answer = await world.http.post("/api/segments", json=told)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def read(world: World, segment_id: int) -> dict[str, Any]:
    """As it is told."""
    answer = await world.http.get(f"/api/segments/{segment_id}")
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def refresh(world: World, segment_id: int) -> None:
    """As the worker does it."""
    await service.refresh(world.runtime, world.corp_id, segment_id, "asked")


async def members(world: World, segment_id: int) -> list[int]:
    """Who is in it."""
    return list(await service.members_of(world.runtime, world.corp_id, segment_id))


async def told(world: World, segment_id: int) -> list[tuple[str, int, int]]:
    """Events of it: kind, person, run; by person and then by time."""
    found = await rows(
        world,
        "select kind, customer_id, (props->>'run')::bigint from events where corp_id = :c"
        " and kind like 'segment.%' and (props->>'segment_id')::bigint = :id"
        " order by customer_id, id",
        id=segment_id,
    )
    return [(str(kind), int(who), int(run)) for kind, who, run in found]


async def runs_of(world: World, segment_id: int) -> Sequence[Any]:
    """Refreshes, the oldest first."""
    async with world.runtime.database.corp(world.corp_id) as session:
        return (await SegmentRepository(session, world.corp_id).runs(segment_id, 50))[::-1]


def code(answer: Any) -> tuple[int, str]:
    """How it was refused."""
    return answer.status_code, answer.json()["type"].rsplit("/", 1)[-1]
