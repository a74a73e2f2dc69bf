"""What can be wrong with a group code."""

from collections.abc import Sequence

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class UnknownGroupCodeError(NotFoundError):
    """No such group code in this corp."""

    code = "groupcodes.unknown"

    def __init__(self, code_id: int) -> None:
        super().__init__(f"there is no group code {code_id} here")


class UnknownGroupsError(InvalidError):
    """Groups that are not here, or are no more."""

    code = "groupcodes.unknown_groups"

    def __init__(self, ids: Sequence[int]) -> None:
        super().__init__(f"these groups are not here or are dismissed: {list(ids)}; choose others")


class NotQueuedError(NotFoundError):
    """The group does not stand in the code's queue."""

    code = "groupcodes.not_queued"

    def __init__(self, group_id: int) -> None:
        super().__init__(f"group {group_id} does not stand in the queue of this code")


class UnknownPictureError(NotFoundError):
    """No such picture of this code."""

    code = "groupcodes.unknown_picture"

    def __init__(self, picture_id: int) -> None:
        super().__init__(f"there is no picture {picture_id} of this code")


class TooManyGroupsError(InvalidError):
    """More than are added at once, or stand in one queue."""

    code = "groupcodes.too_many_groups"

    def __init__(self, found: int, most: int) -> None:
        super().__init__(f"these would be {found} groups; a queue takes {most}: narrow the search")


class NoGroupsError(InvalidError):
    """Nothing was found to add."""

    code = "groupcodes.no_groups"

    def __init__(self) -> None:
        super().__init__("no group was found to add; change the search, or choose groups")


class BadSizesError(InvalidError):
    """Sizes that contradict each other."""

    code = "groupcodes.bad_sizes"

    def __init__(self) -> None:
        super().__init__("a group cannot take more by scanning than in all: make the first smaller")


class NextNameNeededError(InvalidError):
    """Somebody is to open the next group, and nothing says how it is called."""

    code = "groupcodes.next_name_needed"

    def __init__(self) -> None:
        super().__init__("say how the next groups are called: by that they are recognised")


class OpenerNeededError(InvalidError):
    """A member is to open the next group, and none works here who could."""

    code = "groupcodes.opener_needed"

    def __init__(self) -> None:
        super().__init__("choose the member who is asked to open the next group")


class UnknownFallbackError(InvalidError):
    """The staff code to fall back to is not here."""

    code = "groupcodes.unknown_fallback"

    def __init__(self, channel_id: int) -> None:
        super().__init__(f"there is no channel code {channel_id} here; choose another, or none")


class UnknownTagError(InvalidError):
    """A tag is not here, or was deleted."""

    code = "groupcodes.unknown_tag"

    def __init__(self, ids: Sequence[int]) -> None:
        super().__init__(f"these tags are not here: {list(ids)}; choose others")


class ChangedMeanwhileError(DomainError):
    """Two people edited one code; the second is told instead of winning silently."""

    code = "groupcodes.changed_meanwhile"

    def __init__(self, now: int, seen: int) -> None:
        super().__init__(
            f"this code was changed since you opened it (version {now}, yours is {seen});"
            " load it anew and make your change again"
        )


class NothingToRetryError(DomainError):
    """Only what failed can be tried again."""

    code = "groupcodes.nothing_to_retry"

    def __init__(self, status: str) -> None:
        super().__init__(f"the code is '{status}': only a failed one can be tried again")


class UnreadablePictureError(InvalidError):
    """No code in the picture."""

    code = "groupcodes.unreadable_picture"

    def __init__(self) -> None:
        super().__init__("no QR code can be read in this picture; save it from WeCom once more")


class BadExpiryError(InvalidError):
    """A picture that is over, or lasts longer than WeCom lets one last."""

    code = "groupcodes.bad_expiry"

    def __init__(self) -> None:
        super().__init__("a group's own code lasts seven days: choose a moment within them")


class BadSpanError(InvalidError):
    """Days that make no span, or more than can be shown."""

    code = "groupcodes.bad_span"
