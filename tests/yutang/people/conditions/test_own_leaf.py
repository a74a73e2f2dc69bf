"""A higher floor adds a leaf of its own, and everything knows it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

import pytest
from clickhouse_connect.driver.client import Client
from pydantic import Field

from yutang.people.conditions import service as language
from yutang.people.conditions.errors import ConditionError
from yutang.people.conditions.schemas import (
    Compiled,
    Fact,
    Group,
    Language,
    Leaf,
    Life,
    Named,
    Names,
    Scene,
)


class Points(Leaf):
    """Has so many points."""

    leaf: Literal["points"] = "points"
    at_least: Annotated[int, Field(ge=1, le=1_000_000)]
    level: int


def compile_points(leaf: Points, scene: Scene, binding: language.Binding) -> Compiled:
    rows = [binding.corp(), f"points >= {binding.put('UInt32', leaf.at_least)}"]
    sql = f"SELECT customer_id AS who FROM points WHERE {' AND '.join(rows)}"  # noqa: S608 - bound
    assert scene is binding.scene
    return binding.ids(sql, ["points"])


def try_points(
    leaf: Points, life: Life, scene: Scene, members: language.MembersOf
) -> tuple[bool, list[Fact]]:
    del scene, members
    found = life.more.get("points", 0)
    return found >= leaf.at_least, [Fact(key="points", values={"n": found})]


def say_points(leaf: Points, names: Names, tongue: Language) -> str:
    level = names.more.get("levels", {}).get(leaf.level, "?")
    return f"{level}：积分至少 {leaf.at_least}" if tongue == "zh" else f"have points in {level}"


def name_points(leaf: Points, named: Named) -> None:
    named.more.setdefault("levels", set()).add(leaf.level)


@pytest.fixture
def points() -> Iterator[None]:
    language.register_leaf(
        language.LeafSpec(
            Points,
            compile_points,
            try_points,
            say_points,
            name_points,
            words={"zh": {"points": "有 {n} 分"}, "en": {"points": "has {n} points"}},
        )
    )
    yield
    language.unregister_leaf("points")


SCENE = Scene(7, datetime(2026, 11, 27, tzinfo=UTC), ZoneInfo("Asia/Shanghai"))
RAW = {
    "op": "all",
    "of": [
        {"leaf": "points", "at_least": 50, "level": 3},
        {"op": "none", "of": [{"leaf": "points", "at_least": 90, "level": 3}]},
    ],
}


@pytest.mark.usefixtures("points")
async def test_a_leaf_of_a_higher_floor_is_known_everywhere(client: Client) -> None:
    client.command(
        "create table points (corp_id UInt32, customer_id UInt32, points UInt32)"
        " engine = MergeTree order by (corp_id, customer_id)"
    )
    scores = {1: 49, 2: 50, 3: 90}
    client.insert("points", [[7, one, score] for one, score in scores.items()] + [[8, 4, 60]])
    client.insert(
        "people",
        [[7, one, 1, "friend", SCENE.now] for one in (1, 2, 3, 4)],
        column_names=["corp_id", "id", "ver", "state", "created_at"],
    )
    tree = language.parse(RAW)
    compiled = language.compile_tree(tree, SCENE)
    sql = f"select id from people final where corp_id = 7 and {compiled.sql}"  # noqa: S608 - bound
    assert client.query(sql, parameters=compiled.params).result_rows == [(2,)]
    assert compiled.touches == {"people", "points"}
    found = language.test(
        tree, Life(2, "friend", SCENE.now, more={"points": 50}), SCENE, lambda *_: False
    )
    assert found.holds
    assert language.reasons(found.children[0], Names(), "zh") == ["有 50 分"]
    names = Names(more={"levels": {3: "金卡"}})
    assert (
        language.sentence(tree, names, "zh") == "金卡：积分至少 50，并且并非（金卡：积分至少 90）。"
    )
    assert language.ids_named(tree).more == {"levels": {3}}
    assert isinstance(tree, Group)
    assert language.canonical(tree.of[0]) == '{"at_least":50,"leaf":"points","level":3}'
    assert "Points" in language.json_schema()["$defs"]
    with pytest.raises(ConditionError, match="1, `at_least`: is 0; at least 1 is possible"):
        language.parse({"op": "all", "of": [{"leaf": "points", "at_least": 0, "level": 1}]})


@pytest.mark.usefixtures("points")
def test_a_name_is_given_once() -> None:
    with pytest.raises(ValueError, match="there is a leaf points already"):
        language.register_leaf(
            language.LeafSpec(Points, compile_points, try_points, say_points, name_points)
        )


def test_an_unknown_leaf_is_none() -> None:
    with pytest.raises(ConditionError, match="“points”, which is no leaf"):
        language.parse(RAW)
