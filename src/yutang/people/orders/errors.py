"""What can be wrong with orders and questions about them."""

from yutang.kernel.errors import InvalidError, NotFoundError


class UnknownOrderError(NotFoundError):
    """No such order in this corp, or not seen by who asks."""

    code = "orders.unknown"

    def __init__(self, order_id: int) -> None:
        super().__init__(f"there is no order {order_id} here")


class BadOrderError(InvalidError):
    """What was said of an order cannot be."""

    code = "orders.bad"

    def __init__(self, problem: str) -> None:
        super().__init__(problem)


class BadOrderCursorError(InvalidError):
    """`after` is not what a former page gave."""

    code = "orders.bad_cursor"

    def __init__(self) -> None:
        super().__init__("take `after` from the `next` of the page before, unchanged")


class BadOrderSpanError(InvalidError):
    """The first day comes after the last, or the least amount lies above the most."""

    code = "orders.bad_span"

    def __init__(self) -> None:
        super().__init__("the first day comes before the last, and the least amount below the most")
