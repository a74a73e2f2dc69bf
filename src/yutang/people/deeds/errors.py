"""Why an effect is not there yet, or not known to be."""

from datetime import datetime

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class NotKnownYetError(DomainError):
    """WeCom's answer was lost; its lists are looked at again at `until`."""

    code = "deeds.not_known_yet"

    def __init__(self, kind: str, until: datetime) -> None:
        super().__init__(
            f"WeCom did not answer {kind}; whether it was done is looked up again at"
            f" {until.isoformat(timespec='seconds')}"
        )
        self.until = until


class UndecidedError(DomainError):
    """WeCom's lists do not tell; somebody must look in WeCom's console and decide."""

    code = "deeds.undecided"

    def __init__(self, deed_id: int, reason: str) -> None:
        super().__init__(f"deed {deed_id} waits for a person's decision: {reason}")
        self.deed_id = deed_id


class UnknownDeedError(NotFoundError):
    """No deed of this corp has the number."""

    code = "deeds.unknown"

    def __init__(self, deed_id: int) -> None:
        super().__init__(f"there is no deed {deed_id}")


class NothingToDecideError(DomainError):
    """It is decided, or WeCom's lists will still tell."""

    code = "deeds.nothing_to_decide"

    def __init__(self, state: str) -> None:
        super().__init__(f"this is {state} and waits for nobody; reload the page")


class MissingIdError(InvalidError):
    """Somebody says that it is there, and not under which id."""

    code = "deeds.missing_id"

    def __init__(self) -> None:
        super().__init__("give the id that WeCom's console shows")


class TakenResultError(InvalidError):
    """The id belongs to something else that was asked for."""

    code = "deeds.taken_result"

    def __init__(self, result_id: str) -> None:
        super().__init__(f"{result_id} is the result of another deed; copy the id once more")
