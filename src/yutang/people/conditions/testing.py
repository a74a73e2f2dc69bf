"""The naive evaluator: the whole tree over one person's life, every node with its reasons."""

from .registry import MembersOf, spec_of
from .schemas import Leaf, Life, Node, Scene, Tested


def test(node: Node, life: Life, scene: Scene, members: MembersOf) -> Tested:
    """Whether a tree holds for a person, leaf by leaf; all are looked at, none is skipped."""
    return _test(node, "", life, scene, members)


def _test(node: Node, path: str, life: Life, scene: Scene, members: MembersOf) -> Tested:
    if isinstance(node, Leaf):
        holds, facts = spec_of(node).test(node, life, scene, members)
        return Tested(path=path, node=node.leaf, holds=holds, facts=facts)
    children = [
        _test(child, f"{path}.{place}" if path else str(place), life, scene, members)
        for place, child in enumerate(node.of)
    ]
    verdicts = [child.holds for child in children]
    match node.op:
        case "all":
            holds = all(verdicts)
        case "any":
            holds = any(verdicts)
        case "none":
            holds = not any(verdicts)
    return Tested(path=path, node=node.op, holds=holds, children=children)
