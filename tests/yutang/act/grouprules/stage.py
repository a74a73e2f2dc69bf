"""Groups of three owners as readings show them, and what is asked of their rules."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx2
from sqlalchemy import text

from tests.yutang.rights.conftest import Company
from tests.yutang.world import read_all
from yutang.act.grouprules import workers
from yutang.act.grouprules.jobs import MindBreaches, MindGroupRules
from yutang.act.grouprules.service import HEARING
from yutang.people.groups import service as groups
from yutang.people.groups.service import GroupFacts, MemberFacts, Told

NOW = datetime.now(UTC).replace(microsecond=0)
BEFORE = NOW - timedelta(days=2)


@dataclass(frozen=True)
class Shown:
    """A group as WeCom shows it; people by external id with their nickname in it."""

    chat_id: str
    owner: str
    name: str = "读者群"
    notice: str = ""
    people: tuple[tuple[str, str], ...] = ()
    staff: tuple[str, ...] = ()


async def read(company: Company, *shown: Shown, at: datetime = NOW) -> dict[str, int]:
    """A reading of these; ids by WeCom's."""
    world = company.world
    found = [
        GroupFacts(
            chat_id=one.chat_id,
            name=one.name,
            owner=one.owner,
            created_at=BEFORE + timedelta(minutes=place),
            notice=one.notice,
            version=at.isoformat(),
            members=(
                *(
                    MemberFacts(who, is_staff=True, joined_at=BEFORE, name=who)
                    for who in (one.owner, *one.staff)
                ),
                *(
                    MemberFacts(
                        who,
                        is_staff=False,
                        joined_at=BEFORE,
                        scene=3,
                        nickname=nickname,
                        name=f"群友{who[-4:]}",
                    )
                    for who, nickname in one.people
                ),
            ),
            admins=frozenset(),
            asked_at=at,
        )
        for place, one in enumerate(shown)
    ]
    async with world.runtime.database.owner() as session:
        await groups.record_readings(
            session, world.runtime.vault, world.corp_id, found, NOW, source="test"
        )
        rows = await session.execute(
            text("select chat_id, id from group_chats where corp_id = :corp"),
            {"corp": world.corp_id},
        )
        return {row.chat_id: row.id for row in rows}


async def put_out(company: Company, chat_id: str, who: str, at: datetime) -> None:
    """A callback: somebody was removed."""
    world = company.world
    told = Told(chat_id, at, "test", went=(who,), how="put_out")
    async with world.runtime.database.owner() as session:
        await groups.record_told(session, world.runtime.vault, world.corp_id, [told], at)


async def mind(company: Company) -> None:
    """What the worker does."""
    await workers.mind_group_rules(
        MindGroupRules(corp_id=company.world.corp_id), company.world.runtime
    )


async def mind_breaches(company: Company, customer_id: int) -> None:
    """The same for one person."""
    job = MindBreaches(corp_id=company.world.corp_id, customer_id=customer_id)
    await workers.mind_breaches(job, company.world.runtime)


async def hear(company: Company) -> list[tuple[str, dict[str, Any]]]:
    """The reader at its end; which jobs it asked for."""
    world = company.world
    async with world.runtime.database.owner() as session:
        await session.execute(text("delete from procrastinate.procrastinate_jobs"))
    await read_all(world.runtime, HEARING)
    async with world.runtime.database.owner() as session:
        rows = await session.execute(
            text("select task_name, args from procrastinate.procrastinate_jobs order by id")
        )
        return [(row.task_name, row.args) for row in rows]


def rules(**changes: Any) -> dict[str, Any]:
    """Rules for all groups."""
    return {
        "name": "通用群规",
        "reach": {"by": "all"},
        "rules": "不发广告",
        "notice": "欢迎，请看群规",
    } | changes


async def make(company: Company, **changes: Any) -> dict[str, Any]:
    """Rules that the worker has minded."""
    made = await company.world.http.post("/api/group-rules", json=rules(**changes))
    assert made.status_code == 201, made.text
    await mind(company)
    return await one(company, made.json()["id"])


async def one(company: Company, set_id: int) -> dict[str, Any]:
    """Rules as they stand."""
    return dict((await company.world.http.get(f"/api/group-rules/{set_id}")).json())


async def put(company: Company, seen: dict[str, Any], **changes: Any) -> httpx2.Response:
    """Change what was read."""
    names = ("name", "reach", "rules", "notice", "nickname_form", "name_pattern", "version")
    body = {name: seen[name] for name in names}
    body["reach"] = {name: body["reach"][name] for name in ("by", "owner_ids", "group_ids")}
    return await company.world.http.put(f"/api/group-rules/{seen['id']}", json=body | changes)


async def standing(company: Company, **query: Any) -> list[dict[str, Any]]:
    """Groups beside their rules."""
    answer = await company.world.http.get("/api/group-rules/groups", params=query)
    assert answer.status_code == 200, answer.text
    assert answer.json()["total"] == len(answer.json()["items"])
    return list(answer.json()["items"])


async def tasks(company: Company, source: str = "group_rules") -> list[tuple[str, str, str]]:
    """Tasks of a source: whose, title, state."""
    async with company.world.runtime.database.owner() as session:
        rows = await session.execute(
            text(
                "select s.account, t.title, t.state from tasks t join staff s on s.id = t.staff_id"
                " where t.source = :source order by t.id"
            ),
            {"source": source},
        )
        return [(row.account, row.title, row.state) for row in rows]


async def rows_of(company: Company, table: str) -> int:
    """How many rows a table has."""
    async with company.world.runtime.database.owner() as session:
        return int(await session.scalar(text(f"select count(*) from {table}")) or 0)  # noqa: S608


async def audited(company: Company, family: str) -> list[str]:
    """Actions of one family in the audit."""
    async with company.world.runtime.database.owner() as session:
        found = await session.scalars(
            text("select action from audit_entries where family = :family order by id"),
            {"family": family},
        )
        return list(found)


async def told(company: Company, family: str) -> list[str]:
    """Events of one family."""
    async with company.world.runtime.database.owner() as session:
        found = await session.scalars(
            text("select kind from events where kind ^@ :family order by id"),
            {"family": f"{family}."},
        )
        return list(found)
