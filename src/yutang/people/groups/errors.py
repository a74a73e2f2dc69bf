"""What groups refuse."""

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class UnknownGroupError(NotFoundError):
    """No such group in this corp, or none that this person may see."""

    code = "groups.unknown"

    def __init__(self, group_id: int | str) -> None:
        super().__init__(f"there is no group {group_id} that you may see")


class GroupChangedError(DomainError):
    """Somebody else changed the profile since it was read."""

    code = "groups.changed_meanwhile"

    def __init__(self, given: int, now: int) -> None:
        super().__init__(
            f"this group's profile was changed since you opened it (version {given}, now {now});"
            " load it again and repeat what you changed"
        )


class BadCursorError(InvalidError):
    """`after` or `before` is none of a former page with the same question."""

    code = "groups.bad_cursor"

    def __init__(self) -> None:
        super().__init__("the page is unknown; begin at the first one again")


class BadSpanError(InvalidError):
    """Days that are no span, or too many."""

    code = "groups.bad_span"

    def __init__(self, most: int) -> None:
        super().__init__(f"give a first day that is not after the last, and at most {most} days")
