"""What can be wrong with a question about losses."""

from yutang.kernel.errors import InvalidError


class BadSpanError(InvalidError):
    """The span of days is empty, or longer than can be counted at once."""

    code = "losses.bad_span"

    def __init__(self, most: int) -> None:
        super().__init__(
            f"the first day comes before the last, and at most {most} days are counted at once"
        )


class BadCursorError(InvalidError):
    """`after` is not what a former page gave."""

    code = "losses.bad_cursor"

    def __init__(self) -> None:
        super().__init__("take `after` from the `next` of the page before, unchanged")
