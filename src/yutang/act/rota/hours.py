"""Spans of the week: what lies over what, what a minute falls into, what no span holds."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from .schemas import DAY_MINUTES, WEEK_MINUTES, Span


def first_minute(span: Span) -> int:
    """Its first minute of the week; Monday begins with 0."""
    return (span.weekday - 1) * DAY_MINUTES + span.start


def holds(span: Span, minute: int) -> bool:
    """Whether a minute of the week falls into it; Sunday's may run into Monday."""
    return (minute - first_minute(span)) % WEEK_MINUTES < span.stop - span.start


def find_overlap(spans: Iterable[Span]) -> tuple[Span, Span] | None:
    """Two spans of one member that lie over each other, if any."""
    of_member: dict[int | None, list[Span]] = {}
    for span in spans:
        of_member.setdefault(span.staff_id, []).append(span)
    for own in of_member.values():
        own.sort(key=first_minute)
        for one, other in pairwise(own):
            if first_minute(one) + one.stop - one.start > first_minute(other):
                return one, other
        last, first = own[-1], own[0]
        # The last of the week may run into the first of the next.
        if first_minute(last) + last.stop - last.start > first_minute(first) + WEEK_MINUTES:
            return last, first
    return None


def spans_of(spans: Sequence[Span], staff_id: int) -> list[Span]:
    """The spans a member keeps to: his own, else those of all."""
    own = [span for span in spans if span.staff_id == staff_id]
    return own or [span for span in spans if span.staff_id is None]


def is_in_hours(spans: Sequence[Span], minute: int) -> bool:
    """Whether one who keeps to these is on at a minute of the week; without spans always."""
    return not spans or any(holds(span, minute) for span in spans)


def uncovered(spans: Sequence[Span], staff_ids: Iterable[int]) -> int:
    """How many minutes of the week none of these members is on."""
    ends: list[tuple[int, int]] = []
    for staff_id in staff_ids:
        kept = spans_of(spans, staff_id)
        if not kept:
            return 0
        for span in kept:
            start = first_minute(span)
            stop = start + span.stop - span.start
            ends.append((start, min(stop, WEEK_MINUTES)))
            if stop > WEEK_MINUTES:
                ends.append((0, stop - WEEK_MINUTES))
    covered, reach = 0, 0
    for start, stop in sorted(ends):
        covered += max(0, stop - max(start, reach))
        reach = max(reach, stop)
    return WEEK_MINUTES - covered


def clock(minute: int) -> str:
    """A minute of the day as people write it."""
    return f"{minute // 60 % 24:02}:{minute % 60:02}"
