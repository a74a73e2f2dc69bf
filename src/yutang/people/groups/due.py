"""Groups that shall be read again, since a callback told of something."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from .facts import DueGroup
from .recording import BUSY, REST

LEASE: Final = timedelta(seconds=30)
_CLAIM = text(
    """
    update group_chats g set due_at = :lease, tries = least(g.tries + 1, 1000)
    from (select corp_id, id from group_chats where due_at <= :now
          order by due_at limit :rows for update skip locked) d
    where (g.corp_id, g.id) = (d.corp_id, d.id)
    returning g.corp_id, g.id as group_id, g.chat_id, g.due_at, g.tries
    """
)
_FINISH = text(
    """
    update group_chats g
    set tries = 0, due_at = case when g.news_at > v.asked_at - cast(:rest as interval)
                                 then greatest(g.news_at + cast(:rest as interval),
                                               g.read_at + cast(:busy as interval)) end
    from unnest(cast(:ids as bigint[]), cast(:claims as timestamptz[]),
                cast(:times as timestamptz[])) as v(id, claim, asked_at)
    where g.corp_id = :corp_id and g.id = v.id and g.due_at = v.claim
    """
)
_PUT_OFF = text(
    """
    update group_chats g set due_at = v.until
    from unnest(cast(:ids as bigint[]), cast(:claims as timestamptz[]),
                cast(:times as timestamptz[])) as v(id, claim, until)
    where g.corp_id = :corp_id and g.id = v.id and g.due_at = v.claim
    """
)

_ASK = text(
    """
    update group_chats set due_at = least(coalesce(due_at, :now), :now), news_at = :now
    where corp_id = :corp_id and id = any(cast(:ids as bigint[])) and state <> 'dismissed'
    """
)


async def ask_reading(
    session: AsyncSession, corp_id: int, ids: Sequence[int], now: datetime
) -> None:
    """Have these groups read again at once. Needs the owner's session."""
    await session.execute(_ASK, {"corp_id": corp_id, "ids": list(ids), "now": now})


async def claim_due(session: AsyncSession, now: datetime, rows: int) -> list[DueGroup]:
    """Take groups of any corp whose reading is due. Needs the owner's session."""
    found = await session.execute(_CLAIM, {"now": now, "rows": rows, "lease": now + LEASE})
    return [DueGroup(*row) for row in found]


async def finish_due(
    session: AsyncSession, corp_id: int, read: Sequence[tuple[DueGroup, datetime]]
) -> None:
    """They were asked for at these moments: due again only where news came too late for that."""
    if read:
        values = _values(corp_id, read)
        await session.execute(_FINISH, {**values, "rest": REST, "busy": BUSY})


async def put_off(
    session: AsyncSession, corp_id: int, left: Sequence[tuple[DueGroup, datetime]]
) -> None:
    """They were not read; shall be from these moments on."""
    if left:
        await session.execute(_PUT_OFF, _values(corp_id, left))


def _values(corp_id: int, rows: Sequence[tuple[DueGroup, datetime]]) -> dict[str, object]:
    return {
        "corp_id": corp_id,
        "ids": [one.group_id for one, _ in rows],
        "claims": [one.due_at for one, _ in rows],
        "times": [at for _, at in rows],
    }
