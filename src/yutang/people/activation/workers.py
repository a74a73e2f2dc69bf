"""Judge silence."""

from yutang.kernel.jobs import handles
from yutang.kernel.runtime import Runtime

from . import jobs, service


@handles(jobs.JudgeSilence)
async def judge_silence(job: jobs.JudgeSilence, runtime: Runtime) -> None:
    """Judge a corp; safe to run twice."""
    await service.judge_silence(runtime, job.corp_id)
