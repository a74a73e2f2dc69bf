"""What codes from a file refuse."""

from typing import ClassVar

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class UnknownBatchError(NotFoundError):
    """No such file of codes in this corp."""

    code = "codebatches.unknown"

    def __init__(self, batch_id: int) -> None:
        super().__init__(f"there is no file of codes {batch_id} here")


class UnreadableSheetError(InvalidError):
    """The file is no table of codes."""

    code = "codebatches.sheet"


class SheetTooLargeError(DomainError):
    """More than one file may hold."""

    code = "codebatches.sheet_too_large"
    status: ClassVar[int] = 413


class NothingToMakeError(DomainError):
    """No row of the file can become a code."""

    code = "codebatches.nothing_to_make"

    def __init__(self) -> None:
        super().__init__("no row of this file can become a code; mend the rows, send it again")


class NotNowError(DomainError):
    """The batch is in another state than this asks for."""

    code = "codebatches.not_now"

    def __init__(self, state: str) -> None:
        super().__init__(f"this file is '{state}'; load it anew")


class NoRoomError(DomainError):
    """WeCom holds no more codes of this corp than so many."""

    code = "codebatches.no_room"

    def __init__(self, wanted: int, left: int) -> None:
        super().__init__(
            f"the file makes {wanted:,} codes and WeCom has room for {left:,} more; delete codes"
            " that nobody needs, or make fewer"
        )


class TooManyPicturesError(DomainError):
    """More pictures than one archive takes."""

    code = "codebatches.too_many_pictures"

    def __init__(self, codes: int, most: int) -> None:
        super().__init__(
            f"{codes:,} pictures are too many for one archive of {most:,}; take the table, whose"
            " column of contents any printer's program turns into codes"
        )
