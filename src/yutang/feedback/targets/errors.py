"""What can be wrong with targets."""

from collections.abc import Sequence

from yutang.kernel.errors import InvalidError, NotFoundError


class UnknownTargetError(NotFoundError):
    """No such target, or one of people whom one does not see."""

    code = "targets.unknown"

    def __init__(self, target_id: int) -> None:
        super().__init__(f"there is no target {target_id}")


class UnknownHoldersError(InvalidError):
    """Somebody or something that is not here, or of which one sees a part only."""

    code = "targets.unknown_holder"

    def __init__(self, named: Sequence[object]) -> None:
        listed = ", ".join(str(one) for one in named[:20])
        super().__init__(
            f"not found, not alone of that name, or not all yours: {listed};"
            " give accounts of members, numbers of stores, names of departments"
        )


class BadSpanError(InvalidError):
    """A period that ends before it begins, or a very long one."""

    code = "targets.bad_span"

    def __init__(self, most: int) -> None:
        super().__init__(f"a period has its first day before its last, and at most {most} days")
