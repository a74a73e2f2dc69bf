"""What can be wrong with a channel code."""

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class UnknownChannelError(NotFoundError):
    """No such channel code in this corp."""

    code = "channels.unknown"

    def __init__(self, channel_id: int) -> None:
        super().__init__(f"there is no channel code {channel_id} here")


class UnknownStaffError(InvalidError):
    """A member is not here, or has left."""

    code = "channels.unknown_staff"


class UnknownTagError(InvalidError):
    """A tag is not here, or was deleted."""

    code = "channels.unknown_tag"


class WelcomeTooLongError(InvalidError):
    """WeCom's bounds for a welcome."""

    code = "channels.welcome_too_long"


class NoQrYetError(DomainError):
    """WeCom has not made the code yet."""

    code = "channels.no_qr_yet"

    def __init__(self, status: str) -> None:
        super().__init__(f"the code is '{status}': its picture exists once it is active")
