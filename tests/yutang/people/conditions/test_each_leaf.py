"""Every attribute with every test, every measure with every comparison, one after another."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from clickhouse_connect.driver.client import Client

from yutang.people.conditions import service as language
from yutang.people.conditions.schemas import Leaf, leaves_of
from yutang.people.conditions.schemas import leaves as known

from .asking import Asked, edges_of, naive
from .growing import VALUES
from .populating import CHANNELS, FIELDS, KINDS, company, pour, scene

Json = dict[str, Any]
NOON = "2025-03-30T12:00:00"
WINDOWS: tuple[Json, ...] = (
    {"kind": "ever"},
    {"kind": "sliding", "days": 30},
    {"kind": "before", "days": 30},
    {"kind": "calendar", "unit": "month", "back": 1},
    {"kind": "absolute", "from": NOON, "to": None},
    {"kind": "absolute", "from": None, "to": NOON},
)
COMPARES: tuple[Json, ...] = (
    {"is": "at_least", "n": 2},
    {"is": "at_most", "n": 0},
    {"is": "exactly", "n": 1},
    {"is": "between", "n": 1, "to": 2},
    {"is": "between", "n": 0, "to": 2},
)


def attributes() -> Iterator[Json]:
    fields: list[tuple[str, known.Sort]] = [
        (f"field:{one}", known.FIELD_SORTS[kind]) for one, kind in FIELDS.items()
    ]
    for name, sort in (*known.SORTS.items(), *fields):
        for how in known.tests_of(name, sort):
            node = {"leaf": "attribute", "name": name}
            if how == "within":
                for window in WINDOWS:
                    yield node | {"test": {"is": how, "window": window}}
                continue
            for values in values_of(name, sort, how):
                yield node | {"test": {"is": how, "values": values}}


def values_of(name: str, sort: known.Sort, how: str) -> list[list[Any]]:
    if how in {"known", "absent", "empty", "unknown"}:
        return [[]]
    every: list[Any] = list(VALUES[sort])
    if name in {"platform", "first_channel"}:
        every = ["wechat", "wecom"] if name == "platform" else [one for one in CHANNELS if one]
    if how == "between":
        return [sorted(every)[:2], sorted(every)[-2:]]
    return [every[:2], every[1:]] if how in {"in", "any_of", "all_of"} else [[x] for x in every]


def deeds() -> Iterator[Json]:
    for measure, window, did in product(("count", "first", "last"), WINDOWS[1:5:3], (True, False)):
        more = {"measure": measure, "window": window, "did": did}
        yield {"leaf": "event", "kind": KINDS[0], **more}
        yield {"leaf": "orders", **more}
    for measure, window, compare in product(("count", "days", "sum"), WINDOWS[1:2], COMPARES):
        prop = {"prop": "a"} if measure == "sum" else {}
        more = {"measure": measure, "window": window, "compare": compare, "did": len(prop) == 0}
        yield {"leaf": "event", "kind": KINDS[1], **more, **prop}
    for measure, compare in product(("count", "pieces"), COMPARES):
        yield {"leaf": "orders", "measure": measure, "window": WINDOWS[1], "compare": compare}
    for measure, compare in product(("amount", "average", "largest"), COMPARES):
        fen = {key: end if key == "is" else end * 100 for key, end in compare.items()}
        yield {"leaf": "orders", "measure": measure, "window": WINDOWS[0], "compare": fen}


def test_each_leaf_says_the_same_three_times(client: Client) -> None:
    rnd = Random(11)
    where = replace(scene(rnd), zone=ZoneInfo("America/New_York"))
    leaves: list[Leaf] = [
        leaf for raw in (*attributes(), *deeds()) for _, leaf in leaves_of(language.parse(raw))
    ]
    assert len(leaves) > 250
    found = company(rnd, where, [one for leaf in leaves for one in edges_of(leaf, where)], 90)
    pour(client, found, rnd)
    for leaf, bitmap in zip(leaves, Asked(client, where, {}).leaves(leaves), strict=True):
        assert list(bitmap) == naive(found, leaf, {}), language.canonical(leaf)
