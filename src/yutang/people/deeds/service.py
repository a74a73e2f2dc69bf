"""Have an effect once, although the answer of WeCom may be lost and the process killed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.corps.errors import UnknownCorpError
from yutang.wecom.admission import Urgency
from yutang.wecom.client import WeCom
from yutang.wecom.errors import UnknownOutcomeError, WeComError

from .errors import (
    NothingToDecideError,
    NotKnownYetError,
    TakenResultError,
    UndecidedError,
    UnknownDeedError,
)
from .guarantees import Effect, Guarantee, Made
from .kinds import (
    CHECKED_SECONDS,
    FINDINGS,
    GONE,
    AppMessageDeed,
    BroadcastDeed,
    ContactWayDeed,
    GroupWelcomeDeed,
    JoinWayDeed,
    LinkDeed,
    MomentDeed,
    ProductDeed,
    ReminderDeed,
)
from .models import Deed
from .repository import DeedRepository
from .schemas import DeedList, DeedRead

__all__ = (
    "AppMessageDeed",
    "BroadcastDeed",
    "ContactWayDeed",
    "GroupWelcomeDeed",
    "JoinWayDeed",
    "LinkDeed",
    "MomentDeed",
    "ProductDeed",
    "ReminderDeed",
    "decide",
    "list_open",
    "perform",
    "sweep",
)

CLOCKS_APART: Final = 60
"""Seconds that WeCom's clock and ours may differ."""
SETTLING: Final = timedelta(seconds=5)
"""A request that was given up may still be worked on for so long; a sweep finds what is later."""
LOOKING: Final = timedelta(minutes=15)
"""After so long without a trace a person decides (design.md §6)."""
PAUSES: Final = (2, 5, 15, 30, 60, 120, 300)
"""Seconds between looks; the last one goes on."""
SWEEPS: Final = (timedelta(minutes=2), timedelta(minutes=15))
"""When spares are looked for after an effect that took more than one try."""
SWEPT_FOR: Final = timedelta(days=1)
SHOWN: Final = 200
_SWEPT_AT_ONCE: Final = 20

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class _Place:
    """A deed as it was read, outside of its transaction."""

    corp_id: int
    id: int
    state: str
    tries: int
    first_sent_at: datetime | None
    sent_at: datetime | None
    reason: str | None
    result: dict[str, Any] | None


def _place(deed: Deed) -> _Place:
    return _Place(
        deed.corp_id,
        deed.id,
        deed.state,
        deed.tries,
        deed.first_sent_at,
        deed.sent_at,
        deed.reason,
        deed.result,
    )


async def perform(
    runtime: Runtime,
    corp_id: int,
    key: str,
    effect: Effect,
    *,
    agent_id: int | None = None,
    urgency: Urgency = Urgency.INTERACTIVE,
) -> dict[str, Any]:
    """Have `effect` once for this `key` and return its result, the same at every later call.

    One call at a time for a key (a job's lock). Raises NotKnownYetError (a job is done again at
    its `until`), UndecidedError, and what WeCom refuses: then nothing happened, and the next
    call asks again.
    """
    if agent_id is None:
        async with runtime.database.owner() as session:
            agent_id = await corps.first_agent_id(session, corp_id)
    async with runtime.database.owner() as session:
        place = _place(
            await DeedRepository(session).claim(
                corp_id,
                effect.kind,
                key,
                agent_id=agent_id,
                wanted=effect.wanted(),
                now=runtime.clock(),
            )
        )
    if place.state == "done":
        return place.result or {}
    if place.state == "undecided":
        raise UndecidedError(place.id, place.reason or "")
    client = await corps.connect(runtime, corp_id, agent_id, urgency=urgency)
    if place.state != "asked":
        settled = await _settle(runtime, client, effect, place)
        if settled is not None:
            return settled
    return await _ask(runtime, client, effect, place)


async def _ask(runtime: Runtime, client: WeCom, effect: Effect, place: _Place) -> dict[str, Any]:
    now = runtime.clock()
    async with runtime.database.owner() as session:
        deed = await _deed(session, place)
        deed.state, deed.tries, deed.sent_at = "sending", deed.tries + 1, now
        deed.first_sent_at = deed.first_sent_at or now
        place = _place(deed)
    try:
        made = await effect.do(client)
    except UnknownOutcomeError as error:
        await _write(runtime, place, state="unknown", reason=str(error)[:300])
        raise NotKnownYetError(effect.kind, _next_look(place, runtime.clock())) from error
    except WeComError as error:
        # Refused or never sent: this try had no effect; an earlier one may have had.
        if place.tries > 1:
            await _write(runtime, place, state="unknown", reason=str(error)[:300])
        else:
            await _write(runtime, place, state="asked", reason=str(error)[:300], sent=False)
        raise
    return await _end(runtime, effect, place, made)


