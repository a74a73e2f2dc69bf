"""Two companies in one Yutang, the second full of a word that the first must never read."""

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from starlette.testclient import TestClient

from tests.yutang.world import PASSWORD, add_corp
from yutang.api import Api
from yutang.bootstrap import build_runtime
from yutang.kernel.runtime import Runtime
from yutang.kernel.settings import Settings

CANARY = "canary7f3e"
TEXTS = re.compile(
    r"(^|_)(name|remark|text|title|description|note|detail|label|address|city|hours|company"
    r"|comment|subject|summary|avatar|account|error|help|unit|reason|link|welcome|filters"
    r"|position|alias|login|body|attachments|value)$"
)
"""Columns that people or WeCom fill with words, as far as words do not steer anything."""
KEPT = frozenset({"customer_identities.value", "preferences.value"})


@dataclass
class Tenant:
    """One company and with what its people come in."""

    http: TestClient
    corp_id: int
    login: str
    headers: dict[str, str] = field(default_factory=dict)
    bearer: dict[str, str] = field(default_factory=dict)
    member: dict[str, str] = field(default_factory=dict)
    ids: dict[str, list[Any]] = field(default_factory=dict)

    def sign_in(self) -> None:
        """As its owner."""
        self.http.cookies.clear()
        answer = self.http.post("/api/session", json={"login": self.login, "password": PASSWORD})
        assert answer.status_code == 200, answer.text
        self.headers = {
            "Cookie": f"yutang_session={answer.cookies['yutang_session']}",
            "X-CSRF-Token": answer.json()["csrf_token"],
        }
        self.http.cookies.clear()

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        """A call of its owner, which must be well."""
        answer = self.http.request(method, path, json=body, headers=self.headers)
        assert answer.status_code < 300, (path, answer.text)
        return answer.json() if answer.content else None


async def _people(runtime: Runtime, corp_id: int, first: int) -> dict[str, list[Any]]:
    """Departments, members and customers with relations; their ids."""
    staff: list[Any] = []
    async with runtime.database.owner() as session:

        async def write(statement: str, **values: Any) -> Any:
            found = await session.execute(text(statement), {"c": corp_id, **values})
            return found.scalar() if "returning" in statement else None

        await write("insert into departments (corp_id, id, name) values (:c, :id, 'd')", id=first)
        for account in ("ann", "bob"):
            staff.append(
                await write(
                    "insert into staff (corp_id, account, name, status)"
                    " values (:c, :account, :account, 'active') returning id",
                    account=f"{account}{first}",
                )
            )
            await write(
                "insert into staff_departments (corp_id, staff_id, department_id, is_leader)"
                " values (:c, :staff, :d, true)",
                staff=staff[-1],
                d=first,
            )
        customers = list(range(first, first + 4))
        for number in customers:
            await write(
                "insert into customers (corp_id, id, state, name, name_sort, grams)"
                " values (:c, :id, 'friend', 'x', 'x', '{}')",
                id=number,
            )
            await write(
                "insert into customer_identities (corp_id, kind, value, customer_id)"
                " values (:c, 'external', 'wm' || cast(:id as text), :id)",
                id=number,
            )
            await write(
                "insert into follows (corp_id, customer_id, staff_id, state, changed_at, added_at)"
                " values (:c, :id, :staff, 'friend', now(), now())",
                id=number,
                staff=staff[0],
            )
        await write(
            "insert into customer_ordinals (corp_id, next_id) values (:c, :n)"
            " on conflict (corp_id) do update set next_id = excluded.next_id",
            n=first + 100,
        )
    return {
        "customer": customers,
        "external": [f"wm{number}" for number in customers],
        "staff": staff,
        "department": [first],
    }


def _fill(tenant: Tenant, mark: str) -> None:
    """By the doors that its owner has."""
    staff, customer = tenant.ids["staff"][0], tenant.ids["customer"][0]
    due = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    tenant.ask("POST", "/api/fields", {"name": f"{mark}字段", "kind": "text"})
    view = {"page": "customers", "name": f"{mark}视图", "filters": {"q": mark}, "columns": []}
    tenant.ask("POST", "/api/views", view)
    question = {"text": f"{mark}问题", "kind": "text"}
    tenant.ask("POST", "/api/question-sets", {"name": f"{mark}问卷", "questions": [question]})
    tenant.ask("POST", "/api/stores", {"number": f"{mark}1", "name": f"{mark}店"})
    group = {"kind": "own", "name": f"{mark}组", "tags": [f"{mark}签"]}
    tag = tenant.ask("POST", "/api/tags/groups", group)["items"][0]["id"]
    rule = {
        "name": f"{mark}规则",
        "trigger": {"on": "event", "kind": "order.paid", "where": []},
        "condition": {"leaf": "tag", "how": "untagged"},
        "acts": [{"do": "put", "tag_id": tag}],
        "why": f"{mark}买过",
    }
    made = tenant.ask("POST", "/api/tag-rules", rule)
    tenant.ask("POST", f"/api/tag-rules/{made['id']}/run")
    task = {"kind": "follow_up", "staff_id": staff, "title": f"{mark}回访", "due_at": due}
    tenant.ask("POST", "/api/tasks", task)
    note = {"text": f"{mark}记一笔", "pinned": True}
    tenant.ask("POST", f"/api/customers/{customer}/notes", note)
    follow_up = {"outcome": "reached", "staff_id": staff, "text": f"{mark}电话"}
    tenant.ask("POST", f"/api/customers/{customer}/follow-ups", follow_up)
    channel = {"name": f"{mark}码", "staff_ids": [staff], "welcome": {"text": f"{mark}你好"}}
    tenant.ask("POST", "/api/channels", channel)
    tenant.ask("POST", "/api/exports?state=friend", {"columns": ["name"]})
    permissions = tenant.ask("GET", "/api/session")["user"]["permissions"]
    made = {"name": f"{mark}BI", "permissions": permissions, "scopes": [{"kind": "corp"}]}
    token = tenant.ask("POST", "/api/tokens/services", made)["token"]
    tenant.bearer = {"Authorization": f"Bearer {token}"}


