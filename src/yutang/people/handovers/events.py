"""What happens to handovers; what befalls single customers is told by `relation.handed_over`."""

from yutang.kernel.events import Event


class HandoverBegun(Event, frozen=True):
    """Somebody began to hand a member's customers and groups over."""

    kind = "handover.begun"
    handover_id: int
    from_staff_id: int
    mode: str
    people: int
    groups: int


class HandoverEnded(Event, frozen=True):
    """Everybody of it has come to an end."""

    kind = "handover.ended"
    handover_id: int
    from_staff_id: int
    state: str
    people: dict[str, int]
    """How many by state."""
    groups: dict[str, int]
