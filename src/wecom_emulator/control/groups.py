"""The life of customer groups, told by whoever drives the emulator."""

from typing import Annotated, Any

from pydantic import Field
from starlette.requests import Request

from wecom_emulator import acts, grouping
from wecom_emulator.areas.groups.state import opengid_of
from wecom_emulator.state import Corp, Group, Person, new_id
from wecom_emulator.world import World

from .declaring import Answer, Body, Query, declare
from .plumbing import Act, BadRequestError, member_of
from .shapes import GroupId, Whom

PREFIXES = ("wm", "wo")
"""What the ids of people on WeChat and on WeCom begin with."""
_SCENES = {grouping.INVITED, grouping.BY_LINK, grouping.SCANNED}


def group_of(corp: Corp, chat_id: object) -> Group:
    """The group; raises BadRequestError."""
    group = corp.groups.get(str(chat_id))
    if group is None:
        message = f"no group {chat_id}"
        raise BadRequestError(message, 404)
    return group


def _somebody(corp: Corp, who: object) -> str:
    """A member or a person by id, a stranger's too; raises BadRequestError."""
    if str(who) in corp.persons:
        return str(who)
    member = corp.member(str(who))
    if member is None and str(who)[:2] in PREFIXES:
        # People in groups need not be anybody's customer: this is the first that is heard of him.
        stranger = Person(
            str(who), "微信用户", new_id("o", 27), type=PREFIXES.index(str(who)[:2]) + 1
        )
        corp.persons[stranger.external_userid] = stranger
        return stranger.external_userid
    if member is None:
        message = f"nobody is {who}"
        raise BadRequestError(message, 404)
    return member.userid


def _named(corp: Corp, body: dict[str, Any]) -> list[str]:
    """Whom a body names: `members`, or one as `external_userid`, `userid` or `person`."""
    if body.get("members") is not None:
        return [_somebody(corp, who) for who in list(body["members"])]
    if body.get("person") is not None:
        return [acts.meet(corp, body["person"]).external_userid]
    one = body.get("external_userid") or body.get("userid")
    if not one:
        message = "who? external_userid, userid, person or members"
        raise BadRequestError(message)
    return [_somebody(corp, one)]


class NewGroup(Body):
    """A group that a member opens."""

    owner: str
    name: str = ""
    members: list[str] | None = None
    """Members and people, the owner not among them."""


class Somebody(Body):
    """Who: one of these."""

    external_userid: str | None = None
    userid: str | None = None
    person: Whom | None = None
    members: list[str] | None = None
    """Several, members and people."""


class Joining(Somebody):
    """Who comes in, and how."""

    scene: Annotated[int, Field(ge=1, le=3)] | None = None
    """3 by the code, as without it; 2 by a link; 1 invited."""
    invitor: str | None = None
    state: str | None = None
    """That of the code."""


class Inviting(Somebody):
    """Who is invited, by whom."""

    by: str
    link: bool | None = None
    """The invitation was a link."""


class NewName(Body):
    """The new name."""

    name: str


class Notice(Body):
    """The new notice."""

    notice: str


class Owner(Body):
    """The new owner."""

    userid: str


class Admins(Body):
    """All admins, the owner not among them."""

    userids: list[str]


class Nickname(Somebody):
    """Who has which name in this group."""

    nickname: str


class OfGroup(Query):
    """Which."""

    chat_id: str | None = None


class KeptGroup(Answer):
    """A group."""

    chat_id: str
    name: str
    owner: str
    notice: str
    dismissed: bool
    members: list[str]
    opengid: str
    """What a mini program gets in place of the chat_id."""


@declare(takes=NewGroup, answers=GroupId, tells=("create",))
async def make_group(world: World, corp: Corp, body: dict[str, Any], _: Request) -> Any:
    """A member opens a customer group, with `members` where they are named."""
    owner = member_of(corp, body["owner"]).userid
    members = [_somebody(corp, who) for who in list(body.get("members") or [])]
    group = grouping.open_group(world, corp, owner, str(body.get("name", "")), members)
    return {"chat_id": group.chat_id}


@declare(takes=Joining, answers=GroupId, tells=("add_member",))
def _join(world: World, corp: Corp, group: Group, body: dict[str, Any]) -> None:
    """Somebody comes in: `scene` 3 by the group's code (with `state`), 2 by a link, 1 invited."""
    scene = int(body.get("scene") or grouping.SCANNED)
    if scene not in _SCENES:
        message = f"scene is one of {sorted(_SCENES)}"
        raise BadRequestError(message)
    invitor = _somebody(corp, body["invitor"]) if body.get("invitor") else ""
    state = str(body.get("state") or "")
    who = _named(corp, body)
    grouping.enter(world, corp, group, who, scene=scene, state=state, invitor=invitor)


