"""Keep stores: make, change, close them; say who works in them; take them from a sheet."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit, sheets
from yutang.kernel.findings import SheetFindings
from yutang.people.staff import service as staff
from yutang.people.staff.schemas import DepartmentRef, StaffRef

from . import importing
from .errors import (
    BadRowsError,
    NumberTakenError,
    StoreChangedError,
    UnknownDepartmentError,
    UnknownStaffError,
    UnknownStoreError,
)
from .models import Store
from .repository import (
    Crew,
    Post,
    StoreRepository,
    crews_by_number,
    members_of,
    stores_of,
)
from .schemas import (
    CityList,
    Language,
    NewStore,
    Question,
    StoreChange,
    StoreDetail,
    StoreFacts,
    StoreMember,
    StorePage,
    StoreRead,
)
from .sheets import FORM

__all__ = (
    "FORM",
    "add_store",
    "change_store",
    "close_store",
    "crews_by_number",
    "export_stores",
    "import_sheet",
    "list_cities",
    "list_stores",
    "members_of",
    "names_by_ids",
    "read_store",
    "reopen_store",
    "stores_of",
    "template",
)

_FACTS = (
    "number",
    "name",
    "city",
    "address",
    "phone",
    "hours",
    "latitude",
    "longitude",
    "department_id",
)


async def list_stores(
    session: AsyncSession, corp_id: int, wanted: Question, after: str, limit: int
) -> StorePage:
    """Stores by number with their managers and how many work there."""
    stores = StoreRepository(session, corp_id)
    rows = await stores.page(wanted, after, limit)
    return StorePage(
        items=await _describe(session, stores, rows),
        next=rows[-1].number if len(rows) == limit else None,
        total=await stores.count(wanted),
    )


async def list_cities(session: AsyncSession, corp_id: int) -> CityList:
    """Cities that have stores."""
    return CityList(items=await StoreRepository(session, corp_id).cities())


async def cities_of_staff(
    session: AsyncSession, corp_id: int, staff_ids: Iterable[int]
) -> dict[int, list[str]]:
    """In which cities each member's open stores are; who works in none is left out."""
    return await StoreRepository(session, corp_id).cities_of_staff(list(staff_ids))


async def names_by_ids(session: AsyncSession, corp_id: int, ids: Iterable[int]) -> dict[int, str]:
    """Names of stores; those that the session does not see are left out."""
    return await StoreRepository(session, corp_id).names(ids)


async def read_store(session: AsyncSession, corp_id: int, store_id: int) -> StoreDetail:
    """One store with who was named for it. Raises UnknownStoreError."""
    stores = StoreRepository(session, corp_id)
    row = await stores.one(store_id)
    if row is None:
        raise UnknownStoreError(store_id)
    return await _detail(session, stores, row)


async def add_store(session: AsyncSession, corp_id: int, new: NewStore, actor: str) -> StoreDetail:
    """Make a store.

    Raises NumberTakenError, UnknownStaffError, UnknownDepartmentError.
    """
    stores = StoreRepository(session, corp_id)
    await _demand_facts(session, stores, new, None)
    row = await _write(
        stores, Store(corp_id=corp_id, created_by=actor, **new.model_dump(include={*_FACTS}))
    )
    await stores.set_posts([row.id], _posts(row.id, new))
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="stores.added",
        target=f"store:{row.id}",
        after=new.model_dump(),
    )
    return await _detail(session, stores, row)


