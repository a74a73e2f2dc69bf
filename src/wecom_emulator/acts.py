"""What people do: befriend, confirm, delete, talk. Each tells WeCom's news to the corp's apps."""

import secrets
import time
from typing import Any

from .capacity import corp_is_full, room_of
from .history import remember
from .state import Corp, Group, Person, Received, Relation, WelcomeCode, new_id, person_id
from .world import World

CONTACT = "change_external_contact"
CHAT = "change_external_chat"
MET = frozenset({"asked", "half", "whole"})
WAITING = frozenset({"asked", "half"})
PARTNER = 2
"""The type of a person who is on WeCom himself."""


class ImpossibleActError(Exception):
    """It cannot happen here; the text says why."""


def meet(corp: Corp, told: dict[str, Any]) -> Person:
    """The person of a request, known already by unionid or mobile, or new.

    One of `type` 2 works at a partner on WeCom: his id begins with wo, his corp_name is shown.
    """
    unionid, mobile = str(told.get("unionid") or ""), str(told.get("mobile") or "")
    if unionid:
        ids = [person_id(corp.corpid, unionid, prefix) for prefix in ("wm", "wo")]
        generated = corp.derived.of_unionid(unionid) if corp.derived is not None else None
        ids += [generated] if generated is not None else []
        known = next((corp.persons[id_] for id_ in ids if id_ in corp.persons), None)
    elif mobile:
        # Whose mobile was ever told is kept: nobody is looked for among the generated ones.
        kept = dict.values(corp.persons)
        known = next((person for person in kept if person.mobile == mobile), None)
    else:
        known = corp.persons.get(str(told.get("external_userid") or ""))
    if known is None:
        unionid = unionid or "o" + secrets.token_urlsafe(20)[:27]
        partner = int(told.get("type") or 1) == PARTNER
        known = Person(
            person_id(corp.corpid, unionid, "wo" if partner else "wm"),
            str(told.get("name") or "微信用户"),
            unionid,
            gender=int(told.get("gender") or 0),
            avatar=str(told.get("avatar") or ""),
            mobile=mobile,
            type=PARTNER if partner else 1,
            position=str(told.get("position") or "") if partner else "",
            corp_name=str(told.get("corp_name") or "") if partner else "",
            corp_full_name=str(told.get("corp_full_name") or "") if partner else "",
            external_profile=dict(told.get("external_profile") or {}) if partner else {},
        )
        corp.persons[known.external_userid] = known
    else:
        known.name = str(told.get("name") or known.name)
        known.gender = int(told.get("gender") or known.gender)
        known.avatar = str(told.get("avatar") or known.avatar)
        known.mobile = mobile or known.mobile
    return known


def issue_code(world: World, corp: Corp, relation: Relation, kind: str) -> WelcomeCode | None:
    """A welcome code, where WeCom gives one.

    Not for two who talk already, nor where WeCom's console welcomes for the member.
    """
    member = corp.staff.get(relation.userid)
    if relation.talked or (member is not None and member.console_welcome):
        return None
    if corp.persons[relation.external_userid].type == PARTNER:
        # Who was added inside a partnership of two companies is not welcomed.
        return None
    code = WelcomeCode(
        len(corp.codes) + 1,
        secrets.token_urlsafe(32),
        relation.userid,
        relation.external_userid,
        kind,
        world.clock.now(),
        time.time(),
    )
    corp.codes[code.code] = code
    return code


def _make_room(world: World, corp: Corp, userid: str, person: Person) -> None:
    """Raise ImpossibleActError where the member's list or the corp's contact scale is full."""
    if not room_of(world, corp, userid):
        message = f"{userid} has as many customers as a member may have"
    elif corp_is_full(world, corp, person.external_userid):
        message = f"{corp.corpid} has as many customers as its contact scale allows (610023)"
    else:
        return
    raise ImpossibleActError(message)


def _greet(world: World, corp: Corp, relation: Relation) -> None:
    """What the console's own welcome gives, at once."""
    member = corp.staff.get(relation.userid)
    if member is None or not member.console_welcome or relation.talked:
        return
    relation.welcomed = True
    text = {"text": member.console_welcome, "attachments": []}
    receive(world, corp, relation.userid, relation.external_userid, "welcome", text)


def _tell_add(
    world: World,
    corp: Corp,
    relation: Relation,
    change: str,
    code: WelcomeCode | None,
    copies: int,
    delay_seconds: float,
) -> None:
    fields: dict[str, Any] = {
        "Event": CONTACT,
        "ChangeType": change,
        "UserID": relation.userid,
        "ExternalUserID": relation.external_userid,
    }
    if relation.channel:
        fields["State"] = relation.channel
    if code is not None:
        fields["WelcomeCode"] = code.code
    world.deliveries.send(corp, fields, code=code, copies=copies, delay_seconds=delay_seconds)


