"""Which welcome applies to an add: by reach first, then the most exact one. No database here.

A code's welcomes go before a department's, these before the corp's. Of departments the nearest
counts: the member's own, then those above; of several as near as each other the one with the
lowest id. A reach none of whose welcomes is for this hour and person is passed over. Within a
reach one with hours goes before one without, for its promise of an answer depends on the hour;
then one for new or returning friends before one for all.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

DAY: Final = 24 * 60
STANDINGS: Final = ("new", "returning")

Why = Literal["applies", "less_exact", "farther", "other_hours", "other_people"]
ReachKey = tuple[str, int]
"""The reach and the id of its department or code; 0 for the corp."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A welcome as the lane sees it; minutes after midnight, None: at any hour."""

    id: int
    corp_id: int
    reach: str
    place_id: int
    """The id of its department or code; 0 for the corp."""
    standing: str
    from_minute: int | None
    until_minute: int | None
    content: Mapping[str, Any]

    @property
    def key(self) -> ReachKey:
        """Its reach."""
        return (self.reach, self.place_id)

    def covers(self, minute: int) -> bool:
        """Whether it is for this minute of the day."""
        if self.from_minute is None or self.until_minute is None:
            return True
        if self.from_minute < self.until_minute:
            return self.from_minute <= minute < self.until_minute
        return minute >= self.from_minute or minute < self.until_minute

    def is_for(self, standing: str) -> bool:
        """Whether it is for those people: who is not known is new as far as anybody can tell."""
        return self.standing == "any" or (self.standing == "returning") == (standing == "returning")

    @property
    def exactness(self) -> tuple[bool, bool]:
        """More exact is greater."""
        return (self.from_minute is not None, self.standing != "any")


def places(channel_id: int | None, levels: Iterable[Collection[int]]) -> Iterator[ReachKey]:
    """The reaches an add belongs to, the first one before all others.

    `levels` are the member's departments, then those above them, level by level.
    """
    if channel_id is not None:
        yield ("channel", channel_id)
    seen: set[int] = set()
    for level in levels:
        for department_id in sorted(set(level) - seen):
            yield ("department", department_id)
        seen |= set(level)
    yield ("corp", 0)


def choose(
    rules: Iterable[Rule], way: Iterable[ReachKey], minute: int, standing: str
) -> Rule | None:
    """The welcome that applies at this minute to such a person, or none."""
    by_place: dict[ReachKey, list[Rule]] = {}
    for rule in rules:
        if rule.covers(minute) and rule.is_for(standing):
            by_place.setdefault(rule.key, []).append(rule)
    for key in way:
        if found := by_place.get(key):
            return max(found, key=lambda rule: (rule.exactness, -rule.id))
    return None


def explain(
    rules: Sequence[Rule], way: Iterable[ReachKey], minute: int, standing: str
) -> list[tuple[Rule, Why]]:
    """Every welcome of these reaches, the nearest first, and why it applies or not."""
    way = list(way)
    chosen = choose(rules, way, minute, standing)
    return [
        (rule, _why(rule, chosen, minute, standing))
        for key in way
        for rule in sorted(
            (rule for rule in rules if rule.key == key),
            key=lambda rule: (rule.exactness, -rule.id),
            reverse=True,
        )
    ]


def _why(rule: Rule, chosen: Rule | None, minute: int, standing: str) -> Why:
    if rule is chosen:
        return "applies"
    if not rule.covers(minute):
        return "other_hours"
    if not rule.is_for(standing):
        return "other_people"
    # It would do, so one was chosen.
    return "less_exact" if chosen is not None and rule.key == chosen.key else "farther"


def overlaps(one: Rule, other: Rule) -> bool:
    """Whether two of one reach are for the same people at one moment, none more exact."""
    return one.standing == other.standing and _share_a_minute(one, other)


def _share_a_minute(one: Rule, other: Rule) -> bool:
    if one.from_minute is None or other.from_minute is None:
        return one.from_minute is None and other.from_minute is None
    return one.covers(other.from_minute) or other.covers(one.from_minute)


def covered(rule: Rule, rules: Iterable[Rule]) -> bool:
    """Whether others of its reach are chosen at each of its minutes and for each of its people."""
    own = [one for one in rules if one.key == rule.key]
    moments = {0} | {
        minute
        for one in own
        for minute in (one.from_minute, one.until_minute)
        if minute is not None
    }
    return not any(
        choose(own, [rule.key], minute, standing) is rule
        for minute in moments
        for standing in STANDINGS
    )
