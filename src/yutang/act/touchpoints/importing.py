"""A sheet of touchpoints against those that there are: what is wrong, what changes, the change."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.clock import today
from yutang.kernel.findings import (
    Language,
    Reading,
    RowError,
    SheetFindings,
    findings,
    read_day,
)
from yutang.kernel.sheets import Row, Table, read, write_csv
from yutang.people.corps import service as corps

from .errors import BadRowsError, TooManyTouchpointsError
from .models import Touchpoint
from .schemas import (
    LARGEST_FEN,
    NAME_CHARACTERS,
    SHORT_CHARACTERS,
    TOUCHPOINTS,
    NewTouchpoint,
)
from .sheets import FORM, KINDS, WORDS

_FIELDS: Final = tuple(NewTouchpoint.model_fields)
_LENGTHS: Final = {"name": NAME_CHARACTERS, "place": SHORT_CHARACTERS, "hook": SHORT_CHARACTERS}
_COSTS: Final = ("cost_once", "cost_monthly")
_FEN: Final = 100
_SAID: Final = {
    "store": text(
        "select number as said, id, false as gone from stores"
        " where corp_id = :corp_id and number = any(cast(:said as text[]))"
    ),
    "gift": text(
        "select name as said, id, false as gone from gifts"
        " where corp_id = :corp_id and name = any(cast(:said as text[]))"
    ),
    "channel": text(
        "select name as said, id, false as gone from channels"
        " where corp_id = :corp_id and name = any(cast(:said as text[]))"
        " and status not in ('deleting', 'deleted')"
    ),
    "owner": text(
        "select account as said, id, status = 'left' as gone from staff"
        " where corp_id = :corp_id and account = any(cast(:said as text[]))"
    ),
}


@dataclass(slots=True)
class _Known:
    """What the cells of a sheet speak of, by column and word."""

    ids: dict[str, dict[str, list[int]]]
    gone: set[int]
    """Members who left."""
    rows: dict[str, list[Touchpoint]]
    """Touchpoints that stand, by name."""


@dataclass(slots=True)
class _Plan:
    """What a sheet would do."""

    new: list[dict[str, Any]] = field(default_factory=list)
    changed: list[tuple[Touchpoint, dict[str, Any]]] = field(default_factory=list)
    unchanged: int = 0
    errors: list[RowError] = field(default_factory=list)


def template(language: Language) -> bytes:
    """An empty sheet with every column."""
    return write_csv(FORM.headers(language), [])


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
    """Take touchpoints from a CSV or an Excel workbook, by name, whole or not at all.

    Without `write` nothing changes and what is wrong is told row by row; with it anything wrong
    refuses the file. A cell that is empty empties; a column that is missing changes nothing.
    Raises UnreadableSheetError, SheetTooLargeError, BadRowsError, TooManyTouchpointsError.
    """
    table = await read(content, name, FORM)
    plan = await _make_plan(session, corp_id, table, now, language)
    if write:
        if plan.errors:
            raise BadRowsError(len(plan.errors))
        await _write(session, corp_id, plan, actor)
    return findings(
        table,
        plan.errors,
        created=len(plan.new),
        changed=len(plan.changed),
        unchanged=plan.unchanged,
        written=write,
    )


def told(value: Any) -> Any:
    """A field of a touchpoint as the audit keeps it."""
    return value.isoformat() if isinstance(value, date) else value


async def _make_plan(
    session: AsyncSession, corp_id: int, table: Table, now: datetime, language: Language
) -> _Plan:
    known = await _known(session, corp_id, table)
    day = today(now, (await corps.describe(session, corp_id)).timezone)
    plan = _Plan()
    seen: dict[str, int] = {}
    for row in table.rows:
        name = row.cells["name"]
        reading = _Row(table, row, WORDS, language)
        same = known.rows.get(name, [])
        wanted = reading.read(known, same[0] if same else None, day)
        first = seen.setdefault(name, row.number)
        if name and first != row.number:
            reading.refuse("name", "name.double", str(first))
        elif len(same) > 1:
            reading.refuse("name", "name.several", str(len(same)))
        plan.errors += reading.errors
        if reading.errors:
            continue
        if not same:
            plan.new.append(wanted)
        elif any(getattr(same[0], key) != value for key, value in wanted.items()):
            plan.changed.append((same[0], wanted))
        else:
            plan.unchanged += 1
    return plan


async def _known(session: AsyncSession, corp_id: int, table: Table) -> _Known:
    known = _Known({}, set(), {})
    for column, statement in _SAID.items():
        said = {_said(row, column) for row in table.rows} - {""}
        found = known.ids.setdefault(column, {})
        for one in await session.execute(statement, {"corp_id": corp_id, "said": sorted(said)}):
            found.setdefault(one.said, []).append(one.id)
            if one.gone:
                known.gone.add(one.id)
    # Locked in one order, so that two files wait for each other.
    rows = await session.scalars(
        select(Touchpoint)
        .where(
            Touchpoint.corp_id == corp_id,
            Touchpoint.archived_at.is_(None),
            Touchpoint.name.in_({row.cells["name"] for row in table.rows}),
        )
        .order_by(Touchpoint.id)
        .with_for_update()
    )
    for row in rows:
        known.rows.setdefault(row.name, []).append(row)
    return known


def _said(row: Row, column: str) -> str:
    cell = row.cells.get(column, "")
    return cell.lower() if column == "owner" else cell


async def _write(session: AsyncSession, corp_id: int, plan: _Plan, actor: str) -> None:
    living = await session.scalar(
        select(func.count()).where(Touchpoint.corp_id == corp_id, Touchpoint.archived_at.is_(None))
    )
    if (living or 0) + len(plan.new) > TOUCHPOINTS:
        raise TooManyTouchpointsError(TOUCHPOINTS)
    made = [Touchpoint(corp_id=corp_id, created_by=actor, **wanted) for wanted in plan.new]
    session.add_all(made)
    changes = []
    for row, wanted in plan.changed:
        before = {key: told(getattr(row, key)) for key in _FIELDS}
        for key, value in wanted.items():
            setattr(row, key, value)
        row.version += 1
        after = {key: told(getattr(row, key)) for key in _FIELDS}
        changes.append(audit.Change(f"touchpoint:{row.id}", before, after))
    await session.flush()
    created = [
        audit.Change(f"touchpoint:{row.id}", None, {key: told(wanted[key]) for key in _FIELDS})
        for row, wanted in zip(made, plan.new, strict=True)
    ]
    await audit.record_many(
        session, corp_id, actor=actor, action="touchpoint.created", changes=created
    )
    await audit.record_many(
        session, corp_id, actor=actor, action="touchpoint.changed", changes=changes
    )


class _Row(Reading):
    """One row on its way to a touchpoint."""

    def read(self, known: _Known, row: Touchpoint | None, day: date) -> dict[str, Any]:
        """The touchpoint asked for, worth something only where nothing was refused."""
        cells = self.row.cells
        wanted: dict[str, Any] = (
            NewTouchpoint(name="x", kind="other", starts_on=day).model_dump()
            if row is None
            else {key: getattr(row, key) for key in _FIELDS}
        )
        wanted["name"] = cells["name"]
        if not cells["name"]:
            self.refuse("name", "name.missing")
        for key, most in _LENGTHS.items():
            if len(cells.get(key, "")) > most:
                self.refuse(key, "long", str(most))
        if "place" in cells:
            wanted["place"] = cells["place"]
        if cells.get("kind"):
            wanted["kind"] = KINDS.get(cells["kind"].lower())
            if wanted["kind"] is None:
                self.refuse("kind", "kind.unknown")
        for column in ("store", "channel", "owner"):
            if column in cells:
                key = f"{column}_id"
                wanted[key] = self._one(known.ids, column)
        owner = wanted["owner_id"]
        if owner in known.gone and (row is None or row.owner_id != owner):
            self.refuse("owner", "owner.left")
        self._read_hook(known.ids, wanted)
        for key in _COSTS:
            if key in cells:
                wanted[key] = self._fen(key)
        self._read_days(wanted)
        return wanted

    def _one(self, ids: Mapping[str, Mapping[str, Collection[int]]], column: str) -> int | None:
        said = _said(self.row, column)
        found = sorted(ids[column].get(said, ()))
        if said and not found:
            self.refuse(column, f"{column}.unknown")
        elif len(found) > 1:
            self.refuse(column, f"{column}.several", str(len(found)))
        return found[0] if len(found) == 1 else None

    def _read_hook(
        self, ids: Mapping[str, Mapping[str, Collection[int]]], wanted: dict[str, Any]
    ) -> None:
        cells = self.row.cells
        if not {"hook", "gift"} & cells.keys():
            return
        said, gift = cells.get("hook", ""), cells.get("gift", "")
        if said and gift:
            self.refuse("hook", "hook.both")
        # One given takes the other's place; the one column that is there, and empty, takes away
        # only what it could have said.
        if said or gift or "hook" in cells:
            wanted["hook_text"] = said
        if said or gift or "gift" in cells:
            wanted["gift_id"] = self._one(ids, "gift")
        wanted["hook"] = "text" if wanted["hook_text"] else "gift" if wanted["gift_id"] else "none"

    def _fen(self, key: str) -> int:
        plain = self.row.cells[key].replace(",", "").replace("，", "").strip("¥￥元 ")
        try:
            fen = Decimal(plain or "0") * _FEN
        except InvalidOperation:
            fen = Decimal("NaN")
        if not fen.is_finite() or fen != fen.to_integral_value() or not 0 <= fen <= LARGEST_FEN:
            self.refuse(key, "amount.unreadable")
            return 0
        return int(fen)

    def _read_days(self, wanted: dict[str, Any]) -> None:
        for key in ("starts_on", "ends_on"):
            cell = self.row.cells.get(key)
            # Every touchpoint has a first day: an empty one leaves it.
            if cell is None or (key == "starts_on" and not cell):
                continue
            wanted[key] = read_day(cell)
            if cell and wanted[key] is None:
                self.refuse(key, "day.unreadable")
        first, last = wanted["starts_on"], wanted["ends_on"]
        if first is not None and last is not None and last < first:
            self.refuse("ends_on", "day.order")
