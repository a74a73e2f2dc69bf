"""A group's own code, whose picture its members save: it leads into that group for seven days."""

from . import grouping
from .acts import ImpossibleActError
from .state import Corp, Group, Person
from .world import World

PREFIX = "https://work.weixin.qq.com/g/"
LASTS = 7 * 24 * 3600


def content_of(world: World, chat_id: str) -> str:
    """What a picture holds that is saved now."""
    return f"{PREFIX}{chat_id}/{int(world.clock.now()) + LASTS}"


def group_behind(world: World, corp: Corp, qr: str) -> Group | None:
    """Whose code it is; None for another kind. Raises ImpossibleActError once it has expired."""
    chat_id, _, until = qr.removeprefix(PREFIX).partition("/")
    group = corp.groups.get(chat_id)
    if not qr.startswith(PREFIX) or group is None or not until.isdecimal():
        return None
    if world.clock.now() >= int(until):
        message = f"this code of group {chat_id} has expired; save its picture once more"
        raise ImpossibleActError(message)
    return group


def come_in(world: World, corp: Corp, group: Group, person: Person) -> None:
    """A person scans it; who is in the group already stays as he is."""
    if person.external_userid in group.members:
        return
    if len(group.members) >= world.limits.group_members:
        message = f"group {group.chat_id} is full"
        raise ImpossibleActError(message)
    grouping.enter(world, corp, group, [person.external_userid])
