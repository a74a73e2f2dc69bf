"""What rules of groups and their book of breaches refuse."""

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class UnknownRulesError(NotFoundError):
    """No such rules in this corp."""

    code = "grouprules.unknown"

    def __init__(self, set_id: int) -> None:
        super().__init__(f"there are no group rules {set_id} here")


class UnknownBreachError(NotFoundError):
    """No such breach among those that are seen."""

    code = "grouprules.unknown_breach"

    def __init__(self, breach_id: int) -> None:
        super().__init__(f"there is no breach {breach_id} here")


class UnknownPersonError(NotFoundError):
    """He is not in that group and never was."""

    code = "grouprules.unknown_person"

    def __init__(self) -> None:
        super().__init__(
            "this person is no customer who is or was in that group;"
            " members of the company are not written down"
        )


class ChangedMeanwhileError(DomainError):
    """Somebody else changed it since it was read."""

    code = "grouprules.changed_meanwhile"

    def __init__(self, now: int, seen: int) -> None:
        super().__init__(
            f"this was changed since you opened it (version {now}, yours is {seen});"
            " load it anew and do it again"
        )


class NameTakenError(DomainError):
    """Two of one name could not be told apart in a task."""

    code = "grouprules.name_taken"

    def __init__(self, name: str) -> None:
        super().__init__(f"there are other rules named {name}; choose another name")


class TooManyRulesError(DomainError):
    """More than anybody can look after."""

    code = "grouprules.too_many"

    def __init__(self, most: int) -> None:
        super().__init__(f"there are {most} sets of rules; delete one that nobody needs first")


class WrongStateError(DomainError):
    """A breach that was forgiven stays so."""

    code = "grouprules.wrong_state"

    def __init__(self, state: str) -> None:
        super().__init__(f"the breach is '{state}'; only one that still counts can be forgiven")


class EmptyRulesError(InvalidError):
    """Rules that ask for nothing."""

    code = "grouprules.empty"

    def __init__(self) -> None:
        super().__init__("say at least one of: rules, notice, form of nicknames, pattern of names")


class BadPatternError(InvalidError):
    """A pattern of names or nicknames that cannot be followed."""

    code = "grouprules.bad_pattern"


class BadCursorError(InvalidError):
    """`after` is not what a former page gave."""

    code = "grouprules.bad_cursor"

    def __init__(self) -> None:
        super().__init__("take `after` from the `next` of the page before, unchanged")
