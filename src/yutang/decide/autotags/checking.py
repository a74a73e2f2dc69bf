"""Whether a rule can be as it is written; nothing is changed here."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.events import known_kinds
from yutang.people.kinds import service as kinds
from yutang.people.segments import service as segments
from yutang.people.tags import service as tags
from yutang.people.tags.errors import (
    ArchivedTagError,
    LockedTagError,
    ReasonNeededError,
    UnknownTagError,
)

from . import asking, loops
from .errors import (
    ActsApartError,
    BadSegmentError,
    ConditionNeededError,
    KeepsError,
    LoopError,
    MirrorNeededError,
    UnknownKindError,
)
from .models import TagRule
from .schemas import EventTrigger, RuleDraft, ScheduleTrigger, SegmentTrigger, SetStage

_EVER: Final = {"kind": "ever"}
Words = dict[str, Any]


async def check(session: AsyncSession, corp_id: int, draft: RuleDraft) -> Words:
    """The rule as it is kept. Raises what is wrong with it, but for loops (see `check_loops`)."""
    trigger = await _trigger(session, corp_id, draft)
    condition = None
    if draft.condition is not None:
        condition = segments.clean(draft.condition)
        # What a segment brings in may be too much, or gone.
        await asking.expand(session, corp_id, condition)
    if isinstance(draft.trigger, ScheduleTrigger) and condition is None:
        raise ConditionNeededError
    acts = await _acts(session, corp_id, draft)
    return {
        "name": draft.name,
        "trigger": trigger,
        "condition": condition,
        "acts": acts,
        "why": draft.why or None,
        "keeps": draft.keeps,
    }


async def _trigger(session: AsyncSession, corp_id: int, draft: RuleDraft) -> Words:
    trigger = draft.trigger
    if isinstance(trigger, EventTrigger):
        await _check_kind(session, corp_id, trigger.kind)
        where = [one.model_dump(by_alias=True) for one in trigger.where]
        # The language knows what can be asked of a property.
        segments.clean(event_leaf(trigger.kind, where, _EVER))
    elif isinstance(trigger, SegmentTrigger) and trigger.segment_id not in await asking.kept(
        session, corp_id
    ):
        raise BadSegmentError(trigger.segment_id)
    return trigger.model_dump(mode="json", by_alias=True)


def event_leaf(kind: str, where: list[Words], window: Words) -> Words:
    """The condition that such an event happened to him in a window."""
    return {"leaf": "event", "kind": kind, "did": True, "where": where, "window": window}


def where_of(trigger: Words) -> list[Words]:
    """What is asked of the properties of an event that sets a rule off."""
    if trigger["on"] == "segment":
        return [{"prop": "segment_id", "is": "equals", "values": [trigger["segment_id"]]}]
    where: list[Words] = trigger.get("where", [])
    return where


def kinds_of(trigger: Words) -> list[str]:
    """The kinds of events that set a rule off; none for a schedule."""
    if trigger["on"] == "event":
        return [trigger["kind"]]
    return [f"segment.{trigger['moved']}"] if trigger["on"] == "segment" else []


async def _check_kind(session: AsyncSession, corp_id: int, kind: str) -> None:
    family = kind.partition(".")[0]
    known = set(kinds.BUILT_IN) | set(known_kinds(family))
    if kind not in known and kind not in await kinds.kinds_of_family(session, corp_id, family):
        raise UnknownKindError(kind)


async def _acts(session: AsyncSession, corp_id: int, draft: RuleDraft) -> list[Words]:
    """The acts with what they need of tags. Raises what tags refuse."""
    named = {act.tag_id for act in draft.acts if not isinstance(act, SetStage)}
    standing = await tags.stand_of(session, corp_id, named)
    if unknown := sorted(named - standing.keys()):
        raise UnknownTagError(unknown)
    acts: list[Words] = []
    for act in draft.acts:
        told = act.model_dump(mode="json")
        if not isinstance(act, SetStage):
            known = standing[act.tag_id]
            _check_tag(known, told, draft)
            told["mirror"] = act.mirror and known.kind == "wecom"
        acts.append(told)
    _check_together(acts, standing)
    if draft.keeps:
        _check_keeps(draft, acts, standing)
    return acts


def _check_tag(known: tags.Standing, act: Words, draft: RuleDraft) -> None:
    if act["do"] == "put" and known.archived:
        raise ArchivedTagError(known.name)
    if known.kind == "wecom":
        if known.lock == "other":
            raise LockedTagError([known.name])
        if not act["mirror"]:
            raise MirrorNeededError(known.name)
    if act["do"] == "put" and known.sensitive and not draft.why:
        raise ReasonNeededError(known.name)


def _check_together(acts: list[Words], standing: Mapping[int, tags.Standing]) -> None:
    named = Counter(act["tag_id"] for act in acts if act["do"] != "stage")
    if twice := [standing[one].name for one, times in named.items() if times > 1]:
        raise ActsApartError(twice)
    puts = [standing[act["tag_id"]] for act in acts if act["do"] == "put"]
    groups = Counter(one.group_id for one in puts if one.exclusive)
    if apart := [one.name for one in puts if groups[one.group_id] > 1]:
        raise ActsApartError(apart)
    stages = [str(act["stage"]) for act in acts if act["do"] == "stage"]
    if len(stages) > 1:
        raise ActsApartError(stages)


def _check_keeps(
    draft: RuleDraft, acts: list[Words], standing: Mapping[int, tags.Standing]
) -> None:
    ours = all(act["do"] == "put" and standing[act["tag_id"]].kind == "own" for act in acts)
    if not (ours and isinstance(draft.trigger, ScheduleTrigger)):
        raise KeepsError


async def check_loops(session: AsyncSession, corp_id: int, rule_id: int, words: Words) -> None:
    """Raise LoopError where this rule, with those that are on, would never come to rest."""
    others = await _rules_on(session, corp_id, rule_id)
    trees = await asking.trees(session, corp_id)
    nodes = await _nodes(session, corp_id, [(rule_id, words), *others], trees)
    await _refuse_circle(session, corp_id, nodes[0], nodes)


async def check_loops_of_segment(
    session: AsyncSession, corp_id: int, segment_id: int, before: Words
) -> None:
    """Raise LoopError where rules that are on would go round by what a segment says now.

    `before`: the conditions that it had.
    """
    rules = await _rules_on(session, corp_id, 0)
    trees = await asking.trees(session, corp_id)
    earlier = {**trees, segment_id: before}
    nodes = await _nodes(session, corp_id, rules, trees)
    for node, (_, words) in zip(nodes, rules, strict=True):
        if node.waits != loops.awaited(words["trigger"], words["condition"], earlier):
            await _refuse_circle(session, corp_id, node, nodes)


async def _rules_on(session: AsyncSession, corp_id: int, but: int) -> list[tuple[int, Words]]:
    rows = await session.scalars(
        select(TagRule).where(
            TagRule.corp_id == corp_id,
            TagRule.deleted_at.is_(None),
            TagRule.enabled,
            TagRule.id != but,
        )
    )
    names = ("name", "trigger", "condition", "acts", "keeps")
    return [(row.id, {name: getattr(row, name) for name in names}) for row in rows]


async def _nodes(
    session: AsyncSession, corp_id: int, rules: list[tuple[int, Words]], trees: loops.Trees
) -> list[loops.Node]:
    named = {act["tag_id"] for _, one in rules for act in one["acts"] if act["do"] != "stage"}
    standing = await tags.stand_of(session, corp_id, named)
    siblings = {one.id: one.siblings for one in standing.values()}
    return [
        loops.Node(
            number,
            one["name"],
            loops.awaited(one["trigger"], one["condition"], trees),
            loops.written(one["acts"], siblings, keeps=one["keeps"]),
            loops.displaced(one["acts"], siblings)
            if one["trigger"]["on"] == "schedule"
            else frozenset(),
        )
        for number, one in rules
    ]


async def _refuse_circle(
    session: AsyncSession, corp_id: int, start: loops.Node, nodes: list[loops.Node]
) -> None:
    if circle := loops.find_circle(start, nodes):
        called = {int(step.fact.which or 0) for step in circle if step.fact.of == "tag"}
        raise LoopError(loops.told(circle, await tags.tag_names(session, corp_id, called)))