async def change_store(
    session: AsyncSession, corp_id: int, store_id: int, change: StoreChange, actor: str
) -> StoreDetail:
    """Make a store what `change` says, facts and people.

    Raises UnknownStoreError, StoreChangedError, NumberTakenError, UnknownStaffError,
    UnknownDepartmentError.
    """
    stores = StoreRepository(session, corp_id)
    row = await _locked(stores, store_id)
    if row.version != change.version:
        raise StoreChangedError(change.version, row.version)
    posts = await stores.posts([store_id])
    before = _picture(row, posts)
    after = StoreFacts(**change.model_dump(exclude={"version"})).model_dump()
    for role in ("manager_ids", "member_ids"):
        after[role] = sorted(set(after[role]))
    after["member_ids"] = [one for one in after["member_ids"] if one not in after["manager_ids"]]
    changed = [name for name, value in after.items() if value != before[name]]
    if not changed:
        return await _detail(session, stores, row)
    await _demand_facts(session, stores, change, row)
    for name in _FACTS:
        setattr(row, name, getattr(change, name))
    row.version += 1
    await _write(stores, row)
    await stores.set_posts([store_id], _posts(store_id, change))
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="stores.changed",
        target=f"store:{store_id}",
        before={name: before[name] for name in changed},
        after={name: after[name] for name in changed},
    )
    return await _detail(session, stores, row)


async def close_store(
    session: AsyncSession, corp_id: int, store_id: int, version: int, actor: str, now: datetime
) -> StoreDetail:
    """It serves no more: it stays in the books and its people keep their customers.

    Raises UnknownStoreError, StoreChangedError.
    """
    return await _open_or_close(session, corp_id, store_id, version, actor, now)


async def reopen_store(
    session: AsyncSession, corp_id: int, store_id: int, version: int, actor: str
) -> StoreDetail:
    """It serves again. Raises UnknownStoreError, StoreChangedError."""
    return await _open_or_close(session, corp_id, store_id, version, actor, None)


async def import_sheet(
    session: AsyncSession,
    corp_id: int,
    name: str,
    content: bytes,
    actor: str,
    now: datetime,
    language: Language,
    *,
    write: bool,
) -> SheetFindings:
    """Take stores from a CSV or an Excel workbook, by number, whole or not at all.

    Without `write` nothing changes and what is wrong is told row by row; with it anything wrong
    refuses the file. A cell that is empty empties; a column that is missing changes nothing.
    Raises UnreadableSheetError, SheetTooLargeError, BadRowsError.
    """
    table = await sheets.read(content, name, FORM)
    plan = await importing.make_plan(session, corp_id, table, now, language)
    if write:
        if plan.errors:
            raise BadRowsError(len(plan.errors))
        await importing.write(session, corp_id, plan, name, actor)
    return plan.findings(written=write)


def template(language: Language) -> bytes:
    """An empty sheet with every column."""
    return sheets.write_csv(FORM.headers(language), [])


async def export_stores(
    session: AsyncSession, corp_id: int, wanted: Question, actor: str, language: Language
) -> bytes:
    """Stores as a CSV that `import_sheet` takes back; on record."""
    stores = StoreRepository(session, corp_id)
    rows = await stores.page(wanted, "", None)
    posts = await stores.posts(row.id for row in rows)
    accounts = {
        row.id: row.account
        for row in await staff.staff_by_ids(session, corp_id, {post.staff_id for post in posts})
    }
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="stores.exported",
        target="stores",
        after={
            "stores": len(rows),
            "q": wanted.q,
            "city": wanted.city,
            "state": wanted.state,
        },
    )
    return sheets.write_csv(
        FORM.headers(language), importing.as_rows(rows, posts, accounts, language)
    )


async def _open_or_close(
    session: AsyncSession,
    corp_id: int,
    store_id: int,
    version: int,
    actor: str,
    closed_at: datetime | None,
) -> StoreDetail:
    stores = StoreRepository(session, corp_id)
    row = await _locked(stores, store_id)
    if row.version != version:
        raise StoreChangedError(version, row.version)
    if (row.closed_at is None) != (closed_at is None):
        row.closed_at = closed_at
        row.version += 1
        await session.flush()
        await audit.record(
            session,
            corp_id,
            actor=actor,
            action="stores.reopened" if closed_at is None else "stores.closed",
            target=f"store:{store_id}",
        )
    return await _detail(session, stores, row)


async def _locked(stores: StoreRepository, store_id: int) -> Store:
    row = await stores.one(store_id, locked=True)
    if row is None:
        raise UnknownStoreError(store_id)
    return row


