"""Why a file is not taken. What is wrong with single rows is no error: it is listed."""

from typing import ClassVar

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class UnknownImportError(NotFoundError):
    """No such import in this corp."""

    code = "imports.unknown"

    def __init__(self, import_id: int) -> None:
        super().__init__(f"there is no import {import_id} here")


class TooLargeError(DomainError):
    """The file is larger than this installation takes."""

    code = "imports.too_large"
    status: ClassVar[int] = 413

    def __init__(self, limit: int) -> None:
        super().__init__(
            f"the file is larger than {limit / 2**20:,.0f} MB, the most this installation takes;"
            " split it, save it as Parquet, or raise YUTANG_IMPORT_BYTES"
        )


class NoRoomError(DomainError):
    """The disk could not hold the file."""

    code = "imports.no_room"
    status: ClassVar[int] = 507

    def __init__(self, needed: int, free: int) -> None:
        super().__init__(
            f"the server's disk has {free / 2**20:,.0f} MB left and needs"
            f" {needed / 2**20:,.0f} MB for this file; make room and send it again"
        )


class UnreadableFileError(InvalidError):
    """The file is not what it says, or cannot be read to its end."""

    code = "imports.unreadable"


class EmptyFileError(InvalidError):
    """There is nobody in the file."""

    code = "imports.empty"


class BadMappingError(InvalidError):
    """The columns cannot be taken this way."""

    code = "imports.mapping"


class ConsentNeededError(InvalidError):
    """Phone numbers come without saying who agreed to what."""

    code = "imports.consent"

    def __init__(self) -> None:
        super().__init__(
            "the file holds phone numbers: say where these people gave them, for what, and when"
        )


class WrongStateError(DomainError):
    """The import is not at the point where this can be done."""

    code = "imports.state"

    def __init__(self, state: str, wanted: str) -> None:
        super().__init__(f"the import is {state}; it must be {wanted}")


class GoneError(DomainError):
    """The file was deleted after its time."""

    code = "imports.gone"
    status: ClassVar[int] = 410

    def __init__(self) -> None:
        super().__init__("the file and its errors were deleted after 7 days; send it again")


class TakenMeanwhileError(RuntimeError):
    """A person of this chunk was made by another writer; the chunk is done again."""
