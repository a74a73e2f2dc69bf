"""Give a new friend his code: once, on his true first add, never more than there are.

One statement judges, picks a free code that nobody else holds, takes it and writes what happened.
The keys (gift, customer) and (gift, number) make a second one impossible, whatever dies when. Who
finds every free code in others' hands waits for one of them before he is told that none is left:
theirs may come back.
"""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit, events
from yutang.kernel.vault import Vault

from .errors import ClaimRefusedError
from .events import GiftClaimed
from .models import SEALED_AS

TRIES: Final = 8
"""Each wait ends with a code taken by another, or with one in one's hand."""

_CLAIM = """
    with fit as (
      select g.id, g.cost, g.most, h.id as channel_id
      from gifts g
      join credits k on k.corp_id = g.corp_id and k.customer_id = :customer_id
        and k.first_at >= g.starts_at and (g.ends_at is null or k.first_at < g.ends_at)
      join channels h on h.corp_id = g.corp_id and h.state = k.first_channel
        and (g.all_channels or h.id = any(g.channel_ids))
      join customers c on c.corp_id = g.corp_id and c.id = k.customer_id and c.state = 'friend'
      where g.corp_id = :corp_id and g.id = :gift_id and g.state = 'running'
        and g.starts_at <= :now and (g.ends_at is null or :now < g.ends_at)
        and not exists (select from gift_outsiders o
                        where o.corp_id = g.corp_id and o.customer_id = k.customer_id)
        and not exists (select from gift_claims m where m.corp_id = g.corp_id
                        and m.gift_id = g.id and m.customer_id = k.customer_id)
    ), free as materialized (
      select fit.id, fit.cost, fit.channel_id, n.number
      from fit cross join lateral (
        select q.number from gift_codes q
        where q.corp_id = :corp_id and q.gift_id = fit.id and q.taken_at is null
          and (fit.most is null or q.number <= fit.most)
        order by q.number limit 1 for update {waiting}) n
    ), claimed as (
      insert into gift_claims (corp_id, gift_id, customer_id, number, channel_id, cost, claimed_at)
      select :corp_id, id, :customer_id, number, channel_id, cost, :now from free
      on conflict (corp_id, gift_id, customer_id) do nothing
      returning number
    ), told as (
      insert into events (corp_id, customer_id, kind, at, actor, props, source)
      select :corp_id, :customer_id, :kind, :now, :actor,
             jsonb_build_object('gift_id', cast(:gift_id as bigint), 'number', number), 'portal'
      from claimed
    )
    update gift_codes q set taken_at = :now from claimed
    where q.corp_id = :corp_id and q.gift_id = :gift_id and q.number = claimed.number
    returning q.number, q.sealed
"""
_QUICK = text(_CLAIM.format(waiting="skip locked")).bindparams(kind=GiftClaimed.kind)
_PATIENT = text(_CLAIM.format(waiting="")).bindparams(kind=GiftClaimed.kind)
OWN = text(
    """
    select m.number, m.claimed_at, q.sealed from gift_claims m
    join gift_codes q on q.corp_id = m.corp_id and q.gift_id = m.gift_id and q.number = m.number
    where m.corp_id = :corp_id and m.gift_id = :gift_id and m.customer_id = :customer_id
    """
)
_STANDING = text(
    """
    select g.state, g.starts_at, g.ends_at, c.state as person, k.first_at,
           h.id is not null as ours,
           exists (select from gift_outsiders o
                   where o.corp_id = g.corp_id and o.customer_id = :customer_id) as outsider,
           exists (select from gift_codes q where q.corp_id = g.corp_id and q.gift_id = g.id
                   and q.taken_at is null and (g.most is null or q.number <= g.most)) as some
    from gifts g
    left join customers c on c.corp_id = g.corp_id and c.id = :customer_id
    left join credits k on k.corp_id = g.corp_id and k.customer_id = :customer_id
    left join channels h on h.corp_id = g.corp_id and h.state = k.first_channel
      and (g.all_channels or h.id = any(g.channel_ids))
    where g.corp_id = :corp_id and g.id = :gift_id
    """
)


async def claim(
    session: AsyncSession, vault: Vault, corp_id: int, gift_id: int, customer_id: int, now: datetime
) -> str:
    """His code; the one he has already, however often he asks. Raises ClaimRefusedError."""
    actor = f"customer:{customer_id}"
    asked = {
        "corp_id": corp_id,
        "gift_id": gift_id,
        "customer_id": customer_id,
        "now": now,
        "actor": actor,
    }
    statement = _QUICK
    for _ in range(TRIES):
        row = (await session.execute(statement, asked)).one_or_none()
        if row is not None:
            events.wake_readers(session)
            await audit.record(
                session,
                corp_id,
                actor=actor,
                action="gift.claimed",
                target=f"gift:{gift_id}",
                after={"number": row.number},
            )
            return vault.unseal(row.sealed, SEALED_AS)
        own = (await session.execute(OWN, asked)).one_or_none()
        if own is not None:
            return vault.unseal(own.sealed, SEALED_AS)
        refusal = await refusal_of(session, corp_id, gift_id, customer_id, now)
        if refusal is not None:
            raise refusal
        statement = _PATIENT
    why = "busy"
    raise ClaimRefusedError(why)


async def refusal_of(
    session: AsyncSession, corp_id: int, gift_id: int, customer_id: int, now: datetime
) -> ClaimRefusedError | None:
    """Why he would not get one now; None: he would."""
    asked = {"corp_id": corp_id, "gift_id": gift_id, "customer_id": customer_id}
    row = (await session.execute(_STANDING, asked)).one()
    if row.state == "stopped":
        return ClaimRefusedError("stopped")
    if row.state == "draft" or now < row.starts_at:
        return ClaimRefusedError("early", row.starts_at)
    if row.ends_at is not None and now >= row.ends_at:
        return ClaimRefusedError("ended")
    if row.outsider:
        return ClaimRefusedError("outsider")
    return _of_person(row)


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
