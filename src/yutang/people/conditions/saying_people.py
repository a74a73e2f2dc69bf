"""Clauses of the leaves about a person's own row."""

from typing import Literal

from .schemas import (
    Activated,
    AtStage,
    InGroup,
    InList,
    InSegment,
    InState,
    Language,
    Lost,
    Members,
    Names,
    Relation,
    Silent,
    Tag,
)
from .speaking import Speech, is_bounded, number


def say_tag(leaf: Tag, names: Names, language: Language) -> str:
    """Which tags."""
    speech = Speech(names, language)
    if not leaf.tags:
        return speech.say("tag", leaf.how)
    join: Literal["or", "and"] = "and" if leaf.how == "all" else "or"
    key = f"{leaf.how}_one" if len(leaf.tags) == 1 else leaf.how
    return speech.say("tag", key, tags=speech.named("tag", leaf.tags, names.tags, join))


def say_relation(leaf: Relation, names: Names, language: Language) -> str:
    """With whom, how it came and how it ended."""
    speech = Speech(names, language)
    who = [
        speech.say("relation", key, names=speech.named(word, ids, known))
        for key, word, ids, known in (
            ("staff", "staff", leaf.staff, names.staff),
            ("departments", "department", leaf.departments, names.departments),
            ("stores", "store", leaf.stores, names.stores),
        )
        if ids
    ]
    parts = []
    if leaf.channels:
        channels = speech.listed(names.channels.get(one, one) for one in leaf.channels)
        parts.append(speech.say("relation", "channels", names=channels))
    if leaf.ways:
        ways = speech.listed((speech.way(one) for one in leaf.ways), quoted=False)
        parts.append(speech.say("relation", "ways", names=ways))
    if is_bounded(leaf.added):
        parts.append(speech.say("relation", "added", when=speech.when(leaf.added)))
    if leaf.ended_by:
        by = speech.say("relation", "or_names").join(speech.value(one) for one in leaf.ended_by)
        parts.append(speech.say("relation", "ended_by", names=by))
    if is_bounded(leaf.ended):
        parts.append(speech.say("relation", "ended_when", when=speech.when(leaf.ended)))
    joined = speech.say("relation", "and").join(parts)
    return speech.say(
        "relation",
        leaf.state if leaf.at_least == 1 else f"{leaf.state}_many",
        who=speech.say("relation", "or").join(who) or speech.say("relation", "anybody"),
        more=speech.say("relation", "more", parts=joined) if parts else "",
        n=number(leaf.at_least),
    )


def say_group(leaf: InGroup, names: Names, language: Language) -> str:
    """Which groups."""
    speech = Speech(names, language)
    parts = []
    if leaf.groups:
        found = speech.named("group", leaf.groups, names.groups)
        parts.append(speech.say("group", "groups", names=found))
    for key, words in (("kinds", leaf.kinds), ("tiers", leaf.tiers)):
        if words:
            parts.append(speech.say("group", key, names=speech.values(words)))
    if leaf.labels:
        parts.append(speech.say("group", "labels", names=speech.listed(leaf.labels)))
    every = speech.say("group", "all_never" if leaf.presence == "never" else "all")
    which = speech.say("group", "that", parts=speech.say("group", "and").join(parts))
    if leaf.groups and len(parts) == 1:
        found = speech.named("group", leaf.groups, names.groups)
        which = speech.say("group", "only", names=found)
    joined = ""
    if is_bounded(leaf.joined):
        joined = speech.say("group", "joined", when=speech.when(leaf.joined))
    return speech.say("group", leaf.presence, which=which if parts else every, joined=joined)


def say_stage(leaf: AtStage, names: Names, language: Language) -> str:
    """Which stages."""
    speech = Speech(names, language)
    key = ("is" if leaf.stages else "none") + ("_changed" if is_bounded(leaf.changed) else "")
    found = speech.listed(speech.stage(one) for one in leaf.stages)
    return speech.say("stage", key, names=found, when=speech.when(leaf.changed))


def say_state(leaf: InState, names: Names, language: Language) -> str:
    """Which states."""
    speech = Speech(names, language)
    return speech.say("state", "is", names=speech.values(leaf.states))


def say_activation(leaf: Activated, names: Names, language: Language) -> str:
    """How many messages."""
    speech = Speech(names, language)
    if leaf.messages is None:
        return speech.say("activation", "unknown")
    return speech.say(
        "activation",
        "messages",
        count=leaf.messages.one,
        compare=speech.compare(leaf.messages),
    )


def say_loss(leaf: Lost, names: Names, language: Language) -> str:
    """Who deleted whom, and when."""
    speech = Speech(names, language)
    return speech.say("loss", f"{leaf.by}_{leaf.what}", when=speech.when(leaf.window))


def say_silence(leaf: Silent, names: Names, language: Language) -> str:
    """For how long."""
    return Speech(names, language).say("silence", "days", count=leaf.days, days=number(leaf.days))


def say_segment(leaf: InList | InSegment | Members, names: Names, language: Language) -> str:
    """Which segment or list."""
    speech = Speech(names, language)
    found = speech.named("segment", [leaf.segment], names.segments)
    return speech.say("tree", "list" if leaf.leaf == "list" else "segment", name=found)
