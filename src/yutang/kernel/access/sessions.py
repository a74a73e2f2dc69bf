"""Signed-in browsers: open, know again, show, end."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, column, delete, exists, func, or_, select, table, update
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit

from .errors import UnknownSessionError
from .models import Role, User, UserScope, UserSession
from .permissions import PERMISSIONS, ROLES, WHOLE_CORP
from .schemas import Arrival, OpenSession, Principal

SESSION_DAYS = 14
SEEN_EVERY = timedelta(minutes=1)
AGENT_CHARACTERS = 300
_STAFF = table("staff", column("corp_id"), column("id"), column("status"))


def _token_hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


async def open_session(
    session: AsyncSession, user: User, now: datetime, arrival: Arrival | None = None
) -> tuple[str, str]:
    """Start a session of 14 days; returns its token and its CSRF token."""
    came = arrival or Arrival()
    token, csrf_token = secrets.token_urlsafe(32), secrets.token_urlsafe(24)
    await session.execute(
        delete(UserSession).where(UserSession.user_id == user.id, UserSession.expires_at <= now)
    )
    session.add(
        UserSession(
            token_hash=_token_hash(token),
            user_id=user.id,
            means=came.means,
            ip=came.ip,
            agent=came.agent[:AGENT_CHARACTERS],
            seen_at=now,
            csrf_token=csrf_token,
            expires_at=now + timedelta(days=SESSION_DAYS),
        )
    )
    user.signed_in_at = now
    await audit.record(
        session,
        user.corp_id,
        actor=f"user:{user.id}",
        action="session.opened",
        target=f"user:{user.id}",
        after={"means": came.means},
    )
    return token, csrf_token


async def find_principal(session: AsyncSession, token: str, now: datetime) -> Principal | None:
    """Who holds this session token, or None when it is unknown or expired, or he is out.

    Notes that he was seen, at most once a minute.
    """
    row = (
        await session.execute(
            select(User, UserSession, Role.permissions, sees_all())
            .join(UserSession, UserSession.user_id == User.id)
            .outerjoin(Role, (Role.corp_id == User.corp_id) & (Role.id == User.role_id))
            .where(
                UserSession.token_hash == _token_hash(token),
                UserSession.expires_at > now,
                is_in(),
            )
        )
    ).one_or_none()
    if row is None:
        return None
    user, of, allowed, whole = row
    if of.seen_at is None or of.seen_at <= now - SEEN_EVERY:
        await _note_seen(session, of.token_hash, now)
    principal = _as_principal(user, allowed, whole=whole)
    return principal.model_copy(
        update={
            "csrf_token": of.csrf_token,
            "session_id": of.id,
            # Whom WeCom named needs no password; the first one still opens no other door.
            "must_change_password": user.must_change_password and of.means == "password",
        }
    )


async def find_user(session: AsyncSession, corp_id: int, user_id: int) -> Principal | None:
    """Who this account is, as if he were signed in; None when he is out. The owner's session."""
    row = (
        await session.execute(
            select(User, Role.permissions, sees_all())
            .outerjoin(Role, (Role.corp_id == User.corp_id) & (Role.id == User.role_id))
            .where(User.corp_id == corp_id, User.id == user_id, is_in())
        )
    ).one_or_none()
    return None if row is None else _as_principal(row[0], row[1], whole=row[2])


def _as_principal(user: User, allowed: list[str] | None, *, whole: bool) -> Principal:
    return Principal(
        user_id=user.id,
        corp_id=user.corp_id,
        login=user.login,
        name=user.name,
        role=user.role,
        permissions=allowed_to(user, allowed, sees_all=whole),
        sees_all=whole,
        staff_id=user.staff_id,
        must_change_password=user.must_change_password,
    )


async def _note_seen(session: AsyncSession, token_hash: bytes, now: datetime) -> None:
    """Once of all requests that come at the same time: the others do not wait for it."""
    turn = (
        select(UserSession.token_hash)
        .where(
            UserSession.token_hash == token_hash,
            or_(UserSession.seen_at.is_(None), UserSession.seen_at <= now - SEEN_EVERY),
        )
        .with_for_update(skip_locked=True)
    )
    await session.execute(
        update(UserSession)
        .where(UserSession.token_hash.in_(turn))
        .values(seen_at=now)
        .execution_options(synchronize_session=False)
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


def sees_all() -> ColumnElement[bool]:
    """Whether a user's scope is the whole corp."""
    return exists().where(
        UserScope.corp_id == User.corp_id, UserScope.user_id == User.id, UserScope.kind == "corp"
    )


def is_in() -> ColumnElement[bool]:
    """Not shut out, and still working here if he is a member."""
    return User.disabled_at.is_(None) & or_(User.staff_id.is_(None), ~is_gone())


def is_gone() -> ColumnElement[bool]:
    """Whether WeCom's member of this user left or was disabled there."""
    return exists().where(
        _STAFF.c.corp_id == User.corp_id,
        _STAFF.c.id == User.staff_id,
        _STAFF.c.status.in_(("left", "disabled")),
    )


async def close_session(session: AsyncSession, corp_id: int, token: str) -> None:
    """Sign its person out of this browser."""
    gone = await session.execute(
        delete(UserSession)
        .where(UserSession.token_hash == _token_hash(token))
        .returning(UserSession.user_id, UserSession.id)
    )
    for user_id, session_id in gone:
        await audit.record(
            session,
            corp_id,
            actor=f"user:{user_id}",
            action="session.closed",
            target=f"user:{user_id}",
            before={"sessions": [session_id]},
        )


async def list_sessions(
    session: AsyncSession, user_id: int, now: datetime, current: int | None = None
) -> list[OpenSession]:
    """A person's open sessions, last seen first; `current` is the one that asks."""
    rows = await session.scalars(
        select(UserSession)
        .where(UserSession.user_id == user_id, UserSession.expires_at > now)
        .order_by(func.coalesce(UserSession.seen_at, UserSession.created_at).desc())
    )
    return [
        OpenSession(
            id=row.id,
            means=row.means,
            ip=row.ip,
            agent=row.agent,
            created_at=row.created_at,
            seen_at=row.seen_at,
            expires_at=row.expires_at,
            is_current=row.id == current,
        )
        for row in rows
    ]


async def end_sessions(
    session: AsyncSession,
    corp_id: int,
    user_id: int,
    actor: str,
    *,
    only: int | None = None,
    but: int | None = None,
) -> int:
    """End a person's sessions, or one of them, or all `but` one; returns how many.

    Raises UnknownSessionError when there is none with the id `only`.
    """
    ended = await forget_sessions(session, user_id, only=only, but=but)
    if only is not None and not ended:
        raise UnknownSessionError(only)
    if ended:
        await audit.record(
            session,
            corp_id,
            actor=actor,
            action="session.ended",
            target=f"user:{user_id}",
            before={"sessions": list(ended)},
        )
    return len(ended)


async def forget_sessions(
    session: AsyncSession, user_id: int, *, only: int | None = None, but: int | None = None
) -> Sequence[int]:
    """The same as part of an act that is audited itself; returns their ids."""
    statement = delete(UserSession).where(UserSession.user_id == user_id)
    if only is not None:
        statement = statement.where(UserSession.id == only)
    if but is not None:
        statement = statement.where(UserSession.id != but)
    return (await session.scalars(statement.returning(UserSession.id))).all()
