"""SQL of the leaves about a person's own row: tags, relations, groups, stage, state, losses."""

from datetime import UTC, timedelta

from .binding import Binding, both
from .faults import refusal
from .schemas import (
    Activated,
    AtStage,
    Compiled,
    InGroup,
    InList,
    InSegment,
    InState,
    Lost,
    Members,
    Relation,
    Scene,
    Silent,
    Tag,
)
from .schemas.leaves import ENDINGS, STATES


def compile_tag(leaf: Tag, scene: Scene, binding: Binding) -> Compiled:
    """Tags are one array of the row."""
    del scene
    match leaf.how:
        case "some":
            return binding.person("notEmpty(tags)")
        case "untagged":
            return binding.person("empty(tags)")
        case "all":
            return binding.person(f"hasAll(tags, {binding.numbers(leaf.tags)})")
        case "any":
            return binding.person(f"hasAny(tags, {binding.numbers(leaf.tags)})")
        case "none":
            return binding.person(f"NOT hasAny(tags, {binding.numbers(leaf.tags)})")


def members_meant(leaf: Relation, scene: Scene) -> tuple[int, ...] | None:
    """Whose relations are meant; None is everybody's."""
    if not (leaf.staff or leaf.departments or leaf.stores):
        return None
    found = set(leaf.staff)
    for one in leaf.departments:
        found.update(scene.staff_of_departments.get(one, ()))
    for one in leaf.stores:
        found.update(scene.staff_of_stores.get(one, ()))
    return tuple(sorted(found))


def compile_relation(leaf: Relation, scene: Scene, binding: Binding) -> Compiled:
    """One and the same relation must be all that is asked: the arrays are looked at together."""
    staff = members_meant(leaf, scene)
    states = set(STATES[leaf.state])
    if leaf.ended_by:
        states &= {ENDINGS[one] for one in leaf.ended_by}
    if leaf.ended is not None:
        states &= set(ENDINGS.values())
    parts = [f"state IN {binding.texts(sorted(states))}"]
    before = []
    if staff is not None:
        if not staff:
            return binding.person("0", leaf.added, leaf.ended)
        among = binding.numbers(staff)
        before.append(f"hasAny(rel_staff, {among})")
        parts.append(f"staff IN {among}")
    if leaf.channels:
        parts.append(f"channel IN {binding.texts(leaf.channels)}")
    if leaf.ways:
        parts.append(f"way IN {binding.numbers(leaf.ways, 'Int16')}")
    if leaf.added is not None:
        parts.append(binding.within("added", leaf.added))
    if leaf.ended is not None:
        parts.append(binding.within("changed", leaf.ended))
    count = (
        f"arrayCount((staff, state, added, changed, way, channel) -> {both(parts)},"
        " rel_staff, rel_state, rel_added, rel_changed, rel_way, rel_channel)"
        f" >= {binding.put('UInt32', leaf.at_least)}"
    )
    return binding.person(both([*before, count]), leaf.added, leaf.ended)


def groups_meant(leaf: InGroup, scene: Scene) -> tuple[int, ...] | None:
    """Which groups are meant, those that fit all that is asked; None is every group."""
    fits: list[set[int]] = []
    if leaf.groups:
        fits.append(set(leaf.groups))
    for words, known in (
        (leaf.kinds, scene.groups.kinds),
        (leaf.tiers, scene.groups.tiers),
        (leaf.labels, scene.groups.labels),
    ):
        if words:
            fits.append({group for word in words for group in known.get(word, ())})
    return tuple(sorted(set.intersection(*fits))) if fits else None


def compile_group(leaf: InGroup, scene: Scene, binding: Binding) -> Compiled:
    """Stays with an end are of who left; who came back has a stay without one."""
    groups = groups_meant(leaf, scene)
    if groups == ():
        return binding.person("1" if leaf.presence == "never" else "0", leaf.joined)
    parts, before = [], []
    if groups is not None:
        among = binding.numbers(groups)
        before.append(f"hasAny(grp_id, {among})")
        parts.append(f"grp IN {among}")
    if leaf.joined is not None:
        parts.append(binding.within("joined", leaf.joined))
    if leaf.presence == "in":
        parts.append("isNull(gone_at)")
    elif leaf.presence == "left":
        here = "arrayFilter((g, l) -> isNull(l), grp_id, grp_left)"
        parts += ["isNotNull(gone_at)", f"NOT has({here}, grp)"]
    stays = "grp_id, grp_joined, grp_left"
    found = both([*before, f"arrayExists((grp, joined, gone_at) -> {both(parts)}, {stays})"])
    return binding.person(f"NOT {found}" if leaf.presence == "never" else found, leaf.joined)


def compile_stage(leaf: AtStage, scene: Scene, binding: Binding) -> Compiled:
    """No stage is an empty word."""
    del scene
    parts = [f"stage IN {binding.texts(leaf.stages)}" if leaf.stages else "stage = ''"]
    if leaf.changed is not None:
        lies = binding.within("assumeNotNull(stage_changed_at)", leaf.changed)
        parts.append(f"isNotNull(stage_changed_at) AND {lies}")
    return binding.person(both(parts), leaf.changed)


def compile_state(leaf: InState, scene: Scene, binding: Binding) -> Compiled:
    """One word of the row."""
    del scene
    return binding.person(f"state IN {binding.texts(leaf.states)}")


def compile_activation(leaf: Activated, scene: Scene, binding: Binding) -> Compiled:
    """Null is what nobody told."""
    del scene
    if leaf.messages is None:
        return binding.person("isNull(messages)")
    compared = binding.compares("assumeNotNull(messages)", leaf.messages)
    return binding.person(f"(isNotNull(messages) AND {compared})")


def compile_loss(leaf: Lost, scene: Scene, binding: Binding) -> Compiled:
    """Each deletion of a relation is one element."""
    del scene
    parts = []
    if leaf.by != "any":
        parts.append(f"by = {binding.put('String', leaf.by)}")
    if leaf.what == "person":
        parts.append("person = 1")
    parts.append(binding.within("lost", leaf.window))
    found = f"arrayExists((lost, by, person) -> {both(parts)}, loss_at, loss_by, loss_person)"
    return binding.person(found, leaf.window)


def compile_silence(leaf: Silent, scene: Scene, binding: Binding) -> Compiled:
    """`silent_since` is his last sign; null where he is not silent or nobody would know."""
    edge = binding.moment(scene.now.astimezone(UTC) - timedelta(days=leaf.days))
    compiled = binding.person(
        f"(isNotNull(silent_since) AND assumeNotNull(silent_since) <= {edge})"
    )
    return Compiled(compiled.sql, compiled.params, "person", compiled.touches, moves=True)


def compile_members(leaf: Members, scene: Scene, binding: Binding) -> Compiled:
    """The bitmap itself is kept by `segments`."""
    del scene, binding
    return Compiled("", {}, "bits", frozenset({f"segment:{leaf.segment}"}))


def compile_segment(leaf: InList | InSegment, scene: Scene, binding: Binding) -> Compiled:
    """Another segment is replaced by what it is, before."""
    del scene, binding
    here = ""
    raise refusal(here, "not_replaced", n=f"{leaf.segment}")
