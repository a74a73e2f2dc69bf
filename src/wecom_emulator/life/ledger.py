"""What life itself did, counted apart from the world: what both must agree on."""

from collections import Counter, deque
from dataclasses import dataclass, field
from typing import Any

DONE, MISSED, REFUSED = "done", "missed", "refused"
_ROWS = 20_000


@dataclass(slots=True)
class Visitor:
    """A person of this life."""

    external_userid: str
    kind: str
    place: int
    met: str = ""
    """The member he met last."""
    groups: dict[str, str] = field(default_factory=dict)
    """The group he is in, by the name that the scenario has for it."""


@dataclass(slots=True)
class Parting:
    """Somebody deleted a member when so many things had been received and so many said."""

    userid: str
    external_userid: str
    received: int
    again: int | None = None
    """How many had been received when the two were friends again."""


@dataclass(slots=True)
class Ledger:
    """Counts and rows of one life."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)
    """By act, then by outcome."""
    rows: deque[dict[str, Any]] = field(default_factory=lambda: deque(maxlen=_ROWS))
    """The newest acts, oldest first."""
    written: int = 0
    adds: Counter[tuple[int, str]] = field(default_factory=Counter)
    """Friendships by the midnight of their day and member."""
    losses: Counter[tuple[int, str]] = field(default_factory=Counter)
    """People who deleted a member, likewise."""
    seats: dict[str, Counter[str]] = field(default_factory=dict)
    """By group: joined and left."""
    partings: dict[tuple[str, str], list[Parting]] = field(default_factory=dict)
    why: Counter[str] = field(default_factory=Counter)
    """Reasons of what was refused, the first words of each."""

    def write(self, at: float, do: str, who: str, outcome: str, **more: Any) -> None:
        """Note an act; `more` is kept where it says something."""
        self.counts.setdefault(do, Counter())[outcome] += 1
        self.written += 1
        said = {name: value for name, value in more.items() if value not in ("", None)}
        if outcome == REFUSED:
            self.why[f"{do}: {said.get('why', '')}"[:120]] += 1
        self.rows.append(
            {"index": self.written, "at": at, "do": do, "who": who, "outcome": outcome, **said}
        )

    def after(self, index: int) -> list[dict[str, Any]]:
        """Rows after an index, oldest first, as far as they are kept."""
        return [row for row in self.rows if row["index"] > index]

    def seat(self, chat_id: str, what: str) -> None:
        """Somebody joined or left a group."""
        self.seats.setdefault(chat_id, Counter())[what] += 1

    def part(self, userid: str, external_userid: str, received: int) -> None:
        """Somebody deleted a member."""
        parting = Parting(userid, external_userid, received)
        self.partings.setdefault((userid, external_userid), []).append(parting)

    def meet(self, userid: str, external_userid: str, received: int) -> None:
        """Two are friends, perhaps again."""
        for parting in self.partings.get((userid, external_userid), ()):
            if parting.again is None:
                parting.again = received
