"""Make codes of files."""

from yutang.kernel.jobs import handles
from yutang.kernel.runtime import Runtime

from . import jobs, making


@handles(jobs.MakeCodes)
async def make_codes(job: jobs.MakeCodes, runtime: Runtime) -> None:
    """Chunk after chunk; safe to run twice, for a row knows its code."""
    await making.carry_on(runtime, job.corp_id, job.batch_id)
