"""The same event about many people, written by one statement."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.events import Event, wake_readers

from .describing import as_array

# Whoever was erased or became a part of somebody else meanwhile leaves no trace of it here.
_TELL = text(
    """
    insert into events (corp_id, customer_id, kind, at, actor, props, source)
    select :corp_id, v.id, :kind, :at, 'system', cast(:props as jsonb), :source
    from unnest(cast(:ids as bigint[])) with ordinality as v(id, place)
    where exists (select from customers c where c.corp_id = :corp_id and c.id = v.id)
    order by v.place
    """
)


async def tell_of(
    session: AsyncSession,
    corp_id: int,
    customer_ids: Iterable[int],
    event: Event,
    at: datetime,
    source: str,
) -> None:
    """Write the event once for each of them, in their order; who is gone is left out."""
    wake_readers(session)
    await (await session.connection()).execute(
        _TELL,
        {
            "corp_id": corp_id,
            "kind": event.kind,
            "at": at,
            "props": event.model_dump_json(),
            "source": source,
            "ids": as_array(customer_ids),
        },
    )
