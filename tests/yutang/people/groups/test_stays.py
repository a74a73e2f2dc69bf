"""Stays by callbacks and readings: in any order, any repetition, what a reference fold says."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from yutang.people.groups import stays
from yutang.people.groups.stays import Ends, Seat, Seats

KNOWN = Ends()
START = datetime(2026, 11, 1, tzinfo=UTC)


def at(minutes: float) -> datetime:
    """So long after the beginning."""
    return START + timedelta(minutes=minutes)


def told(facts: Sequence[tuple[str, float]], seats: Seats = (), ends: Ends = KNOWN) -> Seats:
    """The stays after callbacks in this order."""
    for what, when in facts:
        if what == "came":
            seats = stays.came(seats, at(when), 3, ends)
        else:
            how: Any = what
            seats = stays.went(seats, at(when), how, ends)
    return seats


@st.composite
def lives(draw: st.DrawFn) -> list[tuple[str, float]]:
    """Somebody's comings and goings, minutes apart, the first a coming."""
    moments = sorted(draw(st.sets(st.integers(1, 200), min_size=1, max_size=8)))
    going = st.sampled_from(["left", "put_out"])
    return [
        ("came" if place % 2 == 0 else draw(going), float(moment))
        for place, moment in enumerate(moments)
    ]


def fold(life: Sequence[tuple[str, float]]) -> Seats:
    """What those say who were there: one stay from each coming to the going after it."""
    found: list[Seat] = []
    for what, when in life:
        if what == "came":
            found.append(Seat(at(when), scene=3))
        else:
            how: Any = what
            found[-1] = Seat(found[-1].joined_at, at(when), how, scene=3)
    return tuple(found)


@given(lives(), st.data())
def test_callbacks_in_any_order_and_repetition_tell_the_same(
    life: list[tuple[str, float]], data: st.DataObject
) -> None:
    repeated = [*life, *data.draw(st.lists(st.sampled_from(life), max_size=4))]
    assert told(data.draw(st.permutations(repeated))) == fold(life)


@given(lives(), st.data())
def test_a_reading_between_them_changes_nothing_that_was_told(
    life: list[tuple[str, float]], data: st.DataObject
) -> None:
    """Each reading shows who is there at its moment; some callbacks come after it, late."""
    asked = at(data.draw(st.integers(1, 220)) + 0.5)
    late = data.draw(st.sets(st.sampled_from(life)))
    true = fold(life)
    seats = told([one for one in life if at(one[1]) < asked and one not in late])
    there = next((one for one in true if one.covers(asked)), None)
    seats = (
        stays.absent(seats, asked)
        if there is None
        else stays.shown(seats, Seat(there.joined_at, scene=3))
    )
    rest = [one for one in life if at(one[1]) > asked or one in late]
    seats = told(data.draw(st.permutations(rest)), seats, Ends(read_at=asked))
    assert seats == true


def test_who_is_missed_by_a_reading_left_unseen_until_a_callback_says_how() -> None:
    seats = stays.absent(told([("came", 1)]), at(10))
    assert seats == (Seat(at(1), at(10), "unseen", scene=3),)
    assert told([("put_out", 7)], seats) == (Seat(at(1), at(7), "put_out", scene=3),)


def test_who_left_and_came_back_between_two_readings_has_two_stays() -> None:
    seats = stays.shown(stays.shown((), Seat(at(1), name="林")), Seat(at(30), name="林"))
    assert seats == (Seat(at(1), at(30), "unseen", name="林"), Seat(at(30), name="林"))
    assert told([("left", 12)], seats)[0].left_at == at(12)


def test_an_answer_from_before_the_news_is_not_believed() -> None:
    came = told([("came", 1)])
    assert stays.absent(came, at(1) + timedelta(seconds=2)) == came
    left = told([("left", 5)], came)
    assert stays.shown(left, Seat(at(1), scene=3, name="林"))[-1].left_how == "left"


def test_a_group_that_ends_ends_every_stay_and_late_news_find_their_place() -> None:
    seats = stays.dismissed(told([("came", 1)]), at(60))
    assert seats == (Seat(at(1), at(60), "dismissed", scene=3),)
    assert stays.dismissed(seats, at(50))[0].left_at == at(50)
    assert told([("left", 20)], seats) == (Seat(at(1), at(20), "left", scene=3),)
    [together] = stays.dismissed(told([("came", 60)]), at(60))
    assert together == Seat(at(60), at(60), "dismissed", scene=3)
    assert not together.is_end_alone
    late = stays.came((), at(3), 3, Ends(dismissed_at=at(60)))
    assert late == (Seat(at(3), at(60), "dismissed", scene=3),)
