"""Keep accounts: invite, change, shut out, let in again, give a new password."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, column, func, or_, select, table
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit

from . import roles, scopes
from .errors import (
    HoldsMoreError,
    LastOwnerError,
    LoginTakenError,
    MemberTakenError,
    NoDoorError,
    OneselfError,
    ScopeBeyondOwnError,
    UnknownMemberError,
    UnknownPersonError,
)
from .models import Role, User, UserSession
from .passwords import hashed, new_password
from .permissions import ROLES, SEES_ALL
from .schemas import NewPerson, PersonChange, PersonFacts, Principal, Scope
from .sessions import allowed_to, forget_sessions, is_gone, is_in, sees_all

_STAFF = table("staff", column("corp_id"), column("id"), column("status"))
OWNER = "owner"


async def list_people(
    session: AsyncSession, principal: Principal, query: str, after: int, limit: int
) -> tuple[list[PersonFacts], int]:
    """Accounts of persons by id, whose name or login holds `query`; and how many in all."""
    statement = select(User.id).where(
        User.corp_id == principal.corp_id, User.kind == "person", _matches(query)
    )
    total = await session.scalar(select(func.count()).select_from(statement.subquery())) or 0
    page = statement.where(User.id > after).order_by(User.id).limit(limit)
    return await _read(session, principal, (await session.scalars(page)).all()), total


def _matches(query: str) -> Any:
    if not query:
        return True
    wanted = query.lower()
    return or_(
        func.strpos(func.lower(User.name), wanted) > 0,
        func.strpos(func.lower(User.login), wanted) > 0,
    )


async def read_person(session: AsyncSession, principal: Principal, user_id: int) -> PersonFacts:
    """One account; raises UnknownPersonError."""
    found = await _read(session, principal, [user_id])
    if not found:
        raise UnknownPersonError(user_id)
    return found[0]


async def _read(
    session: AsyncSession, principal: Principal, ids: Sequence[int]
) -> list[PersonFacts]:
    seen = (
        select(func.max(UserSession.seen_at))
        .where(UserSession.user_id == User.id)
        .correlate(User)
        .scalar_subquery()
    )
    rows = await session.execute(
        _with_rights(principal.corp_id, seen, is_gone(), func.staff_in_scope(User.corp_id, User.id))
        .where(User.id.in_(ids), User.kind == "person")
        .order_by(User.id)
    )
    given = await scopes.scopes_of(session, principal.corp_id, ids)
    held = await scopes.held_by(session, principal)
    return [
        PersonFacts(
            id=user.id,
            login=user.login,
            name=user.name,
            role=user.role,
            role_id=user.role_id,
            role_name=role_name,
            scopes=given.get(user.id, []),
            staff_id=user.staff_id,
            has_password=user.password_hash is not None,
            must_change_password=user.must_change_password,
            second_factor=user.totp_since is not None,
            locked_until=user.locked_until,
            disabled_at=user.disabled_at,
            member_gone=gone,
            signed_in_at=user.signed_in_at,
            seen_at=seen_at,
            created_at=user.created_at,
            may_change=not _lacks(principal, user, allowed, whole=whole)
            and (held is None or (staff is not None and set(staff) <= held.staff)),
        )
        for user, role_name, allowed, whole, seen_at, gone, staff in rows
    ]


def _with_rights(corp_id: int, *more: Any) -> Select[Any]:
    return (
        select(User, Role.name, Role.permissions, sees_all(), *more)
        .outerjoin(Role, (Role.corp_id == User.corp_id) & (Role.id == User.role_id))
        .where(User.corp_id == corp_id)
    )


def _lacks(principal: Principal, user: User, allowed: list[str] | None, *, whole: bool) -> bool:
    """Whether the account may do anything that he may not."""
    may = allowed_to(user, allowed, sees_all=whole)
    return bool(roles.missing_for(principal, user.role, may))


async def invite(
    session: AsyncSession, principal: Principal, new: NewPerson
) -> tuple[PersonFacts, str | None]:
    """Make an account; returns it with its first password, which is shown this once.

    Raises LoginTakenError, MemberTakenError, UnknownMemberError, UnknownRoleError,
    UnknownScopeError, NoDoorError, BeyondOwnError and ScopeBeyondOwnError.
    """
    if not new.with_password and new.staff_id is None:
        raise NoDoorError
    await roles.take_turn(session, principal.corp_id)
    role, role_id = await _role(session, principal, new.role, new.role_id)
    given = new.scopes
    if given is None:
        given = [scopes.CORP] if role in SEES_ALL and principal.sees_all else []
    await scopes.check_may_give(session, principal, given)
    await _check_member(session, principal.corp_id, new.staff_id)
    password = new_password() if new.with_password else None
    user = User(
        corp_id=principal.corp_id,
        login=new.login,
        name=new.name,
        role=role,
        role_id=role_id,
        staff_id=new.staff_id,
        password_hash=None if password is None else hashed(password),
        must_change_password=password is not None,
    )
    session.add(user)
    await _write(session, user)
    await scopes.set_scopes(session, principal.corp_id, user.id, given)
    await scopes.check_within(session, principal, user.id)
    await audit.record(
        session,
        principal.corp_id,
        actor=principal.actor,
        action="user.added",
        target=f"user:{user.id}",
        after=_facts(user, given),
    )
    return await read_person(session, principal, user.id), password


async def change_person(
    session: AsyncSession, principal: Principal, user_id: int, change: PersonChange
) -> PersonFacts:
    """Change what is named; it holds from his next request on.

    Raises what `invite` raises, UnknownPersonError, HoldsMoreError and LastOwnerError.
    """
    user = await _touchable(session, principal, user_id)
    was = (await scopes.scopes_of(session, principal.corp_id, [user.id])).get(user.id, [])
    before = _facts(user, was)
    if change.name is not None:
        user.name = change.name
    if change.role is not None or change.role_id is not None:
        role, role_id = await _role(session, principal, change.role, change.role_id)
        if user.role == OWNER and role != OWNER:
            await _keep_an_owner(session, user)
        user.role, user.role_id = role, role_id
    if "staff_id" in change.model_fields_set and change.staff_id != user.staff_id:
        if change.staff_id is None and user.password_hash is None:
            raise NoDoorError
        await _check_member(session, principal.corp_id, change.staff_id)
        user.staff_id = change.staff_id
    await _write(session, user)
    given = was
    if change.scopes is not None and set(change.scopes) != set(was):
        given = change.scopes
        await scopes.check_may_give(session, principal, set(given) - set(was))
        await scopes.set_scopes(session, principal.corp_id, user.id, given)
    await scopes.check_within(session, principal, user.id)
    after = _facts(user, given)
    if after != before:
        await audit.record(
            session,
            principal.corp_id,
            actor=principal.actor,
            action="user.changed",
            target=f"user:{user.id}",
            before={name: before[name] for name in before if before[name] != after[name]},
            after={name: after[name] for name in after if before[name] != after[name]},
        )
    return await read_person(session, principal, user.id)


async def disable(
    session: AsyncSession, principal: Principal, user_id: int, now: datetime
) -> PersonFacts:
    """Shut him out: his sessions end at once.

    Raises UnknownPersonError, OneselfError, HoldsMoreError and LastOwnerError.
    """
    if user_id == principal.user_id:
        raise OneselfError
    user = await _touchable(session, principal, user_id)
    await shut_out(session, user, principal.actor, now)
    return await read_person(session, principal, user_id)


async def shut_out(session: AsyncSession, user: User, actor: str, now: datetime) -> None:
    """The same without asking who may; raises LastOwnerError."""
    if user.role == OWNER:
        await _keep_an_owner(session, user)
    if user.disabled_at is not None:
        return
    user.disabled_at = now
    ended = await forget_sessions(session, user.id)
    await audit.record(
        session,
        user.corp_id,
        actor=actor,
        action="user.disabled",
        target=f"user:{user.id}",
        after={"sessions_ended": len(ended)},
    )


async def enable(session: AsyncSession, principal: Principal, user_id: int) -> PersonFacts:
    """Let him in again; raises UnknownPersonError and HoldsMoreError."""
    user = await _touchable(session, principal, user_id)
    if user.disabled_at is not None:
        user.disabled_at = None
        await audit.record(
            session,
            user.corp_id,
            actor=principal.actor,
            action="user.enabled",
            target=f"user:{user.id}",
        )
    return await read_person(session, principal, user_id)


async def reset_password(session: AsyncSession, principal: Principal, user_id: int) -> str:
    """A new first password, shown this once; raises UnknownPersonError and HoldsMoreError."""
    user = await _touchable(session, principal, user_id)
    return await give_password(session, user, principal.actor)


async def give_password(session: AsyncSession, user: User, actor: str) -> str:
    """The same without asking who may: ends his sessions and a lock."""
    password = new_password()
    user.password_hash = hashed(password)
    user.must_change_password = True
    user.failed_attempts, user.locked_until = 0, None
    ended = await forget_sessions(session, user.id)
    await audit.record(
        session,
        user.corp_id,
        actor=actor,
        action="user.password_reset",
        target=f"user:{user.id}",
        after={"sessions_ended": len(ended)},
    )
    return password


async def demand_may_change(session: AsyncSession, principal: Principal, user_id: int) -> User:
    """The account, locked; raises UnknownPersonError and HoldsMoreError."""
    return await _touchable(session, principal, user_id)


async def find_by_login(session: AsyncSession, login: str) -> User:
    """A person of any corp, locked, for who runs the installation; raises UnknownPersonError."""
    wanted = select(User).where(User.login == login, User.kind == "person")
    corp_id = await session.scalar(wanted.with_only_columns(User.corp_id))
    if corp_id is None:
        raise UnknownPersonError(login)
    await roles.take_turn(session, corp_id)
    return (await session.scalars(wanted.with_for_update())).one()


async def everybody(session: AsyncSession) -> list[tuple[User, bool]]:
    """Every person of all corps, and whether he may come in; for who runs the installation."""
    rows = await session.execute(
        select(User, is_in()).where(User.kind == "person").order_by(User.corp_id, User.id)
    )
    return [(user, may_come) for user, may_come in rows]


async def _touchable(session: AsyncSession, principal: Principal, user_id: int) -> User:
    await roles.take_turn(session, principal.corp_id)
    row = (
        await session.execute(
            _with_rights(principal.corp_id)
            .where(User.id == user_id, User.kind == "person")
            .with_for_update(of=User)
        )
    ).one_or_none()
    if row is None:
        raise UnknownPersonError(user_id)
    user: User = row[0]
    if _lacks(principal, user, row[2], whole=row[3]):
        raise HoldsMoreError(user.name)
    try:
        await scopes.check_within(session, principal, user.id)
    except ScopeBeyondOwnError as error:
        raise HoldsMoreError(user.name) from error
    return user


async def _role(
    session: AsyncSession, principal: Principal, role: str | None, role_id: int | None
) -> tuple[str, int | None]:
    """A role that he may give, by its built-in word and the id of a custom one."""
    if role_id is not None:
        own = await roles.find_role(session, principal.corp_id, role_id)
        roles.check_may_give(principal, own.based_on, own.permissions)
        return own.based_on, own.id
    word = role or "staff"
    roles.check_may_give(principal, word, ROLES[word])
    return word, None


async def _check_member(session: AsyncSession, corp_id: int, staff_id: int | None) -> None:
    if staff_id is None:
        return
    status = await session.scalar(
        select(_STAFF.c.status).where(_STAFF.c.corp_id == corp_id, _STAFF.c.id == staff_id)
    )
    if status is None or status == "left":
        raise UnknownMemberError(staff_id)
    taken = await session.scalar(
        select(User.name).where(User.corp_id == corp_id, User.staff_id == staff_id)
    )
    if taken is not None:
        raise MemberTakenError(taken)


async def _keep_an_owner(session: AsyncSession, leaving: User) -> None:
    """Raise LastOwnerError when nobody else could mend what goes wrong."""
    others = await session.scalar(
        select(func.count())
        .select_from(User)
        .where(
            User.corp_id == leaving.corp_id,
            User.id != leaving.id,
            User.role == OWNER,
            User.role_id.is_(None),
            User.kind == "person",
            is_in(),
        )
    )
    if not others:
        raise LastOwnerError


async def _write(session: AsyncSession, user: User) -> None:
    login, name = user.login, user.name
    try:
        await session.flush()
    except IntegrityError as error:
        if "ix_users_staff" in str(error.orig):
            raise MemberTakenError(name) from error
        raise LoginTakenError(login) from error


def _facts(user: User, given: Iterable[Scope]) -> dict[str, Any]:
    return {
        "login": user.login,
        "name": user.name,
        "role": user.role,
        "role_id": user.role_id,
        "staff_id": user.staff_id,
        "scopes": sorted(map(str, given)),
    }
