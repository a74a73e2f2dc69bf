"""What is asked of segments, and the same of PostgreSQL, which has its best indexes for it."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from .crowd import CITIES, CITY_FIELD, KINDS, NOW, POINTS, POINTS_FIELD, TAGS

DEEPEST: Final = 3
SHARE: Final = 0.3
"""Of children that are groups, and of leaves that ask for attributes."""
PALETTE: Final = 40
"""So many different leaves over attributes are in use."""
Tree = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Happening:
    """Who did something so often within the last days."""

    kind: int
    days: int
    least: int

    @property
    def name(self) -> str:
        """Of the kind."""
        return KINDS[self.kind]

    def tree(self) -> Tree:
        """As the language has it."""
        return {
            "leaf": "event",
            "kind": self.name,
            "did": True,
            "measure": "count",
            "compare": {"is": "at_least", "n": self.least},
            "window": {"kind": "sliding", "days": self.days},
        }

    def sql(self) -> tuple[str, list[Any]]:
        """A statement for its count and the sum of their ids."""
        text = (
            "select count(*), coalesce(sum(customer_id::int8), 0) from (select customer_id"
            " from bench_events where kind = %s and at >= %s group by customer_id"
            " having count(*) >= %s) found"
        )
        return text, [self.kind + 1, NOW - timedelta(days=self.days), self.least]


def palette(dice: random.Random) -> list[Tree]:
    """Leaves over attributes."""
    found = list[Tree]()
    for _ in range(PALETTE):
        kind = dice.randrange(3)
        test: Tree
        if kind == 0:
            some = [f"city{dice.randrange(CITIES)}" for _ in range(dice.randint(1, 5))]
            name, test = f"field:{CITY_FIELD}", {"is": "in", "values": sorted(set(some))}
        elif kind == 1:
            low = dice.randrange(POINTS)
            high = min(POINTS, low + dice.choice([100, 1_000, 5_000]))
            name, test = f"field:{POINTS_FIELD}", {"is": "between", "values": [low, high]}
        else:
            window = {"kind": "sliding", "days": dice.choice([30, 90, 180, 365, 700])}
            name, test = "first_added_at", {"is": "within", "window": window}
        found.append({"leaf": "attribute", "name": name, "test": test})
    return found


def grow(dice: random.Random, leaves: Sequence[Tree], depth: int = 1) -> Tree:
    """A random tree."""
    children = [
        grow(dice, leaves, depth + 1)
        if depth < DEEPEST and dice.random() < SHARE
        else _leaf(dice, leaves)
        for _ in range(dice.randint(2, 4))
    ]
    return {"op": dice.choice(["all", "all", "any", "none"]), "of": children}


def _leaf(dice: random.Random, leaves: Sequence[Tree]) -> Tree:
    if dice.random() < SHARE:
        return dice.choice(leaves)
    some = sorted({1 + int(TAGS * dice.random() ** 2) for _ in range(dice.randint(1, 3))})
    return {"leaf": "tag", "how": dice.choice(["any", "any", "all", "none"]), "tags": some}


def joined(tree: Tree, asked: Callable[[Tree], str]) -> str:
    """One condition for the whole tree, of what `asked` makes of each leaf."""
    if "op" not in tree:
        return asked(tree)
    joint = " and " if tree["op"] == "all" else " or "
    both = joint.join(f"({joined(child, asked)})" for child in tree["of"])
    return f"not ({both})" if tree["op"] == "none" else both


def peer_query(tree: Tree) -> tuple[str, list[Any]]:
    """A statement for the count and the sum of the ids."""
    values: list[Any] = []
    where = joined(tree, lambda leaf: _asked(leaf, values))
    text = f"select count(*), coalesce(sum(id::int8), 0) from bench_people where {where}"  # noqa: S608 - of our own words
    return text, values


def _asked(leaf: Tree, values: list[Any]) -> str:
    if leaf["leaf"] == "tag":
        values.append(leaf["tags"])
        asked = f"tags {'@>' if leaf['how'] == 'all' else '&&'} %s::int4[]"
        return f"not ({asked})" if leaf["how"] == "none" else asked
    test = leaf["test"]
    if test["is"] == "within":
        values.append(NOW - timedelta(days=test["window"]["days"]))
        return "added >= %s"
    values += [test["values"]] if test["is"] == "in" else test["values"]
    return "city = any(%s)" if test["is"] == "in" else "points between %s and %s"
