"""What sign-in and permissions refuse."""

from datetime import datetime

from yutang.kernel.errors import DomainError


class WrongCredentialsError(DomainError):
    """Same words for an unknown login and a wrong password, so that neither can be probed."""

    code = "access.wrong_credentials"
    status = 401

    def __init__(self) -> None:
        super().__init__("the login or the password is wrong")


class LockedOutError(DomainError):
    """Too many wrong passwords in a row."""

    code = "access.locked_out"
    status = 429

    def __init__(self, until: datetime) -> None:
        super().__init__(f"too many wrong passwords; try again after {until:%H:%M:%S} UTC")
        self.until = until


class SignedOutError(DomainError):
    """No session, or an expired one."""

    code = "access.signed_out"
    status = 401

    def __init__(self) -> None:
        super().__init__("sign in first")


class ForbiddenError(DomainError):
    """The role lacks a permission."""

    code = "access.forbidden"
    status = 403

    def __init__(self, permission: str) -> None:
        super().__init__(f"this needs the permission '{permission}'; ask an owner or admin")


class ForgedRequestError(DomainError):
    """The CSRF token is missing or another one."""

    code = "access.csrf"
    status = 403

    def __init__(self) -> None:
        super().__init__("reload the page: its X-CSRF-Token is missing or out of date")


class WeakPasswordError(DomainError):
    """Too short to stand."""

    code = "access.weak_password"
    status = 422

    def __init__(self, minimum: int) -> None:
        super().__init__(f"a password has at least {minimum} characters")


class PasswordChangeNeededError(DomainError):
    """The account's first password is known to others."""

    code = "access.change_password_first"
    status = 403

    def __init__(self) -> None:
        super().__init__("choose a password of your own first: POST /api/session/password")


class InPersonError(DomainError):
    """A token asks for what only a person may do who is signed in himself."""

    code = "access.in_person"
    status = 403

    def __init__(self) -> None:
        super().__init__("no token may do this; sign in yourself")
