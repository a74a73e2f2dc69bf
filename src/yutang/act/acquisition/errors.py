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


class UnknownMemberError(NotFoundError):
    """No such member among those one sees."""

    code = "channels.unknown_member"

    def __init__(self, staff_id: int) -> None:
        super().__init__(f"there is no member {staff_id} here; choose one from the list of staff")


class FullListError(DomainError):
    """A list would be longer than WeCom takes."""

    code = "channels.list_full"

    def __init__(self, names: list[str], most: int) -> None:
        super().__init__(
            f"WeCom takes {most} members a code; too many would be in: {', '.join(names[:5])};"
            " choose fewer members"
        )


class UnknownTagError(InvalidError):
    """A tag is not here, or was deleted."""

    code = "channels.unknown_tag"


class ChangedMeanwhileError(DomainError):
    """Two people edited one code; the second is told instead of winning silently."""

    code = "channels.changed_meanwhile"

    def __init__(self, now: int, seen: int) -> None:
        super().__init__(
            f"this code was changed since you opened it (version {now}, yours is {seen});"
            " load it anew and make your change again"
        )


class OfAnotherKindError(DomainError):
    """A link or a page is changed where its own parts are."""

    code = "channels.of_another_kind"

    def __init__(self, kind: str) -> None:
        super().__init__(f"this channel is of kind '{kind}': change it on the page of its kind")


class NothingToRetryError(DomainError):
    """Only what failed can be tried again."""

    code = "channels.nothing_to_retry"

    def __init__(self, status: str) -> None:
        super().__init__(f"the code is '{status}': only a failed one can be tried again")


class BadSpanError(InvalidError):
    """Days that make no span, or more than can be shown."""

    code = "channels.bad_span"


class UndrawableTextError(InvalidError):
    """The font of the print has no picture for a character."""

    code = "channels.undrawable_text"

    def __init__(self, characters: str) -> None:
        super().__init__(f"the font of the print lacks {characters}; leave it out")


class NoQrYetError(DomainError):
    """WeCom has not made the code yet."""

    code = "channels.no_qr_yet"

    def __init__(self, status: str) -> None:
        super().__init__(f"the code is '{status}': its picture exists once it is active")
