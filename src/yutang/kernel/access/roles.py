"""Roles of a corp's own making, and that nobody gives a role that allows more than his own."""

from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit

from .errors import (
    BeyondOwnError,
    RoleInUseError,
    RoleNameTakenError,
    UnknownPermissionError,
    UnknownRoleError,
)
from .models import Role, User
from .permissions import PERMISSIONS, ROLES, WHOLE_CORP
from .schemas import NewRole, PermissionRead, Principal, RoleChange, RoleList, RoleRead


async def take_turn(session: AsyncSession, corp_id: int) -> None:
    """Accounts and roles of a corp are changed one at a time, until the transaction ends.

    Else two owners who shut each other out at once would both succeed, or wait for one another.
    """
    key = func.hashtextextended(f"accounts:{corp_id}", 0)
    await session.execute(select(func.pg_advisory_xact_lock(key)))


def missing_for(principal: Principal, based_on: str, permissions: Iterable[str]) -> set[str]:
    """What he lacks to give such a role; empty: he may.

    An owner is made by owners only. A custom role shows the custom fields of the one that it is
    based on, so that one must be his own or allow no more than his.
    """
    missing = set(permissions) - principal.permissions
    if based_on == principal.role:
        return missing
    if based_on == "owner":
        return missing | {"owner"}
    return missing | (ROLES.get(based_on, frozenset()) - principal.permissions)


def check_may_give(principal: Principal, based_on: str, permissions: Iterable[str]) -> None:
    """Raise BeyondOwnError unless he may give such a role."""
    missing = missing_for(principal, based_on, permissions)
    if missing:
        raise BeyondOwnError(missing)


async def list_roles(session: AsyncSession, principal: Principal) -> RoleList:
    """Every role with how many have it, and every permission."""
    corp_id = principal.corp_id
    counted = await session.execute(
        select(User.role, User.role_id, func.count().label("people"))
        .where(User.corp_id == corp_id, User.kind == "person")
        .group_by(User.role, User.role_id)
    )
    people: dict[str | int, int] = {}
    for row in counted:
        key = row.role if row.role_id is None else row.role_id
        people[key] = people.get(key, 0) + row.people
    built_in = [
        RoleRead(
            id=None,
            name=name,
            based_on=name,
            permissions=sorted(allowed),
            people=people.get(name, 0),
            may_give=not missing_for(principal, name, allowed),
        )
        for name, allowed in ROLES.items()
    ]
    own = await session.scalars(select(Role).where(Role.corp_id == corp_id).order_by(Role.name))
    return RoleList(
        items=built_in + [_read(principal, role, people.get(role.id, 0)) for role in own],
        permissions=[
            PermissionRead(
                name=name,
                what=what,
                whole_corp=name in WHOLE_CORP,
                held=name in principal.permissions,
            )
            for name, what in PERMISSIONS.items()
        ],
    )


def _read(principal: Principal, role: Role, people: int) -> RoleRead:
    return RoleRead(
        id=role.id,
        name=role.name,
        based_on=role.based_on,
        permissions=sorted(set(role.permissions) & PERMISSIONS.keys()),
        people=people,
        may_give=not missing_for(principal, role.based_on, role.permissions),
    )


async def make_role(session: AsyncSession, principal: Principal, new: NewRole) -> RoleRead:
    """Raises UnknownPermissionError, BeyondOwnError and RoleNameTakenError."""
    await take_turn(session, principal.corp_id)
    _check_known(new.permissions)
    check_may_give(principal, new.based_on, new.permissions)
    role = Role(
        corp_id=principal.corp_id,
        name=new.name,
        based_on=new.based_on,
        permissions=sorted(set(new.permissions)),
        created_by=principal.actor,
    )
    session.add(role)
    await _write(session, role)
    await _record(session, principal, "role.made", role, after=_facts(role))
    return _read(principal, role, 0)


async def change_role(
    session: AsyncSession, principal: Principal, role_id: int, change: RoleChange
) -> RoleRead:
    """Who has it may do from now on what it says.

    Raises UnknownRoleError, UnknownPermissionError, RoleNameTakenError, and BeyondOwnError for a
    role that allows, or would allow, more than he may do himself.
    """
    await take_turn(session, principal.corp_id)
    role = await find_role(session, principal.corp_id, role_id)
    check_may_give(principal, role.based_on, role.permissions)
    before = _facts(role)
    if change.permissions is not None:
        _check_known(change.permissions)
        role.permissions = sorted(set(change.permissions))
    if change.based_on is not None and change.based_on != role.based_on:
        role.based_on = change.based_on
        await _pass_on(session, role)
    check_may_give(principal, role.based_on, role.permissions)
    if change.name is not None and change.name != role.name:
        role.name = change.name
    await _write(session, role)
    after = _facts(role)
    if after != before:
        await _record(session, principal, "role.changed", role, before=before, after=after)
    return _read(principal, role, await _people(session, role))


async def _pass_on(session: AsyncSession, role: Role) -> None:
    """Accounts keep the built-in role of theirs, by which custom fields know them."""
    holders = await session.scalars(
        select(User).where(User.corp_id == role.corp_id, User.role_id == role.id)
    )
    for user in holders:
        user.role = role.based_on


async def remove_role(session: AsyncSession, principal: Principal, role_id: int) -> None:
    """Raises UnknownRoleError, BeyondOwnError and RoleInUseError."""
    await take_turn(session, principal.corp_id)
    role = await find_role(session, principal.corp_id, role_id)
    check_may_give(principal, role.based_on, role.permissions)
    people = await _people(session, role)
    if people:
        raise RoleInUseError(people)
    await session.delete(role)
    await _record(session, principal, "role.removed", role, before=_facts(role))


async def find_role(session: AsyncSession, corp_id: int, role_id: int) -> Role:
    """The role; raises UnknownRoleError."""
    role = await session.get(Role, (corp_id, role_id))
    if role is None:
        raise UnknownRoleError(role_id)
    return role


async def _people(session: AsyncSession, role: Role) -> int:
    statement = (
        select(func.count())
        .select_from(User)
        .where(User.corp_id == role.corp_id, User.role_id == role.id)
    )
    return await session.scalar(statement) or 0


async def _write(session: AsyncSession, role: Role) -> None:
    try:
        await session.flush()
    except IntegrityError as error:
        raise RoleNameTakenError(role.name) from error


def _check_known(permissions: Iterable[str]) -> None:
    unknown = set(permissions) - PERMISSIONS.keys()
    if unknown:
        raise UnknownPermissionError(unknown)


def _facts(role: Role) -> dict[str, object]:
    return {"name": role.name, "based_on": role.based_on, "permissions": list(role.permissions)}


async def _record(
    session: AsyncSession,
    principal: Principal,
    action: str,
    role: Role,
    *,
    before: dict[str, object] | None = None,
    after: dict[str, object] | None = None,
) -> None:
    await audit.record(
        session,
        principal.corp_id,
        actor=principal.actor,
        action=action,
        target=f"role:{role.id}",
        before=before,
        after=after,
    )
