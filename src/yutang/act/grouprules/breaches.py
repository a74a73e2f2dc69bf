"""The book of breaches: told first, then to be removed, and what WeCom shows of it."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.events import NewEvent, append
from yutang.kernel.jobs import enqueue
from yutang.people.groups import service as groups

from .errors import UnknownBreachError, UnknownPersonError, WrongStateError
from .events import (
    BreachForgiven,
    BreachRecorded,
    BreachRemovalSeen,
    BreachSettingsChanged,
)
from .jobs import MindBreaches
from .models import BreachSettings, GroupBreach, GroupRuleSet
from .schemas import (
    REMOVE_FROM,
    WINDOW_DAYS,
    BreachSettingsRead,
    NewBreach,
)
from .wishes import BreachSettingsChange

_SITS = text(
    """
    select exists (select from group_members
                   where corp_id = :corp_id and group_id = :group_id
                     and customer_id = :customer_id and staff_id is null)
    """
)
_BEFORE = text("select breaches_of(:corp_id, :customer_id, :since)")
LOCK = text("select pg_advisory_xact_lock(hashtextextended('breach:' || :corp_id, :customer_id))")
REFOLD = text(
    """
    with folded as (
      select b.id,
             (select count(*) from group_breaches o
              where o.corp_id = b.corp_id and o.customer_id = b.customer_id
                and o.state <> 'forgiven' and (o.at, o.id) <= (b.at, b.id)
                and o.at > b.at - make_interval(days => b.window_days)) as ordinal
      from group_breaches b
      where b.corp_id = :corp_id and b.customer_id = :customer_id and b.state <> 'forgiven')
    update group_breaches b
    set ordinal = f.ordinal,
        state = case when b.state = 'removed' then 'removed'
                     when f.ordinal >= b.remove_from then 'to_remove' else 'told' end
    from folded f
    where b.corp_id = :corp_id and b.id = f.id
      and (b.ordinal, b.state) is distinct from
          (f.ordinal, case when b.state = 'removed' then 'removed'
                           when f.ordinal >= b.remove_from then 'to_remove' else 'told' end)
    """
)
"""Every breach of a person judged anew by the settings of its own day; who was put out stays so."""
_REMOVED = text(
    """
    update group_breaches b
    set state = 'removed', removed_at = o.left_at
    from group_breaches w
    cross join lateral (
      select min(m.left_at) as left_at from group_members m
      where m.corp_id = w.corp_id and m.group_id = w.group_id and m.customer_id = w.customer_id
        and m.left_how = 'put_out' and m.left_at >= date_trunc('second', w.at)) o
    where w.corp_id = :corp_id and w.state = 'to_remove' and o.left_at is not null
      and (cast(:customer_id as bigint) is null or w.customer_id = :customer_id)
      and (b.corp_id, b.id) = (w.corp_id, w.id)
    returning b.id, b.group_id, b.customer_id, b.removed_at
    """
)

_WAITING = text(
    """
    select distinct b.corp_id, b.customer_id
    from unnest(cast(:corps as bigint[]), cast(:people as bigint[])) as w(corp_id, customer_id)
    join group_breaches b on (b.corp_id, b.customer_id) = (w.corp_id, w.customer_id)
    where b.state = 'to_remove'
    order by 1, 2
    """
)


async def read_settings(session: AsyncSession, corp_id: int) -> BreachSettingsRead:
    """The corp's, or what is shipped."""
    row = await session.get(BreachSettings, corp_id)
    if row is None:
        return BreachSettingsRead(window_days=WINDOW_DAYS, remove_from=REMOVE_FROM, changed_at=None)
    return BreachSettingsRead(
        window_days=row.window_days, remove_from=row.remove_from, changed_at=row.changed_at
    )


async def change_settings(
    session: AsyncSession,
    corp_id: int,
    wanted: BreachSettingsChange,
    actor: str,
    now: datetime,
) -> BreachSettingsRead:
    """From now on; what was recorded stays as it was judged."""
    before = await read_settings(session, corp_id)
    after = wanted.model_dump()
    if before.model_dump(include=set(after)) == after:
        return before
    await session.merge(BreachSettings(corp_id=corp_id, changed_by=actor, changed_at=now, **after))
    await session.flush()
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="breach_settings.changed",
        target="breach_settings",
        before=before.model_dump(include=set(after)),
        after=after,
    )
    event = BreachSettingsChanged(**after)
    new = NewEvent(customer_id=None, at=now, actor=actor, source="api", event=event)
    await append(session, corp_id, [new])
    return await read_settings(session, corp_id)


