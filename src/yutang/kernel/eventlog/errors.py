"""What the log refuses."""

from datetime import date

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class UnknownMonthError(NotFoundError):
    """Nothing of that month is there."""

    code = "log.unknown_month"

    def __init__(self, month: date, place: str) -> None:
        super().__init__(f"nothing of {month:%Y-%m} is {place}; see `yutang log status`")


class YoungMonthError(InvalidError):
    """Events still come in."""

    code = "log.young_month"

    def __init__(self, month: date) -> None:
        super().__init__(f"{month:%Y-%m} has not ended, or ended just now; freeze an older month")


class UnreadMonthError(DomainError):
    """A reader has not come that far: what it has not read may not go."""

    code = "log.unread_month"

    def __init__(self, month: date, reader: str) -> None:
        super().__init__(
            f"the reader {reader} has not read all of {month:%Y-%m}; let the worker catch up,"
            f" or, if no version has that reader any more, `yutang log forget-reader {reader}`"
        )


class ChangingMonthError(DomainError):
    """The month changed each time it was copied."""

    code = "log.changing_month"

    def __init__(self, month: date) -> None:
        super().__init__(
            f"{month:%Y-%m} changed while it was copied, several times; try again when nothing is"
            " imported"
        )


class DamagedFileError(DomainError):
    """A file of a cold month is not what was written."""

    code = "log.damaged_file"

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"the file {name} is damaged ({why}); restore it from a backup")


class BusyLogError(DomainError):
    """Somebody's transaction would not let go."""

    code = "log.busy"

    def __init__(self, holders: str) -> None:
        super().__init__(f"other transactions hold the log ({holders}); end them and try again")


class BadFamilyError(InvalidError):
    """That is no family of kinds."""

    code = "log.bad_family"

    def __init__(self, family: str) -> None:
        super().__init__(
            f"'{family}' is neither a family such as page nor a kind such as page.viewed"
        )
