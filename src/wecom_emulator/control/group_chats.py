"""A customer group as somebody in it sees it: who is there, who came and went, what was said."""

from typing import Any

from starlette.requests import Request

from wecom_emulator.areas.join_ways.state import JoinWay, JoinWays
from wecom_emulator.grouping import Stay, chat_of, seat_of
from wecom_emulator.population.chats import Groups
from wecom_emulator.state import Corp, Group
from wecom_emulator.world import World

from .chats import Mail, got_items, last_moment, mail_of, said_item
from .declaring import Answer, Query, declare
from .groups import group_of
from .plumbing import Act, BadRequestError
from .shapes import Face, GroupRow, Item, Search

FACES = 9
"""How many a picture of a group shows."""
MOST_SHOWN, MOST_MEMBERS, MOST_WAYS = 200, 200, 100
_BROADCAST = "group_broadcast"


class InGroup(Query):
    """Which group, as who sees it."""

    chat_id: str
    who: str


class GroupFace(Face):
    """Somebody in a group, with his part in it."""

    owner: bool
    admin: bool


class GroupItem(Item):
    """A line of a group: what was said, or who came and went."""

    id: str
    at: float = 0.0
    """Real time of what was said."""
    name: str = ""
    """Who came or went."""
    scene: int = 0
    """How he came: 1 invited, 2 by a link, 3 by the code."""
    by: str = ""
    """Who invited him."""


class GroupChat(GroupRow):
    """A group from the inside."""

    notice: str
    dismissed: bool
    people: list[GroupFace]
    items: list[GroupItem]


class JoinWayRow(Answer):
    """A code into groups."""

    config_id: str
    remark: str
    state: str
    groups: list[str]
    members: int


def face(corp: Corp, group: Group, who: str) -> dict[str, Any]:
    """Somebody in a group, by the name he has there."""
    person, member = corp.persons.get(who), corp.staff.get(who)
    left = corp.leavers.get(who)
    known = person or member or left
    return {
        "id": who,
        "name": seat_of(corp, group, who).nickname or (known.name if known is not None else who),
        "avatar": person.avatar if person is not None else "",
        "staff": person is None,
    }


def groups_of(corp: Corp, who: str) -> list[Group]:
    """The living groups that somebody is in."""
    groups = corp.groups
    if isinstance(groups, Groups):
        # Where most of them are worked out, asking each would hold everybody up.
        found = groups.holding(who)
    else:
        found = [group for group in groups.values() if who in group.members]
    return [group for group in found if not group.dismissed]


def shown_group(world: World, corp: Corp, group: Group, who: str) -> dict[str, Any]:
    """A row of the list of chats."""
    mail = mail_of(corp)
    items = _items(world, corp, group, who, mail)
    return {
        "chat_id": group.chat_id,
        "name": group.name,
        "owner": group.owner,
        "members": len(group.members),
        "faces": [face(corp, group, one) for one in list(group.members)[:FACES]],
        "joined_at": group.members.get(who, group.create_time),
        "at": last_moment(corp, mail, group.chat_id),
        "last": items[-1] if items else None,
    }


def _items(world: World, corp: Corp, group: Group, who: str, mail: Mail) -> list[dict[str, Any]]:
    """What he reads there, oldest first: words, broadcasts, welcomes."""
    since, items, seen = float(group.members.get(who, 0)), [], set()
    for place in mail.got.get(group.chat_id, [])[-MOST_SHOWN * FACES :]:
        got = corp.received[place]
        key = (got.kind, got.userid, str(got.body.get("msgid")))
        # A broadcast is received by each reader; who sent it sees it once.
        if who in corp.persons and got.external_userid != who:
            continue
        if got.kind == _BROADCAST and key in seen:
            continue
        seen.add(key)
        by = face(corp, group, got.userid)
        items += [
            item | {"who": by} for item in got_items(world, place, got, mine=got.userid == who)
        ]
    for place in mail.spoken.get(group.chat_id, [])[-MOST_SHOWN:]:
        said = corp.messages[place]
        item = said_item(world, place, said, mine=said.sender == who)
        items.append(item | {"who": face(corp, group, said.sender)})
    # Who comes in does not see what was said before.
    items = [item for item in items if item["clock"] >= since]
    return sorted(items, key=lambda item: float(item["at"]))


