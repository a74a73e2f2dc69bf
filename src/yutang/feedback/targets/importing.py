"""A sheet of targets against those that there are: what is wrong, what changes, the change."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final, NamedTuple

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.findings import (
    Language,
    Reading,
    RowError,
    SheetFindings,
    findings,
    read_day,
)
from yutang.kernel.sheets import Table, read, write_csv

from .errors import BadRowsError
from .schemas import MOST_AIM, HolderKind, Period, TargetWish
from .setting import MOST_DAYS, find_holders, put
from .sheets import FORM, KEPT, KINDS, WORDS

_STAND: Final = text(
    """
    select t.kind, t.ref_id, t.first, t.last, t.aim, t.kept_days from targets t
    join unnest(cast(:kinds as text[]), cast(:refs as bigint[])) as v(kind, ref_id)
      on t.kind = v.kind and t.ref_id = v.ref_id
    where t.corp_id = :corp_id
    """
)


class _Wanted(NamedTuple):
    """A target as a row asks for it."""

    period: Period
    who: str
    aim: int


class _Key(NamedTuple):
    """Of which there is one target at most."""

    kind: HolderKind
    ref_id: int
    period: Period


@dataclass(slots=True)
class _Plan:
    """What a sheet would do."""

    aims: dict[_Key, int] = field(default_factory=dict)
    created: int = 0
    changed: int = 0
    errors: list[RowError] = field(default_factory=list)


def template(language: Language) -> bytes:
    """An empty sheet with every column."""
    return write_csv(FORM.headers(language), [])


async def import_sheet(
    session: AsyncSession,
    corp_id: int,
    name: str,
    content: bytes,
    usual: Period,
    actor: str,
    language: Language,
    *,
    write: bool,
) -> SheetFindings:
    """Set targets from a CSV or an Excel workbook, whole or not at all.

    What a row does not say is as `usual`. Without `write` nothing changes and what is wrong is told
    row by row; with it anything wrong refuses the file. Raises UnreadableSheetError,
    SheetTooLargeError, BadRowsError.
    """
    table = await read(content, name, FORM)
    plan = await _make_plan(session, corp_id, table, usual, language)
    if write:
        if plan.errors:
            raise BadRowsError(len(plan.errors))
        await _write(session, corp_id, plan.aims, actor)
    return findings(
        table,
        plan.errors,
        created=plan.created,
        changed=plan.changed,
        unchanged=len(plan.aims) - plan.created - plan.changed,
        written=write,
    )


async def _make_plan(
    session: AsyncSession, corp_id: int, table: Table, usual: Period, language: Language
) -> _Plan:
    readings = [_Row(table, row, WORDS, language) for row in table.rows]
    wanted = [reading.read(usual) for reading in readings]
    refs: dict[int, int] = {}
    for kind in dict.fromkeys(one.period.kind for one in wanted):
        places = [i for i, one in enumerate(wanted) if one.period.kind == kind and one.who]
        wishes = [TargetWish(who=wanted[i].who, aim=1) for i in places]
        found = await find_holders(session, corp_id, kind, wishes)
        refs |= {i: ref for i, ref in zip(places, found, strict=True) if ref is not None}
    plan = _Plan()
    seen: dict[_Key, int] = {}
    for i, (reading, one) in enumerate(zip(readings, wanted, strict=True)):
        if one.who and i not in refs:
            reading.refuse("who", "who.unknown")
        elif i in refs:
            # Targets of the same days are one, however long people must have stayed.
            key = _Key(one.period.kind, refs[i], one.period)
            first = seen.setdefault(key._replace(period=_days(one.period)), reading.row.number)
            if first != reading.row.number:
                reading.refuse("who", "who.double", str(first))
            if not reading.errors:
                plan.aims[key] = one.aim
        plan.errors += reading.errors
    await _compare(session, corp_id, plan)
    return plan


def _days(period: Period) -> Period:
    return period.model_copy(update={"kept_days": 0})


async def _compare(session: AsyncSession, corp_id: int, plan: _Plan) -> None:
    kinds, refs = [key.kind for key in plan.aims], [key.ref_id for key in plan.aims]
    rows = await session.execute(_STAND, {"corp_id": corp_id, "kinds": kinds, "refs": refs})
    stand = {(row.kind, row.ref_id, row.first, row.last): (row.aim, row.kept_days) for row in rows}
    for key, aim in plan.aims.items():
        was = stand.get((key.kind, key.ref_id, key.period.first, key.period.last))
        plan.created += was is None
        plan.changed += was is not None and was != (aim, key.period.kept_days)


async def _write(session: AsyncSession, corp_id: int, aims: Mapping[_Key, int], actor: str) -> None:
    periods: dict[Period, dict[int, int]] = {}
    for key, aim in aims.items():
        periods.setdefault(key.period, {})[key.ref_id] = aim
    for period, own in periods.items():
        await put(session, corp_id, period, own, actor)


class _Row(Reading):
    """One row on its way to a target."""

    def read(self, usual: Period) -> _Wanted:
        """The target asked for, worth something only where nothing was refused."""
        cells = self.row.cells
        told = {
            "kind": self._word("kind", KINDS, usual.kind),
            "kept_days": self._word("kept", KEPT, usual.kept_days),
        }
        for key in ("first", "last"):
            cell = cells.get(key, "")
            if cell and read_day(cell) is None:
                self.refuse(key, "day.unreadable")
            told[key] = read_day(cell) or getattr(usual, key)
        period = usual.model_copy(update=told)
        if not period.first <= period.last <= period.first + timedelta(days=MOST_DAYS - 1):
            self.refuse("last", "span.bad", str(MOST_DAYS))
        if not cells["who"]:
            self.refuse("who", "who.missing")
        return _Wanted(period, cells["who"], self._aim())

    def _word(self, key: str, known: Mapping[str, object], usual: object) -> object:
        cell = self.row.cells.get(key, "").lower()
        if cell and cell not in known:
            self.refuse(key, f"{key}.unknown")
        return known.get(cell, usual)

    def _aim(self) -> int:
        cell = self.row.cells.get("aim", "").replace(",", "").replace("，", "")
        is_number = cell.isascii() and cell.isdigit() and len(cell) <= len(str(MOST_AIM))
        aim = int(cell) if is_number else 0
        if not 1 <= aim <= MOST_AIM:
            self.refuse("aim", "aim.unreadable")
        return aim
