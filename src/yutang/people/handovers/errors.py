"""What handovers refuse."""

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class UnknownHandoverError(NotFoundError):
    """No such handover in this corp, or of nobody in one's scope."""

    code = "handovers.unknown"

    def __init__(self, handover_id: int) -> None:
        super().__init__(f"there is no handover {handover_id} here; look at the list")


class UnknownGiverError(NotFoundError):
    """No such member among those one sees."""

    code = "handovers.unknown_giver"

    def __init__(self, staff_id: int) -> None:
        super().__init__(f"there is no member {staff_id} here; choose one from the list of staff")


class UnknownTakerError(InvalidError):
    """Who is to take over is not here, or has left."""

    code = "handovers.unknown_taker"

    def __init__(self, staff_ids: list[int]) -> None:
        named = ", ".join(map(str, staff_ids))
        super().__init__(f"nobody here can take over as {named}; choose members who work here")


class SameMemberError(InvalidError):
    """The giver cannot take over from himself."""

    code = "handovers.same_member"

    def __init__(self) -> None:
        super().__init__("a member cannot take over from himself; take him off the takers")


class DoubleTakerError(InvalidError):
    """A taker is named twice."""

    code = "handovers.double_taker"

    def __init__(self) -> None:
        super().__init__("each taker is named once; give him a larger share instead")


class NoShareError(InvalidError):
    """All shares are zero."""

    code = "handovers.no_share"

    def __init__(self) -> None:
        super().__init__("at least one taker needs a share above 0")


class NothingChosenError(InvalidError):
    """Neither customers nor groups."""

    code = "handovers.nothing_chosen"

    def __init__(self) -> None:
        super().__init__("choose customers, groups or both")


class MessageOnJobOnlyError(InvalidError):
    """WeCom takes no message for customers of who left."""

    code = "handovers.message_on_job_only"

    def __init__(self) -> None:
        super().__init__("WeCom sends a message only while the member works here; leave it empty")


class NobodyToHandError(DomainError):
    """The preview found nobody and nothing that can be handed over."""

    code = "handovers.nobody"

    def __init__(self) -> None:
        super().__init__("nothing of this choice can be handed over now; the preview says why")


class TooManyPeopleError(DomainError):
    """More than one handover takes."""

    code = "handovers.too_many"

    def __init__(self, found: int, most: int) -> None:
        super().__init__(f"{found:,} customers match and {most:,} is the most; choose fewer")


class NotNowError(DomainError):
    """The handover stands elsewhere by now."""

    code = "handovers.not_now"

    def __init__(self, wish: str, state: str) -> None:
        super().__init__(f"a handover that is {state} cannot be {wish}; read it again")


class NothingToRetryError(DomainError):
    """Nothing failed, found no room or was left out for want of it."""

    code = "handovers.nothing_to_retry"

    def __init__(self) -> None:
        super().__init__("nobody of this handover failed or found no room")


class BadCursorError(InvalidError):
    """`after` is not what a former page gave."""

    code = "handovers.bad_cursor"

    def __init__(self) -> None:
        super().__init__("take `after` from the `next` of the page before, unchanged")
