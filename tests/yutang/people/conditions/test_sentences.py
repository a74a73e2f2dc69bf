"""A tree as a sentence in both languages, whatever it holds and whatever is gone."""

from random import Random
from typing import Any

import pytest

from yutang.people.conditions import service as language
from yutang.people.conditions.schemas import FieldName, Language, Names
from yutang.people.conditions.speaking import words
from yutang.people.kinds.builtin import BUILT_IN

from .growing import Grower

NAMES = Names(
    tags={1: "奶粉 2 段", 2: "奶粉 3 段"},
    staff={1: "周岚"},
    departments={1: "华南"},
    stores={1: "南山店"},
    groups={1: "妈妈群"},
    fields={
        1: FieldName("城市", "text"),
        3: FieldName("身高", "number", decimals=1, unit="cm"),
        4: FieldName("余额", "money"),
        8: FieldName("爱好", "several_of", options={"k1": "瑜伽"}),
    },
    segments={1: "双十一"},
    kinds={"custom.听课": "听课"},
    channels={"gate": "门口海报"},
    stages={"deal": "已成交"},
)
SIXTY = {"kind": "sliding", "days": 60}


def said(raw: dict[str, Any]) -> tuple[str, str]:
    tree = language.parse(raw, expanded=True)
    return language.sentence(tree, NAMES, "zh"), language.sentence(tree, NAMES, "en")


def test_three_levels_are_one_sentence() -> None:
    tree = {
        "op": "all",
        "of": [
            {"leaf": "orders", "did": False, "window": SIXTY},
            {"op": "any", "of": [
                {"leaf": "tag", "how": "any", "tags": [1, 2]},
                {"leaf": "relation", "state": "friend", "staff": [1], "stores": [1],
                 "channels": ["gate"], "added": {"kind": "calendar", "unit": "month", "back": 1}},
            ]},
            {"op": "none", "of": [
                {"leaf": "event", "kind": "order.placed", "window": {"kind": "ever"},
                 "compare": {"is": "at_least", "n": 3}},
                {"op": "all", "of": [{"leaf": "segment", "segment": 1}], "segment": 1},
            ]},
        ],
    }  # fmt: skip
    zh, en = said(tree)
    assert zh == (
        "最近 60 天没有买过东西，并且（带有标签「奶粉 2 段」或「奶粉 3 段」，或者是员工「周岚」或"
        "门店「南山店」的员工的好友（渠道是「门口海报」，上个月添加）），并且以下都不符合"
        "（曾经「下单」至少 3 次；属于人群「双十一」）。"
    )
    assert en == (
        "Customers who bought nothing in the last 60 days, and (have the tag “奶粉 2 段” or"
        " “奶粉 3 段”, or are a friend of “周岚” or a member of the store “南山店” (through the"
        " channel “门口海报”, added last month)), and match none of these (have “Order placed” at"
        " least 3 times at any time; are in the segment “双十一”)."
    )


@pytest.mark.parametrize(
    ("raw", "zh", "en"),
    [
        ({"op": "all", "of": []}, "所有客户。", "Customers who are known here."),
        (
            {"leaf": "tag", "how": "all", "tags": [1, 9]},
            "同时带有标签「奶粉 2 段」和「已删除的标签」。",
            "Customers who have the tags “奶粉 2 段” and “deleted tag”.",
        ),
        (
            {"leaf": "tag", "how": "any", "tags": list(range(10, 40))},
            "带有标签「已删除的标签」。",
            "Customers who have the tag “deleted tag”.",
        ),
        (
            {"op": "none", "of": [{"leaf": "stage", "stages": ["deal"]}]},
            "并非（阶段是「已成交」）。",
            "Customers who do not match (are at the stage “已成交”).",
        ),
        (
            {"leaf": "attribute", "name": "field:3", "test": {"is": "more", "values": [1655]}},
            "「身高」大于 165.5 cm。",
            "Customers who have a “身高” above 165.5 cm.",
        ),
        (
            {
                "leaf": "attribute",
                "name": "field:4",
                "test": {"is": "between", "values": [100, 684200]},
            },
            "「余额」在 ¥1.00 到 ¥6,842.00 之间。",
            "Customers who have a “余额” between ¥1.00 and ¥6,842.00.",
        ),
        (
            {
                "leaf": "attribute",
                "name": "field:8",
                "test": {"is": "all_of", "values": ["k1", "k9"]},
            },
            "「爱好」同时包含「瑜伽」和「已删除的选项」。",
            "Customers who have “瑜伽” and “deleted option” in “爱好”.",
        ),
        (
            {"leaf": "attribute", "name": "field:77", "test": {"is": "absent"}},
            "没有填过「已删除的字段」。",
            "Customers who never told us their “deleted field”.",
        ),
        (
            {"leaf": "orders", "measure": "amount", "window": SIXTY,
             "compare": {"is": "at_least", "n": 50_000}, "skus": ["N2"]},
            "最近 60 天消费至少 ¥500.00（商品是「N2」）。",
            "Customers who spent at least ¥500.00 in the last 60 days (product “N2”).",
        ),
        (
            {"leaf": "sequence", "first": {"kind": "cart.added"}, "within_days": 1,
             "then": {"kind": "custom.课", "where": [{"prop": "a", "is": "known"}]},
             "window": {"kind": "calendar", "unit": "day"}},
            "今天有「加入购物车」，之后 1 天内又有「课」（「a」有值）。",
            "Customers who have “Added to cart” today, and “课” (“a” is told) within 1 day after.",
        ),
    ],
)  # fmt: skip
def test_a_leaf_is_a_whole_sentence(raw: dict[str, Any], zh: str, en: str) -> None:
    assert said(raw) == (zh, en)


@pytest.mark.parametrize("tongue", ["zh", "en"])
@pytest.mark.parametrize("names", [NAMES, Names()], ids=["known", "unknown"])
def test_every_tree_has_a_sentence(tongue: Language, names: Names) -> None:
    grower = Grower(Random(3))
    for _ in range(150):
        told = language.sentence(language.parse(grower.tree(), expanded=True), names, tongue)
        assert told.count("（") == told.count("）")
        assert told.endswith("。" if tongue == "zh" else ".")
        assert "None" not in told


def test_both_languages_have_the_same_words() -> None:
    chinese, english = words("zh"), words("en")
    # In English the fields are called as in the tree.
    assert chinese.keys() - {"terms"} == english.keys()
    for group, found in english.items():
        more = {key for key in chinese[group] if not key.endswith("_one")}
        assert {key for key in found if not key.endswith("_one")} == more, group
    assert chinese["kinds"].keys() == BUILT_IN.keys()