def _notes(corp: Corp, group: Group, who: str) -> list[dict[str, Any]]:
    """Who came and who went while he was there."""
    since = group.members.get(who, group.create_time)
    stays: list[Stay] = chat_of(corp, group).stays
    notes = []
    for one, joined_at in list(group.members.items())[-MOST_SHOWN:]:
        # Who comes in is not told who came before him, in the same second either.
        told = one == who or joined_at > since or (who in corp.staff and joined_at >= since)
        if told and (one != group.owner or who == one):
            seat = seat_of(corp, group, one)
            by = face(corp, group, seat.invitor)["name"] if seat.invitor else ""
            came = {"kind": "opened" if one == group.owner else "joined", "scene": seat.scene}
            notes.append(_note(corp, group, one, float(joined_at), who) | came | {"by": by})
    notes += [
        _note(corp, group, stay.who, stay.left_at, who) | {"kind": "left"}
        for stay in stays[-MOST_SHOWN:]
        # Only staff are told who left.
        if stay.left_at >= since and who in corp.staff
    ]
    return notes


def _note(corp: Corp, group: Group, one: str, clock: float, who: str) -> dict[str, Any]:
    name = face(corp, group, one)["name"]
    return {"id": f"n{one}-{clock:.3f}", "clock": clock, "name": name, "mine": one == who}


@declare(asks=InGroup, answers=GroupChat)
async def read_group_chat(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """A group as `who` (a member or a person in it) sees it, oldest first, the newest of it.

    Items have a `kind`: opened, joined, left, or that of a message with `who` said it; `clock` is
    the emulator's time. Of the people at most 200 are told.
    """
    query = request.query_params
    group, who = group_of(corp, query["chat_id"]), query["who"]
    if who not in group.members:
        message = f"{who} is not in group {group.chat_id}"
        raise BadRequestError(message, 404)
    items = _items(world, corp, group, who, mail_of(corp)) + _notes(corp, group, who)
    admins = chat_of(corp, group).admins
    return {
        **shown_group(world, corp, group, who),
        "notice": group.notice,
        "dismissed": group.dismissed,
        "people": [
            face(corp, group, one) | {"owner": one == group.owner, "admin": one in admins}
            for one in list(group.members)[:MOST_MEMBERS]
        ],
        "items": sorted(items, key=lambda item: float(item["clock"]))[-MOST_SHOWN:],
    }


def _way(corp: Corp, way: JoinWay) -> dict[str, Any]:
    known = [corp.groups[chat_id] for chat_id in [*way.chat_id_list, *way.made]]
    living = [group for group in known if not group.dismissed]
    return {
        "config_id": way.config_id,
        "remark": way.remark,
        "state": way.state,
        "groups": [group.name for group in living],
        "members": sum(len(group.members) for group in living),
    }


@declare(asks=Search, answers=list[JoinWayRow])
async def read_join_ways(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """Codes that lead into groups, newest first, with the names of the groups behind each.

    `q` looks in remark, state and names; `limit` is at most 100.
    """
    del world
    wanted = request.query_params.get("q", "").strip().lower()
    limit = max(0, min(int(request.query_params.get("limit", MOST_WAYS)), MOST_WAYS))
    rows = (_way(corp, way) for way in reversed(corp.of(JoinWays).ways.values()))
    found = [
        row
        for row in rows
        if wanted in "\n".join([row["remark"], row["state"], *row["groups"]]).lower()
    ]
    return found[:limit]


VIEWS: dict[str, Act] = {"group_chat": read_group_chat, "join_ways": read_join_ways}
