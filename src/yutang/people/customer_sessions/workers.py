"""By the clock, forget sessions that ended by themselves."""

from yutang.kernel.jobs import clocked
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from . import service


@clocked("52 18 * * *", "customer_sessions.forget")
async def forget_expired(runtime: Runtime) -> None:
    """Each night, at 02:52 in WeCom's zone, a short transaction at a time."""
    async with runtime.database.owner() as session:
        corp_ids = await corps.every_corp(session)
    for corp_id in corp_ids:
        more = 1
        while more:
            async with runtime.database.owner() as session:
                more = await service.forget_expired(session, corp_id, runtime.clock())
