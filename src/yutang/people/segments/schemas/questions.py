"""Questions about people who fulfil conditions, and their answers."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, Field

from yutang.people.customers.schemas import CustomerRow

from .words import SAMPLE, Tree, Words


class TreeQuestion(BaseModel):
    """Conditions that need not be saved."""

    tree: Tree


class CountQuestion(TreeQuestion):
    """What is counted; `reachable` also tells who of them can be reached."""

    reachable: bool = False


class Unknowable(BaseModel):
    """Something about reaching people that nobody tells, and why."""

    key: str
    reason: Words


class Reachable(BaseModel):
    """Who of them may be written to: friends who did not refuse."""

    reachable: int
    refused: int
    """Said that they want no marketing."""
    not_friends: int
    """No member is their friend: nothing can be sent to them."""
    unknown: list[Unknowable]


class CountRead(BaseModel):
    """How many of those one may see fulfil the conditions.

    `nodes` by path: "" the whole, "0.2" the third part of the first. `stale_since` is set where
    the engine has fallen behind.
    """

    count: int
    universe: int
    share: float | None
    """Null where there is nobody at all."""
    nodes: dict[str, int]
    as_of: datetime
    took_ms: float
    stale_since: datetime | None
    reachable: Reachable | None = None


class SampleQuestion(TreeQuestion):
    """How many shall be shown; another `seed` shows others."""

    size: Annotated[int, Field(ge=1, le=SAMPLE)] = 10
    seed: Annotated[int, Field(ge=0, le=2**31)] = 0


class Sampled(BaseModel):
    """One of them, and why he is in it."""

    customer: CustomerRow
    reason: Words | None


class SampleRead(BaseModel):
    """Some of those one may see."""

    items: list[Sampled]


class Share(BaseModel):
    """A part of them. `name` is null where the key is a word that the page knows."""

    key: str
    name: str | None
    count: int


class Chart(BaseModel):
    """One way to divide them; the largest twenty parts, the others are `rest`."""

    by: str
    items: list[Share]
    rest: int
    none: int
    """Of whom nothing is known."""


class ProfileRead(BaseModel):
    """Who they are."""

    total: int
    as_of: datetime
    charts: list[Chart]


class OverlapShare(BaseModel):
    """A tag: how many of them wear it, and how many in all."""

    tag_id: int
    name: str
    group: str
    both: int
    share: float
    """Of the segment."""
    tag_total: int
    lift: float | None
    """How many times as often as among everybody; null where nobody wears it."""


class OverlapRead(BaseModel):
    """Tags by how many of them wear them."""

    total: int
    universe: int
    items: list[OverlapShare]


class ExplainQuestion(TreeQuestion):
    """Whose being in or out is explained."""

    customer_id: int


class Explained(BaseModel):
    """One condition about one person: whether it holds, and what is known of him."""

    path: str
    holds: bool
    sentence: Words
    facts: Words | None
    of: list["Explained"] = []


class ExplainRead(BaseModel):
    """Why he is in or out."""

    customer_id: int
    is_in: bool
    root: Explained
