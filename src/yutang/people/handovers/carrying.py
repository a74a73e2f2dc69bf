"""Carry a handover on: ask for what is planned, read results when it is time, end it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import structlog
from sqlalchemy import text, update
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.events import NewEvent, append
from yutang.kernel.jobs import enqueue
from yutang.kernel.readers import Reader, Recorded
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.customers.events import RelationEnded, RelationHandedOver, TransferFailed
from yutang.people.staff import service as staff
from yutang.wecom.admission import NoQuotaError, Urgency
from yutang.wecom.errors import RefusedError
from yutang.wecom.handover import HandoverResult

from .asking import NOT_SENT, ask
from .doing import Doing
from .events import HandoverEnded
from .jobs import CarryOn
from .models import Handover
from .moving import move_groups
from .reckoning import Asked, read_results, reckon
from .settling import end_without_result, settle
from .wording import reason_of

log = structlog.get_logger(__name__)

HOURLY: Final = timedelta(hours=1)
SOON: Final = timedelta(minutes=2)
"""How long after the 24 hours the first look is, and how often while results are overdue."""
OVERDUE: Final = timedelta(minutes=10)
GIVEN_UP: Final = timedelta(days=2)
"""So long after the 24 hours WeCom may still not tell how it ended."""
LATER: Final = timedelta(hours=1)
"""When a handover is taken up again whose job was lost without a word."""
ONE_BY_ONE: Final = 1_000

_WAITING = text(
    """
    select p.customer_id, p.taker_staff_id, p.tries, p.asked_at, p.settles_at, s.account,
           (select min(i.value) from customer_identities i
            where i.corp_id = :corp_id and i.customer_id = p.customer_id
              and i.kind = 'external') as external_id
    from handover_people p
    join staff s on s.corp_id = p.corp_id and s.id = p.taker_staff_id
    where p.corp_id = :corp_id and p.handover_id = :handover_id
      and p.state in ('asked', 'waiting')
    order by p.taker_staff_id, p.customer_id
    """
)
_OPEN = text(
    """
    select (select min(settles_at) from handover_people
            where corp_id = :corp_id and handover_id = :handover_id
              and state in ('asked', 'waiting')) as settles_at,
           exists (select from handover_people
                   where corp_id = :corp_id and handover_id = :handover_id
                     and state in ('planned', 'asking')) as to_ask,
           exists (select from handover_groups
                   where corp_id = :corp_id and handover_id = :handover_id
                     and state in ('planned', 'asking', 'asked')) as to_move
    """
)
_COUNTS = text(
    """
    select 'people' as what, state, count(*) as number from handover_people
    where corp_id = :corp_id and handover_id = :handover_id group by state
    union all
    select 'groups', state, count(*) from handover_groups
    where corp_id = :corp_id and handover_id = :handover_id group by state
    """
)
_FAIL = text(
    """
    with people as (
      update handover_people set state = 'failed', reason = :reason, errcode = :code,
                                 settled_at = :now
      where corp_id = :corp_id and handover_id = :handover_id and state = 'planned'
    )
    update handover_groups set state = 'failed', reason = :reason, errcode = :code,
                               settled_at = :now
    where corp_id = :corp_id and handover_id = :handover_id and state = 'planned'
    """
)
_HEARD = text(
    """
    update handovers h set next_check_at = clock_timestamp()
    where h.corp_id = :corp_id and h.next_check_at > clock_timestamp()
      and exists (
        select from handover_people p
        join unnest(cast(:customers as bigint[])) as v(id) on v.id = p.customer_id
        where p.corp_id = h.corp_id and p.handover_id = h.id
          and p.state in ('asked', 'waiting'))
    returning h.id
    """
)
_DUE = text(
    """
    update handovers set next_check_at = cast(:now as timestamptz) + interval '10 minutes'
    where next_check_at is not null and next_check_at <= :now
    returning corp_id, id
    """
)


async def carry_on(runtime: Runtime, corp_id: int, handover_id: int) -> None:
    """Do what can be done now and say when to look again; safe to run twice and after a kill.

    Raises NoQuotaError, and what passes by itself: the job is done again.
    """
    doing = await _take_up(runtime, corp_id, handover_id)
    if doing is None:
        return
    groups_at: datetime | None = None
    try:
        await ask(doing)
        await _read(doing)
        groups_at = await move_groups(doing)
    except NoQuotaError as error:
        await _look_again(doing, error.until)
        raise
    except RefusedError as error:
        # The app may not, or is not known: with who can be asked for there is no use in waiting.
        log.warning("handovers.refused", **doing.keys, errcode=error.errcode)
        if error.errcode not in _FOR_GOOD:
            raise
        await _fail(doing, error)
    await _lay_down(doing, groups_at)


_FOR_GOOD: Final = frozenset({48001, 48002, 50002, 50003})
"""The app itself may not, whoever takes over."""


async def _take_up(runtime: Runtime, corp_id: int, handover_id: int) -> Doing | None:
    """None when nothing is left to be done. What is heard from now on is another job's."""
    async with runtime.database.owner() as session:
        row = await session.get(Handover, (corp_id, handover_id), with_for_update=True)
        if row is None or row.next_check_at is None:
            return None
        row.next_check_at = runtime.clock() + LATER
        [giver] = await staff.staff_by_ids(session, corp_id, [row.from_staff_id])
        account, name = giver.account, giver.name
        mode, rule, message = row.mode, row.rule, row.message
    client = await corps.connect(runtime, corp_id, urgency=Urgency.BULK)
    return Doing(
        runtime=runtime,
        client=client,
        corp_id=corp_id,
        handover_id=handover_id,
        giver_id=row.from_staff_id,
        giver_account=account,
        giver_name=name,
        mode=mode,
        rule=rule,  # type: ignore[arg-type] # the table checks the word
        message=message,
    )


