"""People who are computed and not kept: what a corp asks of a generated company.

A corp without one keeps all it has. Where there is one, what is kept wins over what is derived.
"""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .state import Relation


@dataclass(slots=True)
class Plan:
    """What a generated company is made from; the same plan and corpid make the same company."""

    seed: int
    staff: int
    customers: int
    groups: int
    tags: int
    until: int
    """The moment up to which it grew, unix seconds: nothing of it happened later."""
    gone_tags: list[str] = field(default_factory=list)
    """Tags of it that were deleted since: nobody carries them any more."""


class Derivation(ABC):
    """The people of a generated company with those who follow them.

    What it hands out is kept by the corp as soon as somebody changes it.
    """

    @abstractmethod
    def people(self) -> int:
        """How many persons were generated."""

    @abstractmethod
    def external(self, n: int) -> str:
        """The external_userid of the n-th of them."""

    @abstractmethod
    def knows(self, external_userid: str) -> bool:
        """Whether somebody is one of them."""

    @abstractmethod
    def between(self, external_userid: str) -> "dict[str, Relation]":
        """What is derived of a person, by member; what the corp keeps of him is left out."""

    @abstractmethod
    def by_member(self, userid: str) -> "Iterator[Relation]":
        """What is derived of a member, in no order; what the corp keeps of him is left out."""

    @abstractmethod
    def tagged(self, userid: str, tags: Collection[str]) -> "Iterator[Relation]":
        """Those of `by_member` that carry one of the tags, found without looking at the others."""

    @abstractmethod
    def page(
        self, userid: str, offset: int, size: int
    ) -> "tuple[list[Relation], int | None] | None":
        """Rows of a member's list from a place on, and the place of the next row, if there is one.

        Kept rows stand where they stood before they were changed, new ones at the end. They are
        for reading: a change of one is lost. None for a member who was not generated.
        """

    @abstractmethod
    def load(self, userid: str) -> int:
        """How many rows a member's list has."""

    @abstractmethod
    def adds(self, userid: str, days: range) -> dict[int, int]:
        """How many of `by_member` began on each day of some midnights, without looking at them."""

    @abstractmethod
    def of_unionid(self, unionid: str) -> str | None:
        """The external_userid of a generated person."""

    @abstractmethod
    def having_followers(self) -> int:
        """How many persons anybody follows."""

    @abstractmethod
    def drop_tags(self, gone: Collection[str]) -> None:
        """Nobody carries these any more."""