async def _settle(
    runtime: Runtime, client: WeCom, effect: Effect, place: _Place
) -> dict[str, Any] | None:
    """What an earlier try came to; None where it is to be asked for again."""
    now = runtime.clock()
    match effect.guarantee:
        case Guarantee.NEVER:
            made = Made(f"{effect.wanted()['about']}?{place.id}", {"certain": False})
            return await _end(runtime, effect, place, made)
        case Guarantee.AGAIN:
            await _write(runtime, place, state="unknown", spares=place.tries)
            return None
        case Guarantee.CHECKED:
            began = place.first_sent_at or now
            if now - began >= timedelta(seconds=CHECKED_SECONDS - CLOCKS_APART):
                await _leave_to_a_person(runtime, place, "WeCom no longer knows it again")
            return None
        case Guarantee.ONE | Guarantee.FOUND:
            return await _look(runtime, client, effect, place, now)


async def _look(
    runtime: Runtime, client: WeCom, effect: Effect, place: _Place, now: datetime
) -> dict[str, Any] | None:
    began, last = place.first_sent_at or now, place.sent_at or now
    found = await _found(runtime, client, effect.kind, effect.wanted(), place, began, now)
    if effect.guarantee is Guarantee.ONE:
        if found:
            await _drop(client, effect.kind, found[1:])
            return await _end(runtime, effect, place, found[0], spares=len(found) - 1)
        if now - last >= SETTLING:
            return None
    elif len(found) > 1:
        await _leave_to_a_person(runtime, place, f"{len(found)} of WeCom's list look like it")
    elif found:
        return await _end(runtime, effect, place, found[0])
    elif now - began >= LOOKING:
        await _leave_to_a_person(runtime, place, "WeCom's list does not show it")
    raise NotKnownYetError(effect.kind, _next_look(place, now))


async def _found(
    runtime: Runtime,
    client: WeCom,
    kind: str,
    wanted: dict[str, Any],
    place: _Place,
    began: datetime,
    now: datetime,
) -> list[Made]:
    since, until = int(began.timestamp()) - CLOCKS_APART, int(now.timestamp()) + CLOCKS_APART
    found = await FINDINGS[kind].look(client, wanted, since, until)
    async with runtime.database.owner() as session:
        taken = await DeedRepository(session).taken(
            place.corp_id, kind, [made.id for made in found], place.id
        )
    return [made for made in found if made.id not in taken]


async def _drop(client: WeCom, kind: str, spares: list[Made]) -> None:
    drop = FINDINGS[kind].drop
    for spare in spares:
        if drop is None:
            return
        try:
            await drop(client, spare.id)
        except GONE:
            log.info("deeds.spare_was_gone", kind=kind)
        else:
            log.info("deeds.spare_deleted", kind=kind)


def _next_look(place: _Place, now: datetime) -> datetime:
    """Seconds at first, minutes later."""
    waited = (now - (place.first_sent_at or now)).total_seconds()
    pause = next((pause for pause in PAUSES if waited < pause * 2), PAUSES[-1])
    return now + timedelta(seconds=pause)


async def _leave_to_a_person(runtime: Runtime, place: _Place, reason: str) -> None:
    await _write(runtime, place, state="undecided", reason=reason)
    log.warning("deeds.undecided", corp_id=place.corp_id, deed_id=place.id, reason=reason)
    raise UndecidedError(place.id, reason)


async def _end(
    runtime: Runtime, effect: Effect, place: _Place, made: Made, spares: int = 0
) -> dict[str, Any]:
    now = runtime.clock()
    # A try that was given up may be worked on after we looked.
    sweeps = effect.guarantee is Guarantee.ONE and (place.tries > 1 or place.state != "sending")
    async with runtime.database.owner() as session:
        deed = await _deed(session, place)
        deed.state, deed.result, deed.result_id = "done", made.answer, made.id
        deed.ended_at, deed.reason = now, None
        deed.spares += spares
        deed.sweep_at = now + SWEEPS[0] if sweeps else None
    return made.answer


