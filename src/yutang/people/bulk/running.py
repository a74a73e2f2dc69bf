"""Carry an act on, chunk by chunk: a chunk's effect and its place commit together."""

import asyncio
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog
from pydantic import BaseModel
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.db import Seer
from yutang.kernel.errors import DomainError
from yutang.kernel.runtime import Runtime
from yutang.people.customers import service as customers
from yutang.people.customers.schemas import CustomerFilter

from . import acts
from .errors import UnknownActError
from .models import BulkAct
from .repository import BulkRepository
from .schemas import CHANGED, MISSING, Doing, Numbers

log = structlog.get_logger(__name__)

CHUNK = 5_000
SAMPLE = 5
TOLERATED = 0.01
"""A recount that is further off what was confirmed asks again."""
TRIES = 3


@dataclass(frozen=True, slots=True)
class _Piece:
    """Customers of a chunk that share what was noted of them when they were changed before."""

    ids: list[int]
    detail: str = ""


@dataclass(frozen=True, slots=True)
class _Stage:
    """What one step works with."""

    runtime: Runtime
    session: AsyncSession
    repository: BulkRepository
    act: BulkAct
    kind: acts.Act
    arguments: BaseModel

    @property
    def corp_id(self) -> int:
        return self.act.corp_id


async def carry_on(runtime: Runtime, corp_id: int, act_id: int) -> None:
    """Work until the act waits for a person, is through, was stopped or cannot go on."""
    async with runtime.database.corp(corp_id) as session:
        asked_by = await BulkRepository(session, corp_id).asked_by(act_id)
    failures = 0
    while True:
        try:
            more = await step(runtime, corp_id, act_id, Seer.of(asked_by or ""))
        except UnknownActError:
            return
        except DomainError as error:
            await _fail(runtime, corp_id, act_id, error.detail)
            return
        except Exception as error:
            # Any error at all: an act that stands still without a word is worse than a failed one.
            failures += 1
            log.exception("bulk.step_failed", corp_id=corp_id, act_id=act_id, failures=failures)
            if failures == TRIES:
                await _fail(runtime, corp_id, act_id, f"something broke: {type(error).__name__}")
                return
            await asyncio.sleep(failures)
        else:
            failures = 0
            if not more:
                return


async def step(runtime: Runtime, corp_id: int, act_id: int, seer: Seer | None = None) -> bool:
    """One chunk in one transaction; whether there is more to do. Raises UnknownActError.

    It reaches whom the `seer` sees now, though more were found when it was planned.
    """
    async with runtime.database.corp(corp_id, seer) as session:
        repository = BulkRepository(session, corp_id)
        act = await repository.hold(act_id)
        if act.state not in {"planning", "running"}:
            return False
        kind = acts.find(act.kind)
        arguments = acts.read_arguments(kind, act.arguments)
        stage = _Stage(runtime, session, repository, act, kind, arguments)
        await (_plan(stage) if act.state == "planning" else _run(stage))
        act.updated_at = runtime.clock()
        return act.state in {"planning", "running"}


async def _plan(stage: _Stage) -> None:
    act = stage.act
    pieces, place, last = await _next(stage)
    if pieces:
        outcomes: dict[str, list[int]] = {}
        for piece in pieces:
            plan = await stage.kind.plan(
                stage.session, stage.corp_id, stage.arguments, piece.ids, piece.detail
            )
            act.calls += plan.calls
            for outcome, ids in plan.outcomes.items():
                noted = piece.detail if outcome == CHANGED else ""
                outcomes.setdefault(f"{outcome}/{noted}" if noted else outcome, []).extend(ids)
        await _note(stage, outcomes, pieces)
    act.place = place
    if last:
        _planned(act, stage.runtime.clock())


async def _note(stage: _Stage, outcomes: dict[str, list[int]], pieces: Iterable[_Piece]) -> None:
    """Write the chunk of the dry run and add it to the numbers that are shown."""
    act = stage.act
    told = {customer_id for ids in outcomes.values() for customer_id in ids}
    if left := [one for piece in pieces for one in piece.ids if one not in told]:
        outcomes.setdefault(MISSING, []).extend(left)
    act.chunks += 1
    await stage.repository.write(act.id, "plan", act.chunks, outcomes)
    act.found += sum(map(len, outcomes.values()))
    act.plan = _added(act.plan, outcomes)
    samples = {code: list(ids) for code, ids in act.samples.items()}
    for outcome, ids in outcomes.items():
        kept = samples.setdefault(acts.code_of(outcome), [])
        kept.extend(ids[: SAMPLE - len(kept)])
    act.samples = samples


