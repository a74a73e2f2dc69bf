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
    to_staff_id: int | None = None
    """Who has the customer since, where it was transferred and that is known."""


class RelationHandedOver(Event, frozen=True):
    """A customer came to a member from another: transferred, assigned or shared; no add."""

    kind = "relation.handed_over"
    staff_id: int
    from_staff_id: int | None
    how: str
    """shared (by a colleague) or assigned (by an administrator, or by a transfer)."""


class TransferFailed(Event, frozen=True):
    """A member did not get the customer he should have taken over."""

    kind = "relation.transfer_failed"
    staff_id: int
    reason: str
    """WeCom's: customer_refused or customer_limit_exceed."""
