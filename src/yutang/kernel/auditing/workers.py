"""By the clock: seal each minute, check, note and cut once a day."""

from yutang.kernel.jobs import clocked, handles
from yutang.kernel.runtime import Runtime

from . import service
from .jobs import CheckAudit


@clocked("* * * * *", "audit.seal")
async def seal(runtime: Runtime) -> None:
    """Take into the chain what every transaction can see."""
    await service.seal_all(runtime)


@clocked("41 19 * * *", "audit.upkeep")
async def upkeep(runtime: Runtime) -> None:
    """At night in China: check each chain, note its head, cut what is past its age."""
    for corp_id in await service.find_corps(runtime):
        checked = await service.check_corp(runtime, corp_id)
        if checked.fault is None:
            await service.drop_anchor(runtime, corp_id)
            await service.cut_corp(runtime, corp_id)


@handles(CheckAudit)
async def check(job: CheckAudit, runtime: Runtime) -> None:
    """Somebody asked for it on the page."""
    await service.check_corp(runtime, job.corp_id)
