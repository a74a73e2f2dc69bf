"""Who is in a segment: the one reference for all who use it."""

from pyroaring import BitMap
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.runtime import Runtime
from yutang.people.audience import service as audience

from .expanding import expand
from .models import Segment
from .repository import SegmentRepository


async def members_of(runtime: Runtime, corp_id: int, segment_id: int) -> BitMap:
    """Ids of who is in it: of a list and of a kept one by their latest run, else asked now.

    Of all the corp's people: what somebody may see of them, he asks with his own session. No
    session of the caller's is open meanwhile. Raises UnknownSegmentError and, where it has to be
    asked now, AudienceAwayError, AudienceTimeoutError.
    """
    async with runtime.database.corp(corp_id) as session:
        row = await SegmentRepository(session, corp_id).find(segment_id)
        if row.kind != "dynamic" and row.run is not None:
            return await _members_kept(session, row)
        tree = await expand(session, corp_id, row.tree or {}, row)
    return await audience.ids(runtime, corp_id, tree)


async def _members_kept(session: AsyncSession, row: Segment) -> BitMap:
    """By its latest run, without who was merged away or erased since."""
    repository = SegmentRepository(session, row.corp_id)
    ids = await repository.read_bits(row.id, row.run)
    if ids and row.as_of is not None:
        ids -= await repository.gone_since(row.as_of)
    return ids