async def record_breach(
    session: AsyncSession, corp_id: int, new: NewBreach, actor: str, now: datetime
) -> int:
    """Write down that a person broke a group's rules; returns its id.

    Raises UnknownGroupError, and UnknownPersonError for who never was in that group.
    """
    await groups.demand_group(session, corp_id, new.group_id)
    who = {"corp_id": corp_id, "group_id": new.group_id, "customer_id": new.customer_id}
    if not await session.scalar(_SITS, who):
        raise UnknownPersonError
    settings = await read_settings(session, corp_id)
    # Two at once would both be the first.
    await session.execute(LOCK, {"corp_id": str(corp_id), "customer_id": new.customer_id})
    since = now - timedelta(days=settings.window_days)
    asked = {"corp_id": corp_id, "customer_id": new.customer_id, "since": since}
    ordinal = 1 + (await session.scalar(_BEFORE, asked) or 0)
    state: Final = "to_remove" if ordinal >= settings.remove_from else "told"
    row = GroupBreach(
        corp_id=corp_id,
        group_id=new.group_id,
        customer_id=new.customer_id,
        kind=new.kind,
        note=new.note,
        at=now,
        recorded_by=actor,
        window_days=settings.window_days,
        remove_from=settings.remove_from,
        ordinal=min(ordinal, 32_000),
        state=state,
    )
    session.add(row)
    await session.flush()
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="group_breach.recorded",
        target=f"group_breach:{row.id}",
        after={"group_id": new.group_id, "kind": new.kind, "ordinal": ordinal, "state": state},
    )
    event = BreachRecorded(
        breach_id=row.id, group_id=new.group_id, breach=new.kind, ordinal=ordinal, step=state
    )
    await _tell(session, corp_id, new.customer_id, event, actor, now)
    await enqueue(session, MindBreaches(corp_id=corp_id, customer_id=new.customer_id))
    return row.id


async def forgive_breach(
    session: AsyncSession, corp_id: int, breach_id: int, reason: str, actor: str, now: datetime
) -> None:
    """Let it count no more; later ones of his are judged anew.

    Raises UnknownBreachError, WrongStateError.
    """
    row = await session.get(GroupBreach, (corp_id, breach_id), with_for_update=True)
    if row is None:
        raise UnknownBreachError(breach_id)
    if row.state == "forgiven":
        raise WrongStateError(row.state)
    before = {"state": row.state, "ordinal": row.ordinal}
    row.state, row.ordinal = "forgiven", 0
    row.forgiven_at, row.forgiven_by, row.forgiven_why = now, actor, reason
    await session.flush()
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="group_breach.forgiven",
        target=f"group_breach:{breach_id}",
        before=before,
        after={"state": "forgiven"},
    )
    event = BreachForgiven(breach_id=breach_id, group_id=row.group_id)
    await _tell(session, corp_id, row.customer_id, event, actor, now)
    await enqueue(session, MindBreaches(corp_id=corp_id, customer_id=row.customer_id))


async def see_removals(session: AsyncSession, corp_id: int, customer_id: int | None) -> list[int]:
    """Persons whom a callback says were put out after it; needs the owner's session."""
    asked = {"corp_id": corp_id, "customer_id": customer_id}
    rows = (await session.execute(_REMOVED, asked)).all()
    await audit.record_many(
        session,
        corp_id,
        actor="system",
        action="group_breach.removed",
        changes=[
            audit.Change(f"group_breach:{row.id}", {"state": "to_remove"}, {"state": "removed"})
            for row in rows
        ],
    )
    await append(
        session,
        corp_id,
        [
            NewEvent(
                customer_id=row.customer_id,
                at=row.removed_at,
                actor="system",
                source="job:grouprules.breaches",
                event=BreachRemovalSeen(breach_id=row.id, group_id=row.group_id),
            )
            for row in rows
        ],
    )
    return sorted({row.customer_id for row in rows})


async def has_rules(session: AsyncSession, corp_id: int) -> bool:
    """Whether the corp has any rules, or had some that owners may still be asked for."""
    asked = select(GroupRuleSet.id).where(GroupRuleSet.corp_id == corp_id).limit(1)
    return await session.scalar(asked) is not None


async def waiting_among(
    session: AsyncSession, persons: set[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Who of these (corp, person) is to be removed from some group. Needs the owner's session."""
    if not persons:
        return []
    asked = {"corps": [one for one, _ in persons], "people": [one for _, one in persons]}
    return [(row.corp_id, row.customer_id) for row in await session.execute(_WAITING, asked)]


async def _tell(
    session: AsyncSession,
    corp_id: int,
    customer_id: int,
    event: BreachRecorded | BreachForgiven,
    actor: str,
    now: datetime,
) -> None:
    new = NewEvent(customer_id=customer_id, at=now, actor=actor, source="api", event=event)
    await append(session, corp_id, [new])
