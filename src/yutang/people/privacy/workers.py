"""Erase and hand out; by the clock, delete what is older than it is kept."""

from yutang.kernel.jobs import clocked, handles
from yutang.kernel.runtime import Runtime

from . import jobs, service


@handles(jobs.ErasePerson)
async def erase_person(job: jobs.ErasePerson, runtime: Runtime) -> None:
    """Safe to run twice: it goes on where the request stands."""
    await service.carry_on(runtime, job.corp_id, job.erasure_id)


@handles(jobs.WritePerson)
async def write_person(job: jobs.WritePerson, runtime: Runtime) -> None:
    """Safe to run twice: the file is written anew."""
    await service.write_person(runtime, job.corp_id, job.export_id)


@clocked("37 18 * * *", "privacy.keep")
async def keep(runtime: Runtime) -> None:
    """Each night, at 02:37 in WeCom's zone."""
    await service.keep_all(runtime)
