"""One audience against every tag: how many of it wear each, at once.

Ours counts two bitmaps together for each of 2,000 tags; the peer is the same ClickHouse, which
groups the audience's people by tag. Every count is compared.
"""

import os
import statistics
import time
from typing import Any, Final

from yutang.people.audience import questions
from yutang.people.conditions import service as conditions

from .crowd import CORP, NOW, Size
from .segments_peer import Tree
from .segments_scene import Scene, crowd_of
from .showing import show_bounds, show_table, show_versions

BOUNDS: Final = {"ms": ("<=", 200.0), "wrong": ("<=", 0.0)}
FULL, QUICK = 10_000_000, 20_000
ROUNDS: Final = 7
AUDIENCES: Final[dict[str, Tree]] = {
    "a third": {"leaf": "tag", "how": "any", "tags": [1]},
    "a tenth": {
        "leaf": "attribute",
        "name": "first_added_at",
        "test": {"is": "within", "window": {"kind": "sliding", "days": 110}},
    },
    "few": {"leaf": "tag", "how": "all", "tags": [1, 2, 3]},
}


async def run(*, quick: bool) -> dict[str, object]:
    """Keys ms (the slowest audience's median), ratio_to_peer (the lowest), wrong.

    YUTANG_BENCH_CUSTOMERS sets the size.
    """
    people = int(os.environ.get("YUTANG_BENCH_CUSTOMERS", QUICK if quick else FULL))
    show_versions("chdb", "clickhouse-connect", "pyroaring")
    timed: dict[str, tuple[int, list[float], list[float]]] = {}
    wrong = 0
    async with crowd_of(Size(people, 0), peer=False) as scene:
        for name, tree in AUDIENCES.items():
            ours, peers = list[float](), list[float]()
            asked = {"tree": tree, "members": None}
            found: dict[str, Any] = {}
            for _ in range(ROUNDS):
                began = time.perf_counter()
                found = await questions.crosstab(scene.engine, CORP, asked)
                ours.append(1_000 * (time.perf_counter() - began))
                began = time.perf_counter()
                rows = await _peer(scene, tree)
                peers.append(1_000 * (time.perf_counter() - began))
                told = {one["tag_id"]: one["both"] for one in found["tags"] if one["both"]}
                wrong += told != rows
            timed[name] = (found["total"], ours, peers)
    show_table(
        f"against 2,000 tags among {people:,} people, ms",
        ("audience", "people", "ours", "worst", "ClickHouse"),
        [
            (name, f"{total:,}", *(f"{one:,.1f}" for one in (_mid(ours), max(ours), _mid(peers))))
            for name, (total, ours, peers) in timed.items()
        ],
    )
    keys: dict[str, object] = {
        "ms": round(max(_mid(ours) for _, ours, _ in timed.values()), 1),
        "ratio_to_peer": round(min(_mid(p) / _mid(o) for _, o, p in timed.values()), 1),
        "wrong": wrong,
    }
    show_bounds(keys, BOUNDS)
    return keys


def _mid(times: list[float]) -> float:
    return statistics.median(times)


async def _peer(scene: Scene, tree: Tree) -> dict[int, int]:
    whole = conditions.compile_tree(conditions.parse(tree), await scene.engine.scenes.of(CORP, NOW))
    statement = (
        "select tag, count() from people final array join tags as tag"  # noqa: S608 - made by the compiler
        f" where corp_id = {CORP} and ({whole.sql}) group by tag"
    )
    return {
        int(tag): int(both)
        for tag, both in await scene.engine.store.query(
            statement, {**whole.params, "corp_id": CORP}
        )
    }
