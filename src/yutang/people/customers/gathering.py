"""All whom a filter finds, as a set: for what compares many with many."""

import time

from pyroaring import BitMap
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.db import staff_in_scope
from yutang.kernel.vault import Vault
from yutang.people.facets import service as facets

from .choosing import conditions
from .listing import in_time
from .models import Customer
from .schemas import CustomerFilter
from .segmented import segmented
from .solving import chunks_of, ids_of, look_at, solve


async def gather(
    session: AsyncSession,
    vault: Vault,
    corp_id: int,
    wanted: CustomerFilter,
    seconds: float | None = None,
) -> tuple[BitMap, bool]:
    """Their ids, and whether those are all: it stops looking after so many seconds.

    Four bytes an id at most, so ten million fit. Needs the corp's session, which sees whom it
    may. Raises TooBroadError.
    """
    async with in_time(session, wanted):
        if not await facets.is_built(session, corp_id):
            found = conditions(vault, corp_id, wanted, staff_in_scope(session))
            found += await segmented(session, corp_id, wanted)
            return await ids_of(session, select(Customer.id).where(*found)), True
        solution = await solve(session, vault, corp_id, wanted)
        if not solution.rest:
            return solution.ids, True
        until = time.monotonic() + seconds if seconds is not None else None
        ids = BitMap()
        for chunk in chunks_of(solution.ids):
            if until is not None and time.monotonic() > until:
                return ids, False
            ids |= await look_at(session, corp_id, chunk, solution.rest)
        return ids, True