@declare(takes=Inviting, answers=GroupId, tells=("add_member",))
def _invite(world: World, corp: Corp, group: Group, body: dict[str, Any]) -> None:
    """Somebody in it invites `members`, by a link where `link` says so."""
    by = _somebody(corp, body["by"])
    if by not in group.members:
        message = f"{by} is not in group {group.chat_id}"
        raise acts.ImpossibleActError(message)
    scene = grouping.BY_LINK if body.get("link") else grouping.INVITED
    grouping.enter(world, corp, group, _named(corp, body), scene=scene, invitor=by)


@declare(takes=Somebody, answers=GroupId, tells=("del_member",))
def _leave(world: World, corp: Corp, group: Group, body: dict[str, Any]) -> None:
    """Somebody leaves."""
    grouping.leave(world, corp, group, _named(corp, body))


@declare(takes=Somebody, answers=GroupId, tells=("del_member",))
def _kick(world: World, corp: Corp, group: Group, body: dict[str, Any]) -> None:
    """Somebody is put out."""
    grouping.leave(world, corp, group, _named(corp, body), kicked=True)


@declare(takes=NewName, answers=GroupId, tells=("change_name",))
def _rename(world: World, corp: Corp, group: Group, body: dict[str, Any]) -> None:
    """The group gets another name."""
    grouping.rename(world, corp, group, str(body["name"]))


@declare(takes=Notice, answers=GroupId, tells=("change_notice",))
def _notice(world: World, corp: Corp, group: Group, body: dict[str, Any]) -> None:
    """The group gets another notice."""
    grouping.post_notice(world, corp, group, str(body["notice"]))


@declare(takes=Owner, answers=GroupId, tells=("change_owner",))
def _change_owner(world: World, corp: Corp, group: Group, body: dict[str, Any]) -> None:
    """Another member of the group owns it."""
    owner = member_of(corp, body["userid"]).userid
    if owner not in group.members:
        message = f"{owner} is not in group {group.chat_id}"
        raise acts.ImpossibleActError(message)
    grouping.change_owner(world, corp, group, owner)


@declare(takes=Admins, answers=GroupId)
def _set_admin(world: World, corp: Corp, group: Group, body: dict[str, Any]) -> None:
    """Who its admins are."""
    admins = [_somebody(corp, who) for who in list(body["userids"])]
    grouping.name_admins(world, corp, group, admins)


@declare(takes=Nickname, answers=GroupId)
def _nickname(world: World, corp: Corp, group: Group, body: dict[str, Any]) -> None:
    """Somebody has another name in this group."""
    [who] = _named(corp, body)
    if who not in group.members:
        message = f"{who} is not in group {group.chat_id}"
        raise acts.ImpossibleActError(message)
    seat = grouping.seat_of(corp, group, who)
    seat.nickname = str(body["nickname"])
    grouping.chat_of(corp, group).seats[who] = seat
    world.changed()


@declare(answers=GroupId, tells=("dismiss",))
def _dismiss(world: World, corp: Corp, group: Group, _: dict[str, Any]) -> None:
    """The group is no more."""
    grouping.dismiss(world, corp, group)


_VERBS = {
    "join": _join,
    "invite": _invite,
    "leave": _leave,
    "kick": _kick,
    "rename": _rename,
    "notice": _notice,
    "change_owner": _change_owner,
    "set_admin": _set_admin,
    "nickname": _nickname,
    "dismiss": _dismiss,
}


@declare(answers=GroupId, verbs=_VERBS)
async def change_group(world: World, corp: Corp, body: dict[str, Any], request: Request) -> Any:
    """Join, invite, leave, kick, rename, notice, change_owner, set_admin, nickname, dismiss."""
    group = group_of(corp, request.path_params["chat_id"])
    verb = request.path_params["verb"]
    act = _VERBS.get(verb)
    if act is None:
        message = f"a group can {', '.join(_VERBS)}, not {verb}"
        raise BadRequestError(message, 404)
    if group.dismissed:
        message = f"group {group.chat_id} is dismissed"
        raise acts.ImpossibleActError(message)
    act(world, corp, group, body)
    return {"chat_id": group.chat_id}


@declare(asks=OfGroup, answers=list[KeptGroup])
async def read_groups(world: World, corp: Corp, _: dict[str, Any], request: Request) -> Any:
    """Groups with their people and the opengid that a mini program is given; `chat_id` for one."""
    del world
    wanted = request.query_params.get("chat_id")
    found = corp.groups.values() if wanted is None else [group_of(corp, wanted)]
    return [
        {
            "chat_id": group.chat_id,
            "name": group.name,
            "owner": group.owner,
            "notice": group.notice,
            "dismissed": group.dismissed,
            "members": list(group.members),
            "opengid": opengid_of(corp, group),
        }
        for group in found
    ]


ACTS: dict[str, Act] = {"groups": make_group, "groups/{chat_id}/{verb}": change_group}
VIEWS: dict[str, Act] = {"groups": read_groups}
