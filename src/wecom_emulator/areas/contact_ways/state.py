"""Codes to scan, who stands behind one, and the chats that end by themselves."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from wecom_emulator import acts, fields
from wecom_emulator.acts import ImpossibleActError
from wecom_emulator.capacity import room_of
from wecom_emulator.code_quota import CodeQuota
from wecom_emulator.state import SHOWN, ContactWay, Corp, Person, Relation, Staff, below
from wecom_emulator.timers import set_timer
from wecom_emulator.world import World

SINGLE, MULTIPLE = 1, 2
MINI_PROGRAM, QR = 1, 2
ACTIVATED = 1
CHAT_ENDS = "contact_ways.chat_ends"


@dataclass(slots=True)
class TemporaryChat:
    """A chat that ends; `ends_at` is 0 until the two are friends."""

    userid: str
    external_userid: str
    seconds: int
    conclusions: dict[str, Any]
    ends_at: float = 0.0
    began_at: float = 0.0
    """Of the friendship it belongs to: a later one of the two is an ordinary one."""


@dataclass(slots=True)
class Ways:
    """What is kept beside the codes themselves."""

    day: int = 0
    """The midnight of the day that `made_today` counts."""
    made_today: int = 0
    chats: dict[str, TemporaryChat] = field(default_factory=dict)
    """By the pair."""
    routed: dict[str, str] = field(default_factory=dict)
    """Who of an exclusive code serves an enterprise, by config_id and the enterprise's name."""


def pair_of(userid: str, external_userid: str) -> str:
    """The key of two; no userid holds a space."""
    return f"{userid} {external_userid}"


def keep(world: World, corp: Corp, way: ContactWay) -> None:
    """Keep a new or a changed one."""
    known = way.config_id in corp.contact_ways
    corp.contact_ways[way.config_id] = way
    if way.is_temp:
        ways = corp.of(Ways)
        corp.of(CodeQuota).temporary[way.config_id] = way.created_at + way.expires_in
        if not known:
            ways.made_today = made_today(world, corp) + 1
            ways.day = fields.midnight(world.clock.now())
    world.changed()


def remove(world: World, corp: Corp, config_id: str) -> None:
    """Forget one; chats that came from it go on."""
    del corp.contact_ways[config_id]
    corp.of(CodeQuota).temporary.pop(config_id, None)
    world.changed()


def made_today(world: World, corp: Corp) -> int:
    """How many temporary ones were made since midnight in Shanghai."""
    ways = corp.of(Ways)
    return ways.made_today if ways.day == fields.midnight(world.clock.now()) else 0


def is_expired(world: World, corp: Corp, way: ContactWay) -> bool:
    """Whether a temporary code's time is over."""
    return way.is_temp and corp.of(CodeQuota).temporary[way.config_id] <= world.clock.now()


def behind(corp: Corp, userids: Collection[str], parties: Collection[int]) -> list[Staff]:
    """The members of a code: those named, and all below its departments."""
    if not parties:
        return [corp.staff[userid] for userid in userids if userid in corp.staff]
    return [
        member
        for member in corp.staff.values()
        if member.userid in userids
        or any(below(corp.departments, mine, parties) for mine in member.department)
    ]


def is_able(member: Staff) -> bool:
    """Whether a stranger can add him."""
    return member.status == ACTIVATED and member.contact and member.verified


def friends(corp: Corp, members: Sequence[Staff], person: Person) -> list[Staff]:
    """Those of them who met the person already."""
    return [
        member
        for member in members
        if (known := corp.relation(member.userid, person.external_userid)) is not None
        and known.state in acts.MET
    ]


def choose(world: World, corp: Corp, members: Sequence[Staff], person: Person) -> Staff:
    """Who of them the person meets: the one he knows, else one who has room, by chance."""
    able = [member for member in members if is_able(member)]
    if not able:
        message = "nobody behind this code can be added"
        raise ImpossibleActError(message)
    if met := friends(corp, able, person):
        return met[0]
    while able:
        chosen = world.chance.choice(able)
        if room_of(world, corp, chosen.userid):
            return chosen
        able.remove(chosen)
    message = "everybody behind this code has all the customers he may have"
    raise ImpossibleActError(message)


def expect_chat(world: World, corp: Corp, way: ContactWay, relation: Relation) -> None:
    """A person came by a temporary code: the chat's time begins once they are friends."""
    pair = pair_of(relation.userid, relation.external_userid)
    corp.of(Ways).chats[pair] = TemporaryChat(
        relation.userid, relation.external_userid, way.chat_expires_in, dict(way.conclusions)
    )
    begin_chat(world, corp, relation)


def begin_chat(world: World, corp: Corp, relation: Relation) -> None:
    """The two are friends: a temporary chat of theirs begins to run, and will end."""
    pair = pair_of(relation.userid, relation.external_userid)
    chat = corp.of(Ways).chats.get(pair)
    if chat is None or chat.ends_at or relation.state != "whole":
        return
    chat.ends_at, chat.began_at = world.clock.now() + chat.seconds, relation.began_at
    set_timer(corp, chat.ends_at, CHAT_ENDS, pair)
    world.changed()


def living_chat(corp: Corp, relation: Relation) -> TemporaryChat | None:
    """The temporary chat of the two."""
    chat = corp.of(Ways).chats.get(pair_of(relation.userid, relation.external_userid))
    if chat is None or not chat.ends_at or relation.state not in SHOWN:
        return None
    return chat if chat.began_at == relation.began_at else None


def end_chat(world: World, corp: Corp, relation: Relation) -> bool:
    """The customer gets the conclusions, then the friendship is over; whether there was one."""
    chat = living_chat(corp, relation)
    corp.of(Ways).chats.pop(pair_of(relation.userid, relation.external_userid), None)
    if chat is None:
        return False
    if chat.conclusions and relation.state == "whole":
        acts.receive(
            world, corp, chat.userid, chat.external_userid, "conclusion", _message(chat.conclusions)
        )
    if corp.switches.events_for_api_changes:
        acts.part(world, corp, relation, "staff")
    else:
        relation.state, relation.ended_by, relation.tags = "gone", "staff", []
    world.changed()
    return True


def chat_is_due(world: World, corp: Corp, pair: str) -> None:
    """Its time is over, unless it ended before or began anew."""
    chat = corp.of(Ways).chats.get(pair)
    if chat is None or not chat.ends_at or chat.ends_at > world.clock.now():
        return
    relation = corp.relation(chat.userid, chat.external_userid)
    if relation is not None:
        end_chat(world, corp, relation)


def _message(conclusions: dict[str, Any]) -> dict[str, Any]:
    """What the phone shows: a text, and after it one more thing at most."""
    text = (conclusions.get("text") or {}).get("content", "")
    more = [kind for kind in ("image", "link", "miniprogram") if kind in conclusions]
    return {
        "text": text,
        "attachments": [{"msgtype": kind, kind: conclusions[kind]} for kind in more],
    }
