"""Sign in, sign out, change a password, ask what a role may do."""

import functools
import hashlib
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
from sqlalchemy import ColumnElement, column, delete, exists, func, or_, select, table, update
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit

from .errors import ForbiddenError, LockedOutError, WeakPasswordError, WrongCredentialsError
from .models import Role, User, UserScope, UserSession
from .permissions import PERMISSIONS, ROLES, SEES_ALL, WHOLE_CORP
from .schemas import Principal, UserRead

SESSION_DAYS = 14
ATTEMPTS_BEFORE_LOCK = 8
LOCK_MINUTES = 15
PASSWORD_CHARACTERS = 8

_passwords = PasswordHash((Argon2Hasher(),))
_STAFF = table("staff", column("corp_id"), column("id"), column("status"))


@functools.cache
def _nobody() -> str:
    """Hashed against when the login is unknown, so that both refusals take the same time."""
    return _passwords.hash(secrets.token_urlsafe(16))


def _token_hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


def check_password(password: str) -> None:
    """Raise WeakPasswordError for a password that is too short."""
    if len(password) < PASSWORD_CHARACTERS:
        raise WeakPasswordError(PASSWORD_CHARACTERS)


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
        password_hash=_passwords.hash(password),
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
    session: AsyncSession, login: str, password: str, now: datetime
) -> User | LockedOutError | WrongCredentialsError:
    """The user, or the refusal as a value: the counted attempt must be committed, not rolled back.

    Eight wrong passwords in a row lock the account for 15 minutes.
    """
    user = await session.scalar(select(User).where(User.login == login).with_for_update())
    if user is None or user.password_hash is None or user.disabled_at is not None:
        _passwords.verify(password, _nobody())
        return WrongCredentialsError()
    if user.locked_until is not None and user.locked_until > now:
        return LockedOutError(user.locked_until)
    if not _passwords.verify(password, user.password_hash):
        user.failed_attempts += 1
        if user.failed_attempts >= ATTEMPTS_BEFORE_LOCK:
            user.failed_attempts = 0
            user.locked_until = now + timedelta(minutes=LOCK_MINUTES)
            await audit.record(
                session,
                user.corp_id,
                actor="system",
                action="user.locked",
                target=f"user:{user.id}",
            )
        return WrongCredentialsError()
    user.failed_attempts = 0
    return user


async def open_session(session: AsyncSession, user: User, now: datetime) -> tuple[str, str]:
    """Start a session of 14 days; returns its token and its CSRF token."""
    token, csrf_token = secrets.token_urlsafe(32), secrets.token_urlsafe(24)
    session.add(
        UserSession(
            token_hash=_token_hash(token),
            user_id=user.id,
            csrf_token=csrf_token,
            expires_at=now + timedelta(days=SESSION_DAYS),
        )
    )
    await audit.record(
        session,
        user.corp_id,
        actor=f"user:{user.id}",
        action="session.opened",
        target=f"user:{user.id}",
    )
    return token, csrf_token


async def find_principal(session: AsyncSession, token: str, now: datetime) -> Principal | None:
    """Who holds this session token, or None when it is unknown or expired, or he is out."""
    row = (
        await session.execute(
            select(User, UserSession, Role.permissions, _sees_all())
            .join(UserSession, UserSession.user_id == User.id)
            .outerjoin(Role, (Role.corp_id == User.corp_id) & (Role.id == User.role_id))
            .where(
                UserSession.token_hash == _token_hash(token),
                UserSession.expires_at > now,
                _is_in(),
            )
        )
    ).one_or_none()
    if row is None:
        return None
    user, of, allowed, sees_all = row
    principal = _as_principal(user, allowed, sees_all=sees_all)
    return principal.model_copy(update={"csrf_token": of.csrf_token, "session_id": of.id})


async def find_user(session: AsyncSession, corp_id: int, user_id: int) -> Principal | None:
    """Who this account is, as if he were signed in; None when he is out. The owner's session."""
    row = (
        await session.execute(
            select(User, Role.permissions, _sees_all())
            .outerjoin(Role, (Role.corp_id == User.corp_id) & (Role.id == User.role_id))
            .where(User.corp_id == corp_id, User.id == user_id, _is_in())
        )
    ).one_or_none()
    return None if row is None else _as_principal(row[0], row[1], sees_all=row[2])


