"""What can be wrong with a notice or its rules."""

from yutang.kernel.errors import DomainError, InvalidError


class UnknownKindError(InvalidError):
    """Nothing of this installation tells such notices."""

    code = "notices.unknown_kind"

    def __init__(self, kind: str) -> None:
        super().__init__(
            f"there is no kind of notice {kind!r}; GET /api/notices/choices lists them"
        )


class BadQuietHoursError(InvalidError):
    """Quiet hours are moments of a day, in whole minutes and without a zone."""

    code = "notices.bad_quiet_hours"

    def __init__(self) -> None:
        super().__init__("give hours and minutes such as 22:00; they are the corp's own time")


class NoAddressError(DomainError):
    """Mail was chosen, and nobody knows where to."""

    code = "notices.no_address"

    def __init__(self) -> None:
        super().__init__("give an address first: PUT /api/notices/mail")


class RulesChangedError(DomainError):
    """Somebody else changed the rules since they were read."""

    code = "notices.rules_changed"

    def __init__(self, given: int, now: int) -> None:
        super().__init__(
            f"the rules were changed since you read them (version {given}, now {now});"
            " read them again and change what you meant"
        )
