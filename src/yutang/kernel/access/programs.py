"""Accounts of programs, which come in with a token and are nobody."""

import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from .models import User, UserScope
from .permissions import PERMISSIONS
from .schemas import Principal
from .sessions import is_in


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
        select(User.id).where(User.corp_id == corp_id, User.id.in_(list(user_ids)), ~is_in())
    )
    return frozenset(rows)


def known_permissions() -> Mapping[str, str]:
    """Every permission with what it allows."""
    return PERMISSIONS
