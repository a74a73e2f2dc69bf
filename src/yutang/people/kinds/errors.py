"""What can be wrong with a kind or a decision about one."""

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class UnknownKindError(NotFoundError):
    """Neither built in nor made here."""

    code = "kinds.unknown"

    def __init__(self, name: str) -> None:
        super().__init__(f"there is no kind 「{name}」 here; the list of kinds names them all")


class UnknownPropertyError(NotFoundError):
    """No event of the kind had it."""

    code = "kinds.unknown_property"

    def __init__(self, kind: str, name: str) -> None:
        super().__init__(f"「{kind}」 has no property 「{name}」")


class KindTakenError(DomainError):
    """There is such a kind already."""

    code = "kinds.taken"

    def __init__(self, name: str) -> None:
        super().__init__(f"there is a kind 「{name}」 already: accept the events as that one")


class TooManyKindsError(DomainError):
    """The corp's limit is reached."""

    code = "kinds.too_many"

    def __init__(self, limit: int) -> None:
        super().__init__(
            f"a corp has at most {limit} kinds of its own: accept the events as an existing one"
        )


class BadDecisionError(InvalidError):
    """The decision does not fit what it is about, or lacks a part."""

    code = "kinds.bad_decision"


class UnknownHeapError(NotFoundError):
    """Nothing like it waits in quarantine."""

    code = "kinds.unknown_heap"

    def __init__(self) -> None:
        super().__init__(
            "nothing like this waits in quarantine any more: somebody decided, or it grew too old"
        )
