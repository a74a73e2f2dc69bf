"""Who is in a segment, for filters: its bits are read by the names of their tables.

people/segments stands on this domain and keeps them; who asks has had them made ready.
"""

from pyroaring import BitMap
from sqlalchemy import ColumnElement, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from .describing import array_of
from .models import Customer
from .schemas import CustomerFilter

_BITS = text(
    """
    select b.bits from segments s
    join segment_bits b on b.corp_id = s.corp_id and b.segment_id = s.id and b.run = s.run
    where s.corp_id = :corp_id and s.id = :segment_id
    """
)


async def in_segment(session: AsyncSession, corp_id: int, segment_id: int) -> BitMap:
    """Whom its latest refresh found; some of them may be gone by now."""
    asked = {"corp_id": corp_id, "segment_id": segment_id}
    rows = await (await session.connection()).execute(_BITS, asked)
    return BitMap.union(BitMap(), *(BitMap.deserialize(bytes(row.bits)) for row in rows))


async def segmented(
    session: AsyncSession, corp_id: int, wanted: CustomerFilter
) -> list[ColumnElement[bool]]:
    """The filter's segment as a condition on a row of `customers`; nothing where none is asked."""
    if wanted.segment_id is None:
        return []
    ids = await in_segment(session, corp_id, wanted.segment_id)
    # Joined: compared with an array, each row would be looked for in all of it.
    return [Customer.id.in_(select(func.unnest(array_of(ids))))]
