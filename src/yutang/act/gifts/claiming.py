"""Give new friends their codes: once each, on the true first add, never more than there are.

One statement judges all who ask, picks free codes that nobody else holds, takes them and writes
what happened. The keys (gift, customer) and (gift, number) make a second one impossible, whatever
dies when. Who finds every free code in others' hands waits for one of them before he is told that
none is left: theirs may come back.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit, events
from yutang.kernel.origins import Origin

from .errors import ClaimRefusedError
from .events import GiftClaimed

_CLAIM: Final = """
    with asked as (
      select a.customer_id, a.now, a.place
      from unnest(cast(:customers as bigint[]), cast(:moments as timestamptz[]))
           with ordinality as a(customer_id, now, place)
    ), fit as (
      select a.customer_id, a.now, g.cost, g.most, h.id as channel_id,
             row_number() over (order by a.place) as nth
      from asked a
      join gifts g on g.corp_id = :corp_id and g.id = :gift_id and g.state = 'running'
        and g.starts_at <= a.now and (g.ends_at is null or a.now < g.ends_at)
      join credits k on k.corp_id = g.corp_id and k.customer_id = a.customer_id
        and k.first_at >= g.starts_at and (g.ends_at is null or k.first_at < g.ends_at)
      join channels h on h.corp_id = g.corp_id and h.state = k.first_channel
        and (g.all_channels or h.id = any(g.channel_ids))
      join customers c on c.corp_id = g.corp_id and c.id = k.customer_id and c.state = 'friend'
      where not exists (select from gift_outsiders o
                        where o.corp_id = g.corp_id and o.customer_id = k.customer_id)
        and not exists (select from gift_claims m where m.corp_id = g.corp_id
                        and m.gift_id = g.id and m.customer_id = k.customer_id)
    ), held as materialized (
      select q.number from gift_codes q
      where q.corp_id = :corp_id and q.gift_id = :gift_id and q.taken_at is null
        and q.number <= coalesce((select max(most) from fit), q.number)
      order by q.number limit (select count(*) from fit) for update {waiting}
    ), free as (
      select number, row_number() over (order by number) as nth from held
    ), claimed as (
      insert into gift_claims (corp_id, gift_id, customer_id, number, channel_id, cost, claimed_at)
      select :corp_id, :gift_id, customer_id, number, channel_id, cost, now
      from fit join free using (nth)
      on conflict (corp_id, gift_id, customer_id) do nothing
      returning customer_id, number, claimed_at
    ), told as (
      insert into events (corp_id, customer_id, kind, at, actor, props, source)
      select :corp_id, customer_id, :kind, claimed_at, 'customer:' || customer_id,
             jsonb_build_object('gift_id', cast(:gift_id as bigint), 'number', number), 'portal'
      from claimed
    )
    update gift_codes q set taken_at = m.claimed_at from claimed m
    where q.corp_id = :corp_id and q.gift_id = :gift_id and q.number = m.number
    returning m.customer_id, q.number, q.sealed
"""
_QUICK: Final = text(_CLAIM.format(waiting="skip locked")).bindparams(kind=GiftClaimed.kind)
_PATIENT: Final = text(_CLAIM.format(waiting="")).bindparams(kind=GiftClaimed.kind)
_OWN: Final = text(
    """
    select m.customer_id, m.claimed_at, q.sealed from gift_claims m
    join gift_codes q on q.corp_id = m.corp_id and q.gift_id = m.gift_id and q.number = m.number
    where m.corp_id = :corp_id and m.gift_id = :gift_id and m.customer_id = any(:customers)
    """
)
_STANDING: Final = text(
    """
    select a.customer_id, g.state, g.starts_at, g.ends_at, c.state as person, k.first_at,
           h.id is not null as ours,
           exists (select from gift_outsiders o
                   where o.corp_id = g.corp_id and o.customer_id = a.customer_id) as outsider,
           s.some
    from gifts g
    cross join unnest(cast(:customers as bigint[])) as a(customer_id)
    cross join lateral (
      select exists (select from gift_codes q where q.corp_id = g.corp_id and q.gift_id = g.id
                     and q.taken_at is null and (g.most is null or q.number <= g.most)) as some) s
    left join customers c on c.corp_id = g.corp_id and c.id = a.customer_id
    left join credits k on k.corp_id = g.corp_id and k.customer_id = a.customer_id
    left join channels h on h.corp_id = g.corp_id and h.state = k.first_channel
      and (g.all_channels or h.id = any(g.channel_ids))
    where g.corp_id = :corp_id and g.id = :gift_id
    """
)


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks for his code, when, and from where."""

    customer_id: int
    now: datetime
    origin: Origin


