"""What can be wrong with a question about room."""

from yutang.kernel.errors import InvalidError


class BadCursorError(InvalidError):
    """`after` is not what a former page gave."""

    code = "room.bad_cursor"

    def __init__(self) -> None:
        super().__init__("take `after` from the `next` of the page before, unchanged")
