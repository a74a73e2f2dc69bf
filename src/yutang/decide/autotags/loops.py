"""Find rules that would set one another off without end.

What a rule writes and what it waits for are facts with a sign: this tag is on, this tag is off,
the stage is this one, or is not. A rule sets another off where it makes true what the other waits
for: for a rule by events the event itself (its condition alone never starts it), for a rule by the
clock, which comes again by itself, its condition. Putting a tag that is on already is no event,
so a rule that takes off what it finds ("has it, then take it") closes no circle.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, NamedTuple

from yutang.people.stages.schemas import KEYS

ANY_TAG: Final = 0
SEGMENT_EVENTS: Final = {"segment.entered": True, "segment.left": False}
_TAG_EVENTS: Final = {"tag.added": True, "tag.removed": False}
_STAGE_EVENT: Final = "stage.changed"
_STAGES: Final = (*KEYS, None)


class Fact(NamedTuple):
    """Something that is so, or is not, of a person."""

    of: Literal["tag", "stage"]
    which: int | str | None
    holds: bool


@dataclass(frozen=True, slots=True)
class Node:
    """A rule as the search sees it."""

    id: int
    name: str
    waits: frozenset[Fact]
    writes: frozenset[Fact]
    aside: frozenset[Fact] = frozenset()
    """Of a rule by the clock, what goes for what it puts: who fits has lost that before, so by it
    the rule does not set off itself."""


@dataclass(frozen=True, slots=True)
class Step:
    """One rule of a circle, and by which fact it sets off the next."""

    node: Node
    fact: Fact


Trees = Mapping[int, Mapping[str, Any]]
"""Conditions of segments by id."""


def written(
    acts: Iterable[Mapping[str, Any]], siblings: Mapping[int, Sequence[int]], *, keeps: bool
) -> frozenset[Fact]:
    """What acts make true. `siblings`: what of an exclusive group goes when a tag comes."""
    facts: set[Fact] = set()
    for act in acts:
        if act["do"] == "stage":
            facts |= {Fact("stage", key, key == act["stage"]) for key in _STAGES}
        else:
            tag, put = act["tag_id"], act["do"] == "put"
            facts.add(Fact("tag", tag, put))
            if put:
                facts |= {Fact("tag", other, holds=False) for other in siblings.get(tag, ())}
                if keeps:
                    facts.add(Fact("tag", tag, holds=False))
    return frozenset(facts)


def displaced(
    acts: Iterable[Mapping[str, Any]], siblings: Mapping[int, Sequence[int]]
) -> frozenset[Fact]:
    """What of exclusive groups goes for what acts put."""
    return frozenset(
        Fact("tag", other, holds=False)
        for act in acts
        if act["do"] == "put"
        for other in siblings.get(act["tag_id"], ())
    )


def awaited(
    trigger: Mapping[str, Any], condition: Mapping[str, Any] | None, trees: Trees
) -> frozenset[Fact]:
    """What sets a rule off, as far as rules can write it."""
    if trigger["on"] == "segment":
        holds = trigger["moved"] == "entered"
        return frozenset(_of_segment(trigger["segment_id"], trees, (), holds=holds))
    if trigger["on"] == "event":
        return frozenset(_of_event(trigger["kind"], trigger.get("where", ()), trees, ()))
    return (
        frozenset(_walk(condition, trees, (), holds=True)) if condition is not None else frozenset()
    )


def _walk(
    node: Mapping[str, Any],
    trees: Trees,
    inside: tuple[int, ...],
    *,
    holds: bool,
) -> Iterator[Fact]:
    if "op" in node:
        for one in node.get("of", ()):
            yield from _walk(one, trees, inside, holds=holds != (node["op"] == "none"))
        return
    leaf = node.get("leaf")
    if leaf == "tag":
        how = node.get("how", "any")
        sign = holds != (how in {"none", "untagged"})
        for tag in node.get("tags") or [ANY_TAG]:
            yield Fact("tag", tag, sign)
    elif leaf == "stage":
        for key in node.get("stages") or [None]:
            yield Fact("stage", key, holds)
    elif leaf == "event" and holds == node.get("did", True):
        yield from _of_event(node["kind"], node.get("where") or (), trees, inside)
    elif leaf == "sequence" and holds == node.get("did", True):
        for part in (node["first"], node["then"]):
            yield from _of_event(part["kind"], part.get("where") or (), trees, inside)
    elif leaf == "segment":
        yield from _of_segment(node["segment"], trees, inside, holds=holds)


def _of_segment(
    segment: int, trees: Trees, inside: tuple[int, ...], *, holds: bool
) -> Iterator[Fact]:
    if segment in trees and segment not in inside:
        yield from _walk(trees[segment], trees, (*inside, segment), holds=holds)


def _of_event(
    kind: str,
    where: Iterable[Mapping[str, Any]],
    trees: Trees,
    inside: tuple[int, ...],
) -> Iterator[Fact]:
    if kind in _TAG_EVENTS:
        for tag in _named(where, "tag_id") or [ANY_TAG]:
            yield Fact("tag", int(tag), _TAG_EVENTS[kind])
    elif kind == _STAGE_EVENT:
        to, away = _named(where, "after"), _named(where, "before")
        for key in to or (() if away else _STAGES):
            yield Fact("stage", key, holds=True)
        for key in () if to else away:
            yield Fact("stage", key, holds=False)
    elif kind in SEGMENT_EVENTS:
        for segment in _named(where, "segment_id") or list(trees):
            yield from _of_segment(int(segment), trees, inside, holds=SEGMENT_EVENTS[kind])


def _named(where: Iterable[Mapping[str, Any]], prop: str) -> list[Any]:
    """The values that a property must have one of; empty where it may have any."""
    found: list[Any] = []
    for one in where:
        if one["prop"] == prop and one["is"] in {"equals", "in"}:
            found += [value for value in one.get("values", ()) if _fits(prop, value)]
    return found


def _fits(prop: str, value: object) -> bool:
    if prop in {"tag_id", "segment_id"}:
        return isinstance(value, int | float) or (isinstance(value, str) and value.isdigit())
    return isinstance(value, str)


def sets_off(one: Node, other: Node) -> Fact | None:
    """The fact by which one rule sets off the other, or None."""
    writes = one.writes - one.aside if one.id == other.id else one.writes
    for fact in sorted(writes, key=str):
        if fact in other.waits or (
            fact.of == "tag" and fact._replace(which=ANY_TAG) in other.waits
        ):
            return fact
    return None


def find_circle(start: Node, others: Iterable[Node]) -> list[Step]:
    """The shortest circle through `start`, beginning with it; empty where there is none."""
    nodes = [start, *(one for one in others if one.id != start.id)]
    came: dict[int, tuple[Node, Fact]] = {}
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        for other in nodes:
            fact = sets_off(node, other)
            if fact is None:
                continue
            if other.id == start.id:
                return _back(start, came, Step(node, fact))
            if other.id not in came:
                came[other.id] = (node, fact)
                waiting.append(other)
    return []


def _back(start: Node, came: Mapping[int, tuple[Node, Fact]], last: Step) -> list[Step]:
    steps = [last]
    while steps[0].node.id != start.id:
        before, fact = came[steps[0].node.id]
        steps.insert(0, Step(before, fact))
    return steps


def told(steps: Sequence[Step], tags: Mapping[int, str]) -> str:
    """A circle in words: who does what, and whom that sets off."""
    parts = []
    for step in steps:
        if step.fact.of == "tag":
            name = tags.get(int(step.fact.which or 0), str(step.fact.which))
            act = f"{'puts' if step.fact.holds else 'takes off'} {name}"
        elif step.fact.holds:
            act = f"sets the stage {step.fact.which or 'none'}"
        else:
            act = f"leaves the stage {step.fact.which or 'none'}"
        parts.append(f"{step.node.name} ({act})")
    return " → ".join([*parts, steps[0].node.name])
