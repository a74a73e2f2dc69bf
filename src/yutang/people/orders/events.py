"""What happens to an order, each once. Of orders whose buyer is known."""

from yutang.kernel.events import Event


class OrderEvent(Event, frozen=True):
    """An order came so far; how it stands now is in its row."""

    order_id: int
    shop: str
    """The order's source."""
    amount_fen: int
    skus: list[str]
    """Of its first 50 lines."""


class OrderPlaced(OrderEvent, frozen=True):
    """He ordered."""

    kind = "order.placed"


class OrderPaid(OrderEvent, frozen=True):
    """He paid."""

    kind = "order.paid"


class OrderShipped(OrderEvent, frozen=True):
    """It is on its way."""

    kind = "order.shipped"


class OrderCompleted(OrderEvent, frozen=True):
    """It is done."""

    kind = "order.completed"


class OrderCancelled(OrderEvent, frozen=True):
    """It will not be."""

    kind = "order.cancelled"


class OrderRefunded(Event, frozen=True):
    """Money went back; one for each refund."""

    kind = "order.refunded"
    order_id: int
    shop: str
    amount_fen: int
    """Of this refund."""
