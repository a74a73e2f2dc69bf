"""Words of losses."""

from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel

from yutang.people.staff.schemas import StaffRef

What = Literal["relations", "persons", "returned"]
"""Deletions; those with which a person was lost; lost persons who are friends again, by the day
on which they came back."""
By = Literal["customer", "staff"]


class LossFilter(BaseModel):
    """Which losses; every given condition holds. Days are the corp's, both ends included."""

    first: date
    last: date
    what: What = "relations"
    by: By | None = None
    staff_id: int | None = None
    department_id: int | None = None
    """The department and all below it."""
    channel: str | None = None
    """What the code carried: WeCom's `state`."""
    back: bool | None = None
    """Whether the two are friends again (of persons: whether he is anybody's friend again)."""


class LossDay(BaseModel):
    """One day; relations by who deleted, and persons apart from them."""

    day: date
    by_customer: int
    by_staff: int
    persons: int
    returned: int


class LossTotals(BaseModel):
    """The same over a span: the sums of its days."""

    by_customer: int
    by_staff: int
    persons: int
    returned: int


class LossSummary(BaseModel):
    """The days of a span with their sums, and the sums of as many days before it.

    `reckoned_at` is when all histories were last read through; before the first time it is None,
    and losses from before this installation was told of them may be missing.
    """

    days: list[LossDay]
    total: LossTotals
    before: LossTotals
    as_of: datetime
    reckoned_at: datetime | None


class Loss(BaseModel):
    """One deletion."""

    id: int
    customer_id: int
    customer_name: str
    customer_state: str
    staff: StaffRef
    staff_left: bool
    by: By
    at: datetime
    began_at: datetime | None
    person: bool
    """With it the person was lost: no living relation remained."""
    returned_at: datetime | None
    """When the two became friends again."""
    person_returned_at: datetime | None
    """When the lost person became anybody's friend again."""


class LossRow(Loss):
    """One deletion, with what the code carried (WeCom's `state`)."""

    channel: str | None


class LossPage(BaseModel):
    """One page, the newest first; `next` goes into `after`.

    `total` is exact up to 100,000; beyond that it is a lower bound and `exact` is false.
    """

    items: list[LossRow]
    next: str | None
    total: int
    exact: bool


class StaffLosses(BaseModel):
    """A member's adds and deletions in a span."""

    staff: StaffRef
    adds: int
    by_customer: int
    by_staff: int
    persons: int
    per_add: float | None
    """Deletions by customers for each add; None without an add."""


class StaffLossPage(BaseModel):
    """Members by how often customers deleted them; `next` goes into `after`."""

    items: list[StaffLosses]
    next: str | None
