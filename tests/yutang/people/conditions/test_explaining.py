"""Why somebody is in or out, leaf by leaf, with reasons in words."""

from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from yutang.people.conditions import service as language
from yutang.people.conditions.schemas import Deed, Life, Names, Purchase, Scene, Tested

from .growing import Grower
from .populating import company, scene

NOW = datetime(2026, 11, 26, 6, 0, tzinfo=UTC)
SCENE = Scene(1, NOW, ZoneInfo("Asia/Shanghai"))
LIFE = Life(
    5,
    "friend",
    NOW - timedelta(days=300),
    tags=frozenset({1}),
    deeds=tuple(Deed("page.viewed", NOW - timedelta(days=days)) for days in (1, 40)),
    purchases=(
        # Half past eleven at night in UTC is the next morning in the corp's zone.
        Purchase(1, "paid", "shop", datetime(2026, 9, 8, 23, 30, tzinfo=UTC), 50_000, 10_000),
    ),
)
NAMES = Names(tags={1: "高价值", 2: "奶粉"})


def test_each_node_says_whether_and_why() -> None:
    tree = language.parse(
        {
            "op": "all",
            "of": [
                {"leaf": "orders", "did": False, "window": {"kind": "sliding", "days": 60}},
                {"op": "any", "of": [
                    {"leaf": "tag", "how": "all", "tags": [1, 2]},
                    {"leaf": "event", "kind": "page.viewed", "window": {"kind": "ever"},
                     "compare": {"is": "at_least", "n": 3}},
                ]},
                {"op": "none", "of": [
                    {"leaf": "orders", "measure": "amount", "window": {"kind": "ever"},
                     "compare": {"is": "between", "n": 50_000, "to": 90_000}},
                ]},
            ],
        }
    )  # fmt: skip
    found = language.test(tree, LIFE, SCENE, lambda *_: False)
    told = {
        one.path: (one.node, one.holds, language.reasons(one, NAMES, "zh")) for one in walk(found)
    }
    assert told == {
        "": ("all", False, []),
        "0": ("orders", True, ["有 0 单，要至少 1 单", "上次下单 2026-09-09，78 天前"]),
        "1": ("any", False, []),
        "1.0": ("tag", False, ["有标签「高价值」", "没有标签「奶粉」"]),
        "1.1": ("event", False, ["有 2 次，要至少 3 次", "上次 2026-11-25，1 天前"]),
        "2": ("none", True, []),
        "2.0": (
            "orders",
            False,
            ["消费 ¥400.00，要 ¥500.00 到 ¥900.00", "上次下单 2026-09-09，78 天前"],
        ),
    }
    english = language.reasons(found.children[1].children[1], NAMES, "en")
    assert english == ["2 times, at least 3 wanted", "last on 2026-11-25, 1 day ago"]


def walk(tested: Tested) -> list[Tested]:
    return [tested, *(one for child in tested.children for one in walk(child))]


def test_every_reason_has_words_and_crosses_the_wire() -> None:
    rnd = Random(5)
    where, grower = scene(rnd), Grower(rnd)
    people = company(rnd, where, [], size=12).living
    keys: set[str] = set()
    for _ in range(120):
        tree = language.parse(grower.tree(2), expanded=True)
        found = language.test(tree, rnd.choice(people), where, lambda *_: rnd.random() < 0.5)
        assert Tested.model_validate_json(found.model_dump_json()) == found
        for one in walk(found):
            keys.update(fact.key for fact in one.facts)
            for tongue in ("zh", "en"):
                told = language.reasons(one, Names(), tongue)
                assert all(told)
                assert "None" not in "".join(told)
    assert len(keys) > 25
