"""What can be wrong with an address or a webhook."""

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class BadConfirmationError(InvalidError):
    """The link is not the last one of this person, or it is too old."""

    code = "notices.bad_confirmation"

    def __init__(self) -> None:
        super().__init__(
            "this link is not valid any more: sign in as who asked for it, use the link of the"
            " newest mail within a day, or ask for another one"
        )


class TooManyMailsError(DomainError):
    """Somebody asks for link after link."""

    code = "notices.too_many_mails"
    status = 429

    def __init__(self, most: int) -> None:
        super().__init__(
            f"{most} mails were asked for within an hour; look for them, or try again in an hour"
        )


class UnknownWebhookError(NotFoundError):
    """The corp has none of this id."""

    code = "notices.unknown_webhook"

    def __init__(self, webhook_id: int) -> None:
        super().__init__(f"there is no webhook {webhook_id}; GET /api/notices/webhooks lists them")


class TooManyWebhooksError(DomainError):
    """Each is one more call for each notice."""

    code = "notices.too_many_webhooks"

    def __init__(self, most: int) -> None:
        super().__init__(f"a company has at most {most} webhooks; delete one that nobody needs")
