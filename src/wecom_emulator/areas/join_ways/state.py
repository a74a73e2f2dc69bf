"""Codes that lead into customer groups: from one that is full to the next, then to a new one."""

from dataclasses import dataclass, field

from wecom_emulator import grouping
from wecom_emulator.acts import ImpossibleActError
from wecom_emulator.state import Corp, Group, Person
from wecom_emulator.world import World


@dataclass(slots=True)
class JoinWay:
    """One code."""

    config_id: str
    agentid: int
    """The app that made it: no other one sees it."""
    scene: int
    remark: str
    auto_create_room: bool
    room_base_name: str
    room_base_id: int
    chat_id_list: list[str]
    state: str
    mark_source: bool
    made: list[str] = field(default_factory=list)
    """Groups that were opened because all others were full."""


@dataclass(slots=True)
class JoinWays:
    """By config_id."""

    ways: dict[str, JoinWay] = field(default_factory=dict)


def come_in(world: World, corp: Corp, way: JoinWay, person: Person) -> Group:
    """A person scans: the group he comes into, or the one of them that he is in already."""
    known = [corp.groups[chat_id] for chat_id in [*way.chat_id_list, *way.made]]
    living = [group for group in known if not group.dismissed]
    for group in living:
        if person.external_userid in group.members:
            return group
    most = world.limits.group_members
    roomy = [group for group in living if len(group.members) < most]
    group = roomy[0] if roomy else _open(world, corp, way, known[0])
    grouping.enter(world, corp, group, [person.external_userid], state=way.state)
    return group


def _open(world: World, corp: Corp, way: JoinWay, first: Group) -> Group:
    if not way.auto_create_room:
        message = "all groups of this code are full or dismissed, and it opens no new one"
        raise ImpossibleActError(message)
    if first.owner not in corp.staff:
        message = f"{first.owner}, who owns the first group of this code, has left"
        raise ImpossibleActError(message)
    name = f"{way.room_base_name or first.name}{way.room_base_id + len(way.made)}"
    group = grouping.open_group(world, corp, first.owner, name)
    way.made.append(group.chat_id)
    return group
