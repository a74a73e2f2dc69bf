"""What WeCom looks at before it does anything."""

from collections.abc import Collection
from typing import Any

from wecom_emulator import fields
from wecom_emulator.areas.strategies.checks import known as known_strategy
from wecom_emulator.areas.strategies.state import CUSTOMERS, Strategy, covers_member, found
from wecom_emulator.calls import Call
from wecom_emulator.state import Relation, Tag, TagGroup

from .errors import (
    LIBRARY_FULL,
    NAME_LENGTH,
    NAME_TAKEN,
    NAMELESS,
    NO_IDS,
    NO_MARKS,
    NO_RIGHT,
    NOT_FIRST_LEVEL,
    TOO_MANY_IDS,
    TOO_MANY_TAGS,
    UNKNOWN_TAG,
    unknown,
)
from .state import Library, TagRecords, count, find, marked, strategy_library, tag_ids

ORDER = (1 << 32) - 1


def name_of(call: Call, body: dict[str, Any], key: str) -> str:
    """A name of 1 to 30 characters; else 40072."""
    name = fields.optional_text(body, key)
    if not 0 < len(name) <= call.world.limits.tag_name_characters:
        raise NAME_LENGTH.error()
    return name


def order_of(body: dict[str, Any], default: int = 0) -> int:
    """A place: larger ones stand first."""
    return fields.integer(body, "order", default, least=0, most=ORDER)


def wanted_tags(call: Call) -> list[tuple[str, int]]:
    """Names and orders of the tags to make."""
    rows = fields.objects(call.body, "tag", required=True)
    return [(name_of(call, row, "name"), order_of(row)) for row in rows]


def target(call: Call, library: Library) -> tuple[TagGroup | None, str]:
    """The group that tags go into, or the name of the one to be made for them."""
    group_id = fields.optional_text(call.body, "group_id")
    if group_id:
        if group_id not in library:
            raise UNKNOWN_TAG.error()
        return library[group_id], ""
    name = name_of(call, call.body, "group_name")
    return next((g for g in library.values() if g.group_name == name), None), name


def fits(call: Call, group: TagGroup | None, wanted: list[tuple[str, int]]) -> None:
    """A known name is refused where the switch says so; a full library always is."""
    taken = {tag.name for tag in group.tags} if group is not None else set()
    names = {name for name, _ in wanted}
    if call.corp.switches.tag_duplicate == "refuse" and taken & names:
        raise NAME_TAKEN.error()
    if count(call.corp) + len(names - taken) > call.world.limits.tags:
        raise LIBRARY_FULL.error()


def edited(call: Call, library: Library) -> tuple[TagGroup, Tag | None]:
    """The group, or the tag with its group, that a body names and this app made."""
    wanted = fields.text(call.body, "id", missing=NAMELESS)
    group, tag = find(library, wanted)
    if group is None:
        raise unknown(wanted)
    own(call, {wanted})
    return group, tag


def own(call: Call, ids: Collection[str]) -> None:
    """An app changes only what it made itself."""
    makers = call.corp.of(TagRecords).makers
    if all(makers.get(id_) == call.app.agentid for id_ in ids):
        return
    refusal = UNKNOWN_TAG if call.corp.switches.foreign_tag == "unknown" else NO_RIGHT
    raise refusal.error()


def new_name(call: Call, library: Library, group: TagGroup, tag: Tag | None) -> str | None:
    """The name a tag or group shall have, if any; one that its level has is refused."""
    if call.body.get("name") is None:
        return None
    name = name_of(call, call.body, "name")
    if tag is not None:
        others = {other.name for other in group.tags if other is not tag}
    else:
        others = {other.group_name for other in library.values() if other is not group}
    if name in others:
        raise NAME_TAKEN.error()
    return name


def leaving(call: Call, library: Library) -> tuple[set[str], set[str]]:
    """Ids of tags and of groups to delete, all of them this app's."""
    tags = set(fields.strings(call.body, "tag_id"))
    groups = set(fields.strings(call.body, "group_id"))
    if not tags and not groups:
        raise NO_IDS.error()
    if not tags <= tag_ids(library) or not groups <= library.keys():
        raise UNKNOWN_TAG.error()
    own(call, tags | groups)
    return tags, groups


def marks(call: Call, relation: Relation) -> list[str]:
    """The tags that the relation has after the call."""
    adding = fields.strings(call.body, "add_tag")
    removing = fields.strings(call.body, "remove_tag")
    if not adding and not removing:
        raise NO_MARKS.error()
    if len(adding) + len(removing) > call.world.limits.tags_of_a_call:
        raise TOO_MANY_IDS.error()
    corp_tags, strategy_tags = tag_ids(call.corp.tag_groups), strategy_library(call.corp)
    for wanted in [*adding, *removing]:
        if wanted in corp_tags:
            continue
        group, tag = find(strategy_tags, wanted)
        if group is None or tag is None:
            raise unknown(wanted)
        _may_use(call, relation, group)
    after = marked(relation, adding, set(removing))
    if len(after) > max(call.world.limits.tags_of_a_relation, len(relation.tags)):
        raise TOO_MANY_TAGS.error()
    return after


def _may_use(call: Call, relation: Relation, group: TagGroup) -> None:
    """A strategy tag is for members of its rule group, set by the app that made the rule group."""
    strategy_id = call.corp.of(TagRecords).strategy_of[group.group_id]
    strategy = found(call.corp, CUSTOMERS, strategy_id, call.app.agentid)
    member = call.corp.staff[relation.userid]
    if strategy is None or not covers_member(call.corp, strategy, member):
        raise NO_RIGHT.error()


def first_level(call: Call) -> Strategy:
    """The rule group of a body, one of the first level."""
    strategy = known_strategy(call, CUSTOMERS)
    if strategy.parent_id:
        raise NOT_FIRST_LEVEL.error()
    return strategy


def own_strategies(call: Call) -> Library:
    """The strategy tags of the app's own rule groups."""
    strategy_of = call.corp.of(TagRecords).strategy_of
    return {
        id_: group
        for id_, group in strategy_library(call.corp).items()
        if found(call.corp, CUSTOMERS, strategy_of[id_], call.app.agentid) is not None
    }
