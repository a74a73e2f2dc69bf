"""Why there is no file."""

from typing import ClassVar

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class UnknownExportError(NotFoundError):
    """No such export in this corp."""

    code = "exports.unknown"

    def __init__(self, export_id: int) -> None:
        super().__init__(f"there is no export {export_id} here")


class UnknownColumnError(InvalidError):
    """The file cannot tell this."""

    code = "exports.column"

    def __init__(self, key: str) -> None:
        super().__init__(f"there is no column {key} here; choose from those that are listed")


class NoFileError(DomainError):
    """The file is not there (yet, or any more)."""

    code = "exports.no_file"
    status: ClassVar[int] = 410

    def __init__(self, state: str) -> None:
        super().__init__(
            f"there is no file: the export is {state}; files are kept for 7 days, export anew"
        )


class NotUnderWayError(DomainError):
    """There is nothing to stop."""

    code = "exports.state"

    def __init__(self, state: str) -> None:
        super().__init__(f"the export is {state} already")
