"""Rows of a file against members, stores and the codes that there are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from .schemas import CodeRowError, Fault
from .sheets import Row, Table

NAME_CHARACTERS: Final = 60
REMARK_CHARACTERS: Final = 30
STAFF_OF_A_CODE: Final = 100
_SEPARATORS: Final = re.compile(r"[;；、,，|\s]+")
_STAFF: Final = text(
    "select id, account, name, status from staff"
    " where corp_id = :corp_id and account = any(cast(:accounts as text[]))"
)
_STORES: Final = text(
    """
    with recursive wanted as (
      select id, number, name, closed_at is not null as closed, department_id
      from stores where corp_id = :corp_id and number = any(cast(:numbers as text[]))
    ), tree as (
      select w.id as store_id, w.department_id from wanted w where w.department_id is not null
      union
      select t.store_id, d.id from tree t
      join departments d on d.corp_id = :corp_id and d.parent_id = t.department_id
    ), crew as (
      select w.id as store_id, m.staff_id from wanted w
      join store_staff m on m.corp_id = :corp_id and m.store_id = w.id
      union
      select t.store_id, p.staff_id from tree t
      join staff_departments p on p.corp_id = :corp_id and p.department_id = t.department_id
    )
    select w.number, w.name, w.closed,
           coalesce(array_agg(s.id order by s.id) filter (where s.id is not null), '{}')
             as staff_ids
    from wanted w
    left join crew c on c.store_id = w.id
    left join staff s on s.corp_id = :corp_id and s.id = c.staff_id and s.status <> 'left'
    group by 1, 2, 3
    """
)
_TAKEN: Final = text(
    "select name from channels where corp_id = :corp_id and name = any(cast(:names as text[]))"
    " and status not in ('deleting', 'deleted')"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A row that can become a code."""

    line: int
    name: str
    remark: str
    staff_ids: list[int]


@dataclass(slots=True)
class Plan:
    """What a file would make, and what is wrong."""

    ignored: list[str]
    wanted: list[Wanted] = field(default_factory=list)
    errors: list[CodeRowError] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Member:
    id: int
    name: str
    left: bool


@dataclass(frozen=True, slots=True)
class _Store:
    name: str
    closed: bool
    staff_ids: list[int]


async def make_plan(session: AsyncSession, corp_id: int, table: Table) -> Plan:
    """Compare a table with the books in three questions."""
    accounts = {one for row in table.rows for one in _accounts(row)}
    numbers = {row.cells.get("store", "") for row in table.rows} - {""}
    members = {
        row.account: _Member(row.id, row.name, row.status == "left")
        for row in await session.execute(_STAFF, {"corp_id": corp_id, "accounts": sorted(accounts)})
    }
    stores = {
        row.number: _Store(row.name, row.closed, list(row.staff_ids))
        for row in await session.execute(_STORES, {"corp_id": corp_id, "numbers": sorted(numbers)})
    }
    plan = Plan(table.ignored)
    names = [_name(row, members, stores) for row in table.rows]
    taken = set(
        await session.scalars(_TAKEN, {"corp_id": corp_id, "names": sorted(set(names) - {""})})
    )
    seen: dict[str, int] = {}
    for row, name in zip(table.rows, names, strict=True):
        faults = [
            *_staff_faults(row, members, stores),
            *_name_faults(row, name, taken, seen),
        ]
        plan.errors += [
            CodeRowError(row=row.line, fault=fault, about=about) for fault, about in faults
        ]
        if not faults:
            found = _staff_ids(row, members, stores)
            plan.wanted.append(Wanted(row.line, name, row.cells.get("remark", ""), found))
    return plan


def _accounts(row: Row) -> list[str]:
    given = _SEPARATORS.split(row.cells.get("staff", "").lower())
    return list(dict.fromkeys(one for one in given if one))


def _name(row: Row, members: dict[str, _Member], stores: dict[str, _Store]) -> str:
    """As the file says, else of the store, else of the only member."""
    if given := row.cells.get("name", ""):
        return given
    if (store := stores.get(row.cells.get("store", ""))) is not None:
        return store.name
    accounts = _accounts(row)
    only = members.get(accounts[0]) if len(accounts) == 1 else None
    return only.name if only is not None else ""


def _staff_ids(row: Row, members: dict[str, _Member], stores: dict[str, _Store]) -> list[int]:
    store = stores.get(row.cells.get("store", ""))
    own = [members[one].id for one in _accounts(row) if one in members]
    return list(dict.fromkeys([*own, *(store.staff_ids if store is not None else [])]))


def _staff_faults(
    row: Row, members: dict[str, _Member], stores: dict[str, _Store]
) -> list[tuple[Fault, str]]:
    found: list[tuple[Fault, str]] = []
    number, accounts = row.cells.get("store", ""), _accounts(row)
    if not accounts and not number:
        return [("no_staff", "")]
    for account in accounts:
        if account not in members:
            found.append(("unknown_staff", account))
        elif members[account].left:
            found.append(("left", members[account].name))
    if number:
        store = stores.get(number)
        if store is None:
            found.append(("unknown_store", number))
        elif store.closed:
            found.append(("store_closed", number))
        elif not store.staff_ids:
            found.append(("store_empty", number))
    if (n := len(_staff_ids(row, members, stores))) > STAFF_OF_A_CODE:
        found.append(("too_many", str(n)))
    return found


def _name_faults(
    row: Row, name: str, taken: set[str], seen: dict[str, int]
) -> Sequence[tuple[Fault, str]]:
    found: list[tuple[Fault, str]] = []
    if len(row.cells.get("remark", "")) > REMARK_CHARACTERS:
        found.append(("remark_long", row.cells["remark"][:NAME_CHARACTERS]))
    if not name:
        return [*found, ("name_missing", "")]
    if len(name) > NAME_CHARACTERS:
        return [*found, ("name_long", name[:NAME_CHARACTERS])]
    first = seen.setdefault(name, row.line)
    if first != row.line:
        found.append(("name_double", f"{name} · {first}"))
    elif name in taken:
        found.append(("name_taken", name))
    return found
