"""Acts as people are told of them."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.runtime import Runtime
from yutang.people.customers import service as customers
from yutang.people.gateway import service as gateway

from . import acts
from .forgetting import KEPT
from .models import BulkAct
from .repository import BulkRepository
from .running import changes_of
from .schemas import (
    CHANGED,
    BulkActPage,
    BulkActRead,
    Numbers,
    OutcomeCount,
    Somebody,
    WecomShare,
)

OVER = frozenset({"ended", "cancelled"})
_HOUR = 3600
_PACE_SECONDS = 1.0


async def read_act(
    session: AsyncSession, runtime: Runtime, corp_id: int, act_id: int
) -> BulkActRead:
    """One act with a few of its people by outcome. Raises UnknownActError."""
    act = await BulkRepository(session, corp_id).find(act_id)
    wanted = {one for ids in act.samples.values() for one in ids}
    names = await customers.names_of(session, corp_id, wanted)
    [read] = await _describe(session, runtime, corp_id, [act], names)
    return read


async def list_acts(
    session: AsyncSession, runtime: Runtime, corp_id: int, after: str | None, limit: int
) -> BulkActPage:
    """Acts of the last 30 days, newest first, without samples."""
    rows = await BulkRepository(session, corp_id).newest(_place(after), limit + 1)
    shown = rows[:limit]
    return BulkActPage(
        items=await _describe(session, runtime, corp_id, shown, {}),
        next=f"{shown[-1].id}~{shown[-1].asked_at.isoformat()}" if len(rows) > limit else None,
    )


def _place(after: str | None) -> tuple[object, int] | None:
    """A place that is none of ours is the beginning."""
    head, _, tail = (after or "").partition("~")
    try:
        return datetime.fromisoformat(tail), int(head)
    except ValueError:
        return None


async def _describe(
    session: AsyncSession,
    runtime: Runtime,
    corp_id: int,
    rows: Sequence[BulkAct],
    names: Mapping[int, str],
) -> list[BulkActRead]:
    now = runtime.clock()
    known = await customers.count_known(session, corp_id)
    ids = [row.id for row in rows]
    undone = set(
        await session.scalars(
            select(BulkAct.undone_id).where(
                BulkAct.corp_id == corp_id,
                BulkAct.undone_id.in_(ids),
                BulkAct.state != "cancelled",
            )
        )
    )
    return [
        _read(row, now, known, names, undone=row.id in undone).model_copy(
            update={"wecom": _wecom(runtime, row, now)}
        )
        for row in rows
    ]


def _read(
    act: BulkAct, now: datetime, known: int, names: Mapping[int, str], *, undone: bool
) -> BulkActRead:
    planning = act.planned_at is None
    done = act.found if planning else act.done
    total = _total(act)
    progress = _progress(act, known)
    working = act.state in {"planning", "running"}
    spent = (act.updated_at - act.resumed_at).total_seconds()
    pace = (done - act.resumed_done) / spent if working and spent >= _PACE_SECONDS else None
    return BulkActRead(
        **{
            name: getattr(act, name)
            for name in BulkActRead.model_fields
            if name not in _MADE and hasattr(act, name)
        },
        confirmed=act.confirmed_at is not None,
        changes=changes_of(act.plan),
        plan=_counts(act.plan, act.samples, names),
        results=_counts(act.results, {}, {}),
        # While a recount is under way its former numbers are no news yet.
        shown=Numbers.model_validate(act.shown)
        if act.shown is not None and act.state == "planned"
        else None,
        wecom=None,
        done=done,
        total=total,
        progress=progress,
        per_second=round(pace, 1) if pace else None,
        ends_at=_ends_at(act, now, progress),
        undo_until=_undo_until(act) if not undone else None,
    )


_MADE = {"plan", "results", "shown", "done"}


def _counts(
    counts: Mapping[str, int], samples: Mapping[str, Sequence[int]], names: Mapping[int, str]
) -> list[OutcomeCount]:
    """What changes first, then reasons by their number."""
    order = sorted(counts.items(), key=lambda one: (one[0] != CHANGED, -one[1], one[0]))
    return [
        OutcomeCount(
            outcome=code,
            count=count,
            sample=[Somebody(id=i, name=names[i]) for i in samples.get(code, ()) if i in names],
        )
        for code, count in order
    ]


def _total(act: BulkAct) -> int | None:
    if act.planned_at is not None:
        return changes_of(act.plan)
    return len(act.ids) if act.ids is not None else None


def _progress(act: BulkAct, known: int) -> float | None:
    """Between 0 and 1. Ids are dense, so that a filter's place tells how far it is."""
    total = _total(act)
    if act.planned_at is not None:
        return act.done / total if total else None
    if total is not None:
        return act.found / total if total else None
    return min(act.place / known, 1.0) if act.source == "filter" and known else None


def _ends_at(act: BulkAct, now: datetime, progress: float | None) -> datetime | None:
    spent = (act.updated_at - act.resumed_at).total_seconds()
    if act.state not in {"planning", "running"} or spent < _PACE_SECONDS or not progress:
        return None
    done = act.found if act.planned_at is None else act.done
    moved = done - act.resumed_done
    if done <= 0 or moved <= 0:
        return None
    left = done * (1 - progress) / progress
    return now + timedelta(seconds=left * spent / moved)


def _undo_until(act: BulkAct) -> datetime | None:
    if act.state not in OVER or act.ended_at is None or not act.results.get(CHANGED):
        return None
    kind = acts.find(act.kind)
    if kind.way_back(acts.read_arguments(kind, act.arguments)) is None:
        return None
    return act.ended_at + KEPT


def _wecom(runtime: Runtime, act: BulkAct, now: datetime) -> WecomShare | None:
    path = acts.find(act.kind).path
    if path is None or not act.calls:
        return None
    buckets = gateway.gateway(runtime).limits.buckets(act.corp_id, path)
    flow = min(one.rate or one.limit / one.seconds for one in buckets)
    return WecomShare(
        calls=act.calls,
        hour_limit=min(one.limit for one in buckets if one.seconds == _HOUR),
        ends_at=now + timedelta(seconds=act.calls / flow),
    )
