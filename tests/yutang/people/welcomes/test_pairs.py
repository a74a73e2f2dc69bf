"""Which half add and which whole add are one."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from yutang.people.welcomes.schemas import DueWelcome
from yutang.people.welcomes.service import sibling

START = datetime(2026, 11, 25, tzinfo=UTC)


def event(id_: int, second: int, *, half: bool) -> DueWelcome:
    """One add event of the pair."""
    at = START + timedelta(seconds=second)
    return DueWelcome(
        corp_id=1,
        id=id_,
        inbox_id=id_,
        agent_id=1,
        account="alice",
        external_id="wm1",
        half=half,
        channel=None,
        code=None,
        occurred_at=at,
        received_at=at,
        outcome="due",
        reason=None,
        attempts=0,
        next_at=at,
    )


def test_a_half_and_its_completion_are_one() -> None:
    half, whole = event(1, 0, half=True), event(2, 30, half=False)
    assert sibling(half, [half, whole]) is whole
    assert sibling(whole, [half, whole]) is half


def test_delivery_order_does_not_matter() -> None:
    half, whole = event(2, 0, half=True), event(1, 30, half=False)
    assert sibling(whole, [half, whole]) is half


def test_coming_back_is_another_add() -> None:
    half, whole = event(1, 0, half=True), event(2, 5, half=False)
    again, whole_again = event(3, 60, half=True), event(4, 65, half=False)
    pair = [half, whole, again, whole_again]
    assert [sibling(row, pair) for row in pair] == [whole, half, whole_again, again]


def test_two_whole_adds_are_two() -> None:
    first, second = event(1, 0, half=False), event(2, 60, half=False)
    assert sibling(first, [first, second]) is None
    assert sibling(second, [first, second]) is None


def test_a_half_that_was_dropped_does_not_take_the_next_ones_completion() -> None:
    dropped, half, whole = event(1, 0, half=True), event(2, 50, half=True), event(3, 60, half=False)
    pair = [dropped, half, whole]
    assert [sibling(row, pair) for row in pair] == [None, whole, half]


@given(st.lists(st.tuples(st.integers(0, 6), st.booleans()), max_size=8))
def test_being_siblings_is_mutual_and_exclusive(shape: list[tuple[int, bool]]) -> None:
    rows = sorted(
        (event(i, second, half=half) for i, (second, half) in enumerate(shape)),
        key=lambda row: (row.occurred_at, row.id),
    )
    found = {row.id: sibling(row, rows) for row in rows}
    for row in rows:
        other = found[row.id]
        if other is not None:
            assert other.half != row.half
            assert found[other.id] is row
