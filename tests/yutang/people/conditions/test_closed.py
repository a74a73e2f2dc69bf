"""No text of a user is ever part of a statement; there is nothing of a person but places."""

import re
from collections.abc import Iterator
from random import Random
from typing import Any

from yutang.people.conditions import service as language

from .growing import Grower
from .populating import scene

OURS = {"wechat", "wecom", "friend", "half", "deal"}
"""Words of the language that the statements know themselves."""


def texts(raw: Any) -> Iterator[str]:
    """Every text of a tree that people choose themselves."""
    if isinstance(raw, dict):
        for key, value in raw.items():
            if key in {"channels", "labels", "skus", "categories", "sources", "values", "kind"}:
                yield from texts(value)
            elif key in {"prop", "classes"} or isinstance(value, dict | list):
                yield from texts(value)
    elif isinstance(raw, list):
        for one in raw:
            yield from texts(one)
    elif isinstance(raw, str):
        yield raw


def test_statements_hold_places_only() -> None:
    rnd = Random(1)
    where, grower = scene(rnd), Grower(rnd)
    seen = set()
    for _ in range(200):
        raw = grower.tree()
        compiled = language.compile_tree(
            language.parse(raw, expanded=True), where, lambda *_: [1], "x"
        )
        bare = re.sub(r"\{x\d+_\w+:[A-Za-z0-9()]+\}", "", compiled.sql)
        assert "{" not in bare
        chosen = {one for one in texts(raw) if len(one) > 2}
        seen |= chosen - OURS
        for one in chosen - OURS - {"ever", "sliding", "before", "calendar", "absolute", "product"}:
            assert one not in bare
        assert set(re.findall(r"\{(\w+):", compiled.sql)) == set(compiled.params)
    assert {"；drop table people--", "{p0_0:String}", "gate'1", "q'\"x", "custom.听课"} <= seen
