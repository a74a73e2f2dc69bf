"""What can be wrong with a rota."""

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class UnknownCodeError(NotFoundError):
    """No such channel code in this corp."""

    code = "rota.unknown_channel"

    def __init__(self, channel_id: int) -> None:
        super().__init__(f"there is no channel code {channel_id} here")


class UnknownMemberError(NotFoundError):
    """No such member among those one sees."""

    code = "rota.unknown_member"

    def __init__(self, staff_id: int) -> None:
        super().__init__(f"there is no member {staff_id} here; choose one from the list of staff")


class ForeignStaffError(InvalidError):
    """Hours or a cap for somebody who is neither in the list nor a stand-in."""

    code = "rota.not_in_list"


class BadStandInError(InvalidError):
    """A stand-in who is not here, left, or is in the list anyway."""

    code = "rota.bad_stand_in"


class OverlapError(InvalidError):
    """Two spans of one member that lie over each other."""

    code = "rota.overlap"


class TwiceError(InvalidError):
    """A member has two caps."""

    code = "rota.two_caps"


class ChangedMeanwhileError(DomainError):
    """Two people edited one rota; the second is told instead of winning silently."""

    code = "rota.changed_meanwhile"

    def __init__(self, now: int, seen: int) -> None:
        super().__init__(
            f"this rota was changed since you opened it (version {now}, yours is {seen});"
            " load it anew and make your change again"
        )


class PastMomentError(InvalidError):
    """Off duty until a moment that is over."""

    code = "rota.past"

    def __init__(self) -> None:
        super().__init__("this moment is over; choose a later one, or none for until back")


class BadSpanError(InvalidError):
    """Days that make no span, or more than can be shown."""

    code = "rota.bad_span"
