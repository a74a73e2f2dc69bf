"""What can be wrong with a customer."""

from yutang.kernel.errors import InvalidError, NotFoundError


class UnknownCustomerError(NotFoundError):
    """No such customer in this corp."""

    code = "customers.unknown"

    def __init__(self, customer_id: int) -> None:
        super().__init__(f"there is no customer {customer_id} here")


class NotYoursError(NotFoundError):
    """The member does not follow him, or nobody does: both answer the same."""

    code = "customers.not_yours"

    def __init__(self) -> None:
        super().__init__("you see customers that added you; this one is not among them")


class BadCursorError(InvalidError):
    """`after` is not one of ours."""

    code = "customers.bad_cursor"

    def __init__(self) -> None:
        super().__init__("this `after` is none of ours: take `next` of the page before")
