"""What bulk acts refuse."""

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class UnknownActError(NotFoundError):
    """No such act in this corp."""

    code = "bulk.unknown"

    def __init__(self, act_id: int) -> None:
        super().__init__(f"there is no bulk act {act_id} here; look under Tasks")


class UnknownKindError(InvalidError):
    """Nothing of that name is done in bulk."""

    code = "bulk.unknown_kind"

    def __init__(self, kind: str, known: list[str]) -> None:
        super().__init__(f"'{kind}' is no bulk act; there are {', '.join(known)}")


class BadArgumentsError(InvalidError):
    """The act needs other arguments."""

    code = "bulk.bad_arguments"


class EmptySelectionError(InvalidError):
    """Nobody is selected."""

    code = "bulk.nobody"

    def __init__(self) -> None:
        super().__init__("select at least one customer, or take all that the filter finds")


class TooManyIdsError(InvalidError):
    """Picked one by one, a selection has a bound; a filter has none."""

    code = "bulk.too_many_ids"

    def __init__(self, given: int, most: int) -> None:
        super().__init__(
            f"{given:,} customers were named one by one and {most:,} is the most;"
            " take all that a filter finds instead"
        )


class NotNowError(DomainError):
    """The act stands elsewhere by now."""

    code = "bulk.not_now"

    def __init__(self, wish: str, state: str) -> None:
        super().__init__(f"an act that is {state} cannot be {wish}; read it again")


class NumbersMovedError(DomainError):
    """The dry run was counted anew since it was shown."""

    code = "bulk.numbers_moved"

    def __init__(self, shown: int, now: int) -> None:
        super().__init__(
            f"{shown:,} would have been changed, now it is {now:,}; look at the new dry run"
        )


class NothingToDoError(DomainError):
    """The dry run found nobody who would be changed."""

    code = "bulk.nothing_to_do"

    def __init__(self) -> None:
        super().__init__("nobody of this selection would be changed; the dry run says why")


class NoWayBackError(DomainError):
    """The act cannot be taken back."""

    code = "bulk.no_way_back"
