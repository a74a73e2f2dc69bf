"""What people do, told by whoever drives the emulator."""

import time
from typing import Any, Literal

from pydantic import Field
from starlette.requests import Request

from wecom_emulator import acts
from wecom_emulator.acts import ImpossibleActError
from wecom_emulator.areas.acquisition_links import state as links
from wecom_emulator.areas.intercepts.state import BLOCKS, judge
from wecom_emulator.areas.tags.state import marked
from wecom_emulator.history import remember
from wecom_emulator.state import Corp, Group, Message, new_id
from wecom_emulator.world import World

from . import meeting
from .chats import words
from .declaring import Answer, Body, Empty, declare
from .plumbing import Act, BadRequestError, member_of, relation_of
from .shapes import Fields, Met, Pair, Timed, Whom


class Adding(Timed):
    """Whom a member adds."""

    userid: str
    person: Whom | None = None
    """Nobody known where it is left out."""
    add_way: int = 2
    """How, as WeCom numbers it."""
    wechat_channels: Fields | None = None


class HalfAdding(Timed):
    """Who adds a member."""

    userid: str
    person: Whom | None = None
    state: str | None = None
    """What `get` tells as the state of the add."""


class Completing(Timed):
    """Which of the two who are half friends, or wait."""

    userid: str
    external_userid: str


class Parting(Pair):
    """Who parts."""

    by: Literal["customer", "staff"] = "customer"
    """Who deletes the other."""


class Saying(Body):
    """What is said; other fields are kept and shown as they come."""

    sender: str = Field(alias="from")
    """A member or a customer."""
    to: str | None = None
    chat_id: str | None = None
    """A group that `from` is in, in place of `to`."""
    msgtype: str = "text"
    text: str | Fields | None = None
    """The words, or `{"content": …}` as WeCom's own messages have them."""


class Remark(Body):
    """What a member writes beside a customer's name."""

    external_userid: str
    remark: str | None = None
    """May be left out where there are `mobiles`."""
    mobiles: list[str] | None = None


class PersonalTag(Body):
    """A tag of the member's own."""

    group: str
    name: str


class Marking(Body):
    """Which tags a customer gets and loses."""

    external_userid: str
    add: list[str] = Field(default_factory=list)
    remove: list[str] = Field(default_factory=list)
    personal: list[PersonalTag] | None = None
    """The member's own tags, all of them."""


class Said(Answer):
    """What became of the words."""

    reached: bool
    intercepted: list[Fields] = Field(default_factory=list)
    """Rules against words that had something to say."""


