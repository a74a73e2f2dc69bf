"""Corp tags, marking and strategy tags (documents 92117, 92118, 94882)."""

from collections.abc import Iterable, Mapping
from typing import Any

from wecom_emulator import acts, fields
from wecom_emulator.areas.strategies.checks import known as known_strategy
from wecom_emulator.areas.strategies.state import CUSTOMERS
from wecom_emulator.calls import Call, Verb
from wecom_emulator.state import Tag, TagGroup

from . import checks, state
from .state import Library, TagRecords


def _tag(tag: Tag, **more: object) -> dict[str, Any]:
    told = {"id": tag.id, "name": tag.name, "create_time": tag.create_time, "order": tag.order}
    return told | more


def _group(
    group: TagGroup, tags: Iterable[dict[str, Any]], strategy_of: Mapping[str, int], **more: object
) -> dict[str, Any]:
    told: dict[str, Any] = {
        "group_id": group.group_id,
        "group_name": group.group_name,
        "create_time": group.create_time,
        "order": group.order,
        **more,
        "tag": list(tags),
    }
    if group.group_id in strategy_of:
        told = {"strategy_id": strategy_of[group.group_id]} | told
    return told


def _asked(call: Call, living: Library, deleted: Library) -> list[dict[str, Any]]:
    """The groups of a list: all, those of some ids, or those that hold some tags."""
    tag_ids = set(fields.strings(call.body, "tag_id"))
    group_ids = set(fields.strings(call.body, "group_id"))
    strategy_of = call.corp.of(TagRecords).strategy_of
    if not tag_ids and not group_ids:
        return [
            _group(group, map(_tag, state.sorted_tags(group.tags)), strategy_of)
            for group in state.sorted_groups(living.values())
        ]
    told: list[dict[str, Any]] = []
    for group in state.sorted_groups({**deleted, **living}.values()):
        alive = living.get(group.group_id)
        gone = deleted.get(group.group_id)
        if group_ids and (group.group_id not in group_ids or alive is None):
            continue
        tags = [(tag, False) for tag in (alive.tags if alive is not None else [])]
        tags += [(tag, True) for tag in (gone.tags if gone is not None else [])]
        # A tag's id is not looked at where a group's is named.
        chosen = [(tag, dead) for tag, dead in tags if group_ids or tag.id in tag_ids]
        chosen.sort(key=lambda row: -row[0].order)
        more = {} if group_ids else {"deleted": alive is None}
        rows = [_tag(tag, deleted=dead) for tag, dead in chosen]
        if rows:
            told.append(_group(group, rows, strategy_of, **more))
    return told


def _tell(call: Call, id_: str, tag_type: str, change: str) -> None:
    """What an app changes is news only where the switch says so."""
    if call.corp.switches.events_for_api_changes:
        acts.tag_changed(call.world, call.corp, id_, tag_type, change)


def _add(call: Call, library: Library, prefix: str, strategy_id: int = 0) -> dict[str, Any]:
    wanted = checks.wanted_tags(call)
    group, name = checks.target(call, library)
    order = checks.order_of(call.body)
    checks.fits(call, group, wanted)
    now, agentid = call.world.clock.seconds(), call.app.agentid
    kept = call.corp.of(TagRecords)
    if group is None:
        group = state.make_group(call.corp, name, order, now, agentid)
        if strategy_id:
            kept.strategy_of[group.group_id] = strategy_id
            kept.strategy[group.group_id] = group
        else:
            call.corp.tag_groups[group.group_id] = group
        _tell(call, group.group_id, "tag_group", "create")
    made = state.add_tags(call.corp, group, wanted, now, agentid, prefix)
    for tag in made:
        _tell(call, tag.id, "tag", "create")
    call.world.changed()
    rows = map(_tag, state.sorted_tags(made))
    return {"tag_group": _group(group, rows, kept.strategy_of)}


def _edit(call: Call, library: Library, siblings: Library) -> dict[str, Any]:
    group, tag = checks.edited(call, library)
    name = checks.new_name(call, siblings, group, tag)
    order = checks.order_of(call.body, tag.order if tag is not None else group.order)
    if tag is not None:
        tag.name, tag.order = name or tag.name, order
        _tell(call, tag.id, "tag", "update")
    else:
        group.group_name, group.order = name or group.group_name, order
        _tell(call, group.group_id, "tag_group", "update")
    call.world.changed()
    return {}


