"""Words of sub-owners and of who looks after them."""

from typing import Literal

from pydantic import BaseModel

from .schemas import GroupRef, GroupStaffRef

Span = Literal["over", "fit", "under"]


class SubOwner(BaseModel):
    """A sub-owner with the groups he holds and the head owners of those."""

    staff: GroupStaffRef
    left: bool
    """He left the corp."""
    groups: int
    span: Span
    """over: more than 4 groups; under: fewer than 3."""
    held: list[GroupRef]
    """At most 20, by name."""
    heads: list[GroupStaffRef]


class SubOwners(BaseModel):
    """One page, who holds most first; `over`, `under` and `total` count all that you see."""

    items: list[SubOwner]
    next: str | None
    over: int
    under: int
    total: int
