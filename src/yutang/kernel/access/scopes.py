"""Who sees whose customers, and that nobody hands on more than he sees himself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import column, delete, func, select, table, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from .errors import ScopeBeyondOwnError, UnknownScopeError
from .models import UserScope
from .schemas import Principal, Scope

_DEPARTMENTS = table("departments", column("corp_id"), column("id"))
_STORES = table("stores", column("corp_id"), column("id"), column("department_id"))
_STORE_STAFF = table("store_staff", column("corp_id"), column("store_id"), column("staff_id"))
CORP = Scope(kind="corp")
OTHERS = "customers of members whom you do not see"

# As staff_in_scope of the database follows them, which says whose customers come of it.
_HELD = text(
    """
    with recursive me as (
      select staff_id from users where corp_id = :corp_id and id = :user_id
    ), shops as (
      select ref_id as id from user_scopes
      where corp_id = :corp_id and user_id = :user_id and kind = 'store'
      union
      select m.store_id from store_staff m join me on m.staff_id = me.staff_id
      where m.corp_id = :corp_id and m.is_manager
    ), tree as (
      select ref_id as id from user_scopes
      where corp_id = :corp_id and user_id = :user_id and kind = 'department'
      union
      select d.department_id from staff_departments d join me on d.staff_id = me.staff_id
      where d.corp_id = :corp_id and d.is_leader
      union
      select s.department_id from stores s join shops on s.id = shops.id
      where s.corp_id = :corp_id and s.department_id is not null
      union
      select d.id from departments d join tree t on d.parent_id = t.id where d.corp_id = :corp_id
    )
    select coalesce((select array_agg(id) from shops), '{}') as stores,
           coalesce((select array_agg(id) from tree), '{}') as departments,
           coalesce(staff_in_scope(:corp_id, :user_id), '{}') as staff
    """
)


@dataclass(frozen=True, slots=True)
class Held:
    """What somebody sees who does not see the whole corp."""

    departments: frozenset[int]
    stores: frozenset[int]
    staff: frozenset[int]


async def held_by(session: AsyncSession, principal: Principal) -> Held | None:
    """His departments with all below, his stores and the members in them; None: everybody."""
    if principal.sees_all:
        return None
    row = (
        await session.execute(_HELD, {"corp_id": principal.corp_id, "user_id": principal.user_id})
    ).one()
    return Held(frozenset(row.departments), frozenset(row.stores), frozenset(row.staff))


async def staff_of(session: AsyncSession, corp_id: int, user_id: int) -> frozenset[int] | None:
    """The members whose customers this account sees; None: everybody's."""
    found = await session.scalar(select(func.staff_in_scope(corp_id, user_id)))
    return None if found is None else frozenset(found)


async def check_may_give(
    session: AsyncSession, principal: Principal, scopes: Iterable[Scope]
) -> None:
    """Raise UnknownScopeError or ScopeBeyondOwnError unless he holds each of them himself.

    A store is held by who was given it or manages it, and by who has its department and everybody
    else that works there.
    """
    wanted = list(scopes)
    await _check_known(session, principal.corp_id, wanted)
    held = await held_by(session, principal)
    if held is None:
        return
    stores = await givable_stores(
        session, principal.corp_id, held, [one.ref_id for one in wanted if one.kind == "store"]
    )
    for scope in wanted:
        if scope.kind == "department":
            is_held = scope.ref_id in held.departments
        else:
            is_held = scope.kind == "store" and scope.ref_id in stores
        if not is_held:
            raise ScopeBeyondOwnError(scope)


async def givable_stores(
    session: AsyncSession, corp_id: int, held: Held | None, ids: Iterable[int]
) -> frozenset[int]:
    """Those of these stores that who holds this much may give."""
    wanted = frozenset(ids)
    if held is None or wanted <= held.stores:
        return wanted
    named = (
        select(func.array_agg(_STORE_STAFF.c.staff_id))
        .where(
            _STORE_STAFF.c.corp_id == _STORES.c.corp_id,
            _STORE_STAFF.c.store_id == _STORES.c.id,
        )
        .scalar_subquery()
    )
    rows = await session.execute(
        select(_STORES.c.id, _STORES.c.department_id, named.label("staff")).where(
            _STORES.c.corp_id == corp_id, _STORES.c.id.in_(wanted)
        )
    )
    return (wanted & held.stores) | {
        row.id
        for row in rows
        if row.department_id in held.departments and set(row.staff or ()) <= held.staff
    }


async def check_within(session: AsyncSession, principal: Principal, user_id: int) -> None:
    """Raise ScopeBeyondOwnError if the account, as it now is, sees anybody that he does not."""
    held = await held_by(session, principal)
    if held is None:
        return
    seen = await staff_of(session, principal.corp_id, user_id)
    if seen is None or not seen <= held.staff:
        raise ScopeBeyondOwnError(OTHERS)


async def _check_known(session: AsyncSession, corp_id: int, scopes: Sequence[Scope]) -> None:
    for kind, rows in (("department", _DEPARTMENTS), ("store", _STORES)):
        wanted = {scope.ref_id for scope in scopes if scope.kind == kind}
        if not wanted:
            continue
        known = await session.scalars(
            select(rows.c.id).where(rows.c.corp_id == corp_id, rows.c.id.in_(wanted))
        )
        missing = wanted - set(known)
        if missing:
            raise UnknownScopeError(Scope.model_validate({"kind": kind, "ref_id": min(missing)}))


async def scopes_of(
    session: AsyncSession, corp_id: int, user_ids: Iterable[int]
) -> dict[int, list[Scope]]:
    """What was given to each of these accounts; to who was given nothing, nothing."""
    rows = await session.scalars(
        select(UserScope)
        .where(UserScope.corp_id == corp_id, UserScope.user_id.in_(list(user_ids)))
        .order_by(UserScope.user_id, UserScope.kind, UserScope.ref_id)
    )
    found: dict[int, list[Scope]] = {}
    for row in rows:
        scope = Scope.model_validate({"kind": row.kind, "ref_id": row.ref_id})
        found.setdefault(row.user_id, []).append(scope)
    return found


async def set_scopes(
    session: AsyncSession, corp_id: int, user_id: int, scopes: Iterable[Scope]
) -> None:
    """Make exactly these his."""
    wanted = list(dict.fromkeys(scopes))
    await session.execute(
        delete(UserScope).where(UserScope.corp_id == corp_id, UserScope.user_id == user_id)
    )
    if wanted:
        await session.execute(
            insert(UserScope),
            [
                {"corp_id": corp_id, "user_id": user_id, "kind": one.kind, "ref_id": one.ref_id}
                for one in wanted
            ],
        )
