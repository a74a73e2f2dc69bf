"""What can be wrong with a page or a short link."""

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class UnknownPageError(NotFoundError):
    """No such landing page in this corp."""

    code = "landings.unknown_page"

    def __init__(self, page_id: int) -> None:
        super().__init__(f"there is no landing page {page_id} here")


class UnknownShortLinkError(NotFoundError):
    """No such short link in this corp."""

    code = "landings.unknown_short_link"

    def __init__(self, short_link_id: int) -> None:
        super().__init__(f"there is no short link {short_link_id} here")


class ChangedMeanwhileError(DomainError):
    """Two people edited one page; the second is told."""

    code = "landings.changed_meanwhile"

    def __init__(self) -> None:
        super().__init__("this page was changed since you opened it; load it anew and do it again")


class NoWayInError(InvalidError):
    """The button cannot open what was chosen."""

    code = "landings.no_link"

    def __init__(self) -> None:
        super().__init__("only an acquisition link can be a button; choose one, or show the code")


class BadTargetError(InvalidError):
    """A short link to nowhere, to several places, or to what is no public https address."""

    code = "landings.bad_target"


class PictureTooLargeError(InvalidError):
    """The picture cannot be made small enough for a phone."""

    code = "landings.picture_too_large"

    def __init__(self, most: int) -> None:
        super().__init__(
            f"the picture stays above {most:,} bytes however small it is made; take a simpler one"
        )


class AlreadyOverError(InvalidError):
    """An end that lies in the past."""

    code = "landings.already_over"

    def __init__(self) -> None:
        super().__init__("the end lies in the past; choose a later day, or none")


class NothingHereError(NotFoundError):
    """No page or short link has this address, or it is closed."""

    code = "landings.nothing_here"

    def __init__(self) -> None:
        super().__init__("there is nothing at this address")


class OverError(DomainError):
    """The short link's time is over."""

    code = "landings.over"
    status = 410

    def __init__(self) -> None:
        super().__init__("this link's time is over; ask who gave it to you for another one")
