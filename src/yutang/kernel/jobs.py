"""A job is a frozen message; asking for one and doing it are separate modules."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any, ClassVar, Protocol, TypeVar, runtime_checkable

from procrastinate import App, JobContext, PsycopgConnector, RetryDecision, RetryStrategy
from procrastinate.jobs import Job as Row
from pydantic import BaseModel
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession
from typing_extensions import override

from .db import SEARCH_PATH, announce
from .runtime import Runtime

queue = App(connector=PsycopgConnector())

HEARTBEAT_SECONDS = 2.0
STALLED_SECONDS = 8.0

# A worker looks for any job then; which one was inserted it does not ask.
_INSERTED = json.dumps({"type": "job_inserted", "job_id": 0})
_ALIVE = text(
    "select exists (select from procrastinate.procrastinate_workers"
    " where last_heartbeat > now() - interval '10 seconds')"
)
_FORGIVE = text(
    "update procrastinate.procrastinate_jobs set attempts = attempts - 1 where id = :id"
)


class Job(BaseModel, frozen=True):
    """One piece of work that touches the world, done at least once."""

    name: ClassVar[str]
    queue: ClassVar[str] = "default"
    retries: ClassVar[int] = 8

    def lock(self) -> str | None:
        """Jobs with one lock run one at a time, in order; never one lock for a whole corp."""
        return None


async def enqueue(session: AsyncSession, *jobs: Job) -> None:
    """Ask for `jobs` inside the caller's transaction, in one statement: no commit, no job."""
    if not jobs:
        return
    raw = await (await session.connection()).get_raw_connection()
    rows = [
        queue.configure_task(job.name, queue=job.queue, lock=job.lock()).make_new_job(
            **job.model_dump(mode="json")
        )
        for job in jobs
    ]
    await queue.job_manager.batch_defer_jobs_async(jobs=rows, connection=raw.driver_connection)
    announce(session, "procrastinate_any_queue_v1", _INSERTED)


async def is_worker_alive(session: AsyncSession) -> bool:
    """Whether anybody does jobs. Needs the owner's session."""
    return bool(await session.scalar(_ALIVE))


@runtime_checkable
class Postponing(Protocol):
    """An error after which work goes on at a known moment, such as WeCom's `NoQuotaError`."""

    until: datetime


class _Patience(RetryStrategy):
    """Retries; who was told until when to wait is back then, however often that happens."""

    @override
    def get_retry_decision(self, *, exception: BaseException, job: Row) -> RetryDecision | None:
        if isinstance(exception, Postponing):
            return RetryDecision(retry_at=exception.until)
        return super().get_retry_decision(exception=exception, job=job)


async def _forgive(runtime: Runtime, job_id: int | None) -> None:
    """Take back the try that Procrastinate is about to count."""
    async with runtime.database.owner() as session:
        await session.execute(_FORGIVE, {"id": job_id})


J = TypeVar("J", bound=Job)
Handler = Callable[[J, Runtime], Awaitable[None]]


def handles(kind: type[J]) -> Callable[[Handler[J]], Handler[J]]:
    """Register the doer of one kind of job; retries back off exponentially from 2 s.

    An error that says `until` when the world will be ready has the job done again then, and
    costs none of its tries.
    """

    def register(handler: Handler[J]) -> Handler[J]:
        @queue.task(
            name=kind.name,
            queue=kind.queue,
            retry=_Patience(max_attempts=kind.retries, exponential_wait=2),
            pass_context=True,
        )
        async def run(context: JobContext, /, **payload: Any) -> None:
            runtime: Runtime = context.additional_context["runtime"]
            try:
                await handler(kind.model_validate(payload), runtime)
            except Exception as error:
                if isinstance(error, Postponing):
                    await _forgive(runtime, context.job.id)
                raise

        return handler

    return register


Clockwork = Callable[[Runtime], Awaitable[None]]


def clocked(
    cron: str, name: str, *, queue_name: str = "default"
) -> Callable[[Clockwork], Clockwork]:
    """Register what is done by the clock (UTC), once over all workers, never beside itself."""

    def register(doer: Clockwork) -> Clockwork:
        @queue.periodic(cron=cron)
        @queue.task(name=name, lock=name, queueing_lock=name, queue=queue_name, pass_context=True)
        async def tick(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - the tick
            await doer(context.additional_context["runtime"])

        return doer

    return register


@asynccontextmanager
async def open_queue(database_url: str) -> AsyncIterator[App]:
    """The queue on a pool of its own; Procrastinate's tables live in a schema of their own.

    Whoever is told to stop while the pool opens must close it too: a helper of the pool that is
    about to connect outlives being cancelled, and the process would wait for it for ever.
    """
    connector = PsycopgConnector(
        conninfo=database_url, kwargs={"options": f"-c search_path={SEARCH_PATH}"}
    )
    with queue.replace_connector(connector) as live:
        try:
            await live.open_async()
            yield live
        finally:
            await live.close_async()


@queue.periodic(cron="* * * * * */5")
@queue.task(name="kernel.rescue", queueing_lock="rescue", queue="default")
async def rescue(timestamp: int) -> None:  # noqa: ARG001 - Procrastinate passes the tick
    """Free what a killed worker held; nothing else retries a job left in `doing`."""
    stalled = await queue.job_manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_SECONDS)
    for job in stalled:
        await queue.job_manager.retry_job(job)
