"""What each leaf names, so that it can be looked up."""

from collections.abc import Mapping

from .registry import spec_of
from .schemas import (
    AtStage,
    Attribute,
    Bought,
    Did,
    InGroup,
    InList,
    InSegment,
    Leaf,
    Members,
    Named,
    Node,
    Plain,
    Relation,
    Sequence,
    Tag,
    Tested,
    walk,
)


def name_tag(leaf: Tag, named: Named) -> None:
    """Tags."""
    named.tags.update(leaf.tags)


def name_attribute(leaf: Attribute, named: Named) -> None:
    """A field of the corp's own, or channels."""
    if leaf.field is not None:
        named.fields.add(leaf.field)
    if leaf.name == "first_channel":
        named.channels.update(str(one) for one in leaf.test.values)


def name_relation(leaf: Relation, named: Named) -> None:
    """Members, departments, stores, channels."""
    named.staff.update(leaf.staff)
    named.departments.update(leaf.departments)
    named.stores.update(leaf.stores)
    named.channels.update(leaf.channels)


def name_group(leaf: InGroup, named: Named) -> None:
    """Groups and the words they are sorted by."""
    named.groups.update(leaf.groups)
    named.group_kinds.update(leaf.kinds)
    named.group_tiers.update(leaf.tiers)
    named.group_labels.update(leaf.labels)


def name_stage(leaf: AtStage, named: Named) -> None:
    """Stages."""
    named.stages.update(leaf.stages)


def name_event(leaf: Did, named: Named) -> None:
    """A kind."""
    named.kinds.add(leaf.kind)


def name_sequence(leaf: Sequence, named: Named) -> None:
    """Two kinds."""
    named.kinds.update((leaf.first.kind, leaf.then.kind))


def name_orders(leaf: Bought, named: Named) -> None:
    """Stores and goods."""
    named.stores.update(leaf.stores)
    named.skus.update(leaf.skus)


def name_segment(leaf: InList | InSegment | Members, named: Named) -> None:
    """A segment."""
    named.segments.add(leaf.segment)


def ids_named(node: Node) -> Named:
    """All that a tree names."""
    named = Named()
    for _, one in walk(node):
        if isinstance(one, Leaf):
            spec_of(one).name(one, named)
        elif one.segment is not None:
            named.segments.add(one.segment)
    return named


def ids_told(tested: Tested) -> Named:
    """All that the reasons name: what a person has may be nothing that the tree names."""
    named = Named()
    waiting = [tested]
    while waiting:
        one = waiting.pop()
        waiting.extend(one.children)
        for fact in one.facts:
            _name_told(fact.values, named)
    return named


def _name_told(values: Mapping[str, Plain], named: Named) -> None:
    for key, into in (("tags", named.tags), ("groups", named.groups)):
        if isinstance(ids := values.get(key), list):
            into.update(int(one) for one in ids)
    if values.get("stage"):
        named.stages.add(str(values["stage"]))
    if values.get("name") == "first_channel" and "value" in values:
        named.channels.add(str(values["value"]))