async def _mark(runtime: Runtime, corp_id: int) -> int:
    """Write the canary into every column of words of a company; how many columns took it."""
    columns = text(
        "select c.table_name, c.column_name, c.data_type from information_schema.columns c"
        " join information_schema.columns k on k.table_schema = c.table_schema"
        "  and k.table_name = c.table_name and k.column_name = 'corp_id'"
        " where c.table_schema = 'public' and c.data_type = 'text' and c.is_generated = 'NEVER'"
        " order by 1, 2"
    )
    marked = 0
    async with runtime.database.owner() as session:
        for table, column, _ in (await session.execute(columns)).all():
            if not TEXTS.search(column) or f"{table}.{column}" in KEPT:
                continue
            change = text(
                f'update "{table}" set "{column}" = \'{CANARY}\' || md5(ctid::text)'  # noqa: S608
                f' where corp_id = :corp and "{column}" is not null'
            )
            try:
                async with session.begin_nested():
                    done = await session.execute(change, {"corp": corp_id})
            except DBAPIError:
                continue
            marked += getattr(done, "rowcount", 0) > 0
    return marked


async def _ids(runtime: Runtime, corp_id: int) -> dict[str, list[Any]]:
    """The ids of all that a company has, by table."""
    found = {}
    tables = text(
        "select k.table_name from information_schema.columns k"
        " join information_schema.columns i on i.table_schema = k.table_schema"
        "  and i.table_name = k.table_name and i.column_name = 'id'"
        " where k.table_schema = 'public' and k.column_name = 'corp_id' order by 1"
    )
    async with runtime.database.owner() as session:
        for table in (await session.scalars(tables)).all():
            rows = await session.scalars(
                text(f'select id from "{table}" where corp_id = :corp order by id limit 3'),  # noqa: S608
                {"corp": corp_id},
            )
            if ids := list(rows):
                found[str(table)] = ids
    return found


@contextmanager
def two_tenants(dsn: str, home: Path) -> Iterator[tuple[Tenant, Tenant]]:
    """Ours and the other; the other's words are all canaries."""
    settings = Settings(
        home=home,
        database_url=dsn,
        public_url="http://yutang.test",
        wecom_base_url="http://127.0.0.1:9",
        calls_per_minute=0,
        log_level="ERROR",
    )
    runtime = build_runtime(settings)
    api = Api(runtime)
    with TestClient(api, "http://yutang.test", raise_server_exceptions=False) as http:
        portal = http.portal
        assert portal is not None
        tenants = []
        for login, first, mark in (("ours", 1001, "我的"), ("other", 5001, CANARY)):
            corp_id, _ = portal.call(add_corp, runtime, login, (1000002,))
            tenant = Tenant(http, corp_id, login)
            tenant.ids = portal.call(_people, runtime, corp_id, first)
            tenant.sign_in()
            _fill(tenant, mark)
            tenants.append(tenant)
        ours, other = tenants
        assert portal.call(_mark, runtime, other.corp_id) > 30
        other.ids |= portal.call(_ids, runtime, other.corp_id)
        ours.ids |= portal.call(_ids, runtime, ours.corp_id)
        cookie = portal.call(_member_cookie, runtime, ours)
        ours.member = {"Cookie": cookie}
        yield ours, other


async def _member_cookie(runtime: Runtime, tenant: Tenant) -> str:
    token = "t" * 43
    async with runtime.database.owner() as session:
        await session.execute(
            text(
                "insert into staff_sessions (token_hash, corp_id, staff_id, agent_id, expires_at)"
                " values (:hash, :corp, :staff, 1000002, now() + interval '1 day')"
            ),
            {
                "hash": hashlib.sha256(token.encode()).digest(),
                "corp": tenant.corp_id,
                "staff": tenant.ids["staff"][0],
            },
        )
    return f"yutang_staff={token}"
