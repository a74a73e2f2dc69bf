"""Mirror staff and departments; find them."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import ScalarSelect, Select, delete, func, select, text, tuple_, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.clock import utc_now
from yutang.kernel.db import staff_in_scope
from yutang.kernel.events import NewEvent, append

from .events import StaffLeft
from .models import Department, Staff, StaffDepartment
from .repository import StaffRepository
from .schemas import DepartmentFacts, DepartmentRead, DepartmentRef, Member, StaffPage, StaffRead

_PLACE = text(
    """
    with wanted as (
      select distinct on (staff_id, department_id) *
      from unnest(cast(:members as bigint[]), cast(:departments as bigint[]),
                  cast(:leads as boolean[])) as w(staff_id, department_id, is_leader)
    ), gone as (
      delete from staff_departments d
      where d.corp_id = :corp_id and d.staff_id = any(cast(:placed as bigint[]))
        and not exists (select from wanted w
                        where (w.staff_id, w.department_id) = (d.staff_id, d.department_id))
    )
    insert into staff_departments as d (corp_id, staff_id, department_id, is_leader)
    select :corp_id, staff_id, department_id, is_leader from wanted
    on conflict (corp_id, staff_id, department_id) do update set is_leader = excluded.is_leader
    where d.is_leader <> excluded.is_leader
    """
)


async def mirror_departments(
    session: AsyncSession, corp_id: int, departments: Sequence[DepartmentFacts]
) -> None:
    """Make our departments equal to WeCom's."""
    if not departments:
        return
    rows = [
        {
            "corp_id": corp_id,
            "id": department.id,
            "name": department.name,
            "parent_id": department.parent_id,
            "position": department.position,
        }
        for department in departments
    ]
    statement = insert(Department)
    new = statement.excluded
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=["corp_id", "id"],
            set_={name: new[name] for name in ("name", "parent_id", "position")},
            # What is as WeCom shows it makes no new version of its row.
            where=tuple_(Department.name, Department.parent_id, Department.position).op(
                "is distinct from"
            )(tuple_(new.name, new.parent_id, new.position)),
        ),
        rows,
    )
    await session.execute(
        delete(Department).where(
            Department.corp_id == corp_id,
            Department.id.not_in([department.id for department in departments]),
        )
    )


async def record_members(session: AsyncSession, corp_id: int, members: Sequence[Member]) -> None:
    """Write what differs of these members; others stay as they are."""
    if not members:
        return
    statement = insert(Staff)
    new = statement.excluded
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=["corp_id", "account"],
            set_={
                "name": new.name,
                "avatar": new.avatar,
                "status": new.status,
                "updated_at": func.now(),
            },
            where=(Staff.name != new.name)
            | (Staff.avatar != new.avatar)
            | (Staff.status != new.status),
        ),
        [
            {
                "corp_id": corp_id,
                "account": member.account.lower(),
                "name": member.name or member.account,
                "avatar": member.avatar,
                "status": member.status,
            }
            for member in members
        ],
    )
    ids = await StaffRepository(session, corp_id).by_accounts(
        member.account.lower() for member in members
    )
    placed = {
        ids[member.account.lower()]: member for member in members if member.departments is not None
    }
    places = [
        (staff_id, department_id, department_id in member.leads)
        for staff_id, member in placed.items()
        for department_id in member.departments or ()
    ]
    await session.execute(
        _PLACE,
        {
            "corp_id": corp_id,
            "placed": list(placed),
            "members": [staff_id for staff_id, _, _ in places],
            "departments": [department_id for _, department_id, _ in places],
            "leads": [leads for _, _, leads in places],
        },
    )


async def record_leaving(
    session: AsyncSession, corp_id: int, account: str, at: datetime | None = None
) -> None:
    """A member left the corp (`at`, else now); his customers stay until they are handed over."""
    left = await session.scalar(
        update(Staff)
        .where(Staff.corp_id == corp_id, Staff.account == account.lower(), Staff.status != "left")
        .values(status="left", updated_at=func.now())
        .returning(Staff.id)
    )
    if left is None:
        return
    new = NewEvent(
        customer_id=None,
        at=at or utc_now(),
        actor="system",
        source="wecom",
        event=StaffLeft(staff_id=left),
    )
    await append(session, corp_id, [new])


