"""Rules that would set one another off are found, with the way around; others are left alone."""

from typing import Any

import pytest

from yutang.decide.autotags.loops import (
    Node,
    awaited,
    displaced,
    find_circle,
    told,
    written,
)

A, B, C, D = 1, 2, 3, 4
NAMES = {A: "甲", B: "乙", C: "丙", D: "丁"}
SIBLINGS = {C: (D,), D: (C,)}
HOURLY = {"on": "schedule", "every": "day", "hour": 3, "weekday": 0}


def put(tag: int) -> dict[str, Any]:
    return {"do": "put", "tag_id": tag, "mirror": False}


def take(tag: int) -> dict[str, Any]:
    return {"do": "take", "tag_id": tag, "mirror": False}


def added(tag: int | None = None) -> dict[str, Any]:
    where = [{"prop": "tag_id", "is": "equals", "values": [tag]}] if tag else []
    return {"on": "event", "kind": "tag.added", "where": where}


def removed(tag: int) -> dict[str, Any]:
    return added(tag) | {"kind": "tag.removed"}


def wears(*tags: int, how: str = "any") -> dict[str, Any]:
    return {"leaf": "tag", "how": how, "tags": list(tags)}


def rule(
    number: int,
    trigger: dict[str, Any],
    *acts: dict[str, Any],
    condition: dict[str, Any] | None = None,
    keeps: bool = False,
    trees: dict[int, Any] | None = None,
) -> Node:
    """A rule as the search sees it."""
    return Node(
        number,
        f"规则{number}",
        awaited(trigger, condition, trees or {}),
        written(acts, SIBLINGS, keeps=keeps),
        displaced(acts, SIBLINGS) if trigger["on"] == "schedule" else frozenset(),
    )


def circle(*rules: Node) -> str:
    """The way around from the first, or nothing."""
    found = find_circle(rules[0], rules[1:])
    return told(found, NAMES) if found else ""


def test_one_rule_that_sets_itself_off() -> None:
    assert circle(rule(1, added(A), put(A))) == "规则1 (puts 甲) → 规则1"
    # Whatever tag comes sets it off, its own too.
    assert circle(rule(1, added(), put(A))) == "规则1 (puts 甲) → 规则1"
    # By the clock its condition is what starts it.
    assert circle(rule(1, HOURLY, put(A), condition=wears(A))) == "规则1 (puts 甲) → 规则1"


def test_two_and_three_rules_in_a_circle() -> None:
    one, two = rule(1, added(A), put(B)), rule(2, added(B), take(A), put(A))
    assert circle(one, two) == "规则1 (puts 乙) → 规则2 (puts 甲) → 规则1"
    assert circle(two, one) == "规则2 (puts 甲) → 规则1 (puts 乙) → 规则2"
    one, two = rule(1, added(A), put(B)), rule(2, added(B), put(C))
    three = rule(3, added(C), {"do": "stage", "stage": "deal"}, put(A))
    assert circle(one, two) == ""
    assert circle(three, one, two) == "规则3 (puts 甲) → 规则1 (puts 乙) → 规则2 (puts 丙) → 规则3"
    # The shortest way is told, though there is a longer one.
    four = rule(4, added(B), put(A))
    assert circle(one, two, three, four) == "规则1 (puts 乙) → 规则4 (puts 甲) → 规则1"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # Nobody ever takes A off, so what is put once stays.
        (rule(1, HOURLY, put(A), condition=wears(A, how="none")), None),
        (rule(1, HOURLY, put(A), condition={"leaf": "tag", "how": "untagged"}), None),
        # It takes off what it finds.
        (rule(1, HOURLY, take(A), condition=wears(A)), None),
        # A condition alone starts no rule by events: that comes from outside.
        (
            rule(1, HOURLY, put(A), condition=wears(A, how="none")),
            rule(2, {"on": "event", "kind": "order.paid"}, take(A), condition=wears(A)),
        ),
        (rule(1, added(A), put(B)), rule(2, removed(B), put(A))),
        (rule(1, added(A), put(B)), rule(2, added(C), put(A))),
    ],
)
def test_no_circle(one: Node, two: Node | None) -> None:
    assert circle(one, *([two] if two else [])) == ""
    if two is not None:
        assert circle(two, one) == ""


def test_signs_turn_in_none_and_twice_in_none_of_none() -> None:
    none = {"op": "none", "of": [wears(A)]}
    assert circle(rule(1, HOURLY, put(A), condition=none)) == ""
    assert circle(rule(1, HOURLY, take(A), condition=none)) == "规则1 (takes off 甲) → 规则1"
    twice = {"op": "none", "of": [{"op": "all", "of": [none]}]}
    assert circle(rule(1, HOURLY, put(A), condition=twice)) == "规则1 (puts 甲) → 规则1"


