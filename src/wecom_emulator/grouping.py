"""The life of customer groups: who comes and goes, whose they are; each tells the corp's apps."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field

from . import acts
from .acts import ImpossibleActError
from .greeting import greet
from .state import Corp, Group
from .world import World

INVITED, BY_LINK, SCANNED = 1, 2, 3
"""How somebody came, as `join_scene` names it."""
INHERITING, INHERITED = 2, 3
"""The status of a group on its way from an owner who left, and of one that arrived."""


@dataclass(slots=True)
class Seat:
    """How somebody came into a group, and what he is called there."""

    scene: int = INVITED
    state: str = ""
    """Of the join way he scanned."""
    invitor: str = ""
    nickname: str = ""


@dataclass(slots=True)
class Stay:
    """Somebody who was in a group and is no more."""

    who: str
    joined_at: float
    left_at: float


@dataclass(slots=True)
class Chat:
    """What is known of a group beside its face."""

    seats: dict[str, Seat] = field(default_factory=dict)
    admins: list[str] = field(default_factory=list)
    stays: list[Stay] = field(default_factory=list)
    owners: list[tuple[float, str]] = field(default_factory=list)
    """Since when it was whose; before the first it was his who has it now."""
    status: int = 0
    moved: list[float] = field(default_factory=list)
    """When members who still work here handed it over."""
    dismissed_at: float = 0.0


@dataclass(slots=True)
class Chats:
    """By chat_id."""

    by_id: dict[str, Chat] = field(default_factory=dict)


def chat_of(corp: Corp, group: Group) -> Chat:
    """What is known of a group beside its face, to change it."""
    return corp.of(Chats).by_id.setdefault(group.chat_id, Chat())


def known_of(corp: Corp, group: Group) -> Chat:
    """The same to read: of most groups of a large company nothing is kept."""
    return corp.of(Chats).by_id.get(group.chat_id) or Chat()


def seat_of(corp: Corp, group: Group, who: str) -> Seat:
    """How somebody came; of those nobody told of, people scanned and members were invited."""
    default = Seat(SCANNED if who in corp.persons else INVITED)
    return known_of(corp, group).seats.get(who, default)


def is_customer_group(corp: Corp, group: Group) -> bool:
    """Whether its owner has the customer-contact feature; one who left had it."""
    owner = corp.staff.get(group.owner)
    return owner is None or owner.contact


def owner_at(corp: Corp, group: Group, at: float) -> str:
    """Whose it was at a moment."""
    owners = known_of(corp, group).owners
    found = [owner for since, owner in owners if since <= at]
    return found[-1] if found else (owners[0][1] if owners else group.owner)


def open_group(
    world: World, corp: Corp, owner: str, name: str, members: Sequence[str] = ()
) -> Group:
    """A member opens a group with whom he invites."""
    now = world.clock.seconds()
    everybody = dict.fromkeys([owner, *members], now)
    group = Group(acts.new_chat_id(), name, owner, now, everybody)
    corp.groups[group.chat_id] = group
    chat = chat_of(corp, group)
    chat.owners.append((now, owner))
    for who in everybody:
        chat.seats[who] = Seat(invitor="" if who == owner else owner)
    _tell(world, corp, group, "create")
    return group


def enter(
    world: World,
    corp: Corp,
    group: Group,
    who: Sequence[str],
    *,
    scene: int = SCANNED,
    state: str = "",
    invitor: str = "",
) -> None:
    """People join; raises ImpossibleActError where one of them is in it, or it is no more."""
    _living(group)
    for one in who:
        if one in group.members:
            message = f"{one} is already in group {group.chat_id}"
            raise ImpossibleActError(message)
    for one in dict.fromkeys(who):
        group.members[one] = world.clock.seconds()
        chat_of(corp, group).seats[one] = Seat(scene, state if scene == SCANNED else "", invitor)
    _tell_members(world, corp, group, "add_member", SCANNED if scene == SCANNED else 0, who)
    for one in dict.fromkeys(who):
        greet(world, corp, group, one)


def leave(
    world: World, corp: Corp, group: Group, who: Sequence[str], *, kicked: bool = False
) -> None:
    """People leave or are removed; the owner stays until somebody else has the group."""
    _living(group)
    for one in who:
        if one not in group.members:
            message = f"{one} is not in group {group.chat_id}"
            raise ImpossibleActError(message)
        if one == group.owner:
            message = f"{one} owns group {group.chat_id}; change the owner or dismiss it"
            raise ImpossibleActError(message)
    chat = chat_of(corp, group)
    for one in dict.fromkeys(who):
        chat.stays.append(Stay(one, group.members.pop(one), world.clock.now()))
        chat.seats.pop(one, None)
        if one in chat.admins:
            chat.admins.remove(one)
    _tell_members(world, corp, group, "del_member", int(kicked), who)


def rename(world: World, corp: Corp, group: Group, name: str) -> None:
    """Somebody gives it a name."""
    _living(group)
    group.name = name
    _tell(world, corp, group, "update", UpdateDetail="change_name")


def post_notice(world: World, corp: Corp, group: Group, notice: str) -> None:
    """Somebody writes its announcement."""
    _living(group)
    group.notice = notice
    _tell(world, corp, group, "update", UpdateDetail="change_notice")


def change_owner(
    world: World, corp: Corp, group: Group, owner: str, *, silent: bool = False
) -> None:
    """It is another member's; one who was not in it comes in."""
    _living(group)
    if owner == group.owner:
        message = f"group {group.chat_id} is {owner}'s already"
        raise ImpossibleActError(message)
    chat, now = chat_of(corp, group), world.clock.now()
    if not chat.owners:
        chat.owners.append((group.create_time, group.owner))
    if owner not in group.members:
        group.members[owner] = int(now)
        chat.seats[owner] = Seat(invitor=group.owner if group.owner in corp.staff else "")
        if silent:
            group.version = secrets.token_hex(16)
        else:
            _tell_members(world, corp, group, "add_member", 0, [owner])
    chat.owners.append((now, owner))
    if owner in chat.admins:
        chat.admins.remove(owner)
    if group.owner not in corp.staff and group.owner in group.members:
        # Who left the company stays only as long as nobody has his group.
        chat.stays.append(Stay(group.owner, group.members.pop(group.owner), now))
        chat.seats.pop(group.owner, None)
        if silent:
            group.version = secrets.token_hex(16)
        else:
            gone, group.owner = group.owner, owner
            _tell_members(world, corp, group, "del_member", 0, [gone])
    group.owner = owner
    if not silent:
        _tell(world, corp, group, "update", UpdateDetail="change_owner")
    world.changed()


