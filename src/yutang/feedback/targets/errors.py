"""What can be wrong with targets."""

from collections.abc import Sequence
from typing import ClassVar

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


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


class UnreadableSheetError(InvalidError):
    """The file is no table of targets."""

    code = "targets.sheet"


class SheetTooLargeError(DomainError):
    """More than one file may hold."""

    code = "targets.sheet_too_large"
    status: ClassVar[int] = 413


class BadRowsError(InvalidError):
    """Rows of a sheet are wrong; none was written."""

    code = "targets.rows"

    def __init__(self, count: int) -> None:
        super().__init__(f"{count} things are wrong in this file; try it first and mend them")