async def _read(doing: Doing) -> None:
    """Read the results of each taker who has people under way, and write what they say."""
    async with doing.runtime.database.owner() as session:
        rows = (await session.execute(_WAITING, doing.keys)).all()
    now = doing.runtime.clock()
    by_taker: dict[int, list[Any]] = {}
    for row in rows:
        by_taker.setdefault(row.taker_staff_id, []).append(row)
    for taker_id, own in by_taker.items():
        found = await _results(doing, own[0].account)
        people = [
            Asked(r.customer_id, r.external_id, taker_id, r.account, r.tries, r.asked_at)
            for r in own
        ]
        for start in range(0, len(people), ONE_BY_ONE):
            standing = await reckon(doing, people[start : start + ONE_BY_ONE], found)
            await settle(doing, standing)
        silent = [r.customer_id for r in own if r.settles_at and now > r.settles_at + GIVEN_UP]
        await end_without_result(doing, silent)
    async with doing.runtime.database.owner() as session:
        await session.execute(
            update(Handover)
            .where(Handover.corp_id == doing.corp_id, Handover.id == doing.handover_id)
            .values(checked_at=now)
        )


async def _results(doing: Doing, taker: str) -> dict[str, list[HandoverResult]]:
    """As WeCom tells them; nothing where it refuses, as for a taker whom the app sees no more."""
    try:
        return await read_results(doing, taker)
    except NOT_SENT:
        raise
    except RefusedError as error:
        log.warning("handovers.results_refused", **doing.keys, errcode=error.errcode)
        if error.errcode in _FOR_GOOD:
            raise
        return {}


async def _look_again(doing: Doing, at: datetime) -> None:
    async with doing.runtime.database.owner() as session:
        row = await session.get(Handover, (doing.corp_id, doing.handover_id), with_for_update=True)
        if row is not None and row.next_check_at is not None:
            row.next_check_at = max(at, doing.runtime.clock())


