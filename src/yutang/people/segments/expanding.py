"""Segments inside conditions: named by id, asked as what they are.

A tree goes to the engine with every segment that it names put in its place: those by conditions
as their own tree, lists and kept ones as the members of their latest run.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.conditions import service as conditions

from .errors import NamedSegmentError, NestedTooDeepError, SegmentCycleError
from .models import Segment
from .repository import SegmentRepository
from .schemas import Tree

NESTED: Final = 6
"""Segments in segments."""
LEAVES: Final = 1_000
"""With all that the segments bring; a tree alone has its own limit."""
_NAMING: Final = ("list", "segment")
_OURS: Final = "members"


def clean(raw: Any) -> Tree:
    """A tree as it is kept. Raises ConditionError."""
    tree: Tree = json.loads(conditions.canonical(conditions.parse(raw)))
    return tree


def leaves_of(tree: Tree) -> Iterator[Tree]:
    """Every condition of a tree, from left to right."""
    waiting: list[Tree] = [tree]
    while waiting:
        node = waiting.pop()
        if "leaf" in node:
            yield node
        else:
            waiting.extend(reversed(node["of"]))


def named_by(tree: Tree | None) -> list[int]:
    """Segments that a tree names itself, each once."""
    if tree is None:
        return []
    named = (int(leaf["segment"]) for leaf in leaves_of(tree) if leaf["leaf"] in _NAMING)
    return list(dict.fromkeys(named))


async def expand(
    session: AsyncSession, corp_id: int, tree: Tree, own: Segment | None = None
) -> Tree:
    """The tree with what it names in its place; `own` is the segment whose tree it is.

    Raises NamedSegmentError, SegmentCycleError, NestedTooDeepError.
    """
    known = await _gather(session, corp_id, tree)
    _refuse_circles(known, tree, own)
    expanded = _Expansion(known).put(tree)
    count = sum(1 for _ in leaves_of(expanded))
    if count > LEAVES:
        raise NestedTooDeepError(conditions=count)
    return expanded


async def _gather(session: AsyncSession, corp_id: int, tree: Tree) -> dict[int, Segment]:
    """Every segment that is named, level by level; a circle ends where it began."""
    repository = SegmentRepository(session, corp_id)
    known: dict[int, Segment] = {}
    wanted = set(named_by(tree))
    while missing := wanted - known.keys():
        found = await repository.by_ids(missing)
        if unknown := sorted(missing - found.keys()):
            raise NamedSegmentError(unknown[0])
        known |= found
        wanted = {one for row in found.values() for one in named_by(row.tree)}
    return known


def _refuse_circles(known: Mapping[int, Segment], tree: Tree, own: Segment | None) -> None:
    """Walk every way down; the segment itself stands at its top."""
    name = "…" if own is None else own.name
    passed: list[int] = [] if own is None else [own.id]
    names: list[str] = [name]
    # Who was looked through with so many levels above needs no second look.
    deepest: dict[int, int] = {}

    def visit(below: list[int]) -> None:
        for one in below:
            row = known.get(one)
            label = row.name if row is not None else name
            if one in passed:
                raise SegmentCycleError([*names[passed.index(one) - len(passed) :], label])
            if row is None or deepest.get(one, -1) >= len(passed):
                continue
            if len(names) > NESTED:
                raise NestedTooDeepError(levels=NESTED)
            deepest[one] = len(passed)
            passed.append(one)
            names.append(row.name)
            visit(named_by(row.tree))
            passed.pop()
            names.pop()

    visit(named_by(tree))


class _Expansion:
    """Puts segments in their places, each tree made once."""

    def __init__(self, known: Mapping[int, Segment]) -> None:
        self._known = known
        self._made: dict[int, Tree] = {}
        self._leaves: dict[int, int] = {}

    def put(self, tree: Tree) -> Tree:
        if "leaf" in tree:
            return self._leaf(tree)
        return {**tree, "of": [self.put(child) for child in tree["of"]]}

    def _leaf(self, leaf: Tree) -> Tree:
        if leaf["leaf"] not in _NAMING:
            return leaf
        row = self._known[int(leaf["segment"])]
        if leaf["leaf"] == "list" and row.kind != "static":
            raise NamedSegmentError(row.id, as_list=True)
        if row.id not in self._made:
            self._made[row.id] = self._tree_of(row)
        return self._made[row.id]

    def _tree_of(self, row: Segment) -> Tree:
        if row.kind != "dynamic" and row.run is not None:
            return {"leaf": _OURS, "segment": row.id, "run": row.run}
        if row.tree is None:
            raise NamedSegmentError(row.id)
        made = self.put(row.tree)
        count = sum(1 for _ in leaves_of(made))
        if count > LEAVES:
            raise NestedTooDeepError(conditions=count)
        return {"op": "all", "of": [made], "segment": row.id}
