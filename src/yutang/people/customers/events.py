"""What happens between staff and customers."""

from yutang.kernel.events import Event


class RelationHalfAdded(Event, frozen=True):
    """The customer added a staff who has not confirmed yet."""

    kind = "relation.half_added"
    staff_id: int
    channel: str | None


class RelationAdded(Event, frozen=True):
    """A staff and a customer became friends."""

    kind = "relation.added"
    staff_id: int
    channel: str | None
    add_way: int | None
    first: bool
    """The first time this person ever became the corp's customer."""


class RelationEnded(Event, frozen=True):
    """One side deleted the other, or the relation was handed over."""

    kind = "relation.ended"
    staff_id: int
    ending: str
