"""What is kept: what an app set of itself."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Agent:
    """One app's settings."""

    name: str = ""
    description: str = ""
    logo: str = ""
    report_location_flag: int = 0
    isreportenter: int = 0
    home_url: str = ""
    menu: list[dict[str, Any]] = field(default_factory=list)
    template: dict[str, Any] = field(default_factory=dict)
    data: dict[str, dict[str, Any]] = field(default_factory=dict)
    """What the workbench shows a member, by userid."""
    data_set_at: dict[str, list[float]] = field(default_factory=dict)
    """When it was last set for him."""


@dataclass(slots=True)
class Agents:
    """All of a corp, by agentid."""

    agents: dict[int, Agent] = field(default_factory=dict)

    def of(self, agentid: int) -> Agent:
        """One app's settings, as at its beginning until it changes them."""
        return self.agents.setdefault(agentid, Agent(name=f"应用 {agentid}"))
