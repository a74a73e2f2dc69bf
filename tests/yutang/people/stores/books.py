"""What tests of stores share: a company, and the books as they stand."""

from typing import Any

from sqlalchemy import text

from tests.yutang.world import PASSWORD, World
from yutang.kernel.access import service as access
from yutang.people.staff import service as staff
from yutang.people.staff.schemas import DepartmentFacts, Member

SHENZHEN = {"number": "SZ001", "name": "南山店", "city": "深圳", "hours": "9:00–21:00"}


async def company(world: World, corp_id: int | None = None) -> dict[str, int]:
    """A tree 1 → 2 (south) → 3 (Nanshan), and its members by account."""
    corp_id = corp_id or world.corp_id
    async with world.runtime.database.owner() as session:
        await staff.mirror_departments(
            session,
            corp_id,
            [
                DepartmentFacts(1, "总部", None, 1),
                DepartmentFacts(2, "华南", 1, 1),
                DepartmentFacts(3, "南山", 2, 1),
                DepartmentFacts(4, "南山", 1, 1),
            ],
        )
        await staff.record_members(
            session,
            corp_id,
            [
                Member("alice", "周可欣", "active", departments=(3,)),
                Member("bob", "陈屿", "active", departments=(2,)),
                Member("carol", "林夏", "active", departments=(4,)),
                Member("dave", "何遇", "left", departments=(3,)),
            ],
        )
        return await staff.identify(session, corp_id, ["alice", "bob", "carol", "dave"])


async def add(world: World, **facts: Any) -> dict[str, Any]:
    """Make one and return it."""
    answer = await world.http.post("/api/stores", json=SHENZHEN | facts)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def change_of(store: dict[str, Any], **facts: Any) -> dict[str, Any]:
    """A read store as a change of it."""
    keys = ("number", "name", "city", "address", "phone", "hours", "latitude", "longitude")
    return {
        **{key: store[key] for key in (*keys, "version")},
        "department_id": (store["department"] or {}).get("id"),
        "manager_ids": [one["id"] for one in store["named"] if one["is_manager"]],
        "member_ids": [one["id"] for one in store["named"] if not one["is_manager"]],
        **facts,
    }


async def books(world: World) -> list[tuple[Any, ...]]:
    """All stores and posts as they stand, to see that a refusal changed nothing."""
    async with world.runtime.database.owner() as session:
        rows = await session.execute(
            text(
                "select s.number, s.name, s.city, s.latitude, s.department_id, s.version,"
                " s.closed_at is null, (select array_agg((m.staff_id, m.is_manager)"
                " order by m.staff_id)::text from store_staff m where m.corp_id = s.corp_id"
                " and m.store_id = s.id) from stores s order by s.corp_id, s.number"
            )
        )
        return [tuple(row) for row in rows]


async def audited(world: World, action: str) -> list[Any]:
    """(target, before, after) of each entry."""
    async with world.runtime.database.owner() as session:
        rows = await session.execute(
            text("select target, before, after from audit_entries where action = :a order by id"),
            {"a": action},
        )
        return [tuple(row) for row in rows]


async def scoped(world: World, role: str, *scopes: tuple[str, int]) -> None:
    """Sign in as somebody who sees only so much."""
    async with world.runtime.database.owner() as session:
        user = await access.add_user(
            session, world.corp_id, login="shop", name="店长", role=role, password=PASSWORD,
            sees_all=False,
        )  # fmt: skip
        for kind, ref_id in scopes:
            await session.execute(
                text(
                    "insert into user_scopes (corp_id, user_id, kind, ref_id) values (:c,:u,:k,:r)"
                ),
                {"c": world.corp_id, "u": user.id, "k": kind, "r": ref_id},
            )
    await world.http.delete("/api/session")
    assert (await world.sign_in("shop")).status_code == 200
