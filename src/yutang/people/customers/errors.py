"""What can be wrong with a customer."""

from yutang.kernel.errors import NotFoundError


class UnknownCustomerError(NotFoundError):
    """No such customer in this corp."""

    code = "customers.unknown"

    def __init__(self, customer_id: int) -> None:
        super().__init__(f"there is no customer {customer_id} here")