async def _write(
    runtime: Runtime,
    place: _Place,
    *,
    state: str,
    reason: str | None = None,
    spares: int | None = None,
    sent: bool = True,
) -> None:
    async with runtime.database.owner() as session:
        deed = await _deed(session, place)
        deed.state, deed.reason = state, reason
        if spares is not None:
            deed.spares = spares
        if not sent:
            deed.first_sent_at = deed.sent_at = None
            deed.tries = 0


async def _deed(session: AsyncSession, place: _Place) -> Deed:
    deed = await DeedRepository(session).find(place.corp_id, place.id)
    if deed is None:
        raise UnknownDeedError(place.id)
    return deed


async def sweep(runtime: Runtime) -> int:
    """Delete spares that came to light after their effect was had; returns how many deeds.

    What WeCom refuses now is tried again later, and holds up none of the others.
    """
    async with runtime.database.owner() as session:
        rows = await DeedRepository(session).to_sweep(runtime.clock(), _SWEPT_AT_ONCE)
        todo = [(_place(row), row.kind, row.agent_id, dict(row.wanted)) for row in rows]
    for place, kind, agent_id, wanted in todo:
        try:
            await _sweep_one(runtime, place, kind, agent_id, wanted)
        except (WeComError, UnknownCorpError) as error:
            log.warning("deeds.not_swept", kind=kind, deed_id=place.id, error=str(error))
            async with runtime.database.owner() as session:
                deed = await _deed(session, place)
                later = runtime.clock() + SWEEPS[1]
                young = deed.ended_at is not None and later - deed.ended_at < SWEPT_FOR
                deed.sweep_at = later if young else None
    return len(todo)


async def _sweep_one(
    runtime: Runtime, place: _Place, kind: str, agent_id: int, wanted: dict[str, Any]
) -> None:
    now = runtime.clock()
    client = await corps.connect(runtime, place.corp_id, agent_id, urgency=Urgency.SCHEDULED)
    found = await _found(runtime, client, kind, wanted, place, place.first_sent_at or now, now)
    async with runtime.database.owner() as session:
        kept = (await _deed(session, place)).result_id
    spares = [made for made in found if made.id != kept]
    await _drop(client, kind, spares)
    async with runtime.database.owner() as session:
        deed = await _deed(session, place)
        deed.spares += len(spares)
        first = deed.ended_at is not None and now - deed.ended_at < SWEEPS[1]
        deed.sweep_at = deed.ended_at + SWEEPS[1] if first and deed.ended_at else None


async def list_open(session: AsyncSession, corp_id: int) -> DeedList:
    """Effects that are not known, oldest first, at most 200. Needs the owner's session."""
    repository = DeedRepository(session)
    rows = await repository.list_open(corp_id, SHOWN)
    items = [
        DeedRead(
            id=row.id,
            kind=row.kind,
            state=row.state,  # type: ignore[arg-type] # the table checks the word
            about=str(row.wanted.get("about", "")),
            reason=row.reason,
            tries=row.tries,
            first_sent_at=row.first_sent_at,
        )
        for row in rows
    ]
    return DeedList(items=items, undecided=await repository.count_undecided(corp_id))


async def decide(
    session: AsyncSession,
    corp_id: int,
    deed_id: int,
    *,
    made: bool,
    result_id: str | None,
    actor: str,
    now: datetime,
) -> None:
    """Take a person's word: it was made (with WeCom's id), or it was not and may be asked again.

    Needs the owner's session. Raises UnknownDeedError, NothingToDecideError, TakenResultError.
    """
    repository = DeedRepository(session)
    deed = await repository.find(corp_id, deed_id)
    if deed is None:
        raise UnknownDeedError(deed_id)
    if deed.state != "undecided":
        raise NothingToDecideError(deed.state)
    if made:
        id_ = (result_id or "").strip() or f"?{deed.id}"
        if await repository.taken(corp_id, deed.kind, [id_], deed.id):
            raise TakenResultError(id_)
        deed.state, deed.result_id, deed.ended_at = "done", id_, now
        deed.result = {"decided": True, "id": (result_id or "").strip() or None}
    else:
        deed.state, deed.first_sent_at, deed.sent_at, deed.tries = "asked", None, None, 0
    deed.decided_by, deed.reason = actor, None
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="deed.decided",
        target=f"deed:{deed_id}",
        after={"made": made, "result_id": result_id},
    )
