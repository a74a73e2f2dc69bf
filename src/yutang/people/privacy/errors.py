"""What can be wrong when people's rights are served."""

from datetime import datetime

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class BadLinkError(NotFoundError):
    """The link was cut, mistyped or made by somebody else."""

    code = "privacy.bad_link"

    def __init__(self) -> None:
        super().__init__("this link is not whole; open it again from the message it came with")


class UnknownErasureError(NotFoundError):
    """No such request in this corp."""

    code = "privacy.unknown_erasure"

    def __init__(self, erasure_id: int) -> None:
        super().__init__(f"there is no request {erasure_id} to erase somebody here")


class AlreadyAskedError(DomainError):
    """His erasure is under way."""

    code = "privacy.already_asked"

    def __init__(self, erasure_id: int) -> None:
        super().__init__(f"he is being erased already, by request {erasure_id}")


class WrongErasureStateError(DomainError):
    """The request is further than that."""

    code = "privacy.erasure_state"

    def __init__(self, state: str) -> None:
        super().__init__(
            f"this request is '{state}': only a planned one can be confirmed or dropped"
        )


class WrongNameError(InvalidError):
    """What was typed to confirm is not what the person is called."""

    code = "privacy.wrong_name"

    def __init__(self) -> None:
        super().__init__(
            "that is not what he is called here; type his name as the profile shows it,"
            " or his number where he has no name"
        )


class NoProofError(DomainError):
    """Nothing is erased yet."""

    code = "privacy.no_proof"

    def __init__(self, state: str) -> None:
        super().__init__(f"the request is '{state}': its proof is written when all is erased")


class BadRetentionError(InvalidError):
    """Fewer days than the product needs, or more than the installation keeps."""

    code = "privacy.retention"

    def __init__(self, kind: str, least: int, most: int) -> None:
        super().__init__(f"「{kind}」 can be kept for {least:,} to {most:,} days, or for good")


class UnknownRequestError(NotFoundError):
    """No customer of this corp asked for that."""

    code = "privacy.unknown_request"

    def __init__(self, request_id: int) -> None:
        super().__init__(f"no customer here has made a request {request_id}")


class RequestEndedError(DomainError):
    """The customer was answered, or took it back."""

    code = "privacy.request_ended"

    def __init__(self, state: str) -> None:
        super().__init__(f"this request is '{state}' already: load the list again")


class DoneByErasingError(DomainError):
    """Nobody can say that somebody is erased who is not."""

    code = "privacy.done_by_erasing"

    def __init__(self) -> None:
        super().__init__("erase the customer on his page: that ends his request; or decline it")


class UnderWayError(Exception):
    """A file that may name the person is being read or written; its erasure waits for it."""

    def __init__(self, what: str, until: datetime) -> None:
        super().__init__(f"{what} is under way; erasing goes on when it has ended")
        self.until = until
