"""Begin a handover, stop one, try once more whom one left over."""

from datetime import datetime
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.db import staff_in_scope
from yutang.kernel.events import NewEvent, append
from yutang.kernel.jobs import enqueue
from yutang.kernel.runtime import Runtime

from . import repository
from .errors import (
    MessageOnJobOnlyError,
    NobodyToHandError,
    NothingToRetryError,
    NotNowError,
    UnknownHandoverError,
)
from .events import HandoverBegun
from .jobs import CarryOn
from .models import Handover, HandoverTaker
from .planning import Piece, Plan, describe, make_plan
from .schemas import (
    PICKED,
    CustomerChoice,
    GroupChoice,
    HandoverPreview,
    HandoverWish,
    NewHandover,
    RetryWish,
    Rule,
    TakerWish,
)

OPEN = frozenset({"running", "waiting"})


async def preview(
    session: AsyncSession, runtime: Runtime, corp_id: int, wish: HandoverWish
) -> HandoverPreview:
    """What would happen; nothing is changed and WeCom is not asked.

    `session` says whom the caller sees; what is on its way to a taker is counted whoever sends
    it. Raises what `make_plan` raises.
    """
    scope = staff_in_scope(session)
    async with runtime.database.owner() as owner:
        plan = await make_plan(owner, corp_id, wish, scope, runtime.clock())
    return describe(plan, runtime, corp_id)


async def begin(
    session: AsyncSession,
    runtime: Runtime,
    corp_id: int,
    wish: NewHandover,
    by: "Doer",
    *,
    retry_of: int | None = None,
) -> int:
    """Plan and write a handover, and have it carried out; returns its id.

    One transaction for all of its people: 20,000 take a second. Raises what `preview` raises,
    MessageOnJobOnlyError, NobodyToHandError.
    """
    now = runtime.clock()
    await session.execute(
        repository.LOCK_GIVER, {"corp_id": str(corp_id), "giver": str(wish.from_staff_id)}
    )
    scope = staff_in_scope(session)
    async with runtime.database.owner() as owner:
        plan = await make_plan(owner, corp_id, wish, scope, now)
    if wish.message and plan.giver.mode == "resigned":
        raise MessageOnJobOnlyError
    if not plan.can and not plan.groups_can:
        raise NobodyToHandError
    actor, name = by
    handover = Handover(
        corp_id=corp_id,
        name=wish.name,
        from_staff_id=plan.giver.id,
        mode=plan.giver.mode,
        rule=wish.rule,
        message=wish.message,
        wish=_kept(wish),
        people=len(plan.people),
        groups=len(plan.groups),
        state="running",
        retry_of=retry_of,
        created_by=actor,
        created_by_name=name,
        created_at=now,
        next_check_at=now,
    )
    session.add(handover)
    await session.flush()
    await _write_parts(session, handover, plan)
    await append(session, corp_id, [_begun(handover, actor, now)])
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="handover.begun" if retry_of is None else "handover.retried",
        target=f"handover:{handover.id}",
        after={
            "from_staff_id": plan.giver.id,
            "mode": plan.giver.mode,
            "rule": wish.rule,
            "customers": plan.can,
            "groups": plan.groups_can,
            "takers": [taker.id for taker in plan.takers],
            **({"retry_of": retry_of} if retry_of is not None else {}),
        },
    )
    await enqueue(session, CarryOn(corp_id=corp_id, handover_id=handover.id))
    return handover.id


Doer = tuple[str, str]
"""How audit names who does it, and his name."""


def _kept(wish: NewHandover) -> dict[str, Any]:
    """What was chosen; a list of people picked by hand is in the rows and not kept twice."""
    kept = wish.model_dump(mode="json", include={"customers", "groups"}, exclude_none=True)
    kept.get("customers", {}).pop("customer_ids", None)
    kept.get("groups", {}).pop("group_ids", None)
    return kept


def _begun(handover: Handover, actor: str, now: datetime) -> NewEvent:
    event = HandoverBegun(
        handover_id=handover.id,
        from_staff_id=handover.from_staff_id,
        mode=handover.mode,
        people=handover.people,
        groups=handover.groups,
    )
    return NewEvent(customer_id=None, at=now, actor=actor, source="api", event=event)


async def _write_parts(session: AsyncSession, handover: Handover, plan: Plan) -> None:
    await session.execute(
        insert(HandoverTaker),
        [
            {
                "corp_id": handover.corp_id,
                "handover_id": handover.id,
                "staff_id": taker.id,
                "from_staff_id": plan.giver.id,
                "place": place,
                "share": taker.share,
                "fits": taker.fits,
            }
            for place, taker in enumerate(plan.takers)
        ],
    )
    asked = {
        "corp_id": handover.corp_id,
        "handover_id": handover.id,
        "giver": plan.giver.id,
        "on_job": plan.giver.mode == "on_job",
    }
    if plan.people:
        # Whom nobody knows here has no row: an id that is not ours says nothing of anybody.
        known = [one for one in plan.people if one.reason != "not_follower"]
        handover.people = len(known)
        await session.execute(repository.INSERT_PEOPLE, asked | _arrays(known))
    if plan.groups:
        own = [one for one in plan.groups if one.reason != "not_owner"]
        handover.groups = len(own)
        await session.execute(repository.INSERT_GROUPS, asked | _arrays(own))


