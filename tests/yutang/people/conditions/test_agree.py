"""Plain Python, one condition of SQL, and bitmaps leaf by leaf say the same of everybody."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest
from clickhouse_connect.driver.client import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel
from pyroaring import BitMap

from yutang.people.conditions import service as language
from yutang.people.conditions.binding import select
from yutang.people.conditions.schemas import (
    Absolute,
    Before,
    Calendar,
    Compiled,
    Group,
    Leaf,
    Life,
    Members,
    Node,
    Scene,
    Sliding,
)

from .growing import RUN, Grower
from .populating import Company, company, pour, scene

TREES = 24


def edges_of(node: BaseModel, where: Scene) -> Iterator[datetime]:
    """Every moment at which a window of the tree begins or ends."""
    if isinstance(node, Sliding | Before | Calendar | Absolute):
        ends = language.bounds(node, where)
        yield from (one for one in (ends.since, ends.until) if one is not None)
    for value in dict(node).values():
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, BaseModel):
                yield from edges_of(one, where)


def naive(found: Company, node: Node, kept: dict[int, set[int]]) -> list[int]:
    """Everybody looked at by himself."""

    def holds(one: Life) -> bool:
        def is_member(segment: int, run: int) -> bool:
            return run == RUN and one.id in kept[segment]

        return language.test(node, one, found.scene, is_member).holds

    return sorted(one.id for one in found.living if holds(one))


class Asked:
    """What the store says of trees and leaves: few statements, each about many."""

    def __init__(self, client: Client, where: Scene, kept: dict[int, set[int]]) -> None:
        self._client, self._where, self._kept = client, where, kept
        self.universe = BitMap(row[0] for row in self._ask("id", {}))

    def trees(self, trees: Sequence[Node]) -> list[list[int]]:
        """Each as one condition over the people."""
        return self._conditions(
            language.compile_tree(
                tree, self._where, lambda segment, _: self._kept[segment], f"t{place}_"
            )
            for place, tree in enumerate(trees)
        )

    def leaves(self, leaves: Sequence[Leaf]) -> list[BitMap]:
        """Each as a bitmap."""
        compiled = [
            language.compile_leaf(leaf, self._where, f"l{place}_")
            for place, leaf in enumerate(leaves)
        ]
        persons = iter(self._conditions(one for one in compiled if one.over == "person"))
        selected = self._selects([one for one in compiled if one.over == "ids"])
        found = []
        for leaf, one in zip(leaves, compiled, strict=True):
            if isinstance(leaf, Members):
                found.append(BitMap(self._kept[leaf.segment]) & self.universe)
            elif one.over == "person":
                found.append(BitMap(next(persons)))
            else:
                ids = self.universe & selected.pop(0)
                found.append(self.universe - ids if one.inverted else ids)
        return found

    def _conditions(self, compiled: Iterable[Compiled]) -> list[list[int]]:
        every = list(compiled)
        params = {key: value for one in every for key, value in one.params.items()}
        rows = self._ask(", ".join(["id", *(f"({one.sql})" for one in every)]), params)
        # Neither null nor anything but yes and no.
        assert {said for row in rows for said in row[1:]} <= {0, 1}
        return [[row[0] for row in rows if row[place]] for place in range(1, len(every) + 1)]

    def _selects(self, compiled: Sequence[Compiled]) -> list[BitMap]:
        found = []
        for one in compiled:
            ids = [row[0] for row in self._client.query(one.sql, parameters=one.params).result_rows]
            assert len(ids) == len(set(ids))
            found.append(BitMap(ids))
        return found

    def _ask(self, what: str, params: dict[str, Any]) -> list[Any]:
        corp = f"corp_id = {self._where.corp_id}"
        sql = select(what, "people final", [corp], "order by id")
        return list(self._client.query(sql, parameters=params).result_rows)


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
    for table in ("people", "events", "orders", "aliases", "rfm"):
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
@settings(_SETTINGS, max_examples=5)
def test_three_ways_agree(client: Client, seed: int) -> None:
    _agree(client, seed)


@pytest.mark.proof
@given(seed=st.integers(0, 2**32))
@settings(_SETTINGS, max_examples=300)
def test_three_ways_agree_about_many(client: Client, seed: int) -> None:
    _agree(client, seed)
