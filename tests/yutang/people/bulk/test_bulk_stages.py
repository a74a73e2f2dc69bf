"""Stages of many are changed and, taken back, are for each what they were."""

from pathlib import Path

from sqlalchemy import text

from tests.yutang.people.bulk.marking import fill
from tests.yutang.people.bulk.test_bulk_tags import confirm, counts, plan, work
from tests.yutang.world import World, open_world

START = (
    "update customers set stage = case id % 3 when 0 then 'potential' when 1 then 'deal' end",
    "update customers set stage = 'repeat' where id in (1, 2)",
)


async def stages(world: World) -> dict[str | None, int]:
    async with world.runtime.database.owner() as session:
        rows = await session.execute(
            text("select stage, count(*) n from customers where corp_id = :corp group by 1"),
            {"corp": world.corp_id},
        )
        return {row.stage: row.n for row in rows}


async def test_each_goes_back_to_his_own_stage(dsn: str, tmp_path: Path) -> None:
    async with open_world(dsn, tmp_path) as world:
        await fill(world, 30)
        await world.sign_in()
        async with world.runtime.database.owner() as session:
            await session.execute(text(START[0]))
        before = await stages(world)
        assert before == {"potential": 10, "deal": 10, None: 10}
        act = await plan(world, "set_stage", stage="deal")
        assert counts(act["plan"]) == {"changed": 20, "already": 10}
        ended = await confirm(world, act)
        assert (counts(ended["results"]), await stages(world)) == (
            {"changed": 20, "already": 10},
            {"deal": 30},
        )
        # Two moved on since: number 2, which the act had changed, and 1, which was there before.
        async with world.runtime.database.owner() as session:
            await session.execute(text(START[1]))
        undo = (await world.http.post(f"/api/bulk-acts/{act['id']}/undo")).json()
        undone = await work(world, undo["id"])
        assert counts(undone["results"]) == {"changed": 19, "changed_since": 1}
        assert await stages(world) == {"potential": 10, "deal": 9, None: 9, "repeat": 2}
