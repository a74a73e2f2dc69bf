"""Templates that welcome into groups, and the welcome itself."""

from dataclasses import dataclass, field

from .acts import receive
from .attachments import Content, shown
from .state import Corp, Group
from .world import World

NICKNAME = "%NICKNAME%"


@dataclass(slots=True)
class Template:
    """A text and at most one other part."""

    template_id: str
    agentid: int
    create_time: int
    content: Content
    notify: bool = True


@dataclass(slots=True)
class GroupWelcomes:
    """All of a corp."""

    kept: dict[str, Template] = field(default_factory=dict)
    applied: dict[str, str] = field(default_factory=dict)
    """Template by group."""


def greet(world: World, corp: Corp, group: Group, external_userid: str) -> None:
    """Who joins a group with a template gets it in its owner's name; members get none."""
    kept = corp.of(GroupWelcomes)
    template = kept.kept.get(kept.applied.get(group.chat_id, ""))
    person = corp.persons.get(external_userid)
    if template is None or person is None:
        return
    body = {
        "chat_id": group.chat_id,
        "template_id": template.template_id,
        "text": template.content.text.replace(NICKNAME, person.name),
        "attachments": shown(template.content.attachments, ""),
    }
    receive(world, corp, group.owner, external_userid, "group_welcome", body)
