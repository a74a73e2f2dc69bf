"""A company with two regions and a store, for tests of tasks."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import httpx2
from sqlalchemy import text

from tests.yutang.world import PASSWORD, World
from yutang.people.tasks import service as tasks
from yutang.people.tasks.schemas import NewTask

# Departments: 1 the company; 2 the south and 3 the north below it.
# Members: 1 leads the south and manages nothing; 2 and 3 work there, 2 in the store as well, which
# 4 manages; 5 works in the north, which nobody leads; 6 leads the company.
STAGE = (
    (
        "insert into departments (corp_id, id, name, parent_id)"
        " values (:corp, 1, '公司', null), (:corp, 2, '南区', 1), (:corp, 3, '北区', 1)"
    ),
    (
        "insert into staff (corp_id, account, name) select :corp, 's' || n, '员工' || n"
        " from generate_series(1, 6) n"
    ),
    (
        "insert into staff_departments (corp_id, staff_id, department_id, is_leader) values"
        " (:corp, 1, 2, true), (:corp, 2, 2, false), (:corp, 3, 2, false), (:corp, 4, 2, false),"
        " (:corp, 5, 3, false), (:corp, 6, 1, true)"
    ),
    "insert into stores (corp_id, number, name, created_by) values (:corp, 'S1', '南山店', 'test')",
    (
        "insert into store_staff (corp_id, store_id, staff_id, is_manager)"
        " values (:corp, 1, 2, false), (:corp, 1, 4, true)"
    ),
    (
        "insert into customers (corp_id, id, state, name, name_sort, grams)"
        " values (:corp, 1, 'friend', '林小满', 'lin', '{}')"
    ),
    (
        "insert into follows (corp_id, customer_id, staff_id, state, changed_at, added_at)"
        " values (:corp, 1, 2, 'friend', now(), now()), (:corp, 1, 5, 'friend', now(), now())"
    ),
)


@dataclass
class Board:
    """A world with two departments; the owner is signed in, `leader` sees the south only."""

    world: World
    leader: httpx2.AsyncClient
    now: datetime

    @property
    def corp_id(self) -> int:
        """The corp."""
        return self.world.corp_id

    async def ask(
        self,
        method: str,
        path: str,
        status: int = 200,
        body: Any = None,
        by: httpx2.AsyncClient | None = None,
    ) -> Any:
        """The answer of a call that must end so."""
        answer = await (by or self.world.http).request(method, f"/api/tasks{path}", json=body)
        assert answer.status_code == status, answer.text
        return answer.json() if answer.content else None

    async def give(self, staff_id: int, title: str, hours: float = 1, **more: Any) -> int:
        """A task that is due in so many hours, past ones too; its id."""
        async with self.world.runtime.database.owner() as session:
            due = self.now + timedelta(hours=hours)
            new = NewTask(
                kind=more.pop("kind", "follow_up"),
                staff_id=staff_id,
                title=title,
                due_at=due,
                **more,
            )
            return await tasks.add_task(session, self.corp_id, new, "system", min(self.now, due))

    async def rows(self, sql: str) -> list[Any]:
        """What the owner of the database reads."""
        async with self.world.runtime.database.owner() as session:
            return list((await session.execute(text(sql))).all())


@asynccontextmanager
async def signed_in(world: World, login: str) -> AsyncIterator[httpx2.AsyncClient]:
    """Another browser."""
    async with httpx2.AsyncClient(
        transport=httpx2.ASGITransport(app=world.api, raise_app_exceptions=False),
        base_url="http://yutang.test",
    ) as http:
        answer = await http.post("/api/session", json={"login": login, "password": PASSWORD})
        assert answer.status_code == 200, answer.text
        http.headers["X-CSRF-Token"] = answer.json()["csrf_token"]
        yield http
