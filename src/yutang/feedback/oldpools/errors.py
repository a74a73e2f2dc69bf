"""What can be wrong with old pools."""

from collections.abc import Sequence

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class NamesTakenError(DomainError):
    """A name stands twice, or is there already."""

    code = "old_pools.names_taken"

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(
            f"these are here already, or stand twice: {', '.join(names[:20])};"
            " leave them out or give them other names"
        )


class UnknownPoolError(NotFoundError):
    """No such old pool."""

    code = "old_pools.unknown"

    def __init__(self, pool_id: int) -> None:
        super().__init__(f"there is no old account or group {pool_id}")


class UnknownStaffError(InvalidError):
    """A member who is not here, or left."""

    code = "old_pools.unknown_staff"

    def __init__(self, ids: Sequence[int]) -> None:
        super().__init__(f"these members are not here or left: {list(ids)}; take others")


class NothingFailedError(DomainError):
    """Only what failed is tried again."""

    code = "old_pools.nothing_failed"

    def __init__(self) -> None:
        super().__init__("nothing failed; codes that are under way need no other try")
