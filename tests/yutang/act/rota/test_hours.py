"""Spans of a week: overlaps are found, and minutes without anybody counted."""

from hypothesis import given, settings
from hypothesis import strategies as st

from yutang.act.rota.hours import find_overlap, first_minute, holds, uncovered
from yutang.act.rota.schemas import WEEK_MINUTES, Span

SPANS = st.lists(
    st.builds(
        lambda who, day, start, length: Span(
            staff_id=who, weekday=day, start=start * 60, stop=(start + length) * 60
        ),
        st.sampled_from([None, 1, 2]),
        st.integers(1, 7),
        st.integers(0, 23),
        st.integers(1, 24),
    ),
    max_size=6,
)


def _hours(span: Span) -> set[int]:
    return {hour for hour in range(168) if holds(span, hour * 60)}


@settings(max_examples=100)
@given(spans=SPANS)
def test_overlaps_and_gaps_are_those_that_counting_finds(spans: list[Span]) -> None:
    double = any(
        one.staff_id == other.staff_id and _hours(one) & _hours(other)
        for n, one in enumerate(spans)
        for other in spans[:n]
    )
    assert (find_overlap(spans) is not None) == double
    for span in spans:
        first = first_minute(span)
        length = span.stop - span.start
        assert holds(span, first)
        assert holds(span, (first + length - 1) % WEEK_MINUTES)
        assert not holds(span, (first + length) % WEEK_MINUTES)
    covered: set[int] = set()
    for who in (1, 2):
        own = [span for span in spans if span.staff_id == who]
        kept = own or [span for span in spans if span.staff_id is None]
        covered |= set[int]().union(*map(_hours, kept)) if kept else set(range(168))
    assert uncovered(spans, [1, 2]) == (168 - len(covered)) * 60