def _arrays(pieces: list[Piece]) -> dict[str, Any]:
    return {
        "ids": [one.id for one in pieces],
        "takers": [one.taker_id for one in pieces],
        "reasons": [one.reason for one in pieces],
    }


async def hold(session: AsyncSession, corp_id: int, handover_id: int) -> Handover:
    """The handover, locked until the transaction ends. Raises UnknownHandoverError."""
    found = await session.scalar(
        select(Handover)
        .where(Handover.corp_id == corp_id, Handover.id == handover_id)
        .with_for_update()
    )
    if found is None:
        raise UnknownHandoverError(handover_id)
    return found


async def stop(
    session: AsyncSession, corp_id: int, handover_id: int, actor: str, now: datetime
) -> None:
    """Ask for nobody any more: what WeCom took goes on and is followed to its end.

    Raises UnknownHandoverError, NotNowError.
    """
    handover = await hold(session, corp_id, handover_id)
    if handover.state not in OPEN:
        wish = "stopped"
        raise NotNowError(wish, handover.state)
    asked = {"corp_id": corp_id, "handover_id": handover_id, "now": now}
    people = await session.execute(repository.STOP_PEOPLE, asked)
    groups = await session.execute(repository.STOP_GROUPS, asked)
    # The job looks whether anybody is still on his way, and ends it.
    handover.state, handover.next_check_at = "stopped", now
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="handover.stopped",
        target=f"handover:{handover_id}",
        after={
            "customers": people.rowcount,  # type: ignore[attr-defined] # an update's own
            "groups": groups.rowcount,  # type: ignore[attr-defined]
        },
    )
    await enqueue(session, CarryOn(corp_id=corp_id, handover_id=handover_id))


async def retry(
    session: AsyncSession,
    runtime: Runtime,
    corp_id: int,
    handover_id: int,
    wish: RetryWish,
    by: Doer,
) -> int:
    """A new handover of those who failed or found no room; returns its id.

    To the same takers, or to others. Raises UnknownHandoverError, NothingToRetryError, NotNowError
    while people are still to be asked, and what `begin` raises.
    """
    handover = await hold(session, corp_id, handover_id)
    again = await _once_more(session, handover, wish)
    return await begin(session, runtime, corp_id, again, by, retry_of=handover_id)


async def preview_retry(
    session: AsyncSession, runtime: Runtime, corp_id: int, handover_id: int, wish: RetryWish
) -> HandoverPreview:
    """What `retry` would do now; nothing is changed and WeCom is not asked.

    Raises UnknownHandoverError, NothingToRetryError, NotNowError, and what `preview` raises.
    """
    handover = await session.get(Handover, (corp_id, handover_id))
    if handover is None:
        raise UnknownHandoverError(handover_id)
    again = await _once_more(session, handover, wish)
    return await preview(session, runtime, corp_id, again)


async def _once_more(session: AsyncSession, handover: Handover, wish: RetryWish) -> NewHandover:
    """The wish to hand over whom this one left over. Raises NotNowError, NothingToRetryError."""
    if handover.state == "running":
        verb = "tried again"
        raise NotNowError(verb, handover.state)
    asked = {"corp_id": handover.corp_id, "handover_id": handover.id}
    people = list(await session.scalars(repository.RETRIED_PEOPLE, asked))
    groups = list(await session.scalars(repository.RETRIED_GROUPS, asked))
    if not people and not groups:
        raise NothingToRetryError
    takers = wish.takers
    if takers is None:
        rows = await session.execute(
            select(HandoverTaker.staff_id, HandoverTaker.share)
            .where(
                HandoverTaker.corp_id == handover.corp_id,
                HandoverTaker.handover_id == handover.id,
            )
            .order_by(HandoverTaker.place)
        )
        takers = [TakerWish(staff_id=row.staff_id, share=row.share) for row in rows]
    rule: Rule = wish.rule or handover.rule  # type: ignore[assignment] # the table checks it
    giver_left = handover.mode == "resigned"
    return NewHandover.model_construct(
        from_staff_id=handover.from_staff_id,
        customers=CustomerChoice.model_construct(
            all=False, stage=None, tag_ids=None, store_id=None, customer_ids=people
        )
        if people
        else None,
        groups=GroupChoice(group_ids=groups[:PICKED]) if groups else None,
        takers=takers,
        rule=rule,
        message="" if giver_left else handover.message,
        name=wish.name or handover.name,
    )
