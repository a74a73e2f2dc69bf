"""What can be wrong with RFM."""

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class BadSettingsError(InvalidError):
    """Settings that cannot be reckoned; says which, and what to give."""

    code = "rfm.bad_settings"


class SettingsChangedError(DomainError):
    """Somebody else saved settings since they were read."""

    code = "rfm.changed_meanwhile"

    def __init__(self, given: int, now: int) -> None:
        super().__init__(
            f"the settings were changed since you opened them (version {given}, now {now});"
            " load them again and repeat what you changed"
        )


class UnknownRunError(NotFoundError):
    """No such reckoning, or its classes are no longer kept."""

    code = "rfm.unknown_run"

    def __init__(self, run_id: int) -> None:
        super().__init__(f"there is no reckoning {run_id} whose classes are kept")


class BadCursorError(InvalidError):
    """`after` is not what a former page gave."""

    code = "rfm.bad_cursor"

    def __init__(self) -> None:
        super().__init__("take `after` from the `next` of the page before, unchanged")
