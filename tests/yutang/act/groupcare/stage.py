"""Three owners with groups, and what is asked for them."""

from typing import Any

import httpx2
from sqlalchemy import text

from tests.yutang.act.loop import Loop, until
from tests.yutang.world import World

ROOT = "/cgi-bin/externalcontact/group_welcome_template"
_GROUPS = text(
    """
    insert into group_chats (corp_id, chat_id, name, name_sort, owner_staff_id, kind, tier,
                             state, created_at)
    select :corp, 'wr' || v.name, v.name, v.name, s.id, v.kind, v.tier, v.state, now()
    from (values ('一群', 's0', 'product', 'pond', 'normal'),
                 ('二群', 's0', null, 'core', 'normal'),
                 ('三群', 's1', 'product', null, 'normal'),
                 ('四群', null, 'product', null, 'normal'),
                 ('散了', 's2', 'product', 'pond', 'dismissed'))
         as v(name, owner, kind, tier, state)
    left join staff s on s.corp_id = :corp and s.account = v.owner
    returning id, name
    """
)


async def add_groups(world: World) -> dict[str, int]:
    """Ids by name: two of the first member, one of the second, one of nobody we see."""
    async with world.runtime.database.owner() as session:
        rows = await session.execute(_GROUPS, {"corp": world.corp_id})
        return {row.name: row.id for row in rows}


def welcome(**changes: Any) -> dict[str, Any]:
    """A welcome for the groups about products."""
    return {
        "name": "产品群欢迎",
        "text": "%NICKNAME% 你好，欢迎进群",
        "reach": {"by": "kinds", "kinds": ["product"]},
    } | changes


async def make(loop: Loop, **changes: Any) -> dict[str, Any]:
    """A welcome that WeCom has answered for."""
    made = await loop.yutang.http.post("/api/group-welcomes", json=welcome(**changes))
    assert made.status_code == 201, made.text
    assert made.json()["status"] == "creating"
    return await settled(loop, made.json()["id"])


async def settled(loop: Loop, welcome_id: int) -> dict[str, Any]:
    """It, once WeCom answered."""

    async def check() -> dict[str, Any] | None:
        found = await loop.yutang.http.get(f"/api/group-welcomes/{welcome_id}")
        told = dict(found.json())
        return None if told["status"] in {"creating", "updating"} else told

    return await until(check)


async def asked(loop: Loop, welcome_id: int, waiting: int) -> dict[str, Any]:
    """It, once so many owners have an open task."""

    async def check() -> dict[str, Any] | None:
        found = await loop.yutang.http.get(f"/api/group-welcomes/{welcome_id}")
        return dict(found.json()) if found.json()["waiting"] == waiting else None

    return await until(check)


async def owners(loop: Loop, welcome_id: int) -> list[tuple[str, str, int]]:
    """Whom it waits for: name, standing, groups."""
    found = await loop.yutang.http.get(f"/api/group-welcomes/{welcome_id}/owners")
    return [(one["owner"]["name"], one["standing"], one["count"]) for one in found.json()["items"]]


async def put(loop: Loop, seen: dict[str, Any], **changes: Any) -> httpx2.Response:
    """Change what was read."""
    body = {name: seen[name] for name in ("name", "text", "attachment", "reach", "version")}
    return await loop.yutang.http.put(f"/api/group-welcomes/{seen['id']}", json=body | changes)


async def tasks(world: World) -> list[tuple[str, str, str]]:
    """All tasks for welcomes: title, state, source key."""
    async with world.runtime.database.owner() as session:
        rows = await session.execute(
            text(
                "select title, state, source_key from tasks"
                " where source = 'group_welcome' order by id"
            )
        )
        return [(row.title, row.state, row.source_key) for row in rows]


async def audited(world: World, action: str) -> list[Any]:
    """Entries of one action: before and after."""
    async with world.runtime.database.owner() as session:
        rows = await session.execute(
            text("select before, after from audit_entries where action = :action order by id"),
            {"action": action},
        )
        return [tuple(row) for row in rows]
