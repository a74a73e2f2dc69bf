"""What all parts of one life share: the company it happens in and what was found there."""

import heapq
import random
from dataclasses import dataclass, field
from typing import Any, Protocol

from wecom_emulator.state import Corp, Relation
from wecom_emulator.world import World

from .ledger import Ledger, Visitor
from .scenario import Scenario
from .stream import chance_of


class Hands(Protocol):
    """How a life does things: only as whoever drives the emulator could do them himself."""

    async def act(self, path: str, body: dict[str, Any]) -> Any:
        """An act of the control API; raises ImpossibleActError where it is refused."""

    async def call(self, name: str, body: dict[str, Any]) -> dict[str, Any]:
        """A call of WeCom's API by the company's first app; raises RefusalError."""


@dataclass(slots=True)
class Reaction:
    """Something a person or member does because of what happened."""

    do: str
    who: str
    path: str
    body: dict[str, Any]
    about: str = ""


@dataclass(slots=True)
class Stage:
    """One life's place, people and memory."""

    world: World
    corp: Corp
    scenario: Scenario
    seed: int
    hands: Hands
    base: float
    """The midnight that began the first day, unix seconds."""
    members: list[str] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    """Members' numbers by userid."""
    codes: dict[tuple[str, int], str] = field(default_factory=dict)
    """The config_id, link_id or userid of each code, by name and place."""
    groups: dict[tuple[str, int], str] = field(default_factory=dict)
    """The chat_id of each group that was opened at the beginning."""
    join_ways: dict[tuple[str, int], str] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)
    """The ids of tags by their names."""
    visitors: dict[str, Visitor] = field(default_factory=dict)
    """By unionid."""
    known: dict[str, Visitor] = field(default_factory=dict)
    """The same by external_userid."""
    ledger: Ledger = field(default_factory=Ledger)
    agenda: list[tuple[float, int, Reaction]] = field(default_factory=list)
    """A heap of what follows from what happened."""
    at: float = 0.0
    """Seconds after `base` of the act that is done now."""
    _counted: int = 0

    def later(self, after: float, reaction: Reaction) -> None:
        """Do it so many seconds after what is done now."""
        self._counted += 1
        heapq.heappush(self.agenda, (round(self.at + after, 3), self._counted, reaction))

    def luck(self, *words: object) -> random.Random:
        """Luck of its own for each thing."""
        return chance_of(self.seed, *words)

    def relation_with(self, visitor: Visitor) -> Relation | None:
        """What is between a person and the member he met last, where that one is still here."""
        if visitor.met not in self.corp.staff:
            return None
        return self.corp.relation(visitor.met, visitor.external_userid)

    def store_of(self, code: str, place: int) -> int:
        """The number of the store to which a code belongs."""
        each = self.scenario.codes[code].each
        if each == "company" or self.scenario.company.existing:
            return 0
        return place if each == "store" else place // self.scenario.company.staff
