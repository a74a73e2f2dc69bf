"""The store of tokens that all processes share."""

from datetime import timedelta

from sqlalchemy import text

from tests.yutang.people.gateway.conftest import Clock
from yutang.kernel.runtime import Runtime
from yutang.people.corps.tokens import SharedTokens
from yutang.wecom.tokens import Credentials

APP = Credentials("ww01", "s3cret")


async def test_a_refused_token_is_not_found_again_by_a_reading_that_was_under_way(
    runtime: Runtime, clock: Clock
) -> None:
    store = SharedTokens(runtime, 1, 1000002)
    await store.put(APP, "old", 7200)
    async with runtime.database.owner() as session:
        await session.execute(text("create temp table kept as select * from access_tokens"))
        await store.drop(APP, "old")
        assert await store.get(APP) is None
        # What a reading saw that began before the refusal.
        await session.execute(text("insert into access_tokens select * from kept"))
    assert await store.get(APP) is None
    await store.put(APP, "new", 7200)
    assert await store.get(APP) == "new"
    # WeCom may hand out the same one again, and then it is good.
    await store.put(APP, "old", 7200)
    assert await store.get(APP) == "old"
    clock.pass_by(6901)
    assert (await store.get(APP), await store.is_due(APP)) == ("old", True)


async def test_the_right_to_renew_is_one_process_s_and_nobody_waits_for_it(
    runtime: Runtime, clock: Clock
) -> None:
    one, other = (SharedTokens(runtime, 1, 1000002) for _ in range(2))
    await one.put(APP, "old", 7200)
    clock.now += timedelta(seconds=7000)
    assert await other.get(APP) == "old"
    async with one.trying_to_refresh(APP) as ours:
        assert ours
        async with other.trying_to_refresh(APP) as theirs:
            assert not theirs
        await one.put(APP, "new", 7200)
        assert (await other.get(APP), await other.is_due(APP)) == ("new", False)
    async with other.trying_to_refresh(APP) as theirs:
        assert theirs
