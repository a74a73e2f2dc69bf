"""What happens to gifts."""

from yutang.kernel.events import Event


class GiftClaimed(Event, frozen=True):
    """A new friend took his gift; the code stays sealed where it is."""

    kind = "gift.claimed"
    gift_id: int
    number: int
