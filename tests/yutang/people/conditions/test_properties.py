"""Every filter of properties against every kind of value, in SQL and in Python."""

from datetime import UTC, datetime
from itertools import combinations
from typing import Any
from zoneinfo import ZoneInfo

from clickhouse_connect.driver.client import Client

from yutang.people.conditions import service as language
from yutang.people.conditions.schemas import Deed, Life, Scene

from .populating import CORP, Company, pour_events

AT = datetime(2026, 11, 1, tzinfo=UTC)
VALUES: tuple[Any, ...] = (
    None, True, False, 0, 1, -2, 2.5, 0.1, 2**63, "", "x", "xy", "1", "true", "中'文\\", "\n",
    "2026-01-02", [], ["x", 1, True, None], ["中'文\\"], ["1"], [[1]], {"x": 1},
)  # fmt: skip
SCALARS = (True, False, 0, 1, 2.5, "x", "1", "true", "中'文\\", "\n")
SCENE = Scene(CORP, datetime(2026, 11, 27, tzinfo=UTC), ZoneInfo("Asia/Shanghai"))


def filters() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = [{"is": "known"}, {"is": "absent"}]
    for one in SCALARS:
        found += [{"is": how, "values": [one]} for how in ("equals", "contains")]
        if not isinstance(one, bool):
            found += [{"is": how, "values": [one]} for how in ("less", "more")]
    numbers, words = (0, 1, 2.5), ("", "x", "xy")
    found += [{"is": "between", "values": pair} for pair in combinations(numbers, 2)]
    found += [{"is": "between", "values": ["1", "x"]}, {"is": "in", "values": ["x", 1, True]}]
    found += [{"is": "in", "values": list(words[1:])}]
    return found


async def test_every_filter_says_the_same_of_every_value(client: Client) -> None:
    lives = [
        Life(number, "friend", AT, deeds=(Deed("order.placed", AT, {"q'\"x": value}, number),))
        for number, value in enumerate(VALUES, 1)
    ]
    lives.append(Life(99, "friend", AT, deeds=(Deed("order.placed", AT, {}, 99),)))
    pour_events(client, Company(SCENE, lives, []))
    matched = set()
    for where in filters():
        raw = {
            "leaf": "event",
            "kind": "order.placed",
            "where": [{"prop": "q'\"x", **where}],
            "window": {"kind": "ever"},
        }
        leaf = language.parse(raw)
        [(_, one)] = language.leaves_of(leaf)
        compiled = language.compile_leaf(one, SCENE, "p")
        rows: Any = client.query(compiled.sql, parameters=compiled.params).result_rows
        expected = [
            one.id for one in lives if language.test(leaf, one, SCENE, lambda *_: False).holds
        ]
        assert sorted(row[0] for row in rows) == expected, where
        matched.update(expected)
    assert matched == {one.id for one in lives}


async def test_sums_count_numbers_only(client: Client) -> None:
    deeds = tuple(
        Deed("order.placed", AT, {"a": value}, number)
        for number, value in enumerate((*VALUES, 0.1, 0.2, 1e13), 1)
    )
    life = Life(1, "friend", AT, deeds=deeds)
    pour_events(client, Company(SCENE, [life], []))
    total = 0 + 1 - 2 + 2.5 + 0.1 + 0.1 + 0.2
    for exactly, holds in ((round(total, 6), True), (total + 0.00001, False)):
        leaf = language.parse(
            {
                "leaf": "event", "kind": "order.placed", "measure": "sum", "prop": "a",
                "compare": {"is": "exactly", "n": exactly}, "window": {"kind": "ever"},
            }
        )  # fmt: skip
        [(_, one)] = language.leaves_of(leaf)
        compiled = language.compile_leaf(one, SCENE, "p")
        rows: Any = client.query(compiled.sql, parameters=compiled.params).result_rows
        assert bool(rows) is holds
        assert language.test(leaf, life, SCENE, lambda *_: False).holds is holds