async def add_service(
    session: AsyncSession, maker: Principal, name: str, scopes: Iterable[tuple[str, int]]
) -> int | None:
    """An account for a program: with its maker's role, seeing what `scopes` (kind, id) name.

    Returns its id; None where it would see whom its maker does not: roll back then.
    """
    made_by = await session.get_one(User, maker.user_id)
    user = User(
        corp_id=maker.corp_id,
        login=f"service:{secrets.token_hex(12)}",
        name=name,
        kind="service",
        # A company's owners are persons; an admin may do as much.
        role="admin" if maker.role == "owner" else maker.role,
        role_id=made_by.role_id,
        password_hash=None,
    )
    session.add(user)
    await session.flush()
    for kind, ref_id in sorted(set(scopes)):
        session.add(UserScope(corp_id=maker.corp_id, user_id=user.id, kind=kind, ref_id=ref_id))
    await session.flush()
    if not maker.sees_all:
        given, own = (
            await session.execute(
                select(
                    func.staff_in_scope(maker.corp_id, user.id),
                    func.staff_in_scope(maker.corp_id, maker.user_id),
                )
            )
        ).one()
        if own is not None and (given is None or not set(given) <= set(own)):
            return None
    return user.id


async def end_service(session: AsyncSession, corp_id: int, user_id: int, now: datetime) -> None:
    """Shut the account of a program."""
    await session.execute(
        update(User)
        .where(User.corp_id == corp_id, User.id == user_id, User.kind == "service")
        .values(disabled_at=now)
    )


async def scopes_of(
    session: AsyncSession, corp_id: int, user_ids: Iterable[int]
) -> dict[int, list[tuple[str, int]]]:
    """What was said of whom these accounts see, as (kind, id)."""
    found: dict[int, list[tuple[str, int]]] = {}
    for row in await session.scalars(
        select(UserScope)
        .where(UserScope.corp_id == corp_id, UserScope.user_id.in_(list(user_ids)))
        .order_by(UserScope.user_id, UserScope.kind, UserScope.ref_id)
    ):
        found.setdefault(row.user_id, []).append((row.kind, row.ref_id))
    return found


async def who_are_out(
    session: AsyncSession, corp_id: int, user_ids: Iterable[int]
) -> frozenset[int]:
    """Those of these accounts that are shut, or whose member left."""
    rows = await session.scalars(
        select(User.id).where(User.corp_id == corp_id, User.id.in_(list(user_ids)), ~_is_in())
    )
    return frozenset(rows)


def _as_principal(user: User, allowed: list[str] | None, *, sees_all: bool) -> Principal:
    return Principal(
        user_id=user.id,
        corp_id=user.corp_id,
        login=user.login,
        name=user.name,
        role=user.role,
        permissions=allowed_to(user, allowed, sees_all=sees_all),
        sees_all=sees_all,
        staff_id=user.staff_id,
        must_change_password=user.must_change_password,
    )


def allowed_to(user: User, custom: list[str] | None, *, sees_all: bool) -> frozenset[str]:
    """What he may do: of a custom role what it lists; what shows everybody only who sees all.

    What this version does not know is no permission.
    """
    if user.role_id is not None:
        held = frozenset(custom or ()) & PERMISSIONS.keys()
    else:
        held = ROLES.get(user.role, frozenset())
    return held if sees_all else held - WHOLE_CORP


def _sees_all() -> ColumnElement[bool]:
    return exists().where(
        UserScope.corp_id == User.corp_id, UserScope.user_id == User.id, UserScope.kind == "corp"
    )


def _is_in() -> ColumnElement[bool]:
    """Not shut out, and still working here if he is a member."""
    gone = exists().where(
        _STAFF.c.corp_id == User.corp_id,
        _STAFF.c.id == User.staff_id,
        _STAFF.c.status.in_(("left", "disabled")),
    )
    return User.disabled_at.is_(None) & or_(User.staff_id.is_(None), ~gone)


async def close_session(session: AsyncSession, token: str) -> None:
    """Forget the session."""
    await session.execute(delete(UserSession).where(UserSession.token_hash == _token_hash(token)))


async def change_password(
    session: AsyncSession, principal: Principal, current: str, new: str, token: str
) -> None:
    """Set a new password and end the person's other sessions.

    Raises WrongCredentialsError and WeakPasswordError.
    """
    check_password(new)
    user = await session.get_one(User, principal.user_id, with_for_update=True)
    if user.password_hash is None or not _passwords.verify(current, user.password_hash):
        raise WrongCredentialsError
    user.password_hash = _passwords.hash(new)
    user.must_change_password = False
    await session.execute(
        delete(UserSession).where(
            UserSession.user_id == user.id, UserSession.token_hash != _token_hash(token)
        )
    )
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


def describe(principal: Principal) -> UserRead:
    """The person as his own browser may see him."""
    return UserRead(
        id=principal.user_id,
        login=principal.login,
        name=principal.name,
        role=principal.role,
        permissions=sorted(principal.permissions),
        sees_all=principal.sees_all,
        staff_id=principal.staff_id,
        must_change_password=principal.must_change_password,
    )
