"""Numbers as bitmaps do what numbers do."""

import random
from collections import Counter

import pytest
from pyroaring import BitMap

from yutang.people.audience import tallies
from yutang.people.conditions.schemas import Compare


def counted(tally: tallies.Tally) -> dict[int, int]:
    """Number by person."""
    found: Counter[int] = Counter()
    for digit, ids in enumerate(tally):
        for one in ids:
            found[one] += 1 << digit
    return dict(found)


def some(rng: random.Random) -> tuple[tallies.Tally, Counter[int]]:
    """The same numbers both ways."""
    tally: tallies.Tally = []
    numbers: Counter[int] = Counter()
    for _ in range(rng.randint(0, 40)):
        ids = BitMap(rng.sample(range(1, 60), rng.randint(0, 40)))
        digit = rng.choice((0, 0, 0, 1, 2, 5))
        tallies.add(tally, ids, digit)
        for one in ids:
            numbers[one] += 1 << digit
    return tally, numbers


@pytest.mark.parametrize("seed", range(40))
def test_added_and_compared(seed: int) -> None:
    rng = random.Random(seed)
    tally, numbers = some(rng)
    assert counted(tally) == dict(numbers)
    assert set(tallies.all_of(tally)) == set(numbers)
    for _ in range(30):
        first = rng.randint(-2, 70)
        for how in (
            {"is": "at_least", "n": first},
            {"is": "at_most", "n": first},
            {"is": "exactly", "n": first},
            {"is": "between", "n": first, "to": first + rng.randint(0, 9)},
        ):
            compare = Compare.model_validate(how)
            fits = {one for one, number in numbers.items() if compare.holds(number)}
            assert set(tallies.fitting(tally, compare)) == fits, how


@pytest.mark.parametrize("seed", range(40))
def test_numbers_of_who_is_another_now_are_his(seed: int) -> None:
    rng = random.Random(seed)
    tally, numbers = some(rng)
    gone = rng.sample(range(1, 60), rng.randint(0, 12))
    now = {one: rng.choice([n for n in range(1, 70) if n not in gone]) for one in gone}
    every = tallies.all_of(tally)
    tallies.rename(tally, now)
    expected: Counter[int] = Counter()
    for one, number in numbers.items():
        expected[now.get(one, one)] += number
    assert counted(tally) == dict(expected)
    assert set(tallies.renamed(every, now)) == set(expected)


def test_nobody() -> None:
    assert tallies.all_of([]) == BitMap()
    assert tallies.at_least([], 1) == BitMap()
    tally: tallies.Tally = []
    tallies.add(tally, BitMap())
    tallies.rename(tally, {1: 2})
    assert tally == []


def test_what_is_added_is_left_as_it_was() -> None:
    ids = BitMap([1, 2])
    tally: tallies.Tally = []
    for _ in range(3):
        tallies.add(tally, ids)
    assert ids == BitMap([1, 2])
    assert counted(tally) == {1: 3, 2: 3}
