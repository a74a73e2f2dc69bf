"""What is kept: chats an app made, and what it said there."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class AppChat:
    """One chat; `said` holds {at, msgtype, body}, oldest first."""

    chatid: str
    name: str
    owner: str
    userlist: list[str]
    agentid: int
    said: list[dict[str, Any]] = field(default_factory=list)


@dataclass(slots=True)
class AppChats:
    """All of a corp, and what was counted of them by window."""

    chats: dict[str, AppChat] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    """By "what number-of-the-window"."""

    def count(self, what: str, now: float, seconds: int, most: int, more: int = 1) -> bool:
        """Count `more` of `what` in the running window; False, and nothing, above `most`."""
        key = f"{what} {int(now // seconds)}"
        made = self.counts.get(key, 0) + more
        if made > most:
            return False
        self.counts = {k: n for k, n in self.counts.items() if not k.startswith(f"{what} ")}
        self.counts[key] = made
        return True