async def _next(stage: _Stage) -> tuple[list[_Piece], int, bool]:
    """The next customers to look at, the place behind them, and whether they are the last."""
    act = stage.act
    if act.source == "undone":
        return await _next_undone(stage)
    if act.source == "ids":
        every = act.ids or []
        start = bisect_right(every, act.place)
        ids = every[start : start + CHUNK]
        last = start + CHUNK >= len(every)
        place = ids[-1] if ids else act.place
        known = await customers.names_of(stage.session, stage.corp_id, ids)
        # Who is not ours has no outcome of the act's: he counts as missing.
        pieces = [_Piece([one for one in ids if one in known])]
        if strangers := [one for one in ids if one not in known]:
            await _note(stage, {MISSING: strangers}, [])
        return pieces if pieces[0].ids else [], place, last
    wanted = CustomerFilter.model_validate(act.wanted)
    stretch = await customers.next_matching(
        stage.session, stage.runtime.vault, stage.corp_id, wanted, act.place, CHUNK
    )
    pieces = [_Piece(stretch.ids)] if stretch.ids else []
    return pieces, stretch.through, stretch.is_last


async def _next_undone(stage: _Stage) -> tuple[list[_Piece], int, bool]:
    """What the act that is taken back changed in its next chunk."""
    undone = await stage.repository.find(stage.act.undone_id or 0)
    place = stage.act.place + 1
    rows = await stage.repository.chunk(undone.id, "run", place)
    pieces = [
        _Piece(ids, acts.detail_of(outcome))
        for outcome, ids in rows.items()
        if acts.is_change(outcome)
    ]
    return pieces, place, place >= undone.place


def changes_of(plan: Mapping[str, int]) -> int:
    """How many would be changed."""
    return plan.get(CHANGED, 0)


def _planned(act: BulkAct, now: datetime) -> None:
    """The dry run is through: it waits for a person, or was confirmed before and begins."""
    act.planned_at = now
    if act.confirmed_at is None:
        act.state = "planned"
    elif act.shown is not None and _moved(act):
        act.confirmed_at, act.state = None, "planned"
    else:
        begin(act, now)


def _moved(act: BulkAct) -> bool:
    shown = Numbers.model_validate(act.shown)
    return any(
        abs(counted - told) > TOLERATED * told
        for counted, told in ((act.found, shown.found), (changes_of(act.plan), shown.changes))
    )


def begin(act: BulkAct, now: datetime) -> None:
    """From the dry run to the doing: whom it skipped has his outcome already."""
    act.shown = None
    act.state, act.place, act.done = "running", 0, 0
    act.resumed_at, act.resumed_done = now, 0
    act.results = {code: count for code, count in act.plan.items() if code != CHANGED}


async def _run(stage: _Stage) -> None:
    act = stage.act
    chunk = act.place + 1
    if chunk <= act.chunks:
        planned = await stage.repository.chunk(act.id, "plan", chunk)
        outcomes: dict[str, list[int]] = {}
        doing = Doing(act.asked_by, f"bulk:{act.id}", stage.runtime.clock())
        for outcome, ids in planned.items():
            if acts.is_change(outcome):
                for came, whom in (
                    await _apply(stage, ids, acts.detail_of(outcome), doing)
                ).items():
                    outcomes.setdefault(came, []).extend(whom)
        await stage.repository.write(act.id, "run", chunk, outcomes)
        act.results = _added(act.results, outcomes)
        act.done += sum(map(len, outcomes.values()))
        act.place = chunk
    over = act.place >= act.chunks
    if over or act.place == 1:
        await stage.kind.follow_up(stage.session, stage.corp_id, stage.arguments)
    if over:
        act.state, act.ended_at = "ended", stage.runtime.clock()
        await audit.record(
            stage.session,
            act.corp_id,
            actor=act.asked_by,
            action="bulk.ended",
            target=f"bulk:{act.id}",
            after={"kind": act.kind, "results": act.results},
        )


async def _apply(
    stage: _Stage, ids: Sequence[int], detail: str, doing: Doing
) -> dict[str, list[int]]:
    """Do it to those who are still there."""
    known = await customers.names_of(stage.session, stage.corp_id, ids)
    here = [one for one in ids if one in known]
    outcomes = (
        await stage.kind.apply(stage.session, stage.corp_id, stage.arguments, here, detail, doing)
        if here
        else {}
    )
    told = {one for whom in outcomes.values() for one in whom}
    if gone := [one for one in ids if one not in told]:
        return outcomes | {MISSING: [*outcomes.get(MISSING, []), *gone]}
    return outcomes


def _added(counts: Mapping[str, int], outcomes: Mapping[str, Sequence[int]]) -> dict[str, int]:
    total = Counter(counts)
    for outcome, ids in outcomes.items():
        total[acts.code_of(outcome)] += len(ids)
    return dict(+total)


async def _fail(runtime: Runtime, corp_id: int, act_id: int, reason: str) -> None:
    """Say why it stopped; resumed, it goes on from where it stands."""
    async with runtime.database.corp(corp_id) as session:
        act = await BulkRepository(session, corp_id).hold(act_id)
        if act.state in {"planning", "running"}:
            act.state, act.reason = "failed", reason[:500]
            act.updated_at = runtime.clock()