def befriend(  # noqa: PLR0913 - each is one fact of the add
    world: World,
    corp: Corp,
    userid: str,
    person: Person,
    *,
    half: bool = False,
    asks: bool = False,
    channel: str = "",
    add_way: int = 1,
    by_staff: bool = False,
    copies: int = 1,
    delay_seconds: float = 0.0,
) -> tuple[Relation, WelcomeCode | None]:
    """A relation begins; between friends nothing changes and nothing is told.

    With `asks` it begins when the member confirms: until then WeCom tells nobody. Raises
    ImpossibleActError where the member or the corp has no room for a customer more.
    """
    known = corp.relation(userid, person.external_userid)
    if known is not None and known.state in MET:
        return known, None
    if known is None or known.state != "one_sided":
        _make_room(world, corp, userid, person)
    if known is not None and known.state == "one_sided":
        # The member never deleted him, so he has nothing to confirm.
        asks = False
    state = "half" if half else "asked" if asks else "whole"
    relation = corp.put(
        Relation(
            userid,
            person.external_userid,
            state,
            world.clock.seconds(),
            add_way=add_way,
            channel=channel,
            oper_userid=userid if by_staff else person.external_userid,
            began_at=world.clock.now(),
        )
    )
    world.changed()
    if by_staff:
        remember(corp, world.clock.now(), "applied", userid, person.external_userid)
    if state == "asked":
        return relation, None
    if state == "whole":
        remember(corp, world.clock.now(), "added", userid, person.external_userid)
    code = issue_code(world, corp, relation, "half" if half else "full")
    change = "add_half_external_contact" if half else "add_external_contact"
    _tell_add(world, corp, relation, change, code, copies, delay_seconds)
    _greet(world, corp, relation)
    return relation, code


def complete(
    world: World,
    corp: Corp,
    relation: Relation,
    *,
    copies: int = 1,
    delay_seconds: float = 0.0,
) -> WelcomeCode | None:
    """The member confirms a half add or a request; after a half's used code comes no other."""
    if relation.state not in WAITING:
        message = f"the relation is {relation.state}, so there is nothing to confirm"
        raise ImpossibleActError(message)
    relation.state = "whole"
    relation.createtime, relation.began_at = world.clock.seconds(), world.clock.now()
    remember(corp, world.clock.now(), "added", relation.userid, relation.external_userid)
    code = None if relation.welcomed else issue_code(world, corp, relation, "full")
    _tell_add(world, corp, relation, "add_external_contact", code, copies, delay_seconds)
    _greet(world, corp, relation)
    world.changed()
    return code


def assigned(world: World, corp: Corp, relation: Relation) -> None:
    """Somebody was handed to a member: an add like any other."""
    code = issue_code(world, corp, relation, "full")
    _tell_add(world, corp, relation, "add_external_contact", code, 1, 0.0)
    world.changed()


def part(world: World, corp: Corp, relation: Relation, by: str) -> None:
    """One side deletes the other; a customer who deleted the member stays readable for him."""
    if relation.state == "gone" or (relation.state == "one_sided" and by == "customer"):
        message = f"the relation is {relation.state} already"
        raise ImpossibleActError(message)
    relation.ended_by = by
    if relation.state == "asked":
        # Nobody was told of the request, so nobody is told that it is gone.
        relation.state = "gone"
        world.changed()
        return
    if by == "customer":
        # Nothing of a half add is left to read: the member never saw a friend.
        relation.state = "gone" if relation.state == "half" else "one_sided"
        change = "del_follow_user"
        remember(corp, world.clock.now(), "deleted", relation.userid, relation.external_userid)
    else:
        relation.state = "gone"
        change = "del_external_contact"
    relation.tags = []
    world.deliveries.send(
        corp,
        {
            "Event": CONTACT,
            "ChangeType": change,
            "UserID": relation.userid,
            "ExternalUserID": relation.external_userid,
        },
    )
    world.changed()


def edited(world: World, corp: Corp, relation: Relation) -> None:
    """A member changed remark, mobiles or tags in the client."""
    world.deliveries.send(
        corp,
        {
            "Event": CONTACT,
            "ChangeType": "edit_external_contact",
            "UserID": relation.userid,
            "ExternalUserID": relation.external_userid,
        },
    )
    world.changed()


def chat_changed(world: World, corp: Corp, chat_id: str, change: str, **more: object) -> None:
    """News of a customer group."""
    world.deliveries.send(corp, {"Event": CHAT, "ChatId": chat_id, "ChangeType": change, **more})
    world.changed()


def members_changed(
    world: World, corp: Corp, group: Group, detail: str, scene: int, members: list[str]
) -> None:
    """Somebody joined or left a group; its version moves on, and the event names both."""
    before, group.version = group.version, secrets.token_hex(16)
    chat_changed(
        world,
        corp,
        group.chat_id,
        "update",
        UpdateDetail=detail,
        **({"JoinScene": scene} if detail == "add_member" else {"QuitScene": scene}),
        MemChangeCnt=len(members),
        MemChangeList=members,
        LastMemVer=before,
        CurMemVer=group.version,
    )


def tag_changed(world: World, corp: Corp, id_: str, tag_type: str, change: str) -> None:
    """News of the tag library."""
    world.deliveries.send(
        corp,
        {
            "Event": "change_external_tag",
            "Id": id_,
            "TagType": tag_type,
            "ChangeType": change,
        },
    )
    world.changed()


def receive(
    world: World,
    corp: Corp,
    relation_userid: str,
    external_userid: str,
    kind: str,
    body: dict[str, Any],
) -> None:
    """A person gets something."""
    corp.received.append(Received(time.time(), external_userid, relation_userid, kind, body))
    world.changed()


def new_chat_id() -> str:
    """Of a group chat."""
    return new_id("wr")
