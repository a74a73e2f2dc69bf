"""Refresh segments, by request and by the clock."""

import structlog

from yutang.kernel.errors import DomainError
from yutang.kernel.jobs import clocked, handles
from yutang.kernel.runtime import Runtime

from . import jobs, service
from .errors import UnknownSegmentError

log = structlog.get_logger(__name__)


@handles(jobs.RefreshSegment)
async def refresh_segment(job: jobs.RefreshSegment, runtime: Runtime) -> None:
    """Safe to run twice: what one run left untold the next one tells first.

    Where the engine is away the segment says so, and the clock asks again.
    """
    try:
        await service.refresh(runtime, job.corp_id, job.segment_id, job.why, job.by)
    except UnknownSegmentError:
        # It was deleted meanwhile.
        return
    except DomainError as error:
        log.warning("segments.not_refreshed", segment=job.segment_id, why=error.code)


@clocked("* * * * *", "segments.tick", queue_name="segments")
async def tick(runtime: Runtime) -> None:
    """Once a minute: segments whose time has come, or that the engine could not answer for."""
    await service.tick(runtime)


@clocked("*/10 * * * *", "segments.settle", queue_name="segments")
async def settle(runtime: Runtime) -> None:
    """Lists name people by the numbers that they have now."""
    await service.settle_lists(runtime)


@clocked("17 19 * * *", "segments.tidy", queue_name="segments")
async def tidy(runtime: Runtime) -> None:
    """Once a day, at night in China."""
    await service.tidy(runtime, runtime.clock())
