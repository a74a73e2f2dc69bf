"""Sign in, sign out, change a password, ask what a role may do; the rest stands beside."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.vault import Vault

from . import people, rates, roles, scopes, second_factor
from .errors import (
    CodeNeededError,
    ForbiddenError,
    LockedOutError,
    NoAccountError,
    WrongCodeError,
    WrongCredentialsError,
)
from .holders import users_who_may
from .models import User, UserScope
from .passwords import check_password, hashed, is_right
from .permissions import SEES_ALL
from .programs import add_service, end_service, known_permissions, scopes_of, who_are_out
from .schemas import Principal, SignIn, UserRead
from .sessions import (
    SESSION_DAYS,
    allowed_to,
    close_session,
    end_sessions,
    find_principal,
    find_user,
    forget_sessions,
    is_in,
    list_sessions,
    open_session,
)

__all__ = (
    "ATTEMPTS_BEFORE_LOCK",
    "SESSION_DAYS",
    "add_service",
    "add_user",
    "allowed_to",
    "change_password",
    "check_credentials",
    "check_password",
    "close_session",
    "demand",
    "describe",
    "end_service",
    "end_sessions",
    "find_member_user",
    "find_principal",
    "find_user",
    "has_chosen_password",
    "known_permissions",
    "list_sessions",
    "names_of",
    "open_session",
    "people",
    "rates",
    "roles",
    "scopes",
    "scopes_of",
    "second_factor",
    "users_who_may",
    "who_are_out",
)

ATTEMPTS_BEFORE_LOCK = 8
LOCK_MINUTES = 15

Refusal = CodeNeededError | LockedOutError | WrongCodeError | WrongCredentialsError


async def add_user(
    session: AsyncSession,
    corp_id: int,
    *,
    login: str,
    name: str,
    role: str,
    password: str,
    must_change_password: bool = False,
    sees_all: bool | None = None,
) -> User:
    """Make a local account; its scope is the whole corp where said so.

    By default owner, admin, operator and auditor see all, others nobody until they are told whom.
    Raises WeakPasswordError.
    """
    check_password(password)
    user = User(
        corp_id=corp_id,
        login=login,
        name=name,
        role=role,
        password_hash=hashed(password),
        must_change_password=must_change_password,
    )
    session.add(user)
    await session.flush()
    if role in SEES_ALL if sees_all is None else sees_all:
        session.add(UserScope(corp_id=corp_id, user_id=user.id, kind="corp", ref_id=0))
        await session.flush()
    await audit.record(
        session,
        corp_id,
        actor="system",
        action="user.added",
        target=f"user:{user.id}",
        after={"login": login, "role": role},
    )
    return user


async def has_chosen_password(session: AsyncSession, login: str) -> bool:
    """Whether the account exists and its first password was replaced."""
    found = await session.scalar(select(User.must_change_password).where(User.login == login))
    return found is False


async def check_credentials(
    session: AsyncSession, vault: Vault, given: SignIn, now: datetime
) -> User | Refusal:
    """The user, or the refusal as a value: the counted attempt must be committed, not rolled back.

    Eight wrong passwords or codes in a row lock the account for 15 minutes. A right password
    without the code that is still needed neither counts nor forgives.
    """
    user = await session.scalar(
        select(User).where(User.login == given.login, is_in()).with_for_update()
    )
    if user is None or user.password_hash is None:
        is_right(given.password, None)
        return WrongCredentialsError()
    if user.locked_until is not None and user.locked_until > now:
        return LockedOutError(user.locked_until)
    if not is_right(given.password, user.password_hash):
        await _count_wrong(session, user, now)
        return WrongCredentialsError()
    if user.totp_since is not None:
        if not given.code:
            return CodeNeededError()
        if not await second_factor.is_shown(session, vault, user, given.code, now):
            await _count_wrong(session, user, now)
            return WrongCodeError()
    user.failed_attempts = 0
    return user


async def _count_wrong(session: AsyncSession, user: User, now: datetime) -> None:
    user.failed_attempts += 1
    if user.failed_attempts < ATTEMPTS_BEFORE_LOCK:
        return
    user.failed_attempts = 0
    user.locked_until = now + timedelta(minutes=LOCK_MINUTES)
    await audit.record(
        session, user.corp_id, actor="system", action="user.locked", target=f"user:{user.id}"
    )


async def find_member_user(
    session: AsyncSession, corp_id: int, staff_id: int, account: str
) -> User:
    """The account that is linked to a member of WeCom; raises NoAccountError."""
    user = await session.scalar(
        select(User).where(
            User.corp_id == corp_id, User.staff_id == staff_id, User.kind == "person", is_in()
        )
    )
    if user is None:
        raise NoAccountError(account)
    return user


async def change_password(
    session: AsyncSession, principal: Principal, current: str, new: str
) -> None:
    """Set a new password and end the person's other sessions.

    Raises WrongCredentialsError and WeakPasswordError.
    """
    check_password(new)
    user = await session.get_one(User, principal.user_id, with_for_update=True)
    if user.password_hash is None or not is_right(current, user.password_hash):
        raise WrongCredentialsError
    user.password_hash = hashed(new)
    user.must_change_password = False
    await forget_sessions(session, user.id, but=principal.session_id)
    await audit.record(
        session,
        user.corp_id,
        actor=principal.actor,
        action="user.password_changed",
        target=f"user:{user.id}",
    )


async def names_of(session: AsyncSession, corp_id: int, ids: Iterable[int]) -> dict[int, str]:
    """How users of a corp are called, by id. Needs the owner's session."""
    rows = await session.execute(
        select(User.id, User.name).where(User.corp_id == corp_id, User.id.in_(list(ids)))
    )
    return {row.id: row.name for row in rows}


def demand(principal: Principal, permission: str) -> None:
    """Raise ForbiddenError unless he holds `permission`."""
    if permission not in principal.permissions:
        raise ForbiddenError(permission)


async def describe(session: AsyncSession, principal: Principal) -> UserRead:
    """The person as his own browser may see him. Needs the owner's session."""
    user = await session.get_one(User, principal.user_id)
    return UserRead(
        id=principal.user_id,
        login=principal.login,
        name=principal.name,
        role=principal.role,
        permissions=sorted(principal.permissions),
        sees_all=principal.sees_all,
        staff_id=principal.staff_id,
        must_change_password=principal.must_change_password,
        has_password=user.password_hash is not None,
        second_factor=user.totp_since is not None,
        recovery_codes=await second_factor.codes_left(session, user.corp_id, user.id),
    )
