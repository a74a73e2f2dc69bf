"""From the tree to ClickHouse's SQL. No text of the user is ever pasted: values are bound."""

from collections.abc import Callable, Iterable
from typing import Any

from .binding import Binding, both, either
from .errors import ConditionError
from .faults import seen_from
from .registry import spec_of
from .schemas import Compiled, Leaf, Members, Node, Scene

MemberIds = Callable[[int, int], Iterable[int]]
"""Who belongs to a segment as of a run."""


def compile_leaf(leaf: Leaf, scene: Scene, prefix: str) -> Compiled:
    """One leaf; names of parameters begin with `prefix`. Raises ConditionError.

    Look at `over` and `inverted` of what comes back.
    """
    return spec_of(leaf).compile(leaf, scene, Binding(prefix, scene))


def compile_tree(
    node: Node, scene: Scene, members: MemberIds | None = None, prefix: str = "p"
) -> Compiled:
    """The whole tree as one condition over a row of `people`, without bitmaps.

    `members` is needed where kept segments are named.
    """
    gathered = _Gathered(scene, members, prefix)
    sql = gathered.add(node, "")
    return Compiled(
        sql, gathered.params, "person", frozenset(gathered.touches | {"people"}), gathered.moves
    )


class _Gathered:
    def __init__(self, scene: Scene, members: MemberIds | None, prefix: str) -> None:
        self.params: dict[str, Any] = {}
        self.touches: set[str] = set()
        self.moves = False
        self._scene = scene
        self._members = members
        self._prefix = prefix
        self._leaves = 0

    def add(self, node: Node, path: str) -> str:
        if isinstance(node, Leaf):
            return self._add_leaf(node, path)
        parts = [
            self.add(child, f"{path}.{place}" if path else str(place))
            for place, child in enumerate(node.of)
        ]
        match node.op:
            case "all":
                return both(parts)
            case "any":
                return either(parts)
            case "none":
                return f"(NOT {either(parts)})"

    def _add_leaf(self, leaf: Leaf, path: str) -> str:
        try:
            compiled = compile_leaf(leaf, self._scene, f"{self._prefix}{self._leaves}")
        except ConditionError as error:
            raise seen_from(path, error) from None
        self._leaves += 1
        self.params |= compiled.params
        self.touches |= compiled.touches
        self.moves |= compiled.moves
        if compiled.over == "ids":
            word = "NOT IN" if compiled.inverted else "IN"
            return f"(id {word} ({compiled.sql}))"
        if compiled.over == "bits":
            return self._add_members(leaf)
        return f"({compiled.sql})"

    def _add_members(self, leaf: Leaf) -> str:
        if self._members is None or not isinstance(leaf, Members):
            message = "kept members are needed to compile a tree that names them"
            raise TypeError(message)
        name = f"{self._prefix}{self._leaves}_members"
        self.params[name] = list(self._members(leaf.segment, leaf.run))
        return f"(id IN {{{name}:Array(UInt32)}})" if self.params[name] else "0"
