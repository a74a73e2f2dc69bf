"""Keep the files of welcomes ready."""

from yutang.kernel.jobs import handles
from yutang.kernel.runtime import Runtime

from . import jobs, media


@handles(jobs.PrepareFile)
async def prepare_file(job: jobs.PrepareFile, runtime: Runtime) -> None:
    """Upload one; a repeat finds it ready."""
    await media.prepare(runtime, job)


async def look_after_files(runtime: Runtime) -> None:
    """Once an hour: what WeCom is about to forget, and what it never had."""
    await media.look_after(runtime)
