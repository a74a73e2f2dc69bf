"""What is kept: messages of apps, who got them, and the codes to change a card with."""

from collections import deque
from dataclasses import dataclass, field
from typing import Any

from wecom_emulator.state import Corp

MINUTE, HOUR = 60, 3600


@dataclass(slots=True)
class AppMessage:
    """One call of message/send."""

    msgid: str
    agentid: int
    msgtype: str
    body: dict[str, Any]
    at: float
    receivers: list[str]
    safe: int = 0
    recalled: bool = False
    cards: dict[str, dict[str, Any]] = field(default_factory=dict)
    """What a member sees instead of the card that was sent."""

    def shown(self, userid: str) -> dict[str, Any]:
        """What a member sees."""
        return self.cards.get(userid, self.body)


@dataclass(slots=True)
class ResponseCode:
    """Changes the card of a message once, for 72 hours."""

    code: str
    msgid: str
    agentid: int
    userid: str
    """Whose click it came from; empty for the one of the sending."""
    expires_at: float
    used: bool = False


@dataclass(slots=True)
class AppMessages:
    """All of a corp."""

    messages: dict[str, AppMessage] = field(default_factory=dict)
    codes: dict[str, ResponseCode] = field(default_factory=dict)
    tasks: dict[str, str] = field(default_factory=dict)
    """The message of each "agentid task_id"."""
    got: dict[str, list[float]] = field(default_factory=dict)
    """When a member got something of an app in the last hour, by "agentid userid"."""
    sent: dict[str, int] = field(default_factory=dict)
    """Person-times of each "agentid day"."""
    checked: dict[str, str] = field(default_factory=dict)
    """The last message of each digest, for the check against duplicates."""

    def may_get(self, agentid: int, userid: str, now: float, minute: int, hour: int) -> bool:
        """Whether a member gets one more of an app now; counts it."""
        key = f"{agentid} {userid}"
        kept = deque(self.got.get(key, ()))
        while kept and kept[0] <= now - HOUR:
            kept.popleft()
        if len(kept) >= hour or sum(at > now - MINUTE for at in kept) >= minute:
            return False
        self.got[key] = [*kept, now]
        return True


def received_by(corp: Corp, userid: str) -> list[AppMessage]:
    """What a member has of all apps, oldest first."""
    return [m for m in corp.of(AppMessages).messages.values() if userid in m.receivers]