def test_two_rules_by_the_clock_that_undo_each_other() -> None:
    one = rule(1, HOURLY, put(A), condition=wears(A, how="none"))
    two = rule(2, HOURLY, take(A), condition=wears(A))
    assert circle(one, two) == "规则1 (puts 甲) → 规则2 (takes off 甲) → 规则1"


def test_what_an_exclusive_group_gives_up_counts() -> None:
    one, two = rule(1, removed(D), put(C)), rule(2, removed(C), put(D))
    assert circle(one, two) == "规则1 (takes off 丁) → 规则1"
    assert circle(rule(1, removed(C), put(D)), rule(2, removed(D), put(A))) == (
        "规则1 (takes off 丙) → 规则1"
    )


def test_who_lacks_the_other_of_a_group_loses_nothing_by_it() -> None:
    assert circle(rule(1, HOURLY, put(C), condition=wears(D, how="none"))) == ""
    low = rule(1, HOURLY, put(C), condition=wears(D, how="none"))
    assert circle(low, rule(2, HOURLY, put(D), condition=wears(C, how="none"))) == ""
    assert circle(low, rule(2, HOURLY, put(A), condition=wears(C))) == ""


def test_what_is_kept_in_step_is_taken_off_too() -> None:
    fits = wears(A, how="none")
    assert circle(rule(1, HOURLY, put(A), condition=fits)) == ""
    kept = rule(1, HOURLY, put(A), condition=fits, keeps=True)
    assert circle(kept) == "规则1 (takes off 甲) → 规则1"


def test_stages() -> None:
    deal, repeat = {"do": "stage", "stage": "deal"}, {"do": "stage", "stage": "repeat"}
    to_deal = {
        "on": "event",
        "kind": "stage.changed",
        "where": [{"prop": "after", "is": "in", "values": ["deal"]}],
    }
    to_repeat = to_deal | {"where": [{"prop": "after", "is": "equals", "values": ["repeat"]}]}
    assert circle(rule(1, to_deal, deal)) == "规则1 (sets the stage deal) → 规则1"
    assert circle(rule(1, to_deal, repeat)) == ""
    assert circle(rule(1, to_deal, repeat), rule(2, to_repeat, deal)) == (
        "规则1 (sets the stage repeat) → 规则2 (sets the stage deal) → 规则1"
    )
    at_none = {"leaf": "stage", "stages": []}
    assert circle(rule(1, HOURLY, deal, condition=at_none)) == ""
    assert (
        circle(rule(1, HOURLY, {"do": "stage", "stage": None}, condition=at_none))
        == "规则1 (sets the stage none) → 规则1"
    )
    assert circle(rule(1, {"on": "event", "kind": "stage.changed"}, deal)) != ""


def test_segments_are_looked_into() -> None:
    trees: dict[int, Any] = {
        7: {"op": "all", "of": [wears(A), {"leaf": "segment", "segment": 8}]},
        8: {"op": "none", "of": [wears(B)]},
        9: {"leaf": "segment", "segment": 9},
    }
    entered = {"on": "segment", "segment_id": 7, "moved": "entered"}
    left = {"on": "segment", "segment_id": 7, "moved": "left"}
    assert circle(rule(1, entered, put(A), trees=trees)) == "规则1 (puts 甲) → 规则1"
    assert circle(rule(1, left, put(A), trees=trees)) == ""
    assert circle(rule(1, left, put(B), trees=trees)) == "规则1 (puts 乙) → 规则1"
    assert circle(rule(1, entered, take(B), trees=trees)) == "规则1 (takes off 乙) → 规则1"
    inside = {"leaf": "segment", "segment": 7}
    assert circle(rule(1, HOURLY, put(A), condition=inside, trees=trees)) != ""
    # A circle of segments, refused where they are made, does not hang the search.
    assert circle(rule(1, HOURLY, put(A), condition=trees[9], trees=trees)) == ""
    told_of = {
        "leaf": "event",
        "kind": "segment.entered",
        "where": [{"prop": "segment_id", "is": "equals", "values": [7]}],
        "window": {"kind": "ever"},
    }
    assert circle(rule(1, HOURLY, put(A), condition=told_of, trees=trees)) != ""


def test_events_that_happened_count_and_those_that_did_not_do_not() -> None:
    did = {
        "leaf": "event",
        "kind": "tag.added",
        "where": [{"prop": "tag_id", "is": "equals", "values": [A]}],
        "window": {"kind": "sliding", "days": 7},
    }
    assert circle(rule(1, HOURLY, put(A), condition=did)) == "规则1 (puts 甲) → 规则1"
    assert circle(rule(1, HOURLY, put(A), condition=did | {"did": False})) == ""
    both = {"leaf": "sequence", "first": {"kind": "order.paid"}, "then": did, "window": {}}
    assert circle(rule(1, HOURLY, put(A), condition=both)) == "规则1 (puts 甲) → 规则1"
