"""What can be wrong with a consent."""

from yutang.kernel.errors import InvalidError


class FutureConsentError(InvalidError):
    """The day it was given lies ahead."""

    code = "consents.future"

    def __init__(self) -> None:
        super().__init__("a consent was given today or before: mend its date")
