"""What stores refuse."""

from collections.abc import Sequence
from typing import ClassVar

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class UnknownStoreError(NotFoundError):
    """No such store in this corp, or none that this person may see."""

    code = "stores.unknown"

    def __init__(self, store_id: int) -> None:
        super().__init__(f"there is no store {store_id} that you may see")


class NumberTakenError(InvalidError):
    """Two stores of one number."""

    code = "stores.number_taken"

    def __init__(self, number: str) -> None:
        super().__init__(f"the number {number} belongs to another store; choose another")


class StoreChangedError(DomainError):
    """Somebody else changed the store since it was read."""

    code = "stores.changed_meanwhile"

    def __init__(self, given: int, now: int) -> None:
        super().__init__(
            f"this store was changed since you opened it (version {given}, now {now}); load it"
            " again and repeat what you changed"
        )


class UnknownStaffError(InvalidError):
    """Members that are none of this corp's, or left it."""

    code = "stores.unknown_staff"

    def __init__(self, ids: Sequence[int]) -> None:
        shown = ", ".join(map(str, ids))
        super().__init__(f"nobody who works here has the id {shown}; take them out")


class UnknownDepartmentError(InvalidError):
    """WeCom has no such department."""

    code = "stores.unknown_department"

    def __init__(self, department_id: int) -> None:
        super().__init__(f"there is no department {department_id}; choose another or none")


class UnreadableSheetError(InvalidError):
    """The file is no table of stores."""

    code = "stores.sheet"


class SheetTooLargeError(DomainError):
    """More than one transaction writes."""

    code = "stores.sheet_too_large"
    status: ClassVar[int] = 413


class BadRowsError(InvalidError):
    """Rows of the file are wrong, so nothing of it was written."""

    code = "stores.rows"

    def __init__(self, errors: int) -> None:
        super().__init__(
            f"{errors:,} things in the file are wrong and nothing was written; check it first,"
            " mend the rows and send it again"
        )
