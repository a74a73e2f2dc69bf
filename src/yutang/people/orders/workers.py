"""Write files of orders; reckon by night."""

from yutang.kernel.jobs import clocked, enqueue, handles
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from . import jobs, service

NIGHT_HOUR = 4


@handles(jobs.WriteOrders)
async def write_orders(job: jobs.WriteOrders, runtime: Runtime) -> None:
    """Write a file; begun anew where it was interrupted."""
    await service.write_orders(runtime, job.corp_id, job.export_id)


@handles(jobs.ReckonGoods)
async def reckon_goods(job: jobs.ReckonGoods, runtime: Runtime) -> None:
    """Reckon a corp; safe to run twice."""
    await service.find_later(runtime, job.corp_id)
    await service.reckon_goods(runtime, job.corp_id)


@clocked("41 * * * *", "orders.hour")
async def each_hour(runtime: Runtime) -> None:
    """At four of each corp's night."""
    async with runtime.database.owner() as session:
        asleep = await corps.corps_at_hour(session, NIGHT_HOUR, runtime.clock())
        await enqueue(session, *(jobs.ReckonGoods(corp_id=corp_id) for corp_id in asleep))
