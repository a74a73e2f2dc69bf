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
    MissingIdError,
    NothingToDecideError,
    NotKnownYetError,
    TakenResultError,
    UndecidedError,
    UnknownDeedError,
)
from .guarantees import Effect, Guarantee, Made
from .kinds import (
    CHECKED_SECONDS,
    DECIDED,
    FINDINGS,
    GONE,
    WITHOUT_ID,
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
    "Outcome",
    "ProductDeed",
    "ReminderDeed",
    "count_spares",
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
RIVALRY: Final = timedelta(minutes=1)
"""Longer than any call takes; a rival that is older was killed, and looks for itself."""
SHOWN: Final = 200
_SWEPT_AT_ONCE: Final = 20

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an effect came to; `is_fresh` where this very call asked WeCom and got the answer.

    One that is not may hold what an earlier call asked for.
    """

    result: dict[str, Any]
    is_fresh: bool = False


async def perform(
    runtime: Runtime,
    corp_id: int,
    key: str,
    effect: Effect,
    *,
    agent_id: int | None = None,
    urgency: Urgency = Urgency.INTERACTIVE,
) -> Outcome:
    """Have `effect` once for this `key`; every later call returns the same result.

    One call at a time for a key (a job's lock). Raises NotKnownYetError (a job is done again at
    its `until`), UndecidedError, and what WeCom refuses: then nothing happened, and the next
    call asks again.
    """
    if agent_id is None:
        async with runtime.database.owner() as session:
            agent_id = await corps.first_agent_id(session, corp_id)
    async with runtime.database.owner() as session:
        deed = await DeedRepository(session).claim(
            corp_id,
            effect.kind,
            key,
            agent_id=agent_id,
            wanted=effect.wanted(),
            now=runtime.clock(),
        )
    if deed.state == "done":
        return Outcome(deed.result or {})
    if deed.state == "undecided":
        raise UndecidedError(deed.id, deed.reason or "")
    client = await corps.connect(runtime, corp_id, agent_id, urgency=urgency)
    if deed.state != "asked":
        settled = await _settle(runtime, client, effect, deed)
        if settled is not None:
            return settled
    return await _ask(runtime, client, effect, deed)


async def _ask(runtime: Runtime, client: WeCom, effect: Effect, deed: Deed) -> Outcome:
    now = runtime.clock()
    async with runtime.database.owner() as session:
        deed = await _locked(session, deed)
        deed.state, deed.tries, deed.sent_at = "sending", deed.tries + 1, now
        deed.first_sent_at = deed.first_sent_at or now
    try:
        made = await effect.do(client)
    except UnknownOutcomeError as error:
        await _write(runtime, deed, state="unknown", reason=str(error)[:300])
        raise NotKnownYetError(effect.kind, _next_look(deed, runtime.clock())) from error
    except WeComError as error:
        # Refused or never sent: this try had no effect; an earlier one may have had.
        state = "unknown" if deed.tries > 1 else "asked"
        await _write(runtime, deed, state=state, reason=str(error)[:300])
        raise
    return await _end(runtime, effect, deed, made, is_fresh=True)


async def _settle(runtime: Runtime, client: WeCom, effect: Effect, deed: Deed) -> Outcome | None:
    """What an earlier try came to; None where it is to be asked for again."""
    now = runtime.clock()
    match effect.guarantee:
        case Guarantee.NEVER:
            made = Made(f"{deed.wanted['about']}?{deed.id}", {"certain": False})
            return await _end(runtime, effect, deed, made)
        case Guarantee.AGAIN:
            await _write(runtime, deed, state="unknown", spares=deed.tries)
            return None
        case Guarantee.CHECKED:
            began = deed.first_sent_at or now
            if now - began >= timedelta(seconds=CHECKED_SECONDS - CLOCKS_APART):
                await _leave_to_a_person(runtime, deed, "WeCom no longer knows it again")
            return None
        case Guarantee.ONE | Guarantee.FOUND:
            return await _look(runtime, client, effect, deed, now)


async def _look(
    runtime: Runtime, client: WeCom, effect: Effect, deed: Deed, now: datetime
) -> Outcome | None:
    began, last = deed.first_sent_at or now, deed.sent_at or now
    found = await _found(runtime, client, deed, now)
    if found is None:
        raise NotKnownYetError(effect.kind, _next_look(deed, now))
    if effect.guarantee is Guarantee.ONE:
        if found:
            await _drop(client, effect.kind, found[1:])
            return await _end(runtime, effect, deed, found[0], spares=len(found) - 1)
        if now - last >= SETTLING:
            return None
    elif len(found) > 1:
        await _leave_to_a_person(runtime, deed, f"{len(found)} of WeCom's list look like it")
    elif found:
        return await _end(runtime, effect, deed, found[0])
    elif now - began >= LOOKING:
        await _leave_to_a_person(runtime, deed, "WeCom's list does not show it")
    raise NotKnownYetError(effect.kind, _next_look(deed, now))


async def _found(runtime: Runtime, client: WeCom, deed: Deed, now: datetime) -> list[Made] | None:
    """What WeCom's list shows of it, oldest first, but what is another deed's result.

    None while a deed that wants the same is being asked for: what is there may be its, and
    nobody may take or delete it before the answer came.
    """
    async with runtime.database.owner() as session:
        if await DeedRepository(session).has_rival(deed, since=now - RIVALRY):
            return None
    began = deed.first_sent_at or now
    since, until = int(began.timestamp()) - CLOCKS_APART, int(now.timestamp()) + CLOCKS_APART
    found = await FINDINGS[deed.kind].look(client, deed.wanted, since, until)
    async with runtime.database.owner() as session:
        taken = await DeedRepository(session).taken(
            deed.corp_id, deed.kind, [made.id for made in found], deed.id
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


def _next_look(deed: Deed, now: datetime) -> datetime:
    """Seconds at first, minutes later."""
    waited = (now - (deed.first_sent_at or now)).total_seconds()
    pause = next((pause for pause in PAUSES if waited < pause * 2), PAUSES[-1])
    return now + timedelta(seconds=pause)


async def _leave_to_a_person(runtime: Runtime, deed: Deed, reason: str) -> None:
    await _write(runtime, deed, state="undecided", reason=reason)
    log.warning("deeds.undecided", corp_id=deed.corp_id, deed_id=deed.id, reason=reason)
    raise UndecidedError(deed.id, reason)


async def _end(
    runtime: Runtime,
    effect: Effect,
    deed: Deed,
    made: Made,
    *,
    spares: int = 0,
    is_fresh: bool = False,
) -> Outcome:
    now = runtime.clock()
    # A try that was given up may be worked on after we looked.
    sweeps = effect.guarantee is Guarantee.ONE and (deed.tries > 1 or not is_fresh)
    async with runtime.database.owner() as session:
        deed = await _locked(session, deed)
        deed.state, deed.result, deed.result_id = "done", made.answer, made.id
        deed.ended_at, deed.reason = now, None
        deed.spares += spares
        deed.sweep_at = now + SWEEPS[0] if sweeps else None
    return Outcome(made.answer, is_fresh)


async def _write(
    runtime: Runtime,
    deed: Deed,
    *,
    state: str,
    reason: str | None = None,
    spares: int | None = None,
) -> None:
    async with runtime.database.owner() as session:
        deed = await _locked(session, deed)
        deed.state, deed.reason = state, reason
        if spares is not None:
            deed.spares = spares
        if state == "asked":
            _forget_tries(deed)


def _forget_tries(deed: Deed) -> None:
    deed.first_sent_at = deed.sent_at = None
    deed.tries = 0


async def _locked(session: AsyncSession, deed: Deed) -> Deed:
    found = await DeedRepository(session).find(deed.corp_id, deed.id)
    if found is None:
        raise UnknownDeedError(deed.id)
    return found


async def sweep(runtime: Runtime) -> int:
    """Delete spares that came to light after their effect was had; returns how many deeds.

    What WeCom refuses now is tried again later, and holds up none of the others.
    """
    async with runtime.database.owner() as session:
        deeds = await DeedRepository(session).to_sweep(runtime.clock(), _SWEPT_AT_ONCE)
    for deed in deeds:
        try:
            swept = await _sweep_one(runtime, deed)
        except (WeComError, UnknownCorpError) as error:
            log.warning("deeds.not_swept", kind=deed.kind, deed_id=deed.id, error=str(error))
            swept = False
        if not swept:
            async with runtime.database.owner() as session:
                deed = await _locked(session, deed)  # noqa: PLW2901 - the same row, locked
                later = runtime.clock() + SWEEPS[1]
                young = deed.ended_at is not None and later - deed.ended_at < SWEPT_FOR
                deed.sweep_at = later if young else None
    return len(deeds)


async def _sweep_one(runtime: Runtime, deed: Deed) -> bool:
    """Whether it could be done now."""
    now = runtime.clock()
    client = await corps.connect(runtime, deed.corp_id, deed.agent_id, urgency=Urgency.SCHEDULED)
    found = await _found(runtime, client, deed, now)
    if found is None:
        return False
    spares = [made for made in found if made.id != deed.result_id]
    await _drop(client, deed.kind, spares)
    async with runtime.database.owner() as session:
        deed = await _locked(session, deed)
        deed.spares += len(spares)
        first = deed.ended_at is not None and now - deed.ended_at < SWEEPS[1]
        deed.sweep_at = deed.ended_at + SWEEPS[1] if first and deed.ended_at else None
    return True


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
            has_id=row.kind not in WITHOUT_ID,
            first_sent_at=row.first_sent_at,
        )
        for row in rows
    ]
    undecided, spares = await repository.counts(corp_id)
    return DeedList(items=items, undecided=undecided, spares=spares)


async def count_spares(session: AsyncSession, corp_id: int, kind: str) -> int:
    """How many WeCom may hold beside those in use. Needs the owner's session."""
    return await DeedRepository(session).count_spares(corp_id, kind)


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

    Needs the owner's session. Raises UnknownDeedError, NothingToDecideError, MissingIdError,
    TakenResultError.
    """
    repository = DeedRepository(session)
    deed = await repository.find(corp_id, deed_id)
    if deed is None:
        raise UnknownDeedError(deed_id)
    if deed.state != "undecided":
        raise NothingToDecideError(deed.state)
    if made:
        given = (result_id or "").strip()
        if not given and deed.kind not in WITHOUT_ID:
            raise MissingIdError
        id_ = given or f"?{deed.id}"
        if await repository.taken(corp_id, deed.kind, [id_], deed.id):
            raise TakenResultError(id_)
        deed.state, deed.result_id, deed.ended_at = "done", id_, now
        deed.result = DECIDED[deed.kind](given)
    else:
        deed.state = "asked"
        _forget_tries(deed)
    deed.decided_by, deed.reason = actor, None
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="deed.decided",
        target=f"deed:{deed_id}",
        after={"made": made, "result_id": result_id},
    )
