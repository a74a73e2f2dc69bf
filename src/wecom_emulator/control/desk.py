"""What the staff side of the phone asks: a member's chats and requests, one chat with its card."""

from dataclasses import asdict
from typing import Any

from starlette.requests import Request

from wecom_emulator import acts
from wecom_emulator.company import Staff
from wecom_emulator.state import SHOWN, Corp, Person, Relation
from wecom_emulator.world import World

from .chats import last_moment, last_words, mail_of, pair_key, seen_by_member
from .declaring import Answer, declare
from .group_chats import groups_of, shown_group
from .plumbing import Act, member_of, relation_of
from .shapes import GroupRow, Item, OfMember, OfPair, Search

MOST_ROWS = 100


class OfDesk(OfMember, Search):
    """Whose desk, and what of it."""


class Card(Answer):
    """A customer, as the member knows him."""

    external_userid: str
    unionid: str
    name: str
    avatar: str
    remark: str
    state: str
    createtime: int
    channel: str
    added_at: float
    """Real time."""


class ChatRow(Card):
    """A chat in the list."""

    last: Item | None


class Desk(Answer):
    """What a member has before him."""

    now: float
    member: Staff
    requests: list[Card]
    requests_total: int
    chats: list[ChatRow]
    chats_total: int
    groups: list[GroupRow]
    groups_total: int


class TagName(Answer):
    """A tag."""

    group: str
    name: str


class DeskChat(Card):
    """A chat whole, with what the member knows."""

    userid: str
    description: str
    company: str
    mobiles: list[str]
    tags: list[TagName]
    ended_by: str
    items: list[Item]


def _card(world: World, person: Person, relation: Relation) -> dict[str, Any]:
    return {
        "external_userid": person.external_userid,
        "unionid": person.unionid,
        "name": person.name,
        "avatar": person.avatar,
        "remark": relation.remark,
        "state": relation.state,
        "createtime": relation.createtime,
        "channel": relation.channel,
        "added_at": relation.createtime - world.clock.offset,
    }


@declare(asks=OfDesk, answers=Desk)
async def read_desk(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """A member's chats and groups, newest first, and the requests that wait for him.

    `q` looks in names and remarks, `limit` is at most 100.
    """
    query = request.query_params
    member = member_of(corp, query["userid"])
    wanted, limit = query.get("q", "").strip().lower(), int(query.get("limit", "50"))
    limit = max(1, min(limit, MOST_ROWS))
    mail, requests, chats = mail_of(corp), [], []
    for relation in corp.relations_by(member.userid):
        if relation.state not in SHOWN | acts.WAITING:
            continue
        person = corp.persons[relation.external_userid]
        if wanted and wanted not in f"{person.name}\n{relation.remark}".lower():
            continue
        added_at = relation.createtime - world.clock.offset
        if relation.state in acts.WAITING:
            requests.append((added_at, relation))
        else:
            key = pair_key(member.userid, relation.external_userid)
            chats.append((max(added_at, last_moment(corp, mail, key)), relation))
    groups = [g for g in groups_of(corp, member.userid) if wanted in g.name.lower()]
    groups.sort(key=lambda g: last_moment(corp, mail, g.chat_id) or g.create_time, reverse=True)
    return {
        "now": world.clock.now(),
        "member": asdict(member),
        "requests": [_row(world, corp, relation) for relation in _first(requests, limit)],
        "requests_total": len(requests),
        "chats": [
            _row(world, corp, relation)
            | {"last": last_words(world, corp, mail, member.userid, relation.external_userid)}
            for relation in _first(chats, limit)
        ],
        "chats_total": len(chats),
        "groups": [shown_group(world, corp, group, member.userid) for group in groups[:limit]],
        "groups_total": len(groups),
    }


def _first(rows: list[tuple[float, Relation]], limit: int) -> list[Relation]:
    """The newest of them."""
    return [row[1] for row in sorted(rows, key=lambda row: row[0], reverse=True)[:limit]]


def _row(world: World, corp: Corp, relation: Relation) -> dict[str, Any]:
    return _card(world, corp.persons[relation.external_userid], relation)


@declare(asks=OfPair, answers=DeskChat)
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
