"""Rows of a file against members, stores and the codes that there are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition import service as acquisition
from yutang.act.acquisition.schemas import STAFF_OF_A_CODE
from yutang.kernel.sheets import Row, Table
from yutang.people.staff import service as staff
from yutang.people.stores import service as stores
from yutang.people.stores.schemas import StoreCrew
from yutang.wecom.contact_ways import MAX_REMARK_CHARACTERS

from .schemas import CodeRowError, Fault

NAME_CHARACTERS: Final = 60
_SEPARATORS: Final = re.compile(r"[;；、,，|\s]+")


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
class _Books:
    """Who and what the rows of a file name."""

    members: dict[str, _Member]
    stores: dict[str, StoreCrew]


async def make_plan(session: AsyncSession, corp_id: int, table: Table) -> Plan:
    """Compare a table with the books in three questions."""
    accounts = {one for row in table.rows for one in _accounts(row)}
    numbers = {row.cells.get("store", "") for row in table.rows} - {""}
    found = await staff.staff_by_accounts(session, corp_id, accounts)
    books = _Books(
        {one.account: _Member(one.id, one.name, one.status == "left") for one in found},
        await stores.crews_by_number(session, corp_id, numbers),
    )
    plan = Plan(table.ignored)
    names = [_name(row, books) for row in table.rows]
    taken = await acquisition.names_taken(session, corp_id, set(names) - {""})
    seen: dict[str, int] = {}
    for row, name in zip(table.rows, names, strict=True):
        faults = [
            *_staff_faults(row, books),
            *_name_faults(row, name, taken, seen),
        ]
        plan.errors += [
            CodeRowError(row=row.number, fault=fault, about=about) for fault, about in faults
        ]
        if not faults:
            staff_ids = _staff_ids(row, books)
            plan.wanted.append(Wanted(row.number, name, row.cells.get("remark", ""), staff_ids))
    return plan


def _accounts(row: Row) -> list[str]:
    given = _SEPARATORS.split(row.cells.get("staff", "").lower())
    return list(dict.fromkeys(one for one in given if one))


def _name(row: Row, books: _Books) -> str:
    """As the file says, else of the store, else of the only member."""
    if given := row.cells.get("name", ""):
        return given
    if (store := books.stores.get(row.cells.get("store", ""))) is not None:
        return store.name
    accounts = _accounts(row)
    only = books.members.get(accounts[0]) if len(accounts) == 1 else None
    return only.name if only is not None else ""


def _staff_ids(row: Row, books: _Books) -> list[int]:
    store = books.stores.get(row.cells.get("store", ""))
    own = [books.members[one].id for one in _accounts(row) if one in books.members]
    return list(dict.fromkeys([*own, *(store.staff_ids if store is not None else [])]))


def _staff_faults(row: Row, books: _Books) -> list[tuple[Fault, str]]:
    found: list[tuple[Fault, str]] = []
    number, accounts = row.cells.get("store", ""), _accounts(row)
    if not accounts and not number:
        return [("no_staff", "")]
    for account in accounts:
        if account not in books.members:
            found.append(("unknown_staff", account))
        elif books.members[account].left:
            found.append(("left", books.members[account].name))
    if number:
        store = books.stores.get(number)
        if store is None:
            found.append(("unknown_store", number))
        elif store.closed:
            found.append(("store_closed", number))
        elif not store.staff_ids:
            found.append(("store_empty", number))
    if (n := len(_staff_ids(row, books))) > STAFF_OF_A_CODE:
        found.append(("too_many", str(n)))
    return found


def _name_faults(
    row: Row, name: str, taken: set[str], seen: dict[str, int]
) -> Sequence[tuple[Fault, str]]:
    found: list[tuple[Fault, str]] = []
    if len(row.cells.get("remark", "")) > MAX_REMARK_CHARACTERS:
        found.append(("remark_long", row.cells["remark"][:NAME_CHARACTERS]))
    if not name:
        return [*found, ("name_missing", "")]
    if len(name) > NAME_CHARACTERS:
        return [*found, ("name_long", name[:NAME_CHARACTERS])]
    first = seen.setdefault(name, row.number)
    if first != row.number:
        found.append(("name_double", f"{name} · {first}"))
    elif name in taken:
        found.append(("name_taken", name))
    return found
