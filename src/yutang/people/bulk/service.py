"""Ask for an act on many customers, look at its dry run, confirm, stop, take back."""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.jobs import enqueue
from yutang.people.customers.schemas import CustomerFilter

from . import acts
from .acts import register
from .errors import (
    EmptySelectionError,
    NothingToDoError,
    NotNowError,
    NoWayBackError,
    NumbersMovedError,
    TooManyIdsError,
)
from .forgetting import KEPT, forget
from .jobs import CarryOn
from .models import BulkAct
from .reading import OVER, list_acts, read_act
from .repository import BulkRepository
from .results import write_file
from .running import begin, carry_on, changes_of
from .schemas import CHANGED, BulkWish, Doer
from .staging import RestoreStage, SetStage
from .tagging import TAG_ACTS

__all__ = [
    "ask",
    "cancel",
    "carry_on",
    "confirm",
    "forget",
    "list_acts",
    "pause",
    "read_act",
    "register",
    "resume",
    "take_back",
    "write_file",
]

register(*TAG_ACTS, SetStage(), RestoreStage())

IDS: Final = 10_000
FRESH: Final = timedelta(seconds=60)
"""An older dry run is counted anew before the act begins."""


async def ask(
    session: AsyncSession,
    corp_id: int,
    wish: BulkWish,
    *,
    wanted: CustomerFilter,
    question: str,
    doer: Doer,
    now: datetime,
) -> int:
    """Begin the dry run of an act; returns the act's id.

    Raises UnknownKindError, BadArgumentsError, EmptySelectionError, TooManyIdsError and what the
    act itself refuses.
    """
    kind = acts.find(wish.kind)
    arguments = acts.read_arguments(kind, wish.arguments)
    if wish.ids is not None and not wish.ids:
        raise EmptySelectionError
    if wish.ids is not None and len(wish.ids) > IDS:
        raise TooManyIdsError(len(wish.ids), IDS)
    return await _begin(
        session,
        BulkAct(
            corp_id=corp_id,
            kind=wish.kind,
            arguments=arguments.model_dump(mode="json"),
            about=await kind.describe(session, corp_id, arguments),
            source="filter" if wish.ids is None else "ids",
            ids=None if wish.ids is None else sorted(set(wish.ids)),
            wanted=wanted.model_dump(mode="json") if wish.ids is None else None,
            question=question if wish.ids is None else None,
        ),
        doer,
        now,
    )


async def _begin(session: AsyncSession, act: BulkAct, doer: Doer, now: datetime) -> int:
    act.state = "planning"
    act.asked_by, act.asked_by_name = doer.actor, doer.name
    act.asked_at = act.resumed_at = act.updated_at = now
    session.add(act)
    await session.flush()
    await enqueue(session, CarryOn(corp_id=act.corp_id, act_id=act.id))
    return act.id


async def confirm(
    session: AsyncSession, corp_id: int, act_id: int, changes: int, doer: Doer, now: datetime
) -> None:
    """Let the act begin with the people that its dry run found, as was shown.

    A dry run older than a minute is counted anew first; where that finds numbers more than 1 %
    off, the act waits for another confirmation. Raises UnknownActError, NotNowError,
    NumbersMovedError, NothingToDoError.
    """
    repository = BulkRepository(session, corp_id)
    act = await repository.hold(act_id)
    if act.state != "planned" or act.planned_at is None:
        wish = "confirmed"
        raise NotNowError(wish, act.state)
    planned = changes_of(act.plan)
    if changes != planned:
        raise NumbersMovedError(changes, planned)
    if not planned:
        raise NothingToDoError
    act.confirmed_at = act.updated_at = now
    await _record(session, act, doer, "bulk.confirmed", found=act.found, changes=planned)
    if now - act.planned_at > FRESH:
        act.shown = {"found": act.found, "changes": planned}
        await _plan_anew(repository, act, now)
    else:
        begin(act, now)
    await enqueue(session, CarryOn(corp_id=corp_id, act_id=act_id))


async def _plan_anew(repository: BulkRepository, act: BulkAct, now: datetime) -> None:
    await repository.clear(act.id)
    act.state, act.planned_at = "planning", None
    act.found = act.calls = act.chunks = act.place = 0
    act.plan, act.samples = {}, {}
    act.resumed_at, act.resumed_done = now, 0


