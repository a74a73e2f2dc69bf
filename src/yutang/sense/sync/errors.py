"""What can be wrong with readings."""

from datetime import datetime

from yutang.kernel.errors import DomainError, InvalidError


class AlreadyReadingError(DomainError):
    """One is asked for or under way."""

    code = "sync.already_reading"
    status = 409

    def __init__(self) -> None:
        super().__init__("a reading of this company is under way: wait until it has ended")


class ReadElsewhereError(AlreadyReadingError):
    """Another process reads the company; a job is done again at `until`."""

    def __init__(self, until: datetime) -> None:
        super().__init__()
        self.until = until


class BadDriftCursorError(InvalidError):
    """`after` is not one of ours."""

    code = "sync.bad_cursor"

    def __init__(self) -> None:
        super().__init__("this `after` is none of ours: take `next` of the page before")