def name_admins(world: World, corp: Corp, group: Group, admins: Sequence[str]) -> None:
    """The owner names who helps him; nobody is told."""
    _living(group)
    for one in admins:
        if one not in group.members or one == group.owner:
            message = f"{one} is no member of group {group.chat_id} beside its owner"
            raise ImpossibleActError(message)
    chat_of(corp, group).admins = list(dict.fromkeys(admins))
    world.changed()


def dismiss(world: World, corp: Corp, group: Group) -> None:
    """It is no more."""
    _living(group)
    group.dismissed = True
    chat_of(corp, group).dismissed_at = world.clock.now()
    _tell(world, corp, group, "dismiss")


def _living(group: Group) -> None:
    if group.dismissed:
        message = f"group {group.chat_id} is dismissed"
        raise ImpossibleActError(message)


def _tell(world: World, corp: Corp, group: Group, change: str, **more: object) -> None:
    if is_customer_group(corp, group):
        acts.chat_changed(world, corp, group.chat_id, change, **more)
    world.changed()


def _tell_members(
    world: World, corp: Corp, group: Group, detail: str, scene: int, who: Sequence[str]
) -> None:
    if is_customer_group(corp, group):
        acts.members_changed(world, corp, group, detail, scene, list(dict.fromkeys(who)))
    else:
        group.version = secrets.token_hex(16)
    world.changed()
