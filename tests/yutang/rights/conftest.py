"""A company of two departments and a store, and persons who see parts of it."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.yutang.test_customer_endpoints import LIBRARY, START, arrival, store
from tests.yutang.world import PASSWORD, World, open_world
from yutang.kernel.access import permissions as rights
from yutang.kernel.access import service as access
from yutang.people.staff import service as staff
from yutang.people.staff.schemas import DepartmentFacts, Member
from yutang.people.tags import service as tags

SOUTH, NORTH, SHOP = 2, 3, 4


@dataclass
class Company:
    """The world, its members' ids by account, and its customers' by WeCom's id."""

    world: World
    staff: dict[str, int]
    customers: dict[str, int]

    async def person(
        self,
        login: str,
        role: str = "manager",
        *,
        member: str | None = None,
        department: Sequence[int] = (),
        store: Sequence[int] = (),
    ) -> int:
        """An account with these scopes."""
        async with self.world.runtime.database.owner() as session:
            user = await access.add_user(
                session, self.world.corp_id, login=login, name=login, role=role, password=PASSWORD
            )
            user.staff_id = None if member is None else self.staff[member]
            for kind, refs in (("department", department), ("store", store)):
                for ref in refs:
                    await session.execute(
                        text(
                            "insert into user_scopes (corp_id, user_id, kind, ref_id)"
                            " values (:corp, :user, :kind, :ref)"
                        ),
                        {"corp": self.world.corp_id, "user": user.id, "kind": kind, "ref": ref},
                    )
            return user.id

    async def everything(self, login: str, department: Sequence[int]) -> int:
        """An account that may do all there is to do, with those it sees."""
        user_id = await self.person(login, department=department)
        async with self.world.runtime.database.owner() as session:
            role = await session.scalar(
                text(
                    "insert into roles (corp_id, name, based_on, permissions, created_by)"
                    " values (:corp, :name, 'manager', :all, 'test') returning id"
                ),
                {
                    "corp": self.world.corp_id,
                    "name": login,
                    "all": sorted(rights.PERMISSIONS),
                },
            )
            await session.execute(
                text("update users set role_id = :role where id = :user"),
                {"role": role, "user": user_id},
            )
        return user_id

    async def sign_in(self, login: str) -> None:
        """From here on `world.http` is that person."""
        self.world.http.cookies.clear()
        answer = await self.world.sign_in(login)
        assert answer.status_code == 200, answer.text


@pytest.fixture
async def company(dsn: str, tmp_path: Path) -> AsyncIterator[Company]:
    """Ann and Bob in the south (Bob in the shop below it), Carol in the north, five customers."""
    async with open_world(dsn, tmp_path) as world:
        corp_id = world.corp_id
        async with world.runtime.database.owner() as session:
            await staff.mirror_departments(
                session,
                corp_id,
                [
                    DepartmentFacts(1, "青禾", None, 1),
                    DepartmentFacts(SOUTH, "华南", 1, 1),
                    DepartmentFacts(NORTH, "华北", 1, 1),
                    DepartmentFacts(SHOP, "南山店", SOUTH, 1),
                ],
            )
            await staff.record_members(
                session,
                corp_id,
                [
                    Member("ann", "安", "active", departments=(SOUTH,)),
                    Member("bob", "柏", "active", departments=(SHOP,)),
                    Member("carol", "何嘉", "active", departments=(NORTH,)),
                ],
            )
            await tags.mirror_library(session, corp_id, LIBRARY, START)
        await store(
            world,
            arrival(1, "安的客人", "ann", wecom_tag_ids=("t1",), phones=("13800006627",)),
            arrival(2, "柏的客人", "bob", wecom_tag_ids=("t1",)),
            arrival(3, "何的客人", "carol", wecom_tag_ids=("t1",), phones=("13900007788",)),
            arrival(4, "两人的客人", "bob"),
            arrival(4, "两人的客人", "carol"),
        )
        async with world.runtime.database.owner() as session:
            members = await staff.identify(session, corp_id, ["ann", "bob", "carol"])
            rows = await session.execute(
                text("select value, customer_id from customer_identities where kind = 'external'")
            )
            customers = {row.value: row.customer_id for row in rows}
        yield Company(world, members, customers)
