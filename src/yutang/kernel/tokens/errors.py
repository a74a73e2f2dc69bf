"""What tokens refuse."""

from collections.abc import Iterable

from yutang.kernel.errors import DomainError


class TokenRefusedError(DomainError):
    """The bearer token is unknown, expired or revoked, or its account is out."""

    code = "access.token_refused"
    status = 401

    def __init__(self) -> None:
        super().__init__("this token is unknown, expired or revoked; make another one")
        self.headers = {"WWW-Authenticate": 'Bearer error="invalid_token"'}


class TooWideError(DomainError):
    """A token may do and see no more than who makes it."""

    code = "tokens.too_wide"
    status = 403

    def __init__(self, beyond: Iterable[str]) -> None:
        told = ", ".join(sorted(beyond))
        super().__init__(f"a token is no wider than you are; leave out: {told}")


class UnknownPermissionError(DomainError):
    """No permission is called so."""

    code = "tokens.unknown_permission"
    status = 422

    def __init__(self, unknown: Iterable[str]) -> None:
        super().__init__(f"there are no such permissions: {', '.join(sorted(unknown))}")


class UnknownScopeError(DomainError):
    """A department or store of the scope does not exist."""

    code = "tokens.unknown_scope"
    status = 422

    def __init__(self, kind: str, ref_id: int) -> None:
        super().__init__(f"there is no {kind} with the id {ref_id}")


class TooManyTokensError(DomainError):
    """One account or one company has as many live tokens as it may."""

    code = "tokens.too_many"
    status = 409

    def __init__(self, most: int) -> None:
        super().__init__(f"there are {most} tokens in use already; revoke one first")


class UnknownTokenError(DomainError):
    """No such token, or another person's."""

    code = "tokens.unknown"
    status = 404

    def __init__(self) -> None:
        super().__init__("there is no such token of yours")
