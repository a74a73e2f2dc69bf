"""The three ways to ask: plain Python, conditions of SQL, bitmaps."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from clickhouse_connect.driver.client import Client
from pydantic import BaseModel
from pyroaring import BitMap

from yutang.people.conditions import service as language
from yutang.people.conditions.binding import select
from yutang.people.conditions.schemas import (
    Absolute,
    Before,
    Calendar,
    Compiled,
    Leaf,
    Life,
    Members,
    Node,
    Scene,
    Sliding,
)

from .growing import RUN
from .populating import Company

AT_ONCE = 25
TABLES = ("people", "events", "orders", "aliases", "rfm")


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
        found: list[list[int]] = [[] for _ in compiled]
        for first in range(0, len(compiled), AT_ONCE):
            some = compiled[first : first + AT_ONCE]
            sql = " UNION ALL ".join(
                select(f"{place} AS place, who", f"({one.sql})", ["1"])
                for place, one in enumerate(some, first)
            )
            params = {key: value for one in some for key, value in one.params.items()}
            for place, who in self._client.query(sql, parameters=params).result_rows:
                found[place].append(who)
        assert all(len(ids) == len(set(ids)) for ids in found)
        return [BitMap(ids) for ids in found]

    def _ask(self, what: str, params: dict[str, Any]) -> list[Any]:
        corp = f"corp_id = {self._where.corp_id}"
        sql = select(what, "people final", [corp], "order by id")
        return list(self._client.query(sql, parameters=params).result_rows)