async def _write(stores: StoreRepository, row: Store) -> Store:
    """Store it; of two that take one number at the same time the second learns it here."""
    number = row.number
    try:
        async with stores.session.begin_nested():
            stores.session.add(row)
            await stores.session.flush()
    except IntegrityError as error:
        raise NumberTakenError(number) from error
    await stores.session.refresh(row)
    return row


async def _demand_facts(
    session: AsyncSession, stores: StoreRepository, facts: StoreFacts, row: Store | None
) -> None:
    if await stores.is_taken(facts.number, None if row is None else row.id):
        raise NumberTakenError(facts.number)
    ids = {*facts.manager_ids, *facts.member_ids}
    known = {one.id: one for one in await staff.staff_by_ids(session, stores.corp_id, ids)}
    kept = {post.staff_id for post in await stores.posts([row.id])} if row is not None else set()
    # Who left since he was named is in nobody's way.
    working = {one.id for one in known.values() if one.status != "left" or one.id in kept}
    if unknown := sorted(ids - working):
        raise UnknownStaffError(unknown)
    if facts.department_id is not None and (
        row is None or row.department_id != facts.department_id
    ):
        departments = await staff.list_departments(session, stores.corp_id)
        if not any(one.id == facts.department_id for one in departments):
            raise UnknownDepartmentError(facts.department_id)


def _posts(store_id: int, facts: StoreFacts) -> list[Post]:
    managing = set(facts.manager_ids)
    return [
        *(Post(store_id, one, is_manager=True) for one in managing),
        *(Post(store_id, one, is_manager=False) for one in {*facts.member_ids} - managing),
    ]


def _picture(row: Store, posts: Iterable[Post]) -> dict[str, Any]:
    named = list(posts)
    return {
        **{name: getattr(row, name) for name in _FACTS},
        "manager_ids": sorted(post.staff_id for post in named if post.is_manager),
        "member_ids": sorted(post.staff_id for post in named if not post.is_manager),
    }


async def _describe(
    session: AsyncSession, stores: StoreRepository, rows: Sequence[Store]
) -> list[StoreRead]:
    ids = [row.id for row in rows]
    crews = await stores.crews(ids)
    managing: dict[int, list[int]] = {}
    for post in await stores.posts(ids, managers_only=True):
        managing.setdefault(post.store_id, []).append(post.staff_id)
    people = {
        row.id: StaffRef(id=row.id, name=row.name, account=row.account)
        for row in await staff.staff_by_ids(
            session, stores.corp_id, {one for found in managing.values() for one in found}
        )
        if row.status != "left"
    }
    departments = {}
    if any(row.department_id for row in rows):
        departments = {
            one.id: DepartmentRef(id=one.id, name=one.name)
            for one in await staff.list_departments(session, stores.corp_id)
        }
    return [
        StoreRead(
            **{name: getattr(row, name) for name in _FACTS if name != "department_id"},
            id=row.id,
            department=departments.get(row.department_id or 0),
            managers=[people[one] for one in managing.get(row.id, []) if one in people],
            members=crews.get(row.id, Crew()).members,
            closed_at=row.closed_at,
            created_at=row.created_at,
            version=row.version,
        )
        for row in rows
    ]


async def _detail(session: AsyncSession, stores: StoreRepository, row: Store) -> StoreDetail:
    (read,) = await _describe(session, stores, [row])
    posts = {post.staff_id: post for post in await stores.posts([row.id])}
    crews = await stores.crews([row.id])
    people = await staff.staff_by_ids(session, stores.corp_id, posts)
    return StoreDetail(
        **read.model_dump(),
        named=[
            StoreMember(
                id=one.id,
                name=one.name,
                account=one.account,
                status=one.status,
                is_manager=posts[one.id].is_manager,
            )
            for one in sorted(people, key=lambda one: (not posts[one.id].is_manager, one.id))
        ],
        from_department=crews.get(row.id, Crew()).by_department,
    )