async def pause(
    session: AsyncSession, corp_id: int, act_id: int, doer: Doer, now: datetime
) -> None:
    """Stop behind the chunk under way. Raises UnknownActError, NotNowError."""
    act = await BulkRepository(session, corp_id).hold(act_id)
    if act.state not in {"planning", "running"}:
        wish = "paused"
        raise NotNowError(wish, act.state)
    act.state, act.updated_at = "paused", now
    await _record(session, act, doer, "bulk.paused", done=act.done)


async def resume(
    session: AsyncSession, corp_id: int, act_id: int, doer: Doer, now: datetime
) -> None:
    """Go on from where it stands, paused or failed. Raises UnknownActError, NotNowError."""
    act = await BulkRepository(session, corp_id).hold(act_id)
    if act.state not in {"paused", "failed"}:
        wish = "resumed"
        raise NotNowError(wish, act.state)
    planning = act.planned_at is None
    act.state, act.reason = "planning" if planning else "running", None
    act.resumed_at = act.updated_at = now
    act.resumed_done = act.found if planning else act.done
    await _record(session, act, doer, "bulk.resumed", done=act.done)
    await enqueue(session, CarryOn(corp_id=corp_id, act_id=act_id))


async def cancel(
    session: AsyncSession, corp_id: int, act_id: int, doer: Doer, now: datetime
) -> None:
    """End it where it stands: what is done stays done. Raises UnknownActError, NotNowError."""
    repository = BulkRepository(session, corp_id)
    act = await repository.hold(act_id)
    if act.state in {"ended", "cancelled"}:
        wish = "cancelled"
        raise NotNowError(wish, act.state)
    if act.done:
        kind = acts.find(act.kind)
        await kind.follow_up(session, corp_id, acts.read_arguments(kind, act.arguments))
    else:
        await repository.clear(act_id)
    act.state, act.ended_at, act.updated_at = "cancelled", now, now
    if act.confirmed_at is not None:
        await _record(session, act, doer, "bulk.cancelled", results=act.results)


async def take_back(
    session: AsyncSession, corp_id: int, act_id: int, doer: Doer, now: datetime
) -> int:
    """Begin the act that undoes this one for those whom it changed; returns its id.

    Raises UnknownActError, NotNowError (it runs still), NoWayBackError (it cannot be undone, is
    older than 30 days, or changed nobody).
    """
    repository = BulkRepository(session, corp_id)
    act = await repository.hold(act_id)
    if act.state not in OVER:
        wish = "taken back"
        raise NotNowError(wish, act.state)
    kind = acts.find(act.kind)
    way = kind.way_back(acts.read_arguments(kind, act.arguments))
    if way is None:
        message = f"{act.kind} cannot be taken back"
        raise NoWayBackError(message)
    if not act.results.get(CHANGED):
        message = "it changed nobody, so that there is nothing to take back"
        raise NoWayBackError(message)
    if act.updated_at < now - KEPT:
        message = "it is older than 30 days: who was changed is no longer known"
        raise NoWayBackError(message)
    if await repository.is_taken_back(act_id):
        message = "it was taken back already; look under Tasks"
        raise NoWayBackError(message)
    back = acts.find(way.kind)
    arguments = acts.read_arguments(back, way.arguments)
    undoing = BulkAct(
        corp_id=corp_id,
        kind=way.kind,
        arguments=arguments.model_dump(mode="json"),
        about=await back.describe(session, corp_id, arguments),
        source="undone",
        undone_id=act_id,
        confirmed_at=now,
    )
    undoing_id = await _begin(session, undoing, doer, now)
    await _record(session, act, doer, "bulk.taken_back", through=undoing_id)
    return undoing_id


async def _record(
    session: AsyncSession, act: BulkAct, doer: Doer, action: str, **numbers: Any
) -> None:
    wanted = {k: v for k, v in (act.wanted or {}).items() if v not in (None, "", [], False)}
    if "q" in wanted:
        # What was typed may be a name or a phone number; the audit is kept longer than people.
        wanted["q"] = "…"
    await audit.record(
        session,
        act.corp_id,
        actor=doer.actor,
        action=action,
        target=f"bulk:{act.id}",
        after={
            "kind": act.kind,
            "arguments": act.arguments,
            "source": act.source,
            **({"filter": wanted} if act.source == "filter" else {}),
            **numbers,
        },
    )
