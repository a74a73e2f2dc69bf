"""No text of a user is ever part of a statement: there are places for values and nothing else."""

import re
from random import Random

from yutang.people.conditions import service as language

from .growing import Grower
from .populating import scene

PLACE = re.compile(r"\{x\d+_\w+:[A-Za-z0-9()]+\}")
LITERAL = re.compile(r"'([^']*)'")
OURS = {"", "UTC", "wecom", "Null", "String", "Int64", "UInt64", "Double", "Bool", "Array"}
HOSTILE = ("；drop table people--", "{p0_0:String}", "gate'1", "q'\"x", "门\\口", "l'x")


def test_statements_hold_places_only() -> None:
    rnd = Random(1)
    where, grower = scene(rnd), Grower(rnd)
    asked, literals, rest = "", set[str](), set[str]()
    hostile = [
        {"leaf": "attribute", "name": "company", "test": {"is": "equals", "values": [one]}}
        for one in HOSTILE
    ]
    grown = [grower.attribute() if place % 3 else grower.tree() for place in range(200)]
    for raw in (*hostile, *grown):
        tree = language.parse(raw, expanded=True)
        asked += str(tree)
        compiled = language.compile_tree(tree, where, lambda *_: [1], "x")
        bare = PLACE.sub("", compiled.sql)
        literals.update(LITERAL.findall(bare))
        rest.update(LITERAL.sub("", bare))
        named = [found.partition(":")[0].strip("{") for found in PLACE.findall(compiled.sql)]
        assert set(named) <= set(compiled.params)
    assert literals <= OURS
    assert re.fullmatch(r"[A-Za-z0-9_ ,.()<>=!*+\[\]-]*", "".join(rest))
    for one in HOSTILE:
        assert repr(one)[1:-1] in asked
