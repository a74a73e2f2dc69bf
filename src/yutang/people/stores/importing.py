"""A sheet of stores against those that there are: what is wrong, what would change, the change."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.findings import Reading, RowError, SheetFindings, findings
from yutang.kernel.sheets import Row, Table
from yutang.people.staff import service as staff

from .models import Store
from .repository import Post, StoreRepository
from .schemas import (
    ADDRESS_LENGTH,
    CITY_LENGTH,
    HOURS_LENGTH,
    MANAGERS,
    MEMBERS,
    NAME_LENGTH,
    NUMBER_LENGTH,
    PHONE_LENGTH,
    Language,
)
from .wording import WORDS

STORES_AN_ENTRY = 500
"""Of the audit: one entry with ten thousand stores would be read by nobody."""
BETWEEN = ";"
_SEPARATORS = re.compile(r"[;；、,，|\s]+")
_LENGTHS = {
    "number": NUMBER_LENGTH,
    "name": NAME_LENGTH,
    "city": CITY_LENGTH,
    "address": ADDRESS_LENGTH,
    "phone": PHONE_LENGTH,
    "hours": HOURS_LENGTH,
}
_DEGREES = {"latitude": 90, "longitude": 180}
_ROLES = {"managers": MANAGERS, "members": MEMBERS}
_STATES = {
    "营业": "open", "营业中": "open", "开业": "open", "open": "open",
    "关店": "closed", "已关店": "closed", "闭店": "closed", "停业": "closed", "closed": "closed",
}  # fmt: skip
_STATE_WORDS: dict[Language, dict[bool, str]] = {
    "zh-CN": {True: "营业", False: "关店"},
    "en": {True: "open", False: "closed"},
}
_FACTS = (*_LENGTHS, *_DEGREES, "department_id", "closed_at")

People = dict[int, bool]
"""Named members and whether they manage."""


@dataclass(slots=True)
class Wanted:
    """What a store shall be, and what it was; `was` None for a new one."""

    number: str
    facts: dict[str, Any]
    people: People
    was: dict[str, Any] | None
    people_before: People
    created_by: str = ""

    @property
    def differs(self) -> bool:
        """Whether there is anything to write."""
        return self.was != self.facts or self.people != self.people_before


@dataclass(slots=True)
class Plan:
    """What a sheet would do."""

    table: Table
    wanted: list[Wanted] = field(default_factory=list)
    errors: list[RowError] = field(default_factory=list)

    def findings(self, *, written: bool) -> SheetFindings:
        """In numbers; rows with errors are in none of them."""
        new = sum(one.was is None for one in self.wanted)
        changed = sum(one.was is not None and one.differs for one in self.wanted)
        return findings(
            self.table,
            self.errors,
            created=new,
            changed=changed,
            unchanged=len(self.wanted) - new - changed,
            written=written,
        )


@dataclass(frozen=True, slots=True)
class _Known:
    """What the cells of a sheet speak of."""

    staff: Mapping[str, tuple[int, bool]]
    """Ids by account in lower case, and whether the member works here still."""
    departments: Mapping[str, Sequence[int]]
    """Ids by name, and by the id itself as text."""
    stores: Mapping[str, Store]
    people: Mapping[int, People]


async def make_plan(
    session: AsyncSession, corp_id: int, table: Table, now: datetime, language: Language
) -> Plan:
    """Compare a sheet with the books in a handful of queries; known stores stay locked."""
    known = await _known(session, corp_id, table)
    plan = Plan(table)
    seen: dict[str, int] = {}
    for row in table.rows:
        reading = _Reading(table, row, known, language)
        wanted = reading.read(now)
        first = seen.setdefault(row.cells["number"], row.number)
        if row.cells["number"] and first != row.number:
            reading.refuse("number", "number.double", str(first))
        plan.errors += reading.errors
        if not reading.errors:
            plan.wanted.append(wanted)
    return plan


async def write(session: AsyncSession, corp_id: int, plan: Plan, name: str, actor: str) -> None:
    """Write every store that differs, set by set, and put each on record."""
    stores = StoreRepository(session, corp_id)
    fresh = [one for one in plan.wanted if one.differs]
    if not fresh:
        return
    ids = await stores.put(
        [
            {**one.facts, "created_by": one.created_by or actor, "number": one.number}
            for one in fresh
        ]
    )
    await stores.set_posts(
        list(ids.values()),
        (
            Post(ids[one.number], staff_id, is_manager)
            for one in fresh
            for staff_id, is_manager in one.people.items()
        ),
    )
    for start in range(0, len(fresh), STORES_AN_ENTRY):
        part = fresh[start : start + STORES_AN_ENTRY]
        await audit.record(
            session,
            corp_id,
            actor=actor,
            action="stores.imported",
            target="stores",
            before={
                "stores": {
                    str(ids[one.number]): _told(one.was, one.people_before, one)
                    for one in part
                    if one.was is not None
                }
            },
            after={
                "file": name,
                "stores": {str(ids[one.number]): _told(one.facts, one.people, one) for one in part},
            },
        )


def as_rows(
    rows: Iterable[Store], posts: Iterable[Post], accounts: Mapping[int, str], language: Language
) -> Iterator[list[str]]:
    """Stores as the cells of a sheet, in the order of its columns."""
    named: dict[int, list[Post]] = {}
    for post in posts:
        named.setdefault(post.store_id, []).append(post)
    for row in rows:
        crew = named.get(row.id, [])
        yield [
            *(getattr(row, key) for key in _LENGTHS),
            *(_degrees(getattr(row, key)) for key in _DEGREES),
            "" if row.department_id is None else str(row.department_id),
            *(
                BETWEEN.join(
                    accounts[post.staff_id]
                    for post in crew
                    if post.is_manager == managing and post.staff_id in accounts
                )
                for managing in (True, False)
            ),
            _STATE_WORDS[language][row.closed_at is None],
        ]


def _degrees(value: float | None) -> str:
    return "" if value is None else repr(value)


def _told(facts: dict[str, Any] | None, people: People, one: Wanted) -> dict[str, Any]:
    """What of a store changed, as the audit keeps it."""
    other = one.was if facts is one.facts else one.facts
    told = {
        key: value.isoformat() if isinstance(value, datetime) else value
        for key, value in (facts or {}).items()
        if other is None or value != other[key]
    }
    if one.people != one.people_before:
        told["manager_ids"] = sorted(who for who, manages in people.items() if manages)
        told["member_ids"] = sorted(who for who, manages in people.items() if not manages)
    return told


async def _known(session: AsyncSession, corp_id: int, table: Table) -> _Known:
    accounts = {
        account.lower()
        for row in table.rows
        for role in _ROLES
        for account in _split(row.cells.get(role, ""))
    }
    people = await staff.staff_by_accounts(session, corp_id, accounts) if accounts else []
    departments: dict[str, list[int]] = {}
    if "department" in table.headers:
        for one in await staff.list_departments(session, corp_id):
            departments.setdefault(one.name, []).append(one.id)
            departments[str(one.id)] = [one.id]
    repository = StoreRepository(session, corp_id)
    stores = await repository.by_numbers({row.cells["number"] for row in table.rows})
    posts: dict[int, People] = {}
    for post in await repository.posts(store.id for store in stores.values()):
        posts.setdefault(post.store_id, {})[post.staff_id] = post.is_manager
    return _Known(
        {one.account: (one.id, one.status != "left") for one in people},
        departments,
        stores,
        posts,
    )


def _split(cell: str) -> list[str]:
    return list(dict.fromkeys(part for part in _SEPARATORS.split(cell) if part))


class _Reading(Reading):
    """One row on its way to a store."""

    def __init__(self, table: Table, row: Row, known: _Known, language: Language) -> None:
        super().__init__(table, row, WORDS, language)
        self._known = known

    def read(self, now: datetime) -> Wanted:
        """The store that the row asks for, worth something only where nothing was refused."""
        cells = self.row.cells
        store = self._known.stores.get(cells["number"])
        was = None if store is None else {key: getattr(store, key) for key in _FACTS}
        facts: dict[str, Any] = (
            {
                **dict.fromkeys(_LENGTHS, ""),
                **dict.fromkeys(_DEGREES),
                "department_id": None,
                "closed_at": None,
            }
            if was is None
            else dict(was)
        )
        for key, most in _LENGTHS.items():
            if key in cells:
                facts[key] = cells[key]
                if len(cells[key]) > most:
                    self.refuse(key, "long", str(most))
        for key in ("number", "name"):
            if not facts[key]:
                self.refuse(key, f"{key}.missing")
        self._read_place(facts)
        self._read_department(facts)
        self._read_state(facts, now)
        before = {} if store is None else self._known.people.get(store.id, {})
        return Wanted(
            number=cells["number"],
            facts=facts,
            people=self._read_people(before),
            was=was,
            people_before=before,
            created_by="" if store is None else store.created_by,
        )

    def _read_place(self, facts: dict[str, Any]) -> None:
        readable = True
        for key, most in _DEGREES.items():
            cell = self.row.cells.get(key)
            if cell is None:
                continue
            try:
                facts[key] = float(cell) if cell else None
            except ValueError:
                self.refuse(key, "coordinate.unreadable")
                readable = False
                continue
            if facts[key] is not None and not abs(facts[key]) <= most:
                code = "coordinate.range" if math.isfinite(facts[key]) else "coordinate.unreadable"
                self.refuse(key, code, f"-{most} … {most}")
        missing = [key for key in _DEGREES if facts[key] is None]
        if readable and len(missing) == 1:
            self.refuse(missing[0], "coordinate.half")

    def _read_department(self, facts: dict[str, Any]) -> None:
        cell = self.row.cells.get("department")
        if not cell:
            facts["department_id"] = facts["department_id"] if cell is None else None
            return
        found = self._known.departments.get(cell, ())
        if len(found) == 1:
            facts["department_id"] = found[0]
        else:
            code = "department.several" if found else "department.unknown"
            self.refuse("department", code, str(len(found)))

    def _read_state(self, facts: dict[str, Any], now: datetime) -> None:
        cell = self.row.cells.get("state", "").lower()
        state = _STATES.get(cell)
        if state == "open":
            facts["closed_at"] = None
        elif state == "closed":
            facts["closed_at"] = facts["closed_at"] or now
        elif cell:
            self.refuse("state", "state.unknown")

    def _read_people(self, before: People) -> People:
        """A column names all of its kind; where it is missing they stay as they are."""
        people: People = {}
        for role, most in (("members", MEMBERS), ("managers", MANAGERS)):
            managing = role == "managers"
            if role not in self.row.cells:
                people |= {who: managing for who, manages in before.items() if manages == managing}
                continue
            accounts = _split(self.row.cells[role])
            unknown = [one for one in accounts if one.lower() not in self._known.staff]
            found = [self._known.staff[one.lower()] for one in accounts if one not in unknown]
            left = [
                one
                for one in accounts
                if one not in unknown
                and not self._known.staff[one.lower()][1]
                and self._known.staff[one.lower()][0] not in before
            ]
            if unknown:
                self.refuse(role, "account.unknown", BETWEEN.join(unknown[:5]))
            if left:
                self.refuse(role, "account.left", BETWEEN.join(left[:5]))
            if len(accounts) > most:
                self.refuse(role, "account.many", str(most))
            people |= {who: managing for who, _ in found}
        return people
