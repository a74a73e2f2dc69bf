"""What touchpoints refuse."""

from typing import ClassVar

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class UnknownTouchpointError(NotFoundError):
    """No such touchpoint in this corp."""

    code = "touchpoints.unknown"

    def __init__(self, touchpoint_id: int) -> None:
        super().__init__(f"there is no touchpoint {touchpoint_id} here")


class TouchpointChangedError(DomainError):
    """Somebody else changed it since it was read."""

    code = "touchpoints.changed_meanwhile"

    def __init__(self, now: int, seen: int) -> None:
        super().__init__(
            f"this touchpoint was changed since you opened it (version {now}, yours is {seen});"
            " load it anew and make your change again"
        )


class TooManyTouchpointsError(DomainError):
    """More than anybody can look after."""

    code = "touchpoints.too_many"

    def __init__(self, most: int) -> None:
        super().__init__(f"there are {most} touchpoints; archive those that are gone first")


class BadTouchpointError(InvalidError):
    """A hook, code, owner, store or span that cannot be."""

    code = "touchpoints.bad"


class UnreadableSheetError(InvalidError):
    """The file is no table of touchpoints."""

    code = "touchpoints.sheet"


class SheetTooLargeError(DomainError):
    """More than one file may hold."""

    code = "touchpoints.sheet_too_large"
    status: ClassVar[int] = 413


class BadRowsError(InvalidError):
    """Rows of a sheet are wrong; none was written."""

    code = "touchpoints.rows"

    def __init__(self, count: int) -> None:
        super().__init__(f"{count} things are wrong in this file; try it first and mend them")
