"""The same scenario and seed make the same acts, to the byte."""

from collections import Counter

import pytest

from wecom_emulator.life.reading import read_shipped, read_text
from wecom_emulator.life.scenario import Scenario
from wecom_emulator.life.spans import DAY, HOUR
from wecom_emulator.life.stream import Act, Setting, Stream, dumps

SPIKE = """
name: a rush
people: {a: {talks: {chance: 0}}}
codes: {live: {kind: way}}
campaigns: [{code: live, start: 20:00, adds: 4000, rise: 10m, half_life: 30m}]
"""


def acts_of(scenario: Scenario, seed: int = 7, **setting: float) -> list[Act]:
    """All acts of a company of three."""
    return list(Stream(scenario, Setting(seed, 3, **setting)))  # type: ignore[arg-type]


def lines_of(scenario: Scenario, seed: int) -> bytes:
    return b"\n".join(map(dumps, acts_of(scenario, seed)))


@pytest.mark.parametrize("name", ["shop", pytest.param("viral", marks=pytest.mark.proof)])
def test_a_seed_decides_every_byte(name: str) -> None:
    scenario = read_shipped(name)

    first = lines_of(scenario, 11)

    assert lines_of(read_shipped(name), 11) == first
    assert lines_of(scenario, 12) != first


def test_acts_come_in_order_and_end_with_the_days() -> None:
    scenario = read_shipped("shop")
    moments = [act.at for act in acts_of(scenario)]

    assert moments == sorted(moments)
    assert 0 <= moments[0] < moments[-1] < scenario.days * DAY


def test_nobody_says_anything_before_he_came() -> None:
    came: set[str] = set()
    for act in acts_of(read_shipped("shop")):
        if act.do == "arrive":
            came.add(act.who)
        elif act.do in {"say", "join", "leave", "speak", "delete"}:
            assert act.who in came, act
    assert len(came) > 50


def test_who_comes_later_is_the_same_where_a_life_begins_later() -> None:
    scenario = read_shipped("shop")
    noon = 12 * HOUR
    whole, late = acts_of(scenario), acts_of(scenario, since=noon)

    came_before = {act.who for act in whole if act.do == "arrive" and act.at < noon}
    wanted = [dumps(act) for act in whole if act.at >= noon and act.who not in came_before]
    assert list(map(dumps, late)) == wanted
    assert came_before


def test_a_rush_rises_to_its_peak_and_decays_by_halves() -> None:
    arrivals = [act.at - 20 * HOUR for act in acts_of(read_text(SPIKE)) if act.do == "arrive"]

    by_minutes = Counter(int(at // 600) for at in arrivals)
    assert min(arrivals) > 0
    # The first ten minutes rise from nothing; the second ones hold the peak.
    assert by_minutes[1] > 1.5 * by_minutes[0]
    # Half an hour after the peak half as many come, within luck.
    assert by_minutes[4] == pytest.approx(by_minutes[1] / 2, rel=0.15)
    # What would come after midnight is not of this life; it is under 5 of a hundred.
    assert 0.95 * 4000 < len(arrivals) <= 4000


def test_rates_are_by_hour_and_weekends_have_their_own() -> None:
    scenario = read_text(
        "name: hours\npeople: {a: {talks: {chance: 0}}}\n"
        "codes: {a: {per_hour: {9-10: 400}, weekend: 3}}\n"
    )
    workday, saturday = acts_of(scenario, weekday=4), acts_of(scenario, weekday=5)

    assert all(9 * HOUR <= act.at < 10 * HOUR for act in [*workday, *saturday])
    assert len(workday) == pytest.approx(400, rel=0.15)
    assert len(saturday) == pytest.approx(1200, rel=0.15)


def test_shares_of_kinds_are_kept() -> None:
    scenario = read_text(
        "name: kinds\npeople: {a: {share: 3}, b: {share: 1}}\n"
        "codes: {x: {per_hour: 100}, y: {per_hour: 50, people: {b: 1}}}\n"
    )
    found = Counter(
        (act.what["code"], act.what["kind"]) for act in acts_of(scenario) if act.do == "arrive"
    )

    assert found["y", "a"] == 0
    assert found["x", "a"] == pytest.approx(3 * found["x", "b"], rel=0.2)
