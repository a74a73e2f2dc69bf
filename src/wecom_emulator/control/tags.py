"""What somebody does with tags in WeCom's own console."""

from typing import Any

from starlette.requests import Request

from wecom_emulator import acts
from wecom_emulator.areas.tags import state
from wecom_emulator.areas.tags.state import TagRecords
from wecom_emulator.state import Corp, Tag, TagGroup
from wecom_emulator.world import World

from .declaring import Answer, Body, Empty, declare
from .plumbing import Act, BadRequestError


def _library(corp: Corp) -> state.Library:
    return {**corp.tag_groups, **state.strategy_library(corp)}


def _found(corp: Corp, id_: str) -> tuple[TagGroup, Tag | None]:
    group, tag = state.find(_library(corp), id_)
    if group is None:
        message = f"no tag or group of tags {id_}"
        raise BadRequestError(message, 404)
    return group, tag


def _name(world: World, name: object, taken: set[str]) -> str:
    found = str(name)
    most = world.limits.tag_name_characters
    if not 0 < len(found) <= most:
        message = f"a name has 1 to {most} characters"
        raise BadRequestError(message)
    if found in taken:
        message = f"the name {found} is taken"
        raise acts.ImpossibleActError(message)
    return found


class NewTags(Body):
    """Tags, and the group they belong to."""

    tags: list[str]
    group_name: str | None = None
    """Of a new group."""
    group_id: str | None = None
    """Of one that is here."""
    order: int | None = None


class Name(Body):
    """The new name."""

    name: str


class Order(Body):
    """The order, first to last."""

    ids: list[str]
    group_id: str | None = None


class MadeTags(Answer):
    """What is new."""

    group_id: str
    tag_ids: list[str]


@declare(takes=NewTags, answers=MadeTags, tells=("create",))
async def make_tags(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """Make a group of tags, or with `group_id` tags in one: one event for each that is new."""
    names = [_name(world, name, set()) for name in list(body["tags"])]
    if not names:
        message = "a group has at least one tag"
        raise BadRequestError(message)
    now = world.clock.seconds()
    fresh = not body.get("group_id")
    if fresh:
        taken = {group.group_name for group in corp.tag_groups.values()}
        name = _name(world, body["group_name"], taken)
        group = state.make_group(corp, name, int(body.get("order") or 0), now, None)
        corp.tag_groups[group.group_id] = group
    else:
        group, _tag = _found(corp, str(body["group_id"]))
    prefix = "st" if group.group_id in corp.of(TagRecords).strategy_of else "et"
    made = state.add_tags(corp, group, [(name, 0) for name in names], now, None, prefix)
    if fresh:
        acts.tag_changed(world, corp, group.group_id, "tag_group", "create")
    for tag in made:
        acts.tag_changed(world, corp, tag.id, "tag", "create")
    return {"group_id": group.group_id, "tag_ids": [tag.id for tag in made]}


@declare(takes=Name, answers=Empty, tells=("update",))
async def rename(world: World, corp: Corp, body: dict[str, Any], request: Request) -> Any:
    """Give a tag or a group another name."""
    group, tag = _found(corp, request.path_params["id"])
    if tag is not None:
        others = {other.name for other in group.tags if other is not tag}
        tag.name = _name(world, body["name"], others)
        acts.tag_changed(world, corp, tag.id, "tag", "update")
    else:
        others = {g.group_name for g in corp.tag_groups.values() if g is not group}
        group.group_name = _name(world, body["name"], others)
        acts.tag_changed(world, corp, group.group_id, "tag_group", "update")
    return {}


@declare(answers=Empty, tells=("delete",))
async def delete(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """Delete a tag, or a group with its tags: that is one event."""
    group, tag = _found(corp, request.path_params["id"])
    if tag is not None:
        state.remove(corp, {group.group_id: group}, {tag.id}, set())
        acts.tag_changed(world, corp, tag.id, "tag", "delete")
    else:
        state.remove(corp, {group.group_id: group}, set(), {group.group_id})
        acts.tag_changed(world, corp, group.group_id, "tag_group", "delete")
    return {}


@declare(takes=Order, answers=Empty, tells=("shuffle",))
async def shuffle(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """Put the tags of `group_id` in the order of `ids`; without it the groups themselves."""
    ids = [str(id_) for id_ in list(body["ids"])]
    group_id = str(body.get("group_id") or "")
    group = _found(corp, group_id)[0] if group_id else None
    rows: dict[str, Any] = (
        {tag.id: tag for tag in group.tags} if group is not None else dict(corp.tag_groups)
    )
    if sorted(ids) != sorted(rows):
        message = "ids are all that are there, each once"
        raise BadRequestError(message)
    for place, id_ in enumerate(reversed(ids)):
        rows[id_].order = place
    world.deliveries.send(
        corp, {"Event": "change_external_tag", "Id": group_id, "ChangeType": "shuffle"}
    )
    world.changed()
    return {}


ACTS: dict[str, Act] = {
    "console/tags": make_tags,
    "console/tags/shuffle": shuffle,
    "console/tags/{id}/rename": rename,
    "console/tags/{id}/delete": delete,
}