@dataclass(frozen=True, slots=True)
class Own:
    """The code somebody has, as it is kept."""

    sealed: bytes
    claimed_at: datetime


async def claim_together(
    session: AsyncSession, corp_id: int, gift_id: int, askers: Sequence[Asker], *, waits: bool
) -> dict[int, bytes | ClaimRefusedError]:
    """A sealed code or a refusal by customer; who is left out finds all codes in others' hands.

    Each customer asks once. With `waits` for whoever holds a code: only in a transaction that has
    taken none, so that two never wait for each other.
    """
    asked = {
        "corp_id": corp_id,
        "gift_id": gift_id,
        "customers": [one.customer_id for one in askers],
        "moments": [one.now for one in askers],
    }
    taken = (await session.execute(_PATIENT if waits else _QUICK, asked)).all()
    answers: dict[int, bytes | ClaimRefusedError] = {
        row.customer_id: bytes(row.sealed) for row in taken
    }
    if taken:
        events.wake_readers(session)
        await _tell(session, corp_id, gift_id, askers, {r.customer_id: r.number for r in taken})
    left = [one for one in askers if one.customer_id not in answers]
    if left:
        own = await read_own(session, corp_id, gift_id, [one.customer_id for one in left])
        answers |= {customer_id: one.sealed for customer_id, one in own.items()}
        moments = {one.customer_id: one.now for one in left if one.customer_id not in own}
        answers |= await refusals(session, corp_id, gift_id, moments)
    return answers


async def _tell(
    session: AsyncSession,
    corp_id: int,
    gift_id: int,
    askers: Sequence[Asker],
    numbers: Mapping[int, int],
) -> None:
    changes = [
        audit.Change(
            f"gift:{gift_id}",
            after={"number": numbers[one.customer_id]},
            actor=f"customer:{one.customer_id}",
            origin=one.origin,
        )
        for one in askers
        if one.customer_id in numbers
    ]
    await audit.record_many(
        session, corp_id, actor="customer", action="gift.claimed", changes=changes
    )


async def read_own(
    session: AsyncSession, corp_id: int, gift_id: int, customer_ids: Collection[int]
) -> dict[int, Own]:
    """What these have already, by customer."""
    if not customer_ids:
        return {}
    asked = {"corp_id": corp_id, "gift_id": gift_id, "customers": sorted(customer_ids)}
    rows = await session.execute(_OWN, asked)
    return {row.customer_id: Own(bytes(row.sealed), row.claimed_at) for row in rows}


async def refusals(
    session: AsyncSession, corp_id: int, gift_id: int, moments: Mapping[int, datetime]
) -> dict[int, ClaimRefusedError]:
    """Why these would get none at their moments, by customer; who is left out would."""
    if not moments:
        return {}
    asked = {"corp_id": corp_id, "gift_id": gift_id, "customers": sorted(moments)}
    found = {}
    for row in await session.execute(_STANDING, asked):
        refusal = _of_gift(row, moments[row.customer_id]) or _of_person(row)
        if refusal is not None:
            found[row.customer_id] = refusal
    return found


def _of_gift(row: Row[Any], now: datetime) -> ClaimRefusedError | None:
    if row.state == "stopped":
        return ClaimRefusedError("stopped")
    if row.state == "draft" or now < row.starts_at:
        return ClaimRefusedError("early", row.starts_at)
    if row.ends_at is not None and now >= row.ends_at:
        return ClaimRefusedError("ended")
    return ClaimRefusedError("outsider") if row.outsider else None


def _of_person(row: Row[Any]) -> ClaimRefusedError | None:
    found = None
    if row.first_at is None:
        found = ClaimRefusedError("not_known")
    elif row.first_at < row.starts_at:
        found = ClaimRefusedError("not_first", row.first_at)
    elif not row.ours:
        found = ClaimRefusedError("other_code", row.first_at)
    elif row.person != "friend":
        found = ClaimRefusedError("left")
    elif not row.some:
        found = ClaimRefusedError("sold_out")
    return found
