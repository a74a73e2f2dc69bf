"""What a customer's sign-in refuses. Each code has its words on a page, in both languages."""

from yutang.kernel.errors import DomainError, NotFoundError


class CustomerSignedOutError(DomainError):
    """No session of a customer, an ended one, or one of a person who was erased."""

    code = "portal.signed_out"
    status = 401

    def __init__(self) -> None:
        super().__init__("sign in through WeCom first: open the page in WeChat or WeCom")


class NobodyKnownError(NotFoundError):
    """The corp keeps nothing of who came."""

    code = "portal.nobody"

    def __init__(self) -> None:
        super().__init__("this corp keeps nothing about you; nothing was stored by asking")


class MemberCameError(DomainError):
    """Who came is a member of the corp, and this is the customers' page."""

    code = "portal.member"
    status = 403

    def __init__(self) -> None:
        super().__init__("this page is for customers; members have theirs below /m/")


class StaleFormError(DomainError):
    """The form belongs to another sign-in, or was made by somebody else."""

    code = "portal.stale_form"
    status = 403

    def __init__(self) -> None:
        super().__init__("this form is not of your sign-in; open the page again and tap once more")