async def identify(session: AsyncSession, corp_id: int, accounts: Iterable[str]) -> dict[str, int]:
    """Ids by account as given; a member WeCom has not told us of yet gets a bare row."""
    given = list(dict.fromkeys(accounts))
    repository = StaffRepository(session, corp_id)
    known = await repository.by_accounts(account.lower() for account in given)
    missing = sorted({account.lower() for account in given} - known.keys())
    if missing:
        await session.execute(
            insert(Staff).on_conflict_do_nothing(),
            [{"corp_id": corp_id, "account": account, "name": account} for account in missing],
        )
        known = await repository.by_accounts(account.lower() for account in given)
    return {account: known[account.lower()] for account in given}


async def staff_by_ids(session: AsyncSession, corp_id: int, ids: Iterable[int]) -> list[Staff]:
    """Members by id; unknown ids are left out."""
    return await StaffRepository(session, corp_id).by_ids(ids)


async def names_by_ids(session: AsyncSession, corp_id: int, ids: Iterable[int]) -> dict[int, str]:
    """Names of members; unknown ids are left out."""
    rows = await session.execute(
        select(Staff.id, Staff.name).where(Staff.corp_id == corp_id, Staff.id.in_(list(ids)))
    )
    return {row.id: row.name for row in rows}


async def staff_by_accounts(
    session: AsyncSession, corp_id: int, accounts: Iterable[str]
) -> list[Staff]:
    """Members by account in any case; unknown ones are left out."""
    repository = StaffRepository(session, corp_id)
    ids = await repository.by_accounts(account.lower() for account in accounts)
    return await repository.by_ids(ids.values())


async def list_staff(
    session: AsyncSession,
    corp_id: int,
    query: str,
    after: int,
    limit: int,
    department_id: int | None = None,
) -> StaffPage:
    """Members whose name or account begins with `query`, by id; of a department and below it.

    Of a scoped session its own members only.
    """
    repository = StaffRepository(session, corp_id)
    within = []
    if department_id is not None:
        within.append(Staff.id.in_(members_of_tree(corp_id, department_id)))
    if (scope := staff_in_scope(session)) is not None:
        within.append(Staff.id.in_(scope))
    rows = await repository.page(query, after, limit, within)
    departments = await repository.departments_of(row.id for row in rows)
    return StaffPage(
        items=[
            StaffRead(
                id=row.id,
                name=row.name,
                account=row.account,
                avatar=row.avatar,
                status=row.status,
                departments=[
                    DepartmentRef(id=department.id, name=department.name)
                    for department in departments.get(row.id, [])
                ],
            )
            for row in rows
        ],
        next=str(rows[-1].id) if len(rows) == limit else None,
        total=await repository.count(query, within),
    )


async def list_departments(session: AsyncSession, corp_id: int) -> list[DepartmentRead]:
    """All departments."""
    return [
        DepartmentRead(id=row.id, name=row.name, parent_id=row.parent_id)
        for row in await StaffRepository(session, corp_id).departments()
    ]


def members_of_tree(corp_id: int, department_id: int | ScalarSelect[int | None]) -> Select[int]:
    """Ids of who works in a department or anywhere below it, for use inside another query."""
    tree = (
        select(Department.id)
        .where(Department.corp_id == corp_id, Department.id == department_id)
        .cte(recursive=True)
    )
    tree = tree.union(
        select(Department.id).where(
            Department.corp_id == corp_id, Department.parent_id == tree.c.id
        )
    )
    return select(StaffDepartment.staff_id).where(
        StaffDepartment.corp_id == corp_id, StaffDepartment.department_id.in_(select(tree.c.id))
    )
