"""What can be wrong with the webhook of conversions."""

from yutang.kernel.errors import DomainError, InvalidError


class NoHookError(DomainError):
    """Nothing was set up."""

    code = "conversions.no_hook"

    def __init__(self) -> None:
        super().__init__("no address was given for conversions; save one first")


class UnknownPlaceholderError(InvalidError):
    """A field asks for what nobody fills in."""

    code = "conversions.unknown_placeholder"

    def __init__(self, name: str, known: str) -> None:
        super().__init__(f"there is no placeholder {{{name}}}; there are {known}")