def _delete(call: Call, library: Library) -> dict[str, Any]:
    tags, groups = checks.leaving(call, library)
    inside = {tag.id for id_ in groups for tag in library[id_].tags}
    state.remove(call.corp, library, tags, groups)
    for id_ in sorted(groups):
        _tell(call, id_, "tag_group", "delete")
    for id_ in sorted(tags - inside):
        _tell(call, id_, "tag", "delete")
    call.world.changed()
    return {}


async def list_tags(call: Call) -> dict[str, Any]:
    """The library, or the part of it that is asked for."""
    deleted = state.deleted_of(call.corp, strategy=False)
    return {"tag_group": _asked(call, call.corp.tag_groups, deleted)}


async def add(call: Call) -> dict[str, Any]:
    """Make tags, in a new or a known group."""
    return _add(call, call.corp.tag_groups, "et")


async def edit(call: Call) -> dict[str, Any]:
    """Rename or move a tag or group."""
    return _edit(call, call.corp.tag_groups, call.corp.tag_groups)


async def delete(call: Call) -> dict[str, Any]:
    """Delete tags and groups; a group goes with its last tag."""
    return _delete(call, call.corp.tag_groups)


async def mark(call: Call) -> dict[str, Any]:
    """Set and take tags of one relation."""
    relation = call.pair()
    relation.tags = checks.marks(call, relation)
    if call.corp.switches.events_for_api_changes:
        acts.edited(call.world, call.corp, relation)
    call.world.changed()
    return {}


async def list_strategy_tags(call: Call) -> dict[str, Any]:
    """Those of the app's own rule groups, or of one of them."""
    living = checks.own_strategies(call)
    deleted = state.deleted_of(call.corp, strategy=True)
    if fields.integer(call.body, "strategy_id", 0):
        wanted = known_strategy(call, CUSTOMERS).strategy_id
        strategy_of = call.corp.of(TagRecords).strategy_of
        living = {id_: group for id_, group in living.items() if strategy_of[id_] == wanted}
        deleted = {id_: group for id_, group in deleted.items() if strategy_of[id_] == wanted}
    makers = call.corp.of(TagRecords).makers
    mine = {id_: g for id_, g in deleted.items() if makers.get(id_) == call.app.agentid}
    return {"tag_group": _asked(call, living, mine)}


async def add_strategy_tags(call: Call) -> dict[str, Any]:
    """Make tags of a rule group of the first level."""
    strategy_id = checks.first_level(call).strategy_id
    return _add(call, state.strategy_library(call.corp, strategy_id), "st", strategy_id)


async def edit_strategy_tag(call: Call) -> dict[str, Any]:
    """Rename or move one; it stays in its rule group."""
    library = checks.own_strategies(call)
    group, _ = checks.edited(call, library)
    strategy_id = call.corp.of(TagRecords).strategy_of[group.group_id]
    return _edit(call, library, state.strategy_library(call.corp, strategy_id))


async def delete_strategy_tags(call: Call) -> dict[str, Any]:
    """Delete tags and groups of the app's own rule groups."""
    return _delete(call, checks.own_strategies(call))


_LIST = "Groups asked for by group_id are not reported once they are deleted."
_ADD = "A name its group has is skipped, or refused with 40071: switch tag_duplicate."
_EDIT = "Another app's tags and the console's are refused with 81011, or 40068: switch foreign_tag."
_MARK = "40144 comes at 1,000 tags on a relation; WeCom names no number."
VERBS = {
    "externalcontact/get_corp_tag_list": Verb(
        "POST", list_tags, {"tag_group": []}, document="92117", open=_LIST
    ),
    "externalcontact/add_corp_tag": Verb("POST", add, document="92117", open=_ADD),
    "externalcontact/edit_corp_tag": Verb("POST", edit, document="92117", open=_EDIT),
    "externalcontact/del_corp_tag": Verb("POST", delete, document="92117", open=_EDIT),
    "externalcontact/mark_tag": Verb(
        "POST", mark, counts_parallel=True, document="92118", open=_MARK
    ),
    "externalcontact/get_strategy_tag_list": Verb(
        "POST", list_strategy_tags, {"tag_group": []}, document="94882", open=_LIST
    ),
    "externalcontact/add_strategy_tag": Verb(
        "POST", add_strategy_tags, document="94882", open=_ADD
    ),
    "externalcontact/edit_strategy_tag": Verb("POST", edit_strategy_tag, document="94882"),
    "externalcontact/del_strategy_tag": Verb("POST", delete_strategy_tags, document="94882"),
}
