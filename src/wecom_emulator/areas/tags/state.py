"""What is kept: who made which tag, strategy tags, and what was deleted.

Living corp tags are the corp's own; a library here is a mapping of groups by id, of corp tags or of
strategy tags alike.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from wecom_emulator.areas.strategies.state import CUSTOMERS, of_kind
from wecom_emulator.state import Corp, Relation, Tag, TagGroup, new_id

Library = dict[str, TagGroup]
CORP_TAG, STRATEGY_TAG = 1, 3
"""How `follow_user` names the kinds of tags."""


@dataclass(slots=True)
class TagRecords:
    """What is known of tags beside their names."""

    makers: dict[str, int] = field(default_factory=dict)
    """The app that made a tag or group, by id; what has none was made in the console."""
    deleted: Library = field(default_factory=dict)
    """Groups as they last were, with the tags that were deleted from them."""
    strategy: Library = field(default_factory=dict)
    strategy_of: dict[str, int] = field(default_factory=dict)
    """The rule group of a group of tags, by its id; deleted groups too."""


def strategy_library(corp: Corp, strategy_id: int | None = None) -> Library:
    """Groups of strategy tags whose rule group is still there; of one rule group where named."""
    kept = corp.of(TagRecords)
    living = of_kind(corp, CUSTOMERS)
    return {
        id_: group
        for id_, group in kept.strategy.items()
        if kept.strategy_of[id_] in living and strategy_id in {None, kept.strategy_of[id_]}
    }


def sorted_tags(tags: Iterable[Tag]) -> list[Tag]:
    """The largest order first."""
    return sorted(tags, key=lambda tag: -tag.order)


def sorted_groups(groups: Iterable[TagGroup]) -> list[TagGroup]:
    """The largest order first."""
    return sorted(groups, key=lambda group: -group.order)


def find(library: Library, id_: str) -> tuple[TagGroup | None, Tag | None]:
    """A group by its id, or a tag with its group."""
    if id_ in library:
        return library[id_], None
    for group in library.values():
        for tag in group.tags:
            if tag.id == id_:
                return group, tag
    return None, None


def tag_ids(library: Library) -> set[str]:
    """The ids of all its tags."""
    return {tag.id for group in library.values() for tag in group.tags}


def count(corp: Corp) -> int:
    """All corp and strategy tags."""
    groups = [*corp.tag_groups.values(), *strategy_library(corp).values()]
    return sum(len(group.tags) for group in groups)


def living_ids(corp: Corp) -> set[str]:
    """The ids of every living tag."""
    return tag_ids(corp.tag_groups) | tag_ids(strategy_library(corp))


def labels(corp: Corp) -> dict[str, tuple[str, Tag, int]]:
    """Group name, tag and kind of every living tag, by id."""
    kinds = ((corp.tag_groups, CORP_TAG), (strategy_library(corp), STRATEGY_TAG))
    return {
        tag.id: (group.group_name, tag, kind)
        for library, kind in kinds
        for group in library.values()
        for tag in group.tags
    }


def make_group(corp: Corp, name: str, order: int, now: int, agentid: int | None) -> TagGroup:
    """A group that is in no library yet."""
    group = TagGroup(new_id("et"), name, order, now)
    if agentid is not None:
        corp.of(TagRecords).makers[group.group_id] = agentid
    return group


def add_tags(
    corp: Corp,
    group: TagGroup,
    wanted: Sequence[tuple[str, int]],
    now: int,
    agentid: int | None,
    prefix: str,
) -> list[Tag]:
    """Make the tags that the group does not have, each name once; returns the new ones."""
    taken = {tag.name for tag in group.tags}
    made: list[Tag] = []
    for name, order in wanted:
        if name in taken:
            continue
        taken.add(name)
        made.append(Tag(new_id(prefix), name, order, now))
        if agentid is not None:
            corp.of(TagRecords).makers[made[-1].id] = agentid
    group.tags += made
    return made


def remove(
    corp: Corp, library: Library, tags: Collection[str], groups: Collection[str]
) -> list[str]:
    """Delete tags and groups, and take them off everybody; an emptied group goes with its last.

    Returns the ids of the groups that went.
    """
    kept = corp.of(TagRecords)
    gone: set[str] = set()
    emptied: list[str] = []
    for group in list(library.values()):
        whole = group.group_id in groups
        leaving = [tag for tag in group.tags if whole or tag.id in tags]
        if not leaving:
            continue
        gone |= {tag.id for tag in leaving}
        group.tags = [tag for tag in group.tags if tag.id not in gone]
        shelf = kept.deleted.setdefault(group.group_id, replace(group, tags=[]))
        shelf.group_name, shelf.order = group.group_name, group.order
        shelf.tags += leaving
        if not group.tags:
            emptied.append(group.group_id)
    for id_ in emptied:
        corp.tag_groups.pop(id_, None)
        kept.strategy.pop(id_, None)
    if corp.derived is not None:
        corp.derived.drop_tags(gone)
    for of_person in corp.relations.values():
        for relation in of_person.values():
            if not gone.isdisjoint(relation.tags):
                relation.tags = [tag for tag in relation.tags if tag not in gone]
    return emptied


def deleted_of(corp: Corp, *, strategy: bool) -> Library:
    """The deleted ones of one of the two kinds."""
    kept = corp.of(TagRecords)
    return {id_: g for id_, g in kept.deleted.items() if (id_ in kept.strategy_of) is strategy}


def marked(relation: Relation, adding: Sequence[str], removing: Collection[str]) -> list[str]:
    """The tags of a relation after some were taken and some set."""
    kept = [tag for tag in relation.tags if tag not in removing]
    return list(dict.fromkeys([*kept, *adding]))
