"""A job without quota is done again when there is some, and loses none of its tries."""

from datetime import timedelta

from sqlalchemy import text

from tests.yutang.world import World
from yutang.kernel.jobs import Job, enqueue, handles, open_queue
from yutang.kernel.runtime import Runtime
from yutang.wecom.admission import NoQuotaError

PATH = "/cgi-bin/x"
BEGAN: list[int] = []


class Patient(Job, frozen=True):
    """Finds no quota three times."""

    name = "test.patient"
    retries = 1


@handles(Patient)
async def be_patient(job: Patient, runtime: Runtime) -> None:  # noqa: ARG001 - it holds nothing
    """Ask a quota that is not there."""
    BEGAN.append(1)
    if len(BEGAN) <= 3:
        until = runtime.clock() + timedelta(seconds=60)
        raise NoQuotaError(PATH, until, "quota")
    if len(BEGAN) == 4:
        message = "the first real failure"
        raise OSError(message)


async def test_only_a_real_failure_costs_a_try(world: World) -> None:
    BEGAN.clear()
    async with world.runtime.database.owner() as session:
        await enqueue(session, Patient())
    rows = []
    async with open_queue(world.runtime.database.url) as live:
        for _ in range(5):
            await live.run_worker_async(
                wait=False,
                install_signal_handlers=False,
                additional_context={"runtime": world.runtime},
            )
            async with world.runtime.database.owner() as session:
                row = (
                    await session.execute(
                        text(
                            "select status::text, attempts,"
                            " greatest(extract(epoch from scheduled_at - now()), 0)"
                            " from procrastinate.procrastinate_jobs"
                            " where task_name = 'test.patient'"
                        )
                    )
                ).one()
                rows.append((row[0], row[1]))
                assert row[0] == "succeeded" or len(rows) >= 4 or 0 < row[2] <= 60
                # The time named has come: nobody waits for it in a test.
                await session.execute(
                    text("update procrastinate.procrastinate_jobs set scheduled_at = now()")
                )
    assert len(BEGAN) == 5
    assert rows[:4] == [("todo", 0), ("todo", 0), ("todo", 0), ("todo", 1)]
    assert rows[4] == ("succeeded", 2)
