"""What gifts refuse. Those of a claim have their words on the customer's page."""

from datetime import datetime

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class UnknownGiftError(NotFoundError):
    """No such gift in this corp."""

    code = "gifts.unknown"

    def __init__(self, gift: int | str) -> None:
        super().__init__(f"there is no gift {gift} here")


class GiftChangedError(DomainError):
    """Somebody else changed it since it was read."""

    code = "gifts.changed_meanwhile"

    def __init__(self, now: int, seen: int) -> None:
        super().__init__(
            f"this gift was changed since you opened it (version {now}, yours is {seen});"
            " load it anew and make your change again"
        )


class FrozenGiftError(DomainError):
    """Its rules are public."""

    code = "gifts.frozen"

    def __init__(self) -> None:
        super().__init__(
            "this gift is published: its rules stay as they are."
            " Add codes, or stop it and make another"
        )


class NotReadyError(DomainError):
    """Nothing to give, or nobody to give it to."""

    code = "gifts.not_ready"


class WrongStateError(DomainError):
    """Only a published gift can be stopped."""

    code = "gifts.wrong_state"

    def __init__(self, state: str) -> None:
        super().__init__(f"the gift is '{state}'")


class BadGiftError(InvalidError):
    """Times, channels or budget that make no gift."""

    code = "gifts.bad"


class BadCodesError(InvalidError):
    """A list of codes that cannot be read."""

    code = "gifts.bad_codes"


class TooManyCodesError(DomainError):
    """A list that is too long."""

    code = "gifts.codes_too_many"
    status = 413


class BadCursorError(InvalidError):
    """`after` is not what a former page gave."""

    code = "gifts.bad_cursor"

    def __init__(self) -> None:
        super().__init__("take `after` from the `next` of the page before, unchanged")


class UnknownTagError(InvalidError):
    """Only a tag of ours can say it."""

    code = "gifts.unknown_tag"

    def __init__(self, tag_id: int) -> None:
        super().__init__(f"there is no own tag {tag_id} here; choose one of your own tags")


class UnknownPersonError(NotFoundError):
    """No such customer, or he is not among those."""

    code = "gifts.unknown_person"

    def __init__(self, customer_id: int) -> None:
        super().__init__(f"there is no customer {customer_id} here")


class ClaimRefusedError(DomainError):
    """A customer does not get it; `why` names the words on his page."""

    code = "gifts.refused"

    def __init__(self, why: str, since: datetime | None = None) -> None:
        super().__init__(f"no gift: {why}")
        self.why = why
        self.since = since