@declare(takes=Adding, answers=Met, tells=("add_external_contact",))
async def add(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """A member adds a person, by phone or by another `add_way`.

    Of one from WeChat Channels (10) `wechat_channels` holds `nickname` and `source`.
    """
    member = member_of(corp, body["userid"])
    timing = meeting.timing(body)
    way, channels = int(body.get("add_way", 2)), dict(body.get("wechat_channels") or {})
    person = acts.meet(corp, body.get("person") or {})
    relation, code = acts.befriend(
        world, corp, member.userid, person, add_way=way, by_staff=True, **timing
    )
    relation.wechat_channels = channels or relation.wechat_channels
    return meeting.answer(relation, code)


@declare(takes=HalfAdding, answers=Met, tells=("add_half_external_contact",))
async def half_add(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """A person adds a member who does not confirm yet."""
    member = member_of(corp, body["userid"])
    timing = meeting.timing(body)
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
    return meeting.answer(relation, code)


@declare(takes=Completing, answers=Met, tells=("add_external_contact",))
async def complete(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """The member confirms a half add or a request."""
    relation = relation_of(corp, body["userid"], body["external_userid"])
    code = acts.complete(world, corp, relation, **meeting.timing(body))
    meeting.settle(world, corp, relation)
    return meeting.answer(relation, code)


@declare(takes=Parting, answers=Empty, tells=("del_follow_user", "del_external_contact"))
async def unfollow(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """One side deletes the other."""
    relation = relation_of(corp, body["userid"], body["external_userid"])
    by = body.get("by", "customer")
    if by not in {"customer", "staff"}:
        message = f"a relation is ended by customer or staff, not by {by}"
        raise BadRequestError(message)
    acts.part(world, corp, relation, by)
    return {}


@declare(takes=Saying, answers=Said, tells=("customer_start_chat", "message_from_customer"))
async def say(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """A chat message; two who talk get no welcome code any more.

    Answers whether it `reached` the other: a member is not told that a person deleted him. Where
    rules against words say something to a member's message, `intercepted` names them; with one
    that blocks it is not sent.
    """
    sender, to = str(body["from"]), str(body.get("to") or body["chat_id"])
    # A person's id is looked for among members last: that compares it with all of them.
    member = None if sender in corp.persons else corp.member(sender)
    verdicts = []
    if member is not None and (to in corp.persons or to in corp.groups):
        verdicts = judge(corp, member, words(body), str(body.get("msgtype", "text")))
    if any(each["intercept_type"] == BLOCKS for each in verdicts):
        return {"reached": False, "intercepted": verdicts}
    answer = _say(world, corp, sender, to, body)
    return {**answer, "intercepted": verdicts} if verdicts else answer


def _say(world: World, corp: Corp, sender: str, to: str, body: dict[str, Any]) -> dict[str, Any]:
    if to in corp.groups:
        return _say_in_group(world, corp, corp.groups[to], sender, body)
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
        remember(
            corp,
            world.clock.now(),
            "said",
            relation.userid,
            relation.external_userid,
            by_member=by_member is not None,
        )
        if not by_member:
            links.heard(world, corp, relation, new_id("", 40))
        if by_member and reached:
            acts.receive(world, corp, sender, to, "message", {"msgtype": "text", **told})
    corp.messages.append(
        Message(time.time(), sender, to, str(body.get("msgtype", "text")), told, reached)
    )
    world.changed()
    return {"reached": reached}


def _say_in_group(
    world: World, corp: Corp, group: Group, sender: str, body: dict[str, Any]
) -> dict[str, Any]:
    """A message to everybody in a group, of somebody who is in it."""
    if group.dismissed or sender not in group.members:
        message = f"{sender} is not in group {group.chat_id}, or it is dismissed"
        raise ImpossibleActError(message)
    told = {k: v for k, v in body.items() if k not in {"from", "to", "chat_id", "msgtype"}}
    kind = str(body.get("msgtype", "text"))
    corp.messages.append(Message(time.time(), sender, group.chat_id, kind, told))
    remember(corp, world.clock.now(), "spoken", sender, group.chat_id)
    world.changed()
    return {"reached": True}


@declare(takes=Remark, answers=Empty, tells=("edit_external_contact",))
async def remark(world: World, corp: Corp, body: dict[str, Any], request: Request) -> Any:
    """A member changes a remark, or the mobiles beside it, in the client."""
    relation = relation_of(corp, request.path_params["userid"], body["external_userid"])
    words = str(body.get("remark", relation.remark) if "mobiles" in body else body["remark"])
    mobiles = [str(mobile) for mobile in list(body.get("mobiles", relation.mobiles))]
    relation.remark, relation.mobiles = words, mobiles
    acts.edited(world, corp, relation)
    return {}


@declare(takes=Marking, answers=Empty, tells=("edit_external_contact",))
async def tag(world: World, corp: Corp, body: dict[str, Any], request: Request) -> Any:
    """A member sets or takes tags in the client; `personal` replaces his own ones.

    Those are rows of `group` and `name`.
    """
    relation = relation_of(corp, request.path_params["userid"], body["external_userid"])
    personal = relation.personal_tags
    if "personal" in body:
        personal = [(str(row["group"]), str(row["name"])) for row in list(body["personal"])]
    gone = set(body.get("remove", []))
    relation.tags = marked(relation, list(body.get("add", [])), gone)
    relation.personal_tags = personal
    acts.edited(world, corp, relation)
    return {}


ACTS: dict[str, Act] = {
    "add": add,
    "half_add": half_add,
    "complete": complete,
    "unfollow": unfollow,
    "say": say,
    "staff/{userid}/remark": remark,
    "staff/{userid}/tag": tag,
}
