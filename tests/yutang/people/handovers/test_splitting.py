"""The split of people among takers: exact, within everybody's room, nobody twice."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from yutang.people.handovers.schemas import Rule
from yutang.people.handovers.splitting import Seat, deal, largest_remainders, split

SEATS = st.lists(
    st.builds(
        Seat,
        room=st.integers(0, 400),
        has=st.integers(0, 5_000),
        share=st.integers(0, 9),
        fits=st.booleans(),
    ),
    min_size=1,
    max_size=12,
)
RULES: st.SearchStrategy[Rule] = st.sampled_from(["share", "load", "region", "store"])


def may(seat: Seat, rule: Rule) -> bool:
    """Whether a seat may get anybody by the rule, had it room."""
    return seat.fits and (rule == "load" or seat.share > 0)


@given(people=st.integers(0, 3_000), seats=SEATS, rule=RULES)
def test_everybody_goes_to_one_with_room_or_is_left_over(
    people: int, seats: list[Seat], rule: Rule
) -> None:
    made = split(people, seats, rule)
    assert sum(made.counts) + made.leftover == people
    assert all(0 <= n <= seat.room for n, seat in zip(made.counts, seats, strict=True))
    assert all(n == 0 for n, seat in zip(made.counts, seats, strict=True) if not may(seat, rule))
    if made.leftover:
        open_ = [n < s.room for n, s in zip(made.counts, seats, strict=True) if may(s, rule)]
        assert not any(open_)
    turns = deal(made.counts)
    assert Counter(turns) == {place: n for place, n in enumerate(made.counts) if n}
    assert split(people, seats, rule) == made


@given(people=st.integers(0, 3_000), seats=SEATS)
def test_load_fills_up_who_has_fewest(people: int, seats: list[Seat]) -> None:
    made = split(people, seats, "load")
    stands = [seat.has + n for seat, n in zip(seats, made.counts, strict=True)]
    given_ = [stand for stand, n in zip(stands, made.counts, strict=True) if n]
    free = [
        stand
        for stand, n, seat in zip(stands, made.counts, seats, strict=True)
        if seat.fits and n < seat.room
    ]
    # Whoever got the last one stands no more than one above who could still take.
    assert not given_ or not free or max(given_) <= min(free) + 1


@given(people=st.integers(0, 10_000), weights=st.lists(st.integers(0, 50), min_size=1, max_size=9))
def test_shares_are_exact_to_one(people: int, weights: list[int]) -> None:
    counts = largest_remainders(people, weights)
    total = sum(weights)
    assert sum(counts) == (people if total else 0)
    assert all(
        abs(n * total - people * weight) < total
        for n, weight in zip(counts, weights, strict=True)
        if total
    )
    assert all(n == 0 for n, weight in zip(counts, weights, strict=True) if not weight)


def test_a_full_taker_s_part_goes_to_the_others() -> None:
    seats = [Seat(room=10, share=2), Seat(room=100, share=1), Seat(room=100, share=1)]
    made = split(60, seats, "share")
    assert (made.counts, made.over, made.leftover) == ((10, 25, 25), (20, 0, 0), 0)
    assert split(300, seats, "share").leftover == 90
    assert split(60, [Seat(room=99, fits=False)], "store").leftover == 60


def test_everybody_gets_his_from_the_whole_line() -> None:
    assert deal([2, 2]) == [0, 1, 0, 1]
    assert deal([1, 3]) == [1, 0, 1, 1]
