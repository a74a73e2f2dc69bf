"""What touchpoints refuse."""

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
