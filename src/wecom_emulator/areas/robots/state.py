"""What is kept: robots by key, and what they said."""

from dataclasses import dataclass, field
from typing import Any

from wecom_emulator.state import Corp
from wecom_emulator.world import World


@dataclass(slots=True)
class Robot:
    """One; `said` holds {at, msgtype, body}, oldest first."""

    key: str
    chat: str
    disabled: bool = False
    said: list[dict[str, Any]] = field(default_factory=list)


@dataclass(slots=True)
class Robots:
    """All of a corp."""

    robots: dict[str, Robot] = field(default_factory=dict)


def corp_of(world: World, key: str) -> Corp | None:
    """The corp whose robot has this key."""
    return next((c for c in world.state.corps.values() if key in c.of(Robots).robots), None)
