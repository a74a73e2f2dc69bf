"""Look after codes all the time, and have WeCom hold what they want."""

import structlog
from sqlalchemy.exc import SQLAlchemyError

from yutang.kernel.jobs import clocked, handles
from yutang.kernel.runtime import Runtime

from . import jobs, service, ways

log = structlog.get_logger(__name__)


@handles(jobs.TendGroupCodes)
async def tend_group_codes(job: jobs.TendGroupCodes, runtime: Runtime) -> None:
    """Look after a corp's codes; safe to run twice."""
    await service.look(runtime, job.corp_id, job.groups)


@handles(jobs.KeepJoinWay)
async def keep_join_way(job: jobs.KeepJoinWay, runtime: Runtime) -> None:
    """Make or overwrite a code's join way; safe to run twice."""
    await ways.keep(runtime, job.corp_id, job.code_id)


@handles(jobs.DropJoinWay)
async def drop_join_way(job: jobs.DropJoinWay, runtime: Runtime) -> None:
    """Forget a deleted code's join way; safe to run twice."""
    await ways.drop(runtime, job.corp_id, job.code_id)


@clocked("* * * * * */10", "groupcodes.clock")
async def look_at_all(runtime: Runtime) -> None:
    """Every ten seconds: by which code somebody came only a reading tells, and that is no event."""
    for corp_id in await service.corps_with_codes(runtime):
        try:
            await service.look(runtime, corp_id)
        except SQLAlchemyError:
            # One corp's trouble is not the others'; the next look is in ten seconds.
            log.exception("groupcodes.look_failed", corp_id=corp_id)
