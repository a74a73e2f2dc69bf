"""What each kind of effect is promised, and what a deed needs to keep it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, ClassVar, Protocol

from yutang.wecom.client import WeCom


class Guarantee(Enum):
    """What is promised although answers get lost."""

    FOUND = "found"
    """At most once: found again in WeCom's list, or a person decides."""
    ONE = "one"
    """Exactly one is used; a spare is deleted."""
    AGAIN = "again"
    """At least once; a spare stays and is counted."""
    NEVER = "never"
    """At most once, and nobody asks whether."""
    CHECKED = "checked"
    """Once: WeCom itself drops the second, for a while."""


@dataclass(frozen=True, slots=True)
class Made:
    """Something WeCom has, by its id, with what its making answered (JSON)."""

    id: str
    answer: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Finding:
    """How effects of one kind are looked up, and how a spare is deleted where that can be.

    `look` is given what was wanted and two unix times; it returns what fits, oldest first.
    """

    look: Callable[[WeCom, dict[str, Any], int, int], Awaitable[list[Made]]]
    drop: Callable[[WeCom, str], Awaitable[None]] | None = None


class Effect(Protocol):
    """One effect, to be had once."""

    kind: ClassVar[str]

    @property
    def guarantee(self) -> Guarantee:
        """What is promised."""

    def wanted(self) -> dict[str, Any]:
        """Return what it is recognised by, as JSON with an `about` for people to read."""

    async def do(self, client: WeCom) -> Made:
        """Ask WeCom for it, one time."""
