"""What a scenario may say, and how its faults are named."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wecom_emulator.life.reading import (
    ScenarioError,
    read_data,
    read_shipped,
    read_text,
    shipped,
)
from wecom_emulator.life.spans import HOURS_OF_A_DAY, Count, Span, poisson

HEAD = "name: a shop\n"


def fault_of(text: str) -> str:
    """What is said of a wrong scenario."""
    with pytest.raises(ScenarioError) as caught:
        read_text(text, "day.yaml")
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "day.yaml: a scenario is a mapping of fields, with at least a name"),
        ("days: 2\n", "day.yaml, line 1: name: Field required"),
        (HEAD + "habbits: {}\n", "day.yaml, line 2: habbits: no such field"),
        (
            HEAD + "people:\n  guest:\n    talks:\n      chance: 1.5\n",
            "day.yaml, line 5: people.guest.talks.chance: Input should be less than or equal to 1",
        ),
        (
            HEAD + "people:\n  guest:\n    buys: {chance: 1, after: soon}\n",
            (
                "day.yaml, line 4: people.guest.buys.after:"
                " a span is like 40m, 2h ± 30m or 1d, not soon"
            ),
        ),
        (
            HEAD + "codes:\n  a:\n    per_hour: {9-30: 1}\n",
            "day.yaml, line 4: codes.a.per_hour: hours are like 18 or 9-12, up to 24, not 9-30",
        ),
        (
            HEAD + "people:\n  guest:\n    joins:\n      - {group: fans, chance: 1}\n",
            "day.yaml, line 5: people.guest.joins.0.group: fans is not one of none",
        ),
        (
            HEAD + "codes: {a: {}}\ncampaigns:\n  - code: a\n    start: '20:00'\n    adds: 5\n"
            "    day: 3\n",
            "day.yaml, line 7: campaigns.0.day: the life ends after day 1",
        ),
        (
            HEAD + "campaigns:\n  - {code: a, start: 25:00, adds: 5}\n",
            "day.yaml, line 3: campaigns.0.start: a time of the day is like 18:30, not 25:00",
        ),
        (
            HEAD + "script:\n  - {at: 1, do: scan, id: a}\n  - {at: 0, do: complete, of: a}\n",
            "day.yaml, line 4: script.1.of: no earlier row has the id a",
        ),
        (
            HEAD + "company: {stores: 10000, staff: 1000}\n",
            "day.yaml, line 2: company.staff: a company has at most 50000 members",
        ),
        (HEAD + "a: &x [1]\nb: *x\n", "day.yaml, line 3: aliases are not read"),
    ],
)
def test_a_fault_is_named_with_its_line_and_field(text: str, said: str) -> None:
    assert fault_of(text) == said


def test_what_is_no_yaml_is_told_with_its_line() -> None:
    told = fault_of(HEAD + "a: [1\n")

    assert told.startswith("day.yaml, line 3: ")
    assert told.endswith("expected ',' or ']'")


def test_all_faults_are_told_at_once() -> None:
    told = fault_of(HEAD + "days: 0\nmarks: {bought: [1]}\nwords: {questions: []}\n")

    assert [line.split(":")[0] for line in told.splitlines()] == [
        "day.yaml, line 2",
        "day.yaml, line 3",
        "day.yaml, line 4",
    ]


def test_json_has_fields_without_lines() -> None:
    with pytest.raises(ScenarioError, match=r"^scenario: days: Input should be .* valid integer"):
        read_data({"name": "a", "days": "many"})


def test_a_time_is_no_number_and_a_word_no_truth_value() -> None:
    scenario = read_text(
        HEAD + "codes: {a: {state: no, per_hour: {12-14: 3, 9: 1}}}\n"
        "campaigns: [{code: a, start: 12:30, adds: 1}]\n"
    )

    code = scenario.codes["a"]
    assert code.state == "no"
    assert scenario.campaigns[0].start == 12 * 3600 + 30 * 60
    assert [(hour, rate) for hour, rate in enumerate(code.per_hour) if rate] == [
        (9, 1.0),
        (12, 3.0),
        (13, 3.0),
    ]


def test_a_rate_for_all_hours() -> None:
    code = read_text(HEAD + "codes: {a: {per_hour: 2}}\n").codes["a"]

    assert code.per_hour == (2.0,) * HOURS_OF_A_DAY


def test_spans_and_counts_are_read() -> None:
    scenario = read_text(HEAD + "people: {a: {talks: {messages: 2-5, after: 1h +- 15m}}}\n")

    talks = scenario.people["a"].talks
    assert (talks.messages, talks.after) == (Count(2, 5), Span(3600, 900))


@pytest.mark.parametrize("name", shipped())
def test_every_shipped_scenario_is_right(name: str) -> None:
    scenario = read_shipped(name)

    assert scenario.about
    assert scenario.codes or scenario.group_day


def test_the_shipped_scenarios_are_as_large_as_they_say() -> None:
    companies = {name: read_shipped(name).company for name in ("shop", "restaurants", "bank")}
    sizes = {name: (each.stores, each.stores * each.staff) for name, each in companies.items()}

    assert sizes == {"shop": (1, 3), "restaurants": (1000, 2000), "bank": (50, 5000)}
    assert sum(each.adds for each in read_shipped("viral").campaigns) == 20_000


def test_an_unknown_name_tells_the_known_ones() -> None:
    with pytest.raises(ScenarioError, match="nowhere: bank, codeday, gentle, groupday"):
        read_shipped("nowhere")


@given(seconds=st.floats(0, 1e6), spread=st.floats(0, 1e6), seed=st.integers())
def test_a_span_stays_within_its_spread(seconds: float, spread: float, seed: int) -> None:
    drawn = Span(seconds, spread).draw(random.Random(seed))

    assert max(0.0, seconds - spread) <= drawn <= seconds + spread + 1e-6


@pytest.mark.parametrize("mean", [0.5, 20, 400])
def test_poisson_has_its_mean(mean: float) -> None:
    chance = random.Random(5)

    found = sum(poisson(chance, mean) for _ in range(4000)) / 4000

    assert found == pytest.approx(mean, rel=0.05)


def test_what_is_small_to_write_and_large_to_read_is_refused() -> None:
    deep, endless = "[" * 40 + "]" * 40, "[" * 10_000

    assert fault_of(f"{HEAD}a: {deep}") == "day.yaml, line 2: nested deeper than 30"
    assert fault_of(f"{HEAD}a: {endless}").startswith("day.yaml, line 2: ")
    assert fault_of("#" * (1 << 20) + "\n") == "day.yaml is larger than 1 MB"


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        told = read_text(HEAD + text).name
    except ScenarioError as error:
        told = str(error)

    assert told.startswith(("a shop", "scenario"))
