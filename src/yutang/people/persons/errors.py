"""What can be wrong with a tie, a merge or its undoing."""

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class UnknownConflictError(NotFoundError):
    """No such conflict in this corp."""

    code = "persons.unknown_conflict"

    def __init__(self, conflict_id: int) -> None:
        super().__init__(f"there is no identity conflict {conflict_id} here")


class ConflictEndedError(DomainError):
    """It was decided, or later news ended it."""

    code = "persons.conflict_ended"

    def __init__(self, state: str) -> None:
        super().__init__(f"this conflict is '{state}' already: load the list again")


class UnknownMergeError(NotFoundError):
    """No such merge of this person."""

    code = "persons.unknown_merge"

    def __init__(self, merge_id: int) -> None:
        super().__init__(f"there is no merge {merge_id} of this person to be undone")


class MergedOnError(DomainError):
    """A merge that a later one stands on."""

    code = "persons.merged_on"

    def __init__(self, merge_id: int) -> None:
        super().__init__(f"merge {merge_id} came later and stands on this one: undo it first")


class NotDecidedError(DomainError):
    """There is no decision about this conflict that could be taken back."""

    code = "persons.not_decided"

    def __init__(self, state: str) -> None:
        super().__init__(f"this conflict is {state}, not decided; open the list again")


class DecidedMergeError(DomainError):
    """Two were made one: that is taken back where the merge is."""

    code = "persons.decided_merge"

    def __init__(self, customer_id: int) -> None:
        super().__init__(
            "it was decided by a merge: undo that among the merges of the person who stayed,"
            f" GET /customers/{customer_id}/ids"
        )


class SamePersonError(InvalidError):
    """Nobody can be merged with himself, nor with somebody who is a part of him."""

    code = "persons.same"

    def __init__(self) -> None:
        super().__init__("these two are one person already; choose another one")


class NotMergeableError(DomainError):
    """Both are people whom WeCom, or an erasure, keeps apart."""

    code = "persons.not_mergeable"

    def __init__(self, why: str) -> None:
        super().__init__(why)


class BadCursorError(InvalidError):
    """`after` is not what a former page gave."""

    code = "persons.bad_cursor"

    def __init__(self) -> None:
        super().__init__("take `after` from the `next` of the page before, unchanged")
