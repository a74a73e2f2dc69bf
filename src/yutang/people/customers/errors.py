"""What can be wrong with a customer."""

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


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
    """`after` or `before` is not one of ours."""

    code = "customers.bad_cursor"

    def __init__(self) -> None:
        super().__init__(
            "this `after` or `before` is none of ours: take `next` or `previous` of a page in the"
            " same order"
        )


class TooManyPhoneSearchesError(DomainError):
    """Searching by last digits again and again would read numbers off."""

    code = "customers.too_many_phone_searches"
    status = 429

    def __init__(self, limit: int) -> None:
        super().__init__(
            f"you searched by the last digits of {limit} numbers within an hour; go on later, or"
            " search for a whole number"
        )


class BadFieldTestError(InvalidError):
    """A condition on a custom field that cannot be read."""

    code = "customers.bad_field_test"

    def __init__(self, given: str) -> None:
        super().__init__(
            f"{given!r} is no condition on a field: write <field id>:<operator>:<value>, several"
            " values parted by |"
        )


class TooBroadError(InvalidError):
    """Nobody was found in time, and not everybody was looked at."""

    code = "customers.too_broad"

    def __init__(self) -> None:
        super().__init__(
            "so many people would have to be looked at one by one that nobody was found in time:"
            " search for more of the name, or add a condition that few people fulfil"
        )
