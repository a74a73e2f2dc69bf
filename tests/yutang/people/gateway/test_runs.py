"""Bulk runs: taken up where they stood, with an honest end in sight."""

from datetime import timedelta

from tests.yutang.people.gateway.conftest import Clock, limits
from tests.yutang.world import add_corp
from yutang.kernel.runtime import Runtime
from yutang.people.gateway import runs
from yutang.people.gateway.schemas import Run, RunRead

PATH = "/x"


async def begin(runtime: Runtime, corp_id: int, total: int | None = 1000) -> Run:
    async with runtime.database.owner() as session:
        return await runs.begin_or_resume(
            session,
            corp_id,
            "customers",
            path=PATH,
            asked_by="user:7",
            now=runtime.clock(),
            total=total,
        )


async def shown(runtime: Runtime, corp_id: int, hour: int = 36_000) -> list[RunRead]:
    async with runtime.database.owner() as session:
        known = limits(100_000, hour)
        return await runs.list_runs(session, corp_id, runtime.clock(), known)


async def move(runtime: Runtime, run: Run, place: int, done: int, calls: int) -> Run:
    async with runtime.database.owner() as session:
        return await runs.advance(
            session, run, {"place": place}, runtime.clock(), done=done, calls=calls
        )


async def test_a_killed_run_goes_on_where_it_stood(runtime: Runtime, clock: Clock) -> None:
    corp_id, _ = await add_corp(runtime, "demo", (1000002,))
    run = await begin(runtime, corp_id)
    assert (run.cursor, run.done) == ({}, 0)
    await move(runtime, run, 3, 300, 3)
    clock.pass_by(3600)
    again = await begin(runtime, corp_id, 1100)
    assert (again.id, again.cursor, again.done) == (run.id, {"place": 3}, 300)
    [row] = await shown(runtime, corp_id)
    assert (row.state, row.done, row.total, row.calls, row.asked_by) == (
        "running",
        300,
        1100,
        3,
        "user:7",
    )


async def test_a_step_that_is_rolled_back_leaves_the_place_alone(
    runtime: Runtime, clock: Clock
) -> None:
    corp_id, _ = await add_corp(runtime, "demo", (1000002,))
    run = await begin(runtime, corp_id)
    async with runtime.database.owner() as session:
        await runs.advance(session, run, {"place": 9}, clock.now, done=900, calls=9)
        await session.rollback()
    assert (await begin(runtime, corp_id)).cursor == {}


async def test_a_failed_run_says_why_and_goes_on_within_a_day(
    runtime: Runtime, clock: Clock
) -> None:
    corp_id, _ = await add_corp(runtime, "demo", (1000002,))
    run = await move(runtime, await begin(runtime, corp_id), 5, 500, 5)
    async with runtime.database.owner() as session:
        await runs.fail(session, run, "48002", clock.now)
    [row] = await shown(runtime, corp_id)
    assert (row.state, row.reason, row.ends_at) == ("failed", "48002", None)
    clock.pass_by(23 * 3600)
    assert (await begin(runtime, corp_id)).cursor == {"place": 5}
    clock.pass_by(25 * 3600)
    anew = await begin(runtime, corp_id)
    assert (anew.cursor, anew.done) == ({}, 0)
    assert [row.state for row in await shown(runtime, corp_id)] == ["running", "dropped"]


async def test_an_ended_run_is_followed_by_a_new_one(runtime: Runtime, clock: Clock) -> None:
    corp_id, _ = await add_corp(runtime, "demo", (1000002,))
    other, _ = await add_corp(runtime, "other", (1000002,))
    run = await begin(runtime, corp_id)
    async with runtime.database.owner() as session:
        await runs.end(session, run, clock.now)
    assert (await begin(runtime, corp_id)).id != run.id
    assert [row.state for row in await shown(runtime, corp_id)] == ["running", "ended"]
    assert await shown(runtime, other) == []


async def test_its_end_is_told_by_its_pace_or_by_the_quota(runtime: Runtime, clock: Clock) -> None:
    corp_id, _ = await add_corp(runtime, "demo", (1000002,))
    run = await begin(runtime, corp_id)
    clock.pass_by(100)
    run = await move(runtime, run, 1, 200, 200)
    [row] = await shown(runtime, corp_id)
    # 200 in 100 s: the other 800 take 400 s more, for the quota has room for ten a second.
    assert row.ends_at == clock.now + timedelta(seconds=400)
    [row] = await shown(runtime, corp_id, hour=3600)
    assert row.ends_at is not None
    assert 800 <= (row.ends_at - clock.now).total_seconds() <= 820
    run = await begin(runtime, corp_id)
    clock.pass_by(10)
    await move(runtime, run, 2, 100, 100)
    [row] = await shown(runtime, corp_id)
    # Only the pace since it was taken up again counts: 700 more in 70 s, were it not for the quota.
    assert row.ends_at is not None
    assert 70 <= (row.ends_at - clock.now).total_seconds() <= 72
