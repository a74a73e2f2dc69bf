"""One transaction is one corp."""

import contextlib

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, ProgrammingError

from tests.yutang.world import World, add_corp
from yutang.kernel.db import Database

NAMES = text("select name from departments order by name")


async def two_corps(world: World) -> tuple[int, int]:
    """Two corps with one department each."""
    other, _ = await add_corp(world.runtime, "other", (1000002,))
    async with world.runtime.database.owner() as session:
        await session.execute(
            text(
                "insert into departments (corp_id, id, name)"
                " values (:one, 1, 'one'), (:two, 1, 'two')"
            ),
            {"one": world.corp_id, "two": other},
        )
    return world.corp_id, other


@pytest.mark.parametrize("ending", ["commit", "rollback", "error", "savepoint"])
async def test_no_ending_of_a_transaction_leaks_the_corp(world: World, ending: str) -> None:
    one, two = await two_corps(world)
    # One connection only, so that the next session surely gets the one that was used before.
    database = Database(world.runtime.database.url, pool_size=1)
    async with database.corp(one) as session:
        assert list(await session.scalars(NAMES)) == ["one"]
    with contextlib.suppress(RuntimeError, DBAPIError):
        async with database.corp(two) as session:
            assert list(await session.scalars(NAMES)) == ["two"]
            if ending == "rollback":
                raise RuntimeError
            if ending == "error":
                await session.execute(text("select 1 / 0"))
            if ending == "savepoint":
                nested = await session.begin_nested()
                await session.execute(text("select 1"))
                await nested.rollback()
                assert list(await session.scalars(NAMES)) == ["two"]
    async with database.corp(two) as session:
        assert list(await session.scalars(NAMES)) == ["two"]
    async with database.owner() as session:
        assert list(await session.scalars(NAMES)) == ["one", "two"]
    await database.close()


async def test_the_app_role_writes_only_into_its_own_corp(world: World) -> None:
    one, two = await two_corps(world)
    with pytest.raises(ProgrammingError, match="row-level security"):
        async with world.runtime.database.corp(one) as session:
            await session.execute(
                text("insert into departments (corp_id, id, name) values (:corp, 9, 'x')"),
                {"corp": two},
            )
    async with world.runtime.database.corp(one) as session:
        changed = await session.execute(
            text("update departments set name = 'stolen' where corp_id = :corp returning id"),
            {"corp": two},
        )
        assert changed.all() == []


@pytest.mark.parametrize(
    "statement",
    [
        "select * from users",
        "select * from user_sessions",
        "select * from api_tokens",
        "select sealed_answer from idempotency_keys",
        "select * from call_rates",
        "select * from inbox",
        "select sealed_secret from corp_apps",
        "select * from access_tokens",
        "select * from staff_sessions",
        "select * from js_tickets",
        "select * from callback_refusals",
        "select * from deeds",
        "select * from gateway_quotas",
        "select * from gateway_brakes",
        "select * from events_default",
        "select sealed_secret from notice_webhooks",
        "select payload from webhook_deliveries",
        "select token_hash from notice_addresses",
        "select * from notice_mails",
        "delete from audit_entries",
        "update events set kind = 'x'",
    ],
)
async def test_the_app_role_may_not(world: World, statement: str) -> None:
    with pytest.raises(ProgrammingError, match="permission denied"):
        async with world.runtime.database.corp(world.corp_id) as session:
            await session.execute(text(statement))


async def test_every_table_of_a_corp_is_under_a_policy(world: World) -> None:
    async with world.runtime.database.owner() as session:
        open_tables = await session.scalars(
            text(
                "select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid"
                " where a.attname = 'corp_id' and c.relkind in ('r', 'p')"
                "   and c.relnamespace = 'public'::regnamespace and not c.relispartition"
                "   and not c.relrowsecurity order by 1"
            )
        )
        # Read by the owner only: before a corp is known, or for all corps at once.
        assert list(open_tables) == [
            "access_tokens",
            "callback_refusals",
            "collect_batches",
            "collect_seen",
            "deeds",
            "gateway_brakes",
            "gateway_quotas",
            "gateway_slots",
            "gateway_waits",
            "inbox",
            "users",
        ]


async def test_without_a_corp_nothing_is_seen(world: World) -> None:
    await two_corps(world)
    async with world.runtime.database.owner() as session:
        await session.execute(text("select set_config('role', 'yutang_app', true)"))
        assert list(await session.scalars(NAMES)) == []
