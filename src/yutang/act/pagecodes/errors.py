"""What can be wrong with a page code. Those of its page have their words there too."""

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class UnknownPageCodeError(NotFoundError):
    """No such page code in this corp, or the code is a direct one."""

    code = "page_codes.unknown"

    def __init__(self, channel_id: int) -> None:
        super().__init__(f"there is no page code {channel_id} here")


class UnknownPageError(NotFoundError):
    """No page has this address."""

    code = "page_codes.unknown_page"

    def __init__(self) -> None:
        super().__init__("there is no page at this address; scan the code once more")


class PageGoneError(DomainError):
    """The code of this page was deleted."""

    code = "page_codes.gone"
    status = 410

    def __init__(self) -> None:
        super().__init__("this code was taken out of use; ask the company for a new one")


class NobodyFreeError(DomainError):
    """No member of the code can be shown: none has a way yet, or all have left."""

    code = "page_codes.nobody"
    status = 503

    def __init__(self) -> None:
        super().__init__("nobody can be shown now; come back in a few minutes")


class StrangeMemberError(InvalidError):
    """The rule speaks of a member who is not in the code."""

    code = "page_codes.strange_member"

    def __init__(self, ids: list[int]) -> None:
        super().__init__(
            f"the rule names members who are not in the code: {ids}; add them or take them out"
        )


class BadFallbackError(InvalidError):
    """Who answers when nobody is free is not here, or has left."""

    code = "page_codes.bad_fallback"

    def __init__(self) -> None:
        super().__init__(
            "who answers when nobody is free is not here or has left; choose somebody else"
        )


class NoRoomForWaysError(DomainError):
    """WeCom's 500,000 contact ways would not be enough."""

    code = "page_codes.no_room"

    def __init__(self, wanted: int, left: int) -> None:
        super().__init__(
            f"this code needs {wanted:,} contact ways and WeCom lets this corp make {left:,} more;"
            " choose fewer members or delete codes"
        )
