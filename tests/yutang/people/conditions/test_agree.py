"""Plain Python, one condition of SQL, and bitmaps leaf by leaf say the same of everybody."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

import clickhouse_connect
import pytest
from clickhouse_connect.driver.client import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyroaring import BitMap
from typing_extensions import override

from tests.yutang.audience import store_folder
from tests.yutang.world import World
from yutang.kernel.runtime import Runtime
from yutang.people.audience.engine import Engine
from yutang.people.audience.keeping import Entry
from yutang.people.audience.scenes import Scenes
from yutang.people.conditions import service as language
from yutang.people.conditions.schemas import Group, Node, Scene

from .asking import TABLES, Asked, edges_of, naive
from .growing import RUN, Grower
from .populating import Company, company, pour, scene

TREES = 20


def by_bitmaps(node: Node, leaves: Iterator[BitMap], universe: BitMap) -> BitMap:
    """The algebra of a tree over the bitmaps of its leaves, in their order."""
    if not isinstance(node, Group):
        return next(leaves)
    parts = [by_bitmaps(child, leaves, universe) for child in node.of]
    if node.op == "all":
        return BitMap.intersection(universe, *parts)
    union = BitMap.union(BitMap(), *parts)
    return universe - union if node.op == "none" else union


def _agree(client: Client, seed: int) -> tuple[int, int]:
    """How many trees and leaves were compared."""
    rnd = Random(seed)
    where = scene(rnd)
    trees, found, kept = _found(rnd, where, TREES)
    for table in TABLES:
        client.command(f"truncate table {table}")
    pour(client, found, rnd)
    assert found.living
    asked = Asked(client, where, kept)
    leaves = [leaf for tree in trees for _, leaf in language.leaves_of(tree)]
    bitmaps = asked.leaves(leaves)
    for leaf, bitmap in zip(leaves, bitmaps, strict=True):
        assert list(bitmap) == naive(found, leaf, kept), _told(seed, leaf, where)
    rest = iter(bitmaps)
    for tree, ids in zip(trees, asked.trees(trees), strict=True):
        expected = naive(found, tree, kept)
        assert ids == expected, _told(seed, tree, where)
        assert list(by_bitmaps(tree, rest, asked.universe)) == expected, _told(seed, tree, where)
    # Every leaf had its place in a tree.
    assert next(rest, None) is None
    return len(trees), len(leaves)


def _found(
    rnd: Random, where: Scene, count: int
) -> tuple[list[Node], Company, dict[int, set[int]]]:
    """Trees, people at the edges of their windows, and who belongs to two segments."""
    grower = Grower(rnd)
    trees = [language.parse(grower.tree(), expanded=True) for _ in range(count)]
    edges = [edge for tree in trees for edge in edges_of(tree, where)]
    edges += [edge + timedelta(days=rnd.choice((1, 7, 30))) for edge in edges]
    found = company(rnd, where, edges)
    numbers = [one.id for one in found.lives]
    kept = {segment: set(rnd.sample(numbers, len(numbers) // 2)) for segment in (1, 2)}
    return trees, found, kept


def _told(seed: int, node: Node, where: Scene) -> str:
    return f"seed {seed}: {language.canonical(node)} at {where.now} in {where.zone}"


_SETTINGS = settings(
    deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@given(seed=st.integers(0, 2**32))
@settings(_SETTINGS, max_examples=2)
def test_three_ways_agree(client: Client, seed: int) -> None:
    trees, leaves = _agree(client, seed)
    assert (trees, leaves > 0) == (TREES, True)


@pytest.mark.proof
@pytest.mark.timeout(1_800)
@given(seed=st.integers(0, 2**32))
@settings(_SETTINGS, max_examples=200)
def test_three_ways_agree_about_many(client: Client, seed: int) -> None:
    trees, leaves = _agree(client, seed)
    assert (trees, leaves > 0) == (TREES, True)


class _Known(Scenes):
    """Zone, departments and groups of the random company, which PostgreSQL does not know."""

    def __init__(self, runtime: Runtime, known: Scene) -> None:
        super().__init__(runtime)
        self._known = known

    @override
    async def of(self, corp_id: int, now: datetime) -> Scene:
        return replace(self._known, now=now)


async def _agree_with(engine: Engine, world: World, seed: int, count: int) -> set[int]:
    """The engine's own bitmaps, over a store that holds a random company; sizes of them."""
    rnd = Random(seed)
    where = scene(rnd, world.corp_id)
    trees, found, kept = _found(rnd, where, count)
    dsn = f"chdb://{store_folder()}"
    client = clickhouse_connect.get_client(dsn=dsn, database=engine.store.database)
    for table in TABLES:
        client.command(f"truncate table {table}")
    pour(client, found, rnd)
    engine.kept.clear(world.corp_id)
    engine.scenes = _Known(world.runtime, where)
    for segment, ids in kept.items():
        engine.kept.keep(world.corp_id, f"members:{segment}:{RUN}", Entry(BitMap(ids), 1))
    sizes = []
    for tree in trees:
        bitmap = await engine.evaluate(world.corp_id, tree, where.now)
        assert list(bitmap) == naive(found, tree, kept), _told(seed, tree, where)
        sizes.append(len(bitmap))
    assert len(sizes) == count
    return set(sizes)


async def test_the_engine_agrees(world: World, audience: Engine) -> None:
    # Not everybody or nobody each time.
    assert len(await _agree_with(audience, world, 5, 10)) > 2


@pytest.mark.proof
async def test_the_engine_agrees_about_many(world: World, audience: Engine) -> None:
    for seed in range(100, 200):
        assert len(await _agree_with(audience, world, seed, 30)) > 2
