"""Plain Python, one condition of SQL, and bitmaps leaf by leaf say the same of everybody."""

from collections.abc import Iterator
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
    Group,
    Node,
    Scene,
    Sliding,
)

from .growing import Grower
from .populating import Company, company, pour, scene

TREES = 12


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
    return sorted(
        one.id
        for one in found.living
        if language.test(
            node, one, found.scene, lambda segment, _, who=one.id: who in kept[segment]
        ).holds
    )


def by_sql(client: Client, node: Node, where: Scene, kept: dict[int, set[int]]) -> list[int]:
    """One condition over the people."""
    compiled = language.compile_tree(node, where, lambda segment, _: kept[segment])
    return _ask(client, _of_people(where, compiled.sql), compiled.params)


def by_bitmaps(client: Client, node: Node, where: Scene, kept: dict[int, set[int]]) -> BitMap:
    """A bitmap for each leaf, and their algebra."""
    universe = BitMap(_ask(client, _of_people(where, "1"), {}))

    def evaluate(one: Node) -> BitMap:
        if isinstance(one, Group):
            parts = [evaluate(child) for child in one.of]
            if one.op == "all":
                return BitMap.intersection(universe, *parts)
            union = BitMap.union(BitMap(), *parts)
            return universe - union if one.op == "none" else union
        compiled = language.compile_leaf(one, where, "leaf")
        if compiled.over == "bits":
            return BitMap(kept[one.segment]) & universe  # type: ignore[attr-defined] - only they are
        sql = compiled.sql
        if compiled.over == "person":
            sql = _of_people(where, sql)
        selected = _ask(client, sql, compiled.params)
        assert len(selected) == len(set(selected))
        found = universe & BitMap(selected)
        return universe - found if compiled.inverted else found

    return evaluate(node)


def _of_people(where: Scene, condition: str) -> str:
    return select("id", "people final", [f"corp_id = {where.corp_id}", condition])


def _ask(client: Client, sql: str, params: dict[str, Any]) -> list[int]:
    rows: Any = client.query(sql, parameters=params).result_rows
    return sorted(row[0] for row in rows)


def _agree(client: Client, seed: int) -> None:
    rnd = Random(seed)
    where, grower = scene(rnd), Grower(rnd)
    trees = [language.parse(grower.tree(), expanded=True) for _ in range(TREES)]
    edges = [edge for tree in trees for edge in edges_of(tree, where)]
    edges += [edge + timedelta(days=rnd.choice((1, 7, 30))) for edge in edges]
    found = company(rnd, where, edges)
    for table in ("people", "events", "orders", "aliases", "rfm"):
        client.command(f"truncate table {table}")
    pour(client, found, rnd)
    numbers = [one.id for one in found.lives]
    kept = {segment: set(rnd.sample(numbers, len(numbers) // 2)) for segment in (1, 2)}
    for tree in trees:
        expected = naive(found, tree, kept)
        told = f"seed {seed}: {language.canonical(tree)} at {where.now} in {where.zone}"
        assert by_sql(client, tree, where, kept) == expected, told
        assert list(by_bitmaps(client, tree, where, kept)) == expected, told


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
