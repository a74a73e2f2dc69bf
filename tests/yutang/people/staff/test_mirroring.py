"""What WeCom shows of members and departments is written where it differs, and only there."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from tests.yutang.world import World
from yutang.people.staff import service
from yutang.people.staff.schemas import DepartmentFacts, Member

DEPARTMENTS = [DepartmentFacts(1, "总部", None, 0), DepartmentFacts(2, "南山店", 1, 5)]
MEMBERS = [
    Member("boss", "周岚", "active", departments=(1,)),
    Member("kexin", "周可欣", "active", departments=(1, 2, 2)),
]


async def versions(session: AsyncSession) -> dict[str, str]:
    """Where each row's present version lies."""
    rows = await session.execute(
        text(
            "select 'd' || id as what, ctid::text from departments"
            " union all select account, ctid::text from staff"
            " union all select staff_id || '@' || department_id, ctid::text from staff_departments"
        )
    )
    return {row.what: row.ctid for row in rows}


async def test_only_what_differs_is_written(world: World) -> None:
    async with world.runtime.database.owner() as session:
        await service.mirror_departments(session, world.corp_id, DEPARTMENTS)
        await service.record_members(session, world.corp_id, MEMBERS)
    async with world.runtime.database.owner() as session:
        before = await versions(session)
        await service.mirror_departments(session, world.corp_id, DEPARTMENTS)
        await service.record_members(session, world.corp_id, MEMBERS)
        assert await versions(session) == before
    moved = Member("kexin", "周可欣", "active", departments=(2,))
    async with world.runtime.database.owner() as session:
        await service.mirror_departments(
            session, world.corp_id, [DEPARTMENTS[0], DepartmentFacts(2, "福田店", 1, 5)]
        )
        await service.record_members(session, world.corp_id, [MEMBERS[0], moved])
        after = await versions(session)
    ids = {row.split("@")[0] for row in before if "@" in row}
    assert len(ids) == 2
    assert set(before) - set(after) == {
        row for row in before if row.endswith("@1") and f"{row.split('@')[0]}@2" in before
    }
    assert {row for row in after if after[row] != before.get(row)} == {"d2"}


async def test_who_is_in_no_department_is_taken_out_of_all(world: World) -> None:
    async with world.runtime.database.owner() as session:
        await service.mirror_departments(session, world.corp_id, DEPARTMENTS)
        await service.record_members(session, world.corp_id, MEMBERS)
        nowhere = Member("kexin", "周可欣", "active", departments=())
        unknown = Member("boss", "周岚", "active", departments=None)
        await service.record_members(session, world.corp_id, [nowhere, unknown])
        left = await session.scalar(text("select count(*) from staff_departments"))
    assert left == 1
