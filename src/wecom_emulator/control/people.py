"""What people do, told by whoever drives the emulator."""

import time
from typing import Any

from starlette.requests import Request

from wecom_emulator import acts
from wecom_emulator.acts import ImpossibleActError
from wecom_emulator.capacity import room_of
from wecom_emulator.state import Corp, Group, Message, Relation, Tag, TagGroup, new_id
from wecom_emulator.world import World

from .plumbing import Act, BadRequestError, member_of, relation_of


def _timing(body: dict[str, Any]) -> dict[str, Any]:
    return {
        "copies": 1 + int(body.get("duplicate") or 0),
        "delay_seconds": float(body.get("delay_ms") or 0) / 1000,
    }


def _add_answer(relation: Relation, code: Any) -> dict[str, Any]:
    return {
        "external_userid": relation.external_userid,
        "userid": relation.userid,
        "state": relation.channel,
        "relation": relation.state,
        "welcome_code": code.code if code is not None else None,
    }


async def scan(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """A person scans a code: by its config_id or by what its picture holds.

    Without skip_verify he asks, and the member confirms with `complete`; `half` is an add at once
    that the member still has to confirm.
    """
    config_id = str(body.get("config_id") or "")
    if not config_id and body.get("qr"):
        config_id = str(body["qr"]).rsplit("/vc", 1)[-1]
    way = corp.contact_ways.get(config_id)
    if way is None:
        message = f"no contact way {config_id or '(neither config_id nor qr)'}"
        raise BadRequestError(message, 404)
    able = [
        member.userid
        for member in corp.staff.values()
        if member.status == 1
        and (member.userid in way.user or set(member.department) & set(way.party))
    ]
    if not able:
        message = "nobody behind this code can be added"
        raise ImpossibleActError(message)
    timing = _timing(body)
    person = acts.meet(corp, body.get("person") or {})
    # Who knows one of them already, meets the same one again.
    met = [
        userid
        for userid in able
        if (known := corp.relation(userid, person.external_userid)) is not None
        and known.state in acts.MET
    ]
    # WeCom gives nobody to a member whose list is full while another has room.
    free = [userid for userid in able if room_of(world, corp, userid)] or able
    relation, code = acts.befriend(
        world,
        corp,
        met[0] if met else world.chance.choice(free),
        person,
        half=bool(body.get("half")),
        asks=not way.skip_verify,
        channel=way.state,
        **timing,
    )
    return _add_answer(relation, code)


async def add(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """A member adds a person by phone."""
    member = member_of(corp, body["userid"])
    timing = _timing(body)
    person = acts.meet(corp, body.get("person") or {})
    relation, code = acts.befriend(
        world, corp, member.userid, person, add_way=2, by_staff=True, **timing
    )
    return _add_answer(relation, code)


async def half_add(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """A person adds a member who does not confirm yet."""
    member = member_of(corp, body["userid"])
    timing = _timing(body)
    person = acts.meet(corp, body.get("person") or {})
    relation, code = acts.befriend(
        world,
        corp,
        member.userid,
        person,
        half=True,
        channel=str(body.get("state") or ""),
        **timing,
    )
    return _add_answer(relation, code)


async def complete(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """The member confirms a half add or a request."""
    relation = relation_of(corp, body["userid"], body["external_userid"])
    return _add_answer(relation, acts.complete(world, corp, relation, **_timing(body)))


async def unfollow(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """One side deletes the other."""
    relation = relation_of(corp, body["userid"], body["external_userid"])
    by = body.get("by", "customer")
    if by not in {"customer", "staff"}:
        message = f"a relation is ended by customer or staff, not by {by}"
        raise BadRequestError(message)
    acts.part(world, corp, relation, by)
    return {}


async def say(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """A chat message; two who talk get no welcome code any more.

    Answers whether it `reached` the other: a member is not told that a person deleted him.
    """
    sender, to = str(body["from"]), str(body.get("to") or body["chat_id"])
    told = {k: v for k, v in body.items() if k not in {"from", "to", "chat_id", "msgtype"}}
    by_member = corp.relation(sender, to)
    relation = by_member or corp.relation(to, sender)
    reached = True
    if relation is not None:
        reached = relation.state != "one_sided"
        if relation.state in {"asked", "gone"} or not (reached or by_member):
            message = f"the relation is {relation.state}, so no message passes"
            raise ImpossibleActError(message)
        relation.talked = True
        if by_member and reached:
            acts.receive(world, corp, sender, to, "message", {"msgtype": "text", **told})
    corp.messages.append(
        Message(time.time(), sender, to, str(body.get("msgtype", "text")), told, reached)
    )
    world.changed()
    return {"reached": reached}


async def remark(world: World, corp: Corp, body: dict[str, Any], request: Request) -> Any:
    """A member changes a remark in the client."""
    relation = relation_of(corp, request.path_params["userid"], body["external_userid"])
    relation.remark = str(body["remark"])
    acts.edited(world, corp, relation)
    return {}


async def tag(world: World, corp: Corp, body: dict[str, Any], request: Request) -> Any:
    """A member sets or takes tags in the client."""
    relation = relation_of(corp, request.path_params["userid"], body["external_userid"])
    gone = set(body.get("remove", []))
    relation.tags = list(
        dict.fromkeys([t for t in relation.tags if t not in gone] + list(body.get("add", [])))
    )
    acts.edited(world, corp, relation)
    return {}


async def resign(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """A member leaves the corp."""
    member = member_of(corp, request.path_params["userid"])
    del corp.staff[member.userid]
    world.deliveries.send(
        corp,
        {"Event": "change_contact", "ChangeType": "delete_user", "UserID": member.userid},
    )
    world.changed()
    return {}


async def console_tags(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """Somebody makes a tag group in WeCom's console: one event for the group, one for each tag."""
    now = world.clock.seconds()
    group = TagGroup(new_id("et"), str(body["group_name"]), int(body.get("order", 0)), now)
    group.tags = [Tag(new_id("et"), str(name), 0, now) for name in body["tags"]]
    corp.tag_groups[group.group_id] = group
    acts.tag_changed(world, corp, group.group_id, "tag_group", "create")
    for made in group.tags:
        acts.tag_changed(world, corp, made.id, "tag", "create")
    return {"group_id": group.group_id, "tag_ids": [made.id for made in group.tags]}


async def make_group(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """A member opens a customer group."""
    member = member_of(corp, body["owner"])
    chat_id = acts.new_chat_id()
    now = world.clock.seconds()
    corp.groups[chat_id] = Group(
        chat_id, str(body.get("name", "")), member.userid, now, {member.userid: now}
    )
    acts.chat_changed(world, corp, chat_id, "create")
    return {"chat_id": chat_id}


async def change_group(world: World, corp: Corp, body: dict[str, Any], request: Request) -> Any:
    """Join, leave, rename, dismiss."""
    chat_id, verb = request.path_params["chat_id"], request.path_params["verb"]
    group = corp.groups.get(chat_id)
    if group is None:
        message = f"no group {chat_id}"
        raise BadRequestError(message, 404)
    if group.dismissed:
        message = f"group {chat_id} is dismissed"
        raise ImpossibleActError(message)
    if verb in {"join", "leave"}:
        who = str(body["external_userid"])
        if (who in group.members) is (verb == "join"):
            message = f"{who} is {'already' if verb == 'join' else 'not'} in group {chat_id}"
            raise ImpossibleActError(message)
        if verb == "join":
            group.members[who] = world.clock.seconds()
            acts.members_changed(world, corp, group, "add_member", 3, [who])
        else:
            del group.members[who]
            acts.members_changed(world, corp, group, "del_member", 0, [who])
    elif verb == "rename":
        group.name = str(body["name"])
        acts.chat_changed(world, corp, chat_id, "update", UpdateDetail="change_name")
    elif verb == "dismiss":
        group.dismissed = True
        acts.chat_changed(world, corp, chat_id, "dismiss")
    else:
        message = f"a group can join, leave, rename or dismiss, not {verb}"
        raise BadRequestError(message, 404)
    return {"chat_id": chat_id}


ACTS: dict[str, Act] = {
    "scan": scan,
    "add": add,
    "half_add": half_add,
    "complete": complete,
    "unfollow": unfollow,
    "say": say,
    "console/tags": console_tags,
    "groups": make_group,
    "groups/{chat_id}/{verb}": change_group,
    "staff/{userid}/remark": remark,
    "staff/{userid}/tag": tag,
    "staff/{userid}/resign": resign,
}
