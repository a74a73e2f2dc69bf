"""What pages show of RFM: the whole corp from our rows, a part of it by asking the audience.

The audience is asked outside of any transaction.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.access.schemas import Principal
from yutang.kernel.db import staff_in_scope
from yutang.kernel.runtime import Runtime
from yutang.people.audience import service as audience
from yutang.people.customers import service as customers

from .errors import BadCursorError, UnknownRunError
from .models import RfmRun
from .questions import flows_of
from .repository import RfmRepository
from .running import settings_of
from .schemas import (
    CLASSES,
    ClassKey,
    OfEvents,
    PersonRfm,
    RfmCellRead,
    RfmClassSize,
    RfmFlow,
    RfmFlows,
    RfmHistory,
    RfmPeople,
    RfmRead,
    RfmRunList,
    RfmRunRead,
    RfmScale,
    RfmScored,
    RfmSettings,
    RfmSettingsRead,
    RfmSizes,
    Wanted,
    WhyNone,
)

RUNS = 60
"""So many sizes are shown over time."""
_PART = {"waiting": 0.0, "reckoning": 0.1, "moving": 0.5, "done": 1.0}


def run_read(run: RfmRun) -> RfmRunRead:
    """A run as told; moves are the second half of its progress."""
    progress = _PART[run.state]
    if run.state == "moving" and run.moves:
        progress += 0.5 * run.moved / run.moves
    return RfmRunRead(
        id=run.id,
        state=run.state,
        asked_by=run.asked_by,
        version=run.version,
        days=RfmSettings(**run.settings).days,
        at=run.at,
        started_at=run.started_at,
        ended_at=run.ended_at,
        people=run.people,
        moves=run.moves,
        moved=run.moved,
        progress=progress,
        reason=run.reason,
    )


def sizes_of(cells: Iterable[RfmCellRead]) -> list[RfmClassSize]:
    """The eight classes in their order."""
    sums: dict[ClassKey, RfmClassSize] = {
        key: RfmClassSize(key=key, people=0, orders=0, amount_fen=0) for key in CLASSES
    }
    for cell in cells:
        size = sums[cell.key]
        size.people += cell.people
        size.orders += cell.orders
        size.amount_fen += cell.amount_fen
    return list(sums.values())


async def read_settings(session: AsyncSession, corp_id: int) -> RfmSettingsRead:
    """The settings in force."""
    repository = RfmRepository(session, corp_id)
    row = await repository.settings()
    version, settings = await settings_of(repository)
    return RfmSettingsRead(
        version=version,
        settings=settings,
        updated_at=None if row is None else row.updated_at,
        updated_by=None if row is None else row.updated_by,
    )


async def read(runtime: Runtime, principal: Principal, *, may_write: bool) -> RfmRead:
    """Classes as they stand. Raises AudienceAwayError where a part of the people is asked for."""
    corp_id = principal.corp_id
    cells: list[RfmCellRead] = []
    async with runtime.database.corp(corp_id, principal.seer) as session:
        repository = RfmRepository(session, corp_id)
        current, running = await repository.current(), await repository.open_run()
        settings = await read_settings(session, corp_id)
        members = staff_in_scope(session)
        if current is not None and members is None:
            cells = (await repository.cells([current.id])).get(current.id, [])
    if current is not None and members is not None:
        asked = {"run": current.id, "members": list(members)}
        told = await audience.ask(runtime, corp_id, "rfm.cells", asked)
        cells = [RfmCellRead(**cell) for cell in told["cells"]]
    return RfmRead(
        settings=settings,
        run=None if current is None else run_read(current),
        running=None if running is None else run_read(running),
        run_settings=None if current is None else RfmSettings(**current.settings),
        scale=_scale(current),
        cells=cells,
        classes=sizes_of(cells),
        scoped=members is not None,
        may_write=may_write and members is None,
        as_of=runtime.clock(),
    )


def _scale(run: RfmRun | None) -> RfmScale | None:
    return None if run is None or run.scale is None else RfmScale(**run.scale)


async def list_runs(session: AsyncSession, corp_id: int, limit: int) -> RfmRunList:
    """Reckonings, the newest first."""
    runs = await RfmRepository(session, corp_id).runs(limit)
    return RfmRunList(items=[run_read(run) for run in runs])


async def read_history(session: AsyncSession, corp_id: int) -> RfmHistory:
    """Sizes by run; of who sees a part of the people none are kept."""
    repository = RfmRepository(session, corp_id)
    runs = [run for run in await repository.runs(RUNS) if run.state in {"moving", "done"}]
    cells = {}
    if staff_in_scope(session) is None:
        cells = await repository.cells(run.id for run in runs)
    return RfmHistory(
        items=[
            RfmSizes(run=run_read(run), classes=sizes_of(cells.get(run.id, [])))
            for run in reversed(runs)
            if run.id in cells or not run.people
        ]
    )


async def read_flows(runtime: Runtime, principal: Principal, before_id: int | None) -> RfmFlows:
    """From an older run (the one before it) to the run in force. Raises UnknownRunError."""
    corp_id = principal.corp_id
    found: Sequence[Any] = ()
    async with runtime.database.corp(corp_id, principal.seer) as session:
        repository = RfmRepository(session, corp_id)
        after = await repository.current()
        wanted = before_id or (None if after is None else after.before_id)
        if after is None or wanted is None:
            return RfmFlows(before=None, after=None if after is None else run_read(after), items=[])
        before = await repository.run(wanted)
        if before is None or before.id == after.id:
            raise UnknownRunError(wanted)
        members = staff_in_scope(session)
        if members is None:
            olds = await repository.members(before.id)
            if before.people and not any(olds.values()):
                raise UnknownRunError(wanted)
            found = flows_of(olds, await repository.members(after.id))
    if members is not None:
        asked = {"before": before.id, "after": after.id, "members": list(members)}
        found = (await audience.ask(runtime, corp_id, "rfm.flows", asked))["items"]
    return RfmFlows(
        before=run_read(before),
        after=run_read(after),
        items=[RfmFlow(before=old, after=new, people=count) for old, new, count in found],
    )


def cursor_of(after: str | None) -> tuple[int, int] | None:
    """Amount and id. Raises BadCursorError."""
    if after is None:
        return None
    amount, _, last = after.partition(".")
    if not (amount.lstrip("-").isdecimal() and last.isdecimal()):
        raise BadCursorError
    return int(amount), int(last)


async def list_people(runtime: Runtime, principal: Principal, wanted: Wanted) -> RfmPeople:
    """People of the run in force, who paid most first. Raises AudienceAwayError."""
    corp_id = principal.corp_id
    async with runtime.database.corp(corp_id, principal.seer) as session:
        current = await RfmRepository(session, corp_id).current()
        members = staff_in_scope(session)
    if current is None:
        return RfmPeople(items=[], next=None, total=0)
    told = await audience.ask(
        runtime,
        corp_id,
        "rfm.people",
        {
            "run": current.id,
            "key": wanted.key,
            "r": wanted.r,
            "f": wanted.f,
            "m": wanted.m,
            "after": list(wanted.after) if wanted.after else None,
            "limit": wanted.limit,
            "members": None if members is None else list(members),
        },
    )
    rows = told["rows"]
    async with runtime.database.corp(corp_id, principal.seer) as session:
        names = await customers.names_of(session, corp_id, [row[0] for row in rows])
    # Who was erased since has no name.
    items = [_scored(row, names[row[0]]) for row in rows if row[0] in names]
    more = len(rows) == wanted.limit
    return RfmPeople(
        items=items, next=f"{rows[-1][7]}.{rows[-1][0]}" if more else None, total=told["total"]
    )


def _scored(row: Sequence[Any], name: str) -> RfmScored:
    customer_id, key, r, f, m, days, orders, amount = row
    return RfmScored(
        customer_id=customer_id,
        name=name,
        key=key,
        r=r,
        f=f,
        m=m,
        days=days,
        orders=orders,
        amount_fen=amount,
    )


async def read_person(runtime: Runtime, principal: Principal, customer_id: int) -> PersonRfm:
    """One customer's class and why. Raises UnknownCustomerError, AudienceAwayError."""
    corp_id = principal.corp_id
    async with runtime.database.corp(corp_id, principal.seer) as session:
        await customers.demand_known(session, corp_id, customer_id)
        name = (await customers.names_of(session, corp_id, [customer_id])).get(customer_id, "")
        repository = RfmRepository(session, corp_id)
        current = await repository.current()
        _, settings = await settings_of(repository)
        last = await repository.last_bought(customer_id)
    scored: RfmScored | None = None
    why: WhyNone | None = None
    last_days: int | None = None
    if current is None:
        why = "never_reckoned"
    else:
        settings = RfmSettings(**current.settings)
        asked = {"run": current.id, "id": customer_id}
        rows = (await audience.ask(runtime, corp_id, "rfm.person", asked))["rows"]
        if rows:
            scored = _scored(rows[0], name)
        else:
            why, last_days = _why_none(last, settings, current.at)
    return PersonRfm(
        scored=scored,
        why=why,
        last_days=last_days,
        window_days=settings.days,
        counts_events=isinstance(settings.frequency, OfEvents),
        scale=_scale(current),
        at=None if current is None else current.at,
    )


def _why_none(
    last: datetime | None, settings: RfmSettings, at: datetime
) -> tuple[WhyNone, int | None]:
    if last is None:
        return "never_bought", None
    if last < at - timedelta(days=settings.days):
        return "long_ago", (at - last).days
    return "not_counted", None
