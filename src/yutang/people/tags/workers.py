"""The lane that tells WeCom of tags; runs over many; counts."""

from datetime import timedelta

from yutang.kernel.jobs import clocked, enqueue, handles
from yutang.kernel.lanes import Lane
from yutang.kernel.runtime import Runtime

from . import jobs, mirroring, service


def lane(runtime: Runtime) -> Lane:
    """Push waiting tags as they come."""
    return Lane(
        "tags",
        service.SIGNAL,
        lambda: service.push_waiting(runtime),
        gather_seconds=0.2,
        full_rows=mirroring.ROWS,
    )


@handles(jobs.MirrorTags)
async def mirror_tags(job: jobs.MirrorTags, runtime: Runtime) -> None:
    """Tell WeCom of what was tagged in bulk; safe to run twice."""
    await service.mirror_bulk(runtime, job.corp_id)


@handles(jobs.MergeTag)
async def merge_tag(job: jobs.MergeTag, runtime: Runtime) -> None:
    """Merge a tag; safe to run twice."""
    await service.merge_tag(runtime, job.corp_id, job.tag_id)


@handles(jobs.CountTags)
async def count_tags(job: jobs.CountTags, runtime: Runtime) -> None:
    """Count who wears what; safe to run twice."""
    await service.count_tags(runtime, job.corp_id)


@clocked("* * * * *", "tags.wake")
async def wake(runtime: Runtime) -> None:
    """Once a minute: a run where tags wait for one and none is there."""
    async with runtime.database.owner() as session:
        waiting = await service.corps_waiting(session, jobs.MirrorTags.name)
        await enqueue(session, *(jobs.MirrorTags(corp_id=corp_id) for corp_id in waiting))
        await service.forget_untags(session, runtime.clock() - timedelta(hours=1))


@clocked("*/5 * * * *", "tags.count_small")
async def count_small(runtime: Runtime) -> None:
    """Every five minutes: the counts of small corps."""
    await _ask_counts(runtime, small=True)


@clocked("17 19 * * *", "tags.count_large")
async def count_large(runtime: Runtime) -> None:
    """At 3:17 in Shanghai: the counts of large ones."""
    await _ask_counts(runtime, small=False)


async def _ask_counts(runtime: Runtime, *, small: bool) -> None:
    async with runtime.database.owner() as session:
        due = await service.corps_to_count(session, small=small)
        await enqueue(session, *(jobs.CountTags(corp_id=corp_id) for corp_id in due))
