"""Plain Python, one condition of SQL, and bitmaps leaf by leaf say the same of everybody."""

from collections.abc import Iterator
from datetime import timedelta
from random import Random

import pytest
from clickhouse_connect.driver.client import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyroaring import BitMap

from yutang.people.conditions import service as language
from yutang.people.conditions.schemas import Group, Node, Scene

from .asking import TABLES, Asked, edges_of, naive
from .growing import Grower
from .populating import company, pour, scene

TREES = 24


def by_bitmaps(node: Node, leaves: Iterator[BitMap], universe: BitMap) -> BitMap:
    """The algebra of a tree over the bitmaps of its leaves, in their order."""
    if not isinstance(node, Group):
        return next(leaves)
    parts = [by_bitmaps(child, leaves, universe) for child in node.of]
    if node.op == "all":
        return BitMap.intersection(universe, *parts)
    union = BitMap.union(BitMap(), *parts)
    return universe - union if node.op == "none" else union


def _agree(client: Client, seed: int, count: int = TREES) -> None:
    rnd = Random(seed)
    where, grower = scene(rnd), Grower(rnd)
    trees = [language.parse(grower.tree(), expanded=True) for _ in range(count)]
    edges = [edge for tree in trees for edge in edges_of(tree, where)]
    edges += [edge + timedelta(days=rnd.choice((1, 7, 30))) for edge in edges]
    found = company(rnd, where, edges)
    for table in TABLES:
        client.command(f"truncate table {table}")
    pour(client, found, rnd)
    numbers = [one.id for one in found.lives]
    kept = {segment: set(rnd.sample(numbers, len(numbers) // 2)) for segment in (1, 2)}
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


def _told(seed: int, node: Node, where: Scene) -> str:
    return f"seed {seed}: {language.canonical(node)} at {where.now} in {where.zone}"


_SETTINGS = settings(
    deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@given(seed=st.integers(0, 2**32))
@settings(_SETTINGS, max_examples=3)
def test_three_ways_agree(client: Client, seed: int) -> None:
    _agree(client, seed)


@pytest.mark.proof
@given(seed=st.integers(0, 2**32))
@settings(_SETTINGS, max_examples=300)
def test_three_ways_agree_about_many(client: Client, seed: int) -> None:
    _agree(client, seed)
