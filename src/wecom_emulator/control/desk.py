"""What the staff side of the phone asks: a member's chats and requests, one chat with its card."""

from dataclasses import asdict
from typing import Any

from starlette.requests import Request

from wecom_emulator import acts
from wecom_emulator.state import SHOWN, Corp, Person, Relation
from wecom_emulator.world import World

from .chats import last_words, seen_by_member
from .plumbing import Act, member_of, relation_of

MOST_ROWS = 100


def _card(world: World, person: Person, relation: Relation) -> dict[str, Any]:
    return {
        "external_userid": person.external_userid,
        "unionid": person.unionid,
        "name": person.name,
        "avatar": person.avatar,
        "remark": relation.remark,
        "state": relation.state,
        "channel": relation.channel,
        "added_at": relation.createtime - world.clock.offset,
    }


async def read_desk(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """A member's chats, newest first, and the requests that wait for him.

    `q` looks in names and remarks, `limit` is at most 100.
    """
    query = request.query_params
    member = member_of(corp, query["userid"])
    wanted, limit = query.get("q", "").strip().lower(), int(query.get("limit", "50"))
    limit = max(1, min(limit, MOST_ROWS))
    requests, chats = [], []
    last = last_words(world, corp, member.userid)
    for external, of_person in corp.relations.items():
        relation = of_person.get(member.userid)
        if relation is None or relation.state not in SHOWN | acts.WAITING:
            continue
        person = corp.persons[external]
        if wanted and wanted not in f"{person.name}\n{relation.remark}".lower():
            continue
        row = _card(world, person, relation)
        if relation.state in acts.WAITING:
            requests.append(row)
        else:
            chats.append(row | {"last": last.get(external)})
    requests.sort(key=lambda row: row["added_at"], reverse=True)
    chats.sort(key=lambda row: max(row["added_at"], (row["last"] or {"at": 0})["at"]), reverse=True)
    return {
        "now": world.clock.now(),
        "member": asdict(member),
        "requests": requests[:limit],
        "requests_total": len(requests),
        "chats": chats[:limit],
        "chats_total": len(chats),
    }


async def read_chat(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """One chat of a member with what he knows of the person."""
    query = request.query_params
    relation = relation_of(corp, query["userid"], query["external_userid"])
    person = corp.persons[relation.external_userid]
    return {
        **_card(world, person, relation),
        "userid": relation.userid,
        "description": relation.description,
        "company": relation.company,
        "mobiles": relation.mobiles,
        "tags": [
            {"group": group.group_name, "name": tag.name}
            for group in corp.tag_groups.values()
            for tag in group.tags
            if tag.id in relation.tags
        ],
        "ended_by": relation.ended_by,
        "items": seen_by_member(world, corp, relation),
    }


VIEWS: dict[str, Act] = {"desk": read_desk, "desk/chat": read_chat}
