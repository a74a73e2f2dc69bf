"""Corp tags (documents 92117, 92118)."""

from typing import Any

from wecom_emulator import fields
from wecom_emulator.calls import Call, Verb
from wecom_emulator.errors import Refusal, RefusalError
from wecom_emulator.state import Tag, TagGroup, new_id


def _group(group: TagGroup, tags: list[Tag]) -> dict[str, Any]:
    return {
        "group_id": group.group_id,
        "group_name": group.group_name,
        "create_time": group.create_time,
        "order": group.order,
        "tag": [
            {"id": t.id, "name": t.name, "create_time": t.create_time, "order": t.order}
            for t in tags
        ],
    }


async def list_tags(call: Call) -> dict[str, Any]:
    """The library, or the part of it that is asked for."""
    tag_ids, group_ids = (
        set(fields.strings(call.body, "tag_id")),
        set(fields.strings(call.body, "group_id")),
    )
    groups = call.corp.tag_groups.values()
    if group_ids:
        return {"tag_group": [_group(g, g.tags) for g in groups if g.group_id in group_ids]}
    if tag_ids:
        chosen = [(g, [t for t in g.tags if t.id in tag_ids]) for g in groups]
        return {"tag_group": [_group(g, tags) for g, tags in chosen if tags]}
    return {"tag_group": [_group(g, g.tags) for g in groups]}


def _check_name(call: Call, name: str) -> None:
    if not 0 < len(name) <= call.world.limits.tag_name_characters:
        raise RefusalError(40072, "invalid tag name length")


async def add(call: Call) -> dict[str, Any]:
    """Make tags, in a new or a known group."""
    wanted = call.body.get("tag") or []
    if not wanted:
        raise RefusalError(40058, "missing tag. invalid Request Parameter")
    total = sum(len(g.tags) for g in call.corp.tag_groups.values())
    if total + len(wanted) > call.world.limits.tags:
        raise RefusalError(40126, "tag count reaches the limit")
    now = call.world.clock.seconds()
    group_id = str(call.body.get("group_id") or "")
    name = str(call.body.get("group_name") or "")
    group = call.corp.tag_groups.get(group_id)
    if group_id and group is None:
        raise RefusalError(40068, "invalid tagid")
    for row in wanted:
        # All of them before anything is made: a refusal leaves nothing behind.
        _check_name(call, str(row.get("name", "")))
    if group is None:
        _check_name(call, name)
        group = next((g for g in call.corp.tag_groups.values() if g.group_name == name), None)
    if group is None:
        group = TagGroup(new_id("et"), name, int(call.body.get("order") or 0), now)
        call.corp.tag_groups[group.group_id] = group
    made: list[Tag] = []
    for row in wanted:
        if not any(t.name == row["name"] for t in [*group.tags, *made]):
            made.append(Tag(new_id("et"), str(row["name"]), int(row.get("order") or 0), now))
    group.tags += made
    call.world.changed()
    return {"tag_group": _group(group, made)}


def _siblings(call: Call, tag_id: str) -> list[Tag]:
    """The other tags of the group that `tag_id` is in."""
    return [
        tag
        for group in call.corp.tag_groups.values()
        if any(tag.id == tag_id for tag in group.tags)
        for tag in group.tags
        if tag.id != tag_id
    ]


async def edit(call: Call) -> dict[str, Any]:
    """Rename or move a tag or group."""
    wanted = fields.text(call.body, "id", missing=Refusal(40068, "missing or invalid id"))
    group, tag = call.corp.tag_groups.get(wanted), call.corp.tag(wanted)
    if group is None and tag is None:
        raise RefusalError(40068, f"invalid string value `{wanted}`. invalid tagid/groupid")
    if "name" in call.body:
        name = str(call.body["name"])
        _check_name(call, name)
        if any(other.name == name for other in _siblings(call, wanted)):
            raise RefusalError(40071, "tag name already exist")
        if group is not None:
            if any(g.group_name == name for g in call.corp.tag_groups.values() if g is not group):
                raise RefusalError(40071, "tag name already exist")
            group.group_name = name
        elif tag is not None:
            tag.name = name
    if "order" in call.body:
        (group or tag).order = int(call.body["order"])  # type: ignore[union-attr] # one of them is
    call.world.changed()
    return {}


async def delete(call: Call) -> dict[str, Any]:
    """Delete tags and groups; a group goes with its last tag."""
    tag_ids, group_ids = (
        set(fields.strings(call.body, "tag_id")),
        set(fields.strings(call.body, "group_id")),
    )
    if not tag_ids and not group_ids:
        raise RefusalError(40063, "tag_id and group_id are both empty")
    known = {t.id for g in call.corp.tag_groups.values() for t in g.tags}
    if not tag_ids <= known or not group_ids <= set(call.corp.tag_groups):
        raise RefusalError(40068, "invalid tagid")
    gone = tag_ids | {t.id for g in group_ids for t in call.corp.tag_groups[g].tags}
    for of_person in call.corp.relations.values():
        for relation in of_person.values():
            if not gone.isdisjoint(relation.tags):
                relation.tags = [t for t in relation.tags if t not in gone]
    for group in list(call.corp.tag_groups.values()):
        group.tags = [t for t in group.tags if t.id not in tag_ids]
        if group.group_id in group_ids or not group.tags:
            del call.corp.tag_groups[group.group_id]
    call.world.changed()
    return {}


async def mark(call: Call) -> dict[str, Any]:
    """Set and take tags of one relation."""
    relation = call.pair()
    adding, removing = fields.strings(call.body, "add_tag"), fields.strings(call.body, "remove_tag")
    if not adding and not removing:
        raise RefusalError(
            40058, "add_tag and remove_tag are both empty. invalid Request Parameter"
        )
    for wanted in [*adding, *removing]:
        if call.corp.tag(wanted) is None:
            raise RefusalError(40068, f"invalid string value `{wanted}`. invalid tagid/groupid")
    kept = [t for t in relation.tags if t not in set(removing)]
    relation.tags = list(dict.fromkeys([*kept, *adding]))
    call.world.changed()
    return {}


VERBS = {
    "externalcontact/get_corp_tag_list": Verb("POST", list_tags),
    "externalcontact/add_corp_tag": Verb("POST", add),
    "externalcontact/edit_corp_tag": Verb("POST", edit),
    "externalcontact/del_corp_tag": Verb("POST", delete),
    "externalcontact/mark_tag": Verb("POST", mark, counts_parallel=True),
}
