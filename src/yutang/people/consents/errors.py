"""What can be wrong with a consent or its purpose."""

from yutang.kernel.errors import InvalidError, NotFoundError


class FutureConsentError(InvalidError):
    """The day it was given lies ahead."""

    code = "consents.future"

    def __init__(self) -> None:
        super().__init__("a consent was given today or before: mend its date")


class UnknownPurposeError(NotFoundError):
    """Nobody set such a purpose, or it is archived."""

    code = "consents.purpose"

    def __init__(self, key: str) -> None:
        super().__init__(f"there is no purpose 「{key}」; set it first, in the privacy settings")


class BuiltInPurposeError(InvalidError):
    """Yutang itself asks for it."""

    code = "consents.built_in"

    def __init__(self, key: str) -> None:
        super().__init__(f"「{key}」 is asked for by Yutang itself and cannot be archived")


class BadConsenterCursorError(InvalidError):
    """A mark that no page gave."""

    code = "consents.bad_cursor"

    def __init__(self) -> None:
        super().__init__("`after` is none that a page gave; leave it out to begin anew")
