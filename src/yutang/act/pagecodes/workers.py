"""Make and delete ways as codes need them; by night forget who came long ago."""

from yutang.act.acquisition.jobs import SettlePageCode
from yutang.kernel.jobs import clocked, handles
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from . import service


@handles(SettlePageCode)
async def settle_page_code(job: SettlePageCode, runtime: Runtime) -> None:
    """Have WeCom hold what the code needs; safe to run twice, resumed where it was killed."""
    await service.settle(runtime, job)


@clocked("42 18 * * *", "pagecodes.night")
async def each_night(runtime: Runtime) -> None:
    """At 02:42 in WeCom's zone, a short transaction at a time."""
    async with runtime.database.owner() as session:
        await service.settle_stuck(session)
        corp_ids = await corps.every_corp(session)
    for corp_id in corp_ids:
        more = 1
        while more:
            async with runtime.database.owner() as session:
                more = await service.forget_visitors(session, corp_id, runtime.clock())
