"""Finding members for a list: by name, by account, by department with all below it."""

from typing import Any

import pytest

from tests.yutang.world import World
from yutang.people.staff import service
from yutang.people.staff.schemas import DepartmentFacts, Member


@pytest.fixture
async def staffed(world: World) -> World:
    """Two shops below an area, one who works in both, one who left."""
    await world.sign_in()
    async with world.runtime.database.owner() as session:
        await service.mirror_departments(
            session,
            world.corp_id,
            [
                DepartmentFacts(1, "总部", None, 0),
                DepartmentFacts(2, "华南区", 1, 0),
                DepartmentFacts(3, "南山店", 2, 0),
                DepartmentFacts(4, "福田店", 2, 0),
            ],
        )
        await service.record_members(
            session,
            world.corp_id,
            [
                Member("boss", "周岚", "active", departments=(1,)),
                Member("kexin", "周可欣", "active", departments=(3, 4)),
                Member("gone", "周走了", "left", departments=(3,)),
                Member("chen", "陈晓雯", "active", departments=(4,)),
            ],
        )
    return world


async def _find(world: World, **query: Any) -> tuple[list[str], int]:
    page = (await world.http.get("/api/staff", params=query)).json()
    return [row["name"] for row in page["items"]], page["total"]


async def test_a_department_is_all_below_it_and_each_member_once(staffed: World) -> None:
    assert await _find(staffed, department=1) == (["周岚", "周可欣", "陈晓雯"], 3)
    assert await _find(staffed, department=2) == (["周可欣", "陈晓雯"], 2)
    assert await _find(staffed, department=3) == (["周可欣"], 1)
    assert await _find(staffed, department=99) == ([], 0)


async def test_a_search_stays_inside_its_department(staffed: World) -> None:
    assert await _find(staffed, q="周") == (["周岚", "周可欣"], 2)
    assert await _find(staffed, q="周", department=4) == (["周可欣"], 1)
    assert await _find(staffed, q="CHEN") == (["陈晓雯"], 1)
    assert await _find(staffed, department=1, limit=2) == (["周岚", "周可欣"], 3)
