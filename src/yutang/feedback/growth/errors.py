"""What can be wrong with a question about growth."""

from yutang.kernel.errors import InvalidError


class BadSpanError(InvalidError):
    """The span of days is empty, or longer than can be counted at once."""

    code = "growth.bad_span"

    def __init__(self, most: int) -> None:
        super().__init__(
            f"the first day comes before the last, and at most {most} days are counted at once"
        )


class BadCursorError(InvalidError):
    """`after` is not what a former page gave."""

    code = "growth.bad_cursor"

    def __init__(self) -> None:
        super().__init__("take `after` from the `next` of the page before, unchanged")


class BadMonthError(InvalidError):
    """A cost is of a whole month."""

    code = "growth.bad_month"

    def __init__(self) -> None:
        super().__init__("give each month once, as its first day: 2026-11-01")
