"""What sign-in, permissions and the keeping of accounts refuse."""

from collections.abc import Iterable
from datetime import datetime

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


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


class TooManyTriesError(DomainError):
    """Sign-in failed too often of late, from here or for this login."""

    code = "access.too_many_tries"
    status = 429

    def __init__(self, wait_seconds: int) -> None:
        super().__init__(f"too many failed sign-ins; try again in {wait_seconds} s")
        self.headers = {"Retry-After": str(wait_seconds)}


class CodeNeededError(DomainError):
    """The password is right; the second factor is still to be shown."""

    code = "access.code_needed"
    status = 401

    def __init__(self) -> None:
        super().__init__("give `code` too: six digits of the app, or a recovery code")


class WrongCodeError(DomainError):
    """No code of now, or one that was used."""

    code = "access.wrong_code"
    status = 401

    def __init__(self) -> None:
        super().__init__("this code is wrong, too old or was used; take the next one")


class NoAccountError(DomainError):
    """WeCom knows him, we do not."""

    code = "access.no_account"
    status = 403

    def __init__(self, account: str) -> None:
        super().__init__(f"member '{account}' has no account here; ask an owner or admin for one")


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


class UnknownPersonError(NotFoundError):
    """No such account in this corp."""

    code = "access.unknown_person"

    def __init__(self, who: object) -> None:
        super().__init__(f"there is no person '{who}'")


class UnknownRoleError(NotFoundError):
    """No such role in this corp."""

    code = "access.unknown_role"

    def __init__(self, role: object) -> None:
        super().__init__(f"there is no role '{role}'")


class UnknownSessionError(NotFoundError):
    """It ended, or is somebody else's."""

    code = "access.unknown_session"

    def __init__(self, session_id: int) -> None:
        super().__init__(f"there is no open session {session_id} of this person")


class LoginTakenError(DomainError):
    """A login belongs to one person of the whole installation."""

    code = "access.login_taken"

    def __init__(self, login: str) -> None:
        super().__init__(f"the login '{login}' is taken; choose another one")


class MemberTakenError(DomainError):
    """A member of WeCom has one account."""

    code = "access.member_taken"

    def __init__(self, name: str) -> None:
        super().__init__(f"this member belongs to the account of {name} already")


class UnknownMemberError(InvalidError):
    """No such member, or he left."""

    code = "access.unknown_member"

    def __init__(self, staff_id: int) -> None:
        super().__init__(f"there is no member {staff_id} who still works here")


class UnknownScopeError(InvalidError):
    """No such department or store."""

    code = "access.unknown_scope"

    def __init__(self, scope: object) -> None:
        super().__init__(f"there is no {scope}")


class NoDoorError(InvalidError):
    """Neither password nor member: he could never come in."""

    code = "access.no_door"

    def __init__(self) -> None:
        super().__init__("who has no password needs a WeCom member to sign in as")


class BeyondOwnError(DomainError):
    """Nobody gives what he does not hold."""

    code = "access.beyond_own"
    status = 403

    def __init__(self, missing: Iterable[str]) -> None:
        listed = ", ".join(sorted(missing))
        super().__init__(f"you cannot give what you do not hold yourself: {listed}")


class ScopeBeyondOwnError(DomainError):
    """Nobody shows to others whom he does not see."""

    code = "access.scope_beyond_own"
    status = 403

    def __init__(self, scope: object) -> None:
        super().__init__(f"you cannot give a scope wider than your own: {scope}")


class HoldsMoreError(DomainError):
    """Nobody changes who may do or see more than he himself."""

    code = "access.holds_more"
    status = 403

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} may do or see more than you; ask an owner to change this")


class OneselfError(DomainError):
    """What one does to others only."""

    code = "access.oneself"

    def __init__(self) -> None:
        super().__init__("nobody shuts himself out; ask another owner or admin")


class LastOwnerError(DomainError):
    """A corp without an owner could not be mended by its own people."""

    code = "access.last_owner"

    def __init__(self) -> None:
        super().__init__("this is the last owner; make somebody else an owner first")


class RoleInUseError(DomainError):
    """Somebody holds it."""

    code = "access.role_in_use"

    def __init__(self, people: int) -> None:
        super().__init__(f"{people} people have this role; give them another one first")


class RoleNameTakenError(DomainError):
    """Two roles of one name could not be told apart."""

    code = "access.role_name_taken"

    def __init__(self, name: str) -> None:
        super().__init__(f"there is a role '{name}' already")


class UnknownPermissionError(InvalidError):
    """Permissions are named in `GET /api/roles`."""

    code = "access.unknown_permission"

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__(f"there is no permission {', '.join(sorted(names))}")


class SecondFactorOnError(DomainError):
    """It is on already."""

    code = "access.second_factor_on"

    def __init__(self) -> None:
        super().__init__("the second factor is on already; turn it off first to set it up anew")


class SecondFactorOffError(DomainError):
    """It is not set up."""

    code = "access.second_factor_off"

    def __init__(self) -> None:
        super().__init__("no second factor is set up; begin one first")


class NoPasswordError(DomainError):
    """He comes in by WeCom only."""

    code = "access.no_password"

    def __init__(self) -> None:
        super().__init__("this account has no password; its owner signs in by WeCom")
