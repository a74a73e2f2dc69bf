"""A page of a long life costs what a page costs."""

from sqlalchemy import text

from tests.yutang.world import World
from yutang.people.customers import service as customers
from yutang.people.customers.schemas import HappeningKind, Watcher

_FETCHED = text(
    "select coalesce(sum(idx_tup_fetch + seq_tup_read), 0)::int"
    " from pg_stat_xact_user_tables where relname ~ '^events'"
)


async def fetched(world: World, kinds: list[HappeningKind]) -> int:
    """Rows of the log that PostgreSQL touched for one page of customer 7."""
    async with world.runtime.database.corp(world.corp_id) as session:
        before = int(await session.scalar(_FETCHED))
        page = await customers.read_timeline(
            session, world.corp_id, 7, Watcher(None), kinds, None, 20
        )
        assert len(page.items) == 20
        assert page.next is not None
        return int(await session.scalar(_FETCHED)) - before


async def test_a_page_reads_a_page_whatever_is_asked_for(world: World) -> None:
    async with world.runtime.database.owner() as session:
        # Most have a few events; one has more than all the others.
        for statement in (
            (
                "insert into customers (corp_id, id, state, name, name_sort, grams)"
                " select :corp, n, 'friend', 'x', 'x', '{}' from generate_series(1, 500) n"
            ),
            (
                "insert into events (corp_id, customer_id, kind, at, actor, props, source)"
                " select :corp, case when n % 5 < 3 then 7 else 1 + n % 500 end,"
                " (array['tag.added', 'relation.added', 'stage.changed'])[1 + n % 3],"
                " now() - n * interval '20 seconds', 'system', '{}', 'test'"
                " from generate_series(1, 10000) n"
            ),
        ):
            await session.execute(text(statement), {"corp": world.corp_id})
    async with world.runtime.database.owner() as session:
        await session.execute(text("analyze events, customers"))
    assert await fetched(world, []) < 500
    assert await fetched(world, ["tag"]) < 500
    assert await fetched(world, ["tag", "stage"]) < 500
