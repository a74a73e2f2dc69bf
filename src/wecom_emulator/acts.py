"""What people do: befriend, confirm, delete, talk. Each tells WeCom's news to the corp's apps."""

import secrets
import time
from typing import Any

from .state import Corp, Group, Person, Received, Relation, WelcomeCode, new_id, person_id
from .world import World

CONTACT = "change_external_contact"
CHAT = "change_external_chat"
MET = frozenset({"asked", "half", "whole"})
WAITING = frozenset({"asked", "half"})


class ImpossibleActError(Exception):
    """It cannot happen here; the text says why."""


def meet(corp: Corp, told: dict[str, Any]) -> Person:
    """The person of a request, known already by unionid or mobile, or new."""
    unionid, mobile = str(told.get("unionid") or ""), str(told.get("mobile") or "")
    if unionid:
        known = corp.persons.get(person_id(corp.corpid, unionid))
    elif mobile:
        known = next((p for p in corp.persons.values() if p.mobile == mobile), None)
    else:
        known = corp.persons.get(str(told.get("external_userid") or ""))
    if known is None:
        unionid = unionid or "o" + secrets.token_urlsafe(20)[:27]
        known = Person(
            person_id(corp.corpid, unionid),
            str(told.get("name") or "微信用户"),
            unionid,
            gender=int(told.get("gender") or 0),
            avatar=str(told.get("avatar") or ""),
            mobile=mobile,
        )
        corp.persons[known.external_userid] = known
    else:
        known.name = str(told.get("name") or known.name)
        known.gender = int(told.get("gender") or known.gender)
        known.avatar = str(told.get("avatar") or known.avatar)
        known.mobile = mobile or known.mobile
    return known


def issue_code(world: World, corp: Corp, relation: Relation, kind: str) -> WelcomeCode | None:
    """A welcome code, where WeCom gives one: not for two who talk already."""
    if relation.talked:
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

    With `asks` it begins when the member confirms: until then WeCom tells nobody.
    """
    known = corp.relation(userid, person.external_userid)
    if known is not None and known.state in MET:
        return known, None
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
        )
    )
    world.changed()
    if state == "asked":
        return relation, None
    code = issue_code(world, corp, relation, "half" if half else "full")
    change = "add_half_external_contact" if half else "add_external_contact"
    _tell_add(world, corp, relation, change, code, copies, delay_seconds)
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
    relation.createtime = world.clock.seconds()
    code = None if relation.welcomed else issue_code(world, corp, relation, "full")
    _tell_add(world, corp, relation, "add_external_contact", code, copies, delay_seconds)
    world.changed()
    return code


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
