"""What is kept: tags of members, by number."""

from dataclasses import dataclass, field

from wecom_emulator.areas.contacts.state import EVENT
from wecom_emulator.state import Corp
from wecom_emulator.world import World


@dataclass(slots=True)
class MemberTag:
    """A tag with the members and departments it is on."""

    tagid: int
    tagname: str
    agentid: int
    users: list[str] = field(default_factory=list)
    parties: list[int] = field(default_factory=list)


@dataclass(slots=True)
class MemberTags:
    """All of a corp."""

    tags: dict[int, MemberTag] = field(default_factory=dict)
    next_id: int = 1

    def new_id(self) -> int:
        """A number no tag has or had."""
        self.next_id = max([self.next_id, *(tagid + 1 for tagid in self.tags)])
        self.next_id += 1
        return self.next_id - 1


def tell(
    world: World,
    corp: Corp,
    tag: MemberTag,
    *,
    users: tuple[list[str], list[str]],
    parties: tuple[list[int], list[int]],
) -> None:
    """News of who has the tag: (added, taken) members and departments."""
    told = {
        "AddUserItems": ",".join(users[0]),
        "DelUserItems": ",".join(users[1]),
        "AddPartyItems": ",".join(map(str, parties[0])),
        "DelPartyItems": ",".join(map(str, parties[1])),
    }
    named = {name: text for name, text in told.items() if text}
    if named:
        head = {"Event": EVENT, "ChangeType": "update_tag", "TagId": tag.tagid}
        world.deliveries.send(corp, head | named)
    world.changed()