async def _fail(doing: Doing, error: RefusedError) -> None:
    """WeCom refuses the app: who was not asked for fails; who was is followed to his end."""
    now = doing.runtime.clock()
    async with doing.runtime.database.owner() as session:
        reason = reason_of(error.errcode)
        values = {"reason": reason, "code": error.errcode, "now": now}
        await session.execute(_FAIL, doing.keys | values)
        row = await session.get(Handover, (doing.corp_id, doing.handover_id), with_for_update=True)
        if row is not None:
            row.state, row.reason, row.errcode = "failed", reason, error.errcode


async def _lay_down(doing: Doing, groups_at: datetime | None) -> None:
    """Say how it stands and when to look again; what is heard meanwhile has a job of its own."""
    now = doing.runtime.clock()
    async with doing.runtime.database.owner() as session:
        row = await session.get(Handover, (doing.corp_id, doing.handover_id), with_for_update=True)
        if row is None:
            return
        open_ = (await session.execute(_OPEN, doing.keys)).one()
        wanted = _next_look(open_, groups_at, now)
        if wanted is None:
            await _end(session, doing, row, now)
            return
        row.next_check_at = wanted
        if row.state == "running" and not open_.to_ask:
            row.state = "waiting"


def _next_look(open_: Any, groups_at: datetime | None, now: datetime) -> datetime | None:
    moments: list[datetime] = []
    if open_.to_ask:
        moments.append(now + SOON)
    if open_.to_move:
        moments.append(groups_at or now + HOURLY)
    if open_.settles_at is not None:
        due = open_.settles_at + SOON
        if due > now:
            moments.append(min(now + HOURLY, due))
        else:
            moments.append(now + (OVERDUE if now < open_.settles_at + HOURLY else HOURLY))
    return min(moments, default=None)


async def _end(session: AsyncSession, doing: Doing, row: Handover, now: datetime) -> None:
    """Everybody has come to an end."""
    counts: dict[str, dict[str, int]] = {"people": {}, "groups": {}}
    for one in await session.execute(_COUNTS, doing.keys):
        counts[one.what][one.state] = one.number
    if row.state in {"running", "waiting"}:
        row.state = "done"
    row.next_check_at, row.ended_at = None, now
    event = HandoverEnded(
        handover_id=row.id,
        from_staff_id=row.from_staff_id,
        state=row.state,
        people=counts["people"],
        groups=counts["groups"],
    )
    new = NewEvent(customer_id=None, at=now, actor="system", source="job:handovers", event=event)
    await append(session, doing.corp_id, [new])
    await audit.record(
        session,
        doing.corp_id,
        actor="system",
        action="handover.ended",
        target=f"handover:{row.id}",
        after={"state": row.state, **counts},
    )


async def _hear(session: AsyncSession, events: Sequence[Recorded]) -> None:
    """Callbacks tell how single handovers ended: results are read at once, not at the hour."""
    moved: dict[int, set[int]] = {}
    for event in events:
        if event.customer_id is not None and _concerns(event):
            moved.setdefault(event.corp_id, set()).add(event.customer_id)
    for corp_id, customers in moved.items():
        asked = {"corp_id": corp_id, "customers": sorted(customers)}
        ids = await session.scalars(_HEARD, asked)
        await enqueue(session, *(CarryOn(corp_id=corp_id, handover_id=one) for one in ids))


def _concerns(event: Recorded) -> bool:
    ended = event.kind == RelationEnded.kind
    return not ended or event.props.get("ending") == "transferred"


HEARING: Final = Reader(
    "handovers",
    frozenset(one.kind for one in (RelationHandedOver, RelationEnded, TransferFailed)),
    _hear,
    gather_seconds=3.0,
)


async def claim_due(session: AsyncSession, now: datetime) -> list[CarryOn]:
    """Jobs of handovers that are to be looked at by now, each for ten minutes once.

    Needs the owner's session.
    """
    rows = await session.execute(_DUE, {"now": now})
    return [CarryOn(corp_id=row.corp_id, handover_id=row.id) for row in rows]
