"""Rows of an import that name somebody who was erased."""

from sqlalchemy import text

from tests.yutang.world import World
from yutang.kernel.clock import utc_now
from yutang.people.customers.importing import KINDS, erased_rows
from yutang.people.suppressions import service as suppressions


async def test_every_row_that_names_an_erased_person_is_found(world: World) -> None:
    vault, corp_id = world.runtime.vault, world.corp_id
    async with world.runtime.database.owner() as session:
        columns = ", ".join(f"{kind} text" for kind in KINDS)
        await session.execute(text(f"create temp table staged (row bigint, {columns})"))
        await session.execute(
            text(
                "insert into staged (row, unionid)"
                " values (1, 'gone'), (2, 'gone'), (3, 'here'), (4, null), (5, 'gone')"
            )
        )
        assert await erased_rows(session, vault, corp_id, "staged", [1, 2, 3, 4]) == set()
        gone = suppressions.digest(vault, "unionid", "gone")
        await suppressions.suppress(session, corp_id, [gone], suppressions.ERASED, utc_now())
        assert await erased_rows(session, vault, corp_id, "staged", [1, 2, 3, 4]) == {1, 2}
        assert await erased_rows(session, vault, corp_id + 1, "staged", [1, 2, 3, 4]) == set()
