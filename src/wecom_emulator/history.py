"""What happened and when, in the emulator's time: what statistics are counted from."""

from dataclasses import dataclass, field

from . import fields
from .state import Corp


@dataclass(slots=True)
class Moment:
    """Something that happened at `at`, unix seconds.

    `what` is applied (a member asked to be a friend), added (a friendship that another one of the
    two replaced since), deleted (a person deleted a member), said (in a single chat) or spoken
    (in a group). `other` is the person, of something spoken the group.
    """

    at: float
    what: str
    userid: str
    other: str
    by_member: bool = True


@dataclass(slots=True)
class History:
    """Moments by the midnight of their day."""

    days: dict[int, list[Moment]] = field(default_factory=dict)


def remember(
    corp: Corp, at: float, what: str, userid: str, other: str, *, by_member: bool = True
) -> None:
    """Keep a moment."""
    day = corp.of(History).days.setdefault(fields.midnight(at), [])
    day.append(Moment(at, what, userid, other, by_member))


def moments(corp: Corp, day: int) -> list[Moment]:
    """What happened on the day of a midnight, in the order it was told."""
    return corp.of(History).days.get(day, [])
