"""The welcome that applies, against a judge that knows nothing of reaches or spans."""

import os
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yutang.act.greetings.resolving import Rule, choose, covered, explain, overlaps, places
from yutang.act.greetings.schemas import WelcomeFallbacks, WelcomeText
from yutang.act.greetings.wording import render, reserved, unknown_places

EXAMPLES = settings(max_examples=400 if os.environ.get("YUTANG_PROOF") else 20, deadline=None)
HOURS = st.sampled_from([None, (0, 480), (480, 1320), (1320, 480), (1380, 60), (600, 601)])
REACHES = st.sampled_from([("corp", 0), *product(("department",), (1, 2, 3, 4)), ("channel", 7)])


def rule(
    number: int,
    key: tuple[str, int] = ("corp", 0),
    standing: str = "any",
    hours: tuple[int, int] | None = None,
) -> Rule:
    """A welcome; its text says which."""
    start, stop = hours or (None, None)
    return Rule(number, 1, *key, standing, start, stop, {"text": str(number)})


RULES = st.lists(
    st.tuples(REACHES, st.sampled_from(["any", "new", "returning"]), HOURS), max_size=9
).map(lambda found: [rule(at + 1, *each) for at, each in enumerate(found)])
LEVELS = st.lists(st.lists(st.integers(1, 4), max_size=3), max_size=3)


def minutes_of(one: Rule) -> set[int]:
    """Each minute of its span, counted one by one."""
    if one.from_minute is None or one.until_minute is None:
        return set(range(1440))
    found, minute = set(), one.from_minute
    while minute != one.until_minute:
        found.add(minute)
        minute = (minute + 1) % 1440
    return found


def judge(
    rules: list[Rule], channel: int | None, levels: list[list[int]], minute: int, standing: str
) -> Rule | None:
    """All that fit, ordered by one long key."""

    def distance(one: Rule) -> int | None:
        if one.reach == "channel":
            return -1 if one.place_id == channel else None
        if one.reach == "corp":
            return 99
        return next((at for at, level in enumerate(levels) if one.place_id in level), None)

    fitting = [
        (
            distance(one),
            one.place_id,
            one.from_minute is None,
            one.standing == "any",
            one.id,
            one,
        )
        for one in rules
        if distance(one) is not None
        and minute in minutes_of(one)
        and one.standing in {"any", "returning" if standing == "returning" else "new"}
    ]
    return min(fitting, key=lambda key: key[:-1])[-1] if fitting else None


@EXAMPLES
@given(
    RULES,
    st.sampled_from([None, 7, 8]),
    LEVELS,
    st.integers(0, 1439),
    st.sampled_from(["new", "returning", "unknown"]),
)
def test_the_nearest_and_most_exact_applies(
    rules: list[Rule], channel: int | None, levels: list[list[int]], minute: int, standing: str
) -> None:
    wanted = judge(rules, channel, levels, minute, standing)
    way = list(places(channel, levels))
    assert choose(rules, way, minute, standing) == wanted
    told = explain(rules, way, minute, standing)
    assert [one for one, why in told if why == "applies"] == ([wanted] if wanted else [])
    # Each welcome of the way is told of once, and only those.
    assert sorted(one.id for one, _ in told) == sorted(one.id for one in rules if one.key in way)


@EXAMPLES
@given(RULES)
def test_what_is_covered_is_never_chosen_and_overlaps_are_minutes_both_have(
    rules: list[Rule],
) -> None:
    for one in rules:
        chosen = any(
            choose(rules, [one.key], minute, standing) is one
            for minute in range(1440)
            for standing in ("new", "returning")
        )
        assert covered(one, rules) is not chosen
        for other in rules:
            share = bool(minutes_of(one) & minutes_of(other))
            alike = (one.from_minute is None) == (other.from_minute is None)
            expected = one.standing == other.standing and share and alike
            assert overlaps(one, other) is expected


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("小满", "小满，我是员工甲，在南山店，你从门口海报来"),
        ("", "你好，我是员工甲"),
        ("{store}", "{store}，我是员工甲，在南山店，你从门口海报来"),
    ],
)
def test_a_text_is_filled_once_and_what_is_missing_falls_back(name: str, text: str) -> None:
    content = WelcomeText(
        text="{name}，我是{staff}，在{store}，你从{channel}来",
        text_nameless="你好，我是{staff}",
        fallbacks=WelcomeFallbacks(staff="顾问", store="南山店", channel="网上"),
    )
    words = {"name": name, "staff": "员工甲", "store": "", "channel": "门口海报"}
    assert render(content, words) == text


def test_places_are_known_and_each_keeps_its_room() -> None:
    text = "{name}{name} {staff}{store}{channel}{refuse_link}{昵称}{}"
    assert reserved(text) == 2 * 128 + 256 + 240 + 240 + 256
    assert unknown_places(text) == ["{昵称}", "{}"]
    assert unknown_places("一个 { 不算，{name} 也不算}") == []
